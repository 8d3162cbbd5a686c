"""Reasons as a person reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.verification.readable import readable, readable_message
from conspectus.verification.verdict import Mismatch, MismatchKind


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "The evidence says “58 , denied the charges and”.",
            "The evidence says “58, denied the charges and”.",
        ),
        ("The evidence says “, which may cause”.", "The evidence says “which may cause”."),
        ("It says “its full - year profit”.", "It says “its full-year profit”."),
        ("It says “the bank 's board , ( not he ) said”.", "It says “the bank's board, (not he) said”."),
        ("It has “Tuesday; 2030”.", "It has “Tuesday”, “2030”."),
        ("It says “the 12 th of £ 5”.", "It says “the 12th of £5”."),
        ("The claim speaks of a “engineer”.", "The claim speaks of an “engineer”."),
        ("The claim speaks of a “Prosecutors”.", "The claim speaks of “Prosecutors”."),
        (
            "The claim names “Holt”; “Holt” is not in the evidence. It names nobody.",
            "The claim names “Holt”, which the evidence does not. It names nobody.",
        ),
        (
            "The evidence says “28 , instead of January 31”; the claim leaves that out.",
            "The evidence says “… 28, instead of January 31 …”; the claim leaves that out.",
        ),
        (
            "“not resign and” in the claim is nowhere in the evidence.",
            "The claim says “… not resign and …”; the evidence denies nothing of the kind.",
        ),
        (
            "“not at its” in the claim is said of something that the evidence asserts.",
            "The claim says “… not at its …” of what the evidence asserts.",
        ),
        ("The word of “[a letter to suppliers]”.", "The word of “a letter to suppliers”."),
        ('It says “" did not count”.', "It says “did not count”."),
        ("The claim names “Ada Holt”; “Ada” is not in the evidence.",) * 2,
    ],
)
def test_the_words_are_set_as_text_is(message: str, told: str) -> None:
    """Marks stand where text has them, a list is several quotations, and no sentence stumbles."""
    assert readable_message(message) == told


@given(st.text(st.characters(exclude_characters="“”")))
def test_no_letter_is_lost(words: str) -> None:
    """Letters and digits of a quotation stay, in their order."""
    told = readable_message(f"It says “{words}”.")
    assert [c for c in told if c.isalnum()] == [c for c in f"It says {words}" if c.isalnum()]


def test_the_words_of_both_sides_are_set_too() -> None:
    """Kind and words are those of the reason; only spaces and marks differ."""
    reason = Mismatch(
        kind=MismatchKind.ROLE, in_claim="a co - op , Holt", in_evidence="Holt 's", message="“a co - op”"
    )
    told = readable(reason)
    assert (told.kind, told.in_claim, told.in_evidence) == (MismatchKind.ROLE, "a co-op, Holt", "Holt's")
