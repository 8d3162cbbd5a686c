"""Two amounts of one thing: a conflict, or one of the many relations that only look like one.

Code finds what code can prove: two amounts of one kind, of one place or group, of one time, that no reading of their
bounds reconciles, and that are not one reporter's word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from conspectus.consolidate.amounts import Amount, amounts, compatible, implausible, slipped
from conspectus.consolidate.chronology import NEWS_LASTS, Window
from conspectus.consolidate.sides import side
from conspectus.consolidate.statements import Statement, different_voices
from conspectus.model.briefing import Conflict, ConflictKind, Reconciled, Relation
from conspectus.text.facts.dates import Relation as InTime
from conspectus.text.facts.dates import periods
from conspectus.text.facts.names import names
from conspectus.text.facts.numbers import Bound, quantities

Bearing = Relation | Literal["conflict"] | None

_ALIKE = 0.5
_SHARED = 2
_HOUR = 60
_HALF_DAY = 720
_MOST_SIDES = 4
_MONEY_AND_SHARES = "$"
_DURATION = "%"


def bearing(first: Amount, second: Amount) -> Bearing:
    """How two amounts bear on each other; None where they are not of one thing, or say the same."""
    a, b = first.statement, second.statement
    if a.item.claim.id == b.item.claim.id or not first.what & second.what:
        return None
    if first.quantity.unit != second.quantity.unit or first.supposed != second.supposed:
        return None
    if compatible(first.quantity, second.quantity):
        return _rounding(first, second)
    if first.partial != second.partial:
        part, whole = (first, second) if first.partial else (second, first)
        smaller = part.quantity.high < whole.quantity.low
        return Relation.NARROWER if smaller and first.moving else None
    if first.partial or not _one_subject(first, second):
        return _narrower(first, second)
    if not _one_time(a, b) and not (first.moving and _near(a, b)):
        return Relation.OTHER_PERIOD
    if first.moving and a.day != b.day:
        # Counts of different days, or of days that nobody knows, may both have been right.
        return Relation.UPDATE if a.day and b.day else None
    if first.revised or second.revised:
        return Relation.UPDATE if a.day and b.day else None
    if first.moving and _hours_apart(a, b):
        return None
    return "conflict" if different_voices(a, b) else None


def _rounding(first: Amount, second: Amount) -> Bearing:
    bounds = {first.quantity.bound, second.quantity.bound}
    round_figure = bounds in ({Bound.ABOUT, Bound.EXACT}, {Bound.NEARLY, Bound.EXACT})
    if not round_figure or first.quantity.low == second.quantity.low:
        return None
    a, b = first.statement, second.statement
    alike = _one_subject(first, second) and _one_time(a, b) and not (first.partial or second.partial)
    return Relation.ROUNDING if alike and different_voices(a, b) else None


def _narrower(first: Amount, second: Amount) -> Bearing:
    """A smaller count of a place or group within what the other counts."""
    if not first.moving or bool(first.where) == bool(second.where):
        return None
    part, whole = (first, second) if first.where else (second, first)
    if part.statement.day != whole.statement.day:
        return None
    return Relation.NARROWER if part.quantity.high < whole.quantity.low else None


def _one_subject(first: Amount, second: Amount) -> bool:
    """True where both amounts are of one place or group, as far as the words beside them tell."""
    if bool(first.where) != bool(second.where) and first.moving:
        return False
    if first.where and second.where and not first.where & second.where and not first.named & second.named:
        return False
    if first.named and second.named and not first.named & second.named:
        return False
    shared = first.about & second.about
    smaller = min(len(first.about), len(second.about))
    alike = len(shared) >= _SHARED and len(shared) >= _ALIKE * smaller
    key = next(iter(sorted(first.what & second.what)))
    if key.startswith("#"):
        return first.moving or bool(first.where & second.where) or bool(first.named & second.named) or alike
    if key.startswith(_MONEY_AND_SHARES) and slipped(first.quantity, second.quantity) and shared:
        return True
    if implausible(first.quantity, second.quantity):
        return False
    if key.startswith(_MONEY_AND_SHARES):
        return alike
    if key.startswith(_DURATION):
        return alike and len(shared) > _SHARED
    return alike and len(shared) > len(first.what & second.what)


def _one_time(a: Statement, b: Statement) -> bool:
    """False where the statements name different periods; one that names none speaks of its article's days."""
    if _recurring(a) != _recurring(b):
        return False
    first, second = _times(a), _times(b)
    if first and second:
        return any(x.gap(y) == timedelta(0) for x in first for y in second)
    named, undated = (first, b) if first else (second, a)
    day = undated.published
    return not named or day is None or any(x.gap(Window(day, day)) <= NEWS_LASTS for x in named)


