"""Whether what two reports tell of took place: one has it, and the other has what excludes it, or denies it.

Two reports of one event tell mostly the same. Where each has one end of an axis ("led out", "stayed in their seats")
and not the other one, both are of one thing, however differently it is worded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from conspectus.consolidate.conflicts.matters.causes import other_day
from conspectus.consolidate.conflicts.matters.propositions import clauses
from conspectus.consolidate.conflicts.questions import whether
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices
from conspectus.consolidate.language.outcomes import OF_ALL, OF_PERSONS, Outcome, outcomes
from conspectus.consolidate.language.senses import keys
from conspectus.consolidate.language.voices import PRONOUNS
from conspectus.model.briefing import ConflictKind
from conspectus.text.facts.names import names

_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|no one|neither|without|den(?:y|ies|ied|ying)|"
    r"(?:refused|failed|declined) to)\b|n[’']t\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:no|never|nobody|none|nothing|no one|all|every|throughout|both)\b", re.IGNORECASE)
_APART = re.compile(r"[,;:]| (?:and|but|as|while|when|after|before) ")
_OPEN = re.compile(
    r"\b(?:may|might|could|if|whether|unless|perhaps|possibly|should|would|will|wants?|wanted|hope[sd]?|"
    r"plan(?:s|ned)? to|asked to|told (?:\w+ ){0,3}to stay|demand\w*|due to|expect\w*|likely|"
    r"risk\w*|usually|normally|often|ready)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:neighbour\w*|nearby|adjoin\w*|adjacent|next door|surrounding|other|others|another|most|some|last year|"
    r"previous\w*|earlier)\b",
    re.IGNORECASE,
)
# "No flights left before ten": later ones may have.
_BOUNDED = re.compile(
    r"(?: \S+){0,3} (?:before|until|till|after|since|between|by) (?:about |nearly |shortly )?"
    r"(?:\d|noon|midnight|dawn|\w+day\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:in|at|near|from|of|to|off) (?:the )?$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them|it)\b", re.IGNORECASE)
_BEFORE = 60
MOST = 60
"""Clauses of one sort that are compared with each other at the most: of hundreds of reports the first say it all."""

_TIED = 0.8
_NEAR = 3
_RELATIVE = re.compile(r"\b(?:who|which|that)\b")
_SAYS_NO = re.compile(r"\b(?:den(?:y|ies|ied)|insist\w*|maintain\w*)\b")


@dataclass(frozen=True)
class End:
    """A clause at one end of an axis; `every` is true where it speaks of all that there is of it."""

    statement: Statement
    named: tuple[frozenset[str], ...]
    outcome: Outcome
    sign: int
    every: bool
    others: bool
    about: frozenset[str]


def happened(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements at the two ends of an axis, those that share most first."""
    by_axis: defaultdict[str, list[End]] = defaultdict(list)
    for each in scene.said:
        if each.language == "en" and "?" not in each.text:
            for end in _ends(each, scene):
                by_axis[end.outcome.axis].append(end)
    found = []
    for _, ends in sorted(by_axis.items()):
        some = ends[:MOST]
        for so, otherwise in product(some, some):
            if so.sign > otherwise.sign and _opposed(so, otherwise, some, scene):
                tie = _tie(so, otherwise, scene)
                found.append((tie, whether(so.statement.text), so.statement, otherwise.statement))
    for _, asked, first, second in sorted(found, key=lambda each: -each[0]):
        yield ConflictKind.OCCURRENCE, asked, first, second


def _opposed(so: End, otherwise: End, ends: Sequence[End], scene: Scene) -> bool:
    """True where both can't be right of one thing, and nothing in their articles shows them to be of two."""
    a, b = so.statement, otherwise.statement
    if other_day(a, b) or _later(so, otherwise) or so.others != otherwise.others:
        return False
    tie = _tie(so, otherwise, scene)
    if a.article_id == b.article_id:
        denies = b.voice or _SAYS_NO.search(b.text)
        near = abs(a.number - b.number) <= _NEAR
        return bool(near and a.voice and denies) and not (a.voice & b.voice - PRONOUNS)
    if not different_voices(a, b):
        return False
    of_all = so.outcome.axis in OF_ALL and (so.every or otherwise.every)
    if not so.outcome.whole and not (_one_name(so, otherwise) and (tie >= _TIED or of_all)):
        return False
    # What an article tells of both ends is so of the one part, and not of the other.
    mixed = [
        each
        for one, other in ((so, otherwise), (otherwise, so))
        for each in ends
        if each.statement.article_id == one.statement.article_id
        and each.sign == other.sign
        and (so.outcome.whole or _tie(each, other, scene) >= tie)
        and not other.every
    ]
    return not mixed


def _tie(one: End, other: End, scene: Scene) -> float:
    named = one.outcome.axis in OF_PERSONS and any(
        first <= second or second <= first for first in one.named for second in other.named
    )
    return scene.weight(one.about & other.about - scene.common) + (_TIED if named else 0.0)


def _one_name(so: End, otherwise: End) -> bool:
    """False where both have names, and no name of the one may be one of the other's."""
    pairs = list(product(so.named, otherwise.named))
    return not pairs or any(one <= other or other <= one for one, other in pairs)


def _later(so: End, otherwise: End) -> bool:
    """True where what was not so on one day may have become so on a later one."""
    before, after = otherwise.statement.published, so.statement.published
    return bool(before and after and after > before and not so.outcome.whole)


def _ends(statement: Statement, scene: Scene) -> Iterator[End]:
    for clause in clauses(statement.text):
        for outcome in outcomes(clause):
            lead = _APART.split(clause[max(0, outcome.start - _BEFORE) : outcome.start])[-1]
            if _OPEN.search(_RELATIVE.split(lead)[-1]):
                continue
            words = clause[outcome.start : outcome.end]
            reach = lead + words if outcome.sign > 0 else lead
            about = keys(clause, statement.language) - scene.spoken(statement)
            named = _named(clause)
            if _PRONOUN.search(lead):
                about |= keys(statement.before, statement.language)
                named = (*named, *_named(statement.before))
            denied = _DENIED.search(reach) is not None
            if denied and _BOUNDED.match(clause, outcome.end):
                continue
            told = words.split()
            yield End(
                statement,
                named,
                outcome,
                -outcome.sign if denied else outcome.sign,
                _ALL.search(lead + words) is not None,
                _OTHERS.search(lead + words) is not None and outcome.whole,
                about - keys(f"{told[0]} {told[-1]}"),
            )


def _named(text: str) -> tuple[frozenset[str], ...]:
    """The names of the text that are not said to be where something is."""
    return tuple(
        frozenset(name.words)
        for name in names(text)
        if (len(name.words) > 1 or not name.initial) and not _WHERE.search(text, 0, name.start)
    )
