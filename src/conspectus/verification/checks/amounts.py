"""Numbers: every quantity of the claim stands in the evidence, with its unit, bound and noun."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conspectus.text.facts.number_words import TIME_UNITS
from conspectus.text.facts.numbers import EXACT, Bound, Quantity
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.units import COINS, CURRENCIES
from conspectus.verification.checks.belonging import (
    another_rate,
    other_prefix,
    rate_fault,
    whole_for_part,
    wrong_noun,
    wrong_place,
)
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.neighbours import first_noun
from conspectus.verification.checks.restated import NO_LESS, SHORT_OF, is_compound, is_restated
from conspectus.verification.checks.same_amounts import same_amount
from conspectus.verification.verdict import Mismatch, MismatchKind

_UPPER = (Bound.AT_MOST,)
_LIMITS = frozenset(("maximum", "limit", "limited", "cap", "capped", "ceiling"))
_LEAST = frozenset(("least", "minimum", "minimal", "lowest"))


def check(case: Case) -> Iterator[Mismatch]:
    """The quantities of the claim that the evidence does not carry."""
    pool = [(piece, quantity) for piece in case.pieces for quantity in piece.quantities]
    for wanted in case.claim.quantities:
        yield from _check_one(case, wanted, pool)


def _check_one(case: Case, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> Iterator[Mismatch]:
    same = [(piece, found) for piece, found in pool if same_amount(wanted, found)]
    if not same:
        if not (is_restated(case, wanted, pool) or any(_left_out(case, wanted, found) for _, found in pool)):
            yield _absent(case, wanted, pool)
        return
    if all(_money_for_things(case.claim, wanted, piece, found) for piece, found in same):
        yield _absent(case, wanted, [(piece, found) for piece, found in pool if found.low != wanted.low])
        return
    if all(other_prefix(case.claim, wanted, piece, found) for piece, found in same):
        yield _absent(case, wanted, same)
        return
    if whole_for_part(case.claim, wanted, same):
        yield _absent(case, wanted, [(piece, found) for piece, found in pool if found.low != wanted.low])
        return
    faults = [_bound_fault(case, wanted, found) for _, found in same]
    if None not in faults:
        if wanted.unit in TIME_UNITS and is_compound(case, wanted):
            return
        yield from (fault for fault in faults[:1] if fault is not None)
        return
    if all(another_rate(case.claim, wanted, piece, found) for piece, found in same):
        yield rate_fault(case.claim, wanted, *same[0])
        return
    if wanted.text.lower().startswith(("over-", "under-")):
        # "The over-60s" are a group, not a count.
        return
    wrong = next(wrong_noun(case, wanted, same, pool), None) or wrong_place(case, wanted, same, pool)
    if wrong is not None:
        yield wrong


def _money_for_things(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True for "62,000 crowns" where the evidence has "62,000 merchants"; what no noun follows may be either."""
    if wanted.unit or found.unit:
        return False
    mine, theirs = (
        analysis.stems[quantity.last + 1 : quantity.last + 2] not in ((), (None,))
        and analysis.reading.low(quantity.last + 1)
        for analysis, quantity in ((claim, wanted), (piece, found))
    )
    return bool(mine and theirs) and (mine in COINS) != (theirs in COINS)


def _left_out(case: Case, wanted: Quantity, found: Quantity) -> bool:
    """True where the claim leaves out the currency of the amount: "puts it at 5.6 billion"."""
    same = (wanted.low, wanted.high, wanted.bound) == (found.low, found.high, found.bound)
    return same and not wanted.unit and found.unit in CURRENCIES and first_noun(case.claim, wanted) is None


def _absent(case: Case, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> Mismatch:
    if wanted.unit == "ordinal":
        return Mismatch(
            kind=MismatchKind.QUANTIFIER,
            in_claim=wanted.text,
            in_evidence=next((found.text for _, found in pool if found.unit == "ordinal"), None),
            message=f"The claim says “{wanted.text}”; the evidence gives no such rank.",
        )
    likely = _nearest(wanted, pool)
    instead = f" It has “{likely.text}”." if likely else " It has no such number."
    return Mismatch(
        kind=MismatchKind.NUMBER,
        in_claim=wanted.text,
        in_evidence=likely.text if likely else None,
        message=f"The claim says “{wanted.text}”, which the evidence does not.{instead}",
    )


def _nearest(wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> Quantity | None:
    alike = [found for _, found in pool if found.unit == wanted.unit] or [found for _, found in pool]
    # Of "310 people at three sites" 310 is what "130 people" has in place.
    return min(
        alike, key=lambda found: (_times(found.low, wanted.low), abs(found.low - wanted.low)), default=None
    )


def _times(one: Decimal, other: Decimal) -> Decimal:
    """How many times the smaller of two the larger is; infinite where one is not above nought."""
    low, high = sorted((one, other))
    return high / low if low > 0 else Decimal("Infinity")


def _bound_fault(case: Case, wanted: Quantity, found: Quantity) -> Mismatch | None:
    bound, words = _widest_bound(case, found)
    if wanted.bound is bound:
        return None
    if wanted.unit in TIME_UNITS and case.claim.reading.low(wanted.first - 1) == "over" and bound in NO_LESS:
        return None
    if wanted.bound in _UPPER and bound is Bound.EXACT and case.lows & _LIMITS:
        return None
    if wanted.bound in _UPPER and bound is Bound.EXACT and case.has_cue(OperatorKind.POSSIBILITY):
        # "Up to three weeks" for what "could take three weeks"
        return None
    if _bounds_agree(wanted.bound, bound) or wanted.vague != found.vague:
        return None
    if wanted.bound is Bound.EXACT and _bound_is_told(case.claim, bound):
        return None
    if wanted.bound is Bound.EXACT:
        return Mismatch(
            kind=MismatchKind.HEDGE,
            in_claim=wanted.text,
            in_evidence=words,
            message=f"The claim says “{wanted.text}” where the evidence says “{words}”.",
        )
    return Mismatch(
        kind=MismatchKind.NUMBER,
        in_claim=wanted.text,
        in_evidence=words,
        message=f"“{wanted.text}” is not what the evidence says: “{words}”.",
    )


def _bound_is_told(claim: Analysis, bound: Bound) -> bool:
    """True where the claim says the bound in another place: "six weeks is the least", "not even half"."""
    if bound in NO_LESS:
        return bool(claim.lows & _LEAST)
    return bound in (*_UPPER, *SHORT_OF) and (
        "not even" in claim.reading.text or "not quite" in claim.reading.text
    )


def _widest_bound(case: Case, found: Quantity) -> tuple[Bound, str]:
    """The bound that the amount has in its whole sentence: a quote may have been cut after "at least"."""
    if found.bound is not EXACT:
        return found.bound, found.text
    unit, low, high = found.unit, found.low, found.high
    for analysis in case.wider:
        twins = [q for q in analysis.quantities if q.unit == unit and q.low == low and q.high == high]
        if twins and all(twin.bound is not EXACT for twin in twins):
            return twins[0].bound, twins[0].text
    return found.bound, found.text


def _bounds_agree(claimed: Bound, stated: Bound) -> bool:
    if any(claimed in family and stated in family for family in _ALIKE):
        return True
    return stated is EXACT and claimed in _WIDER


_ALIKE = (NO_LESS, SHORT_OF, (Bound.NEARLY, Bound.ABOUT))
_WIDER = (Bound.ABOUT, Bound.AT_LEAST)
"""The bounds that an amount stated exactly is within."""
