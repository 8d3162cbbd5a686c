# ruff: noqa: SIM905 — a word list reads best as words
"""Sums and differences of amounts that the evidence states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from conspectus.text.facts.numbers import EXACT, Quantity
from conspectus.text.facts.operators import NEGATION
from conspectus.text.facts.units import CURRENCIES
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.proportions import SHARES, meets
from conspectus.verification.checks.same_amounts import comparable

FEW = 3
_NOUN_REACH = 4
_TELLING = 20
"""From here on a difference that fits is no accident, and needs no word that tells it."""
_LARGE = 1000
"""The same where the claim states one of the two amounts."""
_LIST_REACH = 4
_MATERIAL = Decimal("0.2")
_DIFFERENCE = frozenset(
    """
    fewer more less lost lose gained gain difference higher lower added cut by rose above below younger older between
    gap margin majority lead differ differs differed short ahead behind without but except excluding apart remaining
    shorter longer cheaper dearer faster slower quicker taller wider heavier lighter save saves saved saving
    rest other others left remain remained outside elsewhere vacant empty unsold unpaid missing absent outstanding
    """.split()
)
_STEP = frozenset(("by",))
"""It tells a step, but also a score: "by 7 votes to 4"."""
_TOTAL = frozenset(
    "total together altogether combined overall all both sum brought brings bringing number numbers now makes".split()
)
_STEPS = frozenset(("more", "less", "fewer", "higher", "lower"))
_ANOTHER = frozenset("another further additional extra more other others plus".split())
_AGES = frozenset("age aged ages old older younger".split())
Known = tuple[Analysis, Quantity]


def counted(known: Known) -> frozenset[str]:
    """The stems of what an amount counts, as far as they stand right behind it."""
    analysis, found = known
    return analysis.stems_in(found.last + 1, found.last + _NOUN_REACH)


def stated_besides(case: Case, wanted: Quantity) -> set[Decimal]:
    """The claim's other amounts."""
    return {quantity.low for quantity in case.claim.quantities if quantity is not wanted}


def is_sum_or_difference(case: Case, wanted: Quantity, union: list[Known]) -> bool:
    """True for the difference or the sum of two amounts, wherever they stand."""
    if wanted.unit in SHARES or wanted.unit == "points":
        return False
    # "He is 52 and has done it since he was 18"
    aged = wanted.unit == "year" and not (_AGES | {"since"}).isdisjoint(case.claim.lows | case.lows)
    for one, other in combinations(union, 2):
        a, b = one[1], other[1]
        if a.unit != b.unit or a.unit in SHARES or a.unit == "points":
            continue
        if wanted.bound is EXACT and (a.bound, b.bound) != (EXACT, EXACT):
            continue
        if wanted.bound is not EXACT and min(a.low, b.low) < _MATERIAL * max(a.low, b.low):
            # "About 421,000" is not what 412,000 and 6 come to.
            continue
        unit = "year" if aged and not a.unit else a.unit
        apart = comparable(abs(a.low - b.low), unit, wanted.unit)
        if (
            apart is not None
            and meets(wanted, apart)
            and _may_differ(case, wanted, one, other, union, aged=aged)
        ):
            return True
        together = comparable(a.low + b.low, unit, wanted.unit)
        if together is not None and meets(wanted, together) and _may_add_up(case, wanted, one, other):
            return True
    return False


def _may_differ(
    case: Case, wanted: Quantity, one: Known, other: Known, union: list[Known], *, aged: bool
) -> bool:
    """True where the claim tells a difference, or one that is no accident, and the two amounts are of one thing."""
    alike = aged or _count_alike(one, other)
    amounts = {one[1].low, other[1].low}
    denied = case.claim.of_kind(NEGATION) and not case.has_cue(NEGATION)
    if (
        denied
        or not _DIFFERENCE.isdisjoint(case.claim.lows - _STEP)
        or any(("all", "but") in pairwise(piece.reading.lows) for piece in case.pieces)
    ):
        return alike or len(union) <= FEW
    least = _TELLING if one[1].unit or not stated_besides(case, wanted) & amounts else _LARGE
    return alike and (aged or max(amounts) - min(amounts) >= least)


def _may_add_up(case: Case, wanted: Quantity, one: Known, other: Known) -> bool:
    """True where the claim tells a sum or its two parts, or the evidence speaks of "another" amount."""
    if ":" in case.claim.lows and {one[1].low, other[1].low} <= stated_besides(case, wanted):
        return True
    added = not _TOTAL.isdisjoint(case.claim.lows) or any(
        not _ANOTHER.isdisjoint(piece.reading.lows[max(0, q.first - 1) : q.first + 1])
        for piece, q in (one, other)
    )
    return added and _count_alike(one, other)


def _count_alike(one: Known, other: Known) -> bool:
    """True for two amounts of a unit, or of things that are called alike as far as they are called anything."""
    nouns = counted(one), counted(other)
    return bool(one[1].unit) or not all(nouns) or not nouns[0].isdisjoint(nouns[1])


def differences(case: Case, wanted: Quantity, known: Sequence[Quantity]) -> Iterator[Decimal]:
    """The differences of two amounts of a sentence, and what a stated difference leads to, as the claim tells them."""
    stated = {quantity.low for quantity in case.claim.quantities}
    from_ = "from" in case.claim.lows
    told = not _DIFFERENCE.isdisjoint(case.claim.lows)
    for a, b in combinations(known, 2):
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
            and wanted.unit not in SHARES
        ):
            yield step
        elif from_ and wanted.unit in (a.unit, b.unit) and {a.low, b.low} & stated:
            # "From 985 to 954" where the evidence says "fell by 31, to 954".
            yield a.low + b.low


def _is_step(claim: Analysis, wanted: Quantity) -> bool:
    """True for "40 million more" and "by 23 cents": the words say that it is a difference."""
    return claim.reading.low(wanted.last + 1) in _STEPS or claim.reading.low(wanted.first - 1) == "by"


def _as_stated(claim: Analysis, wanted: Quantity, value: Decimal, unit: str) -> Decimal | None:
    """The value in the claim's unit, which may stand with another amount of the claim; None where they don't fit."""
    if not wanted.unit and unit in CURRENCIES and any(q.unit == unit for q in claim.quantities):
        return value
    return comparable(value, unit, wanted.unit)


def sums(case: Case, piece: Analysis, wanted: Quantity, known: Sequence[Quantity]) -> Iterator[Decimal]:
    """The sum of two amounts that "and" joins, or of three and more that are listed."""
    stated = {quantity.low for quantity in case.claim.quantities}
    for first in range(len(known)):
        for last in range(first + 1, len(known)):
            listed = known[first : last + 1]
            if any(q.unit != wanted.unit for q in listed):
                break
            gaps = [piece.reading.lows[a.last + 1 : b.first] for a, b in pairwise(listed)]
            joined = gaps[-1][-1:] == ("and",) or (last > first + 1 and "," in gaps[-1])
            if (
                joined
                and all(len(gap) <= _LIST_REACH for gap in gaps)
                and len(stated & {q.low for q in listed}) in (0, len({q.low for q in listed}))
            ):
                yield sum((q.low for q in listed), Decimal(0))
