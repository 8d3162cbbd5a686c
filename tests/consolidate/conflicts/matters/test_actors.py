"""Two doers of one deed."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A cleaner discovered the theft.",
            "The night guard noticed the theft, not a cleaner, his lawyer said.",
        ),
        (
            "The order to open the upper gate came from the district office, the mayor said.",
            "It was the power company that ordered the upper gate opened, the clerk said.",
        ),
        (
            "Ilo Marr scored the winning goal, the radio said.",
            "The winning goal was scored by Pol Adde, the club said.",
        ),
        (
            "The sprinkler valve was shut on Tuesday by a contractor, the owner said.",
            "It was the foreman who turned the sprinkler valve off, a worker said.",
        ),
    ],
)
def test_one_deed_has_one_doer(first: str, second: str) -> None:
    """Active, passive, as a noun, or in a sentence that insists."""
    (conflict,) = differing(first, second).conflicts
    assert conflict.kind is ConflictKind.ACTOR
    assert conflict.question.startswith("Who ")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A cleaner discovered the theft.", "The night guard noticed the smoke, his lawyer said."),
        ("Corvane stopped the trial.", "The company stopped the trial, a letter says."),
        ("The police found the car, a reporter said.", "Officers found the car, the mayor said."),
    ],
)
def test_other_deeds_and_other_words_for_one_doer_are_none(first: str, second: str) -> None:
    """A name and a noun may be one."""
    assert differing(first, second).conflicts == ()
