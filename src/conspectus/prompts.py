"""Prompts are files: loaded, checked, filled in, and known by a fingerprint.

A prompt file is Markdown with YAML front matter (`name`, `version`, `variables`) and two parts,
`# system` and `# user`, in which `$variable` stands for a value. Values are put in verbatim and never
looked at again, so an article that contains `$variable` or a heading changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from pydantic import ValidationError

from conspectus.errors import ConspectusError, SettingsError
from conspectus.model.base import Frozen
from conspectus.resources import bundled

_PARTS = re.compile(r"\A\s*# system\n(?P<system>.*?)\n# user\n(?P<user>.*)\Z", re.DOTALL)


class Messages(Frozen):
    """A prompt that is ready to send; `prompt` and `fingerprint` say which one it was made from."""

    prompt: str
    fingerprint: str
    system: str
    user: str


class Prompt(Frozen):
    """A prompt template; `fingerprint` is 12 hex digits that change with any character of the file."""

    name: str
    version: int
    variables: tuple[str, ...]
    system: str
    user: str
    fingerprint: str

    def render(self, **values: str) -> Messages:
        """The messages with every variable filled in.

        Raises ConspectusError when a variable is missing or unknown.
        """
        if set(values) != set(self.variables):
            odd = ", ".join(sorted(set(values) ^ set(self.variables)))
            raise ConspectusError(f"missing or unknown variables: {odd}", where=f"prompt {self.name}")
        return Messages(
            prompt=self.name,
            fingerprint=self.fingerprint,
            system=Template(self.system).substitute(values),
            user=Template(self.user).substitute(values),
        )


def parse(source: str, *, where: str) -> Prompt:
    """The prompt that a file's text describes.

    Raises ConspectusError naming `where` when front matter, parts or variables don't fit together.
    """
    import frontmatter  # noqa: PLC0415 - a run that is remembered renders no prompt
    import yaml  # noqa: PLC0415 - as above

    try:
        document = frontmatter.loads(source)
    except yaml.YAMLError as error:
        raise ConspectusError(f"its front matter is not valid YAML: {error}", where=where) from error
    parts = _PARTS.match(document.content + "\n")
    if parts is None:
        raise ConspectusError("a prompt has two parts, `# system` and `# user`", where=where)
    try:
        prompt = Prompt(
            **document.metadata,
            system=parts["system"].strip(),
            user=parts["user"].strip(),
            fingerprint=hashlib.sha256(source.encode()).hexdigest()[:12],
        )
    except (ValidationError, TypeError) as error:
        raise ConspectusError(
            "front matter needs exactly `name`, `version` and `variables`", where=where
        ) from error
    templates = (Template(prompt.system), Template(prompt.user))
    if not all(template.is_valid() for template in templates):
        raise ConspectusError("a lone `$` has to be written `$$`", where=where)
    used = {name for template in templates for name in template.get_identifiers()}
    if used != set(prompt.variables):
        raise ConspectusError(f"declares {sorted(prompt.variables)} but uses {sorted(used)}", where=where)
    return prompt


_own: ContextVar[Path | None] = ContextVar("own prompts", default=None)


@contextmanager
def overridden(directory: Path | None) -> Iterator[None]:
    """While it lasts, and in what is started meanwhile, prompts of the directory come before bundled ones.

    Raises SettingsError where there is no such directory, or where one of its prompts has no bundled namesake, which
    would be asked by nobody.
    """
    if directory is None:
        yield
        return
    if not directory.is_dir():
        raise SettingsError(
            "is no directory of prompts", where=str(directory), hint="copy prompts/ and edit it"
        )
    unknown = sorted(set(names(directory)) - set(names()))
    if unknown or not names(directory):
        odd = f"{unknown[0]}.md is no prompt of Conspectus" if unknown else "holds no prompt"
        raise SettingsError(odd, where=str(directory), hint=f"the prompts: {', '.join(names())}")
    # Set back by value: the context may be left by another task than the one that entered it.
    before = _own.get()
    _own.set(directory)
    try:
        yield
    finally:
        _own.set(before)


def load(name: str, directory: Path | None = None) -> Prompt:
    """The prompt of that name, from `directory` or else from the bundled ones, or those that override them.

    Raises ConspectusError when there is none or it is malformed.
    """
    own = _own.get()
    if directory is None and own is not None and (own / f"{name}.md").is_file():
        directory = own
    return _loaded(name, directory)


@cache
def _loaded(name: str, directory: Path | None) -> Prompt:
    root: Traversable = directory if directory is not None else bundled("prompts")
    file = root / f"{name}.md"
    if not file.is_file():
        raise ConspectusError(f"there is no prompt {name!r}", where=str(root))
    return parse(file.read_text(encoding="utf-8"), where=str(file))


def names(directory: Path | None = None) -> tuple[str, ...]:
    """The names of the prompts in `directory`, or else of the bundled ones, sorted."""
    root: Traversable = directory if directory is not None else bundled("prompts")
    return tuple(sorted(file.name[: -len(".md")] for file in root.iterdir() if file.name.endswith(".md")))


def fence(text: str, label: str = "article") -> str:
    """The text between two marks that do not occur in it, so that nothing inside can close the fence.

    The mark is made from the text's hash: the same text is fenced the same way in every run.
    """
    salt = 0
    while True:
        mark = hashlib.sha256(f"{salt}:{text}".encode()).hexdigest()[:8]
        if mark not in text:
            return f"<{label} {mark}>\n{text}\n</{label} {mark}>"
        salt += 1
