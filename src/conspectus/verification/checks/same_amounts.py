"""Amounts that are one: equal in one unit or in two, or a vague one that may be said of the other."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from conspectus.text.facts.numbers import Quantity
from conspectus.text.facts.units import dimension, in_base

_HALF_DAY = 720
_WHOLES = {"cent": ("dollar", "euro"), "penny": ("pound",)}
"""What a hundred of the unit make."""
_SHARES = {"fraction": Decimal(100), "percent": Decimal(1)}


def same_amount(wanted: Quantity, found: Quantity) -> bool:
    """True where both are the same amount without rounding, or the vague one may be said of the other."""
    if wanted.vague or found.vague:
        return wanted.vague and _inside(found, wanted)
    if wanted.unit == found.unit:
        if wanted.unit == "clock":
            return _same_clock(wanted, found)
        return wanted.low == found.low and wanted.high == found.high
    low = comparable(wanted.low, wanted.unit, found.unit)
    high = comparable(wanted.high, wanted.unit, found.unit)
    if low is None or high is None:
        return False
    return low == found.low and high == found.high


def _same_clock(wanted: Quantity, found: Quantity) -> bool:
    """True for one time of day, where either may leave the half of the day open."""
    if wanted.low == found.low:
        return True
    bare = [q for q in (wanted, found) if q.low <= _HALF_DAY and q.text[-1:].lower() not in ("m", ".")]
    return bool(bare) and abs(wanted.low - found.low) == _HALF_DAY


def _inside(found: Quantity, wanted: Quantity) -> bool:
    """True where "hundreds" may be said of 450, and of several hundred."""
    units_fit = wanted.unit == found.unit or not wanted.unit
    return units_fit and wanted.low <= found.low and found.high <= wanted.high


def comparable(value: Decimal, unit: str, other: str) -> Decimal | None:
    """The value in the other unit where the two are interchangeable without rounding, else None."""
    if unit == other:
        return value
    if not _interchangeable(unit, other):
        return None
    if unit in _SHARES and other in _SHARES:
        return value * _SHARES[unit] / _SHARES[other]
    if {unit, other} <= {"times", "fraction"} or {unit, other} == {"times", ""}:
        return value
    if other in _WHOLES.get(unit, ()):
        return value / 100
    if unit in _WHOLES.get(other, ()):
        return value * 100
    mine, theirs = in_base(value, unit), in_base(Decimal(1), other)
    if mine and theirs and mine[0] == theirs[0] and mine[0] in ("time", "months") and theirs[1]:
        return mine[1] / theirs[1]
    return None


@lru_cache(maxsize=4096)
def _interchangeable(unit: str, other: str) -> bool:
    """True where `comparable` may have a value for two units that differ."""
    if not (unit and other):
        return "times" in (unit, other)
    if (unit in _SHARES and other in _SHARES) or {unit, other} == {"times", "fraction"}:
        return True
    return not _WHOLES.keys().isdisjoint((unit, other)) or dimension(unit) == dimension(other) in (
        "time",
        "months",
    )
