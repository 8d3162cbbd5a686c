"""One happening at two places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from conspectus.consolidate.conflicts.matters.counterparts import HARDLY, TIED, clause_at, counterparts, tied
from conspectus.consolidate.conflicts.matters.wheres import Where, wheres
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices
from conspectus.consolidate.language.acts import ARRIVES, DIES, TAKES, act_keys, acts
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
from conspectus.text.facts.names import bare

_SEEN = re.compile(r"(?<!last )(?<!first )\b(?:seen|saw|spotted|sighted)\b")
_ASKED = "Where was it?"


class _Place(NamedTuple):
    statement: Statement
    where: Where
    clause: str
    acts: frozenset[int]
    about: frozenset[str]


def localities(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that put one thing at two places, those that share most first."""
    said: dict[str, set[str]] = {}
    for each in scene.said:
        for article in each.item.claim.article_ids:
            said.setdefault(article, set()).update(
                bare(word.strip(".,;:“”\"'’()")) for word in each.text.split()
            )
    found = [place for each in scene.said if each.language == "en" for place in _places(each, scene)]

    def tie(first: _Place, second: _Place) -> float:
        one, other = first.where, second.where
        if not _apart(first, second) and not _same(one, other):
            return 0.0
        measured = one.far and other.far and bool(one.of & other.of)
        if first.acts.isdisjoint(second.acts) and not measured:
            return 0.0
        # Of two streets, two rooms, two sides of one town or two ports, only one can be meant.
        if measured or one.of & other.of or (one.site == other.site and not one.ways):
            return max(tied(first, second, scene), TIED)
        sure = bool(one.ways) or scene.weight(first.about & second.about) >= HARDLY
        return tied(first, second, scene) if sure else 0.0

    def given(first: _Place, second: _Place) -> bool:
        return _same(first.where, second.where)

    for first, second in counterparts(found, scene, tie, given):
        if not different_voices(first.statement, second.statement) or not _apart(first, second):
            continue
        if _told(first, second, said) or _told(second, first, said):
            continue
        yield ConflictKind.PLACE, _ASKED, first.statement, second.statement


def _places(statement: Statement, scene: Scene) -> Iterator[_Place]:
    for where in wheres(statement.text):
        clause = clause_at(statement.text, where.start, where.end)
        about = (
            scene.wide(statement) & keys(clause, "en") if clause != statement.text else scene.wide(statement)
        )
        words = keys(statement.text[where.start : where.end], "en")
        # Many die in one event or are taken away, and what moves about is seen in many places.
        told = acts(_SEEN.sub(" ", clause))
        told = frozenset[int]() if DIES in told else told - {TAKES}
        yield _Place(statement, where, clause, told, about - words - act_keys(clause))


def _same(first: Where, second: Where) -> bool:
    if first.ways or second.ways:
        return bool(first.ways & second.ways)
    return bool(first.names & second.names) or (
        first.site is not None and first.site == second.site and not (first.names and second.names)
    )


def _apart(first: _Place, second: _Place) -> bool:
    """True where one thing can't be at both."""
    one, other = first.where, second.where
    if one.ways and other.ways:
        return one.ways.isdisjoint(other.ways) and not (one.of and other.of and one.of.isdisjoint(other.of))
    if one.names & other.names:
        return False
    if one.site is not None and one.site == other.site:
        return bool(one.names and other.names)
    if one.site is not None and other.site is not None:
        return not one.close and not other.close
    return one.site is None and other.site is None and ARRIVES in first.acts & second.acts


def _told(place: _Place, other: _Place, said: dict[str, set[str]]) -> bool:
    """True where the other article has that place as well."""
    words = place.where.names or ({place.where.head.split("-")[-1]} if place.where.head else set())
    return any(words and words <= said.get(each, set()) for each in other.statement.item.claim.article_ids)
