"""When a sentence says that something was: its days, parts of days and hours, each with what it allows for.

"Early on Tuesday", "a little after seven" and "at the end of August" are stretches of time, within which the hour or
day lies that another outlet names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from conspectus.text.caseless import Caseless
from conspectus.text.facts.dates import periods
from conspectus.text.facts.hours import HALF_DAY, all_hours

DAY = 1440
_WEEK = 7 * DAY
# Of each part of a day, the first and the last minute that anybody calls so; a night goes on into the next day.
_PARTS = {
    r"(?:small|early|wee) hours|before (?:dawn|daybreak|sunrise)|in the night": (0, 450),
    r"dawn|daybreak|sunrise|first light": (180, 540),
    r"early(?= (?:on|this|yesterday|in the morning)\b)": (0, 600),
    r"(?:early|mid|late)?[ -]?morning|breakfast(?:[ -]?time)?": (180, 750),
    r"lunch(?:[ -]?time)?|midday": (660, 900),
    r"(?:early|mid|late)?[ -]?afternoon|teatime|tea-time": (HALF_DAY, 1110),
    r"dusk|sunset|nightfall": (900, 1350),
    r"(?:early|late)?[ -]?evening": (960, DAY),
    r"tonight|late(?= (?:on|yesterday)\b)": (1020, 1800),
    r"overnight": (-420, 1980),
    r"night": (1020, 1800),
}
_PART = Caseless("|".join(rf"\b(?P<p{number}>{pattern})\b" for number, pattern in enumerate(_PARTS)))
_SPANS = tuple(_PARTS.values())
# What may stand between a day and its hour: "at 9.40 on Tuesday", "on Tuesday, shortly after nine".
_FILLER = re.compile(
    r"\W*(?:(?:on|in|the|at|of|that|this|early|late|about|around|just|shortly|soon|before|after|a|little|local|time|day)\W+)*",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|heard|announced|confirmed|reported|published|added|warned|revealed|wrote|claimed|statement|"
    r"according to [\w ]{2,25})(?:,? (?!that\b)[\w’']+){0,3}?,? (?:on |late on |early on |at |about |around )?$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:to|yester)day\b|\b(?:tonight|overnight)\b|\b(?:this|last) (?:\w+ )?(?:morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")
# "On a Sunday" names no Sunday, and neither do "Sunday trading" and "Saturdays".
_NO_DAY = re.compile(r"\b(?:an?|any|every|each|one|some|most)\s+$", re.IGNORECASE)
_KIND = re.compile(
    r"s\b|[ -](?!morning|afternoon|evening|night|lunch|and\b|or\b|to\b|at\b|in\b|on\b|after|before|when|by\b|until|as\b"
    r"|from|with|that|for|but|while|who|which|because|was|were|is|has|had|will|near|next|last|over|during|under|off|of"
    r"|it|he|she|they|the|a)[a-z]+"
)
_LED = re.compile(
    r"\b(?:on|last|this|next|by|until|from|since|of|early|late|and|to)\s+$|,\s*$", re.IGNORECASE
)
_RELATIONS = {
    "until": re.compile(
        r"\b(?:until|till|up to)\W*(?:(?:at|about|around|late|early|on|the|least)\W+)*$", re.IGNORECASE
    ),
    "by": re.compile(r"\bby\W*(?:(?:about|around|late|early|the|end|middle|of)\W+)*$", re.IGNORECASE),
    "since": re.compile(r"\b(?:since|between)\W*(?:(?:about|around|late|early|the)\W+)*$", re.IGNORECASE),
}
# "From 7 a.m." they did so on and on; what begins "from 1 March" begins then.
_FROM = re.compile(r"\bfrom\W*(?:(?:about|around)\W+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\W*(?:the |about )?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|past|gone)\W*(?:about )?$", re.IGNORECASE)
_CLOSELY = re.compile(
    r"\b(?:shortly|just|soon|a little|not long|moments|minutes|a few minutes) (?:before|after)\W*\w*\s*$",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|some|approximately|nearly|almost|towards?|circa)\W*(?:the )?$", re.IGNORECASE
)
_NEAR = 45
_SOME_TIME = 240
_ROUGHLY = 20
_SLACK = 9


class When(NamedTuple):
    """A time that stands at `start` to `end` of a text; `spans` are stretches of minutes within one of which it lies.

    They count from the beginning of the first day of the first year where it is `dated`, else from midnight.
    `timed` is True where it names an hour or a part of the day, `hour` where an hour, `loose` where more than a day;
    `relation` tells what happened at that time from what lasted until then.
    """

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    dated: bool
    timed: bool
    hour: bool
    loose: bool
    today: bool
    relation: str

    @property
    def since(self) -> bool:
        """True where it says since when something has been so."""
        return self.relation == "since"

    def comparable(self, other: When) -> bool:
        """True where both name a day, or both a time of day."""
        return (self.dated and other.dated) or (self.timed and other.timed)

    def meets(self, other: When) -> bool:
        """True where both can be one time."""
        slack = _SLACK if self.hour and other.hour else 0
        if self.dated and other.dated:
            return any(a - slack <= d and c - slack <= b for a, b in self.spans for c, d in other.spans)
        if not self.timed or not other.timed:
            return True
        return any(
            a - slack <= d + shift and c + shift - slack <= b
            for a, b in self._of_day()
            for c, d in other._of_day()
            for shift in (-DAY, 0, DAY)
        )

    def _of_day(self) -> Iterator[tuple[int, int]]:
        for low, high in self.spans:
            day = low // DAY * DAY if self.dated else 0
            yield low - day, high - day

    def apart(self, other: When) -> int:
        """The least number of minutes between both, as far as both are dated or neither is."""
        if self.dated != other.dated:
            return 0
        return min(max(a - d, c - b, 0) for a, b in self.spans for c, d in other.spans)


class _Mention(NamedTuple):
    start: int
    end: int
    days: tuple[int, ...] = ()
    length: int = 0
    minutes: tuple[tuple[int, int], ...] = ()
    hour: bool = False
    today: bool = False
    relation: str = "in"


@lru_cache(maxsize=8192)
def whens(text: str, published: date | None) -> tuple[When, ...]:
    """The times that the text names, in order, without those at which somebody spoke."""
    found: list[list[_Mention]] = []
    days = list(_days(text, published))
    hours = [
        each
        for each in _hours(text)
        if not any(day.start < each.start < day.end and each.end <= day.end for day in days)
    ]
    parts = [
        each
        for each in _parts(text)
        if not any(one.start <= each.start and each.end <= one.end for one in hours)
    ]
    for each in sorted((*days, *hours, *parts)):
        if found and _together(found[-1], each, text):
            found[-1].append(each)
        else:
            found.append([each])
    return tuple(_when(group) for group in found if not _SAID.search(text[: group[0].start]))


def _together(group: list[_Mention], each: _Mention, text: str) -> bool:
    last = max(one.end for one in group)
    if (any(one.days for one in group) and each.days) or (any(one.hour for one in group) and each.hour):
        return False
    return each.start <= last or _FILLER.fullmatch(text, last, each.start) is not None


def _when(group: list[_Mention]) -> When:
    day = next((each for each in group if each.days), None)
    hour = next((each for each in group if each.hour), None)
    part = next((each for each in group if each.minutes and not each.hour), None)
    minutes = hour.minutes if hour else part.minutes if part else ()
    if hour and part:  # "at seven in the evening"
        fitting = [(a, b) for a, b in minutes if any(c <= b and a <= d for c, d in part.minutes)]
        minutes = tuple(fitting) or minutes
    if day is None:
        spans = minutes
    elif minutes and day.length == DAY:
        spans = tuple((one + a, one + b - (hour is None)) for one in day.days for a, b in minutes)
    else:
        spans = tuple((one, one + day.length - 1) for one in day.days)
    relation = next((each.relation for each in group if each.relation != "in"), "in")
    if relation == "until":  # "shut until Friday": it opens on Friday, or when Friday is over
        spans = tuple((low, high + (_NEAR if minutes else DAY)) for low, high in spans)
    return When(
        group[0].start,
        max(each.end for each in group),
        spans,
        dated=day is not None,
        timed=bool(minutes),
        hour=hour is not None,
        loose=day is not None and day.length > DAY,
        today=any(each.today for each in group),
        relation=relation,
    )


def _days(text: str, published: date | None) -> Iterator[_Mention]:
    for each in periods(text, published):
        if each.start is None or each.end is None:
            continue
        start, end = each.span.start, each.span.end
        words = text[start:end]
        weekday = _WEEKDAY.fullmatch(words) is not None
        if weekday and (
            words.endswith("s")
            or _NO_DAY.search(text, 0, start)
            or (_KIND.match(text, end) and not _LED.search(text[:start]))
        ):
            continue
        first, last = each.start.toordinal() * DAY, (max(each.start, each.end).toordinal() + 1) * DAY
        days = (first, first - _WEEK, first + _WEEK) if weekday else (first,)
        yield _Mention(
            start,
            end,
            days=days,
            length=last - first,
            today=_TODAY.search(words) is not None,
            relation=_relation(text[:start]),
        )


def _relation(before: str) -> str:
    return next((name for name, pattern in _RELATIONS.items() if pattern.search(before)), "in")


def _hours(text: str) -> Iterator[_Mention]:
    for each in all_hours(text):
        before = text[: each.start]
        low = high = each.minutes
        if _BEFORE.search(before):
            low -= _NEAR if _CLOSELY.search(before) else _SOME_TIME
        elif _AFTER.search(before):
            high += _NEAR if _CLOSELY.search(before) else _SOME_TIME
        elif _ABOUT.search(before):
            low, high = low - _ROUGHLY, high + _ROUGHLY
        other = (
            (low + HALF_DAY, high + HALF_DAY)
            if each.minutes < HALF_DAY
            else (low - HALF_DAY, high - HALF_DAY)
        )
        spans = ((low, high),) if each.sure else ((low, high), other)
        if each.sure and not each.minutes:  # midnight ends a day as well as it begins one
            spans = ((low, high), (low + DAY, high + DAY))
        relation = "since" if _FROM.search(before) else _relation(before)
        yield _Mention(each.start, each.end, minutes=spans, hour=True, relation=relation)


def _parts(text: str) -> Iterator[_Mention]:
    for found in _PART.finditer(text):
        span = _SPANS[int(str(found.lastgroup)[1:])]
        yield _Mention(found.start(), found.end(), minutes=(span,), relation=_relation(text[: found.start()]))
