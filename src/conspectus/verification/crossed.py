"""Whether two amounts or days of a claim have changed places: "£9 of the £4" where an article has "£4 of the £9".

What a claim and a sentence both say stands nearer to one of the two than to the other. Where the sentence has it nearer
to the other one, the claim has them crossed. "From", "to" and "instead of" say as much by themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import combinations
from typing import NamedTuple

from conspectus.text.facts.dates import Mention
from conspectus.text.facts.numbers import Quantity
from conspectus.text.senses import LIGHT
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, analyse
from conspectus.verification.checks.doers import TIMES
from conspectus.verification.claimed import Fact, days_of, facts_of, one_amount
from conspectus.verification.evidence_search import EvidenceIndex, Place
from conspectus.verification.ties import kind_of, shown
from conspectus.verification.verdict import Mismatch, MismatchKind

_LEAST = 2
"""How many words or cues have to say that two facts are crossed, with none to the contrary."""
_CANDIDATES = 12
_AGAINST = 3
"""How many such words one to the contrary outweighs."""
_APART = 5
"""What a comma or an "and" between two words adds to how many tokens they are apart."""
_SEPARATORS = frozenset((",", ";", ":", "and", "but", "while", "whereas"))
_INSTEAD = frozenset(
    (("instead", "of"), ("rather", "than"), ("up", "on"), ("down", "on"), ("compared", "with"))
)
_NONE: frozenset[str] = frozenset()

Spot = tuple[int, int]
"""The first token of a fact and its last."""


class Crossed(NamedTuple):
    """Two facts of a claim that have changed places, and the sentence that has them where they belong."""

    kind: MismatchKind
    one: str
    other: str
    place: Place

    @property
    def mismatch(self) -> Mismatch:
        """What is wrong, for a person."""
        message = (
            f"The articles have “{self.one}” and “{self.other}” the other way round: {shown(self.place.text)}"
        )
        return Mismatch(kind=self.kind, in_claim=self.one, in_evidence=self.other, message=message)


def crossed(claim: str, index: EvidenceIndex) -> Crossed | None:
    """The first two facts of the claim that the sentences which have both have the other way round."""
    mine = analyse(claim)
    pairs = [(a, b) for a, b in combinations(facts_of(mine), 2) if _is_one_sort(a, b)]
    if not pairs:
        return None
    told = {root: _NONE for root in mine.stems if root is not None and root not in LIGHT}
    places = [index.place(number) for _, number in index.saying(told)[:_CANDIDATES]]
    for one, other in pairs:
        most, best = 0, None
        for place in places:
            spots = _spots(mine, one, place), _spots(mine, other, place)
            if not all(spots) or not set(spots[0]).isdisjoint(spots[1]):
                continue
            straight, turned = _votes(mine, (one.first, one.last), (other.first, other.last), place, *spots)
            weight = turned - _AGAINST * straight
            if weight <= 0 < straight:
                break
            if weight > most:
                most, best = weight, place
        else:
            if best is not None and most >= _LEAST:
                return Crossed(kind_of(one), _words(mine, one), _words(mine, other), best)
    return None


def _is_one_sort(one: Fact, other: Fact) -> bool:
    """True for two different facts of one sort: amounts of one unit, names, days."""
    if one.last >= other.first:
        return False
    if isinstance(one.what, Quantity) and isinstance(other.what, Quantity):
        return one.what.unit == other.what.unit and one.what.low != other.what.low
    if isinstance(one.what, Mention) and isinstance(other.what, Mention):
        return one.what.parts != other.what.parts
    return False


def _spots(claim: Analysis, fact: Fact, place: Place) -> list[Spot]:
    """Where the sentence has the fact."""
    text = analyse(place.text)
    if isinstance(fact.what, Quantity):
        return [(q.first, q.last) for q in text.quantities if one_amount(fact.what, q)]
    if isinstance(fact.what, Mention):
        starts = text.reading.starts
        return [
            (bisect_right(starts, day.start) - 1, bisect_left(starts, day.end) - 1)
            for day in days_of(claim, fact.what, text, place.article.published)
        ]
    return []


def _votes(
    claim: Analysis, one: Spot, other: Spot, place: Place, ones: list[Spot], others: list[Spot]
) -> tuple[int, int]:
    """How many words and cues the sentence has beside the same fact as the claim, and beside the other one.

    Nothing is turned where that is told of one of the two alone: a word of both may stand anywhere.
    """
    text = analyse(place.text)
    ends, theirs = _ends(claim, [one], [other]), _ends(text, ones, others)
    if theirs:
        # "It fell from five to three": what it is has to do with both.
        return _LEAST * (ends == theirs), _LEAST * (ends == -theirs)
    straight, turned = 0, [0, 0]
    for at, root in enumerate(claim.stems):
        if root is None or root in LIGHT or root in TIMES or _is_in(at, one) or _is_in(at, other):
            continue
        mine = _side(claim, [at], [one], [other])
        there = [
            i
            for i, found in enumerate(text.stems)
            if found is not None
            and found[:SHARED_BEGINNING] == root[:SHARED_BEGINNING]
            and not any(_is_in(i, spot) for spot in (*ones, *others))
        ]
        theirs = _side(text, there, ones, others)
        straight += mine * theirs > 0
        if mine * theirs < 0:
            turned[mine > 0] += 1
    return straight, sum(turned) if all(turned) else 0


def _ends(text: Analysis, ones: list[Spot], others: list[Spot]) -> int:
    """1 where the text goes to the first from the second, -1 where it goes the other way, 0 where neither."""
    return _end(text, ones, others) or -_end(text, others, ones)


def _end(text: Analysis, ones: list[Spot], others: list[Spot]) -> int:
    lows = text.reading.padded
    to = any(lows[first - 1] == "to" for first, _ in ones)
    old = any(
        (lows[first - 2], lows[first - 1]) in _INSTEAD or lows[first - 1] == "from" for first, _ in others
    )
    near = any(abs(first - last) <= _APART for first, _ in ones for _, last in others)
    return int((to and near and not any(lows[first - 1] == "to" for first, _ in others)) or old)


def _side(text: Analysis, tokens: list[int], ones: list[Spot], others: list[Spot]) -> int:
    """1 where the tokens stand nearer to the first, -1 where nearer to the second, 0 where neither."""
    if not tokens:
        return 0
    near = [min(_distance(text, at, spot) for at in tokens for spot in spots) for spots in (ones, others)]
    return (near[0] < near[1]) - (near[1] < near[0])


def _distance(text: Analysis, at: int, spot: Spot) -> int:
    start, end = (at + 1, spot[0]) if at < spot[0] else (spot[1] + 1, at)
    return end - start + _APART * sum(low in _SEPARATORS for low in text.reading.lows[start:end])


def _is_in(at: int, spot: Spot) -> bool:
    return spot[0] <= at <= spot[1]


def _words(claim: Analysis, fact: Fact) -> str:
    start, end = claim.reading.raw_range(fact.first, fact.last)
    return claim.text[start:end]
