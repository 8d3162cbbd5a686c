"""Whether a claim is about what its evidence is about, in any language: by shared words and parts of words.

Function words are left aside, because all texts of a language share them. Words meet where they begin alike or one is
part of the other, so that inflections and compounds do ("Hafenbehörde", "Behörde"); Chinese and Japanese are compared
by pairs of characters.
"""

from __future__ import annotations

import regex

from conspectus.text.language import common_words
from conspectus.text.spaceless import pairs

LEAST = 0.15
"""The share of a claim's telling words beneath which its evidence is about something else."""

_RUN = 4
_SHORTEST = 3
_FEWEST = 3
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
_ARTICLES = regex.compile(r"^[وفبكل]?ال(?=\p{L}{3})")
_UNSPACED = ("zh", "ja")


def shared(claim: str, evidence: str, language: str) -> float:
    """The share (0–1) of the claim's telling words that the evidence has; 1 where too few of them tell anything."""
    if language in _UNSPACED:
        wanted = frozenset(pairs(claim))
        return len(wanted.intersection(pairs(evidence))) / len(wanted) if len(wanted) >= _FEWEST else 1.0
    words = _telling(claim, language)
    if len(words) < _FEWEST:
        return 1.0
    known = _telling(evidence, language)
    return sum(word in known or _met(word, known) for word in words) / len(words)


def _telling(text: str, language: str) -> frozenset[str]:
    words = (_ARTICLES.sub("", word) for word in _WORD.findall(text.casefold()))
    common = common_words(language)
    return frozenset(
        word for word in words if word not in common and (len(word) >= _SHORTEST or word.isdecimal())
    )


def _met(word: str, known: frozenset[str]) -> bool:
    """True where a known word begins alike or is a part of the word, or the word is a part of it."""
    if len(word) < _RUN:
        return False
    return any(
        other[:_RUN] == word[:_RUN]
        or (min(len(word), len(other)) > _RUN and (word in other or other in word))
        for other in known
    )
