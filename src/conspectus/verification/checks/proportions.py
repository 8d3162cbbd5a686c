"""How closely an amount that was worked out must fit the claim's, given the claim's bound."""

from __future__ import annotations

from decimal import Decimal

from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.text.facts.units import CURRENCIES
from conspectus.verification.checks.same_amounts import comparable

_LEAST_OFF = Decimal("1e-9")
_MONEY = 10000
SHARES = ("percent", "fraction", "times")
_EXACT = Decimal("0.005")
_LOOSE = Decimal("0.05")
_CLOSE = Decimal("0.15")
_MORE = (Bound.AT_LEAST, Bound.MORE_THAN)
_LESS = (Bound.LESS_THAN, Bound.NEARLY, Bound.AT_MOST)


def meets(wanted: Quantity, value: Decimal) -> bool:
    """True where the claim's amount may be said of the value, given its bound."""
    if wanted.bound is Bound.EXACT:
        return wanted.low == value
    off = (wanted.low - value) / abs(value) if value else Decimal(1)
    if wanted.bound in _MORE:
        return -_CLOSE <= off <= 0
    if wanted.bound in _LESS:
        return 0 <= off <= _CLOSE
    # "About 190,000" is rounder than 192,000; "about 191,000" is another number.
    return not off or (abs(off) <= _LOOSE and _digits(wanted.low) < _digits(value))


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def is_share(wanted: Quantity, part: Quantity, whole: Quantity) -> bool:
    """True where the part is that share of the whole, or has grown or shrunk from it by that share."""
    value = comparable(part.low, part.unit, whole.unit)
    if value is None and "" in (part.unit, whole.unit) and {part.unit, whole.unit} & CURRENCIES:
        # "420,000 euros … insured for 3.2 million"
        value = part.low if min(part.low, whole.low) >= _MONEY else None
    if value is None or whole.low <= 0 or (part.unit in SHARES and wanted.unit == "percent"):
        return False
    claimed = wanted.low / 100 if wanted.unit == "percent" else wanted.low
    share = value / whole.low
    changes = (share - 1, 1 - share)
    return any(
        _fits(claimed, each, wanted.bound, part.bound)
        for each in ((share, *changes) if part.unit not in SHARES else changes)
    )


def _fits(claimed: Decimal, share: Decimal, bound: Bound, part: Bound) -> bool:
    off = share - claimed
    # "Less than 2mm, against a minimum of 6mm" is less than a third.
    least = Decimal(0) if part is bound else _LEAST_OFF
    loose = max(_LOOSE, claimed * _CLOSE)
    if bound in _MORE:
        return least <= off <= loose
    if bound in _LESS:
        return least <= -off <= loose
    return abs(off) <= (min(_LOOSE / 2, abs(share) / 4) if bound is Bound.ABOUT else _EXACT)
