"""A sentence read once into tokens that all fact extractors share."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count
from typing import NamedTuple

from conspectus.caching import WHILE_RUNNING, ByWord
from conspectus.text.facts.marks import marks_of
from conspectus.text.normalise import Folded, plain

_TOKEN = re.compile(
    r"""(
      (?:[A-Za-z]\.){2,}                                  # U.S., a.m.
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
_HAVING = [bytes([bool(marks & mark) for marks in range(256)]) for mark in range(16)]
"""For each mark, or several added up, which sums of marks have one of them."""


class Token(NamedTuple):
    """A word or sign with what can be told of it alone: what it may begin (`marks`).

    `step` is how far behind its beginning the next one begins, 0 where that is not known.
    """

    word: str
    low: str
    marks: int
    step: int


@dataclass(slots=True, eq=False)
class Reading:
    """A text's tokens in plain typography, as parallel sequences, with the way back to raw offsets.

    Never changed, and not declared frozen: that makes each of the thousands that an article needs five times as slow.
    """

    folded: Folded
    words: tuple[str, ...]
    lows: tuple[str, ...]
    starts: Sequence[int]
    padded: tuple[str, ...]
    """The lower-cased tokens and then empty strings, so that a look beyond either end finds one."""
    marks: bytes
    """What each token may begin (`marks`)."""

    @property
    def text(self) -> str:
        """The text in plain typography; token offsets count in it."""
        return self.folded.text

    def __len__(self) -> int:
        return len(self.words)

    def marked(self, mark: int) -> list[int]:
        """The tokens that have the mark, in order."""
        return list(compress(count(), self.marks.translate(_HAVING[mark])))

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
        start, end = self.starts[first], self.starts[last] + len(self.words[last])
        return (start, end) if self.folded.text is self.folded.raw else self.folded.range(start, end)

    def end(self, index: int) -> int:
        """The offset behind the token."""
        return self.starts[index] + len(self.words[index])

    def tight(self, index: int) -> bool:
        """True where nothing stands between the token and the one after it."""
        return index + 1 < len(self.words) and self.end(index) == self.starts[index + 1]


@WHILE_RUNNING.keep(most=16384)
def read(text: str) -> Reading:
    """The tokens of a text; the last 16,384 texts' are kept."""
    folded = plain(text)
    plainly = folded.text
    tokens = tuple(chain.from_iterable(map(TOKENS_OF.__getitem__, pieces_of(plainly))))
    if not tokens:
        return Reading(folded, (), (), array("I"), _PADDING, b"")
    words, lows, marks, steps = zip(*tokens, strict=True)
    starts = array("I", accumulate(steps, initial=0))
    if starts.pop() != len(plainly) + 1:
        starts = array("I", _found(words, plainly))
    return Reading(folded, words, lows, starts, (*lows, *_PADDING), bytes(marks))


def _found(words: Sequence[str], plainly: str) -> Iterator[int]:
    """Where the words stand in a text that has more between them than the spaces it was cut at."""
    end = 0
    for word in words:
        start = plainly.index(word, end)
        end = start + len(word)
        yield start


def pieces_of(plainly: str) -> list[str]:
    """A text in plain typography in pieces that hold whole tokens."""
    # "27 000" is the only token with a space in it.
    return [plainly] if " 000" in plainly else plainly.split(" ")


def _tokens_of(piece: str) -> tuple[Token, ...]:
    words = [piece] if piece.isalpha() else _TOKEN.findall(piece)
    if not words:
        return ()
    steps = list(map(len, words))
    steps[-1] += 1
    if sum(steps) != len(piece) + 1:
        steps = [0] * len(words)
    return tuple([_token(word, step) for word, step in zip(words, steps, strict=True)])


def _token(word: str, step: int) -> Token:
    low = sys.intern(word.lower())
    return Token(sys.intern(word), low, marks_of(word, low), step)


TOKENS_OF = ByWord(_tokens_of, most=32768)
"""The tokens of what stands between two spaces; the last one's step goes over the space.

A few thousand pieces make up most of all texts, and to look one up takes a tenth of the time of reading it. Where the
piece has more than its tokens ("_"), no step is known.
"""
