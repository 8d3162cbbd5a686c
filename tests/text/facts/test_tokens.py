"""Tokens: every one stands where it is said to stand, and no space but those inside numbers is in one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conspectus.text.facts.tokens import _TOKEN, read
from conspectus.text.facts.words import content_of, content_words

_PIECES = st.sampled_from(
    [
        "27",
        "000",
        "27,000",
        "11.5",
        "10:30",
        "U.S.",
        "a.m.",
        "can't",
        "Holt's",
        "Q3",
        "_",
        "a_b",
        "–",
        "-",
        "İ",
        "½",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=4), max_size=8).map(" ".join))
@example("27 000 and 000 or 1 000 000 kroner")
@example(" _ two  spaces_ before U.S. troops'")
def test_tokens_stand_where_they_are_said_to(text: str) -> None:
    """Tokens follow each other, each at its offsets, and nothing but spaces and underscores is left out.

    Read piece by piece they are what they are in the whole text.
    """
    reading = read(text)
    done = 0
    for at, (word, low, start) in enumerate(zip(reading.words, reading.lows, reading.starts, strict=True)):
        end = reading.end(at)
        assert reading.text[start:end] == word
        assert low == word.lower()
        assert not reading.text[done:start].replace("_", " ").strip()
        done = end
    assert not reading.text[done:].replace("_", " ").strip()
    assert list(reading.words) == _TOKEN.findall(reading.text)
    assert reading.padded[: len(reading)] == reading.lows
    assert content_words(text) == content_of(reading)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He paid 27 000 kroner.", ["He", "paid", "27 000", "kroner", "."]),
        ("The U.S. can't, at 10:30 a.m.", ["The", "U.S.", "can't", ",", "at", "10:30", "a.m."]),
        ("Holt's Q3: +11.5%", ["Holt", "'s", "Q3", ":", "+", "11.5", "%"]),
        ("In 2024 000 was dialled", ["In", "2024", "000", "was", "dialled"]),
    ],
)
def test_numbers_abbreviations_and_possessives_are_single_tokens(text: str, words: list[str]) -> None:
    """What a reader takes for one word or number is one token, and the possessive stands alone."""
    assert list(read(text).words) == words
