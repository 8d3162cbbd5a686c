"""What happens or does not, and the phrases that say so."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guests were led out to the lawn.", {("leave", 1)}),
        ("They stayed in their rooms.", {("leave", -1)}),
        ("The driver sped off.", {("stopped", -1)}),
        ("He pleaded not guilty.", {("plea", -1)}),
        ("The early boat sailed at six.", {("sailed", 1)}),
        ("All trains were cancelled.", {("ran", -1)}),
        ("The fair was cancelled.", {("held", -1)}),
        ("It was a fine day.", set()),
    ],
)
def test_each_phrase_is_at_one_end_of_an_axis(text: str, expected: set[tuple[str, int]]) -> None:
    """Cancelled trains are no fair that was called off."""
    assert {(each.axis, each.sign) for each in outcomes(text)} == expected
