"""A sentence with less before and within its main clause."""

from __future__ import annotations

import pytest

from conspectus.consolidate.prose.cutting import cuts, forms


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("On July 17, 2025, ", "the mill closed its doors to forty workers"),
        ("On Monday, 3 March 2025, ", "the mill closed its doors to forty workers"),
        ("On Thursday, July 17, ", "the mill closed its doors to forty workers"),
        ("In May 2024, ", "1200 boats left the harbour without a permit"),
    ],
)
def test_a_date_leads_in_up_to_its_last_comma(lead: str, rest: str) -> None:
    """No form of the sentence opens with the half of a date."""
    assert forms(lead + rest) == (lead + rest, rest)


@pytest.mark.parametrize("said", ["the port said on Monday", "final figures showed on Monday"])
def test_who_says_it_stays_parted_from_what_is_said(said: str) -> None:
    """And behind every part of it, with the day on which it was said."""
    text = f"Nine people were hurt in a fire at the mill in Varn, up from six earlier in the day, {said}."
    assert f"Nine people were hurt in a fire at the mill in Varn, {said}" in forms(text.rstrip("."))
    assert all(each.endswith(f", {said}") for each in cuts(text))


@pytest.mark.parametrize("number", ["1,460", "€2,310 million", "5:10"])
def test_no_clause_ends_within_a_number(number: str) -> None:
    """A comma or a colon between digits is part of the number."""
    text = (
        f"The dock at Perrin told its crews that {number} was the mark for Monday, the harbour master said."
    )
    assert all(number in each for each in cuts(text))
