"""What articles say is not known."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.unknown import states_unknown, unknowns
from tests.support.articles import said, written


@pytest.mark.parametrize(
    "text",
    [
        "The mill confirmed the cuts but would not say how many people are affected.",
        "Tarn Foods has not published a total.",
        "What started the fire is not known.",
        "The company declined to give a reason.",
        "It remains unclear who signed the order.",
        "She gave no figure for the northern plant.",
        "The ministry hasn't said when the bridge will open.",
        "The sum was not disclosed.",
    ],
)
def test_what_is_said_to_be_unknown_is_recognised(text: str) -> None:
    """Silence, refusal and ignorance about something that could be known."""
    assert states_unknown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill said how many people are affected.",
        "The well-known singer declined the prize.",
        "She did not go to the meeting.",
        "The council published a total on Friday.",
        "The bridge is not open.",
    ],
)
def test_what_is_merely_denied_is_not_unknown(text: str) -> None:
    """A negation alone leaves nothing open."""
    assert not states_unknown(text)


def test_what_most_origins_call_unknown_comes_first() -> None:
    """Two outlets that say so stand before one; other claims are left out."""
    first = written(
        "The cause of the slide above Arden station is not known.", outlet="Arden Post", day="2025-03-11"
    )
    second = written(
        "The cause of the slide above Arden station is not known.\n\nIt rained.",
        outlet="Varn Radio",
        day="2025-03-11",
    )
    claims = [
        said(first, "The cause of the slide above Arden station is not known."),
        said(second, "The cause of the slide above Arden station is not known."),
    ]
    third = written(
        "The mayor declined to give a figure.\n\nA slide hit Arden.", outlet="Orle", day="2025-03-11"
    )
    claims = [said(third, "The mayor declined to give a figure."), *claims, said(third, "A slide hit Arden.")]
    articles = (first, second, third)
    origin_of = {article.id: article.id for article in articles}
    weighed, _ = weigh(claims, origin_of, {article.id: article.published for article in articles})
    found = unknowns(weighed)
    assert [item.claim.text for item in found] == [
        "The cause of the slide above Arden station is not known.",
        "The mayor declined to give a figure.",
    ]


def test_a_charge_against_unknown_persons_is_no_gap() -> None:
    """It is how a prosecutor begins."""
    assert not states_unknown("An inquiry has been opened against unknown persons.")
