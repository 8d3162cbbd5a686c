"""Words that tell two things of one name apart."""

from __future__ import annotations

from conspectus.consolidate.contrasts import contrasting


def test_two_plans_are_not_one() -> None:
    """Only where both are qualified, and neither sentence has the other's word."""
    assert contrasting("They passed the harbour plan.", "They dropped the school plan.")
    assert not contrasting("They passed the harbour plan.", "They dropped the plan.")
    assert not contrasting("They passed the harbour plan.", "They dropped the school plan for the harbour.")
