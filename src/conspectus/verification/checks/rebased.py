"""What an amount was before a change or is after it: 10 million for "cut by a fifth, to 8 million"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.verification.checks.belonging import STEPS
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.opposite_words import DIRECTIONS
from conspectus.verification.checks.proportions import meets
from conspectus.verification.checks.same_amounts import comparable

_UP, _DOWN = (frozenset(side.split()) for side in DIRECTIONS.split("|"))
_MOVED = _UP | _DOWN
_REACH = 8
_SIDES = frozenset(("to", "from"))


def is_rebased(case: Case, wanted: Quantity) -> bool:
    """True where the evidence has the share by which it changed, and the amount that it changed "to" or "from"."""
    if wanted.unit in ("percent", "fraction", "times", "points"):
        return False
    if "than" in case.lows and any(
        meets(wanted, value) for piece in case.pieces for value in _compared(piece, wanted)
    ):
        return True
    for piece in case.pieces:
        if _SIDES.isdisjoint(piece.lows):
            continue
        for other in piece.quantities:
            if other.unit != wanted.unit or other.vague or other.is_range:
                continue
            side = piece.reading.low(other.first - 1)
            if side not in _SIDES:
                continue
            if other.bound not in (Bound.EXACT, wanted.bound):
                continue
            for factor in _factors(case, piece, other):
                if meets(wanted, other.low / factor if side == "to" else other.low * factor):
                    return True
    return False


def _factors(case: Case, piece: Analysis, other: Quantity) -> Iterator[Decimal]:
    """By what an amount beside it is said to have changed: 1.1 for a rise by a tenth, 0.9 for a fall."""
    for share in piece.quantities:
        if share.unit not in ("percent", "fraction") or share.bound is not Bound.EXACT or share.is_range:
            continue
        part = comparable(share.low, share.unit, "fraction")
        if part is not None and 0 < max(other.first - share.last, share.first - other.last) <= _REACH:
            sign = _direction(case, piece, share)
            if sign and 1 + sign * part > 0:
                yield 1 + sign * part


def _compared(piece: Analysis, wanted: Quantity) -> Iterator[Decimal]:
    """The 19 of "14, five fewer than in 2022"."""
    reading = piece.reading
    for before, step in pairwise(piece.quantities):
        after = reading.lows[step.last + 1 : step.last + 3]
        if step.unit not in ("", before.unit) or after[1:] != ("than",) or after[0] not in STEPS:
            continue
        exact = step.bound is before.bound is Bound.EXACT and not (before.is_range or before.vague)
        if exact and before.unit == wanted.unit:
            yield before.low - step.low if after[0] in ("more", "higher") else before.low + step.low


def _direction(case: Case, piece: Analysis, share: Quantity) -> int:
    """1 for what rose by that share, -1 for what fell, 0 where neither is told."""
    lows = piece.reading.lows
    places = [at for at, low in enumerate(lows) if low in _MOVED]
    least = min((abs(at - share.first) for at in places), default=0)
    near = {lows[at] for at in places if abs(at - share.first) == least}
    words = near or (set(case.lows & _MOVED) if lows[max(0, share.first - 1)] == "by" else set())
    up, down = bool(words & _UP), bool(words & _DOWN)
    return 0 if up is down else (1 if up else -1)
