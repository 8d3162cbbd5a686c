"""Deeds that are to come need a word of the evidence as those that are done."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine


@pytest.mark.parametrize(
    ("claim", "evidence", "sound"),
    [
        (
            "The council of Wend will vote on the pool.",
            "The council of Wend debates the pool on Tuesday.",
            False,
        ),
        ("The council of Wend will vote on the pool.", "The council of Wend decides about the pool.", True),
        ("Residents want to sue the mill in Tarn.", "Residents are angry about the mill in Tarn.", False),
        ("Residents want to sue the mill in Tarn.", "Residents are taking the mill in Tarn to court.", True),
        (
            "Mayor Ann Loe will resign over the pool.",
            "Mayor Ann Loe spoke to reporters about the pool.",
            False,
        ),
        (
            "Mayor Ann Loe will not resign over the pool.",
            "Mayor Ann Loe stays, whatever becomes of the pool.",
            True,
        ),
        ("The vote on the pool divided Wend.", "The pool divided Wend.", True),
    ],
)
def test_a_deed_to_come_needs_a_word_for_it(claim: str, evidence: str, sound: bool) -> None:
    """Denied ones, and nouns of the same spelling, are left aside."""
    found = [reason for reason in examine(claim, [evidence]).reasons if "no word for that" in reason.message]
    assert (not found) is sound