def _recurring(statement: Statement) -> frozenset[str]:
    return frozenset(found[0].lower() for found in _RECURRING.finditer(statement.text))


def _near(a: Statement, b: Statement) -> bool:
    """True where both speak for days of one event, as far as these are known."""
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= NEWS_LASTS


def _times(statement: Statement) -> list[Window]:
    return [
        Window(period.start, period.end)
        for period in periods(statement.text, statement.published)
        if period.start and period.end and period.relation in {InTime.IN, InTime.BY}
    ]


def _hours_apart(a: Statement, b: Statement) -> bool:
    """True where both name an hour of the day and no two of these hours are the same."""
    first, second = (
        [quantity.low for quantity in quantities(each.text) if quantity.unit == "clock"] for each in (a, b)
    )
    # "Half past six" of an evening edition is the 6.30 p.m. of another.
    apart = [abs(x - y) % _HALF_DAY for x in first for y in second]
    return bool(apart) and all(min(each, _HALF_DAY - each) >= _HOUR for each in apart)


_RECURRING = re.compile(
    r"\b(?:in (?:winter|summer|spring|autumn)|weekdays|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days|"
    r"(?:a|each|every|per) (?:day|week|month|year)|annually|daily|weekly|at night)\b",
    re.IGNORECASE,
)

Pair = tuple[Amount, Amount]


def compared(
    said: Sequence[Statement], common: frozenset[str]
) -> tuple[list[Pair], dict[Relation, list[Pair]]]:
    """The pairs of amounts that conflict, and those that only look like it, by relation."""
    by_key: defaultdict[str, list[Amount]] = defaultdict(list)
    for statement in said:
        for amount in amounts(statement, common):
            for key in amount.what:
                by_key[key].append(amount)
    conflicting: list[Pair] = []
    others: defaultdict[Relation, list[Pair]] = defaultdict(list)
    for _, group in sorted(by_key.items()):
        for pair in combinations(group, 2):
            match bearing(*pair):
                case "conflict":
                    conflicting.append(pair)
                case Relation() as relation:
                    others[relation].append(pair)
                case _:
                    pass
    return conflicting, dict(others)


def number_conflicts(pairs: Sequence[Pair], published: Mapping[str, date | None]) -> tuple[Conflict, ...]:
    """The conflicting amounts, each question once, with one side for each value."""
    groups: list[list[Amount]] = []
    for pair in pairs:
        touching = [group for group in groups if any(each in group for each in pair)]
        merged = [each for group in touching for each in group]
        merged += [each for each in pair if each not in merged]
        groups = [group for group in groups if group not in touching] + [merged]
    found = []
    for group in groups:
        sides: list[list[Amount]] = []
        for amount in sorted(group, key=_clarity):
            home = next((each for each in sides if compatible(each[0].quantity, amount.quantity)), None)
            if home is None:
                sides.append([amount])
            else:
                home.append(amount)
        if len(sides) > 1:
            # What comes first in the articles comes first here.
            sides.sort(key=lambda one: min(group.index(each) for each in one))
            shown = tuple(side([each.statement for each in one], published) for one in sides[:_MOST_SIDES])
            found.append(Conflict(question=question(group), kind=_kind(group), sides=shown))
    return tuple(found)


