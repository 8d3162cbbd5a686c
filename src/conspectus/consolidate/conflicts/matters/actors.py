"""Two doers of one deed that only one can have done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, two_voices
from conspectus.consolidate.language.roles import ANYBODY, PARTS
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless
from conspectus.text.facts.names import bare, names

# What one person or body does, and no second one at the same time: in the past.
_DEEDS = {
    form: line.split()[0]
    for line in """
    find found discovered noticed spotted detected
    call called phoned telephoned rang alerted
    decide ordered commanded instructed directed decided proposed suggested
    stop stopped halted suspended
    kill killed stabbed strangled
    shoot shot fired
    score scored netted headed
    start started launched initiated
    steer drove steered piloted
    write wrote authored drafted penned
    design designed invented devised
    found founded established
    sign signed
    approve approved authorised authorized
    hire hired appointed recruited
    sack sacked dismissed
    leak leaked
    steal stole
    throw threw hurled
    push pushed shoved
    hit hit struck punched
    rescue rescued saved pulled
    build built
    finance financed funded
    win won
    shorten shortened
    change changed altered modified removed
    cancel cancelled
    open opened
    close closed shut turned
    light lit ignited
    cut cut severed
    sell sold
    end ended
    invite invited
    choose chose selected picked
    blow blew
    """.strip().splitlines()
    for form in line.split()[1:]
}
_DEED = "|".join(sorted(_DEEDS))
_PASSIVE = Caseless(rf"\b(?P<deed>{_DEED})(?: [\w’]+){{0,4}} by (?P<who>[^,.;:]+)")
_CLEFT = re.compile(
    rf"\b[Ii]t (?:was|had been) (?P<who>(?!not\b)[^,.;:]{{2,50}}?) (?:who|that|which) (?:had |"
    rf"has )?(?P<deed>{_DEED})\b(?P<what>[^.;]*)"
)
_CAME_FROM = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?P<deed>order|idea|proposal|call|decision|"
    r"instruction)\b(?P<what>[^.;]*?) (?:came|comes|was given|originated)"
    r" (?:from|by|with) (?P<who>[^,.;:]+)"
)
# Who does it may begin anywhere in a clause: tried where one begins, or where the match before ended, it is found.
_ACTIVE = re.compile(
    rf"(?:(?<![^,;:“”\"])|(?=\.))(?P<who>[^,;:“”\"]+?) (?:had |has )?(?:itself |himself |herself |"
    rf"themselves )?(?P<deed>{_DEED})\b(?P<what>[^.;]*)"
)
_NOUN_OF = {
    "order": "decide",
    "instruction": "decide",
    "idea": "decide",
    "proposal": "decide",
    "call": "call",
    "decision": "decide",
}
_NOT = re.compile(r",? (?:and )?not (?P<who>(?:the |an? )?[\w’'-]+(?: [\w’'-]+){0,3})")
_MARK = re.compile(
    r"\b(?:itself|himself|herself|themselves|ourselves|alone|insists?|in fact)\b", re.IGNORECASE
)
_LEAD_IN = re.compile(
    r".*\b(?:that|said|says|told|because|when|after|before|and|but|if|as|who|which)\b\s*",
    re.IGNORECASE | re.DOTALL,
)
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|get|got|not|n[’']t|to|by|of|a|an)\s*$", re.IGNORECASE
)
_PRONOUN = re.compile(r"^\W*(?:he|she|it|they|we|i|who|which|this|that|you)\W*$", re.IGNORECASE)
_OWN = re.compile(r"^\W*(?:it|we|i|they|he|she)\W*$", re.IGNORECASE)
_PRONOUN_IN = re.compile(r"\b(?:it|them|him|her)\b")
_LONE = re.compile(r"[A-Z][\w’-]+")
_TOLD = ((_CLEFT, True), (_CAME_FROM, False), (_PASSIVE, False), (_ACTIVE, False))
_TOLD_BY_NOUN = ((_CAME_FROM, False),)
_LONGEST = 7
_TIED = 0.9


@dataclass(frozen=True)
class Deed:
    """Who did what: `who` as keys and `named` as names, in `word`; `marked` where the sentence insists on it."""

    statement: Statement
    deed: str
    who: frozenset[str]
    named: frozenset[str]
    what: frozenset[str]
    word: str
    marked: bool
    denied: frozenset[str]


def actors(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that give one deed to two doers."""
    by_deed: defaultdict[str, list[Deed]] = defaultdict(list)
    for each in scene.said:
        if each.language == "en":
            for deed in _deeds(each, scene):
                by_deed[deed.deed].append(deed)
    found = []
    for _, group in sorted(by_deed.items()):
        for one, other in combinations(group, 2):
            tie = _contradict(one, other, scene)
            if tie:
                found.append((tie, f"Who {one.word} it?", one.statement, other.statement))
    for _, asked, first, second in sorted(found, key=lambda each: -each[0]):
        yield ConflictKind.ACTOR, asked, first, second


