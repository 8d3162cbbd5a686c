# ruff: noqa: SIM905 — a word list reads best as words
"""Amounts as comparable values: what they measure, between which bounds, with the precision that their digits have.

English is read by `text.facts.numbers`; in other languages digits and, where text2num knows them, number words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from conspectus.caching import WHILE_COMPARED, cached_property
from conspectus.text.caseless import Caseless
from conspectus.text.facts.numbers import Bound, quantities
from conspectus.text.facts.units import CURRENCIES, UNITS

COUNT = "count"
MONEY = "money"
SHARE = "share"
TIME = "time"
SPEED = "speed"

_SKIPPED = frozenset({"ordinal", "clock", "times", "quarter", "decade", "century"})
_COINS = frozenset(
    "crown crowns mark marks florin florins shilling shillings dinar dinars dirham ducat ducats guinea guineas".split()
)
# "Line 9", "flight 212", "phase 2": a name, not an amount.
_NUMBERED = re.compile(
    r"\b(?:[Ll]ines?|[Ff]lights?|[Rr]outes?|[Rr]ooms?|articles?|sections?|pages?|platforms?|gates?|chapters?|phases?|"
    r"numbers?|no\.?|"
    r"levels?|types?|class|unit|reactor|pier|berth|hall|terminal|stage|group|grade|version|channel|aged?|man of|"
    r"woman of|[A-Z]+-|Linie|ligne|línea|linha|linea)\s*#?$"
)
_AGE = re.compile(r"[ -](?:years?[ -]olds?|jährige\w*|ans\b|años\b|anos de idade)")
# "Since I was six".
_WAS_AGED = re.compile(r"\b(?:I|he|she) (?:was|am|is) (?:only |just |about |already )?$")
_NO_MORE = re.compile(r"\s*(?:[,.;:!?”\"]|and\b|or\b|when\b|$)")
_OF_DAY = re.compile(
    r"\s*(?:o['’]?clock|[ap]\.?m\b|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in|on) the (?:morning|"
    r"afternoon|evening)"
    r"|Uhr\b|h\d{2}\b|(?:this|that|yesterday) (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(r"\b(?:half|quarter|past|to)\s+(?:past |to )?$|\bat\s+$", re.IGNORECASE)
_MINUS = re.compile(r"\bminus\s+$", re.IGNORECASE)
# "At 3.8 million": no hour.
_NO_HOUR = re.compile(r",|\.\d(?!\d)|(?:hundred|thousand|illion|illiard)")
# "QuickPot 6", "Formula 1".
_MODEL = re.compile(r"(?<=[\w,] )[A-Z][A-Za-z]+ $")
_SCORE = re.compile(r"\s?[-–:]\s?\d")
_DIRECTION = re.compile(r"\s*(?:to the |away )?(?:north|south|east|west|nord|süd|ost|sud)", re.IGNORECASE)
_POINT = re.compile(
    r"\s*(?:earlier|later|ago|beforehand|afterwards|after|before|später|zuvor|plus tard|auparavant|más tarde|antes|"
    r"después|mais tarde|depois|dopo|prima|eerder)\b",
    re.IGNORECASE,
)
# "A third as likely": a ratio, and no share of anything.
_AS_MUCH = re.compile(r"\s+as\s+[a-z]")
# "2:41:18" is how long a race took.
_RACE = re.compile(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?:\.\d+)?(?![\d:])")
_JOINS = frozenset({"", "and", ","})
_STRETCHES = frozenset({"time", "months", "length"})
_IN_TWO_UNITS = frozenset({"time", "length", "mass"})
# "For three hours before it moved" lasts.
_LASTED = re.compile(r"\bfor (?:about |nearly |almost |over |more than |at least |some )?$")
_PER_HOUR = re.compile(r"\s*(?:an|per|/|a)\s*(?:hour|h\b)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,-])\d+(?:[.'’\u00a0\u202f ]\d{3}(?!\d))*(?:,\d+|\.\d+)?(?![\w-])")
_GROUPED = re.compile(r"[.'’\u00a0\u202f ](?=\d{3}(?!\d))")
_MAGNITUDE = Caseless(
    r"\s*(?P<k>tausend|mille|mil|mila|duizend)\b|\s*(?P<m>million\w*|mio\.?|millon\w*|millón|milion\w*|"
    r"milh\w*|miljoen)\b"
    r"|\s*(?P<g>milliard\w*|mrd\.?|miliard\w*|mld\.?|miljard|bilh\w*)\b",
)
_FOREIGN_UNIT = Caseless(
    r"\s*(?:d['’]|de |di )?\s*(?:(?P<percent>%|prozent|pour cent|por ciento|por cento|per cento|procent)"
    r"|(?P<euro>€|euros?\b)|(?P<dollar>\$|dollar\w*|dólar\w*)|(?P<franc>franken|francs?)|(?P<real>rea(?:l|is)\b)"
    r"|(?P<crown>kronen|couronnes|coronas|coroas|corone)|(?P<minute>minut\w*)|(?P<hour>stunden?|heures?|"
    r"horas?|or[ae]\b|uur)"
    r"|(?P<day>tagen?|jours?|días?|dias?|giorn[oi]|dagen)|(?P<year>jahr\w*|ans?\b|années?|años?|anos?|ann[oi]\b|jaar)"
    r"|(?P<area>(?:quadratmeter\w*|m²|m2\b|(?:mètres?|metros?|metri) (?:carrés?|cuadrados?|quadrad\w*|quadrat\w)))"
    r"|(?P<kilometre>kilometer\w*|kilom\w+|quil\w+|chilom\w+|km\b)|(?P<metre>meter\w*|mètres?|metros?|metri)"
    r"|(?P<kilogram>kilos?\b|kilogram\w*|kg\b)|(?P<tonne>tonn\w*|tonelad\w*))",
)
_FOREIGN_BOUND = Caseless(
    r"(?:(?P<about>rund|etwa|circa|ca\.|gut|environ|quelque|près de|unos|unas|cerca de|aproximadamente|"
    r"por volta de|circa"
    r"|ongeveer)|(?P<least>mindestens|au moins|al menos|pelo menos|ao menos|almeno|minstens|mehr als|über|"
    r"plus de|más de|"
    r"mais de|più di|meer dan)|(?P<most>höchstens|bis zu|weniger als|knapp|moins de|jusqu['’]à|menos de|"
    r"hasta|até|meno di"
    r"|fino a|minder dan))\s+$",
)
_LARGE = re.compile(r"\b(?:milli|mio|mrd|mill|mil[ah]|tausend|mille?\b|milj|bilh|mld)\w*", re.IGNORECASE)
# The hundred of "per cent" is no number of its own.
_PER_CENT = re.compile(r"\b(?:pour cent|por cien(?:to)?|por cento|per cento|procent)\b", re.IGNORECASE)
_COUNTING = ("de", "fr", "es", "it", "pt", "nl", "da")
_MONTHS = {"month": Decimal(2629800), "year": Decimal(31557600)}
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_FAR = Decimal("Infinity")
_LARGEST_YEAR = 2100
_SMALLEST_YEAR = 1900


@dataclass(frozen=True)
class Measure:
    """An amount of a dimension ("count", "money:euro", "share", "time" …), between `low` and `high` in its base unit.

    `slack` is what the last digit leaves open; it stands at `start` to `end` of the text that was read.
    """

    dimension: str
    low: Decimal
    high: Decimal
    slack: Decimal
    bound: Bound
    start: int
    end: int

    @cached_property
    def reach(self) -> tuple[Decimal, Decimal]:
        """The smallest and the largest value that the words allow."""
        if self.bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
            return self.low, _FAR
        if self.bound in {Bound.AT_MOST, Bound.LESS_THAN}:
            return -_FAR, self.high
        slack = self.slack
        if self.bound in {Bound.ABOUT, Bound.NEARLY}:
            slack = max(slack, abs(self.high) * _TENTH)
        return self.low - slack, self.high + slack


def compatible(first: Measure, second: Measure) -> bool:
    """True where one world has room for both: bounds, ranges and rounding allowed for."""
    low, high = first.reach, second.reach
    return low[0] <= high[1] and high[0] <= low[1]


@WHILE_COMPARED.keep(most=8192)
def measures(text: str, language: str = "en") -> tuple[str, tuple[Measure, ...]]:
    """The text as it was read (number words of other languages become digits) and the amounts in it, in order."""
    return (text, tuple(_english(text))) if language == "en" else _foreign(text, language)


def _english(text: str) -> list[Measure]:
    found: list[Measure] = []
    stated = quantities(text)
    smallest = Decimal(0)
    for number, each in enumerate(stated):
        after = text[each.end :]
        if each.vague or each.unit in _SKIPPED or _is_no_amount(text, each.start, each.end, each.unit):
            continue
        if each.unit == "fraction" and _AS_MUCH.match(after):
            continue
        if (
            number + 1 < len(stated)
            and each.unit == ""
            and text[each.end : stated[number + 1].start] in (" to ", " past ")
        ):
            continue  # "ten to five"
        unit, end = each.unit, each.end
        word = re.match(r"\s*([a-z]+)", after)
        if unit == "" and word and word[1] in _COINS:
            unit, end = word[1].rstrip("s"), each.end + word.end()
        per_hour = _PER_HOUR.match(text, each.end)
        if unit in {"kilometre", "mile"} and per_hour:
            unit, end = ("kph" if unit == "kilometre" else "mph"), per_hour.end()
        measure = _measure(each.low, each.high, unit, each.bound, each.start, end)
        if found and _goes_on(found[-1], smallest, measure, text):
            whole = found.pop()
            measure = replace(
                measure,
                low=whole.low + measure.low,
                high=whole.high + measure.high,
                bound=whole.bound,
                start=whole.start,
            )
        smallest = UNITS[unit].factor if unit in UNITS else Decimal(0)
        found.append(measure)
    return sorted([*found, *_race_times(text)], key=lambda each: each.start)


def _goes_on(whole: Measure, unit: Decimal, part: Measure, text: str) -> bool:
    """True where the second amount is the rest of the first, which is in larger units: two hours and ten minutes."""
    return (
        whole.dimension == part.dimension
        and whole.dimension in _IN_TWO_UNITS
        and part.high < unit
        and text[whole.end : part.start].strip() in _JOINS
    )


def _race_times(text: str) -> Iterator[Measure]:
    for found in _RACE.finditer(text):
        seconds = Decimal(3600 * int(found[1]) + 60 * int(found[2]) + int(found[3]))
        yield Measure(TIME, seconds, seconds, Decimal(0), Bound.EXACT, found.start(), found.end())


def _is_no_amount(text: str, start: int, end: int, unit: str, language: str = "en") -> bool:
    if (
        _NUMBERED.search(text, 0, start)
        or _AGE.match(text, end)
        or (unit == "year" and text[end : end + 1] == "-")
    ):
        return True
    if unit == "year":  # "for four years" lasts; "in two years" is a date
        return not re.search(r"\bfor (?:the )?(?:next |past |last )?$", text[:start])
    if language != "de" and _MODEL.search(text, 0, start) and text[start:end].isdigit():
        return True
    if unit:  # "9 km north of Orle" is a place, "ten minutes later" a time
        point = _is_stretch(unit) and _POINT.match(text, end) and not _LASTED.search(text, 0, start)
        return bool(_DIRECTION.match(text, end) or point)
    if _WAS_AGED.search(text, 0, start) and _NO_MORE.match(text, end):
        return True
    return bool(
        _SCORE.match(text, end)
        or _MINUS.search(text, 0, start)
        or (text[max(0, start - 1) : start] in ("-", "–", ":") and text[start - 2 : start - 1].isdigit())
        or _OF_DAY.match(text, end)
        or (
            _HOUR_BEFORE.search(text, 0, start)
            and re.match(r"[,.;:]|$", text[end:])
            and (not text[start:end].isdigit() or end - start <= 2)
            and not _NO_HOUR.search(text, start, end)
        )
    )


def _measure(low: Decimal, high: Decimal, unit: str, bound: Bound, start: int, end: int) -> Measure:
    slack = _slack(high, _is_counted(unit))
    factor = Decimal(1)
    if unit == "":
        dimension = COUNT
    elif unit == "fraction":
        dimension, low, high = f"{SHARE}:percent", low * _HUNDRED, high * _HUNDRED
        slack = high * _TENTH  # "a third" of a newspaper is 31 % or 35 %
    elif unit in {"percent", "points"}:
        dimension, slack = f"{SHARE}:{unit}", min(slack, _HALF)
    elif unit in CURRENCIES or unit.rstrip("s") in _COINS:
        dimension = f"{MONEY}:{unit}"
    elif unit in _MONTHS:
        dimension, factor = TIME, _MONTHS[unit]
    elif unit in UNITS:
        dimension, factor = UNITS[unit].dimension, UNITS[unit].factor
    else:
        dimension = unit
    return Measure(dimension, low * factor, high * factor, slack * factor, bound, start, end)


def _is_stretch(unit: str) -> bool:
    """True for units of time and length, of which "later" and "before" make a point: "fined £480 after" is none."""
    return unit in UNITS and UNITS[unit].dimension in _STRETCHES


def _is_counted(unit: str) -> bool:
    return unit == ""


def _slack(value: Decimal, counted: bool) -> Decimal:
    """Half of the last digit that counts, at most a tenth; whole numbers up to twenty are counted out."""
    value = abs(value).normalize()
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or value == 0:
        return Decimal(0)
    if counted and exponent >= 0 and value <= 20:
        return Decimal(0)
    if counted and exponent == 0:
        return Decimal(0)
    return min(_HALF * Decimal(10) ** exponent, value * _TENTH)


def _foreign(text: str, language: str) -> tuple[str, tuple[Measure, ...]]:
    if language in _COUNTING:
        from text_to_num import alpha2digit  # noqa: PLC0415  # English alone needs no second language

        # text2num would read "4,2 Millionen" as 4, 2 and a million.
        text = _LARGE.sub(lambda found: f"{found[0][0]}§{found[0][1:]}", _PER_CENT.sub("%", text))
        text = str(alpha2digit(text, language)).replace("§", "")
    found = []
    for match in _DIGITS.finditer(text):
        value = Decimal(_GROUPED.sub("", match[0]).replace(",", "."))
        end = match.end()
        if magnitude := _MAGNITUDE.match(text, end):
            value *= Decimal(10) ** {"k": 3, "m": 6, "g": 9}[str(magnitude.lastgroup)]
            end = magnitude.end()
        unit = ""
        if named := _FOREIGN_UNIT.match(text, end):
            unit, end = str(named.lastgroup), named.end()
        before = text[: match.start()]
        bound, start = Bound.EXACT, match.start()
        if hedged := _FOREIGN_BOUND.search(before):
            start = hedged.start()
            bound = {"about": Bound.ABOUT, "least": Bound.AT_LEAST, "most": Bound.AT_MOST}[
                str(hedged.lastgroup)
            ]
        bare = unit == "" and "." not in match[0] and _SMALLEST_YEAR < value < _LARGEST_YEAR
        if unit == "year" or bare or _is_no_amount(text, match.start(), match.end(), unit, language):
            continue
        if _is_stretch(unit) and _POINT.match(text, end):
            continue
        if re.match(r"\.? (?:Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember|janvier|"
                    r"février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|de [a-zç]+o\b|"
                    r"gennaio|febbraio|marzo|aprile|maggio|giugno|luglio)", text[end:]):  # fmt: skip
            continue
        found.append(_measure(value, value, "" if unit == "" else unit, bound, start, end))
    return text, tuple(found)
