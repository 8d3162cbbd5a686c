"""Hours of the day."""

from __future__ import annotations

import pytest

from conspectus.text.facts.hours import all_hours, apart, hours


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dyke gave way at 3.20 on Thursday morning.", ["3:20"]),
        ("It was ten to five when the dyke broke.", ["4:50"]),
        ("The call was made at 7.30 in the evening.", ["19:30"]),
        ("The call came at 4 p.m.", ["16:00"]),
        ("All worked again by 15.40.", ["15:40"]),
        ("La carga empezó a las 20.35.", ["20:35"]),
        ("Um 9 Uhr war alles vorbei.", ["9:00"]),
        ("C'était à 22h15.", ["22:15"]),
        ("It stopped at noon.", ["12:00"]),
        ("The minister said at 3 p.m. that it was over.", []),
        ("The shop is open until midnight.", []),
        ("Five to ten people stood there.", []),
        ("She ran the course in a little under 2:09, and he in over 3:10.", []),
        ("It cost 3.20 euros and grew to 4.25 percent.", []),
        ("The offer values the mill at 1.42 billion crowns, or at 8.50 crowns a share.", []),
        ("Das Angebot stieg auf rund 1.42 Milliarden, um 8.50 Franken.", []),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, wanted: list[str]) -> None:
    """When somebody spoke, what lasted until then, prices and ranges are no hours of what happened."""
    assert [f"{minutes // 60}:{minutes % 60:02}" for minutes, *_ in hours(text)] == wanted


def test_half_past_six_may_be_half_past_six_in_the_evening() -> None:
    """Hours that differ by half a day alone are not apart."""
    assert apart(6 * 60 + 30, 18 * 60 + 30) == 0
    assert apart(23 * 60 + 50, 10) == 20


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It broke at 3.40 on Monday.", "The alarm went off at 3:40 a.m.", True),
        ("It broke at 3:40 p.m.", "The alarm went off at 3:40 a.m.", False),
        ("La vitre a cédé à 5 h 10.", "They got in at 5.10am.", True),
        ("La vitre a cédé à 17 h 10.", "They got in at 5.10am.", False),
        ("It was half past twelve.", "It came back at 12:30 p.m.", True),
        ("It was ten past nine.", "It began at 9:15 a.m.", False),
    ],
)
def test_an_hour_is_the_same_as_far_as_both_tell(one: str, other: str, same: bool) -> None:
    """One that doesn't tell morning from evening may be either."""
    (first,), (second,) = hours(one), hours(other)
    assert first.same(second) is second.same(first) is same


def test_an_hour_stands_where_it_says() -> None:
    """Start and end are offsets of the text."""
    text = "The alarm went off at 3:40 a.m. on Monday."
    (hour,) = hours(text)
    assert text[hour.start : hour.end] == "3:40 a.m."


def test_all_hours_are_those_of_speech_and_of_ends_too() -> None:
    """What lasted until then, and what came after."""
    text = (
        "The minister said at 3 p.m. that the road, shut since a little after two, is closed until midnight."
    )
    assert [each.minutes // 60 for each in all_hours(text)] == [15, 2, 0]
    assert hours(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It reopened at 7 a.m. on Wednesday.", "7 a.m."),
        ("It reopened at 7.30 a.m. on Wednesday.", "7.30 a.m."),
        ("It reopened at 7am.", "7am"),
        ("It reopened at 7.30pm.", "7.30pm"),
    ],
)
def test_an_hour_has_the_points_that_are_its_own(text: str, words: str) -> None:
    """And not the one that ends its sentence."""
    (hour,) = hours(text)
    assert text[hour.start : hour.end] == words
