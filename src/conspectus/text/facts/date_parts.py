"""What the words of a date say: from a pattern's groups to the parts of a date."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from conspectus.text.facts import calendar_words as words
from conspectus.text.facts.resolving import Parts


@lru_cache(maxsize=4096)
def parts_of(at: int, groups: tuple[str | None, ...]) -> Parts | None:
    """What a match of the pattern at that place says; the same words say the same."""
    kind, pattern = words.PATTERNS[at]
    values = {
        name: value for name, place in pattern.groupindex.items() if (value := groups[place - 1]) is not None
    }
    parts = _READERS[kind](values)
    return parts if parts is None or _possible(parts) else None


def _possible(parts: Parts) -> bool:
    month_fits = parts.month is None or 1 <= parts.month <= 12
    return month_fits and (parts.day is None or 1 <= parts.day <= 31)


def _calendar_day(values: dict[str, str]) -> Parts:
    weekday = values.get("weekday", "").lower().rstrip(".")
    month = _month(values["month"])
    return Parts(
        year=_number(values.get("year")),
        month=month,
        day=_number(values["day"]),
        end_month=_month(values.get("month2")),
        end_day=_number(values.get("day2")),
        weekday=words.WEEKDAYS.get(weekday, words.WEEKDAYS.get(weekday.removesuffix("day"))),
        relative=_year_beside(values),
    )


def _year_beside(values: dict[str, str]) -> tuple[str, int] | None:
    """The year of "14 May last year"."""
    side = values.get("side")
    return None if side is None else ("year", {"last": -1, "next": 1}.get(side, 0))


def _iso(values: dict[str, str]) -> Parts:
    return Parts(year=int(values["year"]), month=int(values["month"]), day=int(values["day"]))


def _iso_month(values: dict[str, str]) -> Parts | None:
    year, month = int(values["year"]), int(values["month"])
    # "2011-12" is a season or a pair of years.
    return None if month == (year + 1) % 100 else Parts(year=year, month=month)


def _slashed(values: dict[str, str]) -> Parts:
    first, second = int(values["a"]), int(values["b"])
    year = int(values["year"])
    if first > 12 or first == second:
        return Parts(year=year, month=second, day=first)
    if second > 12:
        return Parts(year=year, month=first, day=second)
    return Parts(year=year, relative=("slashed", 100 * first + second))


def _months(values: dict[str, str]) -> Parts:
    return Parts(
        year=int(values["year"]), month=_month(values["month"]), end_month=_month(values.get("month2"))
    )


def _quarter(values: dict[str, str]) -> Parts:
    if "ends" in values:
        return Parts(year=int(values["ends"]), quarter=4)
    ordinal = words.ORDINALS.get(values.get("ordinal", "").lower())
    return Parts(year=_number(values.get("year")), quarter=ordinal or int(values["quarter"]))


def _half(values: dict[str, str]) -> Parts:
    ordinal = words.ORDINALS.get(values.get("ordinal", "").lower())
    return Parts(year=_number(values.get("year")), half=ordinal or int(values["half"]))


def _season(values: dict[str, str]) -> Parts:
    return Parts(year=int(values["year"]), season=words.SEASONS[values["season"].lower()])


def _years(values: dict[str, str]) -> Parts:
    year = int(values["year"])
    later = values["year2"]
    return Parts(year=year, end_year=int(later) if len(later) == 4 else year // 100 * 100 + int(later))


def _window(values: dict[str, str]) -> Parts | None:
    if values["side"].lower() == "last" and values["count"] in ("a", "an"):
        # "It may last a year."
        return None
    forward = values["side"].lower() in ("next", "coming", "following")
    return Parts(relative=(f"{_unit(values)}s", _count(values) * (1 if forward else -1)))


def _near(values: dict[str, str]) -> Parts | None:
    near, unit = values["near"].lower(), values["unit"].lower()
    if near in ("same", "that", "following", "preceding", "previous", "prior"):
        known = unit in ("week", "month", "quarter", "year", "decade", "weekend")
        step = {"following": 1, "same": 0, "that": 0}.get(near, -1)
        return Parts(relative=(f"{unit} then", step)) if known else None
    offset = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(near, 0)
    if unit in words.WEEKDAYS:
        return Parts(weekday=words.WEEKDAYS[unit], relative=("weekday", offset))
    if unit in words.MONTHS:
        return Parts(month=words.MONTHS[unit], relative=("named month", offset))
    if unit in words.SEASONS:
        return Parts(season=words.SEASONS[unit], relative=("season", offset))
    if unit in ("night", "morning", "afternoon", "evening"):
        return Parts(relative=("day", offset))
    return Parts(relative=(unit, offset))


def _ago(values: dict[str, str]) -> Parts:
    side = values["side"].lower()
    count = _count(values) * (1 if side == "later" else -1)
    return Parts(relative=(f"{_unit(values)} {'ago' if side == 'ago' else 'apart'}", count))


def _named_day(values: dict[str, str]) -> Parts:
    return Parts(relative=("day", {"yesterday": -1, "tomorrow": 1}.get(values["name"].lower(), 0)))


def _weekday(values: dict[str, str]) -> Parts:
    return Parts(weekday=words.WEEKDAYS[values["weekday"].lower()])


def _lone_month(values: dict[str, str]) -> Parts:
    return Parts(month=_month(values.get("month") or values["month_alone"]))


def _number(text: str | None) -> int | None:
    return int(text.rstrip("stndrh")) if text else None


def _month(text: str | None) -> int | None:
    return words.MONTHS[text.lower().rstrip(".")] if text else None


def _count(values: dict[str, str]) -> int:
    count = values["count"].lower()
    return int(count) if count.isdecimal() else words.SMALL[count]


def _unit(values: dict[str, str]) -> str:
    unit = values["unit"].lower()
    return "century" if unit == "centurie" else unit


_READERS: dict[str, Callable[[dict[str, str]], Parts | None]] = {
    "iso": _iso,
    "dotted": _iso,
    "iso_month": _iso_month,
    "unit_end": lambda values: Parts(relative=((values.get("unit") or values["ended"]).lower(), 0)),
    "slashed": _slashed,
    "day_month": _calendar_day,
    "month_day": _calendar_day,
    "months": _months,
    "month_of": lambda values: Parts(month=_month(values["month"]), relative=_year_beside(values)),
    "quarter": _quarter,
    "year_quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": lambda values: Parts(decade=int(values["decade"])),
    "season_year": _years,
    "years": _years,
    "window": _window,
    "near": _near,
    "ago": _ago,
    "named_day": _named_day,
    "weekday": _weekday,
    "month": _lone_month,
    "year": lambda values: Parts(year=int(values["year"])),
}
