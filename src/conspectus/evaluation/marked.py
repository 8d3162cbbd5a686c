"""YAML that remembers where everything stands, so that an error names the line it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from conspectus.errors import InputError

Place = tuple[str | int, ...]


class Marked:
    """A YAML document's content, with the 1-based line on which each part of it begins."""

    def __init__(self, source: Path, content: Any, lines: Mapping[Place, int]) -> None:
        self.source = source
        self.content = content
        self._lines = lines

    def where(self, place: Sequence[str | int] = ()) -> str:
        """The file and the line of that part, or of the nearest part around it that is there."""
        known = tuple(place)
        while known and known not in self._lines:
            known = known[:-1]
        return f"{self.source}:{self._lines.get(known, 1)}"

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Every text with its place."""
        return _texts(self.content, ())


def _texts(content: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(content, str):
        yield place, content
    elif isinstance(content, dict | list):
        for key, value in content.items() if isinstance(content, dict) else enumerate(content):
            yield from _texts(value, (*place, key))


def read_marked(source: Path) -> Marked:
    """The document in the file.

    Raises InputError with file and line where it can't be read, is not YAML, or names a key twice.
    """
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(source)) from error
    # The C loader is some ten times faster, and not in every build of PyYAML.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise InputError("is empty", where=f"{source}:1")
        lines: dict[Place, int] = {}
        _mark(root, (), lines, source)
        return Marked(source, loader.construct_object(root, deep=True), lines)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise InputError(f"not valid YAML: {error.problem}", where=f"{source}{line}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise InputError(f"not valid YAML: {error}", where=str(source)) from error
    finally:
        loader.dispose()


def _mark(node: yaml.Node, place: Place, lines: dict[Place, int], source: Path) -> None:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _mark(item, (*place, index), lines, source)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            if (*place, name) in lines:
                raise InputError(
                    f"{name!r} stands here twice, first on line {lines[(*place, name)]}",
                    where=f"{source}:{key.start_mark.line + 1}",
                    hint="the first one would be lost: merge them",
                )
            _mark(value, (*place, name), lines, source)
            lines[(*place, name)] = key.start_mark.line + 1
