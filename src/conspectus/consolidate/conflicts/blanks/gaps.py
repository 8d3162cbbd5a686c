"""Amounts and times of two reports that may be of one thing and can't both be right: what a model is asked about.

Code decides what is asked and reads what is answered. Whether two amounts are of one thing is what the model's answer
shows: it writes one report's sentence on, from its beginning to the amount, as the other report has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from conspectus.consolidate.conflicts.alignment import Alignment
from conspectus.consolidate.conflicts.matters.whens import When, whens
from conspectus.consolidate.conflicts.numbers.measures import Measure, compatible, measures
from conspectus.consolidate.conflicts.statements import Statement

LEAST = 0.1
"""How likely two sentences have to be of one thing for anything in them to be asked about."""
BLANK = "____"
_NEAR = 25
"""Characters behind the beginning within which what is filled in has to begin."""


class Gap(NamedTuple):
    """An amount or a time that stands at `start` to `end` of a statement."""

    statement: Statement
    start: int
    end: int
    value: Measure | When

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others of the event: the claim's id, and where it begins."""
        return self.statement.item.claim.id, self.start

    @property
    def sentence(self) -> str:
        """The statement with a blank in its place."""
        return f"{self.statement.text[: self.start]}{BLANK}{self.statement.text[self.end :]}"

    @property
    def beginning(self) -> str:
        """The statement up to it."""
        return self.statement.text[: self.start].rstrip()

    def filled(self, words: str, published: date | None) -> Measure | When | None:
        """The value that the words put in its place; None where they put none of its sort.

        A day without a date is one near the day of publication of the report that was asked.
        """
        opening = len(self.beginning)
        text = f"{self.beginning} {words.strip()}"
        found: Sequence[Measure | When] = (
            whens(text, published)
            if isinstance(self.value, When)
            else measures(text, self.statement.language)[1]
        )
        return next((each for each in found if opening < each.end and each.start <= opening + _NEAR), None)


class Candidate(NamedTuple):
    """Two gaps of two reports whose values can't both be right, and how likely their statements are of one thing."""

    first: Gap
    second: Gap
    likely: float


def candidates(alignment: Alignment, matters: Callable[[Gap, Gap], bool]) -> tuple[Candidate, ...]:
    """The pairs of gaps of two reports that are worth asking about, the likeliest first.

    Of these it `matters` whether they are of one thing, and neither report gives the other's value anywhere.
    """
    gaps: defaultdict[str, list[Gap]] = defaultdict(list)
    for each in alignment.said:
        if each.language == "en":
            gaps[each.article_id] += _gaps(each)
    found = [
        candidate
        for (_, mine), (_, theirs) in combinations(sorted(gaps.items()), 2)
        for candidate in _between(_alone(mine, theirs), _alone(theirs, mine), alignment)
        if matters(candidate.first, candidate.second)
    ]
    return tuple(sorted(found, key=lambda each: (-each.likely, each.first.key, each.second.key)))


def same(one: Measure | When | None, other: Measure | When) -> bool:
    """True where both are one value."""
    if isinstance(one, When) and isinstance(other, When):
        return one.comparable(other) and one.meets(other)
    if isinstance(one, Measure) and isinstance(other, Measure):
        return one.dimension == other.dimension and compatible(one, other)
    return False


def _gaps(statement: Statement) -> Iterator[Gap]:
    times = whens(statement.text, statement.published)
    for when in times:
        yield Gap(statement, when.start, when.end, when)
    text, amounts = measures(statement.text, statement.language)
    for each in amounts:
        if text == statement.text and not any(one.start < each.end and each.start < one.end for one in times):
            yield Gap(statement, each.start, each.end, each)


def _alone(mine: Sequence[Gap], theirs: Sequence[Gap]) -> list[Gap]:
    """The gaps whose value the other report gives nowhere."""
    return [each for each in mine if not any(same(each.value, one.value) for one in theirs)]


def _between(mine: Sequence[Gap], theirs: Sequence[Gap], alignment: Alignment) -> Iterator[Candidate]:
    for first in mine:
        for second in theirs:
            if _alike(first.value, second.value):
                likely = alignment.likelihood(first.statement, second.statement)
                if likely >= LEAST:
                    yield Candidate(first, second, likely)


def _alike(one: Measure | When, other: Measure | When) -> bool:
    """True where one could stand in the other's place."""
    if isinstance(one, When) and isinstance(other, When):
        return one.comparable(other)
    return isinstance(one, Measure) and isinstance(other, Measure) and one.dimension == other.dimension
