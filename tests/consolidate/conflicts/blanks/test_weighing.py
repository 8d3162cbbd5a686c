"""What follows where amounts and times are found to be of one thing."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.consolidate.conflicts.blanks.test_gaps import BOATS, GALE, SHEDS, STORM, doubtful
from tests.support.worlds import agreed, differing


@pytest.mark.parametrize(
    ("told", "kind", "sides"),
    [
        (
            SHEDS,
            ConflictKind.NUMBER,
            {"Some 40 sheds were lost on the quay.", "The wind took 63 huts from the quay."},
        ),
        (
            BOATS,
            ConflictKind.DATE,
            {
                "The ferry to Orle sailed at 6.15am with the mail.",
                "The mail boat put out for Orle only at 8am.",
            },
        ),
    ],
)
def test_what_is_of_one_thing_is_a_conflict(
    told: tuple[str, str], kind: ConflictKind, sides: set[str]
) -> None:
    """Code finds none by itself; with what the model has found it has two sides."""
    assert not differing(*told).conflicts
    (conflict,) = agreed(doubtful(*told), *told).conflicts
    assert conflict.kind is kind
    assert {side.position for side in conflict.sides} == sides


def test_three_reports_have_three_sides() -> None:
    """What is found of two pairs is one question."""
    told = (*SHEDS, "Roads were flooded in the county of Orle. The sea took 17 huts from the quay.")
    (conflict,) = agreed(doubtful(*told), *told).conflicts
    assert len(conflict.sides) == 3


def test_a_later_count_is_no_conflict() -> None:
    """What a report says has moved on since is asked of nobody."""
    later = f"{GALE} The number of huts that the wind took has grown to 63."
    assert doubtful((f"{STORM} Some 40 sheds were lost on the quay."), later) == ()
