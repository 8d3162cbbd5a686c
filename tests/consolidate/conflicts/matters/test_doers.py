"""Whom two reports have do what both tell of."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing

ONE = "A cave with paintings has come to light at Velm. "
OTHER = "Experts are thrilled by paintings in a cave at Velm. "


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The oldest horse was discovered by a shepherd.",
            "Two schoolboys discovered the oldest horse while looking for a dog.",
        ),
        ("A postman, Len Orr, raised the alarm.", "The police were called by the farmer's daughter."),
        (
            "The man at the wheel, Len Orr, was unhurt.",
            "It was Pat Doyle who was at the controls, the police said.",
        ),
        ("He went at the request of his group leader, Una Sheils.", "It was Otto Lenz who asked him to go."),
        ("The bills were uncovered by auditors.", "The bills were brought to light by a retired teacher."),
        ("The winner came from Joe Salk.", "Winger Danny Firth turned in the winner in the last minute."),
    ],
)
def test_two_who_can_not_be_one_are_two_sides(first: str, second: str) -> None:
    """Two names, or two callings; the deed may be worded otherwise."""
    (conflict,) = differing(ONE + first, OTHER + second).conflicts
    assert conflict.kind is ConflictKind.ACTOR
    assert {side.position for side in conflict.sides} == {first, second}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The cave was discovered by a passer-by.", "Two schoolboys discovered the cave."),
        ("The cave was discovered by Ada Roe.", "A shepherd discovered the cave."),
        (
            "The cave was discovered by a shepherd. Len Orr is a shepherd.",
            "Len Orr, a farmer, discovered the cave.",
        ),
        ("A shepherd discovered the cave.", "A baker discovered the coins."),
        ("The taxi was driven by Len Orr.", "Pat Doyle was driving the van."),
        ("A postman raised the alarm.", "A postman and a baker called the police."),
        ("A postman hammered on the door and raised the alarm.", "The police were called by a baker."),
        ("Len Orr scored the equaliser.", "Pat Doyle turned in the winner."),
    ],
)
def test_who_may_be_one_and_what_may_be_another_deed_are_none(first: str, second: str) -> None:
    """A wider word, a name without a calling, both told, another thing, another vehicle."""
    found = differing(ONE + first, OTHER + second).conflicts
    assert ConflictKind.ACTOR not in {each.kind for each in found}
