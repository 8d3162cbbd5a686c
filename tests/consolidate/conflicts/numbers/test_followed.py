"""Counts of different days of which the later goes on from the earlier are an update, and no conflict."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import Differences, differences
from conspectus.model.briefing import Relation
from tests.support.articles import said, written

Told = tuple[str, str]


def told(*texts: Told) -> Differences:
    """What outlets of their own differ on, each text with its day."""
    articles = [written(text, outlet=f"Outlet {n}", day=day) for n, (text, day) in enumerate(texts)]
    claims = [said(article, text) for article, (text, _) in zip(articles, texts, strict=True)]
    published: dict[str, date | None] = {each.id: each.published for each in articles}
    return differences(weigh(claims, {each.id: each.id for each in articles}, published)[0], published)


EARLY, LATE = "2026-01-13", "2026-01-19"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The storm closed 40 schools in Varde on Tuesday, the council said.",
            "The storm closed 63 schools in Varde in all, the council said.",
        ),
        (
            "Ruiz moved ahead of Alcott by 22 votes in Pinecrest as mail ballots were counted.",
            "Ruiz beat Alcott by 35 votes in Pinecrest after a recount.",
        ),
        (
            "With 83 percent of precincts counted, Alcott led Ruiz in Pinecrest by 410 votes.",
            "Alcott lost to Ruiz in Pinecrest by 37 votes, the final count shows.",
        ),
    ],
)
def test_a_count_taken_further_is_an_update(first: str, second: str) -> None:
    """So far and then in all, partial and then final: nobody was wrong."""
    found = told((first, EARLY), (second, LATE))
    assert found.conflicts == ()
    assert [each.relation for each in found.reconciled] == [Relation.UPDATE]


def test_the_earlier_count_gives_way_to_the_later() -> None:
    """Both are shown in their order, and what opens the event is the later one."""
    first = "Ruiz moved ahead of Alcott by 22 votes in Pinecrest as mail ballots were counted."
    second = "Ruiz was 35 votes ahead of Alcott in Pinecrest after a recount."
    found = told((first, EARLY), (second, LATE))
    (update,) = found.reconciled
    assert [side.position for side in update.sides] == [first, second]
    assert len(found.outdated) == 1


@pytest.mark.parametrize(
    ("first", "day", "second", "other"),
    [
        # On one day.
        (
            "The union of weavers said on Tuesday that 410 jobs were lost in Arden by Tuesday evening.",
            EARLY,
            "A notice that the mill filed on Tuesday lists 262 jobs lost in Arden.",
            EARLY,
        ),
        # Smaller later, and nothing that is still counted.
        (
            "The mill in Arden has 410 looms that burned, said Jan Roo.",
            EARLY,
            "The mill in Arden had 262 looms that burned in all, said Piet Olm.",
            LATE,
        ),
    ],
)
def test_counts_that_do_not_go_on_stay_a_conflict(first: str, day: str, second: str, other: str) -> None:
    """Of one day, or where a later count is smaller, somebody is wrong."""
    assert len(told((first, day), (second, other)).conflicts) == 1


def test_all_who_give_the_partial_count_are_out_of_date() -> None:
    """Whoever gave it, no later than whoever is shown with it; what was printed afterwards is not."""
    first = "Ruiz moved ahead of Alcott by 22 votes in Pinecrest as mail ballots were counted."
    again = "Alcott is behind Ruiz by 22 votes in Pinecrest, said the clerk."
    last = "Ruiz was 35 votes ahead of Alcott in Pinecrest after a recount."
    early = told((first, EARLY), (again, EARLY), (last, LATE))
    assert {early.said[key].text for key in early.outdated} == {first, again}
    late = told((first, EARLY), (last, LATE), (again, "2026-01-24"))
    assert again not in {late.said[key].text for key in late.outdated}
