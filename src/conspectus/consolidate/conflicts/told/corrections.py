"""What an article corrects: the statement that was wrong, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.sides import in_order
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.model.briefing import Reconciled, Relation
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts
from conspectus.text.facts.numbers import quantities

_CORRECTS = Caseless(
    r"^\W*(?:Corrections?|Clarification|Berichtigung|Korrektur|Richtigstellung|Rectificati(?:f|on)|Correctif|"
    r"Rectificación|Corrección|Fe de erratas|Correção|Retificação|Rettifica)\b"
    r"|\bwe (?:gave|wrote|reported|misspelt|misspelled|misstated|wrongly)\b"
    r"|\b(?:misspelt|misspelled|misstated|mistakenly|erroneously|wrongly (?:said|gave|stated|reported))\b"
    r"|\b(?:later|since|has|had|have|was|were) (?:revised|corrected|put it at|amended)\b"
    r"|\b(?:corrected|revised|lowered) (?:its|the|their|that|an) ",
)
_CORRECTION_NOTE = re.compile(r"(?:^|\s)(?:Corrections?|Clarification):")
_SHARED = 2
_SHARED_WITHOUT_NUMBER = 4


def corrections(
    said: Sequence[Statement], published: Mapping[str, date | None]
) -> tuple[tuple[Reconciled, ...], frozenset[str]]:
    """The corrections among one event's statements, each with what it corrects; and the ids of what is corrected.

    A statement is corrected where a correcting one repeats its number or its words. The sentence that follows may
    give what is right, and is shown with it.
    """
    places = {(each.article_id, each.number): each for each in said}
    found: list[Reconciled] = []
    wrong: set[str] = set()
    for each in said:
        noted = _CORRECTION_NOTE.search(each.before) is not None
        if not noted and not _CORRECTS.search(each.text):
            continue
        earlier = [other for other in said if _is_corrected(other, each, noted)]
        if not earlier:
            continue
        ids = {other.item.claim.id for other in earlier}
        if ids <= wrong:
            continue
        wrong |= ids
        shown = [max(earlier, key=lambda other: (len(_shared(other, each)), -len(other.text))), each]
        after = places.get((each.article_id, each.number + 1))
        if (
            after is not None
            and quantities(each.text)
            and quantities(after.text)
            and _CORRECTION_NOTE.search(each.text)
        ):
            shown.append(after)
        sides = in_order(shown, published)
        found.append(Reconciled(question="What is right?", relation=Relation.CORRECTION, sides=sides))
    return tuple(found), frozenset(wrong)


def _is_corrected(earlier: Statement, correcting: Statement, noted: bool) -> bool:
    if earlier.article_id == correcting.article_id or _CORRECTS.search(earlier.text):
        return False
    if earlier.published and correcting.published and earlier.published > correcting.published:
        return False
    shared = _shared(earlier, correcting)
    ours = {(each.low, each.unit) for each in quantities(correcting.text)}
    theirs = {(each.low, each.unit) for each in quantities(earlier.text)}
    if ours:
        return bool(ours & theirs) and len(shared) >= _SHARED
    return noted and len(shared) >= _SHARED_WITHOUT_NUMBER


def _shared(first: Statement, second: Statement) -> frozenset[str]:
    return concepts(first.text) & concepts(second.text)
