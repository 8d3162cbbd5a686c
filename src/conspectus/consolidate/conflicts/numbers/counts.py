"""Two amounts of one thing: a conflict, or one of the many relations that only look like one.

Code finds what code can prove: two amounts of one kind, of one place or group, of one time, that no reading of their
bounds reconciles, and that are not one reporter's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from conspectus.caching import WHILE_COMPARED, kept
from conspectus.consolidate.conflicts.numbers.amounts import Amount, amounts
from conspectus.consolidate.conflicts.numbers.copied import copied
from conspectus.consolidate.conflicts.numbers.measure import compatible
from conspectus.consolidate.conflicts.numbers.printed import PEAK, by_the_clock, replacing
from conspectus.consolidate.conflicts.numbers.subjects import one_subject, placed, since, vouched
from conspectus.consolidate.conflicts.numbers.sums import adds_up
from conspectus.consolidate.conflicts.questions import question
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.sides import side
from conspectus.consolidate.conflicts.statements import Statement, different_voices, two_voices
from conspectus.consolidate.language.roles import MOVING
from conspectus.model.briefing import Conflict, ConflictKind, Relation, Side
from conspectus.text.caseless import Caseless
from conspectus.text.chronology import NEWS_LASTS, Window
from conspectus.text.facts.dates import Relation as InTime
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities

Bearing = Relation | Literal["conflict"] | None

_HOUR = 60
_HALF_DAY = 720
_MOST_SIDES = 4
_PART = 4


def bearing(first: Amount, second: Amount, scene: Scene, of_head: int = 0) -> Bearing:
    """How two amounts bear on each other; None where they are not of one thing, or say the same.

    `of_head` is how many of the event's statements count what they count.
    """
    a, b = first.statement, second.statement
    if a.item.claim.id == b.item.claim.id or first.dimension != second.dimension:
        return None
    if first.supposed != second.supposed:
        return None
    if compatible(first.measure, second.measure):
        return _rounding(first, second, scene)
    if copied(first, second):
        return Relation.UPDATE if replacing(first, second) else "conflict"
    if first.partial != second.partial or first.limits != second.limits:
        return _part(first, second)
    if first.partial or not one_subject(first, second, scene, of_head):
        return _narrower(first, second)
    moving = first.moving and (second.moving or not first.running)
    if not one_time(a, b) and not (moving and near(a, b)):
        # Who gives both, says himself of when each is.
        return Relation.OTHER_PERIOD if different_voices(a, b) else None
    if moving and replacing(first, second) and not since(first) & since(second):
        return Relation.UPDATE
    # What has been counted for years is no other count a day later.
    if moving and not _one_moment(a, b) and not (near(a, b) and since(first) & since(second)):
        # Counts of different days, or of days that nobody knows, may both have been right.
        if _taken_back(first, second):
            return "conflict"
        return Relation.UPDATE if a.day and b.day else None
    if moving and a.flash != b.flash:
        # A flash tells what is known in the first minutes.
        early, late = (first, second) if a.flash else (second, first)
        if early.measure.high < late.measure.low:
            return Relation.UPDATE if a.day and b.day else None
    if first.revised or second.revised:
        return Relation.UPDATE if a.day and b.day else None
    if other_moment(a, b):
        return None
    if "jobs" in first.roles and not first.about & second.about:
        return None  # of its dead an event has one count; jobs may be anybody's
    return "conflict" if different_voices(a, b) and vouched(first, second, scene) else None


def _rounding(first: Amount, second: Amount, scene: Scene) -> Bearing:
    one, other = first.measure, second.measure
    if (
        one.low == other.low
        or one.high == other.high
        or not all(bound.is_finite() for each in (one, other) for bound in each.reach)
    ):
        return None
    a, b = first.statement, second.statement
    if (
        first.limits != second.limits
        or first.partial
        or second.partial
        or not one_subject(first, second, scene)
    ):
        return None
    return Relation.ROUNDING if one_time(a, b) and different_voices(a, b) else None


def _part(first: Amount, second: Amount) -> Bearing:
    """A count of some of those whom the other counts."""
    part, whole = (
        (first, second) if first.partial or len(first.limits) > len(second.limits) else (second, first)
    )
    smaller = part.measure.high < whole.measure.low
    return Relation.NARROWER if smaller and first.roles & second.roles & MOVING else None


def _narrower(first: Amount, second: Amount) -> Bearing:
    """A smaller count of a place or group within what the other counts."""
    if not first.roles & second.roles or bool(first.where) == bool(second.where):
        return None
    part, whole = (first, second) if first.where else (second, first)
    if part.statement.day != whole.statement.day:
        return None
    return Relation.NARROWER if part.measure.high < whole.measure.low else None


def one_time(a: Statement, b: Statement) -> bool:
    """False where the statements name different periods; one that names none speaks of its article's days."""
    if other_period(a, b):
        return False
    first, second = _times(a), _times(b)
    if first and second:
        return True
    named, undated = (first, b) if first else (second, a)
    day = undated.published
    return not named or day is None or any(x.gap(Window(day, day)) <= NEWS_LASTS for x in named)


