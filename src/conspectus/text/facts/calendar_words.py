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

_COUNTED = str.split(
    "rund|etwa|circa|ca.|ungefähr|knapp|fast|nahezu|über|mehr als|mindestens|bis zu|environ|près de|plus de|"
    "quelque|au moins|unos|unas|cerca de|más de|al menos|casi|oltre|quasi|almeno|più di|mais de|quase|pelo menos|"
    "ongeveer|ruim|bijna|meer dan|около|более|свыше|примерно|почти|порядка",
    "|",
)
_COUNTED_ARABIC = ("نحو", "حوالي")
COUNTED = re.compile(
    rf"(?:\b(?:{'|'.join(map(re.escape, _COUNTED))})|{'|'.join(_COUNTED_ARABIC)})\ $", re.IGNORECASE
)
"""What stands before an amount in other languages: "rund 2000 Bewohner" names no year."""
COUNTED_ENDS = tuple({f"{cue.rpartition(' ')[2]} " for cue in (*_COUNTED, *_COUNTED_ARABIC)})
"""How text ends, in small letters, before such an amount."""

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
