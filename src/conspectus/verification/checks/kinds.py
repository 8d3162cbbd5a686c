"""Kinds of speakers and doers of whom one is never another: a union is no company, and the police no court."""

from __future__ import annotations

from collections.abc import Iterable

from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Case


def other_side(case: Case, claimed: set[str], speaker: str) -> set[str]:
    """The kind of the evidence's speaker where whom the claim names is called another: a minister, no opposition."""
    theirs = kinds_of(speaker)
    mine = {
        kind
        for analysis in case.texts
        for name in analysis.names
        if claimed & set(name.words)
        for kind in kinds_of(
            " ".join(analysis.reading.words[max(0, name.first - _TITLE) : name.first + len(name.words)])
        )
    }
    return {f"the {kind}" for kind in theirs} if mine and theirs and not mine & theirs else set()


_TITLE = 3


def kinds_of(speaker: str) -> frozenset[str]:
    """The kinds of speakers that the words name: none for a person."""
    return frozenset(_KIND_OF[low] for low in speaker.lower().split() if low in _KIND_OF)


_KIND_OF = {
    word: kind
    for kind, row in {
        "business": "company firm operator maker retailer airline carrier manufacturer owner utility brewer",
        "bank": "bank",
        "police": "police detectives constabulary",
        "court": "court judge jury",
        "prosecution": "prosecutors prosecutor prosecution",
        "defence": "defence barrister defendant lawyer lawyers",
        "government": "government ministry minister",
        "watchdog": "regulator watchdog inspectorate",
        "labour": "union unions",
        "hospital": "hospital doctors surgeons",
        "research": "researchers scientists study authors statisticians",
        "figures": "statistics",
        "opposition": "opposition rebels",
        "club": "club coach",
        "critics": "critics opponents",
        "municipality": "council municipality",
        "parliament": "parliament",
    }.items()
    for word in row.split()
}
_BY_STEM = {stem(word): kind for word, kind in _KIND_OF.items()}


def kinds_of_stems(stems: Iterable[str]) -> frozenset[str]:
    """The kinds that the stems of a doer's words tell."""
    return frozenset([_BY_STEM[root] for root in stems if root in _BY_STEM])
