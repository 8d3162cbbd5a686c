"""Labelled pairs of statements, loaded from disk and linted on the way in.

`pairs.yaml` holds worlds, each an invented event with pairs of statements about it; a world is in one split as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, Self, get_args

import yaml
from pydantic import ValidationError, model_validator

from conspectus.errors import InputError
from conspectus.evaluation.cases import Slug, Text
from conspectus.model.base import Frozen
from conspectus.model.briefing import ConflictKind

PAIRS_FILE = "pairs.yaml"

RelationName = Literal[
    "conflict", "same", "narrower", "update", "scope", "rounding", "reported", "other", "elsewhere"
]
RELATIONS = get_args(RelationName)

Split = Literal["dev", "test"]


class Printed(Frozen):
    """What an outlet printed on a day."""

    text: Text
    published: date
    outlet: Text


class RelatedPair(Frozen):
    """Two statements, the one relation that holds between them, and why."""

    id: Slug
    a: Printed
    b: Printed
    relation: RelationName
    kind: ConflictKind | None = None
    why: Text

    @model_validator(mode="after")
    def _kind_of_conflicts(self) -> Self:
        if (self.kind is not None) != (self.relation == "conflict"):
            raise ValueError(f"{self.id}: a conflict has a kind, and nothing else has")
        if self.a.text == self.b.text:
            raise ValueError(f"{self.id}: two statements are wanted")
        return self


class RelatedWorld(Frozen):
    """One invented event with its pairs."""

    name: Slug
    split: Split
    pairs: tuple[RelatedPair, ...]


def load_worlds(directory: Path) -> tuple[RelatedWorld, ...]:
    """The worlds of the directory, in their order.

    Raises InputError, which names what is wrong first, where the file is missing, no YAML, not of this form, or where
    a name or an id is there twice.
    """
    path = directory / PAIRS_FILE
    try:
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        worlds = tuple(RelatedWorld.model_validate(each) for each in record["worlds"])
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(map(str, first["loc"]))
        raise InputError(f"no labelled pair at {at}: {first['msg']}", where=str(path)) from error
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise InputError(f"no worlds of pairs: {str(error).splitlines()[0]}", where=str(path)) from error
    twice = next((each for each, count in Counter(_names(worlds)).items() if count > 1), None)
    if twice is not None:
        raise InputError(f"{twice!r} is there twice", where=str(path))
    return worlds


def _names(worlds: tuple[RelatedWorld, ...]) -> Iterator[str]:
    for world in worlds:
        yield world.name
        yield from (pair.id for pair in world.pairs)
