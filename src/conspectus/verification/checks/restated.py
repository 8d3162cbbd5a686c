# ruff: noqa: SIM905 — a word list reads best as words
"""Amounts in other words: rounded, converted, a range's ends, "a" for one, what can be worked out."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from conspectus.text.facts.number_words import TIME_UNITS
from conspectus.text.facts.numbers import Bound, Quantity
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.units import CURRENCIES, dimension, in_base
from conspectus.verification.checks.belonging import noun_counted_otherwise
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.compounds import UNITS, compounds, whole_of
from conspectus.verification.checks.derived import is_derived
from conspectus.verification.checks.proportions import meets
from conspectus.verification.checks.same_amounts import comparable

NO_LESS = (Bound.AT_LEAST, Bound.MORE_THAN)
"""The bounds of which the amount itself, or a larger one, is true."""
SHORT_OF = (Bound.LESS_THAN, Bound.NEARLY)
"""The bounds of which only a smaller amount is true."""
_ROUNDING = Decimal("0.05")
_REACH = Decimal("0.15")
_FAR = Decimal("0.34")
_SHARE_ROUNDING = Decimal("0.012")
_CONVERSION = Decimal("0.02")
_SINGULAR = frozenset(("a", "an", "one", "single", "sole", "lone", "the", "another"))
_PAIR = frozenset(("both", "pair", "couple", "twin", "twins", "duo", "two"))
_AGES = frozenset(("age", "aged", "ages"))
_BEING_SO_OLD = frozenset(("is", "was", "turned", "turns"))
_WHO = frozenset(("who", "he", "she"))
_BEHIND_AN_AGE = frozenset(("", ".", ",", ";", ")", "when", "on", "in", "this", "last", "and", "at", "today"))
_FRACTION_DIGITS = 12
_PAIRED = frozenset(("from", "to", "over", "and", "against", "than"))
_DEBUT = frozenset("first debut maiden inaugural initial initially opening never new original".split())

_PERIODS = {3: "quarter", 6: "half"}
"""What so many months are: "the first half"."""
_PLACED = frozenset(("came", "come", "comes", "finished", "placed", "finish", "finishes"))
_WINNING = frozenset(
    ("won", "win", "wins", "winning", "winner", "winners", "victory", "champion", "champions")
)


def is_restated(case: Case, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> bool:
    """True where the evidence carries the amount in another way: rounded, converted, a range's ends, "a" for one."""
    if _may_be_rounded(wanted) and any(_rounds(wanted, found) for _, found in pool):
        return True
    if dimension(wanted.unit) is not None and any(_converts(wanted, found) for _, found in pool):
        return True
    if wanted.unit in UNITS and is_compound(case, wanted):
        return True
    if wanted.is_range:
        ends = {found.low for _, found in pool if found.low == found.high and found.unit == wanted.unit}
        return wanted.low in ends and wanted.high in ends
    if (
        wanted.low == 1
        and "one" in case.lows
        and any(("one", "of") in pairwise(piece.reading.lows) for piece in case.pieces)
    ):
        return True
    if (
        wanted.low == 1
        and wanted.unit not in ("percent", "points", "ordinal", "clock", "fraction", *CURRENCIES)
        # "About 1." counts nothing that "a" could stand before.
        and (not wanted.text[-1].isdecimal() or case.claim.reading.low(wanted.last + 1)[:1].isalpha())
        and case.lows & _SINGULAR
        and not noun_counted_otherwise(case.claim, wanted, pool)
    ):
        return True
    if wanted.low == 2 and not wanted.unit and case.lows & _PAIR:
        return True
    if wanted.unit == "month" and _PERIODS.get(int(wanted.low)) in case.lows:
        return case.claim.reading.low(wanted.first - 1) in ("first", "last", "final")
    if wanted.low == 2 and wanted.unit == "times" and "again" in case.lows:
        return True
    if wanted.unit == "ordinal" and wanted.low == 1:
        second = case.claim.of_kind(OperatorKind.NEGATION) and any(q.unit == "ordinal" for _, q in pool)
        placed = bool(case.claim.lows & _PLACED) and bool(case.lows & _WINNING)
        return bool(second or placed or case.lows & _DEBUT)
    same = [(piece, found) for piece, found in pool if found.low == wanted.low and found.unit != wanted.unit]
    if wanted.unit in ("", "year") and any(_same_age(case, wanted, piece, found) for piece, found in same):
        return True
    if any(_elided(case.claim, wanted, piece, found) for piece, found in same):
        return True
    if wanted.unit in ("", "clock") and any(
        _same_hour(wanted, piece, found, case.claim) for piece, found in pool
    ):
        return True
    if (
        "many" in case.lows
        and any(("as", "many") in pairwise(piece.reading.lows) for piece in case.pieces)
        and any(found.low == wanted.low for _, found in pool)
    ):
        # "The third to fail in as many years"
        return True
    if any(_same_in_other_words(case, wanted, found) for _, found in pool) or is_derived(case, wanted):
        return True
    if wanted.unit in TIME_UNITS:
        return any(
            in_base(Decimal(1), unit) == in_base(wanted.low, wanted.unit) for unit in TIME_UNITS & case.lows
        )
    return wanted.vague and wanted.low < 10 and not wanted.unit


