"""Amounts of two units: "two hours and 51 minutes", "a year and four months", "six hours and 25"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from conspectus.text.facts.numbers import Bound, Quantity
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


@lru_cache(maxsize=32)
def compounds(analysis: Analysis) -> tuple[Quantity, ...]:
    """The amounts of two units that a text has, each told in the smaller one; its tokens are those of both."""
    found = []
    for large, small in pairwise(analysis.quantities):
        joined = large.unit in _SMALLER and analysis.reading.lows[large.last + 1 : small.first] in _GAPS
        if not joined or small.is_range or small.vague or large.is_range or small.bound is not Bound.EXACT:
            continue
        unit, size = _SMALLER[large.unit]
        if small.low < size and (small.unit == unit or _leaves_unit_out(analysis, small)):
            total = size * large.low + small.low
            found.append(replace(large, low=total, high=total, unit=unit, end=small.end, last=small.last))
    return tuple(found)


def whole_of(analysis: Analysis, part: Quantity) -> Quantity | None:
    """The amount of two units that the quantity is a part of, None where it stands alone."""
    return next((q for q in compounds(analysis) if q.first <= part.first and part.last <= q.last), None)


def _leaves_unit_out(analysis: Analysis, small: Quantity) -> bool:
    """True for the 25 of "ten hours and ten minutes …, six hours and 25."."""
    reading = analysis.reading
    return (
        not small.unit
        and reading.low(small.first - 1) == "and"
        and not reading.low(small.last + 1)[:1].isalnum()
    )
