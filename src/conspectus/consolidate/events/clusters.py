"""Average-link agglomeration (Sokal and Michener 1958) under cannot-link constraints (Davidson and Ravi 2005).

The likeness of two groups is the mean over their pairs, kept as a sum that is added up as groups are joined (Lance and
Williams 1967), so that n keys take n² log n steps and not n⁴.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

Likeness = Mapping[frozenset[str], float]

_UNLIKELY = 0.2


def agglomerate(
    keys: Sequence[str],
    likeness: Likeness,
    *,
    least: float = -math.inf,
    forbidden: Callable[[str, str], bool] | None = None,
    unlikely: Callable[[str, str], bool] | None = None,
    settled: Sequence[Sequence[str]] = (),
    exclusive: bool = True,
) -> list[list[str]]:
    """The keys in groups: the most alike two on average are joined until none are `least` alike.

    Pairs that `likeness` does not have are not alike at all. Groups are never joined where two of their members are
    `forbidden` to be in one, nor, as long as that is so, where more than a fifth of their pairs are `unlikely` to
    be. Groups in `settled` are there from the start, and no two of them are joined where they
    are `exclusive`.
    """
    known = set(keys)
    first = [[key for key in group if key in known] for group in settled]
    first = [group for group in first if group]
    taken = {key for group in first for key in group}
    groups: dict[int, list[str]] = dict(enumerate(first + [[key] for key in keys if key not in taken]))
    cannot: dict[int, set[int]] = {number: set() for number in groups}
    for number in range(len(first) if exclusive else 0):
        cannot[number] = set(range(len(first))) - {number}
    home = {key: number for number, group in groups.items() for key in group}
    totals: dict[int, dict[int, float]] = {number: {} for number in groups}
    for pair, value in likeness.items():
        a, b = (home[key] for key in pair)
        if a != b:
            totals[a][b] = totals[b][a] = totals[a].get(b, 0.0) + value
    if least <= 0:
        for a, b in combinations(groups, 2):
            totals[a].setdefault(b, 0.0)
            totals[b].setdefault(a, 0.0)
    heap = [
        (-mean, a, b)
        for a, others in totals.items()
        for b, total in others.items()
        if a < b and (mean := total / (len(groups[a]) * len(groups[b]))) >= least
    ]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or b in cannot[a]:
            continue
        if -score != totals[a][b] / (len(groups[a]) * len(groups[b])):
            continue
        if forbidden and _any(groups[a], groups[b], forbidden):
            cannot[a].add(b)
            cannot[b].add(a)
            continue
        if unlikely and _share(groups[a], groups[b], unlikely) > _UNLIKELY:
            continue
        groups[a] += groups.pop(b)
        # What either group may not join, both may not.
        for other in cannot.pop(b):
            cannot[other].discard(b)
            cannot[other].add(a)
            cannot[a].add(other)
        gone = totals.pop(b)
        del totals[a][b], gone[a]
        for other, total in gone.items():
            del totals[other][b]
            totals[a][other] = totals[a].get(other, 0.0) + total
        for other, total in totals[a].items():
            totals[other][a] = total
            if other not in cannot[a] and (mean := total / (len(groups[a]) * len(groups[other]))) >= least:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return list(groups.values())


def _share(first: Sequence[str], second: Sequence[str], unlikely: Callable[[str, str], bool]) -> float:
    return sum(unlikely(a, b) for a in first for b in second) / (len(first) * len(second))


def _any(first: Sequence[str], second: Sequence[str], forbidden: Callable[[str, str], bool]) -> bool:
    return any(forbidden(a, b) for a in first for b in second)
