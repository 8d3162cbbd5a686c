"""The place, the day and the agency with which reports begin."""

from __future__ import annotations

import re

from conspectus.reading.credits import AGENCY, UPPER
from conspectus.reading.dates import DAY_AND_MONTH, DAY_AND_MONTH_ABROAD, WEEKDAY

# A place in capitals is unmistakable; one in mixed case needs a day or an agency beside it.
_CAPITALS = r"[^\W\d_a-z]{2}[^\W\d_a-z]*(?:[ .’'-]+[^\W\d_a-z]+\.?){0,3}"
_REGION = r"(?:,\s+[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,2})"
_PLACE = r"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,3}"
_DAY = rf"(?P<day>{WEEKDAY}?{DAY_AND_MONTH}(?:,?\s+(?:19|20)\d\d)?)"
_BY = rf"(?:\((?P<agency>{AGENCY}[^()]{{0,30}})\)|/(?P<wire>{AGENCY})/)"
# Any name in brackets does behind a place in capitals or a day: there are more agencies than a list knows.
_BY_ANYONE = rf"\((?P<agency>{UPPER}[^()]{{1,40}})\)"
# A hyphen with no space behind it is part of a name: SAINT-MALO.
_DASH = r"\s*(?:(?:[—–]|--)\s*|-\s+)(?=[\"“‘«'(]?[^\W_a-z])"
# With a day, anyone may stand between brackets or strokes.
_ENGLISH_DAY = rf"{WEEKDAY}?(?i:{DAY_AND_MONTH})(?:,?\s+(?:19|20)\d\d)?"
_ANY_DAY = rf"(?:(?:le|den|el)\s+)?(?:{_ENGLISH_DAY}|(?i:{DAY_AND_MONTH_ABROAD}))"
_BY_WHOM = r"(?:\((?P<agency>(?:[^\W\d_a-z]|dpa|ots)[^()]{0,40})\)|/(?P<wire>[^\W\d_a-z][^/]{1,40})/)"
_DATELINES = (
    re.compile(rf"(?:{_PLACE}{_REGION}?,?\s+)?(?:{_DAY.replace('day>', 'day1>')}\s*,?\s*)?{_BY}{_DASH}"),
    re.compile(
        rf"(?:{_CAPITALS}{_REGION}?(?:,?\s+{_DAY})?|{_PLACE}{_REGION}?,\s+{_DAY.replace('day>', 'day1>')})"
        rf",?\s+{_BY_ANYONE}{_DASH}"
    ),
    re.compile(rf"{_PLACE}{_REGION}?,\s+{_DAY}{_DASH}"),
    re.compile(rf"{_CAPITALS}{_REGION}?{_DASH}"),
    re.compile(rf"{_PLACE}{_REGION}?[,،]?\s+{_ANY_DAY}\s*{_BY_WHOM}\.?{_DASH}"),
    re.compile(rf"{_PLACE}{_REGION}?[,،]\s+{_ANY_DAY}\.?{_DASH}"),
    re.compile(
        r"(?P<agency>[\u4e00-\u9fff]{2,5}社)[\u4e00-\u9fff]{2,8}?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日[电電]\s*"
        r"(?:[（(][^（()）]{2,30}[)）]\s*)?"
    ),
)
_PLACE_AND_COLON = re.compile(rf"{_CAPITALS}{_REGION}?(?:,?\s+{_DAY})?\s*:\s+(?=[\"“‘«]?{UPPER})")
# What else is set in capitals before a colon says what sort of text follows.
_LABELS = re.compile(
    r"[^:]*\b(?:ALERT|ANALYSIS|BREAKING|BRIEF|CHECK|COMMENT|CORRECTION|EDITORIAL|EXCLUSIVE|EXPLAINE[DR]|FACTS?|FEATURE"
    r"|FOCUS|INTERVIEW|JUST IN|LATEST|LIVE|NEWS|NOTE|OPINION|PHOTOS?|POINTS?|PROFILE|Q&A|QUIZ|READ|REPORT|REVIEW|STORY"
    r"|SUMMARY|UPDATED?|VERDICT|VIDEO|WARNING|WATCH|WRAP"
    r"|EILMELDUNG|KOMMENTAR|ANALYSE|ENTREVISTA|ENTRETIEN|OPINIÓN|URGENT[E]?|ÚLTIMA HORA|VIDÉO)\b"
)
_SPEAKER = re.compile(rf"(?:[QA]|{_CAPITALS}):\s")


def dateline(line: str) -> re.Match[str] | None:
    """The place, day and agency with the dash that stand in front of a report's first sentence."""
    return next((found for pattern in _DATELINES if (found := pattern.match(line))), None)


def colon_dateline(line: str) -> re.Match[str] | None:
    """A place in capitals with a colon, in front of a sentence ("PORT VESSAY: Eight …"); labels are none.

    A speaker's name may look the same and is told by those who speak after: see `is_spoken`.
    """
    found = _PLACE_AND_COLON.match(line)
    return None if found is None or _LABELS.match(found[0]) else found


def is_spoken(line: str) -> bool:
    """True where a line begins as a speaker's does in a transcript, or a question in a list of questions."""
    return _SPEAKER.match(line) is not None


def names_agency(found: re.Match[str]) -> bool:
    """True where a dateline says which agency the report comes from."""
    return any(name.startswith(("agency", "wire")) and words for name, words in found.groupdict().items())
