"""Whose doing it is: a name of the evidence that the claim puts where the evidence has another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from conspectus.text.facts.names import Name
from conspectus.text.facts.tokens import CLAUSE_MARKS
from conspectus.text.senses import meant
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.office_words import offices_in
from conspectus.verification.checks.parts import MARKS, Part, is_name, own_words, parts
from conspectus.verification.verdict import Mismatch, MismatchKind

_LEAST_SHARED = 2
_REACH = 10
_NONE: frozenset[str] = frozenset()
_OUTSIDE = CLAUSE_MARKS | {"and", "but", "while", "whereas", "although", "though"}


def check(case: Case) -> Iterator[Mismatch]:
    """Names of the claim that stand, in the evidence, apart from what the claim says beside them.

    A name counts as put in another's place where the sentence of the evidence that says most of what stands beside
    it does not have it, has no pronoun that could mean it, and names somebody whom the claim leaves out, while the
    sentences that have the name say nothing of it. Of whom the claim's clauses tell what they do is `doers`' business.
    """
    claim = case.claim
    if not claim.names or offices_in(claim.text):
        return
    for name in claim.names:
        words = own_words(name)
        if not words or claim.reading.padded[name.last + 1] == "'s":
            continue
        holders = [analysis for analysis in case.wider if not words.isdisjoint(analysis.capitals)]
        told = _beside(claim, name) if holders else _NONE
        if len(told) < _LEAST_SHARED:
            continue
        if any(not told.isdisjoint(a.stem_set) and _is_one_sentence(a) for a in holders):
            continue
        sentences = [part for analysis in case.wider for part in parts(analysis)]
        homes = [part for part in sentences if words & part.words]
        if not homes or any(told & part.stems for part in homes) or _sensed(claim, told, homes):
            continue
        best = max(sentences, key=lambda part: len(told & part.stems))
        if best.open or len(told & best.stems) < _LEAST_SHARED:
            continue
        said = _said(claim)
        displaced = next((other for other in best.others if not own_words(other) & said), None)
        if displaced is None and claim.reading.low(name.first - 1) == "in":
            displaced = _elsewhere(best, words, said, sentences)
        if (
            displaced is not None
            and is_name(name, case)
            and not any(name == doer for part in parts(claim) for doer, _ in part.deeds)
        ):
            yield Mismatch(
                kind=MismatchKind.NAME,
                in_claim=name.text,
                in_evidence=displaced.text,
                message=f"The evidence says this of “{displaced.text}”, not of “{name.text}”.",
            )
            return


@lru_cache(maxsize=256)
def _is_one_sentence(analysis: Analysis) -> bool:
    """True where at most one mark ends a sentence."""
    return sum([low in MARKS for low in analysis.reading.lows]) <= 1


def _elsewhere(best: Part, words: frozenset[str], said: frozenset[str], sentences: list[Part]) -> Name | None:
    """A place that it is in by `best`, which the claim leaves out and no sentence ties to the claim's place."""
    tied = frozenset[str]().union(*(part.words for part in sentences if words & part.words))
    return next((other for other in best.within if own_words(other).isdisjoint(said | tied)), None)


def _sensed(claim: Analysis, told: frozenset[str], homes: list[Part]) -> bool:
    """True where a sentence has what is told in another word: "the roles are in Seattle" of jobs."""
    senses = frozenset[str]().union(*[sense for root, sense in meant(claim.text).items() if root in told])
    return any(not senses.isdisjoint(part.senses) for part in homes)


def _beside(claim: Analysis, name: Name) -> frozenset[str]:
    """The content words of the name's clause, names left out."""
    lows = claim.reading.lows
    start, end = name.first, name.last + 1
    first, last = max(0, name.first - _REACH), min(len(lows), name.last + _REACH + 1)
    while start > first and lows[start - 1] not in _OUTSIDE:
        start -= 1
    while end < last and lows[end] not in _OUTSIDE:
        end += 1
    return claim.stems_in(start, end) - claim.named


def _said(analysis: Analysis) -> frozenset[str]:
    return frozenset[str]().union(*(own_words(name) for name in analysis.names)) | analysis.lows
