"""Words of scripts that put no space between them, and how many words a text has in any script.

Where words can't be told apart without a dictionary, pairs of neighbouring characters stand for them, as in retrieval
(Nie, Gao, Zhang and Zhou 2000): "北河县" is "北河" and "河县", whoever writes it behind whatever.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from conspectus.text.normalise import SPACELESS

CHARACTERS_A_WORD = 2
"""Characters of such a script that say what a word does."""

_RUN = regex.compile(rf"[{SPACELESS}]+")
# Endings and particles of Japanese, which are in every sentence.
_GRAMMAR = regex.compile(r"\p{Hiragana}+")


@lru_cache(maxsize=8192)
def pairs(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters of such scripts in the text, in order; a lone character stands for itself.

    Pairs of Hiragana alone are left out: they are grammar.
    """
    found = []
    for run in _RUN.findall(text):
        last = max(1, len(run) - 1)
        found += [run[start : start + CHARACTERS_A_WORD] for start in range(last)]
    return tuple(pair for pair in found if _GRAMMAR.fullmatch(pair) is None)


def word_count(text: str) -> int:
    """How many words the text has: what stands between spaces, or every two characters where there are none."""
    if text.isascii():
        return len(text.split())
    runs = _RUN.findall(text)
    if not runs:
        return len(text.split())
    spaced = len([piece for piece in _RUN.sub(" ", text).split() if any(map(str.isalnum, piece))])
    return spaced + sum(-(-len(run) // CHARACTERS_A_WORD) for run in runs)
