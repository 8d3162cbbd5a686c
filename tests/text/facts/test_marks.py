"""Marks: what each word may begin, so that no extractor looks at words in vain."""

from __future__ import annotations

import pytest

from conspectus.text.facts.marks import CUE, DATE, NUMBER, RAISED
from conspectus.text.facts.tokens import read


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("On 17 July 2025 it shut, last week it opened.", DATE, ["July", "2025", "last"]),
        ("On 17 July two of 3,500 left, a third stayed.", NUMBER, ["17", "two", "3,500", "a", "third"]),
        ("It may close, she said, but won't move.", CUE, ["It", "may", "said", "won't"]),
        ("The ÉCO fund and iPods, not 3M's.", RAISED, ["The", "ÉCO", "iPods", "M"]),
        ("The harbour stays open.", DATE | NUMBER | CUE, []),
    ],
)
def test_marked_words(text: str, mark: int, words: list[str]) -> None:
    """The words with a mark, in order; most words have none."""
    reading = read(text)
    assert [reading.words[at] for at in reading.marked(mark)] == words
