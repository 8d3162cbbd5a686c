"""Clauses of a claim that the evidence has no word of."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        (
            "Nils Berg has found work at a bakery, where he sleeps better.",
            "Nils Berg has found work at a bakery.",
        ),
        (
            "The council is looking into the accounts after complaints from donors.",
            "The council is looking into the accounts and may speak in May.",
        ),
        (
            "The ferry to Hesk, which angered tourists, turned back at noon.",
            "The ferry to Hesk turned back at noon because of high waves.",
        ),
    ],
)
def test_a_clause_of_which_the_evidence_has_no_word_is_refused(claim: str, evidence: str) -> None:
    """Where all the rest is the evidence's own."""
    (reason,) = examine(claim, [evidence]).reasons
    assert "The claim adds" in reason.message
    assert reason.in_claim in claim


def test_the_clause_is_named_whole() -> None:
    """With the word that opens it."""
    claim = "The council is looking into the accounts after complaints from donors."
    (reason,) = examine(claim, ["The council is looking into the accounts and may speak in May."]).reasons
    assert reason.in_claim == "after complaints from donors"


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        # A clause of the same sort may be told in other words.
        (
            "Sales of ice cream rose in June, as temperatures were high.",
            "Sales of ice cream rose in June, as the weather was warm.",
        ),
        (
            "Passengers are taken to Kell by bus, which makes journeys longer.",
            "Passengers are taken to Kell by bus, which lasts an hour more.",
        ),
        # What is not so is told in many ways.
        (
            "Tom Reed wrote to the director in April, who remained wholly unresponsive.",
            "Tom Reed wrote to the director in April and got no answer.",
        ),
        # One word alone stands for another too often.
        ("Tom Reed fell from a ladder while gardening.", "Tom Reed fell from a ladder."),
        # Where other words are foreign as well, all may be paraphrase.
        (
            "Tom Reed tumbled from a ladder, where relatives discovered him.",
            "Tom Reed fell from a ladder in the hall.",
        ),
    ],
)
def test_what_may_be_a_paraphrase_is_not_refused(claim: str, evidence: str) -> None:
    """The gate can't tell it from an addition."""
    assert not [r.message for r in examine(claim, [evidence]).reasons if "adds" in r.message]
