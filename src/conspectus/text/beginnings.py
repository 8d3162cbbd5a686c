"""With what a word has to begin where a pattern matches: most texts have no such word, and need no closer look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from sys import intern
from typing import Any, NamedTuple

from conspectus.caching import WHILE_RUNNING

_LENGTHS = (4, 3, 2)
_MOST = 600
_AGAIN = 5
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
# Nearly every text has one of these: where a match begins with one, the next word tells.
_EVERYWHERE = frozenset("a and at by for in is it of on that the to was with".split())  # noqa: SIM905

_State = str | None
"""What a match has of a word so far: "" where a word can begin, None where it is not known whether one can."""


class Needed(NamedTuple):
    """A match has a word that begins with one of these: so many characters of it, or all of a shorter one.

    Every digit is a 0.
    """

    length: int
    beginnings: frozenset[str]


class Begun:
    """How the words of a text in lower case begin."""

    __slots__ = ("_four", "_low", "_three", "_two")

    def __init__(self, low: str) -> None:
        self._low = low
        self._four: tuple[str, ...] | None = None
        self._three: tuple[str, ...] | None = None
        self._two: tuple[str, ...] | None = None

    def of(self, length: int) -> tuple[str, ...]:
        """So many characters, two to four, of each word, or all of a shorter one; every digit is a 0."""
        if length == max(_LENGTHS):
            if self._four is None:
                self._four = self._of(length)
            return self._four
        if length == min(_LENGTHS):
            self._two = found = self._two or self._of(length)
        else:
            self._three = found = self._three or self._of(length)
        return found

    def _of(self, length: int) -> tuple[str, ...]:
        words = _WORD.findall(_DIGIT.sub("0", self._low))
        return tuple(dict.fromkeys([intern(word[:length]) for word in words]))


@WHILE_RUNNING.keep(most=2048)
def begun(low: str) -> Begun:
    """How the words of a text in lower case begin; the last 2,048 texts' are kept."""
    return Begun(low)


def needed(pattern: str) -> Needed | None:
    """What every match of a pattern in a text in lower case needs; None where that can't be told."""
    items = list(parser.parse(pattern))
    for length in _LENGTHS:
        for first, (operator, _) in enumerate(items):
            # What begins within a word tells nothing.
            if first == 0 or operator in (code.AT, code.IN) or items[first] == (code.LITERAL, ord(" ")):
                found = _Reading(length).beginnings(items[first:])
                if found is not None:
                    return Needed(length, found)
    return None


class _UnknownError(Exception):
    """It can't be told how a word begins."""


class _Reading:
    """Reads a pattern up to the first word that tells."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._found: set[str] = set()

    def beginnings(self, items: Iterable[Any]) -> frozenset[str] | None:
        """How that word begins where these match one behind the other; None where it can't be told."""
        try:
            self._cut(self._sequence({None}, items))
        except _UnknownError:
            return None
        return frozenset(self._found) or None

    def _sequence(self, states: set[_State], items: Iterable[Any]) -> set[_State]:
        """The states behind all of the items; words that are known to their end, or as far as need be, are found."""
        for operator, given in items:
            if not states:
                break
            states = self._behind(states, operator, given)
            if len(states) + len(self._found) > _MOST:
                raise _UnknownError
        return states

    def _behind(self, states: set[_State], operator: Any, given: Any) -> set[_State]:
        match operator:
            case code.LITERAL:
                return self._character(states, chr(given))
            case code.IN:
                return {state for each in given for state in self._one_of(states, *each)}
            case code.BRANCH:
                return {state for branch in given[1] for state in self._sequence(states, branch)}
            case code.SUBPATTERN if not given[1] and not given[2]:
                return self._sequence(states, given[3])
            case code.ATOMIC_GROUP:
                return self._sequence(states, given)
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                return self._repeated(states, *given)
            case code.ASSERT | code.ASSERT_NOT:
                return states
            case code.AT if given in (code.AT_BOUNDARY, code.AT_END, code.AT_END_STRING):
                return self._ended(states, begins=given is code.AT_BOUNDARY)
            case code.AT if given in (code.AT_BEGINNING, code.AT_BEGINNING_STRING):
                return self._ended(states, begins=True)
            case _:
                return self._cut(states)

    def _one_of(self, states: set[_State], operator: Any, given: Any) -> set[_State]:
        match operator:
            case code.LITERAL:
                return self._character(states, chr(given))
            case code.RANGE if given[1] - given[0] < _MOST:
                each = map(chr, range(given[0], given[1] + 1))
                return {state for one in each for state in self._character(states, one)}
            case code.CATEGORY if given is code.CATEGORY_DIGIT:
                return self._character(states, "0")
            case code.CATEGORY if given in (code.CATEGORY_SPACE, code.CATEGORY_NOT_WORD):
                return self._ended(states, begins=True)
            case _:
                return self._cut(states)

    def _character(self, states: set[_State], character: str) -> set[_State]:
        if not (character.isalnum() or character == "_"):
            return self._ended(states, begins=True)
        # Within a word of which nobody knows how it began, one goes on.
        more = "0" if character.isdecimal() else character
        return {None if state is None else state + more for state in states}

    def _ended(self, states: set[_State], *, begins: bool) -> set[_State]:
        """The states where no word goes on; behind it one `begins`, if at all."""
        self._found |= {state[: self._length] for state in states if state and state not in _EVERYWHERE}
        return (
            {"" if begins else None} if any(not state or state in _EVERYWHERE for state in states) else set()
        )

    def _cut(self, states: set[_State]) -> set[_State]:
        """No state, for nobody knows what stands here; what there is of words has to be enough."""
        if any(state is None or len(state) < self._length for state in states):
            raise _UnknownError
        self._found |= {state[: self._length] for state in states if state}
        return set()

    def _repeated(self, states: set[_State], least: int, most: int, items: Any) -> set[_State]:
        for _ in range(least):
            states = self._sequence(states, items)
        behind = set(states)
        for _ in range(min(most - least, _AGAIN)):
            states = self._sequence(states, items) - behind
            if not states:
                return behind
            behind |= states
        if most - least > _AGAIN:
            self._cut(states)
        return behind
