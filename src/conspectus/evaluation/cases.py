"""A case: some articles, and what a careful editor finds in them. The format is told in `eval/cases/README.md`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from conspectus.model.base import Frozen
from conspectus.model.briefing import ConflictKind

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(pattern=r"\S")]


def _as_text(value: Any) -> Any:
    # YAML reads an unquoted day as a date.
    return value.isoformat() if isinstance(value, date) else value


When = Annotated[
    str,
    BeforeValidator(_as_text),
    StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$"),
]
"""A year, a month or a day in ISO form, or two of them with a slash between."""


class DecoyReason(StrEnum):
    """Why two statements that look like a conflict are none."""

    UPDATE = "update"
    CORRECTION = "correction"
    OTHER_PERIOD = "other_period"
    OTHER_EVENT = "other_event"
    NARROWER = "narrower"
    COMPATIBLE_BOUNDS = "compatible_bounds"
    SAME_TIME = "same_time"
    OTHER_QUANTITY = "other_quantity"
    ROUNDING = "rounding"
    REPORTED_ERROR = "reported_error"


class Anchor(Frozen):
    """Words that stand in an article of the case, character for character, on one line."""

    file: Text
    quote: Annotated[str, StringConstraints(pattern=r"^[^\r\n]*\w[^\r\n]*$")]


Anchors = Annotated[tuple[Anchor, ...], Field(min_length=1)]


class CaseArticle(Frozen):
    """An article: `path` from the folder of the case, and the metadata that a reader can find.

    None says that the article doesn't tell.
    """

    path: Text
    publisher: Text | None = None
    published: date | None = None
    byline: Text | None = None
    title: Text | None = None
    language: Text | None = None

    @property
    def file(self) -> str:
        """The name by which the case speaks of it."""
        return PurePosixPath(self.path).name


class CaseEvent(Frozen):
    """What happened; `articles` report it, those in `recalled_in` only look back at it."""

    id: Slug
    what: Text
    when: When | None
    where: Text | None
    articles: tuple[Text, ...] = ()
    recalled_in: tuple[Text, ...] = ()


class CaseOrigin(Frozen):
    """Articles that rest on the same reporting."""

    name: Text
    articles: tuple[Text, ...] = Field(min_length=1)


class GoldSide(Frozen):
    """One position in a conflict."""

    position: Text
    anchors: Anchors


class GoldConflict(Frozen):
    """A question on which the articles can't all be right."""

    id: Slug
    event: Slug
    question: Text
    kind: ConflictKind
    note: Text | None = None
    sides: tuple[GoldSide, ...] = Field(min_length=2)


class Decoy(Frozen):
    """Statements that look like a conflict and are none; one anchor where both stand in one sentence."""

    id: Slug
    event: Slug | None = None
    looks_like: Text
    reason: DecoyReason
    note: Text | None = None
    anchors: Anchors


class EitherWay(Frozen):
    """Statements on which editors would differ: shown as a conflict or not, neither counts."""

    id: Slug
    event: Slug | None = None
    about: Text
    note: Text | None = None
    anchors: tuple[Anchor, ...] = Field(min_length=2)


class Nugget(Frozen):
    """Something that a briefing should hold; any one of its anchors suffices."""

    id: Slug
    event: Slug
    importance: Literal["vital", "okay"]
    text: Text
    anchors: Anchors


class Banned(Frozen):
    """What may not appear.

    `junk` and `injected`: verbatim `text` of a `file`, in no sentence and no quote. `wrong_merge`: strings that may
    not meet in one sentence (`all_of`), or `anchors` that no lead or point of `event` may cite.
    """

    kind: Literal["junk", "injected", "wrong_merge"]
    file: Text | None = None
    text: Text | None = None
    all_of: tuple[Text, ...] = ()
    event: Slug | None = None
    anchors: tuple[Anchor, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        verbatim = self.file is not None and self.text is not None
        strings = len(self.all_of) >= 2
        apart = self.event is not None and bool(self.anchors)
        given = {name for name in ("file", "text", "all_of", "event", "anchors") if getattr(self, name)}
        if self.kind != "wrong_merge" and not (verbatim and given == {"file", "text"}):
            raise ValueError(f"{self.kind!r} needs `file` and `text`, and nothing else")
        if self.kind == "wrong_merge" and not (
            (strings and given == {"all_of"}) or (apart and given == {"event", "anchors"})
        ):
            raise ValueError(
                "'wrong_merge' needs either `all_of` with two strings or more, or `event` and `anchors`"
            )
        return self


class Case(Frozen):
    """A set of articles with its gold: what was written from the articles alone, before there was any output.

    `developed_on` says that whoever wrote the program's rules has looked at the case; its figures flatter.
    """

    id: Slug
    title: Text
    language: Text | Annotated[tuple[Text, ...], Field(min_length=1)]
    note: Text | None = None
    developed_on: bool = False
    articles: tuple[CaseArticle, ...] = Field(min_length=1)
    events: tuple[CaseEvent, ...] = Field(min_length=1)
    origins: tuple[CaseOrigin, ...] = Field(min_length=1)
    conflicts: tuple[GoldConflict, ...] = ()
    decoys: tuple[Decoy, ...] = ()
    either_way: tuple[EitherWay, ...] = ()
    nuggets: tuple[Nugget, ...] = Field(min_length=1)
    must_not_appear: tuple[Banned, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the articles, in order."""
        return tuple(article.file for article in self.articles)

    def anchors(self) -> Iterator[tuple[tuple[str | int, ...], Anchor]]:
        """Every anchor with its place in the case, as keys and indices."""
        for i, conflict in enumerate(self.conflicts):
            for j, side in enumerate(conflict.sides):
                for k, anchor in enumerate(side.anchors):
                    yield ("conflicts", i, "sides", j, "anchors", k), anchor
        for name in ("decoys", "either_way", "nuggets", "must_not_appear"):
            for i, item in enumerate(getattr(self, name)):
                for k, anchor in enumerate(item.anchors):
                    yield (name, i, "anchors", k), anchor
