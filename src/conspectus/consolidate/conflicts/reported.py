"""What an article tells as somebody's mistake: the mistaken statement, and the words that call it one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.sides import side
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import Reconciled, Relation

# The narrator's word, or the speaker's about themselves; what others deny is a dispute.
_MISTAKEN = re.compile(
    r"\b(?:wrongly|falsely|mistakenly|erroneously|incorrectly) (?:said|says|claimed|claims|reported|"
    r"reports|wrote|told|stated|"
    r"announced|named|identified|attributed|put|given|described|believed)\b"
    r"|\b(?:false|mistaken|erroneous|incorrect|untrue|baseless|unfounded) (?:report|claim|rumou?r|"
    r"statement|post|message|account)s? that\b"
    r"|\bcontrary to (?:what .{3,40}? (?:said|claimed|wrote)|(?:earlier |first |some )?(?:reports?|"
    r"claims?|rumou?rs?))\b"
    r"|\b(?:which|that|this|it) (?:was|is|turned out to be|proved(?: to be)?) (?:wrong|false|a mistake|"
    r"an error|untrue|incorrect|a hoax)\b"
    r"|\b(?:had|has) (?:misread|misheard|misspoken|confused|mixed up|been (?:wrong|mistaken))\b"
    r"|\b(?:said|purporting|purported|claimed|alleged|supposed) to show\b.{0,80}\b(?:in fact|actually|"
    r"was (?:taken|filmed|made))\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(
    r"\b(?:accus|called? (?:it|that|the)|insist|den(?:y|ied|ies)|reject|disput)\w*", re.IGNORECASE
)
_CORRECTS = re.compile(
    r"\b(?:correction|clarification|we (?:gave|wrote|reported)|our report)\b", re.IGNORECASE
)
_TIED = 1.2
_SHARE = 0.4


def reported_errors(scene: Scene, published: Mapping[str, date | None]) -> tuple[Reconciled, ...]:
    """The mistakes that the articles tell of, each with the statement that was mistaken."""
    found: list[Reconciled] = []
    for each in scene.said:
        if not _MISTAKEN.search(each.text) or _ACCUSES.search(each.text) or _CORRECTS.search(each.text):
            continue
        mistaken = _mistaken(each, scene)
        if mistaken is not None:
            sides = (side([mistaken], published), side([each], published))
            found.append(
                Reconciled(question="What was mistaken?", relation=Relation.REPORTED_ERROR, sides=sides)
            )
    return tuple(found)


def _mistaken(telling: Statement, scene: Scene) -> Statement | None:
    """The statement that says what is told to be a mistake: one that shares most, or the sentence before."""
    about = scene.about(telling)
    best: tuple[float, Statement] | None = None
    for other in scene.near(about):
        if other.item.claim.id == telling.item.claim.id or _MISTAKEN.search(other.text):
            continue
        shared = scene.weight(about & scene.about(other))
        beside = other.article_id == telling.article_id and other.number == telling.number - 1
        if shared >= _TIED and shared >= _SHARE * scene.weight(about) and (best is None or shared > best[0]):
            best = shared, other
        elif beside and best is None and keys(other.text) & about:
            best = _TIED, other
    return best and best[1]
