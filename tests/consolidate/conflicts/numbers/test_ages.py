"""One person at two ages."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Neil Crosbie, 47, was rescued.", "The rescued man, Neil Crosbie, aged 49, thanked the crew."),
        ("The 47-year-old Neil Crosbie was rescued.", "Crosbie (49) was rescued."),
        ("Anna Rook, a 34-year-old nurse, won.", "The winner was Anna Rook, 43."),
    ],
)
def test_nobody_has_two_ages(first: str, second: str) -> None:
    """Whatever else the two sentences say."""
    (conflict,) = differing(first, second).conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert conflict.question.startswith("How old is ")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Neil Crosbie, 47, was rescued.", "Isla Crosbie, 16, was rescued."),
        ("Neil Crosbie, 47, was rescued.", "Crosbie, 47, and his son Crosbie, 16, were rescued."),
        ("In March, 12 people fell.", "In March, 15, and in April fewer fell."),
        ("Thornaby, 61 places below, won.", "Thornaby, 12 points ahead, lost."),
        (("Neil Crosbie, 47, was rescued.", "2024-03-01"), ("Neil Crosbie, 48, was rescued.", "2025-03-01")),
    ],
)
def test_two_persons_have_two_ages(first: str | tuple[str, str], second: str | tuple[str, str]) -> None:
    """And one person has two in two years; what is no age is none."""
    found = [each.question for each in differing(first, second).conflicts]
    assert not [each for each in found if each.startswith("How old")]
