"""What somebody strives for is not told as had."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine
from conspectus.verification.verdict import MismatchKind


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        (
            "The museum has found a buyer for its old building.",
            "The museum is looking for a buyer for its old building.",
        ),
        (
            "Per Holt has torn down the cinema.",
            "Per Holt has applied for permission to tear down the cinema.",
        ),
        ("The app warns walkers of avalanches.", "The app is supposed to warn walkers of avalanches."),
        (
            "The state gave 2 million euros for a bridge.",
            "The council asked the state for 2 million euros for a bridge.",
        ),
        ("Bo Lind has joined Rovers as a striker.", "Rovers made an offer for striker Bo Lind."),
        (
            "Three firms have won the contract for the pool.",
            "Three firms have bid for the contract for the pool.",
        ),
    ],
)
def test_what_is_striven_for_is_not_had(claim: str, evidence: str) -> None:
    """The reason names what the evidence says of it."""
    (reason,) = examine(claim, [evidence]).reasons
    assert reason.kind is MismatchKind.MODALITY
    assert reason.in_evidence is not None
    assert reason.in_evidence in evidence


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        # The claim keeps it.
        (
            "The museum seeks a buyer for its building.",
            ["The museum is looking for a buyer for its building."],
        ),
        # It was had after all, in the same sentence or the next.
        (
            "Ann Loe got the post of director.",
            ["Ann Loe applied for the post of director in May and got it."],
        ),
        (
            "The court granted him a delay.",
            ["He asked the court for a delay.", "The court granted it after an hour."],
        ),
        # Something else of the scope is told.
        (
            "The museum's old building in Dorn was closed in May.",
            [
                "The museum is looking for a buyer for its old building in Dorn.",
                "The building was closed in May.",
            ],
        ),
        # The evidence has it elsewhere.
        (
            "The driver of the red van is 40.",
            ["Police are searching for the driver of a red van.", "The driver is 40."],
        ),
    ],
)
def test_what_was_had_or_is_kept_is_not_refused(claim: str, evidence: list[str]) -> None:
    """No striving is dropped."""
    assert not [r.message for r in examine(claim, evidence).reasons if "tells it as done" in r.message]
