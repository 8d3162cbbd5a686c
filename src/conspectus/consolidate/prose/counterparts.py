"""Points beside those that are likely to tell of the same, so that a reader sees what each origin says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from conspectus.consolidate.conflicts.alignment import LIKELY, Alignment
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.model.briefing import Point

_MOST = 3


class Told(NamedTuple):
    """A point, and the claim that it tells, by id: it may print another in its place."""

    key: str
    point: Point


def side_by_side(
    lead: Sequence[Told], points: Sequence[Told], differ: Differences
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The lead and the points, with what other origins are likely to tell of the same.

    A point goes below the sentence or point that it is likely to be of: below one stand only points of other origins,
    one level deep, no origin twice, and none that several origins carry. What is no point itself is named alongside,
    at most three claims each.
    """
    alignment = differ.alignment
    if alignment is None:
        return tuple(each.point for each in lead), tuple(each.point for each in points)
    known = {each.key: each.point for each in (*lead, *points)}
    below = _below([each.key for each in lead], points, differ.said, alignment)
    shown = {claim_id for point in known.values() for claim_id in point.claim_ids} | known.keys()
    placed = {}
    for key, point in known.items():
        others = {origin for lower, upper in below.items() if upper == key for origin in known[lower].origins}
        update = {
            "beside": known[below[key]].claim_ids[0] if key in below else None,
            "alongside": ()
            if key in below or key not in differ.said
            else tuple(_alongside(point, others, alignment.counterparts(differ.said[key]), shown)),
        }
        placed[key] = point.model_copy(update=update)
    opening = {each.key for each in lead}
    order = [key for key in below if below[key] in opening]
    for each in points:
        if each.key not in below:
            order += [each.key, *(key for key in below if below[key] == each.key)]
    return tuple(placed[each.key] for each in lead), tuple(placed[key] for key in order)


def _below(
    lead: Sequence[str], points: Sequence[Told], said: Mapping[str, Statement], alignment: Alignment
) -> dict[str, str]:
    """For each point that goes below another, that one, in the points' order."""
    free = {each.key: each.point.origins[0] for each in points if len(each.point.origins) == 1}
    below: dict[str, str] = {}
    taken: defaultdict[str, set[str]] = defaultdict(set)
    shown = [said[key] for key in (*lead, *(each.key for each in points)) if key in said]
    for _, upper, lower in sorted(_pairs(shown, alignment), key=lambda each: -each[0]):
        placed = lower in below or upper in below or lower in taken
        if lower in free and not placed and free[lower] not in taken[upper]:
            below[lower] = upper
            taken[upper].add(free[lower])
    return {each.key: below[each.key] for each in points if each.key in below}


def _pairs(shown: Sequence[Statement], alignment: Alignment) -> Iterator[tuple[float, str, str]]:
    """Every two that are likely to tell of one thing: how likely, the earlier one, and the later one."""
    for number, lower in enumerate(shown):
        for upper in shown[:number]:
            if (likelihood := alignment.likelihood(upper, lower)) >= LIKELY:
                yield likelihood, upper.item.claim.id, lower.item.claim.id


def _alongside(
    point: Point, others: set[str], found: Sequence[tuple[float, Statement]], shown: Collection[str]
) -> Iterator[str]:
    """The claims that stand nowhere else, one of each origin that is not there already, as long as there are few."""
    there = {*point.origins, *others, *(origin for each in point.shared for origin in each.origins)}
    left = _MOST
    for _, each in found:
        item = each.item
        if left and item.claim.id not in shown and not there & set(item.origins):
            there.update(item.origins)
            left -= 1
            yield item.claim.id
