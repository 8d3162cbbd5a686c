"""Periods: read from words, resolved against the publication date, or left unresolved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.facts import Grain, Relation, periods

PUBLISHED = date(2025, 7, 18)  # a Friday


def day(text: str) -> date:
    """The date of an ISO string."""
    return date.fromisoformat(text)


RESOLVED = [
    ("On July 17, 2025, it rained.", "2025-07-17", "2025-07-17"),
    ("Thursday, 17 July", "2025-07-17", "2025-07-17"),
    ("the 17th of July 2025", "2025-07-17", "2025-07-17"),
    ("2025-07-17", "2025-07-17", "2025-07-17"),
    ("7/18/2025", "2025-07-18", "2025-07-18"),
    ("18/7/2025", "2025-07-18", "2025-07-18"),
    ("on Thursday", "2025-07-17", "2025-07-17"),
    ("last Friday", "2025-07-11", "2025-07-11"),
    ("next Monday", "2025-07-21", "2025-07-21"),
    ("yesterday", "2025-07-17", "2025-07-17"),
    ("tomorrow", "2025-07-19", "2025-07-19"),
    ("last night", "2025-07-17", "2025-07-17"),
    ("last week", "2025-07-07", "2025-07-13"),
    ("earlier this week", "2025-07-14", "2025-07-20"),
    ("this weekend", "2025-07-19", "2025-07-20"),
    ("last month", "2025-06-01", "2025-06-30"),
    ("in June", "2025-06-01", "2025-06-30"),
    ("in December", "2024-12-01", "2024-12-31"),
    ("last July", "2024-07-01", "2024-07-31"),
    ("next March", "2026-03-01", "2026-03-31"),
    ("July 2024", "2024-07-01", "2024-07-31"),
    ("January to March 2025", "2025-01-01", "2025-03-31"),
    ("July 17-19", "2025-07-17", "2025-07-19"),
    ("December 30, 2024", "2024-12-30", "2024-12-30"),
    ("the first quarter of 2025", "2025-01-01", "2025-03-31"),
    ("the second quarter", "2025-04-01", "2025-06-30"),
    ("Q1 2024", "2024-01-01", "2024-03-31"),
    ("last quarter", "2025-04-01", "2025-06-30"),
    ("in the first half of 2024", "2024-01-01", "2024-06-30"),
    ("H2 2023", "2023-07-01", "2023-12-31"),
    ("last year", "2024-01-01", "2024-12-31"),
    ("next year", "2026-01-01", "2026-12-31"),
    ("in 2019", "2019-01-01", "2019-12-31"),
    ("2019–2021", "2019-01-01", "2021-12-31"),
    ("the 2023/24 season", "2023-01-01", "2024-12-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("spring 2024", "2024-03-01", "2024-05-31"),
    ("last summer", "2024-06-01", "2024-08-31"),
    ("two weeks ago", "2025-06-30", "2025-07-06"),
    ("three days ago", "2025-07-15", "2025-07-15"),
    ("a year ago", "2024-01-01", "2024-12-31"),
    ("over the past five years", "2020-07-18", "2025-07-18"),
    ("the next two weeks", "2025-07-18", "2025-08-01"),
    ("last decade", "2010-01-01", "2019-12-31"),
    ("this century", "2000-01-01", "2099-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), RESOLVED)
def test_resolved(text: str, start: str, end: str) -> None:
    """The period is the days that a reader of the article would take it for."""
    (found,) = periods(text, PUBLISHED)
    assert (found.start, found.end) == (day(start), day(end))
    assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    "text", ["on Thursday", "last month", "17 July", "in the second quarter", "two days ago"]
)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    """A partial or relative date stays unresolved, and says so."""
    (found,) = periods(text)
    assert (found.start, found.end, found.grain) == (None, None, None)


@pytest.mark.parametrize("text", ["3/4/2025", "February 29, 2023", "a year earlier", "the following week"])
def test_what_cannot_be_known_is_unresolved(text: str) -> None:
    """An ambiguous, impossible or context-bound date is not resolved even with a publication date."""
    (found,) = periods(text, PUBLISHED)
    assert found.start is found.end is None


@pytest.mark.parametrize(
    "text",
    ["It may rain.", "the second man", "2,024 people", "2000 workers", "He will march on.", "1999 km", ""],
)
def test_what_is_no_date(text: str) -> None:
    """Modal verbs, ranks and counts are not dates."""
    assert periods(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("since 2022", Relation.SINCE),
        ("by the end of 2030", Relation.BY),
        ("until March 2024", Relation.UNTIL),
        ("before May 2024", Relation.BEFORE),
        ("after 2019", Relation.AFTER),
        ("in early 2024", Relation.IN),
    ],
)
def test_relations(text: str, relation: Relation) -> None:
    """What stands before the date says how the statement relates to it."""
    assert periods(text)[0].relation is relation


def test_several_dates_come_in_order() -> None:
    """All dates of a sentence are found, none twice."""
    found = periods("Between May 2019 and 3 June 2021, and again last week.", PUBLISHED)
    assert [p.text for p in found] == ["May 2019", "3 June 2021", "last week"]
    assert [p.grain for p in found] == [Grain.MONTH, Grain.DAY, Grain.WEEK]


def test_a_month_that_is_a_first_name_is_no_date() -> None:
    """Where a capital follows and nothing before says when."""
    assert periods("Frank and June Penn left, and April Ames stayed.", PUBLISHED) == ()
    found = periods(
        "In June Penn Brewery closed, and since April Ames Dairy has too. It was June.", PUBLISHED
    )
    assert [p.text for p in found] == ["June", "April", "June"]


def test_grains() -> None:
    """The grain tells how precise a resolved period is."""
    found = periods("in the first quarter of 2024, in 2023 and in the 1990s")
    assert [p.grain for p in found] == [Grain.QUARTER, Grain.YEAR, Grain.LONGER]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(value: date) -> None:
    """A full date in any of the usual forms resolves to itself."""
    month = value.strftime("%B")
    for text in (
        f"{value.day} {month} {value.year}",
        f"{month} {value.day}, {value.year}",
        value.isoformat(),
    ):
        (found,) = periods(f"It was {text}.")
        assert found.start == found.end == value


@given(st.dates(date(1950, 1, 10), date(2080, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_the_week_before(published: date, weekday: int) -> None:
    """A bare weekday is the last such day up to the publication date."""
    name = (date(2024, 1, 1) + timedelta(days=weekday)).strftime("%A")
    (found,) = periods(f"on {name}", published)
    assert found.start is not None
    assert timedelta(0) <= published - found.start < timedelta(days=7)
    assert found.start.weekday() == weekday


@given(st.text(max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    """Whatever the text, a period's words stand at its span."""
    for found in periods(text, PUBLISHED):
        assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("early 2024", date(2024, 1, 1), date(2024, 4, 30)),
        ("mid-2023", date(2023, 5, 1), date(2023, 8, 31)),
        ("late March 2024", date(2024, 3, 21), date(2024, 3, 31)),
        ("late 2024", date(2024, 9, 1), date(2024, 12, 31)),
        ("early next year", date(2026, 1, 1), date(2026, 4, 30)),
        ("2024-01", date(2024, 1, 1), date(2024, 1, 31)),
        ("17.07.2025", date(2025, 7, 17), date(2025, 7, 17)),
    ],
)
def test_a_qualifier_is_part_of_the_period(text: str, start: date, end: date) -> None:
    """Early, mid and late narrow a period to a third of it and stand in its words; other writings are read too."""
    (found,) = periods(f"It opened in {text}.", date(2025, 7, 18))
    assert (found.text, found.start, found.end) == (text, start, end)


