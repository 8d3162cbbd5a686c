"""Whether what is said to be given elsewhere too is given there: a number, an hour, a day, or what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from conspectus.text.facts.dates import Period, periods
from conspectus.text.facts.hours import hours
from conspectus.text.facts.numbers import quantities
from conspectus.text.senses import meant
from conspectus.verification.foreign_numbers import values

GAP = " … "
"""What stands between words of a sentence that others are left out between."""


class Told(NamedTuple):
    """Words of an article, the day on which it was published, None where that is not known, and its language."""

    text: str
    published: date | None = None
    language: str = "en"


def stands(words: str, text: str) -> bool:
    """True where the words stand in the text as they are, one stretch of them behind the other."""
    place = 0
    for stretch in words.split(GAP):
        place = text.find(stretch, place)
        if place < 0:
            return False
        place += len(stretch)
    return True


def given(pieces: Sequence[Told], words: str, within: Told) -> bool:
    """True where the pieces give or tell every stretch of the words, which stand in `within`."""
    return all(gives(pieces, each, within) or tells(pieces, each) for each in words.split(GAP))


def gives(pieces: Sequence[Told], words: str, within: Told) -> bool:
    """True where the words hold a number, an hour or a day, and the pieces have every one of them.

    `within` is what the words stand in, whose language and day they are read by. What is counted, or happened then, is
    not compared: that takes the sentences on both sides, and a reader of both.
    """
    start = within.text.find(words)
    # "3.40" is an hour by the word before it.
    asked = [hour for hour in hours(within.text) if start <= hour.start and hour.end <= start + len(words)]
    if asked:
        there = [hour for piece in pieces for hour in hours(piece.text)]
        return all(any(hour.same(other) for other in there) for hour in asked)
    # A year alone is a number, and may be one of people.
    days = [each for each in periods(words, within.published) if each.start and each.start == each.end]
    if days:
        told = [period for piece in pieces for period in periods(piece.text, piece.published)]
        return all(any(_same(day, other) for other in told) for day in days)
    wanted = _numbers(words, within.language)
    given = frozenset[Decimal]().union(*(_numbers(piece.text, piece.language) for piece in pieces))
    return bool(wanted) and wanted <= given


def tells(pieces: Sequence[Told], words: str) -> bool:
    """True where one of the pieces has a word of the same sense for each of these English words, and their numbers.

    Who did it to whom is not compared, nor whether it is denied: that takes the sentences on both sides.
    """
    asked, numbers = meant(_unnumbered(words)), _numbers(words, "en")
    for piece in pieces:
        there = frozenset[str]().union(*meant(piece.text).values())
        if all(there & senses for senses in asked.values()) and numbers <= _numbers(
            piece.text, piece.language
        ):
            return bool(asked)
    return False


def _unnumbered(text: str) -> str:
    """The English text without its numbers and what they are measured in."""
    for each in reversed(quantities(text)):
        if not each.vague:
            text = f"{text[: each.start]} {text[each.end :]}"
    return text


def _same(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _numbers(text: str, language: str) -> frozenset[Decimal]:
    if language != "en":
        return frozenset(values(text, language))
    return frozenset(
        bound.normalize() for each in quantities(text) if not each.vague for bound in (each.low, each.high)
    )
