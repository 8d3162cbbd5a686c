"""Where in a text a date may stand: the words that each pattern needs, and how far around them it reaches."""

from __future__ import annotations

from conspectus.text.facts.calendar_words import MONTHS, PATTERNS, SEASONS, WEEKDAYS

YEAR = "<year>"
"""Stands among a text's words where one of them begins with four digits."""
JOINED_YEAR = "<year->"
"""Stands there where a dash or slash does too."""
DOTTED_YEAR = "<.year>"
"""Stands there where a full stop without a space comes before the digits."""
_MONTH_WORDS = frozenset(MONTHS)
NEARNESS = frozenset(
    "last this next past coming current previous prior following preceding same that".split()  # noqa: SIM905 - a word list
)
"""The words before a unit of time that name a period near the text's own."""
NEEDS: dict[str, frozenset[str]] = {
    "iso": frozenset((JOINED_YEAR,)),
    "dotted": frozenset((DOTTED_YEAR,)),
    "iso_month": frozenset((JOINED_YEAR,)),
    "unit_end": frozenset(("end",)),
    "slashed": frozenset(("/",)),
    "day_month": _MONTH_WORDS,
    "month_day": _MONTH_WORDS,
    "months": _MONTH_WORDS,
    "month_of": _MONTH_WORDS,
    "quarter": frozenset(("quarter", "q1", "q2", "q3", "q4")),
    "year_quarter": frozenset(("q1", "q2", "q3", "q4")),
    "half": frozenset(("half", "h1", "h2")),
    "season": frozenset(SEASONS),
    "decade": frozenset(("s", "'s")),
    "season_year": frozenset((JOINED_YEAR,)),
    "years": frozenset((JOINED_YEAR,)),
    "window": frozenset(("past", "last", "next", "coming", "previous", "following")),
    "near": NEARNESS,
    "ago": frozenset(("ago", "earlier", "later", "before")),
    "named_day": frozenset(("today", "yesterday", "tomorrow", "tonight", "overnight")),
    "weekday": frozenset(WEEKDAYS) | {f"{day}s" for day in WEEKDAYS},
    "month": _MONTH_WORDS,
    "year": frozenset((YEAR,)),
}
"""For each pattern the lower-cased tokens of which a text must have one: most sentences need few patterns."""


def _by_anchor() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for at, (kind, _) in enumerate(PATTERNS):
        for anchor in NEEDS[kind]:
            found.setdefault(anchor, []).append(at)
    return {anchor: tuple(places) for anchor, places in found.items()}


BY_ANCHOR = _by_anchor()
"""For each of those tokens the places in `PATTERNS` of the patterns that it may begin or end."""


def _places(*kinds: str) -> tuple[int, ...]:
    return tuple(at for at, (kind, _) in enumerate(PATTERNS) if kind in kinds)


NEAR = _places("near")
NEAR_UNITS = (
    "week", "month", "quarter", "year", "decade", "century", "night", "morning", "afternoon", "evening",
    *SEASONS, *WEEKDAYS, *MONTHS,
)  # fmt: skip
"""How the word after "last" begins where the two name a period."""
CENTURIES = ("15", "16", "17", "18", "19", "20", "21")
DAY_MONTH = _places("day_month")
MONTH_AND_MORE = _places("month_day", "month_of", "months")
MONTH_DAY = _places("month_day")
MONTHS_OF_YEAR = _places("months")
MONTH_ALONE = _places("month")
"""The places of the patterns that a month may be part of, by whether a day, or more, may stand beside it."""
REACH = 64
"""How many characters around its anchor a date may take: "Wednesday, the 12th and 13th of September, 2024"."""
_BEHIND = {
    "iso": 0,
    "iso_month": 0,
    "slashed": 3,
    "month_day": 16,
    "month_of": 0,
    "months": 0,
    "quarter": 24,
    "year_quarter": 8,
    "half": 8,
    "season": 0,
    "decade": 6,
    "season_year": 0,
    "years": 0,
    "window": 5,
    "near": 9,
    "unit_end": 8,
    "named_day": 0,
    "weekday": 0,
    "month": 9,
    "year": 0,
}
_AHEAD = {
    "weekday": 12,
    "named_day": 12,
    "near": 28,
    "window": 44,
    "ago": 8,
    "month": 24,
    "day_month": 24,
    "months": 40,
    "quarter": 32,
    "year": 32,
    "decade": 4,
}
AROUND: tuple[tuple[int, int], ...] = tuple(
    (_BEHIND.get(kind, REACH), _AHEAD.get(kind, REACH)) for kind, _ in PATTERNS
)
"""For each pattern how far before and after the beginning of an anchor its matches may reach, in characters."""