def is_compound(case: Case, wanted: Quantity) -> bool:
    """True where either side tells the amount in two units: "105 minutes", "an hour and 45 minutes"."""
    whole = whole_of(case.claim, wanted)
    stated = [q for piece in case.pieces for q in compounds(piece)]
    if whole is None:
        return any(meets(wanted, value) for q in stated if (value := comparable(q.low, q.unit, wanted.unit)))
    plain = [q for piece in case.pieces for q in piece.quantities]
    return any(comparable(q.low, q.unit, whole.unit) == whole.low for q in (*stated, *plain)) or is_derived(
        case, whole
    )


def _elided(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True for "from 4.2 million" and "from €4.2 million", where the unit stands with another amount beside it."""
    if bool(wanted.unit) == bool(found.unit) or (wanted.low, wanted.high) != (found.low, found.high):
        return False
    short, bare, unit = (claim, wanted, found.unit) if found.unit else (piece, found, wanted.unit)
    if unit == "percent":
        # "Down from 61 per cent …, and she wants at least 65 this time"
        uncounted = short.stems[bare.last + 1 : bare.last + 2] in ((), (None,))
        return uncounted and any(q.unit == unit for q in short.quantities)
    if short.reading.low(bare.first - 1) not in _PAIRED or short.stems[bare.last + 1 : bare.last + 2] not in (
        (),
        (None,),
    ):
        return False
    return (unit in CURRENCIES or unit in TIME_UNITS) and any(q.unit == unit for q in short.quantities)


def _same_hour(wanted: Quantity, piece: Analysis, found: Quantity, claim: Analysis) -> bool:
    """True for "9am" where the evidence has "from nine", and for "4.20" where it has twenty past four."""
    if {wanted.unit, found.unit} != {"clock", ""}:
        return False
    analysis, bare, clock = (piece, found, wanted) if wanted.unit else (claim, wanted, found)
    if bare.low != bare.high or bare.low >= 2 * _HOURS or bare.low < 0:
        return False
    hours, minutes = divmod(bare.low, 1)
    if bare.low.as_tuple().exponent not in (0, -2) or minutes >= Decimal("0.6"):
        return False
    if not minutes and (bare.low > _HOURS or analysis.reading.low(bare.first - 1) not in _BEFORE_HOURS):
        return False
    told = 60 * hours + 100 * minutes
    return clock.low in (told, (told + 60 * _HOURS) % (120 * _HOURS))


_HOURS = 12
_BEFORE_HOURS = frozenset(("at", "from", "till", "until", "to", "by", "between", "and", "before", "after"))


def _same_in_other_words(case: Case, wanted: Quantity, found: Quantity) -> bool:
    """True for "three fires" and "the third fire", "nine points" and percentage points, and one end of a range."""
    if found.unit == "ordinal" and wanted.unit in ("", "times") and wanted.low == found.low > 1:
        return True
    if found.unit == "points" and not wanted.unit and wanted.low == found.low:
        return case.claim.reading.low(wanted.last + 1) in ("point", "points")
    if found.is_range and not wanted.is_range:
        ends = {comparable(q.low, q.unit or found.unit, found.unit) for q in case.claim.quantities}
        mine = comparable(wanted.low, wanted.unit or found.unit, found.unit)
        return mine in (found.low, found.high) and {found.low, found.high} <= ends
    return False


def _same_age(case: Case, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True for "a 19-year-old" and "Jin Park, 19,", whichever is the claim's."""
    if {wanted.unit, found.unit} != {"year", ""} or wanted.low != found.low:
        return False
    spelled, short = (case.claim, wanted), (piece, found)
    if found.unit:
        spelled, short = short, spelled
    after = spelled[0].reading.lows[spelled[1].last + 1 : spelled[1].last + 4]
    before = short[0].reading.low(short[1].first - 1)
    alone = short[0].reading.low(short[1].last + 1) in (",", ".", ";", ")", "")
    stated = bool(case.lows & _AGES)
    return stated or (
        ("old" in after or bool(spelled[0].lows & _AGES))
        and ((before == "," and alone) or before in _AGES or before == "of" or _is_so_old(*short))
    )


def _is_so_old(piece: Analysis, found: Quantity) -> bool:
    """True for "Mina, who is nine, …", "She was 64 when …" and "Mina turned nine"; not for "the toll was nine"."""
    reading = piece.reading
    subject = reading.word(found.first - 2)
    return (
        reading.low(found.first - 1) in _BEING_SO_OLD
        and (subject.lower() in _WHO or subject[:1].isupper())
        and reading.low(found.last + 1) in _BEHIND_AN_AGE
    )


def _may_be_rounded(wanted: Quantity) -> bool:
    return not (
        (wanted.bound is Bound.EXACT and wanted.unit != "fraction")
        or wanted.vague
        or wanted.is_range
        or wanted.unit == "ordinal"
        or wanted.text.lower().startswith(("over-", "under-"))
    )


def _rounds(wanted: Quantity, found: Quantity) -> bool:
    """True where a bounded or approximate claim is true of the exact amount, and close to it."""
    if found.vague or found.is_range:
        return False
    value = comparable(found.low, found.unit, wanted.unit)
    if value is None:
        value = _converted(found, wanted.unit)
    if value is None or not value:
        return False
    claimed = wanted.low
    share = wanted.unit == "fraction" and found.bound in (wanted.bound, Bound.EXACT)
    if share and abs(value - claimed) <= _SHARE_ROUNDING:
        return True
    off = abs(claimed - value) / abs(value)
    if wanted.bound in NO_LESS and found.bound in NO_LESS:
        return claimed < value and off <= _reach(claimed) and _rounder(claimed, value)
    if found.bound not in (Bound.EXACT, wanted.bound, Bound.ABOUT):
        return False
    if wanted.bound is Bound.ABOUT:
        return off <= _ROUNDING and _rounder(claimed, value)
    if wanted.bound in NO_LESS:
        return claimed < value and off <= _reach(claimed)
    if wanted.bound in SHORT_OF:
        return (
            claimed > value
            and off <= _REACH
            and (wanted.bound is Bound.LESS_THAN or _rounder(claimed, value))
        )
    return False


def _reach(claimed: Decimal) -> Decimal:
    """How far above the amount of "more than" the stated one may lie: farther for a ten, a hundred, a thousand."""
    return _FAR if claimed.normalize().as_tuple().digits == (1,) and claimed > 1 else _REACH


def _converted(found: Quantity, unit: str) -> Decimal | None:
    """The amount in another unit of length, mass and the like; None where it measures something else."""
    mine, theirs = in_base(found.low, found.unit), in_base(Decimal(1), unit)
    alike = mine is not None and theirs is not None and mine[0] == theirs[0] in _MEASURED
    return mine[1] / theirs[1] if alike and mine and theirs else None


_MEASURED = ("length", "mass", "volume", "area")


def _rounder(claimed: Decimal, value: Decimal) -> bool:
    digits = len(claimed.normalize().as_tuple().digits)
    return digits < len(value.normalize().as_tuple().digits) or digits > _FRACTION_DIGITS


def _converts(wanted: Quantity, found: Quantity) -> bool:
    """True for the same measure in another unit, within the rounding that conversions have."""
    if not found.unit or wanted.unit == found.unit or wanted.is_range != found.is_range:
        return False
    return _measures_alike(wanted, found, wanted.low, found.low) and (
        not wanted.is_range or _measures_alike(wanted, found, wanted.high, found.high)
    )


def _measures_alike(wanted: Quantity, found: Quantity, claimed: Decimal, stated: Decimal) -> bool:
    mine, theirs = in_base(claimed, wanted.unit), in_base(stated, found.unit)
    if (
        mine
        and theirs
        and {mine[0], theirs[0]} == {"time", "months"}
        and wanted.bound in (Bound.ABOUT, *SHORT_OF)
    ):
        # "Nearly three months" for 12 weeks
        mine, theirs = _days(*mine), _days(*theirs)
        under = mine[1] - theirs[1] if wanted.bound in SHORT_OF else abs(mine[1] - theirs[1])
        return 0 <= under <= _REACH * theirs[1]
    if not (mine and theirs and mine[0] == theirs[0] and theirs[1]):
        return False
    if mine[0] in ("time", "months"):
        return mine[1] == theirs[1]
    return abs(mine[1] - theirs[1]) / abs(theirs[1]) <= _CONVERSION


def _days(dimension: str, value: Decimal) -> tuple[str, Decimal]:
    return "days", value * _MONTH if dimension == "months" else value / in_base(Decimal(1), "day")[1]  # type: ignore[index]


_MONTH = Decimal("30.44")
