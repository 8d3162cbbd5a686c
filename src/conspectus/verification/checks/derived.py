"""Numbers that the evidence does not state but entails by one step: a difference, a share, a sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_NOUN_REACH = 4
_EACH = frozenset("each apiece average per every".split())  # noqa: SIM905
_DIFFERENCE = frozenset(
    "fewer more less lost lose gained gain difference higher lower added cut by rose".split()  # noqa: SIM905
)


def is_derived(case: Case, wanted: Quantity) -> bool:
    """True where two amounts of the evidence give the claim's by one step of arithmetic.

    The steps: the difference of two amounts of one unit (of two percentages, in points) and the amount that a stated
    difference leads to; the share that one amount is of another, and the growth from one to the other; so many times
    an amount, and an amount shared among so many; the time between two times of day; the sum of counts that a
    sentence lists. A difference needs words that tell one; amounts of two sentences are compared as well.
    """
    if wanted.vague or wanted.is_range or wanted.unit == "ordinal":
        return False
    everything = [q for piece in case.pieces for q in piece.quantities]
    if _is_moved(wanted, everything) or _is_span(wanted, everything):
        return True
    union = [(piece, quantity) for piece in case.pieces for quantity in _known(piece.quantities)]
    if len(union) <= _MOST_QUANTITIES and (
        wanted.low in _multiples(case, wanted, [quantity for _, quantity in union])
        or (
            wanted.unit in _SHARES
            and any(_is_share(wanted, a[1], b[1]) for a, b in permutations(union, 2) if _of_a_kind(a, b))
        )
    ):
        return True
    for piece in case.pieces:
        known = _known(piece.quantities)
        if 1 < len(known) <= _MOST_QUANTITIES and any(
            value == wanted.low
            for value in (*_differences(case, wanted, known), *_sums(case, piece, wanted, known))
        ):
            return True
    return False


def _of_a_kind(one: tuple[Analysis, Quantity], other: tuple[Analysis, Quantity]) -> bool:
    """True for two amounts of one sentence, of one unit, or of things that are called alike."""
    if one[0] is other[0] or one[1].unit:
        return True
    nouns = [analysis.stems_in(found.last + 1, found.last + _NOUN_REACH) for analysis, found in (one, other)]
    return not nouns[0].isdisjoint(nouns[1])


def _known(quantities: Iterable[Quantity]) -> list[Quantity]:
    return [q for q in quantities if not (q.vague or q.is_range or q.unit in ("ordinal", "clock"))]


def _is_span(wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for the 24 minutes, or the 2 hours of 2 hours and 35 minutes, between two times of day."""
    clocks = [q.low for q in known if q.unit == "clock"]
    for a, b in combinations(clocks, 2):
        hours, minutes = divmod(abs(a - b), 60)
        if wanted.unit == "minute" and wanted.low in (minutes, abs(a - b)):
            return True
        if wanted.unit == "hour" and wanted.low in (hours, abs(a - b) / 60):
            return True
    return False


def _multiples(case: Case, wanted: Quantity, known: list[Quantity]) -> Iterator[Decimal]:
    """So many times an amount, and each one's part of it where the claim says that it is one."""
    each = not _EACH.isdisjoint(case.claim.lows)
    for a, b in permutations(known, 2):
        if a.unit == "times" and wanted.unit == b.unit != "times":
            yield a.low * b.low
        if each and not a.unit and b.unit == wanted.unit and a.low:
            yield b.low / a.low


def _is_moved(wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for 7.26 where the evidence has 7.52 and "26 minutes after"."""
    if wanted.unit != "clock":
        return False
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
    """The sum of two amounts that "and" joins, or of three and more that are listed."""
    stated = {quantity.low for quantity in case.claim.quantities}
    for first in range(len(known)):
        for last in range(first + 1, len(known)):
            listed = known[first : last + 1]
            gaps = [piece.reading.lows[a.last + 1 : b.first] for a, b in pairwise(listed)]
            joined = gaps[-1][-1:] == ("and",) or (last > first + 1 and "," in gaps[-1])
            if (
                joined
                and all(len(gap) <= _LIST_REACH for gap in gaps)
                and all(q.unit == wanted.unit and q.low not in stated for q in listed)
            ):
                yield sum((q.low for q in listed), Decimal(0))


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
