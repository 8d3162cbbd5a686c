"""Denials and assurances that whoever gave them has taken back since: nobody stands by them any more.

"The trust withdrew its assurance that no data had been taken" says itself what was wrong; a clerk who denied it on
Thursday and acknowledged it on Saturday has told what happened to the denial.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.sides import in_order
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.voices import PRONOUNS
from conspectus.model.briefing import Conflict, ConflictKind, Reconciled, Relation
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts

_WORD = r"(?:assurances?|denials?|statements?|claims?|insistence|promises?|assertions?)"
_SAID = r"(?:said|saying|told|denied|denying|insisted|insisting|claimed|claiming|assured|assuring|promised|maintained)"
# What follows is what is no longer said.
_TAKES_BACK = Caseless(
    rf"\b(?:withdr[ae]w(?:s|n|ing)?|retract(?:s|ed|ing)?|took back|taken back|reversed|abandon(?:s|ed)|dropped) "
    rf"(?:its|his|her|their|an?|the) (?:\w+ ){{0,2}}?{_WORD} (?:on \w+day |\w+day )?(?:that|of)\b"
    rf"|\b(?:days?|hours?|weeks?|months?|a (?:day|week|month)) after (?:(?:the|its|an?) )?(?:[\w’'-]+ ){{0,4}}?{_SAID}"
    r"(?: \w+day)?(?: (?:reporters|journalists|parliament|shareholders|residents|staff))?(?: that)?\b"
    rf"|\bwithdr[ae]w(?:s|n)? {_WORD} that\b"
)
_OWNS_UP = Caseless(
    r"\b(?:acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)?|conced(?:es|ed|ing)|confess(?:es|ed)|backtrack(?:s|ed)|"
    r"now says?|after (?:first|initially|earlier|previously) denying|räumte\b.*\bein|gab\b.*\bzu|reconn(?:aît|u)\b|"
    r"a reconnu|admitió|reconoció|ha ammesso)\b"
)
_NOT_YET = Caseless(
    r"\b(?:not|never|refus\w+ to|declin\w+ to|fail\w+ to|without|stopped short of)\b[^,.;]{0,30}"
    r"\b(?:acknowledg|admit|conced|confess|withdr|retract)"
)
_NEGATED = Caseless(r"\b(?:no|not|none|never|nothing|nobody|den\w+|without)\b|n[’']t\b")
_END = re.compile(r"[:;,.](?:\s|$)")
_ADVERB = re.compile(r"\s*(?:on|in|this|last) \w+(?:day|week|month)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_FEWEST = 2
_NEARLY_ALL = 0.75
_TIED = 3


def without_withdrawn(
    conflicts: Sequence[Conflict], line: Sequence[Statement], published: Mapping[str, date | None]
) -> tuple[tuple[Conflict, ...], tuple[Reconciled, ...], frozenset[str]]:
    """The conflicts of which no side was taken back; what was, with the words that say so; and its claims' ids."""
    by_claim = {each.item.claim.id: each for each in line}
    kept: list[Conflict] = []
    pairs: list[tuple[Statement, Statement]] = []
    for each in line:
        if (unsaid := _unsaid(each.text)) is not None:
            pairs += [(other, each) for other in line if _says(other, unsaid) and _before(other, each)]
    for conflict in conflicts:
        found = _owned_up(conflict, by_claim, line) or _unsaid_since(conflict, pairs)
        if found is None:
            kept.append(conflict)
        elif found not in pairs:
            pairs.append(found)
    shown: dict[str, Reconciled] = {}
    for earlier, later in pairs:
        told = Reconciled(
            question="What is right?",
            relation=Relation.CORRECTION,
            sides=in_order((earlier, later), published),
        )
        shown.setdefault(later.item.claim.id, told)
    return tuple(kept), tuple(shown.values()), frozenset(each.item.claim.id for each, _ in pairs)


def _unsaid(text: str) -> frozenset[object] | None:
    """What the text says that somebody took back or had said before, as concepts; None where it says nothing such."""
    found = _TAKES_BACK.search(text)
    if found is None or _NOT_YET.search(text):
        return None
    rest = text[found.end() :]
    end = _END.search(rest)
    words = frozenset[object](concepts(_ADVERB.sub("", rest[: end.start()] if end else rest)))
    denied = _NEGATED.search(rest[: end.start()] if end else rest) or _NEGATED.search(found[0])
    return words if denied and len(words) >= _FEWEST else None


def _says(earlier: Statement, unsaid: frozenset[object]) -> bool:
    """True where the statement denies in as good as the same words."""
    if _NEGATED.search(earlier.text) is None or _TAKES_BACK.search(earlier.text) is not None:
        return False
    return len(unsaid & concepts(earlier.text)) >= _NEARLY_ALL * len(unsaid)


def _before(earlier: Statement, later: Statement) -> bool:
    return bool(earlier.published and later.published and earlier.published < later.published)


def _owned_up(
    conflict: Conflict, by_claim: Mapping[str, Statement], line: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    """A side's denial and what its speaker acknowledges on a later day of what the other side says."""
    if conflict.kind is not ConflictKind.OCCURRENCE or len(conflict.sides) != 2:
        return None
    sides = [[by_claim[key] for key in each.claim_ids if key in by_claim] for each in conflict.sides]
    for mine, theirs in (sides, sides[::-1]):
        voice = frozenset[str]().union(*(each.voice for each in mine)) - PRONOUNS
        matter = frozenset[object]().union(*(concepts(each.text) for each in (*mine, *theirs)))
        for later in line:
            owns = _OWNS_UP.search(later.text)
            if owns is None or _NOT_YET.search(later.text) or not any(_before(each, later) for each in mine):
                continue
            # A reader is told who owns up in front of the verb.
            who = later.voice | {found.lower() for found in _CAPITAL.findall(later.text, 0, owns.start())}
            if not voice & who:
                continue
            said = frozenset(each for part in who for each in concepts(part))
            if len((concepts(later.text) & matter) - said) >= _TIED:
                denial = next((each for each in mine if _NEGATED.search(each.text)), mine[0])
                return denial, later
    return None


def _unsaid_since(
    conflict: Conflict, pairs: Sequence[tuple[Statement, Statement]]
) -> tuple[Statement, Statement] | None:
    """The pair that takes back a side of the conflict alone, where there is one."""
    for earlier, later in pairs:
        if any(side.claim_ids[0] == earlier.item.claim.id for side in conflict.sides):
            return earlier, later
    return None
