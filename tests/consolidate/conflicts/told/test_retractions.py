"""What an outlet takes back of its own is a correction, and no conflict."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.finding import Differences
from conspectus.model.briefing import Relation
from tests.support.worlds import differing


def told(text: str) -> Differences:
    """What the one article differs on."""
    return differing(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday we wrote that the mayor had signed the lease for the quay. He has not.",
        "Our report on Tuesday had the mayor sign the lease for the quay. That is not so.",
        "An earlier version of this story had the mayor sign the lease for the quay. That is not true.",
        "Outlet 0 reported last week that the mayor had signed the lease for the quay. That was not the case.",
        "Correction: The mayor has signed the lease for the quay. That was not so.",
    ],
)
def test_what_an_outlet_takes_back_is_corrected(text: str) -> None:
    """Nobody stands by what it wrote: both sentences are shown, as a correction."""
    found = told(text)
    assert found.conflicts == ()
    (correction,) = found.reconciled
    assert correction.relation is Relation.CORRECTION
    assert [side.position for side in correction.sides] == [f"{each}." for each in text[:-1].split(". ")]


@pytest.mark.parametrize(
    "text",
    [
        "The union said that the mayor had signed the lease for the quay. That is not true, said Jan Roo.",
        "“Our report has the mayor sign the lease for the quay,” the union said. That is not true, said Jan Roo.",
    ],
)
def test_what_two_parties_say_stays_a_conflict(text: str) -> None:
    """A speaker's own report is the speaker's word, and somebody stands by it."""
    assert len(told(text).conflicts) == 1
