"""Whom two reports have do what both tell of: find it, raise the alarm, sit at the wheel, ask for it, pay for it.

Two reports of one event tell mostly the same. Whom each has in the one part that the event has to give is one person,
unless they can't be: two names, two callings of which neither may be the other's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.consolidate.conflicts.matters.causes import other_day
from conspectus.consolidate.conflicts.matters.happened import MOST
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices, two_voices
from conspectus.consolidate.language.persons import callings
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless
from conspectus.text.facts.names import names

_HELP = (
    r"(?:the )?(?:police|brigade|fire brigade|fire service|emergency (?:services?|number)|999|112|911|coastguard|"
    r"ambulance|rescuers|authorities|help)"
)
_ALARM, _GOAL = "raised the alarm", "scored"
# The parts that an event has to give, each with what follows its doer, and what its doer follows.
_PARTS: tuple[tuple[str, str, str], ...] = (
    (
        "found",
        r"(?:found(?! (?:that|guilty|out|himself|herself|it|no)\b)|discovered|spotted|noticed|came (?:across|upon)|"
        r"stumbled (?:on|across|upon)|unearthed|saw|sniffed out)\b",
        r"(?:found|discovered|spotted|noticed|unearthed|seen)\b[^.;:]{0,40}? by ",
    ),
    (
        "revealed",
        r"(?:uncovered|exposed|brought (?:it|them|the \w+) to light|blew the whistle|leaked)\b",
        r"(?:uncovered|exposed|brought to light|leaked)\b[^.;:]{0,20}? by ",
    ),
    (
        _GOAL,
        r"(?:scored|headed|turned in|netted|forced|slotted|struck|converted|drilled|swept|poked|tapped|volleyed|sent|"
        r"curled|lashed|bundled|stabbed)\b",
        r"(?:winner|winning goal|only goal|decider) (?:came from|was (?:scored|headed in) by) ",
    ),
    (
        _ALARM,
        r"(?:(?:raised|gave|sounded) the alarm|(?:alerted|called|rang|phoned|telephoned|summoned|dialled|contacted) "
        rf"{_HELP})\b",
        rf"(?:alarm (?:was|had been) (?:raised|given|sounded)|{_HELP} (?:was|were|had been) (?:called|alerted|summoned|"
        r"rung|phoned))\b[^.;:]{0,45}? by ",
    ),
    (
        "drove",
        r"(?:(?:was|were|had been) (?:at the (?:wheel|controls|helm|tiller)|driving|steering|piloting|flying))\b",
        r"(?:(?:driven|steered|piloted|flown) by |(?:man|woman|person) at the (?:wheel|controls|helm), )",
    ),
    (
        "asked",
        r"(?:asked (?:him|her|them) to|told (?:him|her|them) to (?:go|resign|leave|stand|step|stop))\b",
        r"(?:at the (?:request|insistence|urging) of |(?:request|demand) (?:came|was made) (?:from|by) )",
    ),
    (
        "decided",
        r"(?:(?:took|made|taken) the decision|(?:had )?(?:personally |himself |herself |alone )?decided to|"
        r"(?:ordered|called off|overruled) (?:the|his|her|its)\b)",
        r"(?:on the orders? of |(?:decision|order|instruction)\b[^.;:]{0,50}? (?:was|had been) (?:taken|made|given) by "
        r"|(?:ordered|called off|imposed|decided) by )",
    ),
    (
        "paid",
        r"(?:paid (?:for|the)|donated|footed the|put up the|gave the (?:money|sum))\b",
        r"(?:(?:paid(?: for)?|donated|financed|funded|put up) by |(?:money|sum|cash|gift)\b[^.;:]{0,20} given by )",
    ),
)
_ACTIVE = {name: Caseless(rf"\b{active}") for name, active, _ in _PARTS}
_PASSIVE = {name: Caseless(rf"\b{passive}") for name, _, passive in _PARTS}
_BE = re.compile(r"\b(?:was|were|been|being|is|are|be|not|never|to|n[’']t)(?: \w+ly)?\s*$", re.IGNORECASE)
_BREAK = re.compile(
    r"[.;:“”\"]|\b(?:when|that|after|because|while|but|as|which|until|before|said|says|where|if)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:may|might|could|if|whether|would|will|should|want\w*|hope\w*)\b", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:in|at|near|from|to|off|on) (?:the )?$", re.IGNORECASE)
_ROUSED = re.compile(r"\b(?:hammer|bang|knock|woke|shout|door)", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:it|him|her|them|this)\b", re.IGNORECASE)
_VEHICLE = re.compile(
    r"\b(?:car|van|lorry|truck|taxi|bus|coach|train|tram|boat|ship|ferry|plane|helicopter|motorcycle|tractor|bike)\b",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"\b(?:[Ii]t was|[Ii]t had been)\b")
# The one goal that nobody else scored.
_DECISIVE = re.compile(
    r"\b(?:winner|winning goal|only goal|decider|sen[dt] (?:\w+ ){1,4}(?:through|wild))\b", re.IGNORECASE
)
_LONE = frozenset({_ALARM, _GOAL, "drove", "asked", "revealed"})
_TIED = 0.5
_BEFORE, _AFTER = 14, 9
_NEAR = 4


@dataclass(frozen=True)
class Doer:
    """Who does it in a statement: names and callings; `what` is what else its sentence tells.

    `vehicles` are those that it names; `insists` is true for "it was the postman who".
    """

    statement: Statement
    part: str
    names: frozenset[str]
    callings: frozenset[str]
    what: frozenset[str]
    vehicles: frozenset[str]
    insists: bool


def doers(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that give one part of the event to two who can't be one; those that share most first."""
    english = [each for each in scene.said if each.language == "en"]
    by_part: defaultdict[str, list[Doer]] = defaultdict(list)
    for each in english:
        for doer in _doers(each):
            by_part[doer.part].append(doer)
    called = _called(english) if by_part else {}
    found = []
    for _, every in sorted(by_part.items()):
        group = every[:MOST]
        for one, other in combinations(group, 2):
            tie = scene.weight(one.what & other.what - scene.common)
            if (tie >= _TIED or _alone(one, other)) and _opposed(one, other, group, called):
                found.append((tie, one.statement, other.statement))
    for _, first, second in sorted(found, key=lambda each: -each[0]):
        yield ConflictKind.ACTOR, "Who did it?", first, second


