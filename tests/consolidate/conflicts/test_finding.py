"""Amounts that can't both be right, and the many that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.agreement.weighing import Weighed, weigh
from conspectus.consolidate.conflicts.finding import differences
from conspectus.consolidate.conflicts.numbers.amounts import amounts
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.language.roles import words_of
from conspectus.model.briefing import Conflict, ConflictKind, Relation
from tests.support.articles import said, written
from tests.support.worlds import differing

Told = tuple[str, str]


def given(*told: Told, one_origin: bool = False) -> tuple[tuple[Weighed, ...], dict[str, date | None]]:
    """Each text with its day, as the claim of an outlet of its own."""
    articles = [written(text, outlet=f"Outlet {n}", day=day) for n, (text, day) in enumerate(told)]
    claims = [said(article, text) for article, (text, _) in zip(articles, told, strict=True)]
    origin_of = {article.id: "o1" if one_origin else article.id for article in articles}
    published = {article.id: article.published for article in articles}
    return weigh(claims, origin_of, published)[0], published


def conflicts(*told: Told, one_origin: bool = False) -> tuple[Conflict, ...]:
    """The conflicts among them."""
    weighed, published = given(*told, one_origin=one_origin)
    return differences(weighed, published).conflicts


MONDAY = "2025-03-11"
NOTICE = "A notice that the mill filed on Monday lists 262 jobs lost in Arden."
UNION = "The union of weavers said on Monday that 410 jobs were lost in Arden."


def test_two_counts_of_one_thing_in_one_place_are_a_conflict() -> None:
    """Both sides are shown in their own words, with the question that they answer."""
    (conflict,) = conflicts((NOTICE, MONDAY), (UNION, MONDAY))
    assert conflict.kind is ConflictKind.NUMBER
    assert conflict.question == "How many jobs (Arden)?"
    assert {side.position for side in conflict.sides} == {NOTICE, UNION}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (
            "Six passengers and the driver were hurt at Orle on Monday.",
            "Seven people were hurt at Orle on Monday.",
        ),
        ("Two women and a man died at Orle on Monday.", "Three people died at Orle on Monday."),
    ],
)
def test_a_number_of_some_of_those_who_are_named_is_not_that_of_all(part: str, whole: str) -> None:
    """It contradicts no count of all of them, and no outlet that gives it as their number agrees."""
    assert not conflicts((part, MONDAY), (whole, MONDAY))
    found = differing(part, whole.replace("Seven", "Six").replace("Three", "Two"))
    assert not found.conflicts
    assert not found.shared


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (NOTICE, UNION.replace("Arden", "Varn"), "another place"),
        (NOTICE.replace("262", "At least 262").replace("lists At", "lists at"), UNION, "a lower bound"),
        (NOTICE, UNION.replace("410 jobs", "hundreds of jobs"), "a vague word"),
        (NOTICE.replace("262", "about 400"), UNION, "a round figure"),
        (NOTICE, UNION.replace("410", "260"), "rounding"),
        (NOTICE.replace("on Monday", "in 2019"), UNION, "another time"),
        (NOTICE, UNION.replace("410 jobs were lost", "410 tonnes of wool lay"), "another thing"),
        (NOTICE, UNION.replace("that 410", "that the count had risen to 410"), "an update"),
        (NOTICE, UNION.replace("410 jobs", "up to 410 jobs"), "an upper bound"),
        (NOTICE, UNION.replace("410 jobs", "in all of Varn 410 weaving jobs"), "a part"),
        (
            "There are 54 boats in Varn harbour.",
            "Fourteen boats burned in Varn harbour.",
            "how many there are",
        ),
        (
            "At its height 410 people slept in Varn hall.",
            "262 people slept in Varn hall.",
            "the most at any time",
        ),
        ("The pact allows 18 tonnes of cod.", "The pact allows 41 tonnes of herring.", "another fish"),
        ("Nine bat species live in Varn cave.", "Three rare bat species live in Varn cave.", "a rarer kind"),
        (
            "All lose 4%, the board of Varn said.",
            "Losers alone lose 9%, the board of Varn said.",
            "some alone",
        ),
    ],
)
def test_what_can_both_be_right_is_no_conflict(first: str, second: str, why: str) -> None:
    """Bounds, rounding, other places, times and things, and figures that moved on."""
    assert conflicts((first, MONDAY), (second, MONDAY)) == (), why


def test_one_origin_does_not_contradict_itself() -> None:
    """Two figures of one outlet are its own business."""
    assert conflicts((NOTICE, MONDAY), (UNION, MONDAY), one_origin=True) == ()


def test_a_toll_that_rises_from_day_to_day_is_no_conflict() -> None:
    """The older count is outdated; on one day the same two counts contradict each other."""
    older = "Three people died in the fire at the mill in Arden, the police said."
    newer = "Eight people died in the fire at the mill in Arden, the police said."
    weighed, published = given((older, "2025-03-09"), (newer, "2025-03-11"))
    assert differences(weighed, published).conflicts == ()
    by_text = {item.claim.text: item.claim.id for item in weighed}
    assert differences(weighed, published).outdated == {by_text[older]}
    assert len(conflicts((older, MONDAY), (newer, MONDAY))) == 1
    weighed, published = given((older, MONDAY), (newer, MONDAY))
    assert differences(weighed, published).outdated == frozenset()


def test_the_same_conflict_is_shown_once() -> None:
    """Two figures in each of two statements make one conflict of them."""
    found = conflicts(
        ("The mill in Arden cut 262 jobs and 31 posts on Monday.", MONDAY),
        ("The mill in Arden cut 410 jobs and 90 posts on Monday.", MONDAY),
    )
    assert len(found) == 1


def test_nothing_to_compare_is_no_conflict() -> None:
    """No claims, or one."""
    assert conflicts() == ()
    assert conflicts((NOTICE, MONDAY)) == ()


def test_a_side_names_its_speaker() -> None:
    """As every other sentence of a briefing does."""
    first = written(NOTICE, outlet="Outlet 0", day=MONDAY)
    second = written(
        "In all 410 jobs were lost in Arden on Monday, said Ilse Brandt.", outlet="Outlet 1", day=MONDAY
    )
    claims = [
        said(first, NOTICE),
        said(second, "In all 410 jobs were lost in Arden on Monday", speaker="Ilse Brandt"),
    ]
    published = {first.id: first.published, second.id: second.published}
    weighed, _ = weigh(claims, {first.id: "o1", second.id: "o2"}, published)
    (conflict,) = differences(weighed, published).conflicts
    positions = {side.position for side in conflict.sides}
    assert "In all 410 jobs were lost in Arden on Monday, according to Ilse Brandt." in positions


def test_a_side_names_its_day_and_its_origins() -> None:
    """Each side says for which day it speaks and which origins carry it."""
    (conflict,) = conflicts((NOTICE, MONDAY), (UNION, MONDAY))
    assert [side.as_of for side in conflict.sides] == [date(2025, 3, 10), date(2025, 3, 10)]
    assert all(len(side.origins) == 1 for side in conflict.sides)
    assert conflict.sides[0].origins != conflict.sides[1].origins


def test_a_toll_that_rises_is_shown_as_an_update_with_its_days() -> None:
    """Counts of different days stand in order of time, one a day; they are no conflict."""
    told = (
        ("Eight people died in the slide at Varn, the coastguard said.", "2025-03-12"),
        ("Three people died in the slide at Varn, the coastguard said.", "2025-03-10"),
        ("Five people died in the slide at Varn, the coastguard said.", "2025-03-11"),
    )
    weighed, published = given(*told)
    (update,) = differences(weighed, published).reconciled
    assert update.relation is Relation.UPDATE
    assert [side.as_of and side.as_of.day for side in update.sides] == [10, 11, 12]
    assert update.question == "How many people died (Varn)?"
    assert differences(weighed, published).conflicts == ()


def test_a_toll_that_shrinks_from_day_to_day_is_a_conflict() -> None:
    """Those who were hurt stay hurt: only somebody's mistake makes them fewer. So few are some of them."""
    early = ("Thirty-four people were hurt in the mill, the ambulance service said.", "2025-03-10")
    late = ("Nineteen people were hurt in the mill.", "2025-03-12")
    assert len(conflicts(early, late)) == 1
    assert conflicts(early, ("Two people were hurt in the mill.", "2025-03-12")) == ()
    assert conflicts((early[0], late[1]), (late[0], early[1])) == ()
    found = ("Nineteen people were missing in the mill.", "2025-03-12")
    assert conflicts((early[0].replace("hurt", "missing"), early[1]), found) == ()


