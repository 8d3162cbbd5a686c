"""Stemmers do what their language asks."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.senses import _SNOWBALL
from conspectus.text.facts.words import content_words
from conspectus.text.stemmers import stemmer


def test_words_are_stemmed_by_their_language() -> None:
    """What English and German leave of a word."""
    assert stemmer("english").stemWord("running") == "run"
    assert stemmer("german").stemWord("häuser") == "haus"


def test_every_language_that_is_named_has_one() -> None:
    """No name is misspelt, and an unknown one is refused."""
    for name in _SNOWBALL.values():
        assert stemmer(name).stemWord("a") == "a"
    with pytest.raises(KeyError):
        stemmer("klingon")


def test_half_a_character_is_no_part_of_a_word() -> None:
    """A lone surrogate, which can't be encoded, is never handed to a stemmer."""
    assert content_words("houses\ud800 burn\udc00ing") == ("hous", "burn", "ing")
