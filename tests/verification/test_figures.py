"""Whether a figure stands in what is quoted for it."""

from __future__ import annotations

import pytest

from conspectus.verification.figures import gives


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("34 people", "Thirty-four people were taken to hospital."),
        ("$46 billion", "Revenue reached 46bn dollars last year."),
        ("elf Stücke", "Die Polizei spricht von elf und sucht weiter nach den Tätern."),
        ("between 2236 and 2508", "Codes from 2236 to 2508 are affected."),
    ],
)
def test_a_number_is_given_in_digits_and_in_words(words: str, quote: str) -> None:
    """What is counted may be worded otherwise, or not at all."""
    assert gives([quote], words)


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("34 people", "Thirty-five people were taken to hospital."),
        ("between 2236 and 2508", "Codes from 2236 on are affected."),
        ("several people", "Several people were taken to hospital."),
        ("34 people", ""),
    ],
)
def test_another_number_or_none_is_no_figure(words: str, quote: str) -> None:
    """Each number has to be there, and words without any give none."""
    assert not gives([quote], words)
