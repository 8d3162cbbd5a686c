# ruff: noqa: SIM905 — a word list reads best as words
"""How one vote or one match ended, told with other figures: 23 votes to 19 here, 24 to 19 there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, two_voices
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless

_WORDS = (
    "nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(reversed(_WORDS))})"
_FOR = r"(?: (?:votes?|members?|councillors?|senators?|deputies|MPs))?(?: (?:in favou?r|for))?"
_PAIR = Caseless(
    rf"(?<![\d,.:–/-])\b(?P<one>{_NUMBER})"
    rf"(?:{_FOR} (?:votes )?(?:to|and|against|,) (?P<two>{_NUMBER})(?: (?:votes|against))?"
    rf"|[-–](?P<three>{_NUMBER}))(?!\d|,\d|[:–/%-]|\.\d| ?(?:per cent|percent|p\.?m|a\.?m))\b",
)
# "Nine city councillors supported it and four were against".
_SIDES = Caseless(
    rf"\b(?P<one>{_NUMBER})(?: [\w’'-]+){{0,4}} (?:supported|backed|approved|for|in favou?r)\b[^.;]{{0,60}}?"
    rf"\b(?P<two>{_NUMBER})(?: [\w’'-]+){{0,3}} (?:opposed|against|objected|rejected)\b"
)
_VOTE = Caseless(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|motion|carried|pass(?:ed)?|approved?|adopted|rejected|defeated|backed|amendment|majority)\b",
)
_MATCH = re.compile(
    r"\b(?:won|wins?|beat|beaten|victory|los[te]|loss|defeat(?:ed)?|drew|draw|scor(?:e|ed|ing)|goals?|points|"
    r"(?:quarter|semi)?-?finals?|match|game|cup|league|sides?|teams?)\b",
    re.IGNORECASE,
)
# How it stood meanwhile, or in a part of it, is not how it ended.
_MEANWHILE = re.compile(
    r"\b(?:half[- ]time|interval|at the break|penalt\w+|shoot-?out|aggregate|first leg|second leg|sets?|led|leading|"
    r"lead|ahead|trail\w*|behind|made it|level|equali[sz]\w+|from|between|aged?|seasons?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:committee|last (?:week|month|season|year)|earlier|previous\w*)\b", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:votes?|for|favou?r|against)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|voted|vote (?:was|of|ended)|result was) $", re.IGNORECASE)
# What any vote and any match is told with.
_OF_ANY = keys(
    "vote votes voted ballot motion carried pass approved adopted rejected defeated backed amendment won win "
    "beat lost defeat draw score goals points final match game cup league side team"
)
_NEAR = 40
_YEARS = 1000
_TIED = 1.0


@dataclass(frozen=True)
class Tally:
    """How a statement says that it ended, the larger number first."""

    statement: Statement
    ends: tuple[int, int]
    vote: bool


def tallies(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that end one vote, or one match, with other figures; beside each who ends it as it does."""
    found = [tally for each in scene.said for tally in _ends(each)]
    for vote in (True, False):
        alike = [each for each in found if each.vote is vote]
        for first, second in combinations(alike, 2):
            if first.ends != second.ends and _one_matter(first, second, alike, scene):
                asked = "How did the vote go?" if vote else "What was the score?"
                one, other = (_with_those_alike(each, alike) for each in (first, second))
                yield ConflictKind.NUMBER, asked, one, other


def _with_those_alike(tally: Tally, alike: Sequence[Tally]) -> Statement:
    """The statement with those of other origins that end it so, too."""
    beside = {
        origin: each.statement
        for each in alike
        for origin in each.statement.item.origins
        if each.ends == tally.ends and origin not in tally.statement.item.origins
    }
    return replace(tally.statement, beside=tuple(dict.fromkeys(beside.values())))


def _ends(statement: Statement) -> Iterator[Tally]:
    text = statement.text
    for found in _PAIR.finditer(text):
        near = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        dashed = found["three"] is not None
        vote = _VOTE.search(text) is not None
        told = _VOTED.search(found[0]) or (vote and (dashed or _BY.search(text, 0, found.start())))
        if not told and not (dashed and _MATCH.search(near)):
            continue
        one, two = (_value(each) for each in (found["one"], found["two"] or found["three"]))
        meanwhile = not vote and _MEANWHILE.search(near) is not None
        if not meanwhile and _OTHER.search(near) is None and max(one, two) < _YEARS:
            yield Tally(statement, (max(one, two), min(one, two)), vote)
    for found in _SIDES.finditer(text):
        one, two = _value(found["one"]), _value(found["two"])
        if _PAIR.search(found[0]) is None and max(one, two) < _YEARS:
            yield Tally(statement, (max(one, two), min(one, two)), vote=True)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word.lower())


def _one_matter(first: Tally, second: Tally, alike: Sequence[Tally], scene: Scene) -> bool:
    """True where one of the two figures is the same or shared words tie them, and neither article ends it both ways."""
    a, b = first.statement, second.statement
    if not two_voices(a, b) or set(a.item.origins) & set(b.item.origins):
        return False
    mine, theirs = (
        {tally.ends for tally in alike if tally.statement.article_id == each.article_id} for each in (a, b)
    )
    if first.ends in theirs or second.ends in mine:
        return False
    tied = scene.weight((scene.wide(a) & scene.wide(b)) - _OF_ANY) >= _TIED
    return tied or bool(set(first.ends) & set(second.ends))