def test_an_unchanged_toll_is_no_update() -> None:
    """The same count on two days is the same count."""
    text = "Eight people died in the slide at Varn, the coastguard said."
    weighed, published = given((text, "2025-03-12"), (f"{text[:-1]} again.", "2025-03-13"))
    assert differences(weighed, published).reconciled == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Post has spoken to nine people who were in the mill.", "The mill cut 40 posts, Lind said."),
        ("Nine of our neighbours were burned, he said.", "The clinic said that 31 people were burned."),
        (
            "Lind said that 40 jobs were lost to the storm.",
            "At Sala, 260 people were dismissed, the owners wrote.",
        ),
    ],
)
def test_a_name_and_some_of_many_are_no_count(first: str, second: str) -> None:
    """A newspaper called the Post counts no posts."""
    assert conflicts((first, MONDAY), (second, MONDAY)) == ()


def test_what_is_shown_as_a_conflict_is_not_shown_as_none_as_well() -> None:
    """Whoever repeats one of the two figures on another day settles nothing."""
    again = ("By Wednesday the mill counted 410 jobs lost in Arden.", "2025-03-13")
    weighed, published = given((NOTICE, MONDAY), (UNION, MONDAY), again)
    found = differences(weighed, published)
    assert len(found.conflicts) == 1
    assert found.reconciled == ()
    weighed, published = given((NOTICE, MONDAY), again)
    assert [each.relation for each in differences(weighed, published).reconciled] == [Relation.OTHER_PERIOD]


