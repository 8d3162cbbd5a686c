"""Numbers that are no amounts: parts of names, ages, scores, hours, places and points in time."""

from __future__ import annotations

import re

from conspectus.text.facts.units import UNITS

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
_STRETCHES = frozenset({"time", "months", "length"})
# "For three hours before it moved" lasts.
_LASTED = re.compile(r"\bfor (?:about |nearly |almost |over |more than |at least |some )?$")


def is_no_amount(text: str, start: int, end: int, unit: str, language: str = "en") -> bool:
    """True where the number at `start` to `end` of the text, in that unit, measures and counts nothing."""
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
        point = is_point(text, end, unit) and not _LASTED.search(text, 0, start)
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


def is_point(text: str, end: int, unit: str) -> bool:
    """True where what follows makes a point of a stretch of time or length: "fined £480 after" is none."""
    return unit in UNITS and UNITS[unit].dimension in _STRETCHES and _POINT.match(text, end) is not None
