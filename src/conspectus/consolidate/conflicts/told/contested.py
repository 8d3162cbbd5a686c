"""A value that a sentence names to set another against it: "not at ten to four, as the firm says, but at 4.31".

Whoever states the first value elsewhere is contradicted in so many words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from conspectus.consolidate.conflicts.numbers.measures import COUNT, TIME, Measure, compatible, measures
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless
from conspectus.text.facts.hours import HALF_DAY, hours

_VALUE = r"(?P<value>[^,.;:()“”\"«»]{1,50}?(?:[.,]\d+[^,.;:()“”\"«»]{0,20}?)?)"
_END = r"(?=[,;:()“”\"«»]|[.,](?!\d)|$)"
# "Instead of" tells of a change, and of no error.
_NOT = {
    "en": re.compile(
        rf"\b(?:rather than|as opposed to|and not) {_VALUE}{_END}"
        rf"|\bnot (?:at |for |of )?{_VALUE.replace('value', 'value2')}(?:, as [^,;]{{3,60}})?,? but\b"
    ),
    "de": re.compile(
        rf"\b(?:und nicht) {_VALUE}{_END}"
        rf"|\bnicht {_VALUE.replace('value', 'value2')}(?:, wie [^,;]{{3,60}})?, sondern\b"
    ),
    "fr": re.compile(
        rf"\b(?:et non(?: pas)?|plutôt que) {_VALUE}(?= comme\b| selon\b|[,;:()«»]|[.,](?!\d)|$)"
        rf"|\bnon pas {_VALUE.replace('value', 'value2')},? mais\b"
    ),
    "es": re.compile(
        rf"\b(?:y no) {_VALUE}(?= como\b|[,;:()«»]|[.,](?!\d)|$)"
        rf"|\bno {_VALUE.replace('value', 'value2')}(?:, como [^,;]{{3,60}})?,? sino\b"
    ),
    "it": re.compile(rf"\b(?:e non) {_VALUE}{_END}|\bnon {_VALUE.replace('value', 'value2')},? ma\b"),
    "pt": re.compile(
        rf"\b(?:e não) {_VALUE}{_END}|\bnão {_VALUE.replace('value', 'value2')},? mas(?: sim)?\b"
    ),
    "nl": re.compile(rf"\b(?:en niet) {_VALUE}{_END}|\bniet {_VALUE.replace('value', 'value2')},? maar\b"),
}
# "Nine rather than the 14 it had announced": both were right, each in its time.
_CHANGED = Caseless(
    r"\b(?:now|no longer|had (?:announced|planned|promised|agreed|sought|demanded|wanted)|originally|previously|"
    r"initially|planned|at first|jetzt|nun|inzwischen|zunächst|ursprünglich|désormais|d[’']abord|ahora|al principio|"
    r"agora|ora|adesso)\b",
)
_A_WHOLE = re.compile(r"\b(?:an hour|a (?:day|week|month|year))\b", re.IGNORECASE)
_HOUR = "hour"
_TIED = 0.3
_FEW = 3

Value = tuple[str, Decimal]


def contested(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements: who states a value, and who names it only to state another; those that share most first."""
    found = []
    given = {each.item.claim.id: _values(each) for each in scene.said}
    for told in scene.said:
        kind, values = _set_against(told)
        # That one sentence names both values makes neither its outlet nor "as the firm says" a witness of the second.
        stating = [
            other
            for other in (scene.said if values else ())
            if other.item.claim.id != told.item.claim.id
            and values & given[other.item.claim.id]
            and not _set_against(other)[1]
        ]
        for other in stating:
            tie = scene.weight(scene.wide(told) & scene.about(other))
            shared = values & given[other.item.claim.id]
            few = len(stating) <= _FEW and any(dimension != COUNT for dimension, _ in shared)
            if tie >= _TIED or few:
                found.append((tie, kind, other, told))
    for _, kind, other, told in sorted(found, key=lambda each: -each[0]):
        asked = "When was it?" if kind is ConflictKind.DATE else "Which number is right?"
        yield kind, asked, other, told


def _set_against(told: Statement) -> tuple[ConflictKind, frozenset[Value]]:
    """The values that the statement names in order to state another of the same sort."""
    nothing: frozenset[Value] = frozenset()
    pattern = _NOT.get(told.language)
    read, stated = measures(told.text, told.language)
    if pattern is None or _CHANGED.search(told.text):
        return ConflictKind.NUMBER, nothing
    for text in dict.fromkeys((told.text, read)):
        for found in pattern.finditer(text):
            start, end = found.span("value" if found["value"] else "value2")
            times = hours(text)
            inside = [each.minutes for each in times if start <= each.start < end]
            if inside and len(times) > len(inside):
                return ConflictKind.DATE, frozenset((_HOUR, Decimal(minute % HALF_DAY)) for minute in inside)
            if text != read:
                continue
            denied = [each for each in stated if start <= each.start < end]
            others = [each for each in stated if each not in denied]
            whole = _A_WHOLE.search(text, 0, start) is not None
            rivals = {
                (dimension, each.high)
                for each in denied
                for dimension in {
                    each.dimension,
                    *(one.dimension for one in others if each.dimension == COUNT),
                }
                if (whole and dimension == TIME) or any(_rival(each, dimension, one) for one in others)
            }
            if rivals:
                return ConflictKind.NUMBER, frozenset(rivals)
    return ConflictKind.NUMBER, nothing


def _rival(denied: Measure, dimension: str, other: Measure) -> bool:
    """True where the other is an amount of that dimension that does not fit, or has no unit of its own."""
    if other.dimension == COUNT != dimension:
        return True
    return other.dimension == dimension and not compatible(replace(denied, dimension=dimension), other)


def _values(statement: Statement) -> frozenset[Value]:
    stated = measures(statement.text, statement.language)[1]
    return frozenset((each.dimension, each.high) for each in stated) | frozenset(
        (_HOUR, Decimal(each.minutes % HALF_DAY)) for each in hours(statement.text)
    )
