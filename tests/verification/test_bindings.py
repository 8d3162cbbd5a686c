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


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Orders for foam mattresses were most of what the region bought last year.", True),
        ("Mattresses by Vera Lind were most of what the region bought last year.", False),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_name(claim: str, supported: bool) -> None:
    """“Orders” is nobody of whom Harnby could take the place; Vera Lind is."""
    evidence = [
        "Orders placed before 10 February will be late, says Vera Lind.",
        "By Harnby were made most foam mattresses that the region bought last year.",
    ]
    reasons = examine(claim, evidence).reasons
    assert any("says this of" in reason.message for reason in reasons) is not supported
