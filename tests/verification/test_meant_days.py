"""Days that count from another of the text."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.verification.faithfulness import examine

PUBLISHED = date(2026, 6, 17)
HEARING = "The hearing will be held on 3 July."


@pytest.mark.parametrize(
    ("claim", "evidence", "sound"),
    [
        (
            "The board hopes to decide by the end of July.",
            "The board hopes to decide by the end of that month.",
            True,
        ),
        (
            "The board hopes to decide by the end of August.",
            "The board hopes to decide by the end of that month.",
            False,
        ),
        ("She married in 1998.", "She moved to Kell in 1998 and married later that year.", True),
        ("He lost the race in 2004.", "He won the race in 2003 and lost it the following year.", True),
        ("He lost the race in 2005.", "He won the race in 2003 and lost it the following year.", False),
        (
            "The mill burned down in April 2012.",
            "The mill opened in March 2012 and burned down the following month.",
            True,
        ),
        (
            "The mill burned down in January 2013.",
            "The mill opened in December 2012 and burned down the following month.",
            True,
        ),
        (
            "A storm broke the fence in September 2024.",
            "They came in the autumn of 2024, as a storm broke the fence that September.",
            True,
        ),
        # Not the September nearest to the day of publication.
        (
            "A storm broke the fence in September 2025.",
            "They came in the autumn of 2024, as a storm broke the fence that September.",
            False,
        ),
    ],
)
def test_a_day_counts_from_another_of_its_sentence_or_the_one_before(
    claim: str, evidence: str, sound: bool
) -> None:
    """And means no other."""
    assert examine(claim, [evidence], known=[HEARING], published=PUBLISHED).supported is sound


def test_a_day_that_counts_from_none_means_none() -> None:
    """Without another date nobody can tell which month it is."""
    assert not examine(
        "The board will decide by the end of July.", ["The board will decide by the end of that month."]
    ).supported
