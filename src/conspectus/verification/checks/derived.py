# ruff: noqa: SIM905 — a word list reads best as words
"""Numbers that the evidence does not state but entails by one step: a difference, a share, a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations, permutations

from conspectus.text.facts.numbers import EXACT, Bound, Quantity
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.units import CURRENCIES
from conspectus.verification.checks.belonging import is_label, noun_counted_otherwise
from conspectus.verification.checks.case import KEPT, Analysis, Case
from conspectus.verification.checks.compounds import compounds
from conspectus.verification.checks.proportions import SHARES, is_share, meets
from conspectus.verification.checks.same_amounts import comparable
from conspectus.verification.checks.sums import (
    FEW,
    Known,
    counted,
    differences,
    is_sum_or_difference,
    stated_besides,
    sums,
)

_TURNED = {
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.NEARLY: Bound.MORE_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
}
_MOST_QUANTITIES = 8
_HALF_DAY = 720
_EACH = frozenset("each apiece average per every".split())
_THAN = frozenset(("after", "from", "against", "than"))
_OTHERS = frozenset("other others already earlier before previous previously".split())
_LEFT_OVER = frozenset(
    "other others rest remaining remainder remain remains as keep keeps kept left leaves leaving".split()
)


def is_derived(case: Case, wanted: Quantity) -> bool:
    """True where two amounts of the evidence give the claim's by one step of arithmetic.

    The steps: the difference of two amounts of one unit (of two percentages, in points) and the amount that a stated
    difference leads to; the share that one amount is of another, what is left of it, and the growth from one to the
    other; so many times an amount, a share of one, and an amount shared among so many; the time between two times of
    day or two years; the sum of counts. Small differences and sums need words that tell one; amounts of two sentences
    are compared as well.
    """
    if wanted.vague or wanted.is_range or wanted.unit == "ordinal":
        return False
    everything = [q for piece in case.pieces for q in piece.quantities]
    if _is_moved(wanted, everything) or _is_span(wanted, everything) or _is_years(case, wanted):
        return True
    if _is_before_rank(case, wanted, everything) or _is_left(case, wanted, everything):
        return True
    union = list(chain.from_iterable(map(_counting, case.pieces)))
    if len(union) <= _MOST_QUANTITIES:
        known = [quantity for _, quantity in union]
        if any(meets(wanted, value) for value in _multiples(case, wanted, known)):
            return True
        if (
            wanted.unit in SHARES
            and not _told_otherwise(wanted, everything)
            and any(
                is_share(wanted, a[1], b[1])
                for a, b in permutations(union, 2)
                if _of_a_kind(case, wanted, a, b, union)
            )
        ):
            return True
        if is_sum_or_difference(case, wanted, union):
            return True
    for piece in case.pieces:
        own = _known(piece)
        if 1 < len(own) <= _MOST_QUANTITIES and any(
            value == wanted.low
            for value in (*differences(case, wanted, own), *sums(case, piece, wanted, own))
        ):
            return True
    return False


def _of_a_kind(case: Case, wanted: Quantity, one: Known, other: Known, union: list[Known]) -> bool:
    """True for two amounts of one sentence, of one unit or of things called alike, or where there is no other."""
    if one[0] is other[0] or one[1].unit:
        return True
    if len(union) <= FEW or not {one[1].low, other[1].low}.isdisjoint(stated_besides(case, wanted)):
        return True
    return not counted(one).isdisjoint(counted(other))


def _told_otherwise(wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for "doubled" where the evidence says "halved" of what the amounts would allow both."""
    return wanted.unit == "times" and any(q.unit == "times" and not q.vague for q in known)


@lru_cache(maxsize=KEPT)
def _counting(piece: Analysis) -> tuple[Known, ...]:
    """The amounts of a piece of evidence to count with, labels aside."""
    return tuple([(piece, q) for q in _known(piece) if not is_label(piece, q)])


@lru_cache(maxsize=KEPT)
def _known(piece: Analysis) -> tuple[Quantity, ...]:
    """The amounts to count with; a range gives its two ends."""
    plain = [q for q in _united(piece) if not (q.vague or q.unit in ("ordinal", "clock"))]
    if wholes := compounds(piece):
        plain = [q for q in plain if all(q.last < w.first or w.last < q.first for w in wholes)]
        plain += wholes
    if not any(q.is_range for q in plain):
        return tuple(plain)
    return tuple(
        [
            end
            for q in plain
            for end in ((replace(q, high=q.low), replace(q, low=q.high)) if q.is_range else (q,))
        ]
    )


