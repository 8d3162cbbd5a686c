"""Whether what two reports tell of took place."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.matters.happened import MOST, happened
from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing, scene

ONE = "An alarm rang at the Velm hotel at three in the morning. "
OTHER = "A kettle woke the Velm hotel at three. "


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("All guests were led out to the lawn.", "People stayed in their rooms, the manager said."),
        ("The quiz in the bar went ahead.", "The quiz in the bar was called off."),
        ("The van that hit the gate stopped at once.", "The motorist drove off, the manager said."),
        ("The cook was winched from the roof.", "The cook climbed out unaided."),
        ("No ferries left Velm in the storm.", "The first ferry sailed as planned."),
        ("The cook was wearing a helmet.", "The cook had no helmet on, a waiter said."),
        ("The cook, Ada Roe, left without a word.", "Ada Roe apologised to the guests."),
    ],
)
def test_two_ends_of_an_axis_are_two_sides(first: str, second: str) -> None:
    """Hardly a word is shared, and who says it need not be told."""
    (conflict,) = differing(ONE + first, OTHER + second).conflicts
    assert conflict.kind is ConflictKind.OCCURRENCE
    assert {side.position for side in conflict.sides} == {first, second}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("All guests were led out to the lawn.", "People in nearby houses stayed in their rooms."),
        ("The cook was winched from the roof.", "The cook would have climbed out unaided."),
        ("No ferries left Velm before ten.", "The first ferry sailed at eleven."),
        ("Most ferries were cancelled. The first ferry sailed.", "The last ferry was cancelled."),
        ("Ada Roe admitted theft.", "Otto Roe denied theft."),
        ("The Marl Fair was called off on Sunday.", "The Marl Fair took place on Monday."),
        ("The quiz in the bar went ahead.", "The boat trip was called off."),
        ("The shop stayed open.", "The shop was closed for an hour. After that the shop stayed open."),
    ],
)
def test_two_things_two_times_and_parts_are_none(first: str, second: str) -> None:
    """Others, what may be, a bound, a part, another person, another day, another thing."""
    found = differing(ONE + first, OTHER + second).conflicts
    assert ConflictKind.OCCURRENCE not in {each.kind for each in found}


def test_two_parties_of_one_article_are_two_sides() -> None:
    """The second denies what the first says of it."""
    told = "The operator, Marl Coaches, said that its drivers had been told to use the main road."
    denied = "Driver Ida Roe denied having had any such instruction."
    (conflict,) = differing(f"A bus slid into a ditch near Velm. {told} {denied}").conflicts
    assert [side.position for side in conflict.sides] == [told, denied]


def test_of_hundreds_of_reports_the_first_are_compared() -> None:
    """Pairs would grow with the square of the reports."""
    told = scene(*["All guests were led out.", "The guests stayed in their rooms."] * MOST)
    assert len(list(happened(told))) <= MOST**2 // 4
