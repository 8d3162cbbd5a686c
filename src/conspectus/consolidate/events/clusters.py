"""Average-link agglomeration (Sokal and Michener 1958) under cannot-link constraints (Davidson and Ravi 2005).

The likeness of two groups is the mean over their pairs, kept as a sum that is added up as groups are joined (Lance and
Williams 1967). Of each group only its nearest is known, and looked for again when that one changed: joining makes no
two groups more alike than their parts were ("generic clustering", Müllner 2011). So n keys take n² steps, or little
more, and not n⁴.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Sequence

from conspectus.text.similarity import Pairs

_UNLIKELY = 0.2

_Join = tuple[float, int, int]
"""How unlike two groups are, and their numbers, the lower first: the least of these is joined first."""


def agglomerate(
    keys: Sequence[str],
    likeness: Pairs,
    *,
    least: float = -math.inf,
    forbidden: Callable[[str, str], bool] | None = None,
    unlikely: Callable[[str, str], bool] | None = None,
    settled: Sequence[Sequence[str]] = (),
    exclusive: bool = True,
) -> list[list[str]]:
    """The keys in groups: the most alike two on average are joined until none are `least` alike.

    `likeness` has all of the keys, and may have others. Groups are never joined where two of their members are
    `forbidden` to be in one, nor, as long as that is so, where more than a fifth of their pairs are `unlikely` to
    be. Groups in `settled` are there from the start, and no two of them are joined where they
    are `exclusive`.
    """
    known = set(keys)
    first = [[key for key in group if key in known] for group in settled]
    first = [group for group in first if group]
    taken = {key for group in first for key in group}
    groups = _Groups(first + [[key] for key in keys if key not in taken], likeness, least)
    if exclusive:
        groups.part(range(len(first)))
    while (found := groups.nearest()) is not None:
        a, b = found
        one, other = groups.members[a], groups.members[b]
        if forbidden and _any(one, other, forbidden):
            groups.part(found)
        elif unlikely and _share(one, other, unlikely) > _UNLIKELY:
            groups.put_off(a, b)
        else:
            groups.join(a, b)
    return list(groups.members.values())


class _Groups:
    """Groups that are being joined, with what is known of how alike they are."""

    def __init__(self, groups: Sequence[list[str]], likeness: Pairs, least: float) -> None:
        self.members = dict(enumerate(groups))
        self._least = least
        self._totals = _totals(groups, likeness)
        self._cannot: list[set[int]] = [set() for _ in groups]
        self._put_off: list[set[int]] = [set() for _ in groups]
        self._best: list[_Join | None] = [None] * len(groups)
        self._heap: list[_Join] = []
        self._changed = set(self.members)

    def nearest(self) -> tuple[int, int] | None:
        """The two groups that are most alike and may be joined, None where no such two are `least` alike."""
        for number in sorted(self._changed):
            self._look(number)
        self._changed.clear()
        while self._heap:
            join = heapq.heappop(self._heap)
            unlike, a, b = join
            if a not in self.members or self._best[a] != join:
                continue
            if b in self.members and b not in self._cannot[a] and unlike == -self._mean(a, b):
                self._changed.add(a)
                return a, b
            self._look(a)
        return None

    def part(self, numbers: Sequence[int]) -> None:
        """No two of these are ever joined."""
        for number in numbers:
            self._cannot[number].update(each for each in numbers if each != number)

    def put_off(self, a: int, b: int) -> None:
        """These two are not joined as they are."""
        self._put_off[a].add(b)
        self._put_off[b].add(a)

    def join(self, a: int, b: int) -> None:
        """The two are one, under the lower number `a`."""
        self.members[a] += self.members.pop(b)
        # What either group may not join, both may not.
        for other in self._cannot[b]:
            self._cannot[other].discard(b)
            self._cannot[other].add(a)
            self._cannot[a].add(other)
        for number in (a, b):
            for other in self._put_off[number]:
                self._put_off[other].discard(number)
            self._put_off[number].clear()
        totals, added, cannot = self._totals[a], self._totals[b], self._cannot[a]
        size, best = len(self.members[a]), self._best
        for other, group in self.members.items():
            if other == a:
                continue
            total = totals[other] = self._totals[other][a] = totals[other] + added[other]
            # Rounding may take a mean a digit above those that it is made of.
            if other < a and other not in cannot and (mean := total / (size * len(group))) >= self._least:
                join, known = (-mean, other, a), best[other]
                if known is None or join < known:
                    best[other] = join
                    heapq.heappush(self._heap, join)
        added.clear()

    def _mean(self, a: int, b: int) -> float:
        return self._totals[a][b] / (len(self.members[a]) * len(self.members[b]))

    def _look(self, a: int) -> None:
        """Finds the group of a higher number that is most like this one, the lowest of several."""
        totals, size = self._totals[a], len(self.members[a])
        banned = self._cannot[a] | self._put_off[a]
        most, nearest = -math.inf, None
        for b, group in self.members.items():
            if b > a and (mean := totals[b] / (size * len(group))) > most and b not in banned:
                most, nearest = mean, b
        if nearest is None or most < self._least:
            self._best[a] = None
            return
        self._best[a] = found = (-most, a, nearest)
        heapq.heappush(self._heap, found)


def _totals(groups: Sequence[Sequence[str]], likeness: Pairs) -> list[list[float]]:
    """The sum of likeness over the pairs of every two groups."""
    rows = likeness.among([key for group in groups for key in group])
    home = [number for number, group in enumerate(groups) for _ in group]
    totals = [[0.0] * len(groups) for _ in groups]
    for own, row in zip(home, rows, strict=True):
        for other, value in zip(home, row, strict=False):
            if own != other:
                totals[own][other] += value
                totals[other][own] += value
    return totals


def _share(first: Sequence[str], second: Sequence[str], unlikely: Callable[[str, str], bool]) -> float:
    return sum(unlikely(a, b) for a in first for b in second) / (len(first) * len(second))


def _any(first: Sequence[str], second: Sequence[str], forbidden: Callable[[str, str], bool]) -> bool:
    return any(forbidden(a, b) for a in first for b in second)
