"""A number while it is being read, and the parts of one that several readers share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from conspectus.text.facts import number_words as nw
from conspectus.text.facts.tokens import Reading
from conspectus.text.facts.units import WORDS


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


def mixed(reading: Reading, at: int, *, of_unit: bool = False) -> tuple[Decimal, int] | None:
    """The part that goes on a whole at the token, and its last token: "and a half", "-and-three-quarter".

    Quarters and thirds need the unit behind them, or before them (`of_unit`): "30, and a quarter of …" has none.
    """
    if "and" not in (reading.padded[at], reading.padded[at + 1]):
        return None
    words = [each for each in enumerate(reading.lows[at : at + _MIXED_REACH], at) if each[1] != "-"]
    if len(words) < len(("and", "a", "half")) or words[0][1] != "and":
        return None
    top, (last, bottom) = _TOPS.get(words[1][1]), words[2]
    size = nw.DENOMINATORS.get(bottom)
    if top is None or size not in _PARTS or top >= size:
        return None
    after = words[3][1] if words[3:] else ""
    counted = after in WORDS or after in nw.MAGNITUDES or after in _MULTIPLIED
    return (top / size, last) if bottom == "half" or counted or (of_unit and after != "of") else None


_MIXED_REACH = 7
_TOPS = {"a": Decimal(1), "one": Decimal(1), "two": Decimal(2), "three": Decimal(3)}
_PARTS = (2, 3, 4)
_MULTIPLIED = frozenset(("times", "percent", "per", "%", "percentage"))


def small(low: str) -> Decimal | None:
    """The value of up to four digits, or of a word up to nineteen; None for other tokens."""
    if low.isdecimal() and len(low) <= 4:
        return Decimal(low)
    return nw.SMALL.get(low)
