"""Whether a figure that is said to be given elsewhere is given there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from conspectus.text.facts.numbers import quantities
from conspectus.text.language import detect_language
from conspectus.verification.foreign import values


def gives(quotes: Sequence[str], words: str) -> bool:
    """True where the words hold a number and the quotes have every one of them, in digits or words.

    What is counted is not compared: that takes the sentences on both sides, and a reader of both.
    """
    language = detect_language(" ".join(quotes)) or "en"
    wanted = _numbers(words, language)
    there = frozenset[Decimal]().union(*(_numbers(quote, language) for quote in quotes))
    return bool(wanted) and wanted <= there


def _numbers(text: str, language: str) -> frozenset[Decimal]:
    if language != "en":
        return frozenset(values(text, language))
    return frozenset(
        bound.normalize() for each in quantities(text) if not each.vague for bound in (each.low, each.high)
    )
