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
    ],
)
def test_one_step_of_arithmetic(evidence: str, claim: str, supported: bool) -> None:
    """A difference, a share or a sum is accepted where the claim tells one, and no other number is."""
    assert examine(claim, [evidence]).supported is supported
