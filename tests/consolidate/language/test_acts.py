"""What happens, as reports word it."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.acts import BEGINS, act_keys, acts
from conspectus.consolidate.language.senses import keys


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The fireball appeared in the west.", "It passed over the hills.", True),
        ("He was arrested in a guest house.", "Officers detained him there.", True),
        ("The plane took off.", "The jet left the airport.", True),
        ("The plane took off.", "The jet was back on the ground.", False),
        ("The bridge is to reopen.", "They will hand it back.", True),
        ("Nothing was left of the shed.", "The train left the station.", False),
        ("The fire brigade came.", "The barn burnt down.", False),
    ],
)
def test_acts_of_one_line_may_be_one(one: str, other: str, *, same: bool) -> None:
    """However they are worded; and two that no line has together are none."""
    assert bool(acts(one) & acts(other)) is same


def test_what_breaks_out_begins() -> None:
    """A fire that began at three broke out at three."""
    assert BEGINS in acts("The barn was ablaze at three.")
    assert BEGINS not in acts("The barn was sold at three.")


def test_words_of_acts_are_told_from_what_they_befall() -> None:
    """So that an act is not counted twice."""
    assert act_keys("The bridge was reopened.") == keys("reopened")
