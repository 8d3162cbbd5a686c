"""What answers took, added up."""

from __future__ import annotations

import pytest

from conspectus.model.usage import Usage


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (0.0, 0.0, 0.0),
        (0.25, 0.0, 0.25),
        (0.0, 0.5, 0.5),
        (0.25, 0.5, 0.75),
        (None, 0.5, None),
        (0.25, None, None),
    ],
)
def test_a_cost_is_known_where_both_are(one: float | None, other: float | None, both: float | None) -> None:
    """What is not known is never counted as nothing, and nothing is nothing."""
    assert (Usage(cost_usd=one) + Usage(cost_usd=other)).cost_usd == both


def test_every_count_is_added() -> None:
    """Whatever else usage comes to hold."""
    counts = {name: number for number, name in enumerate(Usage.model_fields, start=1)}
    added = Usage(**counts) + Usage(**counts)
    assert added.model_dump() == {name: 2 * number for name, number in counts.items()}
