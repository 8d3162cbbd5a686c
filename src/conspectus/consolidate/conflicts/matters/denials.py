"""What one says was so and another says was not, in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from conspectus.caching import WHILE_COMPARED
from conspectus.consolidate.conflicts.matters.propositions import Proposition, propositions
from conspectus.consolidate.conflicts.numbers.printed import clearly_before
from conspectus.consolidate.conflicts.questions import whether
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, two_voices
from conspectus.consolidate.conflicts.unknown import states_unknown
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless
from conspectus.text.facts.dates import periods

_NOT_SO_FAR = Caseless(
    r"\b(?:yet|so far|still|until now)\b|\b(?:has|have|is|are)(?: not|n[’']t)\b|\b(?:has|have) (?:no|never)\b",
)
_PLANNED = Caseless(r"\b(?:will|plans?|to be|is due|are due|intends?|means) ")
_NO_CAUSE = Caseless(
    r"(?:\bnot|n[’']t) (?:[a-z]+ ){0,3}(?:drivers?|driven|reasons?|causes?|caused|because|due to|to blame)\b"
    r"|\bnothing to do with\b",
)
_CAUSED = Caseless(
    r"\b(?:because|due to|owing to|caus(?:e[sd]?|ing)|reasons?|driv(?:en|ers?|ing)|led to|leads to|blam(?:e[sd]?|ing)|"
    r"results? (?:of|from|in)|resulted|responsible|to blame|fault|thanks to|stems? from|stemmed from|behind|after)\b",
)
_REJECTS = Caseless(
    r"\b(?:reject|den|disput|dismiss|contest|challeng|refut)(?:s|es|ed|y|ies|ied|ing)? (?:the|an?|any|all|those) "
    r"(?:[\w’'-]+ ){0,3}?(?:findings?|claims?|suggestions?|allegations?|accusations?|reports?|conclusions?|account|"
    r"theory|idea|assertion|charge) that\b"
)
_CANNOT = Caseless(r"\bcan(?:not\b| not\b|[’']t\b)")
_WON = Caseless(r"\b(?:win(?:s|ning)?|won|victor(?:y|ies|ious))\b")
_LOST = Caseless(r"\b(?:los(?:es?|t|ing)|defeat(?:s|ed)?|beaten)\b")
_IT = re.compile(r"\W*(?:It|This|That|These|Those|He|She|They)\b")
_HIM = re.compile(r"\b(?:him|her|it|them|that|this)(?=\W*$|[,.;:”\"])", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:nobody|nothing|none|no one)\b", re.IGNORECASE)
_QUOTES = " \"”’'»"
_CAUSE = "What was the cause?"
_DAY = timedelta(days=1)
_TIED = 1.6
_UNSPOKEN = 2.0
_WHOLLY = 0.8
_REJECTED = 0.6
_CORE = 0.45
_COVERED = 0.45
_DENIED_NOUN = 0.9
_WINDOW = 12
_STRANGERS = 2.0


# What there may be, or not be, of very many things: that two speak of it ties them to no one thing.
_ANY_MATTER = keys(
    "reason cause sign need doubt way evidence problem question answer chance plan right interest point"
)


def denials(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements of which one denies what the other says, those that share most first."""
    read = {
        each.item.claim.id: propositions(each, scene)
        for each in scene.said
        if not states_unknown(each.text) and not each.text.rstrip(_QUOTES).endswith("?")
    }
    for _, dispute in sorted(_denied(scene, read), key=lambda each: -each[0]):
        yield dispute


def _denied(scene: Scene, read: dict[str, list[Proposition]]) -> Iterator[tuple[float, Dispute]]:
    """Each denial with how closely shared words tie it to what it denies."""
    for denying in scene.said:
        for denial in read.get(denying.item.claim.id, ()):
            if denial.denies and denial.scope and not denial.open:
                yield from _affirmed(scene, read, denying, denial)


def _affirmed(
    scene: Scene, read: dict[str, list[Proposition]], denying: Statement, denial: Proposition
) -> Iterator[tuple[float, Dispute]]:
    """Each claim of another speaker that says what the clause denies."""
    rejected = _REJECTS.search(denial.text) is not None and _CAUSED.search(denial.text) is not None
    of_cause = rejected or _NO_CAUSE.search(denial.text) is not None
    for other in scene.near(denial.scope | denial.about):
        if not two_voices(denying, other):
            continue
        for claim in read.get(other.item.claim.id, ()):
            if claim.denies or claim.open or _other_outcome(denial.text, claim.text):
                continue
            tie = _tie(scene, denying, other, denial, claim, of_cause=of_cause, rejected=rejected)
            if tie and not _came_true(denying, other):
                kind = ConflictKind.CAUSE if of_cause else ConflictKind.OCCURRENCE
                yield tie, (kind, _CAUSE if of_cause else whether(other.text), other, denying)


def _other_outcome(denied: str, said: str) -> bool:
    """True where one tells of winning alone and the other of losing: who claimed no victory may well have lost."""
    return {_outcome(denied), _outcome(said)} == {(True, False), (False, True)}


