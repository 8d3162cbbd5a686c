"""Amounts of two units: "two hours and 51 minutes", "a year and four months", "six hours and 25"."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.text.facts.units import WORDS
from conspectus.verification.checks.case import Analysis

_SMALLER = {
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "day": ("hour", 24),
    "week": ("day", 7),
    "year": ("month", 12),
    "foot": ("inch", 12),
}
"""By unit the one that goes on after it, and how many of that it has."""
_GAPS = ((), ("and",), (",",))
UNITS = frozenset((*_SMALLER, *(unit for unit, _ in _SMALLER.values())))
"""The units of which an amount of two has its parts."""
_LARGE = frozenset(word for word, unit in WORDS.items() if unit.name in _SMALLER)
_A = frozenset(("a", "an", "one"))


@lru_cache(maxsize=32)
def compounds(analysis: Analysis) -> tuple[Quantity, ...]:
    """The amounts of two units that a text has, each told in the smaller one; its tokens are those of both."""
    if analysis.lows.isdisjoint(_LARGE):
        return ()
    found = []
    before: Quantity | None = None
    for small in analysis.quantities:
        gap = None if before is None else analysis.reading.lows[before.last + 1 : small.first]
        joined = before is not None and before.unit in _SMALLER and gap in _GAPS
        large = before if joined else _single(analysis, small)
        before = small
        if large is None or small.is_range or small.vague or large.is_range or small.bound is not Bound.EXACT:
            continue
        unit, size = _SMALLER[large.unit]
        if small.low < size and (small.unit == unit or _leaves_unit_out(analysis, small)):
            total = size * large.low + small.low
            found.append(large._replace(low=total, high=total, unit=unit, end=small.end, last=small.last))
    return tuple(found)


def whole_of(analysis: Analysis, part: Quantity) -> Quantity | None:
    """The amount of two units that the quantity is a part of, None where it stands alone."""
    return next((q for q in compounds(analysis) if q.first <= part.first and part.last <= q.last), None)


def _single(analysis: Analysis, small: Quantity) -> Quantity | None:
    """The hour of "an hour and ten minutes", which by itself is no amount."""
    reading, at = analysis.reading, small.first - 2
    unit = WORDS.get(reading.low(at))
    if (
        reading.low(at + 1) != "and"
        or unit is None
        or unit.name not in _SMALLER
        or reading.low(at - 1) not in _A
    ):
        return None
    return small._replace(low=Decimal(1), high=Decimal(1), unit=unit.name, first=at - 1, last=at)


def _leaves_unit_out(analysis: Analysis, small: Quantity) -> bool:
    """True for the 25 of "ten hours and ten minutes …, six hours and 25."."""
    reading = analysis.reading
    return (
        not small.unit
        and reading.low(small.first - 1) == "and"
        and not reading.low(small.last + 1)[:1].isalnum()
    )
