"""Questions that read as a reader would ask them."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.questions import whether
from tests.support.worlds import differing


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        (
            "Nine people were hurt, the brigade said.",
            "Fourteen people were hurt, the clinic said.",
            "How many people were injured?",
        ),
        (
            "The flood killed 310 sheep, he said.",
            "The flood killed 190 sheep, she said.",
            "How many sheep died?",
        ),
        ("The barn held 31 sheep, he said.", "The barn held 19 sheep, she said.", "How many sheep?"),
        (
            "The bridge cost $48 million, he said.",
            "The bridge cost $61 million, she said.",
            "How much does it cost?",
        ),
        ("The car did 48 km/h, he said.", "The car did 80 km/h, she said.", "How fast?"),
    ],
)
def test_a_question_names_what_is_counted(first: str, second: str, asked: str) -> None:
    """And not merely that numbers differ."""
    (conflict,) = differing(first, second).conflicts
    assert conflict.question == asked


def test_a_sentence_becomes_the_question_whether_it_is_so() -> None:
    """Long ones and quotations are not asked word for word."""
    assert whether("The gate was shut, said the keeper.") == "Is it true that the gate was shut?"
    assert whether("“Shut it,” she said.") == "Did it happen?"