def _alone(one: Doer, other: Doer) -> bool:
    """True where an event gives that part to one alone, whatever else is told of it."""
    return one.part in _LONE or one.insists or other.insists


def _opposed(one: Doer, other: Doer, group: Sequence[Doer], called: Mapping[str, frozenset[str]]) -> bool:
    a, b = one.statement, other.statement
    one_article = a.article_id == b.article_id
    if not (two_voices(a, b) if one_article else different_voices(a, b)) or other_day(a, b):
        return False
    if (one.vehicles and other.vehicles and not one.vehicles & other.vehicles) or not _two(
        one, other, called
    ):
        return False
    # Who does it in the other report as well is one of several.
    return not any(
        not _two(mine, each, called)
        for mine, article in ((one, b.article_id), (other, a.article_id))
        for each in group
        if not one_article and each.statement.article_id == article
    )


def _two(one: Doer, other: Doer, called: Mapping[str, frozenset[str]]) -> bool:
    """True where the two can't be one person."""
    if one.names and other.names:
        return not one.names & other.names
    mine, theirs = (
        each.callings | frozenset(word for name in each.names for word in called.get(name, ()))
        for each in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def _called(said: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """What each word of a name is called beside it, in any of the articles."""
    called: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for each in said:
        for name in names(each.text):
            before, after = each.text[: name.start].split(), each.text[name.end :].split()
            near = " ".join([*before[-_NEAR:], *after[:_NEAR]])
            for word in name.words:
                called[word] |= callings(near)
    return called


def _doers(statement: Statement) -> Iterator[Doer]:
    text = statement.text
    for part, pattern in _PASSIVE.items():
        for found in pattern.finditer(text):
            who = " ".join(_BREAK.split(text[found.end() :])[0].split()[:_AFTER])
            yield from _doer(statement, part, who, text[: found.start()])
    for part, pattern in _ACTIVE.items():
        for found in pattern.finditer(text):
            lead = _BREAK.split(text[: found.start()])[-1]
            if not _BE.search(lead) and not _OPEN.search(lead):
                yield from _doer(statement, part, " ".join(lead.split()[-_BEFORE:]), text[found.end() :])


def _doer(statement: Statement, part: str, who: str, what: str) -> Iterator[Doer]:
    named = frozenset(
        word
        for name in names(who)
        if (len(name.words) > 1 or not name.initial) and not _WHERE.search(who, 0, name.start)
        for word in name.words
    )
    known = callings(who) if part != _GOAL else frozenset()
    if part == _GOAL and not _DECISIVE.search(f"{statement.before} {statement.text}"):
        return
    if part == _ALARM and _ROUSED.search(statement.text):
        return  # who woke a house need not be who called for help
    if named or known:
        about = keys(what)
        if _PRONOUN.match(what):
            about |= keys(statement.before)
        vehicles = frozenset(found[0].lower() for found in _VEHICLE.finditer(statement.text))
        yield Doer(statement, part, named, known, about, vehicles, _CLEFT.search(who) is not None)
