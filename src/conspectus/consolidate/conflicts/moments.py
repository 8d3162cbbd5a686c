"""One happening at two times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from conspectus.consolidate.conflicts.causes import Dispute
from conspectus.consolidate.conflicts.measures import compatible, measures
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement, two_voices
from conspectus.consolidate.language.contrasts import contrasting
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts
from conspectus.text.facts.dates import Relation, periods
from conspectus.text.facts.hours import apart, hours

_FIRST = re.compile(
    r"\b(?:its|the|their|his|her|a) (?P<order>first|last) (?:[a-z]+ of (?:an? |the )?)?(?P<noun>[a-z]{3,})"
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|[A-Z]{1,2}ST|[A-Z]DT|local time|Central|Eastern|Pacific|Mountain) ?(?:time)?\b"
)
_REVISED = Caseless(
    r"\b(?:correct(?:ed|ion)\w*|revis\w+|lowered|raised|upgraded|downgraded|wrongly|mistaken\w*|"
    r"earlier report|had been moved|postponed|delayed)\b",
)
_NEGATED = Caseless(
    r"\b(?:not|no|never|none|nobody|neither|nor|without|denied|denies|rejected|ruled out)\b|n[’']t\b",
)
_MORE = Caseless(r"\b(?:more|another|again|second|further|next|also)\b")
_AGO = Caseless(r"\b(?:years?|winters?|summers?|seasons?|decades?|months) ago\b")
# "On a Sunday" names no Sunday.
_ANY_SUCH = re.compile(r"\b(?:an?|any|every|each|one|some)\s+$", re.IGNORECASE)
_FRESH = timedelta(days=1)
_SAME_STORY = timedelta(days=60)
_TIED = 1.6
_QUARTER = 15
_MINUTES = 300


def moments(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that put one thing at two times, those that share most first."""
    timed = [each for each in scene.said if _plain(each) and (hours(each.text) or _periods(each))]
    order = {each.item.claim.id: number for number, each in enumerate(timed)}
    found: list[tuple[float, Statement, Statement]] = []
    for first in timed:
        about = scene.wide(first)
        for second in scene.near(about):
            if order.get(second.item.claim.id, -1) <= order[first.item.claim.id]:
                continue
            shared = about & scene.wide(second)
            tie = scene.weight(shared)
            if tie < _TIED:
                continue
            if contrasting(first.text, second.text) or _other_amounts(first, second):
                continue
            if not two_voices(first, second) or not _same_names(first, second, scene):
                continue
            if any(other(first, second) for other in (_other_hour, _other_day, _other_period)):
                found.append((tie, first, second))
    for _, first, second in sorted(found, key=lambda each: -each[0]):
        yield ConflictKind.DATE, "When was it?", first, second
    yield from _firsts(scene)


def _plain(statement: Statement) -> bool:
    return not _REVISED.search(statement.text) and not _NEGATED.search(statement.text)


def _firsts(scene: Scene) -> Iterator[Dispute]:
    """What can be first only once, on two days."""
    dated = [
        (found["order"], concepts(found["noun"]), days, each)
        for each in scene.said
        if (found := _FIRST.search(each.text)) is not None
        and len(days := _days(each)) == 1
        and not _NEGATED.search(each.text)
    ]
    for first, second in combinations(dated, 2):
        same = first[0] == second[0] and first[1] & second[1] and first[2] != second[2]
        if same and two_voices(first[3], second[3]):
            yield ConflictKind.DATE, "When was it?", first[3], second[3]


def _other_amounts(first: Statement, second: Statement) -> bool:
    """True where both give amounts and none that they share: 40 jobs here and 90 there are two facts."""
    one, other = (measures(each.text, each.language)[1] for each in (first, second))
    return bool(one and other) and not any(
        a.dimension == b.dimension and compatible(a, b) for a in one for b in other
    )


def _periods(statement: Statement) -> list[tuple[date, date]]:
    return [
        (each.start, each.end)
        for each in periods(statement.text, statement.published)
        if each.start is not None and each.end is not None and each.relation is Relation.IN
    ]


def _other_period(first: Statement, second: Statement) -> bool:
    """True where both name one month, season or year, and not the same."""
    one, other = _periods(first), _periods(second)
    if len(one) != 1 or len(other) != 1 or any(start == end for start, end in (*one, *other)):
        return False
    ((a, b),), ((c, d),) = one, other
    similar = (b - a) <= 4 * (d - c) and (d - c) <= 4 * (b - a)
    return similar and (b < c or d < a) and not _MORE.search(f"{first.text} {second.text}")


def _other_day(first: Statement, second: Statement) -> bool:
    days = [_days(each) for each in (first, second)]
    if any(len(each) != 1 for each in days) or days[0] == days[1]:
        return False
    if abs(min(days[0]) - min(days[1])) > _SAME_STORY:
        return False  # the frost of another year
    # Each day's news speaks of its own day.
    news = [
        each.published is not None and abs(min(day) - each.published) <= _FRESH
        for each, day in zip((first, second), days, strict=True)
    ]
    return not (all(news) and first.published != second.published) and not _MORE.search(
        f"{first.text} {second.text}"
    )


def _days(statement: Statement) -> set[date]:
    found = periods(statement.text, statement.published)
    return {
        each.start
        for each in found
        if each.start is not None
        and each.start == each.end
        and each.relation is Relation.IN
        and not _ANY_SUCH.search(statement.text, 0, each.span.start)
    }


def _other_hour(first: Statement, second: Statement) -> bool:
    if _ZONE.search(first.text) or _ZONE.search(second.text) or not _one_day(first, second):
        return False
    one, other = hours(first.text), hours(second.text)
    if len(one) != 1 or len(other) != 1:
        return False
    return _QUARTER <= apart(one[0].minutes, other[0].minutes) < _MINUTES


def _one_day(first: Statement, second: Statement) -> bool:
    """True where the days that they name meet, as far as both name any, and neither recalls what is long past."""
    one, other = _days(first), _days(second)
    if _long_past(first) != _long_past(second):
        return False
    return not one or not other or bool(one & other)


def _long_past(statement: Statement) -> bool:
    if _AGO.search(statement.text):
        return True
    known = [end for _, end in _periods(statement)]
    day = statement.published
    return day is not None and bool(known) and max(known) < day - _SAME_STORY


def _same_names(first: Statement, second: Statement, scene: Scene) -> bool:
    """True where the places and people named beside speakers are the same, as far as both name any."""
    named = [scene.named(each) for each in (first, second)]
    return not all(named) or (bool(named[0] & named[1]) and not (named[0] - named[1] and named[1] - named[0]))
