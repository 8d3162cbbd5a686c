"""Disputes that no amount shows: other causes of one thing, what one says and another denies, other days and places.

Every rule asks for two statements that are not one reporter's word, and for words that tie both to one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.actors import actors
from conspectus.consolidate.conflicts.causes import Dispute, causes
from conspectus.consolidate.conflicts.contested import contested
from conspectus.consolidate.conflicts.echoes import echoes
from conspectus.consolidate.conflicts.moments import moments
from conspectus.consolidate.conflicts.oppositions import oppositions
from conspectus.consolidate.conflicts.replies import replies
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.sides import side
from conspectus.consolidate.conflicts.statements import Statement, two_voices
from conspectus.consolidate.conflicts.unheard import unheard
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import Conflict, ConflictKind
from conspectus.text.concepts import concepts

_SAME_MATTER = 2
_TIED = 0.4
_ANY_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|neither|nor|without|denied|denies|rejected|ruled out)\b|n[’']t\b",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(
    r"\b[Nn]o (?P<noun>[a-z]{4,})(?: [a-z]+)? (?:had been|has been|was|were|had|has|have been|went|came)\b"
)
_OPEN = re.compile(
    r"\b(?:will|would|may|might|could|should|plans?|expects?|expected|if|whether)\b", re.IGNORECASE
)


def disputes(
    scene: Scene,
    published: Mapping[str, date | None],
    about: frozenset[str],
    line: Sequence[Statement] | None = None,
) -> tuple[Conflict, ...]:
    """The disputes among one event's statements; `about` are the concepts that the event is told with.

    `line` are the statements and those that stand beside them in their articles.
    """
    said = scene.said
    found: dict[frozenset[str], Conflict] = {}
    pairs = (
        *replies(said if line is None else line),
        *contested(scene),
        *echoes(scene),
        *causes(scene, about),
        *actors(scene),
        *((each.kind, each.question, each.first, each.second) for each in oppositions(scene)),
        *_nothing_of_the_sort(scene),
        *unheard(scene),
        *moments(scene),
    )
    for kind, asked, first, second in pairs:
        key = frozenset((first.item.claim.id, second.item.claim.id))
        taken = {each for keys in found for each in keys}
        if len(key) < 2 or key & taken:  # one statement is a side of one dispute
            continue
        if kind is ConflictKind.CAUSE and _asked(asked, (first, second), found.values()):
            continue
        sides = (side([first, *first.beside], published), side([second, *second.beside], published))
        found[key] = Conflict(question=asked, kind=kind, sides=sides)
    return tuple(found.values())


def _asked(question: str, pair: Sequence[Statement], found: Iterable[Conflict]) -> bool:
    """True where the question is put already, with an outlet that says the same of it here."""
    return any(
        set(each.item.origins) & set(one.origins)
        and len(concepts(each.text) & concepts(one.position)) >= _SAME_MATTER
        for conflict in found
        if conflict.question == question
        for one in conflict.sides
        for each in pair
    )


def _nothing_of_the_sort(scene: Scene) -> Iterator[Dispute]:
    """ "No alert was handed to us" against "the alert went out": somebody's word against somebody's."""
    said = scene.said
    for denying in said:
        found = _NO_SUCH.search(denying.text)
        if found is None or not denying.voice:
            continue
        noun = found["noun"]
        there = re.compile(rf"\b(?:[Tt]he|[Aa]n?) {re.escape(noun)}\b")
        for other in said:
            if (
                other.voice
                and there.search(other.text)
                and not _ANY_NEGATION.search(other.text)
                and not _OPEN.search(other.text)
                and not _later(other, denying)
                and two_voices(denying, other)
                and _tied(denying, other, keys(noun), scene)
            ):
                yield ConflictKind.OCCURRENCE, f"Was there {_with_article(noun)}?", other, denying
                break


def _tied(first: Statement, second: Statement, noun: frozenset[str], scene: Scene) -> bool:
    """True where more than the noun is common to both, or they stand in one article: letters there are many."""
    shared = scene.about(first) & scene.about(second) - noun
    return first.article_id == second.article_id or scene.weight(shared) >= _TIED


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _later(first: Statement, second: Statement) -> bool:
    """True where the first was published on a later day: what was not so may have become so."""
    return bool(first.published and second.published and first.published > second.published)
