"""Amounts of which one is the other and what came on top of it."""

from __future__ import annotations

import pytest

from tests.support.worlds import differing

_FLOCK = "A dog killed 23 sheep on the dyke of Orle on Monday."
_DEAD = "On the dyke of Orle a dog killed 28 sheep on Monday."


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ("Five more had to be put down.", 0),
        ("A further five were put down by a vet.", 0),
        ("Six more had to be put down.", 1),
        ("Five lambs stood in the barn.", 1),
        ("The farmer counted them. He wept. Five more dogs live there.", 1),
    ],
)
def test_what_comes_on_top_in_the_next_sentence_explains_the_difference(second: str, asked: int) -> None:
    """So many more as the two counts differ by, right behind one of them, and nowhere else."""
    assert len(differing(f"{_FLOCK} {second}", _DEAD).conflicts) == asked


def test_what_happened_to_a_part_did_not_happen_to_the_whole() -> None:
    """Of 600 of 2,400 jobs that go, only the 600 are compared with the jobs that go elsewhere."""
    first, second = (
        "The mill of Orle is cutting 600 of its 2,400 jobs.",
        "The mill of Orle is cutting 1,100 jobs.",
    )
    (conflict,) = differing(first, second).conflicts
    assert [side.position for side in conflict.sides] == [first, second]
    assert not differing(
        "Die Mühle von Orle streicht 600 von 2400 Stellen.", "Die Mühle von Orle streicht 2700 Stellen."
    ).conflicts
