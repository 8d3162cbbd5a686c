"""An amount as a comparable value, and whether one world has room for two."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from conspectus.caching import cached_property
from conspectus.text.facts.numbers import Bound
from conspectus.text.facts.units import COINS, CURRENCIES, UNITS

COUNT = "count"
MONEY = "money"
SHARE = "share"
TIME = "time"
SPEED = "speed"

_MONTHS = {"month": Decimal(2629800), "year": Decimal(31557600)}
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_FAR = Decimal("Infinity")


@dataclass(frozen=True)
class Measure:
    """An amount of a dimension ("count", "money:euro", "share", "time" …), between `low` and `high` in its base unit.

    `slack` is what the last digit leaves open; it stands at `start` to `end` of the text that was read.
    """

    dimension: str
    low: Decimal
    high: Decimal
    slack: Decimal
    bound: Bound
    start: int
    end: int

    @cached_property
    def reach(self) -> tuple[Decimal, Decimal]:
        """The smallest and the largest value that the words allow."""
        if self.bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
            return self.low, _FAR
        if self.bound in {Bound.AT_MOST, Bound.LESS_THAN}:
            return -_FAR, self.high
        slack = self.slack
        if self.bound in {Bound.ABOUT, Bound.NEARLY}:
            slack = max(slack, abs(self.high) * _TENTH)
        return self.low - slack, self.high + slack


def compatible(first: Measure, second: Measure) -> bool:
    """True where one world has room for both: bounds, ranges and rounding allowed for."""
    low, high = first.reach, second.reach
    return low[0] <= high[1] and high[0] <= low[1]


def measured(low: Decimal, high: Decimal, unit: str, bound: Bound, start: int, end: int) -> Measure:
    """The amount in its base unit, with what its last digit leaves open."""
    slack = _slack(high, counted=unit == "")
    factor = Decimal(1)
    if unit == "":
        dimension = COUNT
    elif unit == "fraction":
        dimension, low, high = f"{SHARE}:percent", low * _HUNDRED, high * _HUNDRED
        slack = high * _TENTH  # "a third" of a newspaper is 31 % or 35 %
    elif unit in {"percent", "points"}:
        dimension, slack = f"{SHARE}:{unit}", min(slack, _HALF)
    elif unit in CURRENCIES or unit.rstrip("s") in COINS:
        dimension = f"{MONEY}:{unit}"
    elif unit in _MONTHS:
        dimension, factor = TIME, _MONTHS[unit]
    elif unit in UNITS:
        dimension, factor = UNITS[unit].dimension, UNITS[unit].factor
    else:
        dimension = unit
    return Measure(dimension, low * factor, high * factor, slack * factor, bound, start, end)


def _slack(value: Decimal, *, counted: bool) -> Decimal:
    """Half of the last digit that counts, at most a tenth; whole numbers up to twenty are counted out."""
    value = abs(value).normalize()
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or value == 0:
        return Decimal(0)
    if counted and exponent >= 0 and value <= 20:
        return Decimal(0)
    if counted and exponent == 0:
        return Decimal(0)
    return min(_HALF * Decimal(10) ** exponent, value * _TENTH)
