"""What somebody throws back as a question, they dispute."""

from __future__ import annotations

import pytest

from tests.support.worlds import differing as found

CALLED = "The mayor called the harvest festival in Orle a triumph of planning."
BACK = "“Triumph? We stood in the mud for four hours,” said Ida Lenz, who runs a mill."


def test_what_is_asked_back_is_disputed() -> None:
    """By whoever says something else instead."""
    (conflict,) = found(CALLED, BACK).conflicts
    assert [side.position for side in conflict.sides] == [CALLED, BACK]


@pytest.mark.parametrize(
    "other",
    [
        "“Why? We stood in the mud for four hours,” said Ida Lenz, who runs a mill.",
        "“Mud? We stood in it for four hours,” said Ida Lenz, who runs a mill.",
        "“Triumph?” asked Ida Lenz, who runs a mill.",
    ],
)
def test_other_questions_dispute_nothing(other: str) -> None:
    """What nobody said before, what is really asked, and what is asked and not answered."""
    assert not found(CALLED, other).conflicts
