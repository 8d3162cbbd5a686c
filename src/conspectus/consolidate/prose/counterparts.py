"""Points beside those that are likely to tell of the same, so that a reader sees what each origin says of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.alignment import LIKELY, Alignment
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.model.briefing import Point
from conspectus.vectors import Likeness

_MOST = 3
# So alike are two of one origin's sentences where one is the other again, as in two files of an agency's story.
_AGAIN = 0.9


class Told(NamedTuple):
    """A point, and the claim that it tells, the first of several, by id: it may print another in its place.

    Two points that a model has written may tell the same claim.
    """

    key: str
    point: Point


def side_by_side(
    lead: Sequence[Told], points: Sequence[Told], differ: Differences, likeness: Likeness | None = None
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The lead and the points, with what other origins are likely to tell of the same.

    A point goes below the sentence or point that it is likely to be of: below one stand only points of other origins,
    one level deep, no origin twice, and none that several origins carry. What is no point itself is named alongside,
    at most three claims each, but for what is out of date, was taken back, or says a point again. `likeness` of their
    vectors, if given, is weighed as well.
    """
    alignment = differ.alignment
    if alignment is None:
        return tuple(each.point for each in lead), tuple(each.point for each in points)
    if likeness is not None:
        alignment = alignment.weighing(likeness)
    told = (*lead, *points)
    below = _below(told, len(lead), differ.said, alignment)
    shown = {claim_id for each in told for claim_id in (each.key, *each.point.claim_ids)}
    without = shown.union(differ.outdated, _again(told, differ.said, alignment))
    placed = []
    for number, (key, point) in enumerate(told):
        update: dict[str, object] = {"beside": None, "alongside": ()}
        if number in below:
            update["beside"] = told[below[number]].point.claim_ids[0]
        elif key in differ.said:
            lower = (told[each].point for each, upper in below.items() if upper == number)
            others = {origin for each in lower for origin in each.origins}
            found = alignment.counterparts(differ.said[key])
            update["alongside"] = tuple(_alongside(point, others, found, without))
        placed.append(point.model_copy(update=update))
    order = [each for each in below if below[each] < len(lead)]
    for number in range(len(lead), len(told)):
        if number not in below:
            order += [number, *(each for each in below if below[each] == number)]
    return tuple(placed[: len(lead)]), tuple(placed[each] for each in order)


def told_by_others(items: Sequence[Weighed], differ: Differences, most: float = math.inf) -> dict[str, float]:
    """How many other origins, up to `most`, are expected to tell of the same, by the claim's id, where compared."""
    alignment, keys = differ.alignment, [item.claim.id for item in items if item.claim.id in differ.said]
    if alignment is None:
        return {}
    found = {key: alignment.told_by_others(differ.said[key], most) for key in keys}
    alignment.forget()
    return found


def _below(
    told: Sequence[Told], leading: int, said: Mapping[str, Statement], alignment: Alignment
) -> dict[int, int]:
    """For each point that goes below another, that one; by their numbers, in order; the first ones are the lead."""
    below: dict[int, int] = {}
    taken: defaultdict[int, set[str]] = defaultdict(set)
    for _, upper, lower in sorted(_pairs(told, said, alignment), key=lambda each: -each[0]):
        origins = set(told[lower].point.origins)
        free = lower >= leading and len(origins) == 1
        placed = lower in below or upper in below or lower in taken
        if free and not placed and not origins & (taken[upper] | set(told[upper].point.origins)):
            below[lower] = upper
            taken[upper] |= origins
    return dict(sorted(below.items()))


def _pairs(
    told: Sequence[Told], said: Mapping[str, Statement], alignment: Alignment
) -> Iterator[tuple[float, int, int]]:
    """Every two that are likely to tell of one thing: how likely, and the numbers of the earlier and the later one."""
    known = [(number, said[each.key]) for number, each in enumerate(told) if each.key in said]
    for (first, upper), (second, lower) in combinations(known, 2):
        likelihood = alignment.likelihood(upper, lower)
        if likelihood >= LIKELY or _tell_a_part(told[first], told[second]):
            yield likelihood, first, second


def _tell_a_part(one: Told, other: Told) -> bool:
    """True where each is named for a part of the other: an hour, a figure, an act that both give."""
    return _names(one.point, other) and _names(other.point, one)


def _names(point: Point, other: Told) -> bool:
    told = {other.key, *other.point.claim_ids}
    return any(not told.isdisjoint(shared.claim_ids) for shared in point.shared)


def _again(told: Sequence[Told], said: Mapping[str, Statement], alignment: Alignment) -> Iterator[str]:
    """The claims that say again, from an origin of it, what one of the points says."""
    for one in (said[each.key] for each in told if each.key in said):
        for key, each in said.items():
            if set(one.item.origins) & set(each.item.origins) and alignment.alike(one, each) >= _AGAIN:
                yield key


def _alongside(
    point: Point, others: set[str], found: Sequence[tuple[float, Statement]], without: Collection[str]
) -> Iterator[str]:
    """The claims found, `without` some, one of each origin that is not there already, as long as there are few."""
    there = {*point.origins, *others, *(origin for each in point.shared for origin in each.origins)}
    left = _MOST
    for _, each in found:
        item = each.item
        if left and item.claim.id not in without and not there & set(item.origins):
            there.update(item.origins)
            left -= 1
            yield item.claim.id
