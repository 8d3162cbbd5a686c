"""One person at two ages: "Neil Crosbie, 47" here and "Crosbie, 49" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices
from conspectus.model.briefing import ConflictKind
from conspectus.text.facts.calendar_words import MONTHS, WEEKDAYS

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|van|von|de|du|da|la|le|al|bin))*)"
_AGED = (
    re.compile(
        rf"\b{_NAME}, (?:aged |age |who is |who was )?(?P<age>\d{{1,3}})(?=[,.;]| and\b| from\b| of\b)"
    ),
    re.compile(rf"\b{_NAME} \((?P<age>\d{{1,3}})\)"),
    re.compile(rf"\b{_NAME}, an? (?P<age>\d{{1,3}})-year-old\b"),
    re.compile(rf"\b(?P<age>\d{{1,3}})-year-old (?:[a-z-]+ ){{0,3}}{_NAME}"),
)
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_OLDEST = 115
# A birthday lies between two articles of one story at most.
_STORY = timedelta(days=30)


class _Told(NamedTuple):
    name: tuple[str, ...]
    age: int
    statement: Statement


def ages(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements of different outlets that give one named person two ages."""
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for statement in scene.said:
        for each in _told(statement):
            told[each.name[-1]].append(each)
    for known in told.values():
        for first, second in combinations(known, 2):
            if first.age != second.age and _one_person(first, second, known):
                asked = f"How old is {max(' '.join(first.name), ' '.join(second.name), key=len)}?"
                yield ConflictKind.NUMBER, asked, first.statement, second.statement


def _told(statement: Statement) -> Iterator[_Told]:
    for pattern in _AGED:
        for found in pattern.finditer(statement.text):
            name, age = tuple(found["name"].split()), int(found["age"])
            if 0 < age <= _OLDEST and name[-1].lower() not in _CALENDAR:
                yield _Told(name, age, statement)


def _one_person(first: _Told, second: _Told, known: list[_Told]) -> bool:
    """True where the names agree as far as both go, and neither article has anybody of the name at the other's age."""
    a, b = first.statement, second.statement
    if not different_voices(a, b) or set(a.item.origins) & set(b.item.origins):
        return False
    if len(first.name) > 1 and len(second.name) > 1 and first.name[0] != second.name[0]:
        return False
    days = a.published, b.published
    if days[0] and days[1] and abs(days[0] - days[1]) > _STORY:
        return False
    return not any(
        one.age == other.age and one.statement.article_id == each.statement.article_id
        for each, other in ((first, second), (second, first))
        for one in known
    )
