"""One input item as it was read: its clean text, and everything else as offsets into that text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from operator import le
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, Field, NonNegativeInt, PositiveInt, model_validator

from conspectus.model.base import Frozen


class Span(Frozen):
    """A half-open range of characters of an article's text: `text[start:end]`."""

    start: NonNegativeInt
    end: NonNegativeInt

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"a span ends before it starts: {self.start}–{self.end}")
        return self

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where both cover at least one common character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True where every character of `other` is also in this span."""
        return self.start <= other.start and other.end <= self.end


class JunkReason(StrEnum):
    """Why a stretch of an article's text is not the article."""

    FRONT_MATTER = "front_matter"
    HEADLINE_TICKER = "headline_ticker"
    PHOTO_CREDIT = "photo_credit"
    READING_TIME = "reading_time"
    DATELINE = "dateline"
    BYLINE = "byline"
    SUBSCRIBE = "subscribe"
    LABEL = "label"
    NAVIGATION = "navigation"
    REPEATED_TITLE = "repeated_title"
    MACHINE_INSTRUCTIONS = "machine_instructions"
    DATA = "data"


class Junk(Frozen):
    """A stretch of text that is marked, not cut, and never becomes evidence."""

    span: Span
    reason: JunkReason


class Role(StrEnum):
    """What a sentence is in its article: only the body can support a claim."""

    BODY = "body"
    HEADING = "heading"
    JUNK = "junk"


class Sentence(Frozen):
    """A numbered sentence of an article; numbers count from 1 and junk has numbers too."""

    id: PositiveInt
    span: Span
    role: Role = Role.BODY


class Certainty(StrEnum):
    """How sure a piece of metadata is."""

    STATED = "stated"
    """The publisher's own metadata or front matter says it."""
    INFERRED = "inferred"
    """A rule read it from the text or the file."""


class Provenance(Frozen):
    """Where a piece of metadata was found, and how sure it is."""

    certainty: Certainty
    found_in: str
    """For example "front matter", "json-ld", "first line", "file name"."""


MetadataField = Literal[
    "title", "publisher", "byline", "published", "published_at", "updated", "updated_at", "url", "language"
]


class SourceSpan(Frozen):
    """A run of an article's text and where it stands in the page that it was taken from.

    `source` counts characters of the page's decoded markup. A run is as long there as in the text, character
    for character, except that white space may be of another kind; or it is one character of the text that a
    longer character reference stands for.
    """

    text: Span
    source: Span

    def source_of(self, span: Span) -> Span:
        """Where the part of the run that is in `span` stands in the source."""
        if self.source.end - self.source.start != self.text.end - self.text.start:
            return self.source
        start = max(span.start - self.text.start, 0)
        behind = max(self.text.end - span.end, 0)
        return Span(start=self.source.start + start, end=self.source.end - behind)


YEARS_OF_PRINT = range(1600, 3000)
"""The years in which an article can have appeared; what lies outside is a zero or a "never" of somebody's database."""


def _of_print(day: date) -> date:
    if day.year not in YEARS_OF_PRINT:
        raise ValueError(f"no article appeared in the year {day.year}")
    return day


DayOfPrint = Annotated[date, AfterValidator(_of_print)]
MomentOfPrint = Annotated[AwareDatetime, AfterValidator(_of_print)]


def _moment(given: Any) -> datetime | None:
    """What is given as a day and is a day with its time, from Python or as JSON writes it."""
    if isinstance(given, str) and len(given) > len("2026-03-04"):
        try:
            return datetime.fromisoformat(given)
        except ValueError:
            return None
    return given if isinstance(given, datetime) else None