@WHILE_COMPARED.keep(most=8192)
def _outcome(text: str) -> tuple[bool, bool]:
    """Whether it tells of winning, and whether of losing."""
    return _WON.stands_in(text), _LOST.stands_in(text)


def _tie(
    scene: Scene,
    a: Statement,
    b: Statement,
    denial: Proposition,
    claim: Proposition,
    *,
    of_cause: bool,
    rejected: bool = False,
) -> float:
    """How closely the claim says what is denied, a cause where it is `of_cause`; 0 where it does not.

    Who has `rejected` somebody's account of a cause speaks of another's word: what both blame is tie enough.
    """
    if of_cause:
        tie = scene.weight(scene.about(a) & scene.about(b))
        said = scene.weight(denial.about & claim.about)
        of_it = not denial.subject or bool(denial.subject & claim.about)
        blamed = _CAUSED.search(claim.text) is not None
        if rejected:
            # The culprit of the one is named by the other, in front of nothing but how it came about.
            culprit = (denial.scope & claim.about) - _ANY_MATTER
            return max(tie, _DENIED_NOUN) if blamed and scene.weight(culprit) >= _REJECTED else 0.0
        return tie if tie >= _TIED and said >= _DENIED_NOUN and of_it and blamed else 0.0
    if not (a.voice or b.voice):  # somebody says so, or says that it is not so
        return 0.0
    # Of what cannot be, only who says that it can says the opposite.
    if _CANNOT.search(denial.text) and not (denial.scope - denial.subject) & claim.about:
        return 0.0
    core = denial.scope & claim.about
    meant = denial.near & claim.about
    if meant <= scene.name_keys or a.language != b.language:
        return 0.0  # that a name is with a "not" here and without one there tells nothing
    if scene.weight(meant) < _CORE:
        return 0.0
    least = max(_CORE, _COVERED * scene.weight(denial.scope))
    if scene.weight(core) < least or not _close(core, claim.text, scene, least):
        return 0.0
    if denial.bound and not denial.subject & claim.about and (denial.subject or not _IT.match(denial.text)):
        return 0.0
    shared = (denial.about & claim.about) | (core & scene.about(b))
    tie = scene.weight(shared)
    if not _same_people(a, b, scene) and tie < _STRANGERS:
        return 0.0
    if tie >= (_TIED if a.voice else _UNSPOKEN):
        return tie
    if not _of_the_same(a, denial, claim.about | scene.about(b), scene):
        return 0.0
    # "There was no warning": of what?
    beside = (scene.about(a) & scene.about(b)) - denial.scope
    known = a.article_id == b.article_id or scene.weight(beside) >= _CORE
    whole = len(denial.scope) > 1 or (_NOBODY.search(denial.text) and b.voice and known)
    if whole and denial.scope <= claim.about and tie >= _WHOLLY:
        return tie
    said = scene.weight(denial.head & claim.about - _ANY_MATTER)
    return tie if said >= _DENIED_NOUN and a.voice and b.voice else 0.0


def _of_the_same(statement: Statement, denial: Proposition, about: frozenset[str], scene: Scene) -> bool:
    """True where what something is denied of is spoken of there; of a pronoun, where what it may stand for is.

    "It" and "him" stand for one of many things that the sentences before name, and no claim is about all of these.
    """
    if denial.subject and not _HIM.search(denial.text):
        return denial.subject <= about
    if _IT.match(denial.text) or _HIM.search(denial.text):
        meant = keys(statement.before, statement.language) & about - denial.scope
        return denial.subject <= about and scene.weight(meant) >= _CORE
    return True


def _close(core: frozenset[str], text: str, scene: Scene, least: float) -> bool:
    """True where the words of the core stand together: in two ends of a long sentence they say something else."""
    words = text.split()
    return any(
        scene.weight(core & keys(" ".join(words[start : start + _WINDOW]))) >= least
        for start in range(0, max(1, len(words) - _WINDOW // 2), 3)
    )


def _came_true(denying: Statement, other: Statement) -> bool:
    """True where what was not so at one time may have become so at a later one, or the other way round."""
    not_so_far = _NOT_SO_FAR.search(denying.text) is not None
    if clearly_before(denying.printed, other.printed) and not_so_far:
        return True
    if not (denying.published and other.published):
        return False
    if denying.published - other.published >= _DAY and _PLANNED.search(other.text):
        return True  # what was planned is planned no more
    if other.published - denying.published < _DAY:
        return False
    days = _days(denying) - _days(other)
    return not_so_far or bool(days)


def _days(statement: Statement) -> set[date | None]:
    return {each.start for each in periods(statement.text, statement.published) if each.start == each.end}


def _same_people(a: Statement, b: Statement, scene: Scene) -> bool:
    """True where the names beside speakers meet, as far as both have any."""
    named = [scene.named(each) for each in (a, b)]
    return not all(named) or bool(named[0] & named[1])
