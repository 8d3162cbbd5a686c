"""Moments as pages print them: a whole date with a time and the zone that the time is of."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from conspectus.reading.dates import Order, read_date, whole_dates

UNSTATED: Final = timezone(timedelta(0), "unstated")
"""Stands where a time names no zone and has to be compared all the same."""

# Letters that mean one zone wherever they are printed: CST and IST mean three each, ET another in summer.
_ZONES: Final = {
    "Z": 0, "GMT": 0, "UTC": 0, "UT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "JST": 9, "AEST": 10, "AEDT": 11,
}  # fmt: skip
_OFFSET = r"(?P<base>(?:GMT|UTC)\s?)?(?P<sign>[+−-])(?P<hours>(?(base)\d{1,2}|\d{2}))(?::?(?P<minutes>[0-5]\d))?(?!\d)"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?Uhr\b)?\s?\(?"
    rf"(?:{_OFFSET}|(?P<zone>{'|'.join(sorted(_ZONES, key=len, reverse=True))})\b)\)?"
)
_BEHIND = re.compile(
    rf"(?:T|[\s,|•·–—-]{{0,3}}(?:\b(?:at|um|à|a las|alle|às|om|kl\.?)\s)?){_CLOCK}", re.IGNORECASE
)
_BEFORE = re.compile(rf"(?<!\S){_CLOCK}[\s,|•·–—-]{{1,3}}(?:on\s)?(?:[^\W\d_]+,?\s)?$", re.IGNORECASE)
_LONGEST = 40
_ISO_DAY = len("2026-03-04")
_NOON = 12
# In mail it is a time of Greenwich, sent from nobody says where.
_NO_OWN_ZONE = re.compile(r"\s-0000\b")


def read_when(text: str, order: Order | None = None) -> date | None:
    """The first whole date in a text, a `datetime` with its zone where a time with its zone stands beside it.

    A time without a zone is passed over: it says when only to those who know where. So is one whose zone is given
    by letters that mean several.
    """
    day = read_date(text, order)
    if day is None:
        return None
    words = next(words for _, words in whole_dates(text))
    start = text.index(words)
    # The time of an ISO date is among its words.
    end = start + (_ISO_DAY if re.match(r"\d{4}-", words) else len(words))
    found = _BEHIND.match(text, end, end + _LONGEST) or _BEFORE.search(text[max(0, start - _LONGEST) : start])
    return (found and _moment(day, found)) or day


def read_posted(text: str) -> datetime | None:
    """The time that a mail or feed prints in the manner of mail; without a zone where it names none that is known."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.tzinfo is not None:
        return moment
    if _NO_OWN_ZONE.search(text):
        return moment.replace(tzinfo=UTC)
    zoned = read_when(text)
    return zoned if isinstance(zoned, datetime) and zoned.date() == moment.date() else moment


def _moment(day: date, found: re.Match[str]) -> datetime | None:
    if found["minute"] is None and found["half"] is None:
        return None
    hour, zone = int(found["hour"]), _zone(found)
    if found["half"] and not 1 <= hour <= _NOON:
        return None
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"].lower() == "p" else 0)
    try:
        clock = time(hour, int(found["minute"] or 0), int(found["second"] or 0), tzinfo=timezone(zone))
    except ValueError:
        return None
    return datetime.combine(day, clock)


def _zone(found: re.Match[str]) -> timedelta:
    if found["zone"]:
        return timedelta(hours=_ZONES[found["zone"].upper()])
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return ahead if found["sign"] == "+" else -ahead
