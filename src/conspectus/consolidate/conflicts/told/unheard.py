"""What one says they told, and another says they were never told: warnings, letters, complaints, orders.

News is full of it, and the two hardly share a word: who was warned "had no letter", and who warned "wrote in May".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, two_voices
from conspectus.consolidate.language.senses import family, keys
from conspectus.consolidate.language.voices import PRONOUNS
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless

_WORD = (
    r"(?:warnings?|notices?|letters?|complaints?|reports?|calls?|texts?|orders?|requests?|offers?|alerts?|messages?|"
    r"concerns?|word|instructions?|approach(?:es)?|notifications?|objections?|defects?|faults?)"
)
_TOLD = (
    r"(?:told|warned|informed|notified|alerted|approached|contacted|reported|complained|written to|consulted|asked|"
    r"reached|received)"
)
# "We have received no warning", "nobody had told us", "they were never warned", "there was no warning".
_UNHEARD = re.compile(
    rf"\b(?:received|had|got|heard|seen|given) no (?:[\w-]+ ){{0,3}}{_WORD}\b"
    rf"|\b[Nn]o (?:such )?(?:[\w-]+ ){{0,2}}{_WORD}\b[^.;:]{{0,40}} (?:was|were|had|has|have|been|came|reached|arrived|"
    rf"received|reported)\b"
    rf"|\b(?:[Nn]obody|[Nn]o one|[Nn]ot one of them|[Nn]one of (?:them|us)|[Nn]othing)\b[^.;:]{{0,25}}"
    rf"(?:\b{_TOLD}\b|\bdrawn (?:our|their|its|his|her) attention\b|\bcame to (?:us|them|him|her)\b)"
    rf"|\b(?:was|were|been|had|has|have|is|are)(?: never|n[’']t| not)(?: ever)?(?: been)? {_TOLD}\b"
    rf"|\bno such thing (?:had |has )?(?:ever )?reached\b"
    rf"|\bThere (?:was|were|had been|has been|have been) (?:no|never (?:a|any)) {_WORD}\b"
)
_YET = Caseless(
    r"\b(?:yet|so far|immediately|may|might|could|would|will|should|if|unless|damage|injur\w+|casualt\w+)\b",
)
# "Wrote to the yard", "each house got a call", "the letter went out": somebody was told.
_HEARD = re.compile(
    r"\b(?:wrote|written|sent|telephoned|phoned|rang|warned|notified|informed|alerted|complained|required|reminded|"
    r"instructed|contacted|emailed|(?:was|were|been) told)\b"
    r"(?! that\b)(?! (?:the|a|our|this) (?:newspaper|paper|reporters?|court|news|inquiry|radio|public))"
    r"|\b(?:got|received|had) an? (?:[\w-]+ )?(?:call|letter|warning|notice|message|text|knock)\b"
    r"|\b(?:letters?|warnings?|notices?|messages?|alerts?) (?:to \w+ |from [\w ]+ )?(?:went|was|were|had been) "
    r"(?:out|sent|delivered|handed|given|signed|issued)\b"
    r"|\bhanded over an? (?:letter|notice|warning)\b"
)
_NOT = Caseless(r"\b(?:not|never|no|nobody|none|nothing|neither|nor)\b|n[’']t\b")
_TO_THEM = re.compile(r"\b(?:to )?(?:them|him|her|it|us|me)\b|\b(?:was|were|been|got|went)\b")
_FIRST = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|I|me|my)\b")
_ADDRESSEE = 7
_NEAR = 4
_ASKED = "Were they told?"


def unheard(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements: somebody was told, and they say that they were not; those that share most first."""
    english = [each for each in scene.said if each.language == "en"]
    denying = [each for each in english if _UNHEARD.search(each.text) and not _YET.search(each.text)]
    telling = [
        each for each in english if _HEARD.search(each.text) and not _NOT.search(each.text)
    ] if denying else []  # fmt: skip
    found = []
    for denial in denying:
        for told in telling:
            if two_voices(denial, told):
                tie = _tie(denial, told, scene)
                if tie:
                    found.append((tie, told, denial))
    for _, told, denial in sorted(found, key=lambda each: -each[0]):
        yield ConflictKind.OCCURRENCE, _ASKED, told, denial


def _tie(denial: Statement, told: Statement, scene: Scene) -> float:
    """How closely the two are tied: who was told is who denies it, or one stands beside the other; 0 where neither."""
    shared = scene.weight(scene.about(denial) & scene.about(told))
    if _addressed(denial, told):
        return 2.0 + shared
    beside = denial.article_id == told.article_id and 0 < abs(denial.number - told.number) <= _NEAR
    found = _HEARD.search(told.text)
    return 1.0 + shared if beside and found and _TO_THEM.search(told.text, found.start()) else 0.0


def _addressed(denial: Statement, told: Statement) -> bool:
    """True where those who were told are those who say that they were not."""
    who = (denial.voice - PRONOUNS) | (denial.home if _FIRST.search(denial.text) else frozenset())
    found = _HEARD.search(told.text)
    if found is None or not who:
        return False
    behind = " ".join(told.text[found.end() :].split()[:_ADDRESSEE])
    return bool(keys(behind) & {family(word) for word in who})
