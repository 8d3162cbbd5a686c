"""Kinds of mishaps and of what they come of."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.mishaps import apart, culprits, mishaps


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("a cigarette", "a faulty charger", True),
        ("its brakes", "a burst tyre", True),
        ("a fault", "a burst tyre", False),
        ("human error", "a driver who had dozed off", False),
        ("gales", "a fallen tree", False),
        ("gales", "lightning", True),
        ("a toaster", "burning bread", False),
        ("a cigarette", "a green thing", False),
    ],
)
def test_kinds_exclude_each_other_unless_one_is_wider_or_unknown(
    first: str, second: str, expected: bool
) -> None:
    """A toaster is an appliance and belongs to a kitchen; a word that is in no list tells nothing."""
    one, other = culprits(first), culprits(second)
    assert apart(one, other) is expected
    assert apart(other, one) is expected


def test_a_mishap_is_known_by_several_words() -> None:
    """A blaze is a fire."""
    assert mishaps("The blaze was out by noon.") & mishaps("A fire started.")
    assert not mishaps("The fair was opened.")
