"""One happening at two times or places."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import AT_WHAT_TIME, ConflictKind
from tests.support.worlds import differing


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            ConflictKind.DATE,
            "The dyke broke at 3.20 in the morning, the district said.",
            "It was ten to five when the dyke broke, a farmer said.",
        ),
        (
            ConflictKind.DATE,
            "The clinic is to open in autumn 2027, the minister said.",
            "The clinic is to open in spring 2029, the builders said.",
        ),
        (
            ConflictKind.DATE,
            "Walkers found the bottle in the reeds on Saturday afternoon.",
            "The bottle was spotted in the reeds on Friday.",
        ),
        (
            ConflictKind.DATE,
            "Masked men with an axe burst into the bank at 9.10am.",
            "A teller was threatened with an axe when the raiders entered, just after 5.30pm.",
        ),
        (
            ConflictKind.DATE,
            "The bridge is due to reopen on August 3.",
            "Builders expect to hand the bridge back on 31 August.",
        ),
        (
            ConflictKind.DATE,
            "The lift is out of service until Tuesday.",
            "The lift will be running again on Friday.",
        ),
    ],
)
def test_one_thing_happens_once(kind: ConflictKind, first: str, second: str) -> None:
    """At one hour, on one day, in one season."""
    (conflict,) = differing(first, second).conflicts
    assert conflict.kind is kind


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The call came at 3.20 in the morning, he said.", "The dyke broke at ten to five, a farmer said."),
        (
            "The council approved the harbour plan on 3 March.",
            "The council approved the school plan on 5 March.",
        ),
        ("The dyke broke at 3.20 in the morning.", "The mayor said at 5 p.m. that the dyke broke."),
        (
            "The river turned white on Sunday 2 March, the log says.",
            "A farmer sees a river turn white on a Sunday, and rings, as anyone should.",
        ),
        (
            "The ship had left the town at 18.55.",
            "Hardly a chimney was left in the town at eight minutes to five.",
        ),
        ("The bridge shut at 6am.", "The bridge opened to cars at noon."),
        ("The tug reached the ship at 6am.", "The tug should reach the ship at noon."),
        ("A swan was found on the quay at 6am.", "Another swan was found on the quay at noon."),
        ("The shop opens at 9 a.m. on weekdays.", "The shop opens at 11 a.m. on Sundays."),
        ("The quay was searched on Tuesday.", "The quay was searched at 9.40 on Tuesday morning."),
        ("The clerk has until 3 March to sell the quay.", "The clerk sold the quay on 20 February."),
        ("The mill cut 40 jobs in Arden, he said.", "The mill cut 90 jobs in Varn, she said."),
        ("Frost hit the orchards of Lend on 22 April.", "Frost hit the orchards of Lend on 3 May 2017."),
        (
            "The flock of the hen farm in Varn was culled at 7 p.m.",
            "Two winters ago the flock of the hen farm in Varn was culled at 10 p.m.",
        ),
        (
            "Nine divers were back at 7 p.m., the coastguard said.",
            "All 31 divers were back at 10 p.m., the coastguard of Lend said.",
        ),
        (
            "The locks of Orle are slowly getting back to work after Monday's attack on the mill.",
            "Boats began returning to the locks of Orle on Thursday, days after the mill was shut.",
        ),
        (
            "Boats lay in the ferry department of Orle harbour on Monday night.",
            "The ferry harbour of Orle took boats from 7 a.m.",
        ),
        (
            "The Reed party was ahead in the Orle election on Sunday evening, the votes in the north say.",
            "Mayor Ada Finch gave up in the small hours of Monday, for she had lost the Orle election.",
        ),
        (
            "Jon Reed said he would begin talks with the millers on Tuesday 18 March.",
            "Ada Finch stays until the assembly meets on 30 March.",
        ),
    ],
)
def test_other_things_happen_at_other_times_and_places(first: str, second: str) -> None:
    """Words that tell two things of one name apart count, and so do amounts."""
    assert differing(first, second).conflicts == ()


def test_what_the_other_gives_as_well_is_of_nothing_else() -> None:
    """Each hour has one counterpart, that which shares most with it."""
    one = "The quay was shut at 6am. The pilot boarded the white ship at 8am."
    other = "The pilot went aboard the ship at 8am. The quay was shut to cars at 11am."
    (conflict,) = differing(one, other).conflicts
    assert all("quay" in side.position for side in conflict.sides)


def test_the_time_in_a_clause_that_says_who_is_meant_is_not_that_of_what_he_did() -> None:
    """He fell in on Friday, and drowned on Saturday."""
    first = "The rower who fell in on Friday evening has died in hospital, the club said."
    second = "A rower died in hospital at 3 a.m. on Saturday, the club said."
    assert not differing(first, second).conflicts
    plain = "The rower has died in hospital on Friday evening, the club said."
    assert [each.kind for each in differing(plain, second).conflicts] == [ConflictKind.DATE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Vera Molk is dead because somebody looked at the till. It was the first Friday of the holidays.",
            "A rower from Orle, Vera Molk, died of her injuries in the hospital at about 3 a.m. on Saturday.",
        ),
        (
            "“The alarm of the weir went off before lunch,” he said.",
            "The wall fell on Tuesday night, he said.",
        ),
    ],
)
def test_a_name_or_a_speaker_makes_no_two_acts_one(first: str, second: str) -> None:
    """Of one person an event tells much, and "he said" is not what it happened to."""
    # What opens both tells no two of their sentences apart.
    opening = "The weir of Orle broke. Boats lie on the meadow. The mill stands still. Divers have come."
    assert not differing(f"{opening} {first}", f"{opening} {second}").conflicts


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ("The new lock at Orle will open by the end of April, its builder said.", 1),
        ("The new lock at Orle will not open until July, its builder said.", 1),
        ("The lock at Orle must be paid for by the end of April, its builder said.", 0),
        ("The old lock at Orle was opened on 30 April, its builder said.", 0),
        ("The new lock at Orle will open by the end of May, its builder said.", 0),
    ],
)
def test_two_deadlines_for_one_thing_are_at_odds(second: str, asked: int) -> None:
    """So is one with what will not be done until later; a day on which something was is none."""
    first = "The council of Orle said it hoped to open the new lock by the end of May."
    assert len(differing(first, second).conflicts) == asked


def test_what_was_done_by_a_day_is_done_by_a_later_one() -> None:
    """Divers who had reached a wreck by Monday had reached it by Tuesday."""
    assert not differing(
        "Divers had reached the wreck at Orle by Tuesday.", "Divers had reached the wreck at Orle by Monday."
    ).conflicts


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        (
            "The rower died in hospital at 5 a.m. on Saturday, the club said.",
            "The rower died in hospital at 3 a.m. on Saturday, the town said.",
            AT_WHAT_TIME,
        ),
        (
            "The quay of Orle was shut at 6am, the harbour said.",
            "The quay of Orle was shut at 11am, the union said.",
            AT_WHAT_TIME,
        ),
        (
            "The rower has died in hospital on Friday evening, the club said.",
            "A rower died in hospital at 3 a.m. on Saturday, the club said.",
            "When was it?",
        ),
    ],
)
def test_of_one_day_the_hour_is_asked_for(first: str, second: str, question: str) -> None:
    """Two days are a question of the date."""
    (conflict,) = differing(first, second).conflicts
    assert (conflict.kind, conflict.question) == (ConflictKind.DATE, question)
