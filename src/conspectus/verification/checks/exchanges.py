"""Two things that have changed places: what the evidence says beside each, the claim says beside the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.swaps import SYMMETRIC
from conspectus.verification.verdict import Mismatch, MismatchKind

_BY_REACH = 4


class _Beside(NamedTuple):
    """The content words next to a word, each with the token that touches it; and whether "by" comes shortly before."""

    before: tuple[str | None, str]
    after: tuple[str | None, str]
    by: bool


def check(case: Case) -> Iterator[Mismatch]:
    """Two words of the claim of which each has, on one side, the neighbour that the evidence gives to the other."""
    mine = _places(case.claim)
    for analysis in case.wider:
        theirs = _places(analysis)
        both = [word for word in mine if word in theirs and word[0].isalpha()]
        for one, other in combinations(both, 2):
            if _crossed(mine, theirs, one, other):
                yield Mismatch(
                    kind=MismatchKind.ROLE,
                    in_claim=case.claim.text,
                    in_evidence=analysis.text,
                    message=f"The claim exchanges “{_word(case.claim, one)}” and “{_word(case.claim, other)}”.",
                )
                return


def _crossed(mine: dict[str, _Beside], theirs: dict[str, _Beside], one: str, other: str) -> bool:
    own = (mine[one], mine[other])
    stated = (theirs[other], theirs[one])
    if any(place.by for place in (*own, *stated)):
        # "Bought by" turns the order round and says the same.
        return False
    for side in ("before", "after"):
        beside = tuple(getattr(place, side) for place in own)
        words = {word for word, _ in beside}
        if (
            len(words) == len(beside)
            and not words & {one, other, None}
            and not words & SYMMETRIC
            and beside == tuple(getattr(place, side) for place in stated)
        ):
            return True
    return False


@lru_cache(maxsize=1024)
def _places(analysis: Analysis) -> dict[str, _Beside]:
    """The content words that the text has once, each with its neighbours."""
    words = [
        (at, root or low)
        for at, (low, root) in enumerate(zip(analysis.reading.lows, analysis.stems, strict=True))
        if root is not None or low[0].isdecimal()
    ]
    counts: dict[str, int] = {}
    for _, word in words:
        counts[word] = counts.get(word, 0) + 1
    lows = analysis.reading.lows
    return {
        word: _Beside(
            (words[place - 1][1] if place else None, _touching(lows, at)),
            (words[place + 1][1] if place + 1 < len(words) else None, analysis.reading.low(at + 1)),
            "by" in lows[max(0, at - _BY_REACH) : at],
        )
        for place, (at, word) in enumerate(words)
        if counts[word] == 1
    }


def _touching(lows: tuple[str, ...], at: int) -> str:
    """The token right before, articles aside."""
    while at > 0 and lows[at - 1] in ("the", "a", "an"):
        at -= 1
    return lows[at - 1] if at > 0 else ""


def _word(analysis: Analysis, word: str) -> str:
    pairs = zip(analysis.reading.words, analysis.stems, strict=True)
    return next((written for written, root in pairs if root == word), word)
