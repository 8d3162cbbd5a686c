"""Which detail of one article is of the same thing as one of another, however differently both are worded.

Two reports of one event tell mostly the same. Where a detail has, among all of its sort in the other article, one
counterpart that shares more with it than any other, and it the same in return, both are of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.acts import BEGINS, ONCE, acts
from conspectus.text.caseless import Caseless
from conspectus.text.facts.names import names


class Detail(Protocol):
    """Something of a sort, such as an hour or a place, that a statement gives."""

    @property
    def statement(self) -> Statement:
        """The statement that gives it."""

    @property
    def clause(self) -> str:
        """The part of the statement that has it."""

    @property
    def acts(self) -> frozenset[int]:
        """What happened then or there."""

    @property
    def about(self) -> frozenset[str]:
        """What else that part is about."""


BREAK = re.compile(r"[;:—]|, |\b(?:and|but|when|after|before|while|which|whose|who|where|until|that|as)\b")
_SENTENCE = re.compile(r"[.!?][”\"]? (?=[A-Z“\"])")
# Who only speaks is not what it happened to.
_IT = Caseless(
    r"\b(?:it|he|she|they|him|them)\b(?! (?:said|says|told|added|wrote|recalled|explained|insisted)\b)"
)
_SOMEBODY = frozenset({"he", "she", "him"})
_RELATIVE = re.compile(r"\b(?:which|who|that)$")
TIED = 0.6
_TIED_AMONG_OTHERS = 1.6
HARDLY = 0.3
_SAME_ACT = 0.6
_ALIKE = 0.2
_MANY = 30

D = TypeVar("D", bound=Detail)


def counterparts(
    details: Sequence[D], scene: Scene, tie: Callable[[D, D], float], given: Callable[[D, D], bool]
) -> list[tuple[D, D]]:
    """The pairs of details of two articles that are each what the other's article has nearest to it, closest first.

    `given` tells of two, either way round, whether they agree: what the other article gives as well is nobody else's
    counterpart. Less is asked of a pair of which neither could be of anything else.
    """
    by_article: dict[str, list[D]] = {}
    for each in details:
        for article in each.statement.item.claim.article_ids:
            by_article.setdefault(article, []).append(each)
    found = [
        pair
        for one, other in combinations(sorted(by_article), 2)
        if scene.alike(one, other) >= _ALIKE
        for pair in _between(by_article[one], by_article[other], tie, given)
    ]
    return [(first, second) for _, first, second in sorted(found, key=lambda each: -each[0])]


def _between(
    mine: Sequence[D], theirs: Sequence[D], tie: Callable[[D, D], float], given: Callable[[D, D], bool]
) -> Iterator[tuple[float, D, D]]:
    agreed = [(a, b) for a, one in enumerate(mine) for b, other in enumerate(theirs) if given(one, other)]
    own = _left(mine, {a for a, _ in agreed})
    others = _left(theirs, {b for _, b in agreed})
    ties = [[tie(first, second) for second in others] for first in own]
    for a, row in enumerate(ties):
        for b, close in enumerate(row):
            rivals = [*row[:b], *row[b + 1 :], *(each[b] for c, each in enumerate(ties) if c != a)]
            alone = not any(rivals) and len(own) * len(others) <= _MANY
            if close >= (TIED if alone else _TIED_AMONG_OTHERS) and all(each < close for each in rivals):
                yield close, own[a], others[b]


def _left(details: Sequence[D], without: Collection[int]) -> list[D]:
    return [each for number, each in enumerate(details) if number not in without]


def tied(first: Detail, second: Detail, scene: Scene) -> float:
    """How much both clauses share: an act counts as such, and hardly without anything that it befalls."""
    shared = scene.weight(first.about & second.about)
    same = first.acts & second.acts
    if not same:
        return max(0.0, shared - (_SAME_ACT if first.acts or second.acts else HARDLY))
    only_once = same & ONCE and first.acts | second.acts <= same | {BEGINS}
    if shared >= HARDLY or len(same - {BEGINS}) > 1 or only_once:
        return shared + _SAME_ACT
    return shared + _SAME_ACT if _is_it(first) or _is_it(second) else 0.0


def _is_it(detail: Detail) -> bool:
    """True where a pronoun says to what it happened; "he" is rather whom its own sentence names before."""
    text = detail.statement.text
    start = max(0, text.find(detail.clause))
    return any(
        each[0].lower() not in _SOMEBODY or not names(text[: start + each.start()])
        for each in _IT.finditer(detail.clause)
    )


def clause_at(text: str, start: int, end: int) -> str:
    """The part of a sentence that has what stands at `start` to `end`, and as much beside it as tells what happened."""
    opens = max((each.end() for each in _SENTENCE.finditer(text, 0, start)), default=0)
    found = _SENTENCE.search(text, end)
    closes = found.start() if found else len(text)
    inner = [each.span() for each in BREAK.finditer(text, opens, closes)]
    starts = [opens, *(after for _, after in inner if after <= start)]
    ends = [*(before for before, _ in inner if before >= end), closes]
    first, last = len(starts) - 1, 0
    while first and (_RELATIVE.search(text, 0, starts[first]) or not acts(text[starts[first] : ends[last]])):
        first -= 1
    while last < len(ends) - 1 and not acts(text[starts[first] : ends[last]]):
        last += 1
    return text[starts[first] : ends[last]]
