"""How usual an English word is in the news: how many of some 1,300 articles have it.

A handful of articles can't tell what is rare; these are counted by `scripts/count_words.py`, and all of them are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_FILE = "usual_words.txt"
_ORDINARY = "ordinary_words.txt"


@lru_cache(maxsize=1)
def usual_words() -> tuple[int, Mapping[str, int]]:
    """How many articles were counted, and by stem how many have it, of those that at least four have."""
    total, *lines = (files("conspectus.text") / _FILE).read_text(encoding="utf-8").splitlines()
    having: dict[str, int] = {}
    for line in lines:
        count, *words = line.split()
        having.update(dict.fromkeys(words, int(count)))
    return int(total), having


@lru_cache(maxsize=1)
def ordinary_stems() -> frozenset[str]:
    """The stems of words that at least two of those articles have in small letters, which no mere names are."""
    return frozenset((files("conspectus.text") / _ORDINARY).read_text(encoding="utf-8").split())
