"""Whom or what a sentence is about by name: the names that stand before its first verb."""

from __future__ import annotations

from functools import lru_cache

from conspectus.text.facts.names import Name
from conspectus.text.facts.words import IRREGULAR_FORMS
from conspectus.verification.checks.case import Analysis
from conspectus.verification.checks.parts import FINITE, own_words

_REACH = 4
_ASIDE = frozenset(  # What opens words that tell more of the subject, or of when and where, and not who it is.
    str.split(
        "in at on near from for to with after before by about over under against between than like during since until "
        "outside inside through into behind among amid despite within across around which that who whom whose where "
        "when"
    )
)


_MORE_VERBS = frozenset(  # Past forms that are not among the irregular ones which stems are made by, and "says".
    str.split(
        "says said told bit blew bore bound clung crept dug drank fed froze hung lay lit rang rode sang sat shone slid "
        "spun sprang stuck stung swept swung set split spread let lost burst"
    )
)


@lru_cache(maxsize=256)
def subjects(analysis: Analysis) -> tuple[Name, ...]:
    """The names before the first verb of the text that no preposition and no relative clause leads to."""
    reading = analysis.reading
    verb = next((at for at in range(1, len(reading)) if _verbal(reading.words[at])), 0)
    return tuple(
        name
        for name in analysis.names
        if name.first < verb
        and own_words(name)
        and _ASIDE.isdisjoint(reading.lows[max(0, name.first - _REACH) : name.first])
    )


def _verbal(word: str) -> bool:
    return word in FINITE or (
        word.islower() and (word.endswith("ed") or word in IRREGULAR_FORMS | _MORE_VERBS)
    )
