"""Which detail of one article is of the same thing as one of another, however differently both are worded.

Two reports of one event tell mostly the same. Where a detail has, among all of its sort in the other article, one
counterpart that shares more with it than any other, and it the same in return, both are of one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement


class Detail(Protocol):
    """Something of a sort, such as an hour or a place, that a statement gives."""

    @property
    def statement(self) -> Statement:
        """The statement that gives it."""


_ALIKE = 0.2
_MANY = 30

D = TypeVar("D", bound=Detail)


def counterparts(
    details: Sequence[D],
    scene: Scene,
    tie: Callable[[D, D], float],
    given: Callable[[D, D], bool],
    least: float,
    least_among_others: float,
) -> Iterator[tuple[float, D, D]]:
    """The pairs of details of two articles that are each what the other's article has nearest to it, with their tie.

    `given` tells of two whether they agree: what the other article gives as well is nobody else's counterpart. A pair
    has a tie of `least` where neither could be anything else, of `least_among_others` where either could.
    """
    by_article: dict[str, list[D]] = {}
    for each in details:
        for article in each.statement.item.claim.article_ids:
            by_article.setdefault(article, []).append(each)
    for one, other in combinations(sorted(by_article), 2):
        if scene.alike(one, other) >= _ALIKE:
            yield from _between(by_article[one], by_article[other], tie, given, least, least_among_others)


def _between(
    mine: Sequence[D],
    theirs: Sequence[D],
    tie: Callable[[D, D], float],
    given: Callable[[D, D], bool],
    least: float,
    least_among_others: float,
) -> Iterator[tuple[float, D, D]]:
    own = [each for each in mine if not any(given(each, one) for one in theirs)]
    others = [each for each in theirs if not any(given(each, one) for one in mine)]
    ties = {(a, b): tie(first, second) for a, first in enumerate(own) for b, second in enumerate(others)}
    for (a, b), close in ties.items():
        rivals = [each for (c, d), each in ties.items() if (c == a) != (d == b)]
        needed = least_among_others if any(rivals) or len(ties) > _MANY else least
        if close >= needed and all(each < close for each in rivals):
            yield close, own[a], others[b]
