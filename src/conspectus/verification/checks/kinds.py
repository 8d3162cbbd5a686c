"""Kinds of speakers and doers of whom one is never another: a union is no company, and the police no court."""

from __future__ import annotations

from collections.abc import Iterable

from conspectus.text.facts.words import stem


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
