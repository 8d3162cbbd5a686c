"""Calendar dates as articles print them: whole dates only, and never a guess between two readings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

Order = Literal["day first", "month first"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)}
# Months in German, French, Spanish, Italian, Portuguese, Dutch and Arabic (by either calendar; a tilde is a space).
# Whole names only, because "mag" and "out" are words.
_MONTHS_ABROAD = (
    "januar jänner janvier enero gennaio janeiro januari يناير كانون~الثاني",
    "februar février fevrier febrero febbraio fevereiro februari فبراير شباط",
    "märz mars marzo março maart مارس آذار",
    "april avril abril aprile أبريل إبريل نيسان",
    "mai mayo maggio maio mei مايو أيار",
    "juni juin junio giugno junho يونيو يونيه حزيران",
    "juli juillet julio luglio julho يوليو يوليه تموز",
    "august août aout agosto augustus أغسطس آب",
    "september septembre septiembre setiembre settembre setembro سبتمبر أيلول",
    "oktober octobre octubre ottobre outubro أكتوبر تشرين~الأول",
    "november novembre noviembre novembro نوفمبر تشرين~الثاني",
    "dezember décembre decembre diciembre dicembre dezembro december ديسمبر كانون~الأول",
)
_MONTH_NUMBERS |= {
    name.replace("~", " "): number for number, names in enumerate(_MONTHS_ABROAD, 1) for name in names.split()
}
_NAMES = "|".join(names.replace(" ", "|").replace("~", " ") for names in _MONTHS_ABROAD)
_ABROAD = rf"(?i:{_NAMES})\b"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s*)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|[٠-٣]?[٠-٩])"
_YEAR = r"(?:19|20|١٩|٢٠)\d{2}"
# A year may run straight into what a page shows beside it ("20252 min read"), so no \b after it.
WHOLE_DATE = (
    rf"(?:(?<!\d)(?P<iso_year>{_YEAR})-(?P<iso_month>\d{{2}})-(?P<iso_day>\d{{2}})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|(?P<month_a>{MONTH})\s+(?P<day_a>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<year_a>{_YEAR})"
    rf"|(?<!\d)(?P<day_b>{_DAY})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month_b>{MONTH}),?[\s-]+(?P<year_b>{_YEAR})"
    rf"|(?<!\d)(?P<day_d>{_DAY})(?:\.|er|º|ª)?(?:\s+de)?\s+(?P<month_d>{_ABROAD})(?:/\w+)?(?:\s+del?)?\s+(?P<year_d>{_YEAR})"
    rf"|(?<!\d)(?P<han_year>{_YEAR})\s?年\s?(?P<han_month>\d{{1,2}})\s?月\s?(?P<han_day>\d{{1,2}})\s?日"
    rf"|(?<![\d/.])(?P<one>\d{{1,2}})(?P<mark>[/.])(?P<two>\d{{1,2}})(?P=mark)(?P<year_c>{_YEAR}))"
)
_WHOLE = re.compile(WHOLE_DATE, re.IGNORECASE)
DAY_AND_MONTH = rf"(?:{MONTH}\s+{_DAY}\b|{_DAY}\s+{MONTH})"
DAY_AND_MONTH_ABROAD = rf"{_DAY}(?:\.|er|º|ª)?(?:\s+de)?\s+{_ABROAD}(?:/\w+)?(?:,?\s+(?:del?\s+)?{_YEAR})?"


def read_date(text: str, order: Order | None = None) -> date | None:
    """The first whole date in a text; None where there is none or where it can be read in two ways.

    `order` decides between 3 April and 4 March for 3/4/2025. Dotted dates are day first
    everywhere that they are written.
    """
    found = _WHOLE.search(text)
    return None if found is None else _value(found, order)


def whole_dates(text: str) -> Iterator[tuple[date | None, str]]:
    """Every whole date in a text with the words for it; None for one that can be read in two ways."""
    for found in _WHOLE.finditer(text):
        yield _value(found, None), found[0]


def read_day_and_month(text: str, year: int) -> date | None:
    """The date that "March 3" or "3 March" is in the given year; None where there is no such day."""
    number = re.search(r"\d+", text)
    month = re.search(MONTH, text, re.IGNORECASE)
    if number is None or month is None:
        return None
    return _make(year, _MONTH_NUMBERS[month[0][:3].lower()], int(number[0]))


def order_of(text: str) -> Order | None:
    """How the numeric dates of a text are written, where some of them leave no choice and all agree.

    A date in words decides too, when it is one of the two readings of a numeric one.
    """
    if "/" not in text:
        return None
    orders: set[Order] = set()
    readings = [(found, _value(found, None)) for found in _WHOLE.finditer(text)]
    worded = {value for found, value in readings if value is not None and found["one"] is None}
    for found, _ in readings:
        if found["mark"] != "/":
            continue
        one, two = int(found["one"]), int(found["two"])
        if one == two:
            continue
        day_first, month_first = _value(found, "day first"), _value(found, "month first")
        if month_first is None or (day_first in worded and month_first not in worded):
            orders.add("day first")
        elif day_first is None or (month_first in worded and day_first not in worded):
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def _value(found: re.Match[str], order: Order | None) -> date | None:
    if found["iso_year"]:
        return _make(int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"]))
    if found["han_year"]:
        return _make(int(found["han_year"]), int(found["han_month"]), int(found["han_day"]))
    for form in "abd":
        if found[f"year_{form}"]:
            name = found[f"month_{form}"].lower()
            month = _MONTH_NUMBERS[name if form == "d" else name[:3]]
            return _make(int(found[f"year_{form}"]), month, int(found[f"day_{form}"]))
    year, one, two = int(found["year_c"]), int(found["one"]), int(found["two"])
    day_first, month_first = _make(year, two, one), _make(year, one, two)
    if found["mark"] == "." or order == "day first":
        return day_first
    if order == "month first":
        return month_first
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
