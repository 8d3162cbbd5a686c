"""An event arranged for reading: its sentences with their standing, its timeline.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from conspectus.model.briefing import Event, Point, Shared, Standing
from conspectus.render import words
from conspectus.render.conflict_view import ConflictView, conflict_view
from conspectus.render.days import Days
from conspectus.render.notes import Line, Notebook
from conspectus.text.hearsay import hearsay
from conspectus.text.outlets import one_outlet

_SIGNED_ONCE = 2
"""Sentences of one source that are too many to name it behind each."""


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
    `unsigned` is true where the event says once for all whose everything in it is: the label has the day alone.
    `hearsay` is the word for what nobody stands by, empty where somebody does; the label says it too.
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
    unsigned: bool = False
    hearsay: str = ""

    @property
    def also(self) -> tuple[SharedView, ...]:
        """What stands behind the line: what others tell of it, and who is likely to tell of the same."""
        return (*self.shared, *self.alongside)

    @property
    def opening(self) -> Line:
        """The line for running text: of somebody's own words it says what the label does, unless that stands behind."""
        if self.line.voice is None:
            return self.line
        return replace(self.line, voice=self.label if self.single else None)


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

    `source` is whose everything in it is, empty where that is several's and each sentence says its own.
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
    source: str = ""

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

    view = EventView(
        id=event.id,
        number=number,
        title=book.line(event.title, event.title_claim_ids),
        when=when,
        setting=" · ".join(part for part in (when, event.where) if part),
        # A single article was grouped with nothing.
        certainty=None
        if event.certainty is None or 1 in {len(book.articles), len(event.article_ids)}
        else say.certainty(event.certainty),
        lead=points(event.lead),
        points=points(event.points),
        conflicts=tuple(conflict_view(each, book, days) for each in event.conflicts),
        reconciled=tuple(conflict_view(each, book, days) for each in event.reconciled),
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
    return _signed_once(view)


def _signed_once(view: EventView) -> EventView:
    """The event with its source named once, where all that it says is one outlet's in the same words."""
    told = (*view.lead, *view.points, *view.unknown, *view.context)
    sources = {(each.line.voice, each.through) for each in told if each.line.voice is not None}
    carriers = {name for each in told for name in each.carried_by}
    if len(told) < _SIGNED_ONCE or len(sources) != 1 or len(carriers) != 1:
        return view
    ((voice, through),) = sources

    def unsigned(points: Sequence[PointView]) -> tuple[PointView, ...]:
        return tuple(
            replace(
                each,
                label=", ".join(said for said in (each.hearsay, each.day) if said),
                line=replace(each.line, voice=each.line.voice and ""),
                unsigned=True,
            )
            for each in points
        )

    return replace(
        view,
        source=f"{carriers.pop()}{through}" if through else voice or "",
        lead=unsigned(view.lead),
        points=unsigned(view.points),
        unknown=unsigned(view.unknown),
        context=unsigned(view.context),
        timeline=tuple(
            replace(each, line=replace(each.line, voice="")) if each.line.voice == voice else each
            for each in view.timeline
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
    elif line.voice and not line.translated and line.voice not in book.files:
        # Where nobody knows the outlet, the note says in which file the words are.
        through = say("in_the_words", voice=line.voice)
    label += through
    if point.standing is Standing.DISPUTED:
        label = say("carried_disputed", who=label)
    day = days.said(line, point.claim_ids, book)
    rumour = say("hearsay") if hearsay(point.text) else ""
    single = point.standing is Standing.SINGLE_ORIGIN
    mark = words.PARTLY if single and point.shared else words.MARKS[point.standing]
    return PointView(
        mark=words.BESIDE if point.beside else mark,
        label=", ".join(each for each in (label, rumour, day) if each),
        hearsay=rumour,
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
