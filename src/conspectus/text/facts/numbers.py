"""Quantities: every number of a sentence in digits or words, with bound, range, magnitude and unit.

Own grammar around text2num's values (`numerals`): quantulum3 takes 1.9 milliseconds a sentence, reads "25.1bn"
as bit-newtons and "between 5 and 10 million" as five million and two and a half. Values are `Decimal`, so that
"29.3 billion" is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from conspectus.caching import WHILE_RUNNING
from conspectus.model.article import Span
from conspectus.text.facts import number_words as nw
from conspectus.text.facts.dates import dated
from conspectus.text.facts.drafts import Draft
from conspectus.text.facts.marks import NUMBER
from conspectus.text.facts.numerals import amount, leading
from conspectus.text.facts.tokens import Reading, read
from conspectus.text.facts.units import CURRENCIES, SIGNS, WORDS

_BOUND_REACH = 6
_TOLD_REACH = 8
_CLAUSE_ENDS = (".", ";", ":", ")")
_BOUND_BEGINNINGS = frozenset(pair.partition(" ")[0] for pair in nw.BOUNDS_AFTER)
_UNIT_BEGINNINGS = (
    frozenset("% percent pct per percentage point points basis ° c f times fold".split())  # noqa: SIM905
    | frozenset(words[0] for words in (*nw.OF_A_POINT, *nw.A_POINT, *nw.OF_A_PLAIN_POINT))
    | nw.SQUARE_OR_NATIONAL
    | nw.WATTS
    | WORDS.keys()
)
"""What the first word of any unit is: most numbers are followed by the noun that they count."""


class Bound(StrEnum):
    """How a number stands to the amount it speaks of."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "up to"
    LESS_THAN = "less than"
    NEARLY = "nearly"


EXACT = Bound.EXACT
"""Asked for most: Python 3.11 looks members up in their class ten times as slowly as names."""


_BOUNDS_BEFORE = {cue: Bound(name) for cue, name in nw.BOUNDS_BEFORE.items()}


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """An amount: `low` equals `high` for a single number; a range or a vague amount ("dozens") spans them.

    `unit` is canonical ("dollar", "percent", "points", "year" …), empty for a bare count, "ordinal" for "third",
    "fraction" for "a third", "times" for "doubled" or "threefold", "clock" for a time of day (minutes).
    `text` stands at the raw offsets `start` to `end`. `first` and `last` are token indices
    (`tokens.read`), both included, bound and unit counted in. Never changed, and not declared frozen: hundreds are made
    and looked at for each claim.
    """

    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    vague: bool
    text: str
    start: int
    end: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands in the text given."""
        return Span(start=self.start, end=self.end)

    @property
    def is_range(self) -> bool:
        """True for a stated range such as "12–13%"."""
        return self.low != self.high and not self.vague


@WHILE_RUNNING.keep(most=16384)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities that the text states, in order; numbers that are part of a date are not among them."""
    reading = read(text)
    within = dated(text)
    found: list[Quantity] = []
    done = -1
    for index in reading.marked(NUMBER):
        if index > done and index not in within:
            quantity = _quantity(reading, index, within)
            if quantity is not None:
                found.append(quantity)
                done = quantity.last
    return tuple(found)


def _quantity(reading: Reading, index: int, within: frozenset[int]) -> Quantity | None:
    draft = amount(reading, index)
    if draft is None:
        return None
    first = index
    sign = reading.words[index - 1] if index else ""
    if sign in SIGNS:
        first -= 1
        draft.unit = SIGNS[sign]
        if reading.low(first - 1) in ("us", "u.s.", "a", "c", "au", "ca") and reading.tight(first - 1):
            first -= 1
    elif sign == "-" and reading.tight(index - 1) and not (index > 1 and reading.tight(index - 2)):
        first -= 1
        draft.low, draft.high = -draft.high, -draft.low
    elif sign.isupper() and sign.lower() in WORDS and WORDS[sign.lower()].name in CURRENCIES:
        first -= 1
        draft.unit = WORDS[sign.lower()].name
    if draft.last + 1 not in within:
        _read_range(reading, draft)
        _read_unit(reading, draft)
    bound, first = _bound_before(reading, first, draft)
    bound = _bound_after(reading, draft, bound)
    start, end = reading.raw_range(first, draft.last)
    words = reading.folded.raw[start:end]
    return Quantity(
        draft.low, draft.high, draft.unit, bound, draft.vague, words, start, end, first, draft.last
    )


