# ruff: noqa: SIM905 — a word list reads best as words
"""Hours of the day as articles write them, in several languages."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"twenty": 20, "twenty-five": 25}
HALF_DAY = 720
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|twenty-five)"
_AFTERWARDS = (
    r"(?P<half>\s*(?:[ap]\.?\s?m\b\.?|(?:on [A-Z]\w+day |that |this |yesterday )?"
    r"(?:in the )?(?:morning|afternoon|evening|night)))?"
)
_DIGITS = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d)|\s?h\s?(?P<minute2>[0-5]\d))(?!\d|[.,:]\d|"
    rf"\s*(?:%|per|million|m\b|km|metres)){_AFTERWARDS}"
    rf"|\b(?P<hour2>[01]?\d|2[0-3])(?:\s?(?:Uhr|heures|h)\b(?: (?P<minute3>[0-5]\d)\b)?)"
    rf"|\b(?P<hour3>\d{{1,2}})\s?(?P<half3>[ap]\.?\s?m\b)"
)
_WORDS = re.compile(
    rf"\b(?:(?P<part>half|quarter|{_NUMBER})(?: minutes?)? (?P<side>past|to|before|"
    rf"after) (?P<hour>{_NUMBER})(?=[.,;:]|$| when| in the| on | that| this| yesterday| as | and | before|"
    rf" after| by )|(?P<noon>noon|midday|midnight)"
    rf"|(?P<alone>{_NUMBER}) o['’]clock|\bat (?P<bare>{_NUMBER})(?=[.,;](?!\d)|$| that | in the |"
    rf" on [A-Z]))(?:{_AFTERWARDS.replace('half', 'late')})",
    re.IGNORECASE,
)
_EVENING = re.compile(r"\b(?:afternoon|evening|night|p\.?\s?m)\b", re.IGNORECASE)
_MORNING = re.compile(r"\b(?:morning|a\.?\s?m)\b", re.IGNORECASE)
# When somebody spoke, and what lasted until then.
_ASIDE = re.compile(
    r"\b(?:said|told|announced|confirmed|reported|published)(?: [\w’]+){0,3}? (?:at |about |around )?$"
    r"|\b(?:until|before|after|since|from) (?:at |about )?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def hours(text: str) -> tuple[tuple[int, int], ...]:
    """The hours of the day that the text names, as minutes since midnight, each with where it stands.

    Where the text does not tell morning from evening, it is the hour that its digits name.
    """
    found: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(text):
        hour = int(match["hour"] or match["hour2"] or match["hour3"])
        minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
        if _is_hour(text, match) and not _ASIDE.search(text[: match.start()]):
            found.append((match.start(), _of_day(hour, minute, match["half"] or match["half3"] or "")))
    for match in _WORDS.finditer(text):
        if _ASIDE.search(text[: match.start()]):
            continue
        if match["noon"]:
            found.append((match.start(), 0 if match["noon"].lower() == "midnight" else HALF_DAY))
            continue
        hour = _value(match["hour"] or match["alone"] or match["bare"])
        part = {"half": 30, "quarter": 15}.get((match["part"] or "").lower()) or _value(match["part"])
        minute = -part if (match["side"] or "").lower() in {"to", "before"} else part
        if 0 < hour <= 12:
            found.append((match.start(), _of_day(hour, minute, match["late"] or "")))
    return tuple((minutes, start) for start, minutes in sorted(dict(found).items()))


def apart(first: int, second: int) -> int:
    """The minutes between two hours, whichever half of the day each means."""
    between = abs(first - second) % HALF_DAY
    return min(between, HALF_DAY - between)


def _is_hour(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 14) : match.start()].lower()
    dotted = match["minute"] and text[match.start("minute") - 1] == "."
    if not dotted:
        return True
    return bool(match["half"]) or bool(
        re.search(r"\b(?:at|by|until|about|around|before|after|since|um|gegen|las|às|à|alle|om|to) $", before)
    )


def _of_day(hour: int, minute: int, half: str) -> int:
    minutes = hour * 60 + minute
    if hour <= 12:
        if _EVENING.search(half):
            return minutes % HALF_DAY + HALF_DAY
        if _MORNING.search(half):
            return minutes % HALF_DAY
    return minutes


def _value(word: str | None) -> int:
    if not word:
        return 0
    if word.isdigit():
        return int(word)
    return _NUMBERS.get(word.lower(), 0)
