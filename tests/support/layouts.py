"""The pages of tests/data/pages, and how much of an article's words an extractor finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

DIRECTORY = Path(__file__).parents[1] / "data" / "pages"
_TOKEN = regex.compile(r"\p{Han}|[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True)
class Page:
    """A page, and the text that a reader would call its article."""

    name: str
    markup: str
    article: str


def pages() -> Iterator[Page]:
    """All pages, by name."""
    for path in sorted(DIRECTORY.glob("*.html")):
        article = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Page(path.stem, path.read_text(encoding="utf-8"), article)


def tokens(text: str) -> Counter[str]:
    """The words of a text in lower case, with how often they come; a Chinese character is a word."""
    return Counter(_TOKEN.findall(text.casefold()))


def f1(found: str, wanted: str) -> float:
    """The harmonic mean of the share of found words that are wanted and of wanted words that are found, 0 to 1."""
    one, two = tokens(found), tokens(wanted)
    both = (one & two).total()
    return 2 * both / (one.total() + two.total()) if both else 0.0
