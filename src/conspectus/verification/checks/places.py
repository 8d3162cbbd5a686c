"""Where it is, whereto and against whom: "homes in Thane" for those in Carrow."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.facts.lexicon import PLACE_OF
from conspectus.text.facts.names import Name, bare
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.parts import own_words
from conspectus.verification.verdict import Mismatch, MismatchKind

_WHERE = frozenset(("in", "at", "near", "outside", "to", "against"))
_NOT_WHERE = frozenset(map(stem, ("according", "compared", "next", "close", "due", "thanks", "up")))
"""What is "to" something without going there."""
_WITHIN = 4
"""How many tokens behind the name of a place what it lies in may stand."""


def check(case: Case) -> Iterator[Mismatch]:
    """Places of the claim where the evidence has another for the same."""
    if not case.claim.names or _WHERE.isdisjoint(case.claim.lows):
        return
    said = frozenset[str]().union(*map(own_words, case.claim.names))
    for name in case.claim.names:
        root = placed(case.claim, name)
        words = own_words(name)
        if root is None or not words or (len(words) == 1 and PLACE_OF.keys() & words):
            # What is in a town is in its country too.
            continue
        there = [
            (text, other)
            for text in case.texts
            if root in text.stem_set
            for other in text.names
            if placed(text, other) == root and own_words(other)
        ]
        if (
            there
            and any(not words.isdisjoint(text.capitals) for text in (*case.texts, *case.known))
            and not any(own_words(other) & said or _within(text, other, words) for text, other in there)
        ):
            yield Mismatch(
                kind=MismatchKind.NAME,
                in_claim=name.text,
                in_evidence=there[0][1].text,
                message=f"The evidence says this of “{there[0][1].text}”, not of “{name.text}”.",
            )
            return


def placed(analysis: Analysis, name: Name) -> str | None:
    """The stem of what is said to be in the place: the content word right before "in Carrow"."""
    at = name.first - 1
    if analysis.reading.padded[at] not in _WHERE or at < 1:
        return None
    root = analysis.stems[at - 1]
    return None if root in _NOT_WHERE else root


def _within(text: Analysis, name: Name, words: frozenset[str]) -> bool:
    """True where the claim's place follows the evidence's: "in Carrow, near Thane"."""
    following = text.reading.words[name.last + 1 : name.last + 1 + _WITHIN]
    return not words.isdisjoint(map(bare, following))
