"""Patterns for which case does not count, looked for in lower case first.

Python's `re` tries alternatives several times faster where case counts, and most sentences have nothing that a pattern
looks for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from conspectus.text.alternatives import sooner

# Letters that are another's lower case in a pattern and not in a string, or two letters there.
_FOLDED_ODDLY = frozenset("\u0130\u0131\u017f\u212a")
_LOWERED = re.compile(r"\\.|\(\?P[<=]\w+|[^\W\d_]", re.DOTALL)
_END = sys.maxsize


class Caseless:
    """What `re.compile(pattern, re.IGNORECASE)` finds, found faster where that is nothing.

    Either pattern is made when it is first needed. The given one has no letter by its number, and none of the four that
    are another's lower case only by half (dotted capital I and dotless i, long s, the sign for kelvin).
    """

    __slots__ = ("_exact", "_lower", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
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
        if low is not None and (self._lower or self._small()).match(low, pos, endpos) is None:
            return None
        return (self._exact or self._whole()).match(text, pos, endpos)

    def stands_in(self, text: str) -> bool:
        """True where there is a match."""
        low = self._lowered(text)
        pattern = self._exact or self._whole() if low is None else self._lower or self._small()
        return pattern.search(text if low is None else low) is not None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches that do not overlap, in order."""
        return (self._exact or self._whole()).finditer(text) if self._may(text) else iter(())

    def _may(self, text: str, pos: int = 0, endpos: int = _END) -> bool:
        """False where nothing is found."""
        low = self._lowered(text)
        return low is None or (self._lower or self._small()).search(low, pos, endpos) is not None

    @staticmethod
    def _lowered(text: str) -> str | None:
        """The text in lower case, None where a letter of it could be another's without being so there."""
        return text.lower() if text.isascii() or _FOLDED_ODDLY.isdisjoint(text) else None

    def _whole(self) -> re.Pattern[str]:
        self._exact = found = re.compile(self.pattern, re.IGNORECASE)
        return found

    def _small(self) -> re.Pattern[str]:
        lowered = _LOWERED.sub(
            lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), self.pattern
        )
        self._lower = made = re.compile(sooner(lowered))
        return made
