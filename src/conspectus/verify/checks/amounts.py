"""Numbers: every quantity of the claim stands in the evidence, with its unit, bound and noun."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from conspectus.text.facts.number_words import TIME_UNITS
from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.text.facts.units import WORDS, in_base
from conspectus.verify.checks.case import Analysis, Case
from conspectus.verify.verdict import Mismatch, MismatchKind

_LOWER = (Bound.AT_LEAST, Bound.MORE_THAN)
_UPPER = (Bound.AT_MOST,)
_BELOW = (Bound.LESS_THAN, Bound.NEARLY)
_ROUNDING = Decimal("0.05")
_REACH = Decimal("0.15")
_SHARE_ROUNDING = Decimal("0.012")
_CONVERSION = Decimal("0.02")
_SINGULAR = frozenset(("a", "an", "one", "single", "sole", "lone", "the", "another"))
_PAIR = frozenset(("both", "pair", "couple", "twin", "twins", "duo", "two"))
_DEBUT = frozenset("first debut maiden inaugural initial initially opening never new original".split())  # noqa: SIM905
_NOUN_REACH = 3
_RATES = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_RIVAL_SHARE = 2
_SEPARATORS = frozenset(", ; : – ( ) . while but and against from whereas compared".split())  # noqa: SIM905


def check(case: Case) -> Iterator[Mismatch]:
    """The quantities of the claim that the evidence does not carry."""
    pool = [(piece, quantity) for piece in case.pieces for quantity in piece.quantities]
    for wanted in case.claim.quantities:
        yield from _check_one(case, wanted, pool)


def _check_one(case: Case, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> Iterator[Mismatch]:
    same = [(piece, found) for piece, found in pool if _same_amount(wanted, found)]
    if not same:
        if not _excused(case, wanted, pool):
            yield _absent(case, wanted, pool)
        return
    faults = [_bound_fault(case, wanted, found) for _, found in same]
    if all(fault is not None for fault in faults):
        yield from (fault for fault in faults[:1] if fault is not None)
        return
    if all(_another_rate(case.claim, wanted, piece, found) for piece, found in same):
        yield _rate_fault(case.claim, wanted, *same[0])
        return
    wrong = next(_wrong_noun(case, wanted, same, pool), None) or _wrong_place(case, wanted, same, pool)
    if wrong is not None:
        yield wrong


def _same_amount(wanted: Quantity, found: Quantity) -> bool:
    if wanted.vague or found.vague:
        return wanted.vague and _inside(found, wanted)
    low = _comparable(wanted.low, wanted.unit, found.unit)
    high = _comparable(wanted.high, wanted.unit, found.unit)
    if low is None or high is None:
        return False
    return low == found.low and high == found.high


def _inside(found: Quantity, wanted: Quantity) -> bool:
    """True where "hundreds" may be said of 450, and of several hundred."""
    units_fit = wanted.unit == found.unit or not wanted.unit
    return units_fit and wanted.low <= found.low and found.high <= wanted.high


def _comparable(value: Decimal, unit: str, other: str) -> Decimal | None:
    """The value in the other unit where the two are interchangeable without rounding, else None."""
    if unit == other:
        return value
    shares = {"fraction": Decimal(100), "percent": Decimal(1)}
    if unit in shares and other in shares:
        return value * shares[unit] / shares[other]
    if {unit, other} <= {"times", "fraction"} or {unit, other} == {"times", ""}:
        return value
    mine, theirs = in_base(value, unit), in_base(Decimal(1), other)
    if mine and theirs and mine[0] == theirs[0] and mine[0] in ("time", "months") and theirs[1]:
        return mine[1] / theirs[1]
    return None


def _excused(case: Case, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> bool:
    """True where the evidence carries the amount in another way: rounded, converted, a range's ends, "a" for one."""
    if any(_rounds(wanted, found) or _converts(wanted, found) for _, found in pool):
        return True
    if wanted.is_range:
        ends = {found.low for _, found in pool if found.low == found.high and _units_fit(wanted, found)}
        return wanted.low in ends and wanted.high in ends
    if wanted.low == 1 and wanted.unit not in ("percent", "points", "ordinal", "clock", "fraction"):
        return bool(case.lows & _SINGULAR) and not _noun_counted_otherwise(case.claim, wanted, pool)
    if wanted.low == 2 and not wanted.unit:
        return bool(case.lows & _PAIR)
    if wanted.unit == "ordinal" and wanted.low == 1:
        return bool(case.lows & _DEBUT)
    if wanted.unit in TIME_UNITS:
        return any(
            in_base(Decimal(1), unit) == in_base(wanted.low, wanted.unit) for unit in TIME_UNITS & case.lows
        )
    return wanted.vague and wanted.low < 10 and not wanted.unit


