"""Causes that two reports give of one mishap."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing

FIRE = "A fire gutted the rope works at Ostrey on Monday. "
BURNT = "The rope works at Ostrey burnt to the ground on Monday. "


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A cigarette was to blame, the brigade said.", "The blaze was traced to a faulty generator."),
        (
            "The blaze began when a welder dropped his torch.",
            "Lightning had struck the roof, police believe.",
        ),
        ("The driver of a fork-lift had fallen asleep.", "The fire was the result of a lightning strike."),
        ("Arson was the cause, the police said.", "The mayor blames a short circuit for the blaze."),
    ],
)
def test_causes_of_different_kinds_are_two_sides(first: str, second: str) -> None:
    """Hardly a word is shared: both say what the one mishap came of."""
    (conflict,) = differing(FIRE + first, BURNT + second).conflicts
    assert conflict.kind is ConflictKind.CAUSE
    assert {side.position for side in conflict.sides} == {first, second}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("An electrical fault was to blame, the brigade said.", "The blaze was traced to a fuse."),
        (
            "A broken lamp was to blame, the brigade said.",
            "The lamp had been struck by a gull, police believe.",
        ),
        ("At first a cigarette was thought to be to blame.", "The blaze was traced to a faulty generator."),
        ("The fire was caused by straw.", "The fire was caused by a spark that fell on dry straw."),
        ("A cigarette was not the cause, the brigade said.", "The blaze was traced to a faulty generator."),
        ("A storm last week was to blame for a power cut.", "The blaze was traced to a faulty generator."),
        (
            "A cigarette was to blame, the brigade said. A faulty generator was to blame, the owner said.",
            "The blaze was traced to a faulty generator.",
        ),
    ],
)
def test_one_cause_in_other_words_and_what_only_looks_like_another_are_none(first: str, second: str) -> None:
    """A wider word, a cause of the cause, what was thought first, what was ruled out, another mishap, both told."""
    positions = [
        {side.position for side in conflict.sides}
        for conflict in differing(FIRE + first, BURNT + second).conflicts
    ]
    assert {first, second} not in positions


def test_what_tells_which_is_meant_is_no_cause() -> None:
    """A yacht that had broken its moorings is a yacht, and nobody found that it did any harm."""
    assert not differing(
        "Storm Lena brought gusts of 121 km/h to Ostrey overnight, tearing part of the roof off a school. "
        "The lifeboat at Ostrey was called out once, to a yacht that had broken its moorings.",
        "Storm Lena crossed Ostrey in the night. Trees fell on two roads. "
        "The forecaster on duty, Colm Deas, said that the storm had moved faster than expected.",
    ).conflicts


def test_mishaps_of_two_days_have_two_causes() -> None:
    """Neither this rule nor the older one sets them against each other."""
    found = differing(
        "A car hit a wall at Ostrey on Sunday. A drunk driver caused the crash on Sunday, police said.",
        "A car hit a wall at Ostrey on Monday. Black ice caused the crash on Monday, the council said.",
    ).conflicts
    assert ConflictKind.CAUSE not in {each.kind for each in found}


def test_a_seat_within_what_burnt_is_no_other_seat() -> None:
    """A fire at the works may begin in its fuse box."""
    assert not differing(
        "A fire broke out at the rope works in Ostrey on Monday. Nobody was hurt.",
        "The rope works in Ostrey burnt down. The fire started in a fuse box, the brigade said.",
    ).conflicts


def test_a_director_resigns_for_one_reason() -> None:
    """Either is given as the reason, and none of the two words is in a list of causes."""
    (conflict,) = differing(
        "Ida Lenz resigned as head of Velm Zoo on Friday over the sale of two lions.",
        "Ida Lenz has stepped down as head of Velm Zoo. She cited family reasons.",
    ).conflicts
    assert conflict.kind is ConflictKind.CAUSE


def test_snow_and_a_frozen_pitch_are_one_reason() -> None:
    """Both are of one kind."""
    assert not differing(
        "Saturday's match at Velm has been postponed because of snow.",
        "The referee called off Saturday's match at Velm because the pitch was frozen.",
    ).conflicts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "She had hit a floating container, her skipper said.",
            "The coastguard said the rudder had jammed.",
        ),
        ("It started when a battery exploded.", "It began with a candle left burning, a neighbour said."),
    ],
)
def test_what_is_found_to_have_gone_wrong_is_a_cause(first: str, second: str) -> None:
    """Each report has one such finding: it is what the mishap came of, in whatever words."""
    (conflict,) = differing(
        f"The yacht Ida sank off Velm. {first}", f"A yacht sank near Velm. {second}"
    ).conflicts
    assert conflict.kind is ConflictKind.CAUSE
    assert {side.position for side in conflict.sides} == {first, second}


def test_what_has_been_so_for_long_is_no_cause() -> None:
    """An inspection, a long service: told beside the mishap, and no finding."""
    assert not differing(
        "The yacht Ida sank off Velm. She had been inspected in May, her owner said.",
        "A yacht sank near Velm. The coastguard said the rudder had jammed.",
    ).conflicts


def test_findings_of_reports_that_share_no_name_are_none() -> None:
    """Another yacht may have been lost elsewhere."""
    assert not differing(
        "The yacht Ida sank off Velm. She had hit a floating container, her skipper said.",
        "A boat sank near Orle. The coastguard said the rudder had jammed.",
    ).conflicts


def test_the_news_itself_in_other_words_is_no_other_cause() -> None:
    """Who broke in and what he took is what happened, whatever the two outlets call him."""
    first = "The police said that somebody had copied personal letters of 40 customers."
    second = "The owner said that hackers had stolen the letters of 40 customers."
    assert not differing(FIRE + first, BURNT + second).conflicts


def test_what_was_done_after_it_is_no_cause() -> None:
    """That somebody had opened an inquiry tells of no cause, though a list knows what was found elsewhere."""
    assert not differing(
        "The yacht Ida sank off Velm. The harbour office said it had opened a formal inquiry.",
        "A yacht sank near Velm. The coastguard said the rudder had jammed.",
    ).conflicts


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        ("The blaze was caused by a cigarette, not by a generator, the brigade said.", 1),
        ("The blaze resulted from arson rather than from a faulty generator, the police said.", 1),
        # What is only said not to be so gives no cause.
        ("The blaze was not caused by a cigarette, the brigade said.", 0),
    ],
)
def test_what_it_came_of_stands_beside_what_it_did_not(first: str, shown: int) -> None:
    """A contrast behind a cause takes nothing from it."""
    assert len(differing(FIRE + first, BURNT + "The blaze was traced to lightning.").conflicts) == shown
