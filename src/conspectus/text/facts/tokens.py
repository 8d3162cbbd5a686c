"""A sentence read once into tokens that all fact extractors share."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from conspectus.text.normalise import Folded, plain

_TOKEN = re.compile(
    r"""(
      [A-Za-z][a-z]*+(?=[\ ,])                            # most words, found at the first try
    | (?:[A-Za-z]\.){2,}                                  # U.S., a.m.
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)                  # 27,000.5
    | \d{1,3}(?:\ 000)+(?!\d)                             # 27 000
    | \d+(?::\d\d)+                                       # 10:30
    | \d+(?:\.\d+)?                                       # 11.5
    | '(?:s|S)\b                                          # the possessive stands alone
    | [^\W\d_]++(?:\d\w*|(?:'(?!s\b)[^\W\d_]++)*)         # word, Q3, can't, O'Brien
    | [^\w\s]
    )""",
    re.VERBOSE,
)
_PADDING = ("",) * 16
SENTENCE_MARKS = frozenset(".!?")
CLAUSE_MARKS = frozenset(".!?;:–()")


@dataclass(slots=True, eq=False)
class Reading:
    """A text's tokens in plain typography, as parallel tuples, with the way back to raw offsets.

    Never changed, and not declared frozen: that makes each of the thousands that an article needs five times as slow.
    """

    folded: Folded
    words: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    padded: tuple[str, ...]
    """The lower-cased tokens and then empty strings, so that a look beyond either end finds one."""

    @property
    def text(self) -> str:
        """The text in plain typography; token offsets count in it."""
        return self.folded.text

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """The lower-cased token, or an empty string where there is none."""
        try:
            return self.padded[index]
        except IndexError:
            return ""

    def word(self, index: int) -> str:
        """The token as written, or an empty string where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw_range(self, first: int, last: int) -> tuple[int, int]:
        """The raw offsets of the tokens from `first` to `last`, both included."""
        return self.folded.range(self.starts[first], self.ends[last])

    def tight(self, index: int) -> bool:
        """True where nothing stands between the token and the one after it."""
        return index + 1 < len(self.words) and self.ends[index] == self.starts[index + 1]


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The tokens of a text; the last 4,096 texts' are kept."""
    folded = plain(text)
    # Gaps and tokens in turn: no match objects, which cost as much as finding them. Kept texts share their words.
    parts = _TOKEN.split(folded.text)
    bounds = tuple(accumulate(map(len, parts)))
    words = tuple(map(sys.intern, parts[1::2]))
    lows = tuple(map(sys.intern, map(str.lower, words)))
    return Reading(folded, words, lows, bounds[:-1:2], bounds[1::2], lows + _PADDING)
