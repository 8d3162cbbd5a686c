"""Stretches of sentences that other origins tell too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.conflicts.stretches import LIKELY, pairs, stretches
from conspectus.verification.figures import Told, stands
from conspectus.verification.figures import given as given_by
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
        (
            "Three people were hurt when the boiler of the Varn mill burst on Friday.",
            "The blast injured three workers of the Varn mill.",
            "Three people were hurt … Varn mill",
        ),
        (
            "34 people were taken from the tannery to hospital.",
            "34 went to hospital.",
            "34 people … hospital",
        ),
    ],
)
def test_what_another_tells_in_words_of_one_sense_is_found(first: str, second: str, words: str) -> None:
    """With a gap where it has no word; an act or an amount is among them, denied in both or in neither."""
    assert told(first, second) == [words]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (CLOSES, "The harbour mill in Varn will not close, the owner said.", "denied by one of them"),
        (CLOSES, "The harbour mill in Varn may close, the owner said.", "doubted by one of them"),
        (CLOSES, "The harbour mill in Varn has closed.", "expected by one of them"),
        (
            "340 night packers were dismissed in Varn.",
            "In Varn 350 night packers were dismissed.",
            "another number",
        ),
        (
            "Three fires burned in the Varn mill.",
            "Three engines came to burning mills at Varn.",
            "a small number of other things",
        ),
        (
            "Of the weavers in Varn 40 foremen were dismissed.",
            "In Varn 40 weavers were dismissed.",
            "a number of some of them",
        ),
        ("Joan Mickle, 58, was dismissed in Varn.", "In Varn 58 were dismissed.", "an age"),
        (
            "The mill at Varn sold its looms to the mill at Orle in May.",
            "The mill at Orle sold its looms to the mill at Varn in May.",
            "names the other way round",
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
        ("The QuickPot 6 cooker is new.", "A QuickPot 6 cooker was on the table.", "a number in a name"),
    ],
)
def test_what_only_shares_words_is_no_stretch(first: str, second: str, why: str) -> None:
    """Nothing is said to be told elsewhere that is not."""
    assert told(first, second) == [], why


def test_a_number_of_some_of_those_who_are_named_is_not_that_of_all() -> None:
    """Of two weavers and a dyer two are no number."""
    some = "Two weavers and a dyer of the Lend mill were dismissed in Varn, a letter says."
    many = "Two weavers of the Lend mill were dismissed in Varn by the new owner."
    assert told(some, many) == []
    assert told(some.replace("and a dyer ", ""), many) == [
        "Two weavers of the Lend mill were dismissed in Varn"
    ]


def test_one_origin_does_not_agree_with_itself() -> None:
    """Sentences of one article are one origin's."""
    assert not [*stretches(scene(f"{CLOSES} {RESOLVED}"))]


def test_what_has_little_else_in_common_is_not_likely_of_one_thing() -> None:
    """The words that both have may be a small part of what either says."""
    long = "The weavers of Orle, who built a bridge last week, told farmers at a market by the Lend that prices fell."
    (pair,) = pairs(scene(long, "Prices fell at the fair of Sandel, where sheep, cheese and wool are sold."))
    assert pair.compatible
    assert pair.likelihood < LIKELY
    (pair,) = pairs(scene("Wool prices fell at Sandel in the spring.", "Wool prices fell at Sandel fair."))
    assert pair.likelihood >= LIKELY


@given(
    st.lists(
        st.sampled_from((CLOSES, RESOLVED, ASIDE, "Four people died in the mill.")), min_size=2, max_size=4
    )
)
def test_a_stretch_stands_in_its_sentence_and_is_told_by_the_other(texts: list[str]) -> None:
    """Word for word in the one, and word by word of one sense in the other."""
    for each in stretches(scene(*texts)):
        assert stands(each.words, each.statement.text)
        assert given_by([Told(each.other.text)], each.words, Told(each.statement.text))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ("Three weavers", "The mill", "34 people in Varn", "340 packers", "It", "Ada Renk")
            ),
            st.sampled_from(("were hurt", "will close", "were laid off", "was sold for 340 crowns", "left")),
            st.sampled_from(
                ("in Varn", "at the mill, and 340 crowns were paid", "on Friday; 34 died", "in Orle")
            ),
        ).map(lambda parts: f"{' '.join(parts)}."),
        min_size=2,
        max_size=5,
    ),
    st.sampled_from((0.01, 0.1, 0.3, 0.5, LIKELY, 0.9)),
)
def test_no_likely_pair_is_passed_over(texts: list[str], least: float) -> None:
    """What is seen of two sentences cheaply never makes them less likely than they are."""
    said = scene(*texts)
    every = [each for each in pairs(said) if each.likelihood >= least]
    assert [each for each in pairs(said, least=least) if each.likelihood >= least] == every
