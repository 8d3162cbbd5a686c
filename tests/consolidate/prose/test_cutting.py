"""A sentence with less before and within its main clause."""

from __future__ import annotations

import pytest

from conspectus.consolidate.prose.cutting import forms


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