def _from_to(piece: Analysis, found: Quantity, following: Quantity) -> bool:
    return (
        piece.reading.low(found.first - 1) == "from"
        and piece.reading.low(found.last + 1) == "to"
        and following.first == found.last + 2
    )


def _united(piece: Analysis) -> Iterator[Quantity]:
    """The amounts of a piece; one "after" or "from" which no unit stands has that of the amount before it."""
    unit = ""
    for at, found in enumerate(piece.quantities):
        following = piece.quantities[at + 1] if at + 1 < len(piece.quantities) else None
        if not found.unit and following is not None and _from_to(piece, found, following):
            # "From 95 to 58 minutes"
            found = replace(found, unit=following.unit)
        bare = not found.unit and piece.stems[found.last + 1 : found.last + 2] in ((), (None,))
        if bare and unit in CURRENCIES and piece.reading.low(found.first - 1) in _THAN:
            yield replace(found, unit=unit)
        else:
            unit = found.unit
            yield found


def _is_span(wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for the 24 minutes, or the 2 hours of 2 hours and 35 minutes, between two times of day."""
    if wanted.unit not in ("minute", "hour"):
        return False
    for a, b in combinations([q.low for q in known if q.unit == "clock"], 2):
        hours, minutes = divmod(abs(a - b), 60)
        if wanted.unit == "minute" and wanted.low in (minutes, abs(a - b)):
            return True
        if wanted.unit == "hour" and wanted.low in (hours, abs(a - b) / 60):
            return True
    return False


def _is_years(case: Case, wanted: Quantity) -> bool:
    """True for the 25 years from 1964 to 1989, where the evidence counts no other years."""
    if wanted.unit not in ("year", "decade", "century"):
        return False
    if any(q.unit == wanted.unit for piece in case.pieces for q in piece.quantities):
        return False
    years = {m.parts.year for piece in case.pieces for m in piece.mentions if m.parts.year is not None}
    if len(years) == 1:
        years |= {published.year for published in case.dates if published is not None}
    length = comparable(wanted.low, wanted.unit, "year")
    return length is not None and any(
        meets(replace(wanted, low=length), Decimal(abs(a - b))) for a, b in combinations(years, 2)
    )


def _is_before_rank(case: Case, wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for the two others that came before a third."""
    return (
        not wanted.unit
        and not _OTHERS.isdisjoint(case.claim.lows)
        and any(q.unit == "ordinal" and q.low == wanted.low + 1 for q in known)
    )


def _is_left(case: Case, wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for the less than a fifth that is left of what fell by more than 80 per cent."""
    if wanted.unit not in ("percent", "fraction") or not (
        case.claim.of_kind(OperatorKind.NEGATION) or not _LEFT_OVER.isdisjoint(case.claim.lows)
    ):
        return False
    for found in known:
        share = (
            comparable(found.low, found.unit, "percent") if found.unit in ("percent", "fraction") else None
        )
        claimed = comparable(wanted.low, wanted.unit, "percent")
        bound = _TURNED.get(found.bound, found.bound)
        exact = found.bound is EXACT
        if share is not None and claimed == 100 - share and (exact or bound == wanted.bound):
            return True
    return False


def _multiples(case: Case, wanted: Quantity, known: Sequence[Quantity]) -> Iterator[Decimal]:
    """So many times an amount, a share of one, and each one's part of it where the claim says that it is one."""
    each = not _EACH.isdisjoint(case.claim.lows)
    if not each and all(a.unit not in SHARES for a in known):
        return
    usable = [q for q in known if q.bound is EXACT] if wanted.bound is EXACT else known
    for a, b in permutations(usable, 2):
        if a.unit in SHARES and wanted.unit == b.unit not in SHARES:
            if a.unit != "times" and _counts_otherwise(case, wanted):
                continue
            share = a.low / 100 if a.unit == "percent" else a.low
            yield share * b.low if b.unit or a.unit == "times" else (share * b.low).to_integral_value()
        if each and not a.unit and b.unit == wanted.unit and a.low:
            yield b.low / a.low


def _counts_otherwise(case: Case, wanted: Quantity) -> bool:
    pool = [(piece, quantity) for piece in case.pieces for quantity in piece.quantities]
    return noun_counted_otherwise(case.claim, wanted, pool)


def _is_moved(wanted: Quantity, known: Sequence[Quantity]) -> bool:
    """True for 7.26 where the evidence has 7.52 and "26 minutes after"."""
    if wanted.unit != "clock":
        return False
    clocks = [q.low for q in known if q.unit == "clock"]
    spans = [q.low for q in known if q.unit == "minute"]
    return any(
        abs(clock - wanted.low) % _HALF_DAY in (span, _HALF_DAY - span) for clock in clocks for span in spans
    )
