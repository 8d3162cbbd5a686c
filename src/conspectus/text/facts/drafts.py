"""A number while it is being read, and the parts of one that several readers share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from conspectus.text.facts import number_words as nw
from conspectus.text.facts.tokens import Reading


@dataclass(slots=True)
class Draft:
    """A number while it is being read: its value, its last token, and what is known of its unit."""

    low: Decimal
    high: Decimal
    last: int
    unit: str = ""
    vague: bool = False
    bare: bool = True
    """No magnitude was stated, so the one after a range's end may count for its beginning too."""


def magnified(reading: Reading, value: Decimal, index: int) -> Draft:
    """The value times the magnitude words that follow it."""
    bare = True
    lows = reading.padded
    while True:
        at = index + 2 if lows[index + 1] == "-" and lows[index + 2] in nw.MAGNITUDES else index + 1
        magnitude = nw.MAGNITUDES.get(lows[at])
        if magnitude is None:
            return Draft(value, value, index, bare=bare)
        value, index, bare = value * magnitude, at, False


def small(low: str) -> Decimal | None:
    """The value of up to four digits, or of a word up to nineteen; None for other tokens."""
    if low.isdecimal() and len(low) <= 4:
        return Decimal(low)
    return nw.SMALL.get(low)
