"""Whose doing it is: a name of the evidence that the claim puts where the evidence has another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from conspectus.lazily import lazy
from conspectus.text.facts.lexicon import NEVER_NAMES
from conspectus.text.facts.names import Name
from conspectus.text.facts.tokens import CLAUSE_MARKS, SENTENCE_MARKS
from conspectus.text.senses import meant
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.office_words import OFFICE_WORDS, offices_in
from conspectus.verification.verdict import Mismatch, MismatchKind

_LEAST_SHARED = 2
_REACH = 10
_MARKS = SENTENCE_MARKS | {";"}
_PRONOUNS = frozenset("he she it they his its her their them".split())  # noqa: SIM905
_APART = frozenset(("of", "at", "in", "near", "(", "'s", "and", "or"))
_OUTSIDE = CLAUSE_MARKS | {"and", "but", "while", "whereas", "although", "though"}


def check(case: Case) -> Iterator[Mismatch]:
    """Names of the claim that stand, in the evidence, apart from what the claim says beside them.

    A name counts as put in another's place where the sentence of the evidence that says most of what stands beside
    it does not have it, has no pronoun that could mean it, and names somebody whom the claim leaves out, while the
    sentences that have the name say nothing of it.
    """
    claim = case.claim
    if not claim.names or offices_in(claim.text):
        return
    for name in claim.names:
        words = _words(name)
        if not words or claim.reading.low(name.last + 1) == "'s":
            continue
        told = _beside(claim, name)
        holders = [analysis for analysis in case.wider if not words.isdisjoint(analysis.capitals)]
        if len(told) < _LEAST_SHARED or not holders:
            continue
        if any(
            not told.isdisjoint(a.stem_set) and sum(map(a.reading.lows.count, _MARKS)) <= 1 for a in holders
        ):
            continue
        sentences = [part for analysis in case.wider for part in _sentences(analysis)]
        homes = [part for part in sentences if words & part.words]
        if not homes or any(told & part.stems for part in homes) or _sensed(claim, told, homes):
            continue
        best = max(sentences, key=lambda part: len(told & part.stems))
        if best.open or len(told & best.stems) < _LEAST_SHARED:
            continue
        said = _said(claim)
        displaced = next((other for other in best.others if not _words(other) & said), None)
        if displaced is None and claim.reading.low(name.first - 1) == "in":
            displaced = _elsewhere(best, words, said, sentences)
        if displaced is not None:
            yield Mismatch(
                kind=MismatchKind.NAME,
                in_claim=name.text,
                in_evidence=displaced.text,
                message=f"The evidence says this of “{displaced.text}”, not of “{name.text}”.",
            )
            return


def _elsewhere(
    best: _Sentence, words: frozenset[str], said: frozenset[str], sentences: list[_Sentence]
) -> Name | None:
    """A place that it is in by `best`, which the claim leaves out and no sentence ties to the claim's place."""
    tied = frozenset[str]().union(*(part.words for part in sentences if words & part.words))
    return next((other for other in best.within if _words(other).isdisjoint(said | tied)), None)


class _Sentence:
    """One sentence of the evidence: its content stems and names, and whether a pronoun may mean somebody outside it.

    `others` are the names that may be what the sentence is about: no possessors, no places it happened in.
    """

    def __init__(self, analysis: Analysis, start: int, end: int) -> None:
        self._text, self._reading, self._start, self._end = analysis.text, analysis.reading, start, end
        self._names = [name for name in analysis.names if start <= name.first < end]
        self.words = frozenset[str]().union(*map(_words, self._names))
        self.stems = analysis.stems_in(start, end)

    @lazy
    def _sure(self) -> list[Name]:
        return [name for name in self._names if not name.initial or len(name.words) > 1]

    @lazy
    def others(self) -> list[Name]:
        padded = self._reading.padded
        return [
            name
            for name in self._sure
            if padded[name.first - 1] not in _APART and padded[name.last + 1] not in _APART
        ]

    @lazy
    def within(self) -> list[Name]:
        """The names of places that something is in."""
        return [name for name in self._sure if self._reading.low(name.first - 1) == "in"]

    @lazy
    def senses(self) -> frozenset[str]:
        """What its words may mean."""
        start, end = self._reading.raw_range(self._start, self._end - 1)
        return frozenset[str]().union(*meant(self._text[start:end]).values())

    @lazy
    def open(self) -> bool:
        opening = min((name.first for name in self._sure), default=self._end)
        return not _PRONOUNS.isdisjoint(self._reading.lows[self._start : opening])


@lru_cache(maxsize=1024)
def _sentences(analysis: Analysis) -> tuple[_Sentence, ...]:
    reading = analysis.reading
    ends = [
        at
        for at, word in enumerate(reading.words)
        if word in _MARKS and (word == ";" or reading.low(at - 1) not in NEVER_NAMES)
    ]
    bounds = sorted({-1, *ends, len(reading) - 1})
    return tuple(
        _Sentence(analysis, before + 1, at + 1) for before, at in pairwise(bounds) if at > before + 1
    )


def _sensed(claim: Analysis, told: frozenset[str], homes: list[_Sentence]) -> bool:
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


def _words(name: Name) -> frozenset[str]:
    return frozenset(name.words) - OFFICE_WORDS


def _said(analysis: Analysis) -> frozenset[str]:
    return frozenset[str]().union(*(_words(name) for name in analysis.names)) | analysis.lows