def test_a_season_is_no_month_and_lasting_no_past() -> None:
    """The pair "2011-12" is two years, not December 2011, and "will last two years" names no past."""
    (season,) = periods("the 2011-12 season")
    assert season.start == date(2011, 1, 1)
    assert periods("The work will last two years.", date(2025, 7, 18)) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The council will vote on Thursday.", [20]),
        ("On Thursday the council will vote.", [20]),
        ("On Monday, a judge will hear the case.", [24]),
        ("The bridge is to reopen on Friday, the mayor said on Monday.", [21, 17]),
        ("The mayor said on Monday that the bridge will reopen on Friday.", [17, 21]),
        ("The trial, due to begin on Monday, was put off on Friday.", [24, 14]),
        ("The hall that collapsed on Monday will be pulled down.", [17]),
        ("The minister, who resigned on Friday, will speak in Parliament.", [14]),
        ("He would have left on Sunday.", [16]),
        ("It was due to open on Sunday but did not.", [16]),
        ("The vote will be on Tuesday.", [18]),
        ("The company said it hoped to have everybody reconnected by midday on Sunday.", [23]),
        ("She expected to be home on Sunday, she told the court.", [16]),
        ("Police said he had planned to fly on Sunday.", [16]),
        ("The kite fair opens on Friday.", [21]),
        ("Weathermen warn of black ice from Friday to Sunday.", [21, 23]),
        ("Fog is forecast for Thursday.", [20]),
        ("Fog lay on the bay from Friday to Sunday.", [14, 16]),
        ("Mayors who warn of a strike met on Friday.", [14]),
        ("The bank cut its forecast on Friday.", [14]),
    ],
)
def test_a_weekday_on_which_something_will_happen_is_still_to_come(text: str, days: list[int]) -> None:
    """The clause that the day stands in tells, and the day of publication is that day itself."""
    assert [each.start.day for each in periods(text, date(2025, 11, 18)) if each.start] == days


@pytest.mark.parametrize(
    "text",
    [
        "Rund 2000 Bewohner wurden in Sicherheit gebracht.",
        "Environ 2000 habitants ont été évacués.",
        "Около 2000 жителей были эвакуированы.",
    ],
)
def test_what_is_about_so_many_is_no_year(text: str) -> None:
    """In other languages too an amount may look like one; "im Jahr 2019" is one."""
    assert periods(text) == ()
    assert [each.text for each in periods("Im Jahr 2019 waren es rund 2000 Bewohner.")] == ["2019"]
