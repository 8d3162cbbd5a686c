"""Quantities: every number of a sentence in digits or words, with bound, range, magnitude and unit.

text2num values the cardinal words (0.2 microseconds a phrase, right on all that was tried). The rest is an own
grammar: text2num's rewriting of whole sentences loses offsets and turns "$29.3 billion" into "$29.3 1000000000";
quantulum3 takes 1.9 milliseconds a sentence, reads "25.1bn" as bit-newtons and "between 5 and 10 million" as five
million and two and a half. Values are `Decimal`, so "29.3 billion" is exact.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from text_to_num import text2num

from conspectus.model.article import Span
from conspectus.text.facts import number_words as nw
from conspectus.text.facts.dates import mentions
from conspectus.text.facts.tokens import Reading, read
from conspectus.text.facts.units import CURRENCIES, SIGNS, WORDS


class Bound(StrEnum):
    """How a number stands to the amount it speaks of."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "up to"
    LESS_THAN = "less than"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `low` equals `high` for a single number; a range or a vague amount ("dozens") spans them.

    `unit` is canonical ("dollar", "percent", "points", "year" …), empty for a bare count, "ordinal" for "third",
    "fraction" for "a third", "times" for "doubled" or "threefold", "clock" for a time of day (minutes).
    `text` stands at the raw offsets `start` to `end`. `first` and `last` are token indices (`tokens.read`), both included, bound and unit counted in.
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


