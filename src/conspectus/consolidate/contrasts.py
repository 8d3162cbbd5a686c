"""Words that tell two things of one name apart: the harbour plan and the school plan."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from conspectus.consolidate.senses import keys

_MODIFIED = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|every|each) (?P<modifier>[\w’'-]+) (?P<noun>[a-z][\w’'-]+)",
    re.IGNORECASE,
)


def contrasting(first: str, second: str) -> bool:
    """True where both sentences qualify a noun that they share, each with a word that the other does not have."""
    one, other = _modifiers(first), _modifiers(second)
    return any(
        one[noun] and other[noun] and not one[noun] & keys(second) and not other[noun] & keys(first)
        for noun in one.keys() & other.keys()
    )


@lru_cache(maxsize=8192)
def _modifiers(text: str) -> dict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for match in _MODIFIED.finditer(text):
        for noun in keys(match["noun"]):
            found[noun] |= keys(match["modifier"])
    return dict(found)
