"""What somebody denied and has owned up to since is no open dispute."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import Differences, differences
from conspectus.model.briefing import Relation
from tests.support.articles import said, written


def told(*reports: tuple[str, tuple[str, ...]]) -> Differences:
    """What reports differ on, each with its day and its sentences."""
    articles = [
        written(" ".join(texts), outlet=f"Outlet {n}", day=day) for n, (day, texts) in enumerate(reports)
    ]
    claims = [
        said(article, text) for article, (_, texts) in zip(articles, reports, strict=True) for text in texts
    ]
    published: dict[str, date | None] = {each.id: each.published for each in articles}
    known = {each.id: each for each in articles}
    return differences(weigh(claims, {each.id: each.id for each in articles}, published)[0], published, known)


CHARGE = "The union said that a valve of the Orle dam had been left open on Sunday night."
DENIAL = "The director, Vera Molk, denied it."


@pytest.mark.parametrize(
    "later",
    [
        "Director Vera Molk acknowledged on Friday that a valve of the dam had been left open.",
        "Molk admitted that a valve was left open that Sunday night.",
    ],
)
def test_a_denial_that_its_speaker_gives_up_is_corrected(later: str) -> None:
    """Both stand as a correction, and the denial is out of date."""
    found = told(("2026-03-02", (CHARGE, DENIAL)), ("2026-03-06", (later,)))
    assert found.conflicts == ()
    (correction,) = found.reconciled
    assert correction.relation is Relation.CORRECTION
    assert [side.position for side in correction.sides] == [DENIAL, later]
    assert set(correction.sides[0].claim_ids) <= found.outdated


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ("2026-03-06", "The director, Vera Molk, refused to acknowledge that the valve had been left open."),
        ("2026-03-06", "The minister, Jan Roo, acknowledged that a valve of the dam had been left open."),
        ("2026-03-06", "Molk acknowledged that the restaurant had lost guests."),
        ("2026-03-01", "Director Vera Molk acknowledged that a valve of the dam had been left open."),
    ],
)
def test_what_its_speaker_has_not_given_up_stays_a_conflict(day: str, later: str) -> None:
    """A refusal, another's word, another matter and what was said before the denial end no dispute."""
    found = told(("2026-03-02", (CHARGE, DENIAL)), (day, (later,)))
    assert len(found.conflicts) == 1


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "Korb Dairies said that no closure of the plant was planned.",
            "Korb Dairies will close its plant in June, three days after it said no closure was planned.",
        ),
        (
            "No patient records were copied, said Vera Molk.",
            "The clinic withdrew its assurance that no patient records had been copied.",
        ),
    ],
)
def test_what_is_said_to_be_taken_back_is_corrected(earlier: str, later: str) -> None:
    """The later report says itself what is no longer said."""
    found = told(("2026-03-02", (earlier,)), ("2026-03-05", (later,)))
    (correction,) = found.reconciled
    assert [side.position for side in correction.sides] == [earlier, later]


@pytest.mark.parametrize(
    "later",
    [
        # What was said before stands.
        "The clinic opened again, three days after it said that the wards were ready.",
        "The clinic refused to withdraw its assurance that no patient records had been copied.",
    ],
)
def test_what_is_not_taken_back_stands(later: str) -> None:
    """Neither what was affirmed before, nor what somebody would not withdraw."""
    earlier = "No patient records were copied and the wards were ready, said Vera Molk."
    found = told(("2026-03-02", (earlier,)), ("2026-03-05", (later,)))
    assert not [each for each in found.reconciled if each.relation is Relation.CORRECTION]