def test_the_month_of_march_is_no_march() -> None:
    """Nor is the time of day behind a colon a count."""
    frost = "A frost of minus six in March closed the harbour of Arden, the mayor said."
    log = 'The harbour log of Arden has an entry of 8 March at 17.22: "Water white, mayor told."'
    assert conflicts((frost, MONDAY), (log, MONDAY)) == ()
    assert words_of("In March, on 8 March, the Women's March of 300 began.").count("march") == 1


def test_german_nouns_say_that_only_a_part_is_counted() -> None:
    """Their capitals are no name's."""
    children = "In Arden wurden am Montag 12 Kinder verletzt, sagte die Polizei."
    people = "In Arden wurden am Montag 40 Menschen verletzt, sagte die Feuerwehr."
    assert differing(children, people).conflicts == ()


def test_whom_a_reporter_asked_are_not_counted() -> None:
    """Whom somebody counted are."""
    for verb, numbers in (("asked", 0), ("counted", 1)):
        told = tuple(differing(f"We {verb} thirty-one demonstrators on the corner.").said.values())
        assert len(amounts(told[0], Scene(told))) == numbers


def test_what_is_counted_since_one_year_is_one_count() -> None:
    """In whatever language, and whichever of two days' papers gives it: over years nothing moves within a day."""
    three = ("Three miners have died at the quarry in Orle since digging began in 2014.", "2025-05-22")
    four = (
        "Selon le syndicat des carriers, quatre ouvriers sont morts sur le chantier de la carrière depuis 2014.",
        "2025-05-23",
    )
    (conflict,) = differing(three, four).conflicts
    assert {side.position for side in conflict.sides} == {three[0], four[0]}
    for other in (four[0].replace("2014", "2009"), four[0].replace(" depuis 2014", "")):
        assert not differing(three, (other, four[1])).conflicts


_COUNTED = (
    "Some 300 ballots were cast in Orle before noon. In Varn 900 ballots were cast. Lend had 1,400 ballots cast. "
    "A further 70 ballots were spoiled. The last 20 ballots came by boat. A box of ballots stood in the hall. "
    "The box was held by two guards. The bag and the box were lost. A bag of ballots was held by the clerk."
)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("The box held 212 ballots, Vera Stone said.", "Jan Mobley said that the box held 390 ballots.", 1),
        (
            "Vera Stone said that the clerk's bag held 150 ballots.",
            "Jan Mobley said: the clerk's bag held 260 ballots.",
            1,
        ),
        (
            "The box held 212 ballots, Vera Stone said.",
            "The clerk's bag held 390 ballots, Jan Mobley said.",
            0,
        ),
        ("The box held 212 ballots, Vera Stone said.", "Jan Mobley said that he saw 390 ballots.", 0),
    ],
)
def test_two_speakers_who_lead_up_to_a_number_alike_count_one_thing(
    first: str, second: str, shown: int
) -> None:
    """However many of its kind the article counts; other words do not."""
    found = differing(f"{_COUNTED} {first} {second}").conflicts
    assert len([each for each in found if each.kind is ConflictKind.NUMBER]) == shown
