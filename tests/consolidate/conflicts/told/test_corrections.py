"""What an outlet puts right of what it reported, where no number tells."""

from __future__ import annotations

import pytest

from conspectus.consolidate.agreement.weighing import weigh
from conspectus.consolidate.conflicts.finding import Differences, differences
from conspectus.consolidate.conflicts.told.retractions import is_notice
from conspectus.model.briefing import Relation
from tests.support.articles import said, written

FIRE = "A fire closed the old mill on Weir Lane in Arden on Monday."
OWNED = "The mill belongs to Sorrel Textiles, which has 90 workers in the town."
NOTICE = "Our report of the fire said that the mill on Weir Lane belongs to Sorrel Textiles."
RIGHT = "It belongs to Hopwood Estates."


def noticed(notice: str, right: str, outlet: str = "Arden Post", owned: str = OWNED) -> Differences:
    """What differs between a report and a notice of the next day."""
    report = written(f"{FIRE} {owned}", outlet="Arden Post", day="2025-03-10")
    later = written(f"{notice} {right}", outlet=outlet, day="2025-03-11")
    claims = [
        *(said(report, text) for text in (FIRE, owned)),
        *(said(later, text) for text in (notice, right)),
    ]
    articles = {each.id: each for each in (report, later)}
    origin_of = {report.id: "o1", later.id: "o1" if outlet == "Arden Post" else "o2"}
    published = {each.id: each.published for each in articles.values()}
    return differences(weigh(claims, origin_of, published)[0], published, articles)


@pytest.mark.parametrize(
    ("notice", "right"),
    [
        (NOTICE, RIGHT),
        (
            "An earlier version of this article said that Sorrel Textiles owns the mill.",
            "Hopwood Estates owns it.",
        ),
    ],
)
def test_what_an_outlet_takes_back_stands_beside_what_is_right(notice: str, right: str) -> None:
    """The earlier statement is out of date, and is shown with the notice and with what is right."""
    owned = (
        OWNED if "belongs" in notice else "Sorrel Textiles, which has 90 workers in the town, owns the mill."
    )
    found = noticed(notice, right, owned=owned)
    (corrected,) = found.reconciled
    assert corrected.relation is Relation.CORRECTION
    assert [side.position for side in corrected.sides] == [owned, notice, right]
    assert found.outdated == {corrected.sides[0].claim_ids[0]}


@pytest.mark.parametrize(
    ("right", "outlet", "owned"),
    [
        (RIGHT, "Weir Herald", OWNED),
        (RIGHT, "Arden Post", "The mill stands beside the shop of Sorrel Textiles."),
        (RIGHT, "Arden Post", "The mill belongs to Sorrel Textiles, a part of Hopwood Estates."),
        ("We apologise for the error.", "Arden Post", OWNED),
    ],
)
def test_nothing_else_is_taken_back(right: str, outlet: str, owned: str) -> None:
    """Not another outlet’s statement, none that says something else, and none without what is right."""
    assert noticed(NOTICE, right, outlet, owned).outdated == frozenset()


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        (NOTICE, True),
        ("In unserem Bericht vom Montag stand ein falscher Name.", True),
        ("Correction: We reported earlier that a man had fallen from the roof.", True),
        ("We reported on Monday that the mayor would resign.", False),
        ("“Our report said that the beam was rotten,” the inspector told the court.", False),
        ("An earlier version of the bill gave the council more time.", False),
        ("Our town has said goodbye to its mill.", False),
    ],
)
def test_a_notice_speaks_of_what_its_outlet_reported(text: str, notice: bool) -> None:
    """In the narrator's words; what others call their report is news."""
    assert is_notice(text) is notice


def of_one_page(*told: str) -> Differences:
    """What differs within one page that was written over a day."""
    page = written(" ".join(told), outlet="Arden Post", day="2025-03-10")
    published = {page.id: page.published}
    weighed = weigh([said(page, text) for text in told], {page.id: "o1"}, published)[0]
    return differences(weighed, published, {page.id: page})


FELL_IN = "Correction: We reported earlier that a spectator had fallen from the mill roof."
WHO = "The person who fell was a fireman."
BETWEEN = ("The road is closed.", "Buses wait at the bridge.", "Smoke hangs over Weir Lane.")


def test_a_notice_is_shown_with_what_is_right_though_nothing_else_says_what_was_wrong() -> None:
    """Whoever saw the first report elsewhere has to know."""
    (corrected,) = of_one_page(FELL_IN, WHO, *BETWEEN).reconciled
    assert corrected.relation is Relation.CORRECTION
    assert [side.position for side in corrected.sides] == [FELL_IN, WHO]
    assert of_one_page(FELL_IN, *BETWEEN).reconciled == ()


def test_a_pages_own_earlier_entry_is_out_of_date() -> None:
    """In a page of a day's reports, the latest first, it stands below the notice."""
    wrong = "A spectator has fallen from the mill roof, neighbours say."
    found = of_one_page(FELL_IN, WHO, *BETWEEN, wrong)
    (corrected,) = found.reconciled
    assert [side.position for side in corrected.sides] == [wrong, FELL_IN, WHO]
    assert found.outdated == {corrected.sides[0].claim_ids[0]}


def test_what_stands_behind_a_notice_corrects_nobody_who_has_it() -> None:
    """What is right is no correction of a report that says so already, and a notice is of the day of its article."""
    first = written(
        "Thieves broke into the museums of Arden.\n\nThe Weir Museum, the largest of the three, has been closed.",
        outlet="Weir Herald",
        day="2025-03-10",
    )
    notice = "Correction: An article on 10 March said that two museums were broken into."
    right = "There are three: the Weir Museum, the Mill Museum and the closed Toy Museum."
    later = written(f"{notice} {right}", outlet="Arden Post", day="2025-03-12")
    largest = "The Weir Museum, the largest of the three, has been closed."
    claims = [said(first, largest), said(later, notice), said(later, right)]
    published = {each.id: each.published for each in (first, later)}
    known = {each.id: each for each in (first, later)}
    weighed = weigh(claims, {first.id: "o1", later.id: "o2"}, published)[0]
    found = differences(weighed, published, known)
    assert largest not in {side.position for each in found.reconciled for side in each.sides}
    assert not found.outdated
