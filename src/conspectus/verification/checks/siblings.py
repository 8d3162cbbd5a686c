"""One thing for another of its sort: "heroin" in the place where the evidence has "cocaine"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.text.facts.operators import OperatorKind
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.sibling_words import SIBLINGS
from conspectus.verification.verdict import Mismatch, MismatchKind

_REACH = 2
"""How many content words on either side are a word's place."""


class _Thing(NamedTuple):
    words: frozenset[str]
    others: frozenset[str]


def _things() -> dict[str, tuple[_Thing, ...]]:
    found: dict[str, tuple[_Thing, ...]] = {}
    for row in filter(str.strip, SIBLINGS.split(";")):
        kinds = [frozenset(kind.split()) for kind in row.split("|")]
        for kind in kinds:
            thing = _Thing(kind, frozenset[str]().union(*kinds) - kind)
            for word in kind:
                found[word] = (*found.get(word, ()), thing)
    return found


_THINGS = _things()
_WORDS = frozenset(_THINGS)


def check(case: Case) -> Iterator[Mismatch]:
    """Things of the claim in whose place the evidence has another of their sort."""
    if _WORDS.isdisjoint(case.claim.lows):
        return
    claimed = case.claim.lows & _WORDS
    if case.lows.isdisjoint(_WORDS) or case.claim.of_kind(OperatorKind.NEGATION):
        return
    for at, low in enumerate(case.claim.reading.lows):
        if low not in claimed:
            continue
        for thing in _THINGS[low]:
            if not thing.others.isdisjoint(case.lows):
                theirs = _in_its_place(case, at, thing)
                if theirs is not None:
                    yield Mismatch(
                        kind=MismatchKind.CONTENT,
                        in_claim=case.claim.reading.words[at],
                        in_evidence=theirs,
                        message=f"The claim says “{case.claim.reading.words[at]}” where the evidence says “{theirs}”.",
                    )
                    return


def _in_its_place(case: Case, at: int, thing: _Thing) -> str | None:
    """The evidence's word for another thing that stands where the claim has its own; None where it may be both."""
    claim = case.claim
    texts = (*case.texts, *case.known)
    if any(not thing.words.isdisjoint(text.lows) for text in texts):
        return None
    before, after = _beside(claim, at)
    for text in texts:
        for place, low in enumerate(text.reading.lows):
            if low not in thing.others or low in claim.lows:
                continue
            theirs = _beside(text, place)
            if not (before.isdisjoint(theirs[0]) and after.isdisjoint(theirs[1])):
                return text.reading.words[place]
    return None


def _beside(analysis: Analysis, at: int) -> tuple[frozenset[str], frozenset[str]]:
    """The content words and numbers of the same sentence that stand nearest before and behind the token."""
    start, end = analysis.sentence_bounds(at)
    return _nearest(analysis, range(at - 1, start - 1, -1)), _nearest(analysis, range(at + 1, end))


def _nearest(analysis: Analysis, tokens: range) -> frozenset[str]:
    found: list[str] = []
    for index in tokens:
        low = analysis.reading.lows[index]
        root = analysis.stems[index] or (low if low[0].isdecimal() else None)
        if root is not None:
            found.append(root)
            if len(found) == _REACH:
                break
    return frozenset(found)
