"""One vote or one match that ended twice."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        (
            "The motion was carried by 23 votes to 19 on Thursday evening.",
            "Members approved the plan by 24 to 19 tonight.",
            "How did the vote go?",
        ),
        (
            "The board of the harbour voted 6-3 to sell the crane.",
            "The crane will be sold: the harbour board passed it by five votes to four.",
            "How did the vote go?",
        ),
        (
            "Councillors of Arden voted 8-5 to go ahead with the lido on Monday.",
            "Nine councillors of Arden backed the lido, and four were against it.",
            "How did the vote go?",
        ),
        (
            "The lido's sale passed in Arden with 17 votes against 8.",
            "Councillors in Arden voted by 14 to 11 to sell the lido.",
            "How did the vote go?",
        ),
        ("Orle won 3-1 at Varn in the cup.", "Varn lost 1-2 to Orle in the cup.", "What was the score?"),
    ],
)
def test_one_vote_has_one_end(first: str, second: str, asked: str) -> None:
    """Two outlets that give it two, with one figure in common or words that tie them, contradict each other."""
    (conflict,) = differing(first, second).conflicts
    assert (conflict.kind, conflict.question) == (ConflictKind.NUMBER, asked)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The library was kept by 19 votes to 14.", "Parking charges were rejected by 17 votes to 13."),
        ("The plan was carried by 23 votes to 19.", "A committee passed the plan 6-3."),
        (
            "Two plans were for the lido; of 12 councillors none is against.",
            "The lido's sale passed by 17 to 8.",
        ),
        ("Orle led 2-1 at half-time.", "Orle won 3-1 in the cup."),
        ("Orle won 3-1 at Varn.", "Orle beat Varn 3-1; the women lost 0-2."),
        ("The motion was carried by 23 votes to 19.", "The motion was carried by twenty-three votes to 19."),
        ("The plan passed after the vote; work takes 10 to 12 weeks.", "The plan passed by 12 votes to 3."),
        ("Orle won the 2024-25 league.", "Orle won the 2023-24 league."),
        ("Orle won 3-1 after a 1-1 draw at the interval.", "It was 1-1 at the break before Orle won 3-1."),
    ],
)
def test_two_votes_have_two_ends(first: str, second: str) -> None:
    """So have a match and its half, and what is no tally has none."""
    assert not differing(first, second).conflicts


def test_a_vote_is_asked_of_once_with_all_who_end_it_alike() -> None:
    """That "votes" are counted too makes no second question of it."""
    (conflict,) = differing(
        "The council of Arden sold the lido by 23 votes to 20 after a long debate.",
        "The motion to sell the lido was carried by 23 votes to 20.",
        "Swimmers wept as the council of Arden sold the lido by 24 votes to 20.",
    ).conflicts
    assert conflict.question == "How did the vote go?"
    assert [len(side.origins) for side in conflict.sides] == [2, 1]