def other_period(a: Statement, b: Statement) -> bool:
    """True where both name a period and none of one meets one of the other, or one speaks of every week or year."""
    if _recurring(a.text) != _recurring(b.text):
        return True
    first, second = _times(a), _times(b)
    return bool(first and second) and all(x.gap(y) > timedelta(0) for x in first for y in second)


def other_moment(a: Statement, b: Statement) -> bool:
    """True for two hours of a day, two days of trading, and where one counts the most that there were at any time."""
    traded = a.day != b.day and bool(_TRADED.search(a.text) and _TRADED.search(b.text))
    return traded or _hours_apart(a, b) or bool(PEAK.search(a.text)) != bool(PEAK.search(b.text))


@WHILE_COMPARED.keep(most=8192)
def _recurring(text: str) -> frozenset[str]:
    said = (found[0].lower() for found in _RECURRING.finditer(text))
    return kept(_EVERY.get(each, each.rpartition(" ")[2]) for each in said)


def near(a: Statement, b: Statement) -> bool:
    """True where both speak for days of one event, as far as these are known."""
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= NEWS_LASTS


def _times(statement: Statement) -> list[Window]:
    return [
        Window(period.start, period.end)
        for period in periods(statement.text, statement.published)
        if period.start and period.end and period.relation in {InTime.IN, InTime.BY}
    ]


def _one_moment(a: Statement, b: Statement) -> bool:
    """True where both speak for one day; where only one names a day, their articles' days count."""
    if a.day == b.day:
        return True
    one_named = bool(_times(a)) != bool(_times(b)) and a.published == b.published
    return one_named and bool(a.voice and b.voice) and not a.voice & b.voice


def _taken_back(first: Amount, second: Amount) -> bool:
    """True where another's later count is smaller: those who died or were hurt grow no fewer."""
    a, b = first.statement, second.statement
    if a.day is None or b.day is None or not (first.lasting and second.lasting):
        return False
    if not (a.voice or b.voice) or not two_voices(a, b):
        return False
    earlier, later = (first, second) if a.day < b.day else (second, first)
    if not (a.voice and b.voice) and later.measure.high * _PART < earlier.measure.low:
        return False  # so few are some of them
    return later.measure.high < earlier.measure.low and not (first.revised or second.revised)


def _hours_apart(a: Statement, b: Statement) -> bool:
    """True where both name an hour of the day and no two of these hours are the same."""
    first, second = (
        [quantity.low for quantity in quantities(each.text) if quantity.unit == "clock"] for each in (a, b)
    )
    # "Half past six" of an evening edition is the 6.30 p.m. of another.
    apart = [abs(x - y) % _HALF_DAY for x in first for y in second]
    return bool(apart) and all(min(each, _HALF_DAY - each) >= _HOUR for each in apart)


# A price is another one on each day on which it is traded.
_TRADED = Caseless(
    r"\b(?:shares?|stocks?|index|futures|crude|the pound|the euro|the dollar)\b[^.;]{0,80}"
    r"\b(?:fell|rose|slid|dropped|jumped|climbed|gained|lost|closed|opened|ended|traded|trading|down|up)\b|"
    r"\b(?:Aktie\w*|actions?|acciones)\b[^.;]{0,60}\b(?:fiel\w*|stieg\w*|schloss\w*|verlor\w*|perd\w+|cl[oô]tur\w+|"
    r"recul\w+|bondi\w*|cay\w+|sub\w+|cerr\w+|cedi\w+)\b"
)
_RECURRING = Caseless(
    r"\b(?:in (?:winter|summer|spring|autumn)|weekdays|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days|"
    r"(?:a|each|every|per) (?:day|week|month|year)|annual(?:ly)?|yearly|monthly|weekly|daily|at night)\b",
)
_EVERY = {
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"
}  # fmt: skip