def _contradict(one: Deed, other: Deed, scene: Scene) -> float:
    a, b = one.statement, other.statement
    if not two_voices(a, b):
        return 0.0
    shared = one.what & other.what
    tie = scene.weight(shared) + (0.3 if shared else 0.0)
    if not shared or one.who & other.who or one.named & other.named:
        return 0.0
    if one.denied & other.who or other.denied & one.who:
        return tie + 1
    if one.named and other.named:
        return tie if tie >= _TIED else 0.0
    if one.marked or other.marked:
        return tie if tie >= _TIED / 2 else 0.0
    # A name and a noun may be one ("Corvane", "the company"); two nouns are two.
    return tie if not (one.named or other.named) and tie >= _TIED and (a.voice or b.voice) else 0.0


def _deeds(statement: Statement, scene: Scene) -> Iterator[Deed]:
    text = statement.text
    seen = set()
    for pattern, marked in _TOLD if _has_deed(text) else _TOLD_BY_NOUN:
        for found in pattern.finditer(text):
            deed = _NOUN_OF.get(found["deed"].lower()) or _DEEDS.get(found["deed"].lower())
            if deed is None or deed in seen:
                continue
            who_text = found["who"]
            if pattern is _ACTIVE:
                who_text = _LEAD_IN.sub("", who_text)
                if (
                    _PASSIVE_BEFORE.search(who_text)
                    or len(who_text.split()) > _LONGEST
                    or not who_text.strip()
                ):
                    continue
                what_text = found["what"]
            elif pattern is _PASSIVE:
                what_text = " ".join(text[: found.start()].split()[-_LONGEST:])
                who_text = " ".join(who_text.split()[:_LONGEST])
            else:
                what_text = found["what"]
            own = bool(_OWN.match(who_text)) and bool(statement.voice)
            if _PRONOUN.match(who_text) and not own:
                continue
            who = frozenset(statement.spoken) if own else keys(who_text)
            named = frozenset(statement.voice) & scene.names if own else _named(who_text, scene)
            if _PRONOUN_IN.search(" ".join(what_text.split()[:2])):
                what_text = f"{' '.join(what_text.split()[:1])} {statement.before}"
            what = keys(" ".join(what_text.split()[: 3 * _LONGEST])) - who
            contrast = _NOT.search(text, found.start())
            denied = keys(contrast["who"]) if contrast else frozenset()
            if who or named:
                seen.add(deed)
                yield Deed(
                    statement,
                    deed,
                    who - denied,
                    named,
                    what - denied,
                    "did" if pattern is _CAME_FROM else found["deed"].lower(),
                    marked or bool(_MARK.search(text)),
                    denied,
                )


def _has_deed(text: str) -> bool:
    """False where no pattern that asks for a deed can match, which takes far less time to see than to try them."""
    folded = text.casefold()
    return any(deed in folded for deed in _DEEDS)


def _named(text: str, scene: Scene) -> frozenset[str]:
    """The words of the names in what names a doer; a lone capital without an article is one too."""
    lone = text.strip()
    if _LONE.fullmatch(lone) and lone.lower() not in PARTS | ANYBODY:
        return frozenset({bare(lone)})
    return frozenset(part for name in names(text) for part in name.words if part in scene.names)
