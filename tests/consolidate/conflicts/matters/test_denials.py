"""What one says was so and another says was not."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.matters.propositions import propositions
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing

YES = "Officers used tear gas on Quay Street, several marchers said."


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (ConflictKind.OCCURRENCE, YES, "The police never used tear gas, a spokesman said."),
        (
            ConflictKind.OCCURRENCE,
            "Passwords were among the stolen data, the researchers said.",
            "No passwords were stolen, the bank said.",
        ),
    ],
)
def test_so_and_not_so_is_a_conflict(kind: ConflictKind, first: str, second: str) -> None:
    """Each side is shown in its own words."""
    (conflict,) = differing(first, second).conflicts
    assert conflict.kind is kind
    assert {side.position for side in conflict.sides} == {first, second}


@pytest.mark.parametrize(
    "second",
    [
        "The police may never have used tear gas, a spokesman said.",
        "The police did not only use tear gas, a spokesman said.",
        "Did the police never use tear gas?",
        "The police never used dogs, a spokesman said.",
        "The police never used water cannon, a spokesman said.",
    ],
)
def test_what_may_be_is_asked_or_is_of_something_else_is_none(second: str) -> None:
    """Nor is it one that a clause denies in part."""
    assert differing(YES, second).conflicts == ()


def test_what_merely_follows_gives_no_cause() -> None:
    """Both can be right: the one denies a reason, the other words none."""
    follows = "Korb Dairies has closed two plants in a strategic move that follows a warning about robots."
    denied = (
        "While robots were not the stated reason, the move follows the warning of Korb Dairies about robots."
    )
    assert differing(follows, denied).conflicts == ()
    blamed = "Korb Dairies has closed two plants because of robots, after a warning about robots."
    (conflict,) = differing(blamed, denied).conflicts
    assert conflict.kind is ConflictKind.CAUSE


def test_a_plan_that_is_given_up_was_no_untruth() -> None:
    """Only a denial of the same day contradicts what is to be."""
    plan = "The fair will be held in the old hall in June, the mayor said."
    dropped = "There will be no fair in the old hall in June, the council said."
    assert differing((plan, "2025-03-10"), (dropped, "2025-03-14")).conflicts == ()
    assert len(differing((plan, "2025-03-10"), (dropped, "2025-03-10")).conflicts) == 1


def test_what_was_not_so_yet_may_become_so() -> None:
    """A later day's news is no contradiction."""
    early = ("The missing boat has not been found, the coastguard said.", "2025-03-10")
    late = ("The missing boat was found, the coastguard of Varn said.", "2025-03-12")
    assert differing(early, late).conflicts == ()


def test_nobody_is_set_against_themselves() -> None:
    """One speaker in two outlets says one thing in two wordings."""
    first = "The gate was open, said Ilse Brandt."
    assert differing(first, "The gate was not open at all, said Ilse Brandt.").conflicts == ()


def test_the_question_asks_whether_it_is_so() -> None:
    """In the words of the side that says so, without its speaker."""
    (conflict,) = differing(YES, "The police never used tear gas, a spokesman said.").conflicts
    assert conflict.question == "Is it true that officers used tear gas on Quay Street?"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "She confirmed that it was Tom Arden's letter that had made them look.",
            "What I can't forget is Tom Arden.",
        ),
        (
            "The gap in the fence was the reason for the fire, Lind said.",
            "The council said there was no reason for that.",
        ),
        (
            "Lind said that the firm would pay 60,000 crowns towards the junction and a footpath.",
            "“The junction can't take another two hundred cars,” Colin Renk said.",
        ),
        (
            "The captain was the last to leave the boat, Lind said.",
            "There was nothing left in the boat, a diver said.",
        ),
    ],
)
def test_a_name_or_a_word_that_is_denied_of_something_else_ties_nothing(first: str, second: str) -> None:
    """Two sentences that share a name, or one word in another matter, contradict each other in nothing."""
    assert differing(first, second).conflicts == ()
    others = (
        "The mill shut its gates on Friday.",
        "Rye grows badly there.",
        "The bakers of Varn met in the hall.",
    )
    assert differing(first, second, *others).conflicts == ()


def test_what_was_not_said_how_many_is_no_denial() -> None:
    """Nor is what is "in dispute"."""
    for text in (
        "Sala expects fewer weavers, though not how many fewer.",
        "How long the bell rang is in dispute.",
    ):
        said = tuple(differing(text).said.values())
        assert not any(each.denies for each in propositions(said[0], Scene(said)))


def test_a_pronoun_is_of_somebody_whom_the_sentences_before_name() -> None:
    """Of one whom the other statement names, too: "nobody touched him" denies no touch of anybody else's."""
    fall = "Odo Brandt fell by the corner flag after an hour."
    denied = f"{fall} “Nobody touched him,” his coach, Ida Lenz, said."
    other = "The keeper of Varn got a last touch to the ball, the club says."
    assert not differing(denied, other).conflicts
    same = "The keeper of Varn touched Odo Brandt by the corner flag, the club says."
    (conflict,) = differing(denied, same).conflicts
    assert {side.position for side in conflict.sides} == {
        "“Nobody touched him,” his coach, Ida Lenz, said.",
        same,
    }


def test_what_says_no_by_itself_is_not_turned_round() -> None:
    """ "Turned down" is "rejected", which is a word that denies, and denies nothing more."""
    assert not differing(
        "An application for bail was refused and he was sent to the crown court.",
        "Magistrates turned down his request for bail.",
    ).conflicts


def test_who_claimed_no_victory_may_have_accepted_defeat() -> None:
    """The denial of one outcome denies nothing of the other."""
    first = (
        "Brandt telephoned Holm on Monday and accepted defeat in the race for mayor, Holm's campaign said."
    )
    second = "Brandt claimed no victory in the race for mayor on Monday, her campaign said."
    assert differing(first, second).conflicts == ()


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (
            "The fires in the heaters stem from the thermostat, according to tests by the institute.",
            "Nils Aker rejected the finding that the thermostat was to blame.",
            1,
        ),
        (
            "A worn cable caused the fall of the cabin, the inspectors' report says.",
            "The operator disputes the conclusion that a cable was responsible.",
            1,
        ),
        # Another culprit is rejected.
        (
            "The fires in the heaters stem from the thermostat, according to tests by the institute.",
            "Nils Aker rejected the finding that the subcontractor was to blame.",
            0,
        ),
        # What is rejected is no cause.
        (
            "The fires in the heaters stem from the thermostat, according to tests by the institute.",
            "Nils Aker rejected a suggestion that the thermostat should be sold separately.",
            0,
        ),
    ],
)
def test_who_rejects_a_finding_of_a_cause_contradicts_it(first: str, second: str, shown: int) -> None:
    """The culprit's name is tie enough, where it is said in so many words that somebody blames it."""
    found = differing(first, second).conflicts
    assert [each.kind for each in found] == [ConflictKind.CAUSE] * shown
