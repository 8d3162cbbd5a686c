"""A page that stays small: of a briefing that is too long for it, as many sentences of each event as have room."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from pydantic import BaseModel

from conspectus.model.briefing import Briefing, Event, Point, Status

# Bytes of a page besides the articles' text: what can be mailed without a second thought.
LIMIT = 150_000
# A timeline is drawn where it has as many moments.
_DRAWN = 2
# For so many points of an event one sentence of each other kind.
_EVERY = {"points": 1, "reconciled": 2, "unknown": 2, "context": 3, "timeline": 3}
# What stays longer than any of these.
_LONGER = ("lead", "conflicts")
# A page that uses so much of the limit is full enough; so many are made to find one.
_FULL, _TRIES = 0.97, 4


@dataclass(frozen=True)
class Cut:
    """What an event's section leaves out: how many sentences and conflicts; its whole lead and points, to count."""

    more: int
    conflicts: int
    points: tuple[Point, ...]


Make = Callable[[Briefing, Mapping[str, Cut] | None, bool], str]


def fitting(briefing: Briefing, make: Make) -> str:
    """The page that `make` makes of the briefing, or of as much of every event as keeps it within the limit.

    `make` is told what it leaves out, None where there is room for everything and nothing need be saved, and
    whether the list of articles has to be bare.
    Titles and first sentences stay, so that a page of very many events or articles can still be larger.
    """
    for nothing in (None, dict[str, Cut]()):
        whole = make(briefing, nothing, False)
        if beside(whole, briefing) <= LIMIT:
            return whole
    order = sorted(_order(briefing), key=itemgetter(0))
    # What each adds to the page is about in proportion to what it takes in the JSON.
    weights = [0, *accumulate(weight for *_, weight in order)]
    low, high, best, bare = 0, len(order), make(*shortened(briefing, Counter()), False), False
    least, most = beside(best, briefing), beside(whole, briefing)
    if least > LIMIT:
        best, bare = make(*shortened(briefing, Counter()), True), True
        more = beside(best, briefing)
        least, most = more, most - (least - more)
    for _ in range(_TRIES):
        if least >= _FULL * LIMIT or high - low <= 1:
            break
        share = ((1 + _FULL) / 2 * LIMIT - least) / (most - least)
        wanted = weights[low] + share * (weights[high] - weights[low])
        room = min(max(bisect_right(weights, wanted) - 1, low + 1), high - 1)
        page = make(*shortened(briefing, Counter(place for _, place, _ in order[:room])), bare)
        size = beside(page, briefing)
        if size <= LIMIT:
            low, least, best = room, size, page
        else:
            high, most = room, size
    return best


def beside(page: str, briefing: Briefing) -> int:
    """The page's bytes without those of the articles' text that it shows, each counted once."""
    shown = (article.text for article in briefing.articles if article.status is Status.USED)
    return len(page.encode()) - sum(len(text.encode()) for text in shown)


def _order(briefing: Briefing) -> Iterator[tuple[tuple[int, int], tuple[str, str], int]]:
    """Rank, event and heading, and weight of everything that may be left out; what has the highest rank goes first.

    First conflicts stay longest, then second sentences of leads, then further conflicts, then all events' first
    points, then … Where ranks are the same, the order of events and headings is kept.
    """
    for event in briefing.events:
        for index, conflict in enumerate(event.conflicts):
            yield (2 if index else 0, index), (event.id, "conflicts"), _weight(conflict)
        for index, point in enumerate(event.lead[1:]):
            yield (1, index), (event.id, "lead"), _weight(point)
        for name, every in _EVERY.items():
            for index, item in enumerate(getattr(event, name)):
                yield (3, every * index + every - 1), (event.id, name), _weight(item)


def _weight(item: BaseModel) -> int:
    return len(item.model_dump_json())


def shortened(briefing: Briefing, room: Mapping[tuple[str, str], int]) -> tuple[Briefing, dict[str, Cut]]:
    """The briefing with so many sentences by event and heading, and by the event's id what that leaves out."""
    events = tuple(
        _shorter(event, {name: room.get((event.id, name), 0) for name in (*_LONGER, *_EVERY)})
        for event in briefing.events
    )
    cuts = {
        whole.id: cut
        for whole, event in zip(briefing.events, events, strict=True)
        if (cut := _cut(whole, event)).more or cut.conflicts
    }
    return briefing.model_copy(update={"events": events}), cuts


def _cut(whole: Event, event: Event) -> Cut:
    # Who is told of a conflict that is left out need not be told of its sides.
    left = whole.model_copy(update={"conflicts": event.conflicts})
    more, conflicts = {*_said(left)} - {*_said(event)}, len(whole.conflicts) - len(event.conflicts)
    return Cut(len(more), conflicts, (*whole.lead, *whole.points))


def _shorter(event: Event, room: Mapping[str, int]) -> Event:
    most = {**room, "lead": room["lead"] + 1}
    kept = {name: getattr(event, name)[: most[name]] for name in most}
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
