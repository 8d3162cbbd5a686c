# ruff: noqa: SIM905 — a word list reads best as words
"""Who did what to whom: doer and done-to that have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.text.facts.words import stem
from conspectus.verify.checks.case import Analysis, Case
from conspectus.verify.verdict import Mismatch, MismatchKind

_REACH = 6
_BE = frozenset("is are was were be been being get got".split())
_SYMMETRIC = frozenset(
    stem(w) for w in "meet merge marry talk discuss agree join share play draw tie compete".split()
)
_PREPOSITIONS = frozenset("in on at over for from with to into against about under during by".split())
_BREAKS = frozenset(", ; : – ( ) . ! ? and but while as after before when because which who that".split())


class _Act(NamedTuple):
    """A verb with the content words of who does it and of whom it is done to."""

    doer: frozenset[str]
    target: frozenset[str]
    words: str


def check(case: Case) -> Iterator[Mismatch]:
    """A verb of the claim whose doer and target are the evidence's target and doer."""
    claim = case.claim
    for index, root in enumerate(claim.stems):
        if root is None or root in _SYMMETRIC or not _verbal(claim, index):
            continue
        mine = _act(claim, index)
        if not mine.doer or not mine.target:
            continue
        acts = [
            _act(analysis, at)
            for analysis in case.wider
            for at, other in enumerate(analysis.stems)
            if other == root and _verbal(analysis, at)
        ]
        turned = [act for act in acts if _turned(mine, act)]
        if turned and len(turned) == len(acts):
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine.words,
                in_evidence=turned[0].words,
                message=f"The claim turns round who did it: it says “{mine.words}”, "
                f"the evidence “{turned[0].words}”.",
            )
            return


def _verbal(analysis: Analysis, index: int) -> bool:
    """True for what looks like a verb: a past or third-person form with words on both sides."""
    low = analysis.reading.lows[index]
    word = analysis.reading.words[index]
    return word.islower() and (low.endswith(("ed", "s")) or stem(low) != low or low in _IRREGULAR_VERBS)


_IRREGULAR_VERBS = frozenset(
    "beat hit cut put sue bought sold won lost led told sent met fought struck shot paid taught overtook".split()
)


def _act(analysis: Analysis, index: int) -> _Act:
    reading = analysis.reading
    before, after = _left(analysis, index), _right(analysis, index)
    left, right = analysis.stems_in(before, index), analysis.stems_in(index + 1, after)
    by = next(
        (i for i in range(index + 1, min(len(reading), index + _REACH)) if reading.lows[i] == "by"), None
    )
    passive = reading.low(index - 1) in _BE or reading.low(index - 2) in _BE
    words = " ".join(reading.words[before:after])
    if passive and by is not None:
        after = _right(analysis, by)
        return _Act(analysis.stems_in(by + 1, after), left, " ".join(reading.words[before:after]))
    if passive:
        return _Act(frozenset(), left, words)
    return _Act(left, right, words)


def _left(analysis: Analysis, index: int) -> int:
    start = index
    while start > 0 and index - start < _REACH and analysis.reading.lows[start - 1] not in _BREAKS:
        start -= 1
    return start


def _right(analysis: Analysis, index: int) -> int:
    end = index + 1
    while end < len(analysis.reading) and end - index <= _REACH:
        low = analysis.reading.lows[end]
        if low in _BREAKS or low in _PREPOSITIONS:
            break
        end += 1
    return end


def _turned(mine: _Act, theirs: _Act) -> bool:
    crossed = bool(mine.doer & theirs.target) and bool(mine.target & theirs.doer)
    return crossed and not (mine.doer & theirs.doer) and not (mine.target & theirs.target)
