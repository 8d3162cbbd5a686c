"""The value of the number that begins at a token: digits, words, a fraction, a rank, a vague amount.

text2num values the cardinal words (0.2 microseconds a phrase, right on all that was tried); its rewriting of
whole sentences loses offsets and turns "$29.3 billion" into "$29.3 1000000000", so runs of words are found here.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from conspectus.text.facts import number_words as nw
from conspectus.text.facts.clocks import clock, spoken_clock
from conspectus.text.facts.drafts import Draft, magnified, mixed, small
from conspectus.text.facts.tokens import Reading
from conspectus.text.facts.units import CURRENCIES, SIGNS, WORDS
from conspectus.text.facts.words import STOP_WORDS

_TEN = 10
_YEAR_LENGTH = 4
_A_YEAR = 1900
_THEN_REACH = 14


def amount(reading: Reading, index: int) -> Draft | None:
    """The number that begins at the token: digits, words, a fraction, or a vague amount."""
    low = reading.lows[index]
    if low[0].isdecimal():
        part = (spoken_clock(reading, index) or _fraction(reading, index)) if low.isdecimal() else None
        return part or _digits(reading, index)
    if low in nw.VAGUE:
        return _vague(reading, index)
    for reader in (spoken_clock, _fraction, _ordinal, _multiple, _half_of, _words):
        draft = reader(reading, index)
        if draft is not None:
            return draft
    return None


_GOES_ON = (
    frozenset(("st", "nd", "rd", "th", "a.m.", "p.m.", "am", "pm", "o'clock", "/", "and", "-"))
    | nw.CLOCKS
    | nw.SHORT_MAGNITUDES.keys()
    | nw.MAGNITUDES.keys()
)
"""What follows the digits of a number that has another part: most numbers are followed by what they count."""


def _digits(reading: Reading, index: int) -> Draft:
    low = reading.lows[index]
    if ":" in low:
        hours, minutes = low.split(":")[:2]
        return clock(reading, index, int(hours), int(minutes))
    value = Decimal(low.replace(",", "").replace(" ", ""))
    after = reading.padded[index + 1]
    if after not in _GOES_ON and reading.padded[index + 2] != "/":
        return Draft(value, value, index)
    tight = reading.tight(index)
    if len(low) == _YEAR_LENGTH and after in nw.CLOCKS and low.isdecimal():
        return clock(reading, index, int(low[:2]), int(low[2:]))
    if tight and after in ("st", "nd", "rd", "th"):
        return Draft(value, value, index + 1, unit="ordinal")
    if after in ("a.m.", "p.m.", "am", "pm", "o'clock") and value <= 24:
        # "2.10 p.m." has minutes as "2:10 p.m." has.
        _, _, minutes = low.partition(".")
        return clock(reading, index, int(value), int(minutes) if minutes.isdecimal() else 0)
    if tight and after == "/":
        whole = reading.low(index + 2).replace(",", "")
        if whole.isdecimal() and int(whole):
            share = value / Decimal(whole)
            return Draft(share, share, index + 2, unit="fraction")
    if reading.padded[index + 2] == "/":
        top, bottom = after, reading.low(index + 3)
        if top.isdecimal() and bottom.isdecimal() and int(bottom):
            value += Decimal(top) / Decimal(bottom)
            index += 3
    part = mixed(reading, index + 1) if after in _JOINS else None
    if part is not None:
        return magnified(reading, value + part[0], part[1])
    if tight and _is_metre(reading, index):
        return Draft(value, value, index + 1, unit="metre")
    if tight and reading.padded[index + 1] in nw.SHORT_MAGNITUDES:
        scaled = value * nw.SHORT_MAGNITUDES[reading.padded[index + 1]]
        return Draft(scaled, scaled, index + 1, bare=False)
    return magnified(reading, value, index)


def _is_metre(reading: Reading, index: int) -> bool:
    """True for "100m" where nothing says that it is money or a crowd."""
    crowd = reading.low(index + 2)
    before = reading.word(index - 1)
    coded = before.isupper() and before.lower() in WORDS and WORDS[before.lower()].name in CURRENCIES
    money = before in SIGNS or coded or crowd in WORDS
    return reading.word(index + 1) == "m" and not money and not crowd.endswith(("s", "people"))


def _vague(reading: Reading, index: int) -> Draft:
    """Dozens, hundreds, tens of thousands, several hundred: a span of values, known only roughly."""
    low, high = nw.VAGUE[reading.lows[index]]
    last = index
    if reading.low(index + 1) == "of" and reading.low(index + 2) in nw.PLURAL_MAGNITUDES:
        scale = nw.PLURAL_MAGNITUDES[reading.low(index + 2)]
        return Draft(low * scale, high * scale, index + 2, vague=True)
    magnitude = nw.MAGNITUDES.get(reading.low(index + 1))
    if reading.lows[index] in nw.SEVERAL and magnitude is not None:
        return Draft(2 * magnitude, 9 * magnitude + magnitude - 1, index + 1, vague=True)
    return Draft(low, high, last, vague=True)


_AFTER_PART = frozenset(("-", "in", "out")) | nw.DENOMINATORS.keys() | nw.PEOPLE


def _fraction(reading: Reading, index: int) -> Draft | None:
    """A third, two-thirds, three quarters, one in five."""
    if reading.padded[index + 1] not in _AFTER_PART:
        return None
    top = small(reading.lows[index])
    if top is None:
        return None
    at = index + 2 if reading.low(index + 1) == "-" else index + 1
    bottom = nw.DENOMINATORS.get(reading.low(at))
    if bottom is not None and _is_share(reading, index, at):
        return Draft(top / bottom, top / bottom, at, unit="fraction")
    counted_out = reading.low(index + 1) == "out" and reading.low(index + 2) == "of"
    if (reading.low(index + 1) == "in" or counted_out) and top < _TEN:
        at = index + (3 if counted_out else 2)
        bottom = small(reading.low(at)) or nw.TENS.get(reading.low(at))
        if counted_out and bottom is not None and bottom > _TEN:
            return None
        if (
            bottom
            and bottom > top
            and reading.low(at)[:2] in ("19", "20")
            and len(reading.low(at)) == _YEAR_LENGTH
        ):
            # "the old one in 2015"
            return None
        if reading.low(at) == "a" and reading.low(at + 1) in nw.MAGNITUDES and reading.lows[index] != "a":
            # "One in a hundred thousand"
            bottom_draft = magnified(reading, Decimal(1), at)
            return Draft(top / bottom_draft.high, top / bottom_draft.high, bottom_draft.last, unit="fraction")
        if bottom and bottom > top and not {reading.lows[index], reading.low(at)} & {"a", "an"}:
            return Draft(top / bottom, top / bottom, at, unit="fraction")
    if (
        reading.lows[index] == "one"
        and reading.low(index + 1) in nw.PEOPLE
        and reading.low(index + 2) == "in"
    ):
        # "One adult in twenty"
        bottom = small(reading.low(index + 3)) or nw.TENS.get(reading.low(index + 3))
        if bottom and 1 < bottom < _A_YEAR:
            return Draft(top / bottom, top / bottom, index + 3, unit="fraction")
    return None


def _is_share(reading: Reading, first: int, at: int) -> bool:
    """False for "a third man" and "a quarter ago": a share speaks of something, or stands at an end."""
    word, after = reading.lows[at], reading.low(at + 1)
    if word.endswith("s") and word != "tens":
        return True
    if reading.low(first - 1) in nw.BEFORE_SHARE:
        return True
    return reading.lows[first] not in ("a", "an") or after in nw.AFTER_SHARE or not after[:1].isalpha()


def _ordinal(reading: Reading, index: int) -> Draft | None:
    low = reading.lows[index]
    if low in nw.TENS and reading.low(index + 1) == "-" and reading.low(index + 2) in nw.ORDINALS:
        value = nw.TENS[low] + nw.ORDINALS[reading.low(index + 2)]
        return Draft(value, value, index + 2, unit="ordinal")
    value_or_none = nw.ORDINALS.get(low)
    if value_or_none is None or _is_idiom(reading, index):
        return None
    return Draft(value_or_none, value_or_none, index, unit="ordinal")


def _is_idiom(reading: Reading, index: int) -> bool:
    """True for "at first" and "first," where no order of things is meant."""
    before, after = reading.low(index - 1), reading.low(index + 1)
    if reading.lows[index] == "first" and before in nw.BEFORE_ADVERB and (after.endswith(("ed", "en", "t"))):
        # "What had first been asked for"
        return True
    if reading.lows[index] == "first" and "then" in reading.lows[index + 1 : index + _THEN_REACH]:
        return True
    if reading.lows[index] == "first" and after in ("", ".", ";") and before not in nw.RANKING:
        # "Five months of testing to get through first"
        return True
    return before in ("at", "split") or (
        reading.lows[index] in ("first", "second") and after == "," and index == 0
    )


def _multiple(reading: Reading, index: int) -> Draft | None:
    """Doubled, twice, threefold, three times."""
    value = nw.MULTIPLES.get(reading.lows[index])
    if reading.lows[index] == "double" and reading.low(index + 1).endswith(("ing", "s", "-")):
        # "Double counting", "double standards"
        return None
    return None if value is None else Draft(value, value, index, unit="times")


def _half_of(reading: Reading, index: int) -> Draft | None:
    if reading.lows[index] != "half":
        return None
    hour = nw.SMALL.get(reading.low(index + 2))
    if reading.low(index + 1) == "past" and hour is not None:
        return clock(reading, index + 2, int(hour), 30)
    at = index + 1
    if reading.low(at) == "-":
        at += 1
    if reading.low(at) in ("a", "an"):
        at += 1
    magnitude = nw.MAGNITUDES.get(reading.low(at))
    half = Decimal("0.5")
    if magnitude is not None:
        return Draft(half * magnitude, half * magnitude, at, bare=False)
    if WORDS.get(reading.low(at)) and at > index + 1:
        return Draft(half, half, at - 1)
    return Draft(half, half, index, unit="fraction")


def _words(reading: Reading, index: int) -> Draft | None:
    """Cardinal words, "a million", "two and a half billion"; a lone "a", or "one" as a pronoun, is no number."""
    low = reading.lows[index]
    if low in ("a", "an", "one") and reading.padded[index + 2] == "and":
        unit, part = WORDS.get(reading.low(index + 1)), mixed(reading, index + 2, of_unit=True)
        if unit is not None and part is not None:
            return Draft(1 + part[0], 1 + part[0], part[1], unit=unit.name)
    if low in ("a", "an") and reading.low(index - 1) in nw.BEFORE_A_TIME:
        unit = WORDS.get(reading.low(index + 1))
        ranks = reading.low(index + 1) == "second" and reading.low(index + 2)[:1].isalpha()
        if (
            unit is not None
            and unit.name in nw.TIME_UNITS
            and not (ranks and reading.low(index + 2) not in STOP_WORDS)
        ):
            return Draft(Decimal(1), Decimal(1), index + 1, unit=unit.name)
    if low in ("a", "an"):
        magnitude = nw.MAGNITUDES.get(reading.low(index + 1))
        return None if magnitude is None else magnified(reading, Decimal(1), index)
    if low not in nw.CARDINALS:
        return None
    if low in nw.SMALL and reading.low(index + 1) in ("o'clock", "a.m.", "p.m.", "am", "pm"):
        return clock(reading, index, int(nw.SMALL[low]), 0)
    if low == "one" and _is_pronoun(reading, index):
        return None
    last = _run_end(reading, index)
    while last >= index:
        value = _value(tuple(w for w in reading.lows[index : last + 1] if w != "-"))
        if value is not None:
            break
        last -= 1
    else:
        return None
    part = mixed(reading, last + 1) if reading.padded[last + 1] in _JOINS else None
    if part is not None:
        return magnified(reading, value + part[0], part[1])
    draft = magnified(reading, value, last)
    draft.bare = draft.bare and not any(w in nw.MAGNITUDES for w in reading.lows[index : last + 1])
    return draft


_JOINS = ("and", "-")
"""What a part is joined to its whole by."""


def _is_pronoun(reading: Reading, index: int) -> bool:
    after = reading.low(index + 1)
    if after in _JOINS and mixed(reading, index + 1) is not None:
        return False
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


def leading(reading: Reading, start: int, end: Draft) -> Decimal:
    """The number before its magnitude: 10 in "10 million"."""
    low = reading.lows[start]
    if low[0].isdecimal():
        return Decimal(low.replace(",", "").replace(" ", "")) or Decimal(1)
    return _value((low,)) or end.high
