"""From the parts of a date to the days it covers, counted from the publication date where it needs one."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_LAST_THIRD = 2
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Parts(NamedTuple):
    """What the words of a date say by themselves; None where they say nothing.

    `weekday` counts from Monday = 0; `third` is 0 for early, 1 for mid and 2 for late; `relative` is a unit and a
    signed count, as in ("week", -1) for "last week".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    relative: tuple[str, int] | None = None
    third: int | None = None


@lru_cache(maxsize=4096)
def extent(parts: Parts, published: date | None) -> tuple[date, date] | None:
    """The first and last day that the parts cover, or None where that can't be known.

    A date without a year is taken to be the one nearest to the publication date, a bare weekday the last one up to
    that date.
    """
    try:
        limits = _absolute(parts, published) or _relative(parts, published)
        return limits if limits is None or parts.third is None else _third(*limits, parts.third)
    except (ValueError, OverflowError):
        # 31 June, 29 February of a common year, a count that leaves the calendar.
        return None


def _third(start: date, end: date, third: int) -> tuple[date, date]:
    """The first, second or last third: four months of a year, ten days of a month."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return date(start.year, 4 * third + 1, 1), _month_end(start.year, 4 * third + 4)
    length = ((end - start).days + 1) // 3
    first = start + timedelta(days=third * length)
    return first, end if third == _LAST_THIRD else first + timedelta(days=length - 1)


def _absolute(parts: Parts, published: date | None) -> tuple[date, date] | None:
    if parts.decade is not None:
        return date(parts.decade, 1, 1), date(parts.decade + 9, 12, 31)
    if parts.relative is not None:
        return None
    if parts.year is not None:
        return _in_year(parts, parts.year)
    if published is None or not (parts.month or parts.quarter or parts.half):
        return None
    candidates = [_in_year(parts, published.year + step) for step in (-1, 0, 1)]
    return min(candidates, key=lambda limits: _distance(limits, published))


def _distance(limits: tuple[date, date], published: date) -> int:
    start, end = limits
    if start <= published <= end:
        return 0
    # What is to come is announced less often than what has happened is told.
    return (published - end).days if end < published else 2 * (start - published).days


def _in_year(parts: Parts, year: int) -> tuple[date, date]:
    if parts.month is not None and parts.day is not None:
        start = date(year, parts.month, parts.day)
        end_month = parts.end_month or parts.month
        return start, date(year + (end_month < parts.month), end_month, parts.end_day or parts.day)
    if parts.month is not None:
        return date(year, parts.month, 1), _month_end(year, parts.end_month or parts.month)
    if parts.quarter is not None:
        return date(year, 3 * parts.quarter - 2, 1), _month_end(year, 3 * parts.quarter)
    if parts.half is not None:
        return date(year, 6 * parts.half - 5, 1), _month_end(year, 6 * parts.half)
    if parts.season is not None:
        return _season(parts.season, year)
    return date(year, 1, 1), date(parts.end_year or year, 12, 31)


def _relative(parts: Parts, published: date | None) -> tuple[date, date] | None:
    if published is None:
        return None
    if parts.month is not None and parts.relative is not None and parts.relative[0] == "year":
        return _in_year(parts, published.year + parts.relative[1])
    if parts.weekday is not None:
        return _weekday(parts, published)
    if parts.relative is None:
        return None
    unit, offset = parts.relative
    if parts.month is not None:
        return _named_month(parts.month, offset, published)
    if parts.season is not None:
        return _season(parts.season, published.year + offset)
    if unit.endswith(" ago"):
        return _around(unit.removesuffix(" ago"), offset, published)
    if unit.endswith("s"):
        there = moved(published, unit.removesuffix("s"), offset)
        return min(there, published), max(there, published)
    return _whole(unit, offset, published)


def _weekday(parts: Parts, published: date) -> tuple[date, date]:
    back = (published.weekday() - (parts.weekday or 0)) % 7
    offset = parts.relative[1] if parts.relative else 0
    if offset > 0:
        day = published + timedelta(days=7 - back)
    else:
        day = published - timedelta(days=7 if offset < 0 and back == 0 else back)
    return day, day


def _named_month(month: int, offset: int, published: date) -> tuple[date, date]:
    year = published.year
    if offset < 0 and month >= published.month:
        year -= 1
    elif offset > 0 and month <= published.month:
        year += 1
    return date(year, month, 1), _month_end(year, month)


def _around(unit: str, offset: int, published: date) -> tuple[date, date]:
    """The unit that lies that many units back: "two weeks ago" is that week, "a year ago" that year."""
    there = moved(published, unit, offset)
    return _whole(unit, 0, there) or (there, there)


def _whole(unit: str, offset: int, published: date) -> tuple[date, date] | None:
    if unit == "day":
        day = published + timedelta(days=offset)
        return day, day
    if unit in ("week", "weekend", "fortnight"):
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "month":
        first = _add_months(published.replace(day=1), offset)
        return first, _month_end(first.year, first.month)
    if unit == "quarter":
        first = _add_months(date(published.year, 3 * ((published.month - 1) // 3) + 1, 1), 3 * offset)
        return first, _month_end(first.year, first.month + 2)
    span = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if span is None:
        return None
    first_year = (published.year // span + offset) * span
    return date(first_year, 1, 1), date(first_year + span - 1, 12, 31)


def moved(day: date, unit: str, offset: int) -> date:
    """The day so many units later, or earlier where the offset is negative.

    Raises ValueError or OverflowError where that leaves the calendar.
    """
    if unit in _UNIT_DAYS:
        return day + timedelta(days=offset * _UNIT_DAYS[unit])
    return _add_months(day, offset * _UNIT_MONTHS[unit])


def _add_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _season(season: str, year: int) -> tuple[date, date]:
    first = date(year, _SEASON_MONTHS[season], 1)
    last = _add_months(first, 2)
    return first, _month_end(last.year, last.month)