def _clarity(amount: Amount) -> tuple[int, int, str]:
    """What says most plainly what it counts comes first."""
    stated = quantities(amount.statement.text)
    return len(stated), len(amount.statement.text), amount.statement.item.claim.id


def _kind(group: Sequence[Amount]) -> ConflictKind:
    return ConflictKind.OCCURRENCE if any(not each.quantity.high for each in group) else ConflictKind.NUMBER


def question(group: Sequence[Amount]) -> str:
    """What the amounts answer, in words that all of them share."""
    label = group[0].label
    what = frozenset.intersection(*(each.what for each in group))
    if label:
        named = [
            [name.text for name in names(each.statement.text) if not set(name.words) & each.statement.voice]
            for each in group
        ]
        shared = [name for name in named[0] if all(name in others for others in named)]
        return f"How many {label} ({shared[0]})?" if shared else f"How many {label}?"
    if any(key.startswith(_MONEY_AND_SHARES) for key in what):
        return "Which amount is right?"
    return "How long?" if any(key.startswith(_DURATION) for key in what) else "Which number is right?"


def reconciled_counts(
    pairs: Mapping[Relation, Sequence[Pair]],
    published: Mapping[str, date | None],
    disputed: frozenset[str] = frozenset(),
) -> tuple[Reconciled, ...]:
    """The relations between amounts, each once; counts that moved are one question, earliest first.

    Of counts that are `disputed` (claim ids), only those of whoever counted last follow one another.
    """
    found = list(_updates(pairs.get(Relation.UPDATE, ()), published, disputed))
    for relation in (Relation.OTHER_PERIOD, Relation.NARROWER, Relation.ROUNDING):
        seen: set[str] = set()
        for first, second in pairs.get(relation, ()):
            keys = {first.statement.item.claim.id, second.statement.item.claim.id}
            if keys & seen:
                continue
            seen |= keys
            sides = tuple(side([each.statement], published) for each in (first, second))
            found.append(Reconciled(question=question((first, second)), relation=relation, sides=sides))
    return tuple(found)


def _updates(
    pairs: Sequence[Pair], published: Mapping[str, date | None], disputed: frozenset[str]
) -> list[Reconciled]:
    found = []
    groups: list[list[Amount]] = []
    for pair in pairs:
        home = next((group for group in groups if any(each in group for each in pair)), None)
        if home is None:
            groups.append(list(pair))
        else:
            home += [each for each in pair if each not in home]
    for group in groups:
        steps: list[Amount] = []
        voices = Counter(word for each in group for word in each.statement.voice)

        def order(amount: Amount, heard: Counter[str] = voices) -> tuple[date, int, tuple[int, int, str]]:
            # Of several counts of a day, the one of whoever counts most often leads on.
            known = max((heard[word] for word in amount.statement.voice), default=0)
            return amount.statement.day or date.min, -known, _clarity(amount)

        last = max(group, key=order).statement.voice

        def stray(amount: Amount, said_last: frozenset[str] = last) -> bool:
            voice = amount.statement.voice
            contested = amount.statement.item.claim.id in disputed
            return contested and bool(voice and said_last) and not voice & said_last

        for amount in sorted((each for each in group if not stray(each)), key=order):
            same_day = steps and steps[-1].statement.day == amount.statement.day
            if not same_day and (not steps or not compatible(steps[-1].quantity, amount.quantity)):
                steps.append(amount)
        if len(steps) > 1:
            sides = tuple(side([each.statement], published) for each in steps)
            found.append(Reconciled(question=question(group), relation=Relation.UPDATE, sides=sides))
    return found


def replaced(pairs: Mapping[Relation, Sequence[Pair]]) -> frozenset[str]:
    """The ids of claims whose amount a later day's claim replaces."""
    older = set()
    for first, second in pairs.get(Relation.UPDATE, ()):
        if first.statement.day and second.statement.day and first.statement.day != second.statement.day:
            earlier = min(first, second, key=lambda each: each.statement.day or date.min)
            if earlier.moving:
                older.add(earlier.statement.item.claim.id)
    return frozenset(older)
