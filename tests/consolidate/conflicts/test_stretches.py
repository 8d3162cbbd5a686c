"""Stretches of sentences that other origins tell too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.conflicts.stretches import stretches
from conspectus.verification.figures import Told, tells
from tests.support.worlds import scene

CLOSES = "The harbour mill in Varn will close in the autumn after 60 years, weavers heard from a letter."
RESOLVED = "The council noted that the harbour mill in Varn will shut, and went on to the budget."
ASIDE = "The mayor of Orle opened a school."


def told(first: str, second: str) -> list[str]:
    """The words of the first that the second tells."""
    said = scene(first, second, ASIDE)
    return [each.words for each in stretches(said) if each.statement is said.said[0]]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (CLOSES, RESOLVED, "harbour mill in Varn will close"),
        (
            "An engineer had testified, after days of questions, that the flue pipe was never joined to the chimney.",
            "Professor Wexler found that the flue pipe had never been joined to the chimney.",
            "flue pipe was never joined to the chimney",
        ),
        (
            "The retailer laid off 340 packers in Varn, a union said on its page.",
            "In Varn 340 packers were dismissed.",
            "laid off 340 packers in Varn",
        ),
    ],
)
def test_what_another_tells_in_words_of_one_sense_is_found(first: str, second: str, words: str) -> None:
    """The longest run of words, with a verb, whose numbers are the same and which is denied in both or in neither."""
    assert told(first, second) == [words]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (CLOSES, "The harbour mill in Varn will not close, the owner said.", "denied by one of them"),
        (CLOSES, "The harbour mill in Varn may close, the owner said.", "doubted by one of them"),
        (
            "340 night packers were dismissed in Varn.",
            "In Varn 350 night packers were dismissed.",
            "another number",
        ),
        (CLOSES, "Weavers of the mill met at the harbour.", "no act in common"),
        (
            "The harbour mill in Varn closed in 2019.",
            "The harbour mill in Varn closed on Monday.",
            "another time",
        ),
        (
            "Marcus Dorn, the chief executive, wrote a letter.",
            "The plan of Marcus Dorn, the chief executive, is old.",
            "a title is no act",
        ),
        ("The old mill at the harbour of Varn.", "The old mill at Varn harbour.", "no verb"),
        (
            "A page on the acid leak in Varn said that the paper mill on Lend Quay belongs to Orle.",
            "We hear of an acid leak at a paper mill on Lend Quay in Varn.",
            "what is said and of what it is said are two things",
        ),
    ],
)
def test_what_only_shares_words_is_no_stretch(first: str, second: str, why: str) -> None:
    """Nothing is said to be told elsewhere that is not."""
    assert told(first, second) == [], why


def test_one_origin_does_not_agree_with_itself() -> None:
    """Sentences of one article are one origin's."""
    assert not [*stretches(scene(f"{CLOSES} {RESOLVED}"))]


@given(
    st.lists(
        st.sampled_from((CLOSES, RESOLVED, ASIDE, "Four people died in the mill.")), min_size=2, max_size=4
    )
)
def test_a_stretch_stands_in_its_sentence_and_is_told_by_the_other(texts: list[str]) -> None:
    """Word for word in the one, and word by word of one sense in the other."""
    for each in stretches(scene(*texts)):
        assert each.words in each.statement.text
        assert tells([Told(each.other.text)], each.words)
