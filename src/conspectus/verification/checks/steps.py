"""Days that the evidence counts from another: 11 October for "on 9 October, two days before police came"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from conspectus.text.facts.calendar_words import SMALL
from conspectus.text.facts.dates import Mention
from conspectus.text.facts.resolving import Parts, extent, moved
from conspectus.verification.checks.case import Analysis

_COUNT = "|".join(sorted(map(re.escape, SMALL), key=len, reverse=True))
_STEP = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{_COUNT}) (?P<unit>day|week|fortnight|month)s? "
    r"(?P<side>before|after|earlier|later)\b"
    r"|\bthe (?P<near>next|following|previous|preceding) "
    r"(?P<near_unit>day|morning|afternoon|evening|night)\b"
    r"|\bthe (?P<one>day|night) (?P<one_side>before|after)\b(?! yesterday| tomorrow)",
    re.IGNORECASE,
)
_SIDES = frozenset(("before", "after", "earlier", "later", "next", "following", "previous", "preceding"))
_FORWARD = ("after", "later", "next", "following")
_COMPARED = ("than ", "from ", "against ", "with ")
_ANY_YEAR = 2001
"""For dates without a year where there is no publication date: only how far they are apart counts."""


class _Step(NamedTuple):
    number: int
    unit: str
    start: int
    end: int
    follows: bool
    """Something is told behind "before" or "after", from which it counts."""


def leads_to(wanted: Mention, base: Mention, piece: Analysis, published: date | None) -> bool:
    """True where the evidence says that what the claim dates was so long before or after what the base dates."""
    steps = _steps(piece)
    if not steps:
        return False
    claimed, stated = wanted.parts, base.parts
    if published is None and None not in (claimed.month, stated.month):
        year = claimed.year or stated.year or _ANY_YEAR
        claimed, stated = (parts._replace(year=parts.year or year) for parts in (claimed, stated))
    mine, theirs = extent(claimed, published), extent(stated, published)
    if not mine or not theirs:
        return False
    for step in steps:
        if base is not _base(piece, step):
            continue
        count = -step.number if step.follows and _is_apposed(piece, base, step) else step.number
        try:
            there = [moved(day, step.unit, count) for day in theirs]
        except (ValueError, OverflowError):
            continue
        exact = wanted.parts.day is None or base.parts.day is not None or _names_a_day(base.parts)
        if exact and mine[0] <= there[0] and there[1] <= mine[1]:
            return True
    return False


@lru_cache(maxsize=32)
def _steps(piece: Analysis) -> tuple[_Step, ...]:
    if _SIDES.isdisjoint(piece.lows):
        return ()
    text = piece.reading.text
    found = []
    for match in _STEP.finditer(text):
        if text[: match.start()].endswith(_COMPARED):
            continue
        told = match["count"] or "one"
        unit = match["unit"] or match["near_unit"] or match["one"]
        side = (match["side"] or match["near"] or match["one_side"]).lower()
        count = int(told) if told.isdecimal() else SMALL[told.lower()]
        unit = unit if unit in ("week", "fortnight", "month") else "day"
        follows = side in ("before", "after") and text[match.end() : match.end() + 1] == " "
        found.append(_Step(count if side in _FORWARD else -count, unit, match.start(), match.end(), follows))
    return tuple(found)


def _base(piece: Analysis, step: _Step) -> Mention | None:
    """The date that it counts from: the last before it, else the first behind it."""
    others = [m for m in piece.mentions if m.end <= step.start or m.start >= step.end]
    before = [m for m in others if m.end <= step.start]
    return before[-1] if before else next(iter(others), None)


def _is_apposed(piece: Analysis, base: Mention, step: _Step) -> bool:
    """True for "on 9 October, two days before police came", which dates the police."""
    between = piece.reading.text[base.end : step.start].rstrip()
    return base.end <= step.start and between[-1:] in ("", ",", "–", "-") and not _ENDED.search(between)


_ENDED = re.compile(r"[.;!?]\s")


def _names_a_day(parts: Parts) -> bool:
    return parts.weekday is not None or (parts.relative or ("",))[0] == "day"
