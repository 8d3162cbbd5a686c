"""A name that the evidence has elsewhere does not take the place of another."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine

EVIDENCE = (
    "Independent validation by Calloway Labs is due by June 30.",
    "Vera Lind, once of Quillstone Energy, joins the board.",
)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Independent validation by Calloway Labs is due by June 30.", True),
        ("Calloway Labs is to finish its independent validation by June 30.", True),
        ("Independent validation by Quillstone Energy is due by June 30.", False),
        ("Vera Lind joins the board, and validation is due by June 30.", True),
    ],
)
def test_names_stay_with_what_is_said_of_them(claim: str, supported: bool) -> None:
    """The reason names whom the evidence says it of."""
    verdict = examine(claim, EVIDENCE)
    assert verdict.supported is supported, verdict.complaint
    if not supported:
        assert "Calloway" in verdict.complaint
