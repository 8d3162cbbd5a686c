from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.reading.dates import order_of, read_date, read_day_and_month, whole_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7/18/20252 min read", date(2025, 7, 18)),
        ("18/7/2025", date(2025, 7, 18)),
        ("3/3/2025", date(2025, 3, 3)),
        ("17.07.2025", date(2025, 7, 17)),
        ("3.4.2025", date(2025, 4, 3)),
        ("Published July 17th, 2025 at noon", date(2025, 7, 17)),
        ("Sept. 5, 2024", date(2024, 9, 5)),
        ("the 1st of May 2024", date(2024, 5, 1)),
        ("3-Apr-2025", date(2025, 4, 3)),
        ("2025-07-17T23:00:00-07:00", date(2025, 7, 17)),
        ("am 3. März 2025 um", date(2025, 3, 3)),
        ("1er mai 2024", date(2024, 5, 1)),
        ("8 février 2025", date(2025, 2, 8)),
        ("19 de julio de 2025", date(2025, 7, 19)),
        ("3 agosto 2024", date(2024, 8, 3)),
        ("2025年06月26日 08:30", date(2025, 6, 26)),
        ("2025 年 2 月 18 日", date(2025, 2, 18)),
        ("31. Februar 2025", None),
        ("2025年13月26日", None),
        ("3/4/2025", None),
        ("30 February 2025", None),
        ("2025-02-30", None),
        ("32/1/2025", None),
        ("31.02.2025", None),
        ("May 2025", None),
        ("last Thursday", None),
        ("12/31", None),
    ],
)
def test_only_whole_dates_with_one_reading_are_read(text: str, expected: date | None) -> None:
    """A date is read where day, month and year are there and the order leaves no choice."""
    assert read_date(text) == expected


def test_a_known_order_decides() -> None:
    """The two readings of 3/4/2025, each in its order."""
    assert read_date("3/4/2025", "day first") == date(2025, 4, 3)
    assert read_date("3/4/2025", "month first") == date(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("3/4/2025 and 3/14/2025", "month first"),
        ("3/4/2025 and 14/3/2025", "day first"),
        ("Posted 3/4/2025. It sank on 4 March 2025.", "month first"),
        ("Posted 3/4/2025. It sank on April 3, 2025.", "day first"),
        ("3/4/2025", None),
        ("3/3/2025", None),
        ("14/3/2025 and 3/14/2025", None),
        ("3/4/2025, 4 March 2025, 3 April 2025", None),
        ("17.07.2025 and 3/4/2025", None),
    ],
)
def test_the_order_is_known_only_where_something_decides(text: str, order: str | None) -> None:
    """Unambiguous dates and dates in words decide, unless they disagree."""
    assert order_of(text) == order


def test_a_day_needs_a_year_and_a_calendar() -> None:
    """A day and a month with a given year, or nothing."""
    assert read_day_and_month("LONDON, March 3", 2025) == date(2025, 3, 3)
    assert read_day_and_month("30 February", 2025) is None
    assert read_day_and_month("March", 2025) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_unmistakable_form(day: date) -> None:
    """ISO, English in both orders and dotted dates give the day back."""
    forms = (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%d.%m.%Y}",
    )
    for form in forms:
        assert read_date(f"Posted {form}.") == day
        assert [found for found, _ in whole_dates(form)] == [day]
