"""Numbers that the evidence does not state but entails by one step: a difference, a share, a sum."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise, permutations

from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.text.facts.units import CURRENCIES
from conspectus.verification.checks.belonging import comparable
from conspectus.verification.checks.case import Analysis, Case

_SHARES = ("percent", "fraction", "times")
_EXACT = Decimal("0.006")
_LOOSE = Decimal("0.05")
_MORE = (Bound.AT_LEAST, Bound.MORE_THAN)
_LESS = (Bound.LESS_THAN, Bound.NEARLY, Bound.AT_MOST)
_MOST_QUANTITIES = 8
_LIST_REACH = 4
_DIFFERENCE = frozenset(
    "fewer more less lost lose gained gain difference higher lower added cut by rose".split()  # noqa: SIM905
)


def is_derived(case: Case, wanted: Quantity) -> bool:
    """True where two amounts of one sentence of the evidence give the claim's by one step of arithmetic.

    The steps: the difference of two amounts of one unit (of two percentages, in points) and the amount that a stated
    difference leads to; the share that one amount is of another, and the growth from one to the other; the sum of
    two counts that "and" joins.
    """
    if wanted.vague or wanted.is_range or wanted.unit == "ordinal":
        return False
    if wanted.unit == "clock":
        return any(_is_moved(wanted, piece.quantities) for piece in case.pieces)
    for piece in case.pieces:
        if len(piece.quantities) <= 1:
            continue
        known = [q for q in piece.quantities if not (q.vague or q.is_range or q.unit in ("ordinal", "clock"))]
        if len(known) > _MOST_QUANTITIES:
            continue
        if any(
            value == wanted.low
            for value in (*_differences(case, wanted, known), *_sums(case, piece, wanted, known))
        ):
            return True
        if wanted.unit in _SHARES and any(_is_share(wanted, a, b) for a, b in permutations(known, 2)):
            return True
    return False


def _is_moved(wanted: Quantity, known: tuple[Quantity, ...]) -> bool:
    """True for 7.26 where the evidence has 7.52 and "26 minutes after"."""
    clocks = [q.low for q in known if q.unit == "clock"]
    spans = [q.low for q in known if q.unit == "minute"]
    return any(abs(clock - wanted.low) == span for clock in clocks for span in spans)


def _differences(case: Case, wanted: Quantity, known: list[Quantity]) -> Iterator[Decimal]:
    stated = {quantity.low for quantity in case.claim.quantities}
    from_ = "from" in case.claim.lows
    told = not _DIFFERENCE.isdisjoint(case.claim.lows)
    for a, b in combinations(known, 2):
        shares = {q.unit: q.low for q in (a, b)}
        if "percent" in shares and "" in shares and not wanted.unit:
            yield (shares["percent"] * shares[""] / 100).to_integral_value()
        if "times" in shares and wanted.unit in shares and wanted.unit != "times":
            # "Three times that" of 210,000 pounds, 40 milligrams twice a day.
            yield shares["times"] * shares[wanted.unit]
        if a.unit == b.unit == "percent" and wanted.unit in ("points", ""):
            yield abs(a.low - b.low)
        elif {a.unit, b.unit} == {"percent", "points"} and wanted.unit == "percent":
            yield a.low + b.low
            yield abs(a.low - b.low)
        elif (
            told
            and (from_ or not stated & {a.low, b.low} or _is_step(case.claim, wanted))
            and a.unit == b.unit
            and (step := _as_stated(case.claim, wanted, abs(a.low - b.low), a.unit)) is not None
            and wanted.unit not in _SHARES
        ):
            yield step
        elif from_ and wanted.unit in (a.unit, b.unit) and {a.low, b.low} & stated:
            # "From 985 to 954" where the evidence says "fell by 31, to 954".
            yield a.low + b.low


def _is_step(claim: Analysis, wanted: Quantity) -> bool:
    """True for "40 million more" and "by 23 cents": the words say that it is a difference."""
    return claim.reading.low(wanted.last + 1) in _STEPS or claim.reading.low(wanted.first - 1) == "by"


_STEPS = frozenset(("more", "less", "fewer", "higher", "lower"))


def _as_stated(claim: Analysis, wanted: Quantity, value: Decimal, unit: str) -> Decimal | None:
    """The value in the claim's unit, which may stand with another amount of the claim; None where they don't fit."""
    if not wanted.unit and unit in CURRENCIES and any(q.unit == unit for q in claim.quantities):
        return value
    return comparable(value, unit, wanted.unit)


def _sums(case: Case, piece: Analysis, wanted: Quantity, known: list[Quantity]) -> Iterator[Decimal]:
    stated = {quantity.low for quantity in case.claim.quantities}
    for a, b in pairwise(known):
        between = piece.reading.lows[a.last + 1 : b.first]
        if (
            a.unit == b.unit == wanted.unit
            and between[-1:] == ("and",)
            and len(between) <= _LIST_REACH
            and not stated & {a.low, b.low}
        ):
            yield a.low + b.low


def _is_share(wanted: Quantity, part: Quantity, whole: Quantity) -> bool:
    value = comparable(part.low, part.unit, whole.unit)
    if value is None or whole.low <= 0 or (part.unit in _SHARES and wanted.unit == "percent"):
        return False
    claimed = wanted.low / 100 if wanted.unit == "percent" else wanted.low
    share = value / whole.low
    changes = (share - 1, 1 - share)
    return any(
        _fits(claimed, each, wanted.bound)
        for each in ((share, *changes) if part.unit not in _SHARES else changes)
    )


def _fits(claimed: Decimal, share: Decimal, bound: Bound) -> bool:
    off = share - claimed
    if bound in _MORE:
        return 0 < off <= _LOOSE
    if bound in _LESS:
        return 0 < -off <= _LOOSE
    return abs(off) <= (_LOOSE / 2 if bound is Bound.ABOUT else _EXACT)
