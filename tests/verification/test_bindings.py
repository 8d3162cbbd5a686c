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


def test_a_sentence_that_has_the_name_may_say_it_in_another_word() -> None:
    """The roles that are in Seldal are its jobs: nothing of this is said of Norvind instead."""
    evidence = [
        "This wave of job cuts affects teams across Norvind sales and support.",
        "In early 2024 Norvind announced that it would reduce its workforce.",
        "While all countries are touched, the majority of the roles are in Seldal, its home.",
    ]
    assert examine("Most of the jobs cut in 2024 were in Seldal.", evidence).supported
