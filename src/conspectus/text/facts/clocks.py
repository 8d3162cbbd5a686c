"""Times of day: a quarter to ten, 9.30 a.m., half past four."""

from __future__ import annotations

from decimal import Decimal

from conspectus.text.facts import number_words as nw
from conspectus.text.facts.drafts import Draft, small
from conspectus.text.facts.tokens import Reading

_HOUR = 60
_HALF_DAY = 12
_SIDES = frozenset(("past", "to"))
_SPOKEN_REACH = 4


def clock(reading: Reading, index: int, hours: int, minutes: int) -> Draft:
    """The time of day, in minutes since midnight, of which the token is the last digit or word before "p.m."."""
    after = reading.low(index + 1).replace(".", "")
    last = index + 1 if after in ("am", "pm", "o'clock") else index
    if after == "pm" and hours < 12:
        hours += 12
    elif after == "am" and hours == 12:
        hours = 0
    value = Decimal(60 * hours + minutes)
    return Draft(value, value, last, unit="clock")


def spoken_clock(reading: Reading, index: int) -> Draft | None:
    """A quarter to ten, twenty past four, 8 minutes to five."""
    low = reading.lows[index]
    at = index + 1
    if _SIDES.isdisjoint(reading.lows[at : at + _SPOKEN_REACH]):
        return None
    if low == "a" and reading.low(at) == "quarter":
        minutes, at, named = 15, at + 1, True
    else:
        value = small(low) or nw.TENS.get(low)
        if value is None or value >= _HOUR:
            return None
        minutes, named = int(value), False
        if low in nw.TENS and reading.low(at) == "-" and reading.low(at + 1) in nw.SMALL:
            minutes, at = minutes + int(nw.SMALL[reading.low(at + 1)]), at + 2
        if reading.low(at) in ("minute", "minutes"):
            at, named = at + 1, True
    side, hour = reading.low(at), small(reading.low(at + 1))
    if side not in _SIDES or hour is None or not 1 <= hour <= _HALF_DAY or minutes >= _HOUR // 2:
        return None
    before = index - 2 if reading.low(index - 1) in nw.ROUGHLY else index - 1
    if side == "to" and not named and (reading.low(before) != "at" or minutes % 5):
        # "Ten to twelve people" are a range.
        return None
    total = 60 * int(hour) + (minutes if side == "past" else -minutes)
    last = at + 1
    after = reading.low(last + 1).replace(".", "")
    if after in ("am", "pm"):
        total, last = total % (60 * _HALF_DAY) + (60 * _HALF_DAY if after == "pm" else 0), last + 1
    return Draft(Decimal(total), Decimal(total), last, unit="clock")
