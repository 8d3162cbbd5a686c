"""How English writes dates: the patterns that `dates` reads, most specific first."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4,
}  # fmt: skip
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "a couple of": 2,
}  # fmt: skip

_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?:(?:{_LONG})\b|{_SHORT})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY_SHORT = r"(?:(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_NO_DIGIT = r"(?![\d%]|[.,]\d)"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple of)"
_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)"
_NEAR = r"(?:earlier |later )?(?P<near>last|this|next|past|coming|current|previous|prior|following|preceding|same|that)"

# Most patterns begin by looking at one character, so that the search leaves most places after one step.
_FLAGS = re.VERBOSE
_BEFORE_ANY_MONTH = "|".join(
    rf"(?<={form}\ )"
    for word in "in since by until from to of early late before after this last".split()  # noqa: SIM905 - a word list
    for form in (word, word.capitalize())
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")),
    ("dotted", re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")),
    ("iso_month", re.compile(rf"(?<![\d-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?![\d-])")),
    ("slashed", re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4})(?!\d)")),
    (
        "day_month",
        re.compile(
            rf"(?=[MTWFSt\d])(?:\b(?P<weekday>{_WEEKDAY}|{_WEEKDAY_SHORT}),?\ )?(?:the\ )?\b(?P<day>{_DAY})"
            rf"(?:\ ?(?:-|–|to|and)\ ?(?P<day2>{_DAY}))?\ (?:of\ )?(?P<month>{_MONTH})"
            rf"(?:,?\ (?P<year>{_YEAR})\b|\ (?P<side>last|this|next)\ year\b)?",
            _FLAGS,
        ),
    ),
    (
        "month_day",
        re.compile(
            rf"(?=[A-Z])(?:\b(?P<weekday>{_WEEKDAY}|{_WEEKDAY_SHORT}),?\ )?\b(?P<month>{_MONTH})"
            rf"\ (?:the\ )?(?P<day>{_DAY})\b"
            rf"{_NO_DIGIT}(?:\ ?(?:-|–|to|and)\ ?(?:(?P<month2>{_MONTH})\ )?(?P<day2>{_DAY})\b{_NO_DIGIT})?"
            rf"(?:,?\ (?P<year>{_YEAR})\b|\ (?P<side>last|this|next)\ year\b)?",
            _FLAGS,
        ),
    ),
    (
        "month_of",
        re.compile(rf"(?=[A-Z])\b(?P<month>{_LONG})\ (?:of\ )?(?P<side>last|this|next)\ year\b", _FLAGS),
    ),
    (
        "months",
        re.compile(
            rf"(?=[A-Z])\b(?P<month>{_MONTH})(?:\ ?(?:-|–|to|through)\ ?(?P<month2>{_MONTH}))?"
            rf",?\ (?:of\ )?(?P<year>{_YEAR})\b",
            _FLAGS,
        ),
    ),
    (
        "quarter",
        re.compile(
            r"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|1st|2nd|3rd|4th)[\ -]"
            r"(?:fiscal\ )?quarter\b(?!\ (?:running|in\ a\ row|straight|in\ succession))"
            rf"|Q(?P<quarter>[1-4])\b)(?:,?\ (?:of\ |in\ )?(?:fiscal\ )?(?P<year>{_YEAR})\b)?"
            rf"|\b[Ll]ast\ quarter\ of\ (?P<ends>{_YEAR})\b",
            _FLAGS,
        ),
    ),
    ("year_quarter", re.compile(rf"\b(?P<year>{_YEAR})\ ?-?Q(?P<quarter>[1-4])\b", _FLAGS)),
    (
        "half",
        re.compile(
            r"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd)[\ -]half\b(?=\ of\ (?:the\ year|\d{4}|this|last|next)|,|\.|\ \d{4})"
            rf"|H(?P<half>[12])\b)(?:,?\ (?:of\ )?(?P<year>{_YEAR})\b)?",
            _FLAGS,
        ),
    ),
    (
        "season",
        re.compile(
            rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\ (?:of\ )?(?P<year>{_YEAR})\b",
            _FLAGS,
        ),
    ),
    ("decade", re.compile(r"\b(?P<decade>(?:1[5-9]|20)\d0)'?s\b")),
    ("season_year", re.compile(rf"\b(?P<year>{_YEAR})(?:/|-)(?P<year2>\d\d)(?!\d|-)\b")),
    ("years", re.compile(rf"\b(?P<year>{_YEAR})\ ?[-–]\ ?(?P<year2>{_YEAR})\b", _FLAGS)),
    (
        "window",
        re.compile(
            rf"\b(?:the\ )?(?P<side>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious|[Ff]ollowing)"
            r"(?<!\bto\ last)(?<!\band\ last)(?<!\bwill\ last)(?<!\bcan\ last)(?<!\bmay\ last)"
            r"(?<!could\ last)(?<!would\ last)"
            rf"\ (?P<count>{_COUNT})\ (?P<unit>{_UNIT})s?\b",
            _FLAGS,
        ),
    ),
    (
        "near",
        re.compile(
            rf"(?=[celpnfst])\b{_NEAR}\ (?P<unit>week|weekend|month|quarter|year|decade|century|spring|summer|autumn"
            rf"|fall|winter|night|morning|afternoon|evening|{_WEEKDAY.lower()}|{_LONG.lower()})\b(?!-)",
            re.IGNORECASE,
        ),
    ),
    (
        "unit_end",
        re.compile(
            r"(?:(?<=\bend of )the (?P<unit>month|year|week|quarter|decade)\b"
            r"|\b(?P<ended>month|year|quarter)[ -]end\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "ago",
        re.compile(
            rf"\b(?P<count>{_COUNT})\ (?P<unit>{_UNIT})s?\ (?P<side>ago|earlier|later|before)\b",
            re.IGNORECASE | _FLAGS,
        ),
    ),
    ("named_day", re.compile(r"\b(?P<name>today|yesterday|tomorrow|tonight|overnight)\b", re.IGNORECASE)),
    ("weekday", re.compile(rf"\b(?P<weekday>{_WEEKDAY})s?\b")),
    (
        "month",
        re.compile(
            rf"(?=[A-Zabdefilmostu])\b(?:(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Tt]o|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Tt]hrough|[Bb]efore"
            rf"|[Aa]fter|[Aa]nd|[Tt]his|[Ee]very|[Ll]ast)[\ -](?P<month>(?:{_LONG})\b)(?!\ [A-Z])"
            r"|(?P<month_alone>(?:January|February|July|September|October|November|December)\b"
            # June Penn and April Ames are people, unless something has happened in June.
            r"|(?:April|June)\b(?!\ [A-Z][a-z])"
            rf"|(?:{_BEFORE_ANY_MONTH})(?:April|June)\b))",
            _FLAGS,
        ),
    ),
    (
        "year",
        re.compile(
            # The year comes first, and what may not stand before it after, so that the search skips to digits.
            r"(?P<year>(?:1[5-9]|2[01])\d\d)\b(?<![\w.,$€£:/]\d{4})(?<!(?<![Mm]id)-\d{4})"
            r"(?!(?<=00)\ [a-z]+s\b)(?![\d%]|[.,]\d"
            r"|-(?:year|strong|foot|mile)|\ ?(?:percent|per\ cent|km|miles|metres|meters|tons|tonnes)\b)",
            _FLAGS,
        ),
    ),
)  # fmt: skip

YEAR = "<year>"
"""Stands among a text's words where one of them begins with four digits."""
JOINED_YEAR = "<year->"
"""Stands there where a dash or slash does too."""
DOTTED_YEAR = "<.year>"
"""Stands there where a full stop without a space comes before the digits."""
_MONTH_WORDS = frozenset(MONTHS)
_NEAR_WORDS = frozenset(
    (
        "last",
        "this",
        "next",
        "past",
        "coming",
        "current",
        "previous",
        "prior",
        "following",
        "preceding",
        "same",
        "that",
    )
)
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
    "near": _NEAR_WORDS,
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


NEARNESS = _NEAR_WORDS
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
    "year": 32,
    "decade": 4,
}
AROUND: tuple[tuple[int, int], ...] = tuple(
    (_BEHIND.get(kind, REACH), _AHEAD.get(kind, REACH)) for kind, _ in PATTERNS
)
"""For each pattern how far before and after the beginning of an anchor its matches may reach, in characters."""

RELATIONS: tuple[tuple[str, str], ...] = (
    ("since", "since"),
    ("after", "after"),
    ("following", "after"),
    ("before", "before"),
    ("prior to", "before"),
    ("ahead of", "before"),
    ("until", "until"),
    ("till", "until"),
    ("up to", "until"),
    ("through", "until"),
    ("by", "by"),
    ("no later than", "by"),
)
RELATION_ENDS = frozenset(cue.rpartition(" ")[2] for cue, _ in RELATIONS)
