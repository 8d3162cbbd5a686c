"""An event arranged for reading: its sentences with their standing, its conflicts, its timeline.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conspectus.model.briefing import Conflict, Event, Point, Reconciled, Relation, Side, Standing
from conspectus.render import words
from conspectus.render.notes import Line, Notebook
from conspectus.text.normalise import fold


@dataclass(frozen=True)
class SharedView:
    """A figure of a line that others give too: as it is said, with who they are, and the numbers of their quotes."""

    said: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class PointView:
    """A line with its standing: a mark, and who carries it; `single` where that is one undisputed origin.

    `origins` are the ids of the origins that carry it, `carried_by` their names. `refined` are the numbers of the
    quotes that say the same more precisely, `shared` what other origins give of it, and `partly` these origins' ids.
    """

    mark: str
    label: str
    line: Line
    single: bool
    standing: Standing
    origins: tuple[str, ...]
    carried_by: tuple[str, ...]
    refined: tuple[int, ...]
    shared: tuple[SharedView, ...] = ()
    partly: tuple[str, ...] = ()


@dataclass(frozen=True)
class SideView:
    """One side of a conflict, who published it, whom they cite, and the numbered quotes behind it.

    A quote comes with who published it; one that the line already gives word for word is not repeated. `as_of` is
    the day for which the side speaks, `label` who says it in one line: the publishers, and whom they cite.
    """

    who: tuple[str, ...]
    said_by: tuple[str, ...]
    line: Line
    quotes: tuple[tuple[str, str, int], ...]
    as_of: str | None
    label: str


@dataclass(frozen=True)
class ConflictView:
    """A question and its sides; `about` says what they differ on, or why they only seem to differ.

    `relation` is that of sides which only seem to differ, None where they do.
    """

    question: str
    about: str
    relation: Relation | None
    sides: tuple[SideView, ...]


@dataclass(frozen=True)
class Moment:
    """A sentence of the timeline and when it happened, `start` to `end` inclusive, as precise as is known."""

    when: str
    line: Line
    start: date
    end: date


@dataclass(frozen=True)
class EventView:
    """An event, ready to read; `certainty` says how sure the grouping is, None where nobody asked."""

    id: str
    number: int
    title: Line
    setting: str
    certainty: str | None
    lead: tuple[PointView, ...]
    points: tuple[PointView, ...]
    conflicts: tuple[ConflictView, ...]
    reconciled: tuple[ConflictView, ...]
    unknown: tuple[PointView, ...]
    context: tuple[PointView, ...]
    timeline: tuple[Moment, ...]


def event_view(event: Event, number: int, book: Notebook, names: Mapping[str, str]) -> EventView:
    """The event as a reader meets it; `names` are those of the origins, by id."""
    say = book.say
    return EventView(
        id=event.id,
        number=number,
        title=book.line(event.title, event.title_claim_ids),
        setting=" · ".join(part for part in (say.period(event.when or ""), event.where) if part),
        certainty=None if event.certainty is None else say.certainty(event.certainty),
        lead=tuple(_point(point, book, names) for point in event.lead),
        points=tuple(_point(point, book, names) for point in event.points),
        conflicts=tuple(
            _question(each, say(f"conflict.{each.kind.value}"), None, book) for each in event.conflicts
        ),
        reconciled=tuple(
            _question(each, say(f"relation.{each.relation.value}"), each.relation, book)
            for each in event.reconciled
        ),
        unknown=tuple(_point(point, book, names) for point in event.unknown),
        context=tuple(_point(point, book, names) for point in event.context),
        timeline=tuple(
            Moment(say.period(entry.when), book.sentence(entry), entry.start, entry.end)
            for entry in event.timeline
        ),
    )


def _point(point: Point, book: Notebook, names: Mapping[str, str]) -> PointView:
    line = book.sentence(point)
    carried_by = tuple(names.get(origin, origin) for origin in point.origins)
    say = book.say
    label = carried_by[0] if len(carried_by) == 1 else say.count(len(carried_by), "origin")
    if point.standing is Standing.DISPUTED:
        label = say("carried_disputed", who=label)
    if line.voice and not line.translated and carried_by != (line.voice,):
        label = say("in_the_words", who=label, voice=line.voice)
    single = point.standing is Standing.SINGLE_ORIGIN
    return PointView(
        mark=words.PARTLY if single and point.shared else words.MARKS[point.standing],
        label=label,
        line=line,
        single=single,
        standing=point.standing,
        origins=point.origins,
        carried_by=carried_by,
        refined=tuple(number for number in book.cited(point.refined_by) if number not in line.notes),
        shared=tuple(
            SharedView(
                say("also_in", words=each.words, who=", ".join(names.get(one, one) for one in each.origins)),
                book.cited(each.claim_ids),
            )
            for each in point.shared
        ),
        partly=tuple(dict.fromkeys(origin for each in point.shared for origin in each.origins)),
    )


def _question(
    asked: Conflict | Reconciled, about: str, relation: Relation | None, book: Notebook
) -> ConflictView:
    return ConflictView(
        book.say.told(asked.question), about, relation, tuple(_side(side, book) for side in asked.sides)
    )


def _side(side: Side, book: Notebook) -> SideView:
    quotes, position = book.quotes(side.claim_ids), fold(side.position).text
    who = tuple(dict.fromkeys(quote[0] for quote in quotes))
    said_by = book.speakers(side.claim_ids)
    citing = f", {book.say('citing')} {', '.join(said_by)}" if said_by else ""
    return SideView(
        who=who,
        said_by=said_by,
        label=", ".join(who) + citing,
        line=book.uncertified(side.position, side.claim_ids),
        quotes=tuple(quote for quote in quotes if fold(quote[1]).text != position),
        as_of=book.say.day(side.as_of) if side.as_of else None,
    )
