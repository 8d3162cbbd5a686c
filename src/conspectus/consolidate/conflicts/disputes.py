"""Disputes that no two amounts show: causes, denials, days and hours, how votes and matches ended.

Every rule asks for two statements that are not one reporter's word, and for words that tie both to one thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.matters.causes import causes
from conspectus.consolidate.conflicts.matters.denials import denials
from conspectus.consolidate.conflicts.matters.moments import moments
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.sides import side
from conspectus.consolidate.conflicts.statements import Dispute, Statement
from conspectus.consolidate.conflicts.told.replies import replies
from conspectus.model.briefing import Conflict

# Who declines to comment takes no side.
_SILENT = re.compile(
    r"\W*(?:[\w’'.&-]+ ){1,6}(?:(?:has |have |had )?(?:declined|refused) to (?:comment|answer|say|speak|discuss)\b|"
    r"(?:(?:has|have|had|did) not (?:immediately )?|could not be )(?:respond|repl|reach|comment|answer))"
)


def disputes(
    scene: Scene,
    published: Mapping[str, date | None],
    line: Sequence[Statement],
    ended: Sequence[Dispute],
) -> tuple[Conflict, ...]:
    """The disputes among one event's statements.

    `line` are the statements and those that stand beside them in their articles, `ended` the disputes of how a vote or
    a match did.
    """
    found: list[Conflict] = []
    taken: set[str] = set()
    pairs = (
        *replies(line),
        *causes(scene),
        *denials(scene),
        *ended,
        *moments(scene),
    )
    for kind, asked, first, second in pairs:
        both = {first.item.claim.id, second.item.claim.id}
        if len(both) < 2 or both & taken:  # one statement is a side of one dispute
            continue
        if any(_SILENT.match(each.text) for each in (first, second)):
            continue
        sides = (side([first, *first.beside], published), side([second, *second.beside], published))
        found.append(Conflict(question=asked, kind=kind, sides=sides))
        taken |= both
    return tuple(found)
