"""When a sentence says that something was."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.conflicts.matters.whens import whens

_THURSDAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("The van stopped at 9.40am on Tuesday.", "The van stopped on Tuesday morning.", True),
        ("The van stopped at 9.40am on Tuesday.", "The van stopped on Tuesday evening.", False),
        ("The van stopped on Tuesday night.", "The van stopped in the small hours of Wednesday.", True),
        ("The seal came early on Tuesday.", "The seal came on Monday evening.", False),
        ("The seal came on 3 March.", "The seal came on Wednesday.", False),
        ("The school opens on Monday.", "The school opens on 9 March.", True),
        ("It broke at ten past nine.", "It broke shortly after nine.", True),
        ("It broke at ten to nine.", "It broke shortly after nine.", False),
        ("It broke at 7.50.", "It broke at ten to eight in the evening.", True),
        ("It broke at 7.50am.", "It broke at ten to eight in the evening.", False),
        ("It broke at 3.05pm.", "It broke at 3.10pm.", True),
        ("It broke at midnight on Sunday.", "It broke at 11.30pm on Saturday.", False),
        ("It closes on 28 August.", "It closes at the end of August.", True),
        ("The road is shut until Friday.", "The road opens on Saturday.", True),
        ("The road is shut until Friday.", "The road opens on Sunday.", False),
        ("It broke on Tuesday.", "It broke at 9pm.", True),
    ],
)
def test_two_times_meet_where_one_lies_within_the_other(one: str, other: str, *, meet: bool) -> None:
    """A part of a day, "shortly after" and a month are stretches, and a bare weekday is that of any near week."""
    (first,), (second,) = whens(one, _THURSDAY), whens(other, _THURSDAY)
    assert first.meets(second) is second.meets(first) is meet


@pytest.mark.parametrize(
    "text",
    [
        "The road is closed, the firm said on Tuesday.",
        "The court heard on Monday that nobody had paid.",
        "The council voted to end Saturday opening.",
        "Nobody comes on a Sunday.",
        "The shop is shut on Mondays.",
    ],
)
def test_no_time_of_what_happened(text: str) -> None:
    """When somebody spoke, and days of every week, are none."""
    assert whens(text, _THURSDAY) == ()


def test_a_time_stands_where_it_says() -> None:
    """A day and its hour are one time."""
    text = "The pipe burst at about 5.40 on Thursday morning, and the road shut until 6pm on Friday."
    first, second = whens(text, _THURSDAY)
    assert text[first.start : first.end] == "5.40 on Thursday morning"
    assert text[second.start : second.end] == "6pm on Friday"
    assert (first.relation, second.relation) == ("in", "until")
