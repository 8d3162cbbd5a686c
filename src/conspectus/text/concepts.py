# ruff: noqa: SIM905 — a word list reads best as words
"""Concepts: content words, with words that newsrooms use for one another counted as one.

A thesaurus of a few dozen groups, not of the language: it makes "laid off" and "dismissed" meet, and "workers" and
"employees", so that one fact in two wordings is recognised. It vouches for nothing; the gates do that.
"""

from __future__ import annotations

from collections.abc import Iterable

from conspectus.caching import WHILE_RUNNING
from conspectus.text.facts.names import name_words
from conspectus.text.facts.words import content_words, stem

NO_SUBJECT = frozenset(
    map(
        stem,
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august
        september october november december today yesterday tomorrow day week month year hour minute morning
        afternoon evening night noon midnight quarter time late early now later earlier last next first second third
        zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
        million billion trillion dozen dozens least about nearly around roughly almost reportedly
        according a.m. p.m. am pm o'clock
        """.split(),
    )
)

_GROUPS = (
    "dismiss dismissal layoff laid lay cut cutback cull shed eliminate eliminated sack redundant redundancy axe "
    "slash reduction reduce downsize",
    "job position post role worker staff staffer employee headcount workforce",
    "unit arm division subsidiary business",
    "company firm group corporation",
    "die dead death kill fatality toll victim casualty lives",
    "missing unaccounted",
    "injured injury hurt wound wounded",
    "fire blaze burn burning burnt flame",
    "begin start broke originate",
    "quake earthquake tremor",
    "collapse topple",
    "ship vessel ferry boat",
    "police officer detective constable",
    "arrest detain custody",
    "court judge tribunal",
    "jail prison sentence",
    "win victory won defeat beat",
    "vote ballot",
    "lawmaker deputy legislator parliamentarian",
    "announce disclose reveal confirm",
    "recall withdraw pull",
    "shop store outlet supermarket",
    "customer client user subscriber household",
    "outage blackout failure breakdown",
    "restore repair fix",
    "buy purchase acquire acquisition takeover",
    "sale revenue turnover",
    "profit earning income",
    "rise rose climb grow grew increase gain",
    "drop decline decrease shrink slump",
    "alert warning",
    "plane aircraft jet airliner",
    "car vehicle",
    "child kid",
    "doctor physician",
    "home house",
    "murder homicide",
    "attack assault",
    "storm hurricane typhoon cyclone",
    "rescue save pull",
    "inquiry investigation probe",
    "cause reason",
    "find discover recover",
    "money fund cash",
    "illness sick ill disease",
    "chief head boss director president",
    "software app program",
    "artificial-intelligence ai machine-learning",
    "team crew squad",
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in _GROUPS:
        words = group.split()
        for word in words:
            # A word of two groups keeps its first one: a concept is a class, not a chain.
            table.setdefault(stem(word), stem(words[0]))
    return table


_CONCEPT = _table()


def concept(word: str) -> str:
    """What a stem is counted as: the first word of its group, or itself."""
    return _CONCEPT.get(word, word)


@WHILE_RUNNING.keep_set(most=16384)
def concepts(text: str) -> Iterable[str]:
    """The concepts that the text has words for; times and amounts, which are compared as facts, are none."""
    return (concept(word) for word in content_words(text) if word not in NO_SUBJECT)


@WHILE_RUNNING.keep_set(most=16384)
def name_concepts(text: str) -> Iterable[str]:
    """The concepts that stand in the text's names."""
    return (concept(stem(word)) for word in name_words(text))
