"""Deeds that the evidence has no word for: "resigned", where nobody does anything of the kind.

Other words tell nothing by being absent, because there are many ways to say what they say. What is looked for here is
told in few, all of which are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.tokens import SENTENCE_MARKS
from conspectus.text.facts.words import stem
from conspectus.text.senses import meant
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.deed_words import DEEDS
from conspectus.verification.verdict import Mismatch, MismatchKind

_WHOLE = 2
"""Beginnings of so many letters or fewer are whole words: "go" begins "government"."""


def _table() -> tuple[dict[str, re.Pattern[str]], dict[str, dict[str, re.Pattern[str]]]]:
    single: dict[str, re.Pattern[str]] = {}
    double: dict[str, dict[str, re.Pattern[str]]] = {}
    for row in filter(str.strip, DEEDS.split(";")):
        forms, beginnings = row.split("|")
        words = (f"{word}$" if len(word) <= _WHOLE else word for word in map(re.escape, beginnings.split()))
        told = re.compile("|".join(words))
        for form in forms.split():
            first, _, second = form.partition("_")
            if second:
                double.setdefault(first, {})[second] = told
            else:
                single[first] = told
    return single, double


_SINGLE, _DOUBLE = _table()
_FORMS = frozenset(_SINGLE) | frozenset(_DOUBLE)
_BARE = {stem(form): told for form, told in _SINGLE.items()}
"""By stem, for what is to come: "will vote"."""
_TO_COME = frozenset(("will", "would", "to", "may", "might", "must", "should", "can", "could", "shall"))
_PARTS = SENTENCE_MARKS | {",", ";", ":", "which", "who", "whose", "while"}


def check(case: Case) -> Iterator[Mismatch]:
    """A deed of the claim for which neither the evidence nor what is known has a word; denied ones are left aside."""
    claimed = case.claim.lows
    if not case.foreign or (_FORMS.isdisjoint(claimed) and _TO_COME.isdisjoint(claimed)):
        return
    words = case.claim.reading.words
    for at in range(len(words)):
        told = _told(case.claim, at)
        if told is None or _has_word(case, told, at) or _denied(case.claim, at):
            continue
        said = " ".join(words[at : at + 1 + _is_double(case.claim, at)])
        yield Mismatch(
            kind=MismatchKind.CONTENT,
            in_claim=said,
            message=f"The claim says “{said}”; the evidence has no word for that.",
        )
        return


def told_otherwise(case: Case, at: int) -> bool:
    """True where the claim's token is a deed that the evidence tells in whatever word."""
    told = _told(case.claim, at)
    return told is not None and _has_word(case, told, at)


def _told(claim: Analysis, at: int) -> re.Pattern[str] | None:
    low = claim.reading.low(at)
    if _is_double(claim, at):
        return _DOUBLE[low][claim.reading.low(at + 1)]
    if low not in _SINGLE and claim.reading.low(at - 1) in _TO_COME:
        return _BARE.get(claim.stems[at] or "")
    return _SINGLE.get(low)


def _is_double(claim: Analysis, at: int) -> bool:
    return claim.reading.low(at + 1) in _DOUBLE.get(claim.reading.low(at), ())


def _denied(claim: Analysis, at: int) -> bool:
    """True where a "not", "nobody" or "denied" stands in the deed's part of the sentence."""
    first, last = at, at
    while first > 0 and claim.reading.low(first - 1) not in _PARTS:
        first -= 1
    while last + 1 < len(claim.reading.words) and claim.reading.low(last + 1) not in _PARTS:
        last += 1
    return any(first <= denial.first <= last for denial in claim.of_kind(OperatorKind.NEGATION))


def _has_word(case: Case, told: re.Pattern[str], at: int) -> bool:
    root = case.claim.stems[at]
    if root is not None and root not in case.foreign:
        return True
    if any(told.match(low) for text in (*case.texts, *case.known) for low in text.lows):
        return True
    return not case.senses.isdisjoint(frozenset[str]().union(*meant(case.claim.reading.low(at)).values()))