def _units_fit(wanted: Quantity, found: Quantity) -> bool:
    return wanted.unit == found.unit


def _rounds(wanted: Quantity, found: Quantity) -> bool:
    """True where a bounded or approximate claim is true of the exact amount, and close to it."""
    if wanted.vague or found.vague or wanted.is_range or found.is_range or wanted.unit == "ordinal":
        return False
    value = _comparable(found.low, found.unit, wanted.unit)
    if value is None or not value:
        return False
    claimed = wanted.low
    if wanted.unit == "fraction":
        if abs(value - claimed) <= _SHARE_ROUNDING and found.bound in (wanted.bound, Bound.EXACT):
            return True
    off = abs(claimed - value) / abs(value)
    if found.bound not in (Bound.EXACT, wanted.bound, Bound.ABOUT):
        return False
    if wanted.bound is Bound.ABOUT:
        return off <= _ROUNDING and _rounder(claimed, value)
    if wanted.bound in _LOWER:
        return claimed < value and off <= _REACH and _rounder(claimed, value)
    if wanted.bound in _BELOW:
        return claimed > value and off <= _REACH and _rounder(claimed, value)
    return False


def _rounder(claimed: Decimal, value: Decimal) -> bool:
    return len(claimed.normalize().as_tuple().digits) < len(value.normalize().as_tuple().digits)


def _converts(wanted: Quantity, found: Quantity) -> bool:
    """True for the same measure in another unit, within the rounding that conversions have."""
    if wanted.unit == found.unit or wanted.is_range or found.is_range:
        return False
    mine, theirs = in_base(wanted.low, wanted.unit), in_base(found.low, found.unit)
    if not (mine and theirs and mine[0] == theirs[0] and theirs[1]):
        return False
    if mine[0] in ("time", "months"):
        return mine[1] == theirs[1]
    return abs(mine[1] - theirs[1]) / abs(theirs[1]) <= _CONVERSION


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
    return min(alike, key=lambda found: abs(found.low - wanted.low), default=None)


def _bound_fault(case: Case, wanted: Quantity, found: Quantity) -> Mismatch | None:
    bound, words = _widest_bound(case, found)
    if wanted.unit in TIME_UNITS and case.claim.reading.low(wanted.first - 1) == "over" and bound in _LOWER:
        return None
    if wanted.bound is bound or _bounds_agree(wanted.bound, bound) or wanted.vague != found.vague:
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


def _widest_bound(case: Case, found: Quantity) -> tuple[Bound, str]:
    """The bound that the amount has in its whole sentence: a quote may have been cut after "at least"."""
    if found.bound is not Bound.EXACT:
        return found.bound, found.text
    for analysis in case.wider:
        twins = [
            q for q in analysis.quantities if (q.low, q.high, q.unit) == (found.low, found.high, found.unit)
        ]
        if twins and all(twin.bound is not Bound.EXACT for twin in twins):
            return twins[0].bound, twins[0].text
    return found.bound, found.text


def _bounds_agree(claimed: Bound, stated: Bound) -> bool:
    families = ((*_LOWER,), (*_BELOW, Bound.ABOUT))
    if any(claimed in family and stated in family for family in families):
        return True
    return stated is Bound.EXACT and claimed in (Bound.ABOUT, Bound.AT_LEAST)


def _wrong_noun(
    case: Case, wanted: Quantity, same: list[tuple[Analysis, Quantity]], pool: list[tuple[Analysis, Quantity]]
) -> Iterator[Mismatch]:
    """A number that the evidence gives, but of something else that it also counts."""
    nouns = _nouns(case.claim, wanted)
    if not nouns or any(nouns & _nouns(piece, found) or not _nouns(piece, found) for piece, found in same):
        return
    others = [
        found
        for piece, found in pool
        if not _same_amount(wanted, found) and _first_noun(piece, found) in nouns
    ]
    if others:
        theirs = same[0][1]
        yield Mismatch(
            kind=MismatchKind.NUMBER,
            in_claim=_with_noun(case.claim, wanted),
            in_evidence=f"{_with_noun(same[0][0], theirs)}; {others[0].text}",
            message=f"The evidence gives “{theirs.text}” for something else: "
            f"“{_with_noun(same[0][0], theirs)}”, not “{_with_noun(case.claim, wanted)}”.",
        )


