"""Two things that have changed places: what the evidence says beside each, the claim says beside the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.swaps import SYMMETRIC
from conspectus.verification.verdict import Mismatch, MismatchKind

_BY_REACH = 4
_FEWEST = 4
_ARTICLES = ("the", "a", "an")

_Side = Mapping[str, tuple[str, str]]
"""For each content word that a text has once, the content word next to it on one side, and the token between."""


def check(case: Case) -> Iterator[Mismatch]:
    """Two words of the claim of which each has, on one side, the neighbour that the evidence gives to the other."""
    claim = case.claim
    for analysis in case.wider:
        if len(claim.stem_set & analysis.stem_set) < _FEWEST:
            continue
        for mine, theirs in zip(_sides(claim), _sides(analysis), strict=True):
            pair = _crossed(mine, theirs)
            if pair is not None and not _reworded(claim, analysis, pair):
                one, other = (_written(claim, word) for word in pair)
                yield Mismatch(
                    kind=MismatchKind.ROLE,
                    in_claim=claim.text,
                    in_evidence=analysis.text,
                    message=f"The claim exchanges “{one}” and “{other}”.",
                )
                return


def _crossed(mine: _Side, theirs: _Side) -> tuple[str, str] | None:
    holders = {beside: word for word, beside in theirs.items()}
    for one, beside in mine.items():
        other = holders.get(beside)
        if other is None or other == one or other not in mine or one not in theirs:
            continue
        exchanged = mine[other]
        words = {beside[0], exchanged[0]}
        if (
            exchanged == theirs[one]
            and len(words) > 1
            and not words & {one, other, ""}
            and not words & SYMMETRIC
        ):
            return one, other
    return None


@lru_cache(maxsize=64)
def _sides(analysis: Analysis) -> tuple[_Side, _Side]:
    """What stands before and what stands after each content word that the text has once."""
    lows, stems = analysis.reading.lows, analysis.stems
    words = [(at, root or lows[at]) for at, root in enumerate(stems) if root or lows[at][0].isdecimal()]
    before: dict[str, tuple[str, str]] = {}
    after: dict[str, tuple[str, str]] = {}
    repeated = set()
    last = ""
    for place, (at, word) in enumerate(words, start=1):
        if word in before:
            repeated.add(word)
        if stems[at] is not None:
            before[word] = last, _touching(lows, at)
            after[word] = words[place][1] if place < len(words) else "", analysis.reading.low(at + 1)
        last = word
    for word in repeated:
        del before[word], after[word]
    return before, after


def _touching(lows: tuple[str, ...], at: int) -> str:
    """The token right before, articles aside."""
    while at > 0 and lows[at - 1] in _ARTICLES:
        at -= 1
    return lows[at - 1] if at > 0 else ""


def _reworded(claim: Analysis, analysis: Analysis, pair: tuple[str, str]) -> bool:
    """True where the order is turned round and says the same: "a fire closed it" and "closed after a fire"."""
    if any(_before(text, word) & {"by"} for text in (claim, analysis) for word in pair):
        return True
    return any(
        _before(claim, mine) & _SOURCES != _before(analysis, theirs) & _SOURCES
        for mine, theirs in (pair, pair[::-1])
    )


_SOURCES = frozenset(("after", "from", "with", "through", "because", "due", "in", "following"))


def _before(analysis: Analysis, word: str) -> frozenset[str]:
    """The tokens shortly before the word."""
    at = analysis.stems.index(word)
    return frozenset(analysis.reading.lows[max(0, at - _BY_REACH) : at])


def _written(analysis: Analysis, word: str) -> str:
    return analysis.reading.words[analysis.stems.index(word)]
