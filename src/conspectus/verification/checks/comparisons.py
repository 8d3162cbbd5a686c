# ruff: noqa: SIM905 — a word list reads best as words
"""Comparisons: more or fewer than what, told by a multiple, two amounts or a verb, and what is excepted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.opposite_words import DIRECTIONS
from conspectus.verification.verdict import Mismatch, MismatchKind

_GREATER = frozenset("more larger bigger higher greater longer wider stronger heavier".split())
_SMALLER = frozenset("fewer less smaller lower shorter narrower weaker lighter".split())
_UP, _DOWN = (frozenset(side.split()) for side in DIRECTIONS.split("|"))
_RISE, _FALL = (
    _UP - _GREATER - {"up", "create", "created"},
    _DOWN - _SMALLER - {"down", "cut", "cuts", "cutting"},
)
_EXCEPT = frozenset("but except bar besides save excluding apart aside".split())
_BESIDE = frozenset(("compared", "versus", "against"))
_TAIL = 7
_HEAD = 9
_ENDS = frozenset((".", "!", "?", ";", ",", "(", ")"))


def check(case: Case) -> Iterator[Mismatch]:
    """The first "more than" of the claim that the evidence has the other way round, or with an exception."""
    claim = case.claim
    if "than" not in claim.lows:
        return
    for at in [i for i, low in enumerate(claim.reading.lows) if low == "than"]:
        word = _compared(claim, at)
        if word is None:
            continue
        greater = claim.reading.lows[word] in _GREATER
        theirs = next(filter(None, (_told(claim, at, greater, a) for a in case.wider)), None)
        if theirs is not None:
            words = " ".join(claim.reading.words[word : _tail_end(claim, at + 1)])
            yield Mismatch(
                kind=MismatchKind.COMPARATIVE,
                in_claim=words,
                in_evidence=theirs,
                message=f"The claim says “{words}” where the evidence says “{theirs}”.",
            )
            return


def _told(claim: Analysis, at: int, greater: bool, analysis: Analysis) -> str | None:
    return (
        _excepted(claim, at, analysis)
        or _multiplied(claim, at, greater, analysis)
        or _set_beside(claim, at, greater, analysis)
        or _moved(claim, at, greater, analysis)
    )


def _compared(claim: Analysis, at: int) -> int | None:
    """The token of the "more" or "fewer" whose "than" it is; None for part of an amount."""
    if any(q.first <= at <= q.last for q in claim.quantities):
        return None
    for index in range(at - 1, max(-1, at - 1 - _HEAD), -1):
        low = claim.reading.lows[index]
        if low in _GREATER or low in _SMALLER:
            return index
        if low in _ENDS:
            return None
    return None


def _excepted(claim: Analysis, at: int, analysis: Analysis) -> str | None:
    """ "Than in any other region" where the evidence goes on "but Aldmoor"."""
    if not _any_other(claim, at):
        return None
    lows = analysis.reading.lows
    for than in _thans(analysis):
        if not _any_other(analysis, than):
            continue
        end = _tail_end(analysis, than + 1)
        if _EXCEPT.isdisjoint(lows[than:end]) or not _EXCEPT.isdisjoint(claim.lows):
            continue
        if _tail(claim, at) & _tail(analysis, than):
            return " ".join(analysis.reading.words[than:end])
    return None


def _multiplied(claim: Analysis, at: int, greater: bool, analysis: Analysis) -> str | None:
    """ "Fewer than a year earlier" where the evidence has "four times as many as a year earlier"."""
    lows = analysis.reading.lows
    for index in range(2, len(lows) - 2):
        if (
            lows[index] != "as"
            or lows[index - 2] != "as"
            or lows[index - 3] not in ("times", "twice", "half")
        ):
            continue
        if (lows[index - 3] == "half") is greater and _same_tail(claim, at, analysis, index):
            return " ".join(analysis.reading.words[index - 3 : _tail_end(analysis, index + 1)])
    return None


def _set_beside(claim: Analysis, at: int, greater: bool, analysis: Analysis) -> str | None:
    """ "Larger than in March" where the evidence has "2.1 billion, compared with 2.4 billion in March"."""
    if analysis.lows.isdisjoint(_BESIDE) or claim.quantities:
        return None
    lows = analysis.reading.lows
    for now, then in pairwise(q for q in analysis.quantities if not (q.vague or q.is_range)):
        between = lows[now.last + 1 : then.first]
        if _BESIDE.isdisjoint(between) or now.unit != then.unit or now.low == then.low or "." in between:
            continue
        start, end = analysis.sentence_bounds(now.first)
        subject = analysis.stems_in(start, now.first)
        if (now.low > then.low) is greater or not subject or not subject <= claim.stem_set:
            continue
        if _tail(claim, at) & analysis.told_in(then.last + 1, end):
            return " ".join(analysis.reading.words[now.first : then.last + 1])
    return None


def _moved(claim: Analysis, at: int, greater: bool, analysis: Analysis) -> str | None:
    """ "Larger in the recount than in the first count" where it "shrank from the first count" in the evidence."""
    against, own = (_FALL, _RISE) if greater else (_RISE, _FALL)
    if analysis.lows.isdisjoint(against) or not analysis.lows.isdisjoint(own):
        return None
    start, _ = claim.sentence_bounds(at)
    mine = claim.stems_in(start, at)
    for index, low in enumerate(analysis.reading.lows):
        if low not in against:
            continue
        begin, end = analysis.sentence_bounds(index)
        if "from" not in analysis.reading.lows[index:end]:
            continue
        subject = analysis.stems_in(begin, index)
        if len(subject & mine) > 1 and _tail(claim, at) & analysis.told_in(index + 1, end):
            return " ".join(analysis.reading.words[index : min(end, index + _TAIL + 1)])
    return None


def _any_other(analysis: Analysis, than: int) -> bool:
    lows = analysis.reading.lows[than + 1 : than + 5]
    return ("any", "other") in pairwise(lows)


@lru_cache(maxsize=16)
def _thans(analysis: Analysis) -> tuple[int, ...]:
    return tuple(i for i, low in enumerate(analysis.reading.lows) if low == "than")


def _tail_end(analysis: Analysis, start: int) -> int:
    end = start
    while end < len(analysis.reading) and end - start < _TAIL and analysis.reading.lows[end] not in _ENDS:
        end += 1
    return end


def _tail(analysis: Analysis, at: int) -> frozenset[str]:
    return analysis.told_in(at + 1, _tail_end(analysis, at + 1))


def _same_tail(claim: Analysis, at: int, analysis: Analysis, other: int) -> bool:
    mine, theirs = _tail(claim, at), _tail(analysis, other)
    return bool(mine) and mine <= theirs
