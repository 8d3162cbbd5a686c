"""An event arranged for reading: its sentences with their standing, its conflicts, its timeline.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from itertools import takewhile

from conspectus.model.briefing import Conflict, Event, Point, Reconciled, Relation, Shared, Side, Standing
from conspectus.render import words
from conspectus.render.days import Days
from conspectus.render.notes import Line, Notebook
from conspectus.text.markup import unmarked
from conspectus.text.normalise import fold
from conspectus.text.outlets import one_outlet


@dataclass(frozen=True)
class SharedView:
    """What others tell of a line, a part of it or likely the same: with who they are, and their quotes' numbers."""

    said: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class PointView:
    """A line with its standing: a mark, and who carries it; `single` where that is one undisputed origin.

    `origins` are the ids of the origins that carry it, `carried_by` their names. `refined` are the numbers of the
    quotes that say the same more precisely, `shared` what other origins give of it, and `partly` these origins' ids.
    `through` says in whose words they have it, with the comma or bracket before, empty where those are their own;
    `day` when it was published, in an event of which was written on several days. `label` says both too. `beside` is
    true for what stands below another line, and is likely to be of the same; `alongside` says who else is likely to be.
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
    day: str | None = None
    through: str = ""
    beside: bool = False
    alongside: tuple[SharedView, ...] = ()

    @property
    def also(self) -> tuple[SharedView, ...]:
        """What stands behind the line: what others tell of it, and who is likely to tell of the same."""
        return (*self.shared, *self.alongside)

    @property
    def opening(self) -> Line:
        """The line for running text: of somebody's own words it says what the label does, unless that stands behind."""
        if not self.line.voice:
            return self.line
        return replace(self.line, voice=self.label if self.single else None)


@dataclass(frozen=True)
class SideView:
    """One side of a conflict, who published it, whom they cite, and the numbered quotes behind it.

    A quote comes with who published it; one that the line already gives word for word is not repeated. `as_of` is
    the day for which the side speaks, or the moment at which it was printed; `label` who says it in one line: the
    publishers, on which day where the event was written of on several, and whom they cite.
    """

    who: tuple[str, ...]
    said_by: tuple[str, ...]
    line: Line
    quotes: tuple[tuple[str, str, int], ...]
    as_of: str | None
    label: str


