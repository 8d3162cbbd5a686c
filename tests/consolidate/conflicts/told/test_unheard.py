"""Who says that they told is set against who says that nobody told them."""

from __future__ import annotations

import pytest

from tests.support.worlds import differing as found

TOLD = "Ida Lenz wrote to Velm Dairy about the smell in May, she says."


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (TOLD, "“Nobody had told us of any smell,” Velm Dairy said."),
        (TOLD, "Velm Dairy said that it had received no complaint from anybody before the summer."),
        (
            "The inspector required Velm Dairy to mend the pump by May.",
            "Velm Dairy said that it had never been warned.",
        ),
        (
            "“Each of those houses got a call,” the sheriff of Orle said.",
            "No call and no officer had reached the mill, its owner, Odo Brandt, said.",
        ),
    ],
)
def test_told_and_never_told_are_two_sides(told: str, denied: str) -> None:
    """Who was told is named, or the two stand beside each other; the words that they share are few."""
    texts = [told, denied] if "Velm" in denied else [f"{told} {denied}"]
    (conflict,) = found(*texts).conflicts
    assert [side.position for side in conflict.sides] == [told, denied]


@pytest.mark.parametrize(
    "denied",
    [
        "“Nobody had told us of any smell,” the harbour of Varn said.",
        "Velm Dairy said that it had not been warned yet.",
        "Velm Dairy said that no damage had been reported.",
        "Velm Dairy said that it had told nobody.",
    ],
)
def test_others_who_were_not_told_and_other_silences_are_none(denied: str) -> None:
    """What is not so yet may be so tomorrow, and that no damage was reported says nothing of letters."""
    assert not found(TOLD, denied).conflicts
