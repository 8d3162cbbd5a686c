"""Numbers that follow from the evidence by one step, and others that only look like it."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine


@pytest.mark.parametrize(
    ("evidence", "claim", "supported"),
    [
        ("The share rose from 18% to 23%.", "The share rose by five percentage points.", True),
        ("The share rose from 18% to 23%.", "The share rose by four percentage points.", False),
        ("The share is 41%, up nine percentage points.", "The share rose from 32% to 41%.", True),
        ("The school had 210 pupils in 1970 and has 43 now.", "The school has 167 fewer pupils.", True),
        ("The school had 210 pupils in 1970 and has 43 now.", "The school has 167 pupils.", False),
        ("The trust has £38,500 of the £120,000 it needs.", "The trust has nearly a third of it.", True),
        ("The trust has £38,500 of the £120,000 it needs.", "The trust has nearly half of it.", False),
        ("37 of the region's 52 schools shut.", "About 70% of the region's schools shut.", True),
        ("The jury of eight women and three men retired.", "The jury of 11 retired.", True),
        ("Five of the seven members voted for it.", "Two of the seven members voted for it.", False),
        ("The committee rejected it by 7 votes to 4.", "The committee rejected it by 7 votes to 3.", False),
        ("The pressure fell by 31 units, to 954.", "The pressure fell from 985 units to 954.", True),
        ("Six voted for it, two against, one abstained.", "Nine people took part in the vote.", True),
        ("Six voted for it, two against, one abstained.", "Ten people took part in the vote.", False),
        ("The lock was shut from 09:12 to 11:47.", "The lock was shut for 2 hours and 35 minutes.", True),
        ("The lock was shut from 09:12 to 11:47.", "The lock was shut for 2 hours and 53 minutes.", False),
        ("I booked two seats for £318.", "The two seats cost £159 apiece.", True),
        ("I booked two seats for £318.", "The two seats cost £159.", False),
    ],
)
def test_one_step_of_arithmetic(evidence: str, claim: str, supported: bool) -> None:
    """A difference, a share or a sum is accepted where the claim tells one, and no other number is."""
    assert examine(claim, [evidence]).supported is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Harrow kept a little over a tenth of the fare.", True),
        ("Harrow kept a little over a fifth of the fare.", False),
        ("About 14% of the flats are affordable.", True),
        ("About 41% of the flats are affordable.", False),
    ],
)
def test_a_share_may_lie_in_two_sentences(claim: str, supported: bool) -> None:
    """Amounts of one unit, or of things that are called alike, are held against each other across sentences."""
    evidence = (
        "The fare was £318.",
        "Harrow kept £36 of it.",
        "It plans 64 flats.",
        "Only nine flats are affordable.",
    )
    assert examine(claim, evidence).supported is supported
