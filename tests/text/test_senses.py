"""What a sentence's words can mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.facts.words import content_words
from conspectus.text.senses import LIGHT, meant


def meet(first: str, second: str) -> bool:
    """True where every word of the first has one of the same sense in the second."""
    there = frozenset().union(*meant(second).values())
    return all(senses & there for senses in meant(first).values())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Six miners lost their lives.", "Six miners were killed."),
        ("The fire cost six miners their lives.", "Six miners died in a blaze."),
        ("The minister stepped down.", "The resignation of the minister"),
        ("Lend Foods is laying off workers.", "Lend Foods dismissed employees."),
        ("The plant was shut down.", "the closure of the factory"),
        ("The pit caved in.", "The pit collapsed."),
        ("They began to leave the town.", "They left the town."),
    ],
)
def test_one_thing_in_two_wordings_meets(first: str, second: str) -> None:
    """Phrases, nouns of verbs and words that newsrooms use for one another."""
    assert meet(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Six miners died.", "Six miners were rescued."),
        ("The council sold the mill.", "The council bought the mill."),
        ("Prices rose.", "Prices fell."),
        ("The board approved the plan.", "The board rejected the plan."),
        ("The clinic collapsed.", "The clinic opened."),
    ],
)
def test_opposites_and_other_acts_do_not_meet(first: str, second: str) -> None:
    """However often they are told of the same."""
    assert not meet(first, second)
    assert not meet(second, first)


@given(st.text())
def test_a_word_means_itself_at_least(text: str) -> None:
    """Whatever the text, and what is light is left out."""
    words = meant(text)
    assert all(word in senses for word, senses in words.items())
    assert not LIGHT & words.keys()
    assert len(words) <= len(content_words(text)) + len(text)
