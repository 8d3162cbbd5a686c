# ruff: noqa: SIM905 — a word list reads best as words
"""Hours of the day as articles write them, in several languages."""

from __future__ import annotations

import re
from typing import NamedTuple

from conspectus.caching import WHILE_COMPARED
from conspectus.text.caseless import Caseless

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"twenty": 20, "twenty-five": 25}
HALF_DAY = 720
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|twenty-five)"
_AFTERWARDS = (
    r"(?P<half>\s*(?:[ap](?:\.\s?m\b\.?|\s?m\b)|(?:on [A-Z]\w+day |that |this |yesterday )?"
    r"(?:in the )?(?:morning|afternoon|evening|night)))?"
)
_COINS = ("crown", "dollar", "euro", "franc", "pound", "mark", "peso", "real", "Kron", "Frank")
_DIGITS = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d)|\s?h\s?(?P<minute2>[0-5]\d))(?!\d|[.,:]\d|"
    rf"\s*(?:%|per|[a-z]*illi|bn|mn|m\b|k?m\b|k?g\b|metres|hundred|thousand|tonnes|points|{'|'.join(_COINS)})){_AFTERWARDS}"
    rf"|\b(?P<hour2>[01]?\d|2[0-3])(?:\s?(?:Uhr|heures|h)\b(?: (?P<minute3>[0-5]\d)\b)?)"
    rf"|\b(?P<hour3>\d{{1,2}})\s?(?P<half3>[ap](?:\.\s?m\b\.?|\s?m\b))"
)
_WORDS = Caseless(
    rf"\b(?:(?P<part>half|quarter|{_NUMBER})(?: minutes?)? (?P<side>past|to|before|"
    rf"after) (?P<hour>{_NUMBER})(?=[.,;:]|$| when| in the| on | that| this| yesterday| as | and | before|"
    rf" after| by )|(?P<noon>noon|midday|midnight)"
    rf"|(?P<alone>{_NUMBER}) o['’]clock|\b(?:at|after|before|until) (?P<bare>{_NUMBER})"
    rf"(?=[.,;](?!\d)|$| that | in the | on [A-Z]| as ))(?:{_AFTERWARDS.replace('half', 'late')})",
)
_OF_24 = re.compile(r"\bUhr|heures|\dh|\d h\b|\d h ")
_EVENING = re.compile(r"\b(?:afternoon|evening|night|p\.?\s?m)\b", re.IGNORECASE)
_MORNING = re.compile(r"\b(?:morning|a\.?\s?m)\b", re.IGNORECASE)
# "Ran it in under 2:09".
_LASTED = re.compile(r"\b(?:under|inside|below|over) $")
# When somebody spoke, and what lasted until then.
_ASIDE = re.compile(
    r"\b(?:said|told|announced|confirmed|reported|published)(?: [\w’]+){0,3}? (?:at |about |around )?$"
    r"|\b(?:until|before|after|since|from) (?:at |about )?$",
    re.IGNORECASE,
)


class Hour(NamedTuple):
    """An hour of the day that stands at `start` to `end` of a text: `minutes` since midnight.

    `sure` is False where it may as well be twelve hours later: "at 3.20", and nobody says of which half of the day.
    """

    minutes: int
    start: int
    end: int
    sure: bool

    def same(self, other: Hour) -> bool:
        """True where both are one hour, as far as they tell morning from evening."""
        if self.sure and other.sure:
            return self.minutes == other.minutes
        return apart(self.minutes, other.minutes) == 0


@WHILE_COMPARED.keep(most=8192)
def hours(text: str) -> tuple[Hour, ...]:
    """The hours of the day at which the text says that something happened, in order.

    Where the text does not tell morning from evening, it is the hour that its digits name.
    """
    return tuple(each for each in all_hours(text) if not _ASIDE.search(text[: each.start]))


@WHILE_COMPARED.keep(most=8192)
def all_hours(text: str) -> tuple[Hour, ...]:
    """All hours of the day that the text names, in order: also when somebody spoke, and what lasted until then."""
    found: dict[int, Hour] = {}
    for match in _DIGITS.finditer(text):
        hour = int(match["hour"] or match["hour2"] or match["hour3"])
        minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
        half = match["half"] or match["half3"] or ""
        if _is_hour(text, match):
            minutes = _of_day(hour, minute, half)
            # "15.40", and "8h05" or "8 Uhr" where days have 24 hours.
            sure = (
                bool(half) or not 0 < hour <= 12 or match[0].startswith("0") or bool(_OF_24.search(match[0]))
            )
            found[match.start()] = Hour(minutes, match.start(), match.end(), sure)
    for match in _WORDS.finditer(text):
        end = match.end()
        start = match.start("bare") if match["bare"] else match.start()
        if match["noon"]:
            found[start] = Hour(0 if match["noon"].lower() == "midnight" else HALF_DAY, start, end, sure=True)
            continue
        hour = _value(match["hour"] or match["alone"] or match["bare"])
        part = {"half": 30, "quarter": 15}.get((match["part"] or "").lower()) or _value(match["part"])
        minute = -part if (match["side"] or "").lower() in {"to", "before"} else part
        if 0 < hour <= 12:
            late = match["late"] or ""
            found[start] = Hour(_of_day(hour, minute, late), start, end, bool(late))
    return tuple(found[start] for start in sorted(found))


def apart(first: int, second: int) -> int:
    """The minutes between two hours, whichever half of the day each means."""
    between = abs(first - second) % HALF_DAY
    return min(between, HALF_DAY - between)


def _is_hour(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 14) : match.start()].lower()
    if not match["half"] and _LASTED.search(before):
        return False
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
