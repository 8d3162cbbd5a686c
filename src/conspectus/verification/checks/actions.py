# ruff: noqa: SIM905 — a word list reads best as words
"""Verbs, with who does it and to whom it is done, as far as the order of words tells."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from conspectus.text.facts.tokens import Reading
from conspectus.text.facts.words import IRREGULAR_FORMS, stem
from conspectus.verification.checks.case import Analysis

_REACH = 6
_OPENING = 3
_ASIDE = 18
_BE = frozenset("is are was were be been being get got".split())
_FINITE_BE = frozenset(("is", "are"))
_AUXILIARIES = frozenset("will would to may might can could shall should must did does do".split())
_AGREE = frozenset(stem(w) for w in "agree plan offer want decide seek promise hope".split())
_CONTROL = 9
_OPENS_ROLE = frozenset("the a an its his her their".split())
_SIDES = frozenset(("from", "against", "over"))
_UNCHANGED = frozenset(("beat", "hit", "cut", "put", "bet", "let", "shut"))
_PREPOSITIONS = frozenset("in on at over for from with to into against about under during by".split())
_BREAKS = frozenset(
    ", ; : – ( ) . ! ? and but while as after before when because which who that said says told".split()
)
_STOPS = _BREAKS | _PREPOSITIONS
_BEFORE_NOUNS = frozenset(("the", "a", "an", "its", "their", "his", "our", "my", "your"))
_OF_NOUNS = ("or", "ors", "ion", "ions", "ment", "ments", "ness", "ity", "ss")
_OF_SOMETHING = frozenset(
    map(
        stem,
        "accuse convict acquit clear absolve suspect rob strip deprive relieve inform notify assure".split(),
    )
)
"""Verbs of doing something to somebody of which "of" tells more: "accused the ministry of haste"."""


class Act(NamedTuple):
    """A verb with the content words of who does it and of whom it is done to."""

    doer: frozenset[str]
    target: frozenset[str]
    words: str
    passive: bool = False
    other: frozenset[str] = frozenset()
    """Whom it is done to or for besides: "from the rebels"."""


def verbal(analysis: Analysis, index: int) -> bool:
    """True for what looks like a verb: a past or third-person form with words on both sides."""
    word, before = analysis.reading.words[index], analysis.reading.padded[index - 1]
    if not word.islower() or word.endswith(_OF_NOUNS):
        return False
    if before in _AUXILIARIES:
        return True
    if before in _BEFORE_NOUNS:
        # "Over the purchase of a flat": a noun.
        return False
    if word.endswith("ing") and before != ",":
        return False
    if word.endswith("s") and analysis.reading.padded[index + 1] in _FINITE_BE:
        # "Tubs are recalled": a plural noun.
        return False
    return (
        word.endswith(("ed", "s"))
        or analysis.stems[index] != word
        or word in IRREGULAR_FORMS
        or word in _UNCHANGED
    )


@lru_cache(maxsize=256)
def act_of(analysis: Analysis, index: int) -> Act:
    """What the verb at the token tells: who does it, and to whom."""
    reading = analysis.reading
    before, after = _left(analysis, index), _right(analysis, index)
    whom = after
    if analysis.stems[index] in _OF_SOMETHING:
        whom = next((i for i in range(index + 1, after) if reading.lows[i] == "of"), after)
    left, right = _doer(analysis, before, index), analysis.stems_in(index + 1, whom)
    lows = reading.padded
    near = reading.lows[index + 1 : index + _REACH]
    by = index + 1 + near.index("by") if "by" in near else None
    passive = lows[index - 1] in _BE or lows[index - 2] in _BE or _reduced(reading, index)
    words = " ".join(reading.words[before:after])
    if passive and by is not None:
        after = _right(analysis, by)
        after = next((i for i in range(by + 1, after) if reading.lows[i] in _BE), after)
        if reading.low(after) == "," and reading.word(after + 1)[:1].isupper():
            # "By a colleague, Ina Holt"
            after = _right(analysis, after)
        return Act(analysis.stems_in(by + 1, after), left, " ".join(reading.words[before:after]), True)
    if passive:
        giver = (
            analysis.stems_in(after + 1, _right(analysis, after)) if lows[after] == "from" else frozenset()
        )
        return Act(frozenset(), left, words, other=giver)
    other = analysis.stems_in(after + 1, _right(analysis, after)) if lows[after] in _SIDES else frozenset()
    return Act(left, right, words, other=other)


def _reduced(reading: Reading, index: int) -> bool:
    """True for the "owned" of "two satellites owned by Ravello", not for "learned by email"."""
    if reading.padded[index + 1] != "by" or not _past(reading, index):
        return False
    return reading.word(index + 2 + (reading.low(index + 2) in _OPENS_ROLE))[:1].isupper()


def _doer(analysis: Analysis, before: int, index: int) -> frozenset[str]:
    """The words before the verb; across an aside ("Ortega, 29, won") or, for ", overtaking", from the beginning."""
    reading = analysis.reading
    if reading.padded[index - 1] == "to":
        index = next(
            (i for i in range(index - 2, max(-1, index - _CONTROL), -1) if stem(reading.lows[i]) in _AGREE),
            index,
        )
        before = _left(analysis, index)
    verb = index
    lows = reading.padded
    while lows[index - 1] in _AUXILIARIES or lows[index - 1] in _BE:
        index -= 1
    before_it = lows[index - 1]
    if before_it in ("who", "which"):
        # "Tarnside, who had beaten Rovers": who did it stands before the pronoun.
        before = index - 1 - (reading.low(index - 2) == ",")
        start = _left(analysis, before)
        if start < before and reading.low(start - 1) == "," and reading.low(start)[:1].isdecimal():
            # "Rua, 23, who beat Brandt"
            before, start = start - 1, _left(analysis, start - 1)
        return analysis.stems_in(start, before)
    if index < verb and before_it != ",":
        return analysis.stems_in(_left(analysis, index), verb)
    if before_it == "and" and index == verb:
        return _joint_doer(analysis, index)
    if before_it != ",":
        return analysis.stems_in(before, index)
    start = analysis.sentence_bounds(index)[0]
    if reading.lows[index].endswith("ing"):
        return analysis.stems_in(start, min(index, start + _OPENING))
    opening = next(
        (i for i in range(index - 2, max(start, index - _ASIDE), -1) if reading.lows[i] == ","), None
    )
    if opening is None:
        return frozenset()
    if reading.word(opening + 1)[:1].isupper() or reading.low(opening + 1) in _OPENS_ROLE:
        # "The engineer on call, Kwabena Stirk, suspected", "Ndiaye, a neurophysiologist, calls": that is who did it.
        return analysis.stems_in(_left(analysis, opening), index)
    return analysis.stems_in(_left(analysis, opening), opening)


def _joint_doer(analysis: Analysis, index: int) -> frozenset[str]:
    """Who "ordered an inquiry and defended Sunde": the doer of the verb before, where that one is active."""
    reading = analysis.reading
    start, _ = analysis.sentence_bounds(index)
    for at in range(index - 2, start, -1):
        if reading.low(at) in (",", ";"):
            break
        if _past(reading, at) and verbal(analysis, at):
            passive = reading.low(at - 1) in _BE or reading.low(at - 1) == "and"
            return frozenset() if passive else _doer(analysis, _left(analysis, at), at)
    return frozenset()


def _past(reading: Reading, index: int) -> bool:
    return reading.lows[index].endswith("ed") or reading.lows[index] in IRREGULAR_FORMS


def _left(analysis: Analysis, index: int) -> int:
    lows, first = analysis.reading.lows, max(0, index - _REACH)
    start = index
    while start > first and lows[start - 1] not in _BREAKS:
        start -= 1
    return start


def _right(analysis: Analysis, index: int) -> int:
    lows = analysis.reading.lows
    end, limit = index + 1, min(len(lows), index + 1 + _REACH)
    while end < limit and lows[end] not in _STOPS:
        end += 1
    return end