Pair = tuple[Amount, Amount]
# What explains why two amounts differ; of a part and an update, one statement may well give both.
_APART = frozenset({Relation.OTHER_PERIOD, Relation.ROUNDING})


def stated(scene: Scene) -> list[Amount]:
    """All amounts that the statements give, in their order."""
    return placed([amount for each in scene.said for amount in amounts(each, scene)])


def compared(found: Sequence[Amount], scene: Scene) -> tuple[list[Pair], dict[Relation, list[Pair]]]:
    """The pairs of amounts that conflict, and those that only look like it, by relation."""
    by_key: defaultdict[str, list[Amount]] = defaultdict(list)
    for amount in found:
        for key in amount.what:
            by_key[key].append(amount)
    alone = {
        key: len({each.statement.item.claim.id for each in group if not each.partial})
        for key, group in by_key.items()
    }
    conflicting: list[Pair] = []
    others: defaultdict[Relation, list[Pair]] = defaultdict(list)
    for _, group in sorted(by_key.items()):
        for pair in combinations(group, 2):
            match bearing(*pair, scene, alone.get(pair[0].head, 0)):
                case "conflict" if not given_too(pair, group) and not adds_up(*pair, scene):
                    conflicting.append(pair)
                case Relation() as relation if relation not in _APART or not given_too(pair, group):
                    others[relation].append(pair)
                case _:
                    pass
    return conflicting, dict(others)


def given_too(pair: Pair, group: Sequence[Amount]) -> bool:
    """True where one of the two statements gives the other's amount as well: "14 of its 210 shops", and "14 shops"."""
    return any(
        each is not one
        and each.statement is one.statement
        and each.what & other.what
        and compatible(each.measure, other.measure)
        for one, other in (pair, pair[::-1])
        for each in group
    )


def unexplained(pairs: Sequence[Pair], others: Mapping[Relation, Sequence[Pair]]) -> list[Pair]:
    """Those of the conflicting pairs that are no two counts of an update that others give."""
    moved_on = [ordered for pair in others.get(Relation.UPDATE, ()) if (ordered := replacing(*pair))]
    return [pair for pair in pairs if not any(_explained(pair, each) for each in moved_on)]


def _explained(pair: Pair, update: Pair) -> bool:
    """True where two counts are those of an update that others give, and no hour says that they are not."""
    if pair[0].roles != update[0].roles or all(map(by_the_clock, pair)):
        return False
    return any(
        compatible(one.measure, update[0].measure) and compatible(other.measure, update[1].measure)
        for one, other in (pair, pair[::-1])
    )


def number_conflicts(pairs: Sequence[Pair], published: Mapping[str, date | None]) -> tuple[Conflict, ...]:
    """The conflicting amounts, each question once, with one side for each value."""
    groups: list[list[Amount]] = []
    for pair in pairs:
        touching = [group for group in groups if any(each in group for each in pair)]
        merged = [each for group in touching for each in group]
        merged += [each for each in pair if each not in merged]
        groups = [group for group in groups if group not in touching] + [merged]
    found: list[Conflict] = []
    for group in groups:
        sides: list[list[Amount]] = []
        for amount in sorted(group, key=clarity):
            home = next((each for each in sides if compatible(each[0].measure, amount.measure)), None)
            if home is None:
                sides.append([amount])
            else:
                home.append(amount)
        if len(sides) > 1:
            # What comes first in the articles comes first here.
            sides.sort(key=lambda one: min(group.index(each) for each in one))
            shown = tuple(side([each.statement for each in one], published) for one in sides[:_MOST_SIDES])
            # Two sentences that differ in two amounts are one conflict.
            if any(_same_claims(shown, each.sides) for each in found):
                continue
            found.append(Conflict(question=question(group), kind=ConflictKind.NUMBER, sides=shown))
    return tuple(found)


def _same_claims(one: Sequence[Side], other: Sequence[Side]) -> bool:
    return {each.claim_ids for each in one} == {each.claim_ids for each in other}


def clarity(amount: Amount) -> tuple[int, int, str]:
    """What says most plainly what it counts comes first."""
    stated = quantities(amount.statement.text)
    return len(stated), len(amount.statement.text), amount.statement.item.claim.id
