"""Who speaks: by name, behind a comma, for another; in the claim and in its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import takewhile

from conspectus.text.facts.names import bare
from conspectus.text.facts.operators import ATTRIBUTION, Operator, OperatorKind
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.checks.proper import attributed_names
from conspectus.verification.checks.scopes import scope_stems

K = OperatorKind
_APPOSITION = 12


def aside_of_speaker(analysis: Analysis, operator: Operator) -> list[str]:
    """The words behind the comma that follows the operator's speaker, up to the sentence's end; empty without one."""
    end = (operator.speaker or (0, 0))[1]
    following = analysis.reading.words[end + 1 : end + _APPOSITION]
    return (
        list(takewhile(lambda word: word not in ".;", following)) if analysis.reading.low(end) == "," else []
    )


def apposed_name(aside: list[str]) -> set[str]:
    """The bare words of the name that an aside opens with: "the commission's chair, Bernadette Oyelaran, …"."""
    if not aside or not aside[0][0].isupper():
        return set()
    return set(attributed_names(" ".join(takewhile(lambda word: word != ",", aside))))


def speaker_words(analysis: Analysis, operator: Operator) -> str:
    """The words that name the operator's speaker, as they stand."""
    start, end = operator.speaker or (0, 0)
    return " ".join(analysis.reading.words[start:end])


def claimed_speaker(case: Case) -> set[str]:
    """The bare words of the name of whoever the claim says speaks; empty where it names nobody."""
    if case.attributed_to:
        return set(attributed_names(case.attributed_to))
    found: set[str] = set()
    for operator in case.claim.of_kind(ATTRIBUTION)[:1]:
        start, end = operator.speaker or (0, 0)
        named = {n for name in case.claim.names if start <= name.first < end for n in name.words}
        found |= {bare(word) for word in named} & set(attributed_names(speaker_words(case.claim, operator)))
    return found


def speaks_for(case: Case, analysis: Analysis, operator: Operator, claimed: set[str]) -> bool:
    """True where the operator's speaker may speak for whom the claim names: "its spokesman", "the agency's head".

    Also where they share what they are, as "state investigators" and the investigator who is named do.
    """
    start, end = operator.speaker or (0, 0)
    lows = analysis.reading.lows[start:end]
    mine = _claimed_words(case.claim)
    if lows[:1] in (("its",), ("their",)) and OFFICE_WORDS.isdisjoint(mine):
        return any(not claimed.isdisjoint(text.capitals) for text in (*case.texts, *case.known))
    if "'s" in lows and not claimed.isdisjoint(lows[: lows.index("'s")]):
        return True
    return bool(mine) and mine[-1].islower() and stem(mine[-1]) in analysis.stems_in(start, end)


def _claimed_words(claim: Analysis) -> tuple[str, ...]:
    """The words that name the claim's speaker, as they stand."""
    operator = next(iter(claim.of_kind(ATTRIBUTION)), None)
    return claim.reading.words[slice(*(operator.speaker or (0, 0)))] if operator else ()


def claimed_content(case: Case) -> frozenset[str]:
    """The content stems of what the claim says that its speaker says; of the whole claim where nobody speaks."""
    for operator in case.claim.of_kind(ATTRIBUTION)[:1]:
        start, end = operator.speaker or (0, 0)
        return scope_stems(case.claim, operator) - case.claim.stems_in(start, end)
    return case.claim.stem_set


def _spells(short: str, initials: list[str]) -> bool:
    """True where the letters are all the initials, or three or more of them: "WFP" with "United Nations" before it."""
    return sorted(short) == sorted(initials) or (
        len(short) >= _LEAST_LETTERS and not Counter(short) - Counter(initials)
    )


_LEAST_LETTERS = 3


def same_initials(some: Set[str], others: Set[str]) -> bool:
    """True where one of the sets may be the acronym of the other."""
    return any(
        len(short) > 1 and _spells(short, [word[0] for word in longer])
        for one, longer in ((some, others), (others, some))
        for short in one
    )
