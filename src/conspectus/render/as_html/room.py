"""A page that stays small: of a briefing that is too long for it, as many sentences of each event as have room."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from conspectus.model.briefing import Briefing, Event, Point, Status

# Bytes of a page besides the articles' text: what can be mailed without a second thought.
LIMIT = 150_000
# A timeline is drawn where it has as many moments.
_DRAWN = 2
# For so many points of an event one sentence of each other kind.
_EVERY = {"points": 1, "reconciled": 2, "unknown": 2, "context": 3, "timeline": 3}
# So many lengths, evenly apart, are what the page may have; to find the longest that fits, few of them are made.
_STEPS = 32


@dataclass(frozen=True)
class Cut:
    """What an event's section leaves out: how many sentences; its whole lead and points are what is counted."""

    more: int
    points: tuple[Point, ...]


Make = Callable[[Briefing, Mapping[str, Cut] | None], str]


def fitting(briefing: Briefing, make: Make) -> str:
    """The page that `make` makes of the briefing, or of as much of every event as keeps it within the limit.

    `make` is told what it leaves out, None where there is room for everything and nothing need be saved.
    Titles, leads and conflicts stay, so that a page of very many events or articles can still be larger.
    """
    for nothing in (None, dict[str, Cut]()):
        whole = make(briefing, nothing)
        if beside(whole, briefing) <= LIMIT:
            return whole
    made: dict[int, str] = {}
    order = list(_order(briefing))

    def size(room: int) -> int:
        made[room] = make(*shortened(briefing, Counter(order[:room])))
        return beside(made[room], briefing)

    rooms = range(0, len(order) + 1, max(1, len(order) // _STEPS))
    largest = rooms[max(bisect_right(rooms, LIMIT, key=size) - 1, 0)]
    return made[largest]


def beside(page: str, briefing: Briefing) -> int:
    """The page's bytes without those of the articles' text that it shows, each counted once."""
    shown = (article.text for article in briefing.articles if article.status is Status.USED)
    return len(page.encode()) - sum(len(text.encode()) for text in shown)


def _order(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Event and heading of everything that may be left out, the last to go first: all events' first points, then …"""
    ranked = (
        (every * index + every - 1, event.id, name)
        for event in briefing.events
        for name, every in _EVERY.items()
        for index in range(len(getattr(event, name)))
    )
    # Sorting keeps the order of events and headings where ranks are the same.
    return ((event, name) for _, event, name in sorted(ranked, key=itemgetter(0)))


def shortened(briefing: Briefing, room: Mapping[tuple[str, str], int]) -> tuple[Briefing, dict[str, Cut]]:
    """The briefing with so many sentences by event and heading, and by the event's id what that leaves out."""
    events = tuple(
        _shorter(event, {name: room.get((event.id, name), 0) for name in _EVERY}) for event in briefing.events
    )
    cuts = {
        whole.id: Cut(more, (*whole.lead, *whole.points))
        for whole, event in zip(briefing.events, events, strict=True)
        if (more := len({*_said(whole)} - {*_said(event)}))
    }
    return briefing.model_copy(update={"events": events}), cuts


def _shorter(event: Event, room: Mapping[str, int]) -> Event:
    kept = {name: getattr(event, name)[:most] for name, most in room.items()}
    above = {*_said(event.model_copy(update={**kept, "timeline": ()}))}
    # A moment that is told above is not told again.
    moments = [moment for moment in event.timeline if moment.text not in above][: room["timeline"]]
    kept["timeline"] = tuple(moments) if len(moments) >= _DRAWN else ()
    return event.model_copy(update=kept)


def _said(event: Event) -> Iterator[str]:
    """Every sentence of the event."""
    prose = (*event.lead, *event.points, *event.unknown, *event.context, *event.timeline)
    yield from (sentence.text for sentence in prose)
    sides = (*(each.sides for each in event.conflicts), *(each.sides for each in event.reconciled))
    yield from (side.position for each in sides for side in each)
