"""Copies of one text in which one figure is another."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import Differences, differences
from tests.support.articles import said, written

DAY = "2025-03-11"
PRINTED = "A ferry ran aground off Orle on Monday with 18 passengers on board, the coast guard said."
ALTERED = PRINTED.replace("18", "28")


def of_one_agency(
    *told: str, days: tuple[str, str] = (DAY, DAY), notes: tuple[str, str] = ("", "")
) -> Differences:
    """What two outlets' copies of one agency's story differ on; a note stands before each."""
    articles = [
        written(f"{note}{text}", outlet=f"Outlet {n}", day=day)
        for n, (text, day, note) in enumerate(zip(told, days, notes, strict=True))
    ]
    claims = [said(article, text) for article, text in zip(articles, told, strict=True)]
    published = {article.id: article.published for article in articles}
    weighed = weigh(claims, {article.id: "agency" for article in articles}, published)[0]
    return differences(weighed, published, {article.id: article for article in articles})


def test_a_figure_that_one_copy_has_otherwise_is_a_conflict() -> None:
    """Neither outlet says that it puts it right, so that nobody knows which of them is wrong."""
    (conflict,) = of_one_agency(PRINTED, ALTERED).conflicts
    assert [side.position for side in conflict.sides] == [PRINTED, ALTERED]


@pytest.mark.parametrize(
    ("other", "days"),
    [
        (ALTERED.replace("ran aground", "ran on a sandbank"), (DAY, DAY)),
        (ALTERED, (DAY, "2025-03-12")),
        (PRINTED.replace("18", "about 20"), (DAY, DAY)),
    ],
    ids=["in other words", "of a later day", "a round figure"],
)
def test_what_one_origin_writes_anew_is_none(other: str, days: tuple[str, str]) -> None:
    """One reporter's two sentences are told of two things, or the later is an update."""
    assert not of_one_agency(PRINTED, other, days=days).conflicts


def test_a_version_that_says_what_it_corrects_is_none() -> None:
    """It stands, and the other does not."""
    assert not of_one_agency(PRINTED, ALTERED, notes=("", "Corrects the number of passengers. ")).conflicts
    assert not of_one_agency(PRINTED, ALTERED, notes=("Corrected version. ", "")).conflicts
