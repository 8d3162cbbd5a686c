"""Months and weekdays in other languages than English, as Babel names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

import regex

from conspectus.verification.verdict import Mismatch, MismatchKind

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_DAY_MONTH = regex.compile(r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|º)? (?:de )?(?P<month>\p{L}[\p{L}\p{M}]*)")
_MONTH_YEAR = regex.compile(
    r"(?P<month>\p{L}[\p{L}\p{M}]*)\.?,? (?:de |del )?(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d)"
)
_DAYS = {
    language: dict(zip(words.split(), (-1, 0, 1), strict=True))
    for language, words in {
        "de": "gestern heute morgen",
        "fr": "hier aujourd demain",
        "es": "ayer hoy mañana",
        "it": "ieri oggi domani",
        "pt": "ontem hoje amanhã",
        "nl": "gisteren vandaag morgen",
    }.items()
}
"""By language yesterday, today and tomorrow: "hier" is here in German."""
_WEEK = 7


def days_told(pieces: Sequence[str], language: str, published: date | None) -> frozenset[date]:
    """The days that "yesterday" and the like tell, and those within a week that a weekday may be; none undated."""
    if published is None:
        return frozenset()
    words = frozenset(word.lower() for piece in pieces for word in _WORD.findall(piece))
    told = {
        published + timedelta(days=days) for word, days in _DAYS.get(language, {}).items() if word in words
    }
    names = names_of_days(language)
    named = {names[word][1] for word in words if names.get(word, ("",))[0] == "day"}
    around = (published + timedelta(days=days) for days in range(-_WEEK, _WEEK + 1))
    return frozenset(told.union(day for day in around if day.weekday() in named))


def calendar(
    claim: str, pieces: Sequence[str], mine: str, theirs: str, days: frozenset[date] = frozenset()
) -> Iterator[Mismatch]:
    """A month or weekday of the claim, or the year of a month, where the evidence has only others of its sort.

    `days` are those that it tells in other words.
    """
    claimed = calendar_words(claim, mine)
    stated = frozenset[tuple[str, int]]().union(*(calendar_words(piece, theirs) for piece in pieces))
    resolved = {("month", day.month) for day in days}
    for sort, number in sorted(claimed - stated - resolved):
        other = min((each for each in stated if each[0] == sort), default=None)
        if other is not None:
            words = names_of_days(mine)
            named = next(word for word, meant in words.items() if meant == (sort, number))
            yield Mismatch(
                kind=MismatchKind.DATE,
                in_claim=named,
                in_evidence=next(word for word, meant in names_of_days(theirs).items() if meant == other),
                message=f"The claim says “{named}”, which the evidence does not.",
            )
    mine_of, theirs_of = names_of_days(mine), names_of_days(theirs)
    told = frozenset[tuple[int, int]]().union(*(_years_of_months(piece, theirs_of) for piece in pieces))
    for month, year in sorted(_years_of_months(claim, mine_of) - told):
        years = {other for same, other in told if same == month}
        if years:
            yield Mismatch(
                kind=MismatchKind.DATE,
                in_claim=str(year),
                in_evidence=str(min(years)),
                message=f"The claim gives the month the year {year}; the evidence says {min(years)}.",
            )


def days_of_months(text: str, language: str) -> frozenset[tuple[int, int]]:
    """The days that stand before a month's name, as month and day."""
    names = names_of_days(language)
    return frozenset(
        (names[match["month"].lower()][1], int(match["day"]))
        for match in _DAY_MONTH.finditer(text)
        if names.get(match["month"].lower(), ("",))[0] == "month"
    )


def calendar_words(text: str, language: str) -> frozenset[tuple[str, int]]:
    """The months and weekdays that the text names."""
    names = names_of_days(language)
    return frozenset(names[word.lower()] for word in _WORD.findall(text) if word.lower() in names)


@lru_cache(maxsize=32)
def names_of_days(language: str) -> dict[str, tuple[str, int]]:
    """From the names of months and weekdays in a language to which one each is; empty where they are not known."""
    from babel import UnknownLocaleError  # noqa: PLC0415  # a quarter of a second that English never needs
    from babel.dates import get_day_names, get_month_names  # noqa: PLC0415

    try:
        named = [
            ("month", get_month_names("wide", locale=language)),
            ("day", get_day_names("wide", locale=language)),
        ]
    except UnknownLocaleError:
        return {}
    found = {name.lower(): (sort, number) for sort, names in named for number, name in names.items()}
    # Names of several words, as some languages have them, would not be found word by word.
    return {name: meant for name, meant in found.items() if _WORD.fullmatch(name)}


def _years_of_months(text: str, names: dict[str, tuple[str, int]]) -> frozenset[tuple[int, int]]:
    """The months that stand with a year, as month and year."""
    return frozenset(
        (names[match["month"].lower()][1], int(match["year"]))
        for match in _MONTH_YEAR.finditer(text)
        if names.get(match["month"].lower(), ("",))[0] == "month"
    )