def _another_rate(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True for "a month" in the one and "a week" in the other."""
    mine, theirs = _rate(claim, wanted), _rate(piece, found)
    return mine is not None and theirs is not None and mine != theirs


def _rate(analysis: Analysis, quantity: Quantity) -> str | None:
    reading = analysis.reading
    at = quantity.last + 1
    if reading.low(at) in ("a", "an", "per", "each", "every") and reading.low(at + 1) in WORDS:
        return WORDS[reading.low(at + 1)].name
    return _RATES.get(reading.low(at))


def _rate_fault(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> Mismatch:
    mine, theirs = _rate(claim, wanted), _rate(piece, found)
    return Mismatch(
        kind=MismatchKind.NUMBER,
        in_claim=f"{wanted.text} a {mine}",
        in_evidence=f"{found.text} a {theirs}",
        message=f"The claim says “{wanted.text}” a {mine}; the evidence says a {theirs}.",
    )


def _wrong_place(
    case: Case, wanted: Quantity, same: list[tuple[Analysis, Quantity]], pool: list[tuple[Analysis, Quantity]]
) -> Mismatch | None:
    """A number whose neighbours in the claim are, in the evidence, another number's neighbours."""
    rivals = [
        (piece, found)
        for piece, found in pool
        if found.unit == wanted.unit and not _same_amount(wanted, found) and found.unit != "ordinal"
    ]
    mine = _neighbourhood(case.claim, wanted)
    if not rivals or not (mine.words or mine.anchors):
        return None
    own = [_neighbourhood(piece, found) for piece, found in same]
    nearest = max(rivals, key=lambda other: _likeness(mine, _neighbourhood(*other)))
    theirs = _neighbourhood(*nearest)
    rival = nearest[1]
    overlap = len(mine.words & theirs.words)
    misplaced = overlap >= min(_RIVAL_SHARE, len(mine.words)) and not any(
        not near.words
        or mine.anchors & near.anchors
        or (mine.words & near.words and overlap < len(mine.words & near.words) + _RIVAL_SHARE)
        for near in own
    )
    crossed = bool(mine.anchors & theirs.anchors) and all(
        near.anchors and not mine.anchors & near.anchors for near in own
    )
    if not (misplaced and mine.words) and not crossed:
        return None
    return Mismatch(
        kind=MismatchKind.NUMBER,
        in_claim=wanted.text,
        in_evidence=rival.text,
        message=f"The evidence gives “{wanted.text}” for something else; of this it says “{rival.text}”.",
    )


class _Near(NamedTuple):
    """What stands beside a number: content words, and the dates and names that tell whose number it is."""

    words: frozenset[str]
    anchors: frozenset[str]


def _likeness(mine: _Near, theirs: _Near) -> tuple[int, int]:
    return len(mine.anchors & theirs.anchors), len(mine.words & theirs.words)


def _neighbourhood(analysis: Analysis, quantity: Quantity) -> _Near:
    """What stands closer to the quantity than to any other of the same unit, in its clause."""
    others = [q for q in analysis.quantities if q is not quantity and q.unit == quantity.unit]
    start = max((q.last + 1 for q in others if q.last < quantity.first), default=0)
    end = min((q.first for q in others if q.first > quantity.last), default=len(analysis.reading))
    reading = analysis.reading
    before = quantity.first
    while before > start and reading.lows[before - 1] not in _SEPARATORS:
        before -= 1
    after = quantity.last + 1
    while after < end and reading.lows[after] not in _SEPARATORS:
        after += 1
    words = analysis.stems_in(before, quantity.first) | analysis.stems_in(quantity.last + 1, after)
    first, last = reading.starts[before], reading.ends[max(after - 1, quantity.last)]
    dates = (reading.text[m.start : m.end] for m in analysis.mentions if first <= m.start < last)
    named = (word for name in analysis.names if before <= name.first < after for word in name.words)
    return _Near(words, frozenset((*dates, *named)))


def _nouns(analysis: Analysis, quantity: Quantity) -> frozenset[str]:
    end = quantity.last + 1
    stop = end
    while stop < len(analysis.reading) and stop < end + _NOUN_REACH:
        if not (analysis.reading.words[stop][0].isalpha() or analysis.reading.words[stop] == "-"):
            break
        stop += 1
    return analysis.stems_in(end, stop)


def _first_noun(analysis: Analysis, quantity: Quantity) -> str | None:
    stems = analysis.stems[quantity.last + 1 : quantity.last + 2]
    return stems[0] if stems else None


def _noun_counted_otherwise(claim: Analysis, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> bool:
    noun = _first_noun(claim, wanted)
    if noun is None:
        return False
    return any(_first_noun(piece, found) == noun and found.low != wanted.low for piece, found in pool)


def _with_noun(analysis: Analysis, quantity: Quantity) -> str:
    following = analysis.reading.words[quantity.last + 1 : quantity.last + 2]
    return " ".join((quantity.text, *following))
