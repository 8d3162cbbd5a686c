"""What stands beside a name to say who bears it: "Halden's head of quality, Marcus Thiel", "Thiel, its owner,"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from conspectus.text.facts.names import Name
from conspectus.verification.checks.case import Analysis
from conspectus.verification.checks.parts import own_words

_REACH = 7
_LONGEST = 4
"""Content words that a description has at most."""
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_ENDS = frozenset((",", ".", ";", "?", "!", ")", "who", "which", "whose"))
_VERBS = frozenset(("is", "was", "has", "had", "are", "were", "said", "says", "told", "and", "but"))
_STARTS = _ENDS | _VERBS | frozenset(str.split("that by to with for in at on from as ( : when while"))
_PREPOSITIONS = frozenset(
    str.split("of in at near on by to with for from over under outside inside beside behind")
)


class Description(NamedTuple):
    """A name with the content stems that describe its bearer, and the tokens which they stand in."""

    name: Name
    told: frozenset[str]
    first: int
    last: int


@lru_cache(maxsize=256)
def descriptions(analysis: Analysis) -> tuple[Description, ...]:
    """The descriptions behind and before the text's names, each between its marks."""
    return tuple(
        Description(name, told, first, end - 1)
        for name in analysis.names
        if own_words(name)
        for first, end in _beside(analysis, name)
        if 0 < len(told := analysis.stems_in(first, end)) <= _LONGEST
    )


def _beside(analysis: Analysis, name: Name) -> Iterator[tuple[int, int]]:
    """The tokens, the last not included, of the description behind the name and of the one before it."""
    reading = analysis.reading
    lows, words = reading.lows, reading.words
    behind = name.last + 2
    if reading.low(name.last + 1) == ",":
        end = next((at for at in range(behind, min(len(lows), behind + _REACH)) if lows[at] in _ENDS), None)
        if end is not None and _VERBS.isdisjoint(lows[behind:end]):
            yield behind, end
    comma = name.first > 0 and lows[name.first - 1] == ","
    end = start = name.first - 1 if comma else name.first
    if not comma and end and lows[end - 1] in _PREPOSITIONS:
        # "The chief executive of Ravello" describes nobody of that name.
        return
    while start > max(0, end - _REACH) and lows[start - 1] not in _STARTS:
        word = words[start - 1]
        if not (comma or start == 1 or word.islower() or word == "'s"):
            break
        start -= 1
        if lows[start] in _ARTICLES:
            break
    if start < end:
        yield start, end
