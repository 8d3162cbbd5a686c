"""Superlatives: "the worst flood" for the worst since 1954, and "their first win" for the first in nine years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.text.facts.units import dimension
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_MOST = re.compile(r"(?:worst|best|first|[a-z]{3,}est)$")
_NONE = frozenset(
    str.split(
        "interest request protest contest arrest forest harvest honest modest suggest invest digest manifest latest "
        "nearest least conquest earnest behest tempest midwest northwest southwest guest quest west rest test"
    )
)
_HEAD = 4
_REACH = 12
_ENDS = frozenset((",", ".", ";", ":", "!", "?", "(", ")", "–", "and", "but", "after", "when", "as"))
_TIMES = ("time", "months")
_LIMITED = frozenset(
    str.split(
        "since year years decade decades month months week weeks season seasons century centuries generation "
        "generations summer winter spring autumn today lately recent recently again"
    )
)
"""What tells in a claim, in whatever words, that a superlative holds for a time only."""


def check(case: Case) -> Iterator[Mismatch]:
    """A superlative of the claim that holds, in the evidence, since a time only or for some years."""
    mine = list(_superlatives(case.claim)) if case.claim.lows.isdisjoint(_LIMITED) else []
    if not mine or case.claim.mentions:
        return
    for word, noun, _ in mine:
        theirs = [
            limit
            for analysis in case.wider
            for other, counted, limit in _superlatives(analysis)
            if (other, counted) == (word, noun)
        ]
        if theirs and all(theirs):
            yield Mismatch(
                kind=MismatchKind.QUANTIFIER,
                in_claim=word,
                in_evidence=theirs[0],
                message=f"The evidence says “{theirs[0]}”; the claim leaves out for how long.",
            )
            return


def _superlatives(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    """Each superlative with the stem of its noun, and with all words up to its limit in time, empty without one."""
    reading = analysis.reading
    for at, low in enumerate(reading.lows):
        if low in _NONE or not _MOST.fullmatch(low):
            continue
        roots = [i for i in range(at + 1, min(len(reading), at + _HEAD)) if analysis.stems[i] is not None]
        noun = analysis.stems[roots[0]] if roots else None
        if noun is not None:
            end = _limit(analysis, at)
            yield low, noun, " ".join(reading.words[at : end + 1]) if end else ""


def _limit(analysis: Analysis, at: int) -> int:
    """The last token of "since 1954" or "in 70 years" behind the superlative, 0 where there is none."""
    reading = analysis.reading
    for index in range(at + 1, min(len(reading), at + _REACH)):
        low = reading.lows[index]
        if low == "since":
            return min(len(reading) - 1, index + 1)
        if low in ("in", "for"):
            span = next((q for q in analysis.quantities if index < q.first <= index + 3), None)
            if span is not None and dimension(span.unit) in _TIMES:
                return span.last
        if low in _ENDS:
            return 0
    return 0
