"""Hours: "shortly before 3 p.m." for 2.54, "twenty-five minutes after three" for 3.25."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from conspectus.text.facts.numbers import Quantity
from conspectus.verification.checks.case import Case

_SHORTLY = frozenset(("shortly", "just", "soon", "moments"))
_NEAR = 15
_HALF_DAY = 720
_HOURS = 12
_TURNS = {"after": 1, "past": 1, "to": -1, "before": -1}


def is_told_by_hours(case: Case, wanted: Quantity, stated: Sequence[Quantity]) -> bool:
    """True where a time of day of the evidence is the claim's, told from the hour that it is near to."""
    clocks = [int(q.low) for q in stated if q.unit == "clock" and not q.is_range]
    if not clocks:
        return False
    reading = case.claim.reading
    side = _TURNS.get(reading.low(wanted.first - 1))
    if side is not None and reading.low(wanted.first - 2) in _SHORTLY:
        hour = (
            int(wanted.low) if wanted.unit == "clock" else 60 * int(wanted.low) if _is_hour(wanted) else None
        )
        return hour is not None and any(0 < side * (clock - hour) % _HALF_DAY <= _NEAR for clock in clocks)
    if wanted.unit == "minute" and (side := _TURNS.get(reading.low(wanted.last + 1))) is not None:
        hours = [q for q in case.claim.quantities if q.first == wanted.last + 2 and _is_hour(q)]
        return any(
            (60 * int(q.low) + side * int(wanted.low) - clock) % _HALF_DAY == 0
            for q in hours
            for clock in clocks
        )
    if _is_hour(wanted):
        # The three of "twenty-five minutes after three".
        minutes = [q for q in case.claim.quantities if q.unit == "minute" and q.last == wanted.first - 2]
        return any(is_told_by_hours(case, q, stated) for q in minutes)
    return False


def times_of(case: Case, stated: Sequence[Quantity]) -> list[Decimal]:
    """The times of day, in minutes; of "6.10 p.m. … until 9.40" the second is one too, of the same half of the day."""
    clocks = [q.low for q in stated if q.unit == "clock"]
    for piece in case.pieces if clocks else ():
        before = None
        for found in piece.quantities:
            hours, minutes = divmod(found.low, 1)
            bare = not found.unit and found.low.as_tuple().exponent == _MINUTES and found.low < _HOURS + 1
            if found.unit == "clock":
                before = found.low
            elif (
                bare and before is not None and piece.reading.low(found.first - 1) in _AT and minutes < _FULL
            ):
                told = 60 * hours + 100 * minutes
                clocks.append(told if told > before else told + _HALF_DAY)
    return clocks


_MINUTES = -2
_FULL = Decimal("0.6")
_AT = frozenset(("at", "until", "till", "to", "by", "and", "before", "from", "after"))


def _is_hour(quantity: Quantity) -> bool:
    return not quantity.unit and Decimal(1) <= quantity.low == quantity.high <= _HOURS
