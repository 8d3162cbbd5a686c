"""Who stands before whom: "Ruiz finished ahead of Lind" is "Lind finished behind Ruiz", and not the reverse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.tokens import SENTENCE_MARKS
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.parts import own_words
from conspectus.verification.verdict import Mismatch, MismatchKind

_WORDS = {"ahead": 1, "behind": -1}
_REACH = 6
_NOBODY: frozenset[str] = frozenset()


class _Standing(NamedTuple):
    side: int
    first: frozenset[str]
    second: frozenset[str]
    words: str


def check(case: Case) -> Iterator[Mismatch]:
    """The first standing of the claim that the evidence has the other way round."""
    if case.claim.lows.isdisjoint(_WORDS) or case.claim.of_kind(OperatorKind.NEGATION):
        return
    for mine in _standings(case.claim):
        stated = [theirs for text in case.wider for theirs in _standings(text)]
        turned = next((theirs for theirs in stated if _crossed(mine, theirs, mine.side)), None)
        if turned is not None and not any(_same(mine, theirs) for theirs in stated):
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine.words,
                in_evidence=turned.words,
                message=f"The claim says “{mine.words}” where the evidence says “{turned.words}”.",
            )
            return


def is_converse(case: Case) -> bool:
    """True where the claim's "behind" is the evidence's "ahead of", told from the other side."""
    return any(
        _crossed(mine, theirs, -mine.side)
        for mine in _standings(case.claim)
        for text in case.wider
        for theirs in _standings(text)
    )


def _crossed(mine: _Standing, theirs: _Standing, side: int) -> bool:
    """True where whom the claim puts on one end the evidence puts on the other, of that side's word."""
    return theirs.side == side and bool(mine.first & theirs.second or mine.second & theirs.first)


def _same(mine: _Standing, theirs: _Standing) -> bool:
    return theirs.side == mine.side and bool(mine.first & theirs.first or mine.second & theirs.second)


def _standings(analysis: Analysis) -> list[_Standing]:
    if analysis.lows.isdisjoint(_WORDS):
        return []
    lows = analysis.reading.lows
    found = []
    for at, low in enumerate(lows):
        if low not in _WORDS:
            continue
        after = at + 1 + (analysis.reading.padded[at + 1] == "of")
        start = next((i for i in range(at, 0, -1) if lows[i - 1] in SENTENCE_MARKS), 0)
        names = [(name, own_words(name)) for name in analysis.names]
        first = next((words for name, words in names if start <= name.first < at and words), _NOBODY)
        second = [words for name, words in names if after <= name.first < after + _REACH and words]
        if first and second:
            said = " ".join(analysis.reading.words[at : after + _REACH])
            found.append(_Standing(_WORDS[low], first, second[-1], said))
    return found
