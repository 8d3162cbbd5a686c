"""Two amounts conflict only where no reading of them reconciles them; a toll that rises does not."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.agreement import Weighed
from conspectus.consolidate.conflicts import find_conflicts, superseded
from conspectus.model.briefing import ConflictKind, Standing
from conspectus.model.evidence import Claim, Evidence, Verification, claim_id

SUNDAY, MONDAY = date(2025, 3, 9), date(2025, 3, 10)


def weighed(text: str, article: int, origin: str | None = None) -> Weighed:
    """A quoted claim of the article of that number, which is its own origin unless one is named."""
    evidence = (Evidence(article_id=f"a{article:08x}", start=0, end=len(text), quote=text),)
    claim = Claim(
        id=claim_id(text, None, evidence), text=text, evidence=evidence, verified=Verification.QUOTED
    )
    return Weighed(claim, (origin or f"o{article}",), Standing.SINGLE_ORIGIN)


def published(*days: date | None) -> dict[str, date | None]:
    """Publication dates of the articles 1, 2, …"""
    return {f"a{number:08x}": day for number, day in enumerate(days, start=1)}


AUSTIN = "A filing lists 262 positions at the Austin office."
UNION = "The union said that 410 jobs had been cut in Austin."


def test_amounts_of_one_place_that_can_not_both_be_right_are_a_conflict() -> None:
    """Both sides stand in it in their own words, with the claims that they rest on."""
    items = [weighed(AUSTIN, 1), weighed(UNION, 2)]
    (conflict,) = find_conflicts(items, published(SUNDAY, SUNDAY))
    assert conflict.kind is ConflictKind.NUMBER
    assert "Austin" in conflict.question
    assert [side.position for side in conflict.sides] == [AUSTIN, UNION]
    assert [side.claim_ids for side in conflict.sides] == [(item.claim.id,) for item in items]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (AUSTIN, "The union said that at least 250 jobs had been cut in Austin."),
        (AUSTIN, "The union said that about 265 jobs had been cut in Austin."),
        (AUSTIN, "The union said that hundreds of jobs had been cut in Austin."),
        (AUSTIN, "The union said that 410 jobs had been cut in Tulsa."),
        (AUSTIN, "The union said that 410 of the jobs in Austin were in support."),
        (AUSTIN, "Staff in Austin are paid for 90 days."),
        (AUSTIN, "The company later revised the number of Austin jobs to 410."),
        (AUSTIN, "In 2023 the company cut 410 jobs in Austin."),
        ("In 2024 a filing listed 262 positions at the Austin office.", "In 2023 it cut 410 jobs in Austin."),
        ("Sales of the unit rose 12% in Austin.", "Sales of the unit in Austin came to $12 million."),
    ],
)
def test_what_can_be_reconciled_is_no_conflict(first: str, second: str) -> None:
    """Bounds, rounding, vagueness, another place, a part, another unit, a revision, another period."""
    items = [weighed(first, 1), weighed(second, 2)]
    assert find_conflicts(items, published(SUNDAY, SUNDAY)) == ()


def test_one_origin_does_not_contradict_itself() -> None:
    """Two pages of one outlet are one voice."""
    items = [weighed(AUSTIN, 1, "o1"), weighed(UNION, 2, "o1")]
    assert find_conflicts(items, published(SUNDAY, SUNDAY)) == ()


ELEVEN = "Eleven people were still missing on Sunday, commander Elke Vandermeer told reporters."
SIX = "Six people were unaccounted for on Sunday evening, according to Skerry Line."
EIGHT = "Eight people were missing on Monday, the coastguard said."


def test_counts_of_one_day_conflict_and_their_speakers_are_not_their_place() -> None:
    """Missing and unaccounted for are one count, and who says it does not make it another."""
    items = [weighed(ELEVEN, 1), weighed(SIX, 2)]
    (conflict,) = find_conflicts(items, published(SUNDAY, SUNDAY))
    assert conflict.question == "How many missing?"


def test_counts_of_different_days_are_an_update() -> None:
    """The later count replaces the earlier one; neither contradicts the other."""
    items = [weighed(ELEVEN, 1), weighed(EIGHT, 2)]
    days = published(SUNDAY, MONDAY)
    assert find_conflicts(items, days) == ()
    assert superseded(items, days) == {items[0].claim.id}


def test_counts_whose_day_nobody_knows_are_left_alone() -> None:
    """Without a publication date "on Sunday" is no day, so nothing is later and nothing contradicts."""
    items = [weighed(ELEVEN, 1), weighed(EIGHT, 2), weighed(SIX, 3)]
    days = published(None, None, None)
    assert find_conflicts(items, days) == ()
    assert superseded(items, days) == frozenset()


def test_a_count_after_its_noun_and_an_hour_are_told_apart() -> None:
    """ "The number of dead has risen to eight" counts the dead; "six o'clock" counts nothing."""
    items = [
        weighed("Three people died on Sunday, police said.", 1),
        weighed("The number of dead has risen to eight, police said on Monday at six o'clock.", 2),
    ]
    assert superseded(items, published(SUNDAY, MONDAY)) == {items[0].claim.id}


def test_additions_and_parts_are_no_totals() -> None:
    """ "Two more bodies" and "two of the five dead" neither replace nor contradict a total."""
    items = [
        weighed("Five people were dead on Sunday, police said.", 1),
        weighed("Divers found two more dead on Monday.", 2),
        weighed("Two of the dead on Monday were crew.", 3),
    ]
    days = published(SUNDAY, MONDAY, MONDAY)
    assert superseded(items, days) == frozenset()
    assert find_conflicts(items, days) == ()
