# ruff: noqa: SIM905 — a word list reads best as words
"""The sentences of a text with whom each names, to tell what is said of whom."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conspectus.caching import cached_property
from conspectus.text.facts.cues import AMBIGUOUS_SPEECH, SPEECH_VERBS
from conspectus.text.facts.lexicon import NEVER_NAMES
from conspectus.text.facts.names import Name
from conspectus.text.facts.tokens import SENTENCE_MARKS, Reading
from conspectus.text.facts.words import IRREGULAR_FORMS
from conspectus.text.senses import meant
from conspectus.verification.checks.case import KEPT, Analysis, Case
from conspectus.verification.checks.office_words import OFFICE_WORDS

_BE = frozenset(("was", "were", "been", "is", "are", "be", "being"))
_PASSIVE = 6
_SUBORDINATE = frozenset(
    str.split(
        "which whom that when where after before because as while if since until though although than whose"
    )
) | frozenset(
    ("with", "from", "to", "for", "on", "over", "against", "between", "under", "like", "than", "about")
)
_TURNS = frozenset(("while", "whereas", "although", "though", ":", ";", "when", "because"))
_RELATIVE = frozenset(("who", "which"))
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "he", "she", "they", "it"))
_LONGEST_ASIDE = 14
_INTRODUCTION = 5
_AHEAD = 8
_NONE: frozenset[str] = frozenset()
_JOINING = frozenset(("by", "of", "at", "in", "near", "and", "or", "but"))
FINITE = _BE | frozenset(
    str.split(
        "will would can could may might must shall should has have had did does do hit put cut beat quit"
    )
)
MARKS = SENTENCE_MARKS | {";"}
_PRONOUNS = frozenset("he she it they its his her their them".split())
_SUBJECTS = frozenset(("he", "she", "it", "they", "i", "we"))
_APART = frozenset(("of", "at", "in", "near", "(", "'s", "and", "or"))


def past_aside(reading: Reading, at: int, end: int) -> int:
    """The token behind the aside that begins at `at` with a comma; `at` where none does."""
    if reading.low(at) != ",":
        return at
    closing = next((i for i in range(at + 1, min(end, at + _LONGEST_ASIDE)) if reading.lows[i] == ","), None)
    return at if closing is None else closing + 1


def _introduces(word: str) -> bool:
    return (
        word.isalpha()
        and word.islower()
        and word not in _SUBORDINATE | _DETERMINERS | _JOINING
        and not _past(word)
    )


def _past(low: str) -> bool:
    return low.endswith("ed") or low in IRREGULAR_FORMS


def _may_be_verb(low: str) -> bool:
    return low in FINITE or low.endswith(("s", "ly")) or _past(low)


def _speaks(reading: Reading, at: int) -> bool:
    at += reading.low(at) in ("also", "then", "later")
    low = reading.low(at)
    return low in SPEECH_VERBS and (low not in AMBIGUOUS_SPEECH or reading.low(at + 1) == "that")


def own_words(name: Name) -> frozenset[str]:
    """The words of a name, offices left out."""
    return frozenset(name.words) - OFFICE_WORDS


class Deed(NamedTuple):
    """Somebody of whom a clause tells something: how they are called, and what it tells of them.

    `words` are those of their name, `told` what tells it, by content stems and numbers; `speaks` says that it is what
    they said.
    """

    called: str
    words: frozenset[str]
    told: frozenset[str]
    speaks: bool
    aside: frozenset[str] = frozenset()
    """What an aside between the two tells besides: "Ann Loe, who has led it for years, …"."""


class Part:
    """One sentence of the evidence: its content stems and names, and whether a pronoun may mean somebody outside it.

    `others` are the names that may be what the sentence is about: no possessors, no places it happened in.
    """

    def __init__(self, analysis: Analysis, start: int, end: int) -> None:
        self._analysis = analysis
        self._text, self._reading, self._start, self._end = analysis.text, analysis.reading, start, end
        self._names = [name for name in analysis.names if start <= name.first < end]
        self.words = frozenset[str]().union(*map(own_words, self._names))
        self.stems = analysis.stems_in(start, end)

    @property
    def bounds(self) -> tuple[int, int]:
        """Its first token, and the one behind its last."""
        return self._start, self._end

    @cached_property
    def told(self) -> frozenset[str]:
        """Its content stems and numbers."""
        return self._between(self._start, self._end)

    @cached_property
    def _sure(self) -> list[Name]:
        return [name for name in self._names if not name.initial or len(name.words) > 1]

    @cached_property
    def others(self) -> list[Name]:
        """The names that it may be about."""
        return list(filter(self._apart, self._sure))

    def _apart(self, name: Name) -> bool:
        padded = self._reading.padded
        return padded[name.first - 1] not in _APART and padded[name.last + 1] not in _APART

    @cached_property
    def deeds(self) -> tuple[tuple[Name, Deed], ...]:
        """Of whom by name its clauses tell something, as doers of it, or behind "by"."""
        told = ((name, self._deed(name)) for name in self._names if self._apart(name))
        return tuple((name, deed) for name, deed in told if deed is not None)

    def _deed(self, name: Name) -> Deed | None:
        reading = self._reading
        before = reading.low(self._introduced(name) - 1)
        if before == "by":
            return self._agent(name)
        if before in _SUBORDINATE:
            return None
        at = name.last + 1
        # The comma behind "the manager, Ann Loe," closes an aside, and one behind "Ann Loe" opens one.
        at = at + 1 if before == reading.low(at) == "," else past_aside(reading, at, self._end)
        if reading.low(at) in _RELATIVE:
            at += 1
        if not _may_be_verb(reading.low(at)):
            return None
        aside = self._between(name.last + 1, at)
        return Deed(name.text, own_words(name), self._told(at), _speaks(reading, at), aside)

    def _agent(self, name: Name) -> Deed | None:
        """What was done "by Ann Loe, who …"; None for "owned by Ann Loe", which no "was" makes a clause's verb."""
        lows = self._reading.lows
        first = self._begun(name.first)
        first = max([first, *(at + 1 for at in range(first, name.first) if lows[at] == ",")])
        if _past(lows[name.first - 2]) and _BE.isdisjoint(
            lows[max(first, name.first - _PASSIVE) : name.first]
        ):
            return None
        relative = self._reading.low(name.last + 1) == "," and self._reading.low(name.last + 2) in _RELATIVE
        aside = self._told(name.last + 2) if relative else _NONE
        told = self._between(first, name.first)
        if not _past(lows[name.first - 2]) and _may_be_verb(self._reading.low(name.last + 1)):
            # "A petition by Ann Loe has 230 names."
            told |= self._told(name.last + 1)
        return Deed(name.text, own_words(name), told, speaks=False, aside=aside)

    def _told(self, at: int) -> frozenset[str]:
        end = at
        while end < self._end and not self._turns(end):
            end += 1
        return self._between(at, end)

    def _between(self, start: int, end: int) -> frozenset[str]:
        figures = (low for low in self._reading.lows[start:end] if low[0].isdecimal())
        return self._analysis.stems_in(start, end).union(figures)

    @cached_property
    def unnamed(self) -> Deed | None:
        """What is told of a "he" or "she" before whom nobody is named who might be meant."""
        reading = self._reading
        at = next((at for at in range(self._start, self._end) if reading.lows[at] in ("he", "she")), None)
        if at is None or any(name.first < at and self._apart(name) for name in self._names):
            return None
        return Deed(reading.words[at], _NONE, self._told(at + 1), _speaks(reading, at + 1))

    @cached_property
    def left_open(self) -> bool:
        """Whether a "he", "she", "it" or "they" stands before its names."""
        opening = min((name.first for name in self._names), default=self._end)
        return not _SUBJECTS.isdisjoint(self._reading.lows[self._start : opening])

    @cached_property
    def opening(self) -> frozenset[str]:
        """The content stems before the first verb: of "the mayor resigned" the mayor."""
        lows = self._reading.lows
        verb = next(
            (at for at in range(self._start, self._end) if lows[at] in FINITE or _past(lows[at])), self._end
        )
        return self._analysis.stems_in(self._start, verb)

    def _introduced(self, name: Name) -> int:
        """The token where what introduces the name begins: "the former test pilot Inge Maddow"."""
        at = name.first
        while at > max(self._start, name.first - _INTRODUCTION) and _introduces(self._reading.words[at - 1]):
            at -= 1
        return at - 1 if self._reading.low(at - 1) in _DETERMINERS else at

    def _begun(self, at: int) -> int:
        """The token where the clause before `at` begins."""
        while at > self._start and not self._turns(at - 1):
            at -= 1
        return at

    def _turns(self, at: int) -> bool:
        """True where another clause begins, of somebody else: ", and the mayor", "while"."""
        reading = self._reading
        low, following = reading.low(at), reading.word(at + 1)
        if low in _TURNS:
            return True
        if low not in ("and", "but", ","):
            return False
        # ", and validation is due" has a subject of its own, ", and joins the board" has not.
        joined = reading.low(at - 1) == "," and low != "," and not _may_be_verb(following)
        if not (following[:1].isupper() or following in _DETERMINERS or joined):
            return False
        # "Called it beautiful but the explanation a stretch" goes on.
        ahead = reading.lows[at + 2 : min(self._end, at + _AHEAD)]
        return following in _SUBJECTS or any(low in FINITE or _past(low) for low in ahead)

    @cached_property
    def within(self) -> list[Name]:
        """The names of places that something is in."""
        return [name for name in self._sure if self._reading.low(name.first - 1) == "in"]

    @cached_property
    def senses(self) -> frozenset[str]:
        """What its words may mean."""
        start, end = self._reading.raw_range(self._start, self._end - 1)
        return frozenset[str]().union(*meant(self._text[start:end]).values())

    @cached_property
    def open(self) -> bool:
        """Whether a pronoun stands before its names."""
        opening = min((name.first for name in self._sure), default=self._end)
        return not _PRONOUNS.isdisjoint(self._reading.lows[self._start : opening])


@lru_cache(maxsize=KEPT)
def parts(analysis: Analysis) -> tuple[Part, ...]:
    """The text's sentences, and what stands on each side of a semicolon."""
    reading = analysis.reading
    ends = [
        at
        for at, word in enumerate(reading.words)
        if word in MARKS and (word == ";" or reading.low(at - 1) not in NEVER_NAMES)
    ]
    bounds = sorted({-1, *ends, len(reading) - 1})
    return tuple(Part(analysis, before + 1, at + 1) for before, at in pairwise(bounds) if at > before + 1)


def is_name(name: Name, case: Case, names: frozenset[str] = _NONE) -> bool:
    """True where the capital is neither that of a sentence's first word, as far as one can tell, nor that of a body.

    "The Board" and "the Company" have a capital and name nobody.
    """
    texts = (case.claim, *case.texts, *case.known)
    if len(name.words) > 1:
        return True
    if any(name.words[0] in text.reading.words for text in texts):
        return False
    if name in case.claim.names and _speaks(case.claim.reading, name.last + 1):
        # "Orders said" nothing.
        return True
    return not name.initial or name.words[0] in names.union(
        *(other.words for text in texts for other in text.names if not other.initial or len(other.words) > 1)
    )
