"""True claims in other words than the evidence's, and the false ones next to them."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine

CUP = (
    "By beating Tom Reed she won the cup with 7.5 points from nine games.",
    "Ana Roca had led with 6.5 points, half a point ahead of Mia Lund.",
)


@pytest.mark.parametrize(
    ("claim", "evidence", "known", "sound"),
    [
        (
            "It was not the first such case at the club.",
            ["It is the second such case at the club."],
            [],
            True,
        ),
        ("It was the first such case at the club.", ["It is the second such case at the club."], [], False),
        (
            "It was not the second such case at the club.",
            ["It is the third such case at the club, the first since May."],
            [],
            False,
        ),
        (
            "Farms with more than £10,000 of damage get help.",
            ["Farms get help where damage passes £10,000."],
            [],
            True,
        ),
        (
            "Farms with less than £10,000 of damage get help.",
            ["Farms get help where damage passes £10,000."],
            [],
            False,
        ),
        ("Mia Lund won with 7.5 points.", CUP, ["Our congratulations to Mia Lund."], True),
        ("Mia Lund won with 6.5 points.", CUP, ["Our congratulations to Mia Lund."], False),
        ("Mia Lund won with 7.5 points.", CUP, ["It rained."], False),
        (
            "Pavel Orsic said that he had been slow.",
            ['"He was slow," said the Croat.'],
            ["Pavel Orsic came second."],
            True,
        ),
        (
            "Tom Reed said that he had been slow.",
            ['"He was slow," said the Croat.'],
            ["Pavel Orsic came second."],
            False,
        ),
        (
            "Pavel Orsic said that he had been slow.",
            ['"He was slow," said the Herald.'],
            ["Pavel Orsic came second."],
            False,
        ),
    ],
)
def test_what_says_the_same_is_supported(
    claim: str, evidence: list[str], known: list[str], sound: bool
) -> None:
    """And nothing that is one word off."""
    verdict = examine(claim, list(evidence), known=known)
    assert verdict.supported is sound, verdict.complaint