@dataclass(slots=True)
class _Draft:
    low: Decimal
    high: Decimal
    last: int
    unit: str = ""
    vague: bool = False
    bare: bool = True
    """No magnitude was stated, so the one after a range's end may count for its beginning too."""


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities that the text states, in order; numbers that are part of a date are not among them."""
    reading = read(text)
    dated = _dated(text, reading)
    found: list[Quantity] = []
    index, size = 0, len(reading)
    while index < size:
        low = reading.lows[index]
        if not (low in nw.STARTERS or low[0].isdecimal()) or index in dated:
            index += 1
            continue
        quantity = _quantity(reading, index, dated)
        if quantity is None:
            index += 1
        else:
            found.append(quantity)
            index = quantity.last + 1
    return tuple(found)


def _dated(text: str, reading: Reading) -> frozenset[int]:
    taken: set[int] = set()
    for mention in mentions(text):
        taken.update(
            range(bisect_left(reading.starts, mention.start), bisect_left(reading.starts, mention.end))
        )
    return frozenset(taken)


def _quantity(reading: Reading, index: int, dated: frozenset[int]) -> Quantity | None:
    draft = _amount(reading, index)
    if draft is None:
        return None
    first = index
    sign = reading.word(index - 1)
    if sign in SIGNS:
        first -= 1
        draft.unit = SIGNS[sign]
        if reading.low(first - 1) in ("us", "u.s.", "a", "c", "au", "ca") and reading.tight(first - 1):
            first -= 1
    elif sign == "-" and reading.tight(index - 1) and not (index > 1 and reading.tight(index - 2)):
        first -= 1
        draft.low, draft.high = -draft.high, -draft.low
    elif WORDS.get(reading.low(index - 1)) and WORDS[reading.low(index - 1)].name in CURRENCIES:
        if reading.word(index - 1).isupper():
            first -= 1
            draft.unit = WORDS[reading.low(index - 1)].name
    if draft.last + 1 not in dated:
        _read_range(reading, draft)
        _read_unit(reading, draft)
    bound, first = _bound_before(reading, first, draft)
    bound = _bound_after(reading, draft, bound)
    start, end = reading.raw_range(first, draft.last)
    return Quantity(
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        bound=bound,
        vague=draft.vague,
        text=reading.folded.raw[start:end],
        start=start,
        end=end,
        first=first,
        last=draft.last,
    )


def _amount(reading: Reading, index: int) -> _Draft | None:
    """The number that begins at the token: digits, words, a fraction, or a vague amount."""
    low = reading.lows[index]
    if low[0].isdecimal():
        return (_fraction(reading, index) if low.isdecimal() else None) or _digits(reading, index)
    if low in nw.VAGUE:
        return _vague(reading, index)
    for reader in (_fraction, _ordinal, _multiple, _half_of, _words):
        draft = reader(reading, index)
        if draft is not None:
            return draft
    return None


def _digits(reading: Reading, index: int) -> _Draft:
    low = reading.lows[index]
    if ":" in low:
        hours, minutes = low.split(":")[:2]
        return _clock(reading, index, int(hours), int(minutes))
    value = Decimal(low.replace(",", "").replace(" ", ""))
    after = reading.low(index + 1)
    tight = reading.tight(index)
    if tight and after in ("st", "nd", "rd", "th"):
        return _Draft(value, value, index + 1, unit="ordinal")
    if after in ("a.m.", "p.m.", "am", "pm", "o'clock") and value <= 24:
        return _clock(reading, index, int(value), 0)
    if tight and after == "/" and reading.low(index + 2).isdecimal() and int(reading.low(index + 2)):
        share = value / Decimal(reading.low(index + 2))
        return _Draft(share, share, index + 2, unit="fraction")
    mixed = reading.low(index + 1)
    if mixed.isdecimal() and reading.low(index + 2) == "/" and reading.low(index + 3).isdecimal():
        if int(reading.low(index + 3)):
            value += Decimal(mixed) / Decimal(reading.low(index + 3))
            index += 3
    if tight and _is_metre(reading, index):
        return _Draft(value, value, index + 1, unit="metre")
    if tight and reading.low(index + 1) in nw.SHORT_MAGNITUDES:
        scaled = value * nw.SHORT_MAGNITUDES[reading.low(index + 1)]
        return _Draft(scaled, scaled, index + 1, bare=False)
    return _magnified(reading, value, index)


def _is_metre(reading: Reading, index: int) -> bool:
    """True for "100m" where nothing says that it is money or a crowd."""
    crowd = reading.low(index + 2)
    money = reading.word(index - 1) in SIGNS or crowd in WORDS
    return reading.word(index + 1) == "m" and not money and not crowd.endswith(("s", "people"))


def _magnified(reading: Reading, value: Decimal, index: int) -> _Draft:
    """The value times the magnitude words that follow it."""
    bare = True
    while True:
        at = (
            index + 2
            if reading.low(index + 1) == "-" and reading.low(index + 2) in nw.MAGNITUDES
            else index + 1
        )
        magnitude = nw.MAGNITUDES.get(reading.low(at))
        if magnitude is None:
            return _Draft(value, value, index, bare=bare)
        value, index, bare = value * magnitude, at, False


def _clock(reading: Reading, index: int, hours: int, minutes: int) -> _Draft:
    after = reading.low(index + 1).replace(".", "")
    last = index + 1 if after in ("am", "pm", "o'clock") else index
    if after == "pm" and hours < 12:
        hours += 12
    elif after == "am" and hours == 12:
        hours = 0
    value = Decimal(60 * hours + minutes)
    return _Draft(value, value, last, unit="clock")


def _vague(reading: Reading, index: int) -> _Draft:
    """Dozens, hundreds, tens of thousands, several hundred: a span of values, known only roughly."""
    low, high = nw.VAGUE[reading.lows[index]]
    last = index
    if reading.low(index + 1) == "of" and reading.low(index + 2) in nw.PLURAL_MAGNITUDES:
        scale = nw.PLURAL_MAGNITUDES[reading.low(index + 2)]
        return _Draft(low * scale, high * scale, index + 2, vague=True)
    magnitude = nw.MAGNITUDES.get(reading.low(index + 1))
    if reading.lows[index] in nw.SEVERAL and magnitude is not None:
        return _Draft(2 * magnitude, 9 * magnitude + magnitude - 1, index + 1, vague=True)
    return _Draft(low, high, last, vague=True)


def _fraction(reading: Reading, index: int) -> _Draft | None:
    """A third, two-thirds, three quarters, one in five."""
    top = _small(reading.lows[index])
    if top is None:
        return None
    at = index + 2 if reading.low(index + 1) == "-" else index + 1
    bottom = nw.DENOMINATORS.get(reading.low(at))
    if bottom is not None and _is_share(reading, index, at):
        return _Draft(top / bottom, top / bottom, at, unit="fraction")
    if reading.low(index + 1) in ("in", "of", "out") and top < 10:
        at = index + 3 if reading.low(index + 1) == "out" and reading.low(index + 2) == "of" else index + 2
        bottom = _small(reading.low(at))
        if bottom and bottom > top and not {reading.lows[index], reading.low(at)} & {"a", "an"}:
            return _Draft(top / bottom, top / bottom, at, unit="fraction")
    return None


def _small(low: str) -> Decimal | None:
    if low.isdecimal() and len(low) <= 4:
        return Decimal(low)
    return nw.SMALL.get(low)


def _is_share(reading: Reading, first: int, at: int) -> bool:
    """False for "a third man" and "a quarter ago": a share speaks of something, or stands at an end."""
    word, after = reading.lows[at], reading.low(at + 1)
    if word.endswith("s") and word != "tens":
        return True
    return reading.lows[first] not in ("a", "an") or after in nw.AFTER_SHARE or not after[:1].isalpha()


def _ordinal(reading: Reading, index: int) -> _Draft | None:
    low = reading.lows[index]
    if low in nw.TENS and reading.low(index + 1) == "-" and reading.low(index + 2) in nw.ORDINALS:
        value = nw.TENS[low] + nw.ORDINALS[reading.low(index + 2)]
        return _Draft(value, value, index + 2, unit="ordinal")
    value_or_none = nw.ORDINALS.get(low)
    if value_or_none is None or _is_idiom(reading, index):
        return None
    return _Draft(value_or_none, value_or_none, index, unit="ordinal")


def _is_idiom(reading: Reading, index: int) -> bool:
    """True for "at first" and "first," where no order of things is meant."""
    before, after = reading.low(index - 1), reading.low(index + 1)
    return before in ("at", "split") or (
        reading.lows[index] in ("first", "second") and after == "," and index == 0
    )


def _multiple(reading: Reading, index: int) -> _Draft | None:
    """Doubled, twice, threefold, three times."""
    value = nw.MULTIPLES.get(reading.lows[index])
    return None if value is None else _Draft(value, value, index, unit="times")


def _half_of(reading: Reading, index: int) -> _Draft | None:
    if reading.lows[index] != "half":
        return None
    at = index + 1
    if reading.low(at) == "-":
        at += 1
    if reading.low(at) in ("a", "an"):
        at += 1
    magnitude = nw.MAGNITUDES.get(reading.low(at))
    half = Decimal("0.5")
    if magnitude is not None:
        return _Draft(half * magnitude, half * magnitude, at, bare=False)
    if WORDS.get(reading.low(at)) and at > index + 1:
        return _Draft(half, half, at - 1)
    return _Draft(half, half, index, unit="fraction")


def _words(reading: Reading, index: int) -> _Draft | None:
    """Cardinal words, "a million", "two and a half billion"; a lone "a", or "one" as a pronoun, is no number."""
    low = reading.lows[index]
    if low in ("a", "an", "one") and reading.lows[index + 2 : index + 5] == ("and", "a", "half"):
        unit = WORDS.get(reading.low(index + 1))
        if unit is not None:
            return _Draft(Decimal("1.5"), Decimal("1.5"), index + 4, unit=unit.name)
    if low in ("a", "an"):
        magnitude = nw.MAGNITUDES.get(reading.low(index + 1))
        return None if magnitude is None else _magnified(reading, Decimal(1), index)
    if low not in nw.CARDINALS:
        return None
    halved = reading.lows[index + 1 : index + 4] == ("and", "a", "half")
    if low == "one" and not halved and _is_pronoun(reading, index):
        return None
    last = _run_end(reading, index)
    while last >= index:
        value = _value(tuple(w for w in reading.lows[index : last + 1] if w != "-"))
        if value is not None:
            break
        last -= 1
    else:
        return None
    if tuple(reading.lows[last + 1 : last + 4]) == ("and", "a", "half"):
        return _magnified(reading, value + Decimal("0.5"), last + 3)
    draft = _magnified(reading, value, last)
    draft.bare = draft.bare and not any(w in nw.MAGNITUDES for w in reading.lows[index : last + 1])
    return draft


def _is_pronoun(reading: Reading, index: int) -> bool:
    after = reading.low(index + 1)
    return (
        after in nw.AFTER_PRONOUN_ONE
        or (not after[:1].isalpha() and after not in ("-", "%"))
        or reading.low(index - 1) in nw.BEFORE_PRONOUN_ONE
    )


def _run_end(reading: Reading, index: int) -> int:
    last = index
    while True:
        after, beyond = reading.low(last + 1), reading.low(last + 2)
        if after in nw.CARDINALS:
            last += 1
        elif (after == "-" and beyond in nw.CARDINALS and reading.lows[last] in nw.TENS) or (
            after == "and" and beyond in nw.CARDINALS and reading.lows[last] in nw.MAGNITUDES
        ):
            last += 2
        else:
            return last


@lru_cache(maxsize=4096)
def _value(words: tuple[str, ...]) -> Decimal | None:
    try:
        return Decimal(text2num(" ".join(words), "en"))
    except ValueError:
        return None


def _read_range(reading: Reading, draft: _Draft) -> None:
    """Widens the draft to the range that it begins: "5 to 10 million", "12–13%", "two or three"."""
    if draft.unit in ("ordinal", "clock", "times") or draft.vague:
        return
    at = draft.last + 1
    shared_unit = reading.low(at) in ("%", "percent")
    if shared_unit:
        at += 1
    joiner = reading.low(at)
    if joiner not in nw.RANGE_JOINERS or (joiner == "and" and not _after_between(reading, at)):
        return
    if joiner == "to" and _after_from(reading, at):
        return
    start = at + 1
    if reading.word(start) in SIGNS:
        start += 1
    low = reading.low(start)
    if not low or not (low[0].isdecimal() or low in nw.CARDINALS):
        return
    end = _amount(reading, start)
    if end is None or end.unit or end.vague:
        return
    if shared_unit and reading.low(end.last + 1) not in ("%", "percent"):
        return
    begin = draft.low
    if draft.bare and not end.bare and begin < Decimal(1000):
        scale = end.high / _leading(reading, start, end)
        begin *= scale
    if begin < end.high:
        draft.low, draft.high, draft.last, draft.bare = begin, end.high, end.last, end.bare


def _leading(reading: Reading, start: int, end: _Draft) -> Decimal:
    """The number before its magnitude: 10 in "10 million"."""
    low = reading.lows[start]
    if low[0].isdecimal():
        return Decimal(low.replace(",", "").replace(" ", "")) or Decimal(1)
    return _value((low,)) or end.high


def _after_between(reading: Reading, at: int) -> bool:
    return "between" in reading.lows[max(0, at - 5) : at]


def _after_from(reading: Reading, at: int) -> bool:
    """True where "from 5% to 10%" tells of a change, not of a range."""
    return "from" in reading.lows[max(0, at - 4) : at]


def _read_unit(reading: Reading, draft: _Draft) -> None:
    if draft.unit in ("ordinal", "clock", "times", "metre"):
        return
    at = draft.last + 1
    if reading.low(at) == "-" and reading.tight(draft.last):
        at += 1
    low, after = reading.low(at), reading.low(at + 1)
    if low == "%" or low in ("percent", "pct") or (low == "per" and after == "cent"):
        at += low == "per"
        draft.unit, draft.last = "percent", at
        if reading.low(at + 1) in ("point", "points"):
            draft.unit, draft.last = "points", at + 1
    elif low == "percentage" and after in ("point", "points"):
        draft.unit, draft.last = "points", at + 1
    elif draft.unit == "fraction" and reading.lows[at : at + 4] in nw.OF_A_POINT:
        draft.unit, draft.last = "points", at + 3
    elif low == "basis" and after in ("point", "points"):
        draft.low, draft.high = draft.low / 100, draft.high / 100
        draft.unit, draft.last = "points", at + 1
    elif low == "°" and after in ("c", "f"):
        draft.unit, draft.last = WORDS[low + after].name, at + 1
    elif low in nw.SQUARE_OR_NATIONAL and after in WORDS and not draft.unit:
        draft.unit, draft.last = (
            f"{low} {WORDS[after].name}" if low in ("square", "cubic") else WORDS[after].name,
            at + 1,
        )
    elif (
        low in WORDS and not draft.unit and not (low == "second" and at == draft.last + 1 and draft.low != 1)
    ):
        draft.unit, draft.last = WORDS[low].name, at
        if WORDS[low].name == "degree" and after in ("celsius", "fahrenheit", "c", "f"):
            draft.unit, draft.last = ("celsius" if after[0] == "c" else "fahrenheit"), at + 1
    elif low in ("times", "fold") and not draft.unit:
        draft.unit, draft.last = "times", at


def _bound_before(reading: Reading, first: int, draft: _Draft) -> tuple[Bound, int]:
    start = first
    while reading.low(start - 1) in nw.SKIPPED_BEFORE_NUMBER:
        start -= 1
    for length in (4, 3, 2, 1):
        if start - length < 0:
            continue
        cue = " ".join(reading.lows[start - length : start])
        name = nw.BOUNDS_BEFORE.get(cue)
        if cue == "up to" and _moves(reading.low(start - 3)):
            continue
        if name is None or (cue in nw.NOT_OVER_TIME and _spans_time(reading, start - length, draft)):
            continue
        if draft.unit in ("ordinal", "clock", "times") and length == 1 and cue in nw.NOT_WITH_ORDINALS:
            continue
        return Bound(name), start - length
    return Bound.EXACT, first


def _spans_time(reading: Reading, cue: int, draft: _Draft) -> bool:
    """True for "over three days" in the sense of during; "for over three days" and large numbers are amounts."""
    brief = draft.unit in nw.TIME_UNITS and draft.high <= nw.LONG_TIME
    return brief and reading.low(cue - 1) not in nw.BEFORE_DURATION


def _moves(low: str) -> bool:
    """True for "edged up to 5%" and "rose up to": a direction, not a limit."""
    return low.endswith("ed") or low in nw.MOVING


def _bound_after(reading: Reading, draft: _Draft, bound: Bound) -> Bound:
    at = draft.last + 1
    if reading.word(at) == "+" and reading.tight(draft.last):
        draft.last = at
        return Bound.AT_LEAST
    pair = f"{reading.low(at)} {reading.low(at + 1)}"
    name = nw.BOUNDS_AFTER.get(pair)
    if name is None:
        return bound
    draft.last = at + 1
    return Bound(name)
