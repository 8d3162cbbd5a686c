"""Whom a pronoun of a text means, as far as the sentences before it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.verification.checks.case import analyse
from conspectus.verification.checks.parts import Deed, parts

_PERSONS = frozenset(("he", "she", "his", "her", "him", "hers"))
_MEN = (
    "husband|widower|brother|father|grandfather|son|grandson|uncle|nephew|mr|sir|lord|king|prince|"
    "chairman|spokesman|man|boy"
)
_WOMEN = (
    "wife|widow|sister|mother|grandmother|daughter|granddaughter|aunt|niece|mrs|ms|miss|dame|lady|queen|princess|"
    "chairwoman|spokeswoman|woman|girl"
)


def may_mean(sentence: str, called: str, text: str) -> bool:
    """False where the sentence begins with "she" and the text speaks of "her husband, Aubrey Lisle", or the reverse."""
    first = next((low for low in analyse(sentence).reading.lows if low in ("he", "she")), None)
    others = {"he": _WOMEN, "she": _MEN}.get(first or "")
    last = re.escape(called.split()[-1]) if called else ""
    return not others or not last or not re.search(rf"\b(?i:{others})\b[^.;!?]{{0,30}}\b{last}\b", text)


def antecedent(before: Sequence[str]) -> Deed | None:
    """Whom "he" or "she" means behind sentences, the last of them first; None where none tells.

    `words` are those of every name in the sentence that tells, of which any may be meant. Where it tells of nobody by
    name, `told` are the stems of whom it begins with: "the mayor". A sentence that has a pronoun leaves it to the one
    before as well, because the two may mean the same.
    """
    called, words = "", frozenset[str]()
    for text in before:
        analysis = analyse(text)
        first = next(iter(parts(analysis)), None)
        if first is None:
            return None
        words |= first.words
        called = called or (first.deeds[0][1].called if first.deeds else "")
        if not _PERSONS.isdisjoint(analysis.lows):
            continue
        if called:
            return Deed(called, words, frozenset(), speaks=False)
        return Deed(text, words, first.opening, speaks=False) if first.opening else None
    return None