def _read_range(reading: Reading, draft: Draft) -> None:
    """Widens the draft to the range that it begins: "5 to 10 million", "12–13%", "two or three"."""
    at = draft.last + 1
    shared_unit = reading.padded[at] in ("%", "percent")
    if shared_unit:
        at += 1
    joiner = reading.padded[at]
    if joiner not in nw.RANGE_JOINERS or draft.unit in ("ordinal", "clock", "times") or draft.vague:
        return
    if joiner == "and" and not _after_between(reading, at):
        return
    if joiner == "to" and _after_from(reading, at):
        return
    start = at + 1
    if reading.word(start) in SIGNS:
        start += 1
    low = reading.low(start)
    if not low or not (low[0].isdecimal() or low in nw.CARDINALS):
        return
    end = amount(reading, start)
    if end is None or end.unit or end.vague or draft.unit == "fraction":
        return
    if shared_unit and reading.low(end.last + 1) not in ("%", "percent"):
        return
    begin = draft.low
    if draft.bare and not end.bare and begin < Decimal(1000):
        scale = end.high / leading(reading, start, end)
        begin *= scale
    if begin < end.high:
        draft.low, draft.high, draft.last, draft.bare = begin, end.high, end.last, end.bare


def _after_between(reading: Reading, at: int) -> bool:
    return "between" in reading.lows[max(0, at - 5) : at]


def _after_from(reading: Reading, at: int) -> bool:
    """True where "from 5% to 10%", or "by 5 to 10", tells of a change, not of a range."""
    return not {"from", "by"}.isdisjoint(reading.lows[max(0, at - 4) : at])


def _read_unit(reading: Reading, draft: Draft) -> None:
    if draft.unit in ("ordinal", "clock", "times", "metre"):
        return
    at = draft.last + 1
    if draft.unit == "fraction" and reading.low(at) == "of" and reading.low(at + 1) in ("a", "an"):
        whole = WORDS.get(reading.low(at + 2))
        if whole is not None and whole.name in nw.LONG_TIMES:
            # "A quarter of a century"
            draft.unit, draft.last = whole.name, at + 2
            return
    if reading.padded[at] == "-" and reading.tight(draft.last):
        at += 1
    low, after = reading.padded[at], reading.padded[at + 1]
    if low not in _UNIT_BEGINNINGS:
        return
    if low == "%" or low in ("percent", "pct") or (low == "per" and after == "cent"):
        at += low == "per"
        draft.unit, draft.last = "percent", at
        if reading.low(at + 1) in ("point", "points"):
            draft.unit, draft.last = "points", at + 1
    elif low == "percentage" and after in ("point", "points"):
        draft.unit, draft.last = "points", at + 1
    elif draft.unit == "fraction" and reading.lows[at : at + 4] in nw.OF_A_POINT:
        draft.unit, draft.last = "points", at + 3
    elif draft.unit == "fraction" and reading.lows[at : at + 2] in nw.A_POINT:
        # "half a point", "half a percentage point"
        draft.unit, draft.last = "points", at + 1 + (after == "percentage")
    elif draft.unit == "fraction" and reading.lows[at : at + 3] in nw.OF_A_PLAIN_POINT:
        draft.unit, draft.last = "points", at + 2
    elif low in ("point", "points") and draft.unit in ("", "fraction") and draft.low % 1:
        draft.unit, draft.last = "points", at
    elif low == "basis" and after in ("point", "points"):
        draft.low, draft.high = draft.low / 100, draft.high / 100
        draft.unit, draft.last = "points", at + 1
    elif low == "°" and after in ("c", "f"):
        draft.unit, draft.last = WORDS[low + after].name, at + 1
    elif (
        reading.word(at) in ("C", "F")
        and at == draft.last + 1
        and reading.tight(draft.last)
        and not draft.unit
    ):
        draft.unit, draft.last = ("celsius" if low == "c" else "fahrenheit"), at
    elif low in nw.SQUARE_OR_NATIONAL and after in WORDS and not draft.unit:
        draft.unit, draft.last = (
            f"{low} {WORDS[after].name}" if low in ("square", "cubic") else WORDS[after].name,
            at + 1,
        )
    elif low in nw.WATTS and after in ("-", "hour", "hours") and not draft.unit:
        at += 2 if after == "-" else 1
        draft.unit, draft.last = f"{WORDS[low].name}hour", at
    elif (
        low in WORDS and not draft.unit and not (low == "second" and at == draft.last + 1 and draft.low != 1)
    ):
        draft.unit, draft.last = WORDS[low].name, at
        if WORDS[low].name == "degree" and after in ("celsius", "fahrenheit", "c", "f"):
            draft.unit, draft.last = ("celsius" if after[0] == "c" else "fahrenheit"), at + 1
    elif low in ("times", "fold") and not draft.unit:
        draft.unit, draft.last = "times", at