@dataclass(frozen=True)
class ConflictView:
    """A question and its sides; `about` says in a sentence what they differ on, or why they only seem to differ.

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
    """An event, ready to read; `certainty` says how sure the grouping is, None where nobody asked.

    The first points may stand below sentences of the lead: below which, `below` says by their places, from 0.
    """

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
    below: tuple[int, ...] = ()
    when: str = ""

    @property
    def openings(self) -> tuple[tuple[tuple[PointView, ...], tuple[PointView, ...]], ...]:
        """The lead in parts, each with the points that stand below it: all in one, or each sentence with its own.

        Where something stands below one of two sentences, a reader has to see below which.
        """
        if not self.below:
            return ((self.lead, ()),)
        placed = list(zip(self.below, self.points, strict=False))
        return tuple(
            ((point,), tuple(each for place, each in placed if place == number))
            for number, point in enumerate(self.lead)
        )

    @property
    def further(self) -> tuple[PointView, ...]:
        """The points that no part of the lead has below it."""
        return self.points[sum(len(below) for _, below in self.openings) :]


def event_view(event: Event, number: int, book: Notebook, names: Mapping[str, str]) -> EventView:
    """The event as a reader meets it; `names` are those of the origins, by id."""
    say = book.say
    days = Days.of(event.article_ids, book)
    when = say.period(event.when or "")

    places = {key: number for number, point in enumerate(event.lead) for key in point.claim_ids}
    named = {
        each.words for point in (*event.lead, *event.points) if not point.beside for each in point.shared
    }
    carried = {key: point.origins for point in (*event.lead, *event.points) for key in point.claim_ids}

    def points(told: Sequence[Point]) -> tuple[PointView, ...]:
        return tuple(
            _point(
                point,
                book,
                names,
                days,
                _Above(carried[point.beside], named) if point.beside in carried else None,
            )
            for point in told
        )

    return EventView(
        id=event.id,
        number=number,
        title=book.line(event.title, event.title_claim_ids),
        when=when,
        setting=" · ".join(part for part in (when, event.where) if part),
        # A single article was grouped with nothing.
        certainty=None
        if event.certainty is None or len(book.articles) == 1
        else say.certainty(event.certainty),
        lead=points(event.lead),
        points=points(event.points),
        conflicts=tuple(
            _question(each, say(f"conflict.{each.kind.value}"), None, book, days) for each in event.conflicts
        ),
        reconciled=tuple(
            _question(each, say(f"relation.{each.relation.value}"), each.relation, book, days)
            for each in event.reconciled
        ),
        unknown=points(event.unknown),
        context=points(event.context),
        timeline=tuple(
            Moment(say.period(entry.when), book.sentence(entry), entry.start, entry.end)
            for entry in event.timeline
        ),
        below=tuple(
            places[each.beside]
            for each in takewhile(lambda one: one.beside in places, event.points)
            if each.beside
        ),
    )


@dataclass(frozen=True)
class _Above:
    """What is known where a point stands below another: who carries that one, and whose figures the event names."""

    origins: Collection[str]
    named: Collection[str]

    def has(self, shared: Shared) -> bool:
        """True where a reader sees already who else tells this part."""
        return shared.words in self.named or set(shared.origins) <= set(self.origins)


def _point(
    point: Point, book: Notebook, names: Mapping[str, str], days: Days, above: _Above | None = None
) -> PointView:
    line = book.sentence(point)
    carried_by = tuple(names.get(origin, origin) for origin in point.origins)
    say = book.say
    label = carried_by[0] if len(carried_by) == 1 else say.count(len(carried_by), "origin")
    through = ""
    if len(carried_by) == 1 and line.voice and one_outlet(carried_by[0], line.voice):
        label = line.voice
    elif line.voice and not line.translated:
        # Where nobody knows the outlet, its file says where the words are.
        key = "in_the_file" if line.voice in book.files else "in_the_words"
        through = say(key, voice=line.voice)
    label += through
    if point.standing is Standing.DISPUTED:
        label = say("carried_disputed", who=label)
    day = days.said(line, point.claim_ids, book)
    single = point.standing is Standing.SINGLE_ORIGIN
    mark = words.PARTLY if single and point.shared else words.MARKS[point.standing]
    return PointView(
        mark=words.BESIDE if point.beside else mark,
        label=f"{label}, {day}" if day else label,
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
            if above is None or not above.has(each)
        ),
        alongside=tuple(_alongside(point, book)),
        partly=tuple(dict.fromkeys(origin for each in point.shared for origin in each.origins)),
        day=day,
        through=through,
        beside=point.beside is not None,
    )


def _alongside(point: Point, book: Notebook) -> Iterator[SharedView]:
    """Who else is likely to tell of it, in one; the page has their words at the numbers."""
    if point.alongside:
        who = dict.fromkeys(who for who, _, _ in book.quotes(point.alongside))
        yield SharedView(book.say("alongside", who=", ".join(who)), book.cited(point.alongside))


def _question(
    asked: Conflict | Reconciled, about: str, relation: Relation | None, book: Notebook, days: Days
) -> ConflictView:
    say = book.say
    moments = [side.at for side in asked.sides if side.at is not None]
    one_zone = len({at.utcoffset() for at in moments}) == 1
    sides = tuple(_side(side, book, days, one_zone=one_zone) for side in asked.sides)
    if isinstance(asked, Conflict):
        same = len({side.who for side in sides}) == 1 and len(sides[0].who) == 1
        about = say("differ_within" if same else "differ", about=about, who=sides[0].who[0] if same else "")
    return ConflictView(say.told(asked.question), about, relation, sides)


def _side(side: Side, book: Notebook, days: Days, *, one_zone: bool) -> SideView:
    quotes, position = book.quotes(side.claim_ids), _words(side.position)
    who = tuple(dict.fromkeys(quote[0] for quote in quotes))
    said_by = book.speakers(side.claim_ids)
    citing = f", {book.say('citing')} {', '.join(said_by)}" if said_by else ""
    line = book.uncertified(side.position, side.claim_ids)
    if line.voice and len(who) == 1:
        line = replace(line, voice=who[0])
    day = days.said(line, side.claim_ids, book)
    return SideView(
        who=who,
        said_by=said_by,
        label=", ".join((*who, day) if day else who) + citing,
        line=line,
        quotes=tuple(quote for quote in quotes if _words(quote[1]) != position),
        as_of=_as_of(side, book, one_zone=one_zone),
    )


def _as_of(side: Side, book: Notebook, *, one_zone: bool) -> str | None:
    """The moment of the side, or else its day; hours of several zones are told in one, so that they can be compared.

    Where the day is that of a page which was updated on a later one, both are told: the side may be of either.
    """
    say = book.say
    if side.at is not None:
        return say.moment(side.at if one_zone else side.at.astimezone(UTC))
    if side.as_of is None:
        return None
    pages = (book.articles.get(piece.article_id) for piece in book.pieces(side.claim_ids))
    days = {(page.published, page.updated) for page in pages if page is not None}
    first, last = days.pop() if len(days) == 1 else (None, None)
    if first == side.as_of and last is not None and last > first:
        return say("updated", published=say.day(first), updated=say.day(last))
    return say.day(side.as_of)


def _words(text: str) -> str:
    """What tells two quotes apart for a reader: not what marks one up, as an item of a list or by emphasis."""
    return unmarked(fold(text).text)