class Article(Frozen):
    """One input item: its text as read, and what is known about it.

    `text` is the decoded file for `.txt` and `.md`, the extracted text for every other format. `sha256`
    is of the bytes that were read (for a row of a JSON file, of its text in UTF-8), None where there were
    none to read. Metadata that nobody states stays None; `provenance` tells for each known field where
    it comes from. `source_spans` are there for pages only, ordered by `text` and disjoint in it. Offsets
    are characters (Unicode code points), half-open. `url` is the address that the page calls its own, or else
    where it was found; `fetched_from` is where it was fetched, redirects followed, None where it was not.

    `published` and `updated` are days, as they are printed; `published_at` and `updated_at` the moments, known only
    where a time is stated with its zone, because a time without one can't be set before or after another's. A
    `datetime` that is given for a day is taken for both, without a zone for the day alone.
    """

    id: str = Field(pattern=r"^a[0-9a-f]{8}$")
    path: str | None = None
    url: str | None = None
    fetched_from: str | None = None
    sha256: str | None
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: DayOfPrint | None = None
    published_at: MomentOfPrint | None = None
    updated: DayOfPrint | None = None
    updated_at: MomentOfPrint | None = None
    language: str | None = None
    provenance: Mapping[MetadataField, Provenance] = Field(default_factory=dict)
    sentences: tuple[Sentence, ...] = ()
    junk: tuple[Junk, ...] = ()
    source_spans: tuple[SourceSpan, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _days_of_moments(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        found = dict(given)
        for day, at in (("published", "published_at"), ("updated", "updated_at")):
            moment = _moment(found.get(day))
            if moment is not None:
                found[day] = moment.date()
                if moment.tzinfo is not None and moment.time() != time():
                    found.setdefault(at, moment)
            moment = _moment(found.get(at))
            if moment is not None and found.get(day) is None:
                found[day] = moment.date()
        return found

    @cached_property
    def _by_id(self) -> dict[int, Sentence]:
        return {sentence.id: sentence for sentence in self.sentences}

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that can support a claim: neither headings nor junk."""
        return tuple(sentence for sentence in self.sentences if sentence.role is Role.BODY)

    @cached_property
    def _edges(self) -> tuple[Sequence[int], Sequence[int]] | None:
        """Where sentences start and where they end; None where they do not lie one behind the other.

        A saved briefing may hold anything.
        """
        starts, ends = (
            [each.span.start for each in self.sentences],
            [each.span.end for each in self.sentences],
        )
        return (starts, ends) if all(map(le, ends, starts[1:])) else None

    def touched(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with the span, in order."""
        if self._edges is None:
            return tuple(sentence for sentence in self.sentences if sentence.span.overlaps(span))
        starts, ends = self._edges
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return tuple(each for each in self.sentences[first:last] if each.span.overlaps(span))

    @property
    def name(self) -> str:
        """What to call the article when speaking to a person: path, URL or id; "-" is standard input."""
        if self.path and (self.path == "-" or self.path.startswith("-#")):
            return f"standard input{self.path[1:]}"
        return self.path or self.url or self.id

    def sentence(self, sentence_id: int) -> Sentence | None:
        """The sentence of that number, or None where there is none."""
        return self._by_id.get(sentence_id)

    def in_source(self, span: Span) -> Span | None:
        """From where to where the page's source holds a stretch of the text; None where that is not known.

        Tags that stand between the words lie within the result.
        """
        first = bisect_right(self.source_spans, span.start, key=lambda run: run.text.end)
        last = bisect_left(self.source_spans, span.end, key=lambda run: run.text.start)
        touched = self.source_spans[first:last]
        if not touched:
            return None
        edges = [run.source_of(span) for run in touched]
        return Span(start=min(edge.start for edge in edges), end=max(edge.end for edge in edges))

    def sentence_text(self, sentence: Sentence) -> str:
        """The words of a sentence as they stand in the article."""
        return self.words(sentence.span)

    def words(self, span: Span) -> str:
        """The words of a stretch as they stand in the article; a sentence's are the very same text each time."""
        place = span.start, span.end
        return self._texts.get(place) or span.of(self.text)

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        spans = (sentence.span for sentence in self.sentences)
        return {(span.start, span.end): span.of(self.text) for span in spans}
