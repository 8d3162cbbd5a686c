"""What an amount was before a change or is after it: 10 million for "cut by a fifth, to 8 million"."""

from __future__ import annotations

from decimal import Decimal

from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.opposite_words import DIRECTIONS
from conspectus.verification.checks.proportions import meets
from conspectus.verification.checks.same_amounts import comparable

_UP, _DOWN = (frozenset(side.split()) for side in DIRECTIONS.split("|"))
_MOVED = _UP | _DOWN
_REACH = 8


def is_rebased(case: Case, wanted: Quantity) -> bool:
    """True where the evidence has the share by which it changed, and the amount that it changed "to" or "from"."""
    if wanted.unit in ("percent", "fraction", "times", "points"):
        return False
    for piece in case.pieces:
        for share in piece.quantities:
            if share.unit not in ("percent", "fraction") or share.bound is not Bound.EXACT or share.is_range:
                continue
            part = comparable(share.low, share.unit, "fraction")
            sign = _direction(case, piece, share)
            if part is None or not sign or (sign < 0 and part >= 1):
                continue
            for other in piece.quantities:
                if 0 < max(other.first - share.last, share.first - other.last) <= _REACH and _meets(
                    piece, wanted, other, 1 + sign * part
                ):
                    return True
    return False


def _meets(piece: Analysis, wanted: Quantity, other: Quantity, factor: Decimal) -> bool:
    side = piece.reading.low(other.first - 1)
    if side not in ("to", "from") or other.unit != wanted.unit or other.vague or other.is_range:
        return False
    if other.bound not in (Bound.EXACT, wanted.bound):
        return False
    return meets(wanted, other.low / factor if side == "to" else other.low * factor)


def _direction(case: Case, piece: Analysis, share: Quantity) -> int:
    """1 for what rose by that share, -1 for what fell, 0 where neither is told."""
    lows = piece.reading.lows
    places = [at for at, low in enumerate(lows) if low in _MOVED]
    near = {
        lows[at]
        for at in places
        if abs(at - share.first) == min(abs(other - share.first) for other in places)
    }
    words = near or (set(case.lows & _MOVED) if lows[max(0, share.first - 1)] == "by" else set())
    up, down = bool(words & _UP), bool(words & _DOWN)
    return 0 if up is down else (1 if up else -1)
