"""What an article corrects: the statement that was wrong, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from conspectus.consolidate.conflicts.sides import in_order
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.conflicts.told.retractions import THAT, is_notice
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
_REPORTED = re.compile(
    r"\b(?:said|stated|gave|given|wrote|written|reported|put|printed|not|instead|rather)\b"
)
_CORRECTION_NOTE = re.compile(r"(?:^|\s)(?:Corrections?|Clarification):")
_SHARED = 2
_APART = 3
_SHARED_WITHOUT_NUMBER = 4


def corrections(
    said: Sequence[Statement], published: Mapping[str, date | None]
) -> tuple[tuple[Reconciled, ...], frozenset[str]]:
    """The corrections among one event's statements, each with what it corrects; and the ids of what is corrected.

    A statement is corrected where a correcting one repeats its number or its words, or where its own outlet says that
    it had reported so, and in the next sentence what is right instead. What is right is shown with it; a notice that
    finds nothing which it corrects is shown with what is right.
    """
    places = {(each.article_id, each.number): each for each in said}
    found: list[Reconciled] = []
    wrong: set[str] = set()
    for each in said:
        noted = _CORRECTION_NOTE.search(each.before) is not None
        after = places.get((each.article_id, each.number + 1))
        own = after is not None and is_notice(each.text)
        if not noted and not own and not _CORRECTS.search(each.text):
            continue
        earlier = [
            other
            for other in said
            if _is_corrected(other, each, noted) or (after and own and _taken_back(other, each, after))
        ]
        if not earlier:
            if after is not None and own and _shared(each, after):
                found.append(_corrected([each, after], published))
            continue
        ids = {other.item.claim.id for other in earlier}
        if ids <= wrong:
            continue
        wrong |= ids
        shown = [max(earlier, key=lambda other: (len(_shared(other, each)), -len(other.text))), each]
        if after is not None and (
            own or (quantities(each.text) and quantities(after.text) and _CORRECTION_NOTE.search(each.text))
        ):
            shown.append(after)
        found.append(_corrected(shown, published))
    return tuple(found), frozenset(wrong)


def _corrected(shown: Sequence[Statement], published: Mapping[str, date | None]) -> Reconciled:
    # The day that a notice names is that of the report which it puts right.
    dated = [
        replace(each, day=each.published or each.day) if _CORRECTION_NOTE.search(each.text) else each
        for each in shown
    ]
    return Reconciled(
        question="What is right?", relation=Relation.CORRECTION, sides=in_order(dated, published)
    )


def _is_corrected(earlier: Statement, correcting: Statement, noted: bool) -> bool:
    if earlier.article_id == correcting.article_id or _CORRECTS.search(earlier.text):
        return False
    if _later(earlier, correcting):
        return False
    shared = _shared(earlier, correcting)
    ours = {(each.low, each.unit) for each in quantities(correcting.text)}
    theirs = {(each.low, each.unit) for each in quantities(earlier.text)}
    if ours:
        # Behind a notice stands what is right, and who has that needs no correction.
        right = noted and not _CORRECTS.search(correcting.text) and not _REPORTED.search(correcting.text)
        return bool(ours & theirs) and len(shared) >= _SHARED and not right
    return noted and len(shared) >= _SHARED_WITHOUT_NUMBER


def _taken_back(earlier: Statement, notice: Statement, right: Statement) -> bool:
    """True where an outlet's earlier statement has what its notice says was wrong, and not what is right.

    Of "said that the store belongs to Harbour Foods. It belongs to Pier Logistics" wrong is what stands beside the
    words that both have.
    """
    if earlier in (notice, right) or not set(earlier.item.origins) & set(notice.item.origins):
        return False
    # In one text, what stands around a notice is the notice's; the reports of a day stand further off.
    if earlier.article_id == notice.article_id and abs(earlier.number - notice.number) < _APART:
        return False
    if _later(earlier, notice):
        return False
    told = THAT.split(notice.text, maxsplit=1)[-1]
    words = [found for word in re.findall(r"[\w’'-]+", told) for found in [concepts(word)] if found]
    instead = concepts(right.text)
    common = [place for place, found in enumerate(words) if found & instead]
    if not common:
        return False
    wrong = frozenset[str]().union(*(words[common[-1] + 1 :] or words[: common[0]]))
    shared = frozenset[str]().union(*(words[place] for place in common))
    mine = concepts(earlier.text)
    unsaid = instead - frozenset[str]().union(*words)
    return bool(wrong) and wrong <= mine and bool(shared & mine) and not unsaid & mine


def _later(earlier: Statement, correcting: Statement) -> bool:
    return bool(earlier.published and correcting.published and earlier.published > correcting.published)


def _shared(first: Statement, second: Statement) -> frozenset[str]:
    return concepts(first.text) & concepts(second.text)
