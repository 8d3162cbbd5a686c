"""Who did it to whom where one of the two is a pronoun: "she asked Tolley" for "Tolley asked her"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from conspectus.text.facts.names import Name
from conspectus.text.facts.tokens import Reading
from conspectus.text.facts.words import IRREGULAR_FORMS, STOP_WORDS, stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.swaps import SYMMETRIC
from conspectus.verification.verdict import Mismatch, MismatchKind

_DOERS = frozenset(("he", "she", "they"))
_TARGETS = frozenset(("him", "her", "them"))
_EITHER = _DOERS | _TARGETS
_BEFORE_VERB = frozenset(("has", "have", "had", "did", "not", "also", "later", "then", "once", "twice"))
_SPOKEN = frozenset(("told", "tells", "asked", "asks"))
_SAID = frozenset(("said", "says"))
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sir", "."))
_BE = frozenset(("was", "were", "been", "is", "are"))
_BY_REACH = 3
_ROLE_REACH = 6
_SOMEBODY = frozenset(("*",))
"""Stands for whoever a pronoun means."""


class _Act(NamedTuple):
    """A verb with the words of the names of who does it and of whom it is done to, or a pronoun."""

    root: str
    doer: frozenset[str]
    target: frozenset[str]
    words: str

    @property
    def behind_pronoun(self) -> bool:
        """Whether one of the two is a pronoun."""
        return _SOMEBODY in (self.doer, self.target)


def check(case: Case) -> Iterator[Mismatch]:
    """A deed whose doer is, in the evidence, whom it is done to, one of the two being a pronoun in one of the texts."""
    if _EITHER.isdisjoint(case.lows) or not case.claim.names:
        return
    for mine in _acts(case.claim):
        theirs = [act for analysis in case.wider for act in _acts(analysis) if act.root == mine.root]
        if any(_shared(mine.doer, act.doer) or _shared(mine.target, act.target) for act in theirs):
            continue
        turned = next((act for act in theirs if act.behind_pronoun and _crossed(mine, act)), None)
        if turned is not None:
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine.words,
                in_evidence=turned.words,
                message=f"The claim turns round who did it: it says “{mine.words}”, "
                f"the evidence “{turned.words}”.",
            )
            return


def _crossed(mine: _Act, theirs: _Act) -> bool:
    return _shared(mine.target, theirs.doer) or _shared(mine.doer, theirs.target)


def _shared(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool((some & others) - _SOMEBODY)


@lru_cache(maxsize=32)
def _acts(analysis: Analysis) -> tuple[_Act, ...]:
    """The deeds of which a doer stands right before the verb and a target right behind it, by name or pronoun."""
    reading = analysis.reading
    ending = {name.last: name for name in analysis.names}
    beginning = {name.first: name for name in analysis.names}
    found = []
    for index, low in enumerate(reading.lows):
        if not _is_verb(reading, index, low):
            continue
        first, doer = _doer(reading, ending, index)
        last, target = _target(reading, beginning, index)
        if reading.low(index - 1) in _BE:
            last, by = _agent(reading, beginning, index)
            doer, target = by, doer
        if doer and target:
            found.append(_Act(stem(low), doer, target, " ".join(reading.words[first : last + 1])))
    return tuple(found)


def _is_verb(reading: Reading, index: int, low: str) -> bool:
    if low in _SPOKEN:
        return True
    past = low.endswith("ed") or low in IRREGULAR_FORMS
    return past and low not in STOP_WORDS and stem(low) not in SYMMETRIC and reading.words[index] == low


def _doer(reading: Reading, ending: dict[int, Name], index: int) -> tuple[int, frozenset[str]]:
    at = index - 1
    while at >= 0 and (reading.lows[at] in _BEFORE_VERB or reading.lows[at] in _BE):
        at -= 1
    if reading.low(at) == "," and reading.low(at - 1) in _SAID and reading.low(at - 3) == ",":
        # "Haddad, she said, had apologised"
        at -= 4
    if reading.low(at) in _DOERS:
        return at, _SOMEBODY
    name = ending.get(at)
    return (name.first, frozenset(name.words)) if name else (index, frozenset())


def _target(reading: Reading, beginning: dict[int, Name], index: int) -> tuple[int, frozenset[str]]:
    at = index + 1 + (reading.low(index + 1) == "to")
    if reading.low(at) in _TARGETS and _ends_there(reading, at):
        return at, _SOMEBODY
    while reading.low(at) in _TITLES:
        at += 1
    return _named(reading, beginning.get(at), index)


def _agent(reading: Reading, beginning: dict[int, Name], index: int) -> tuple[int, frozenset[str]]:
    """Whoever stands behind "by", a role before the name aside: "by a colleague, Stefan Moroz"."""
    by = next((i for i in range(index + 1, index + 1 + _BY_REACH) if reading.low(i) == "by"), None)
    if by is None:
        return index, frozenset()
    name = next((beginning[i] for i in range(by + 1, by + _ROLE_REACH) if i in beginning), None)
    return _named(reading, name, index)


def _named(reading: Reading, name: Name | None, index: int) -> tuple[int, frozenset[str]]:
    if name is None or reading.low(name.last + 1) == "'s":
        return index, frozenset()
    return name.last, frozenset(name.words)


def _ends_there(reading: Reading, at: int) -> bool:
    """False for the "her" of "her house"."""
    following = reading.low(at + 1)
    return reading.lows[at] != "her" or not following[:1].isalpha() or following in STOP_WORDS
