"""Patterns for which case does not count, looked for in lower case first.

Python's `re` tries alternatives several times faster where case counts, and most sentences have nothing that a pattern
looks for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator

from conspectus.text.beginnings import Needed, begun, needed

# Letters that are another's lower case in a pattern and not in a string, or two letters there.
_FOLDED_ODDLY = frozenset("\u0130\u0131\u017f\u212a")
_LOWERED = re.compile(r"\\.|\(\?P[<=]\w+|[^\W\d_]", re.DOTALL)
_END = sys.maxsize


class Caseless:
    """What `re.compile(pattern, re.IGNORECASE)` finds, found faster where that is nothing.

    Either pattern is made when it is first needed. The given one has no letter by its number, and none of the four that
    are another's lower case only by half (dotted capital I and dotless i, long s, the sign for kelvin).
    """

    __slots__ = ("_asked", "_exact", "_lower", "_needed", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._asked = False
        self._needed: Needed | None = None
        self._exact: re.Pattern[str] | None = None
        self._lower: re.Pattern[str] | None = None

    def search(self, text: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None:
        """The first match between the two places."""
        if not self._may(text, pos, endpos):
            return None
        return (self._exact or self._whole()).search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None:
        """The match at the first of the two places."""
        low = self._lowered(text)
        if low is not None and (
            (endpos == _END and self._lacks(low))
            or (self._lower or self._small()).match(low, pos, endpos) is None
        ):
            return None
        return (self._exact or self._whole()).match(text, pos, endpos)

    def stands_in(self, text: str) -> bool:
        """True where there is a match."""
        low = self._lowered(text)
        if low is None:
            return (self._exact or self._whole()).search(text) is not None
        return not self._lacks(low) and (self._lower or self._small()).search(low) is not None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches that do not overlap, in order."""
        return (self._exact or self._whole()).finditer(text) if self._may(text) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something new in place of each match."""
        return (self._exact or self._whole()).sub(new, text) if self._may(text) else text

    def _may(self, text: str, pos: int = 0, endpos: int = _END) -> bool:
        """False where nothing is found."""
        low = self._lowered(text)
        if low is None:
            return True
        # What is cut off may end within a word.
        if endpos == _END and self._lacks(low):
            return False
        return (self._lower or self._small()).search(low, pos, endpos) is not None

    @property
    def needed(self) -> Needed | None:
        """What every match in a text in lower case needs; None where that can't be told."""
        if not self._asked:
            self._needed = needed(self._lowered_pattern())
            self._asked = True
        return self._needed

    def _lacks(self, low: str) -> bool:
        """True where no word of a text in lower case begins as one of a match has to."""
        wanted = self.needed
        return wanted is not None and wanted.beginnings.isdisjoint(begun(low).of(wanted.length))

    @staticmethod
    def _lowered(text: str) -> str | None:
        """The text in lower case, None where a letter of it could be another's without being so there."""
        return text.lower() if text.isascii() or _FOLDED_ODDLY.isdisjoint(text) else None

    def _whole(self) -> re.Pattern[str]:
        self._exact = found = re.compile(self.pattern, re.IGNORECASE)
        return found

    def found_in_lower(self, low: str) -> bool:
        """True where there is a match in a text in lower case, which `needed` has not ruled out."""
        return (self._lower or self._small()).search(low) is not None

    def _small(self) -> re.Pattern[str]:
        self._lower = made = re.compile(self._lowered_pattern())
        return made

    def _lowered_pattern(self) -> str:
        return _LOWERED.sub(lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), self.pattern)


class Family:
    """Patterns that are looked for together."""

    def __init__(self, patterns: Iterable[Caseless]) -> None:
        self._patterns = tuple(patterns)
        self._places: dict[int, dict[str, list[int]]] | None = None

    def __getitem__(self, place: int) -> Caseless:
        return self._patterns[place]

    def __iter__(self) -> Iterator[Caseless]:
        return iter(self._patterns)

    def within(self, text: str) -> list[int]:
        """The places of those patterns that stand in the text, in order."""
        low = Caseless._lowered(text)
        if low is None:
            return [place for place, each in enumerate(self._patterns) if each.stands_in(text)]
        places = self._places or self._indexed()
        likely = set(places[0][""])
        for length, having in places.items():
            for word in begun(low).of(length) if length else ():
                likely.update(having.get(word, ()))
        return [place for place in sorted(likely) if self._patterns[place].found_in_lower(low)]

    def _indexed(self) -> dict[int, dict[str, list[int]]]:
        """The places of the patterns by the beginnings that they need, and by none those of which it can't be told."""
        places: dict[int, dict[str, list[int]]] = {0: {"": []}}
        for place, each in enumerate(self._patterns):
            for length, words in [each.needed or (0, ("",))]:
                for word in words:
                    places.setdefault(length, {}).setdefault(word, []).append(place)
        self._places = places
        return places