def _bound_before(reading: Reading, first: int, draft: Draft) -> tuple[Bound, int]:
    start = first
    while reading.padded[start - 1] in nw.SKIPPED_BEFORE_NUMBER:
        start -= 1
    before = reading.padded[start - 1]
    if before == "-" and reading.low(start - 2) in ("under", "over"):
        # "the under-30s"
        return _BOUNDS_BEFORE[reading.low(start - 2)], start - 2
    if before not in nw.BOUND_ENDS:
        return EXACT, first
    if before == "over" and not nw.PREFERRED.isdisjoint(reading.lows[max(0, start - 5) : start - 1]):
        return EXACT, first
    for length in (4, 3, 2, 1):
        if start - length < 0:
            continue
        cue = " ".join(reading.lows[start - length : start])
        bound = _BOUNDS_BEFORE.get(cue)
        if cue == "up to" and _moves(reading.low(start - 3)):
            continue
        if bound is None or (cue in nw.NOT_OVER_TIME and _spans_time(reading, start - length, draft)):
            continue
        if cue == "about" and not draft.unit and _is_told_about(reading, start - 1):
            continue
        if draft.unit == "ordinal" and cue == "up to":
            # "Moved up to second" tells where to.
            continue
        if draft.unit in ("ordinal", "clock") and length == 1 and cue in nw.NOT_WITH_ORDINALS:
            continue
        if draft.unit == "times" and cue in nw.NOT_WITH_TIMES:
            continue
        return bound, start - length
    return EXACT, first


def _spans_time(reading: Reading, cue: int, draft: Draft) -> bool:
    """True for "over three days" in the sense of during; "for over three days" and large numbers are amounts."""
    timed = draft.unit in nw.TIME_UNITS or reading.padded[draft.last + 1] in nw.SPELLS
    brief = timed and draft.high <= nw.LONG_TIME
    return brief and reading.low(cue - 1) not in nw.BEFORE_DURATION


def _is_told_about(reading: Reading, about: int) -> bool:
    """True for "a drama by Lucia Marin about three sisters": a subject, not an estimate."""
    before = reading.lows[max(0, about - _TOLD_REACH) : about]
    end = next((i for i, low in enumerate(reversed(before)) if low in (".", ",", ";")), len(before))
    return not nw.TOLD.isdisjoint(before[len(before) - end :])


def _moves(low: str) -> bool:
    """True for "edged up to 5%" and "rose up to": a direction, not a limit."""
    return low in nw.MOVING


def _bound_after(reading: Reading, draft: Draft, bound: Bound) -> Bound:
    at = draft.last + 1
    low = reading.padded[at]
    if low == "+" and reading.tight(draft.last):
        draft.last = at
        return Bound.AT_LEAST
    if low not in _BOUND_BEGINNINGS:
        return _bound_further_on(reading, at) if bound is EXACT else bound
    name = nw.BOUNDS_AFTER.get(f"{low} {reading.padded[at + 1]}")
    if name is None:
        return bound
    draft.last = at + 1
    return Bound(name)


def _bound_further_on(reading: Reading, at: int) -> Bound:
    """The bound of "four hundred of them, at most,", which closes its clause."""
    if "at" not in reading.lows[at : at + _BOUND_REACH]:
        return EXACT
    for index in range(at, min(at + _BOUND_REACH, len(reading.lows))):
        low = reading.lows[index]
        if low in _CLAUSE_ENDS or low[0].isdecimal():
            break
        if low == "at" and reading.low(index + 2) in nw.AFTER_BOUND:
            name = nw.BOUNDS_AFTER.get(f"at {reading.low(index + 1)}")
            if name is not None:
                return Bound(name)
    return EXACT
