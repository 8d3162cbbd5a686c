"""How a briefing speaks about itself."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.model.usage import Usage
from conspectus.render import words
from conspectus.render.wording import ENGLISH


def test_dates_are_in_words() -> None:
    """A date is day, month and year, in English."""
    assert words.day(date(2025, 12, 4)) == "4 December 2025"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-07-24", "24 July 2025"),
        ("2025-07", "July 2025"),
        ("2025-07-21/2025-07-27", "21–27 July 2025"),
        ("2025-07-28/2025-08-03", "28 July – 3 August 2025"),
        ("2024-12-30/2025-01-05", "30 December 2024 – 5 January 2025"),
        ("2023-01-01/2023-12-31", "2023"),
        ("2023-01-01/2024-12-31", "2023 – 2024"),
        ("2025-07-01/2025-07-31", "July 2025"),
        ("2023-10-01/2023-12-31", "October – December 2023"),
        ("2023-10-01/2024-03-31", "October 2023 – March 2024"),
        ("2025-07-24/2025-07-24", "24 July 2025"),
        ("the first quarter of 2025", "the first quarter of 2025"),
        ("2025-13", "2025-13"),
        ("1/2/3", "1/2/3"),
        ("", ""),
    ],
)
def test_iso_periods_are_in_words(text: str, said: str) -> None:
    """Days, months, years and intervals read as people write them; other wording is left alone."""
    assert words.period(text) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0.0 s"),
        (9.94, "9.9 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (372.4, "6 min 12 s"),
        (3900, "1 h 5 min"),
    ],
)
def test_durations_are_as_precise_as_they_matter(value: float, said: str) -> None:
    """Seconds, then minutes and seconds, then hours and minutes."""
    assert words.seconds(value) == said


@pytest.mark.parametrize(("value", "shown"), [(9.4, "0:09"), (372, "6:12"), (3900, "1:05:00")])
def test_clocks_count_in_minutes_and_hours(value: float, shown: str) -> None:
    """Minutes and seconds, with hours where there are any."""
    assert words.clock(value) == shown


@pytest.mark.parametrize(
    ("values", "said"), [((4,), "4"), ((4, 7, 8, 9), "4, 7–9"), ((9, 8, 8, 1), "1, 8–9"), ((), "")]
)
def test_runs_of_numbers_are_folded(values: tuple[int, ...], said: str) -> None:
    """Neighbouring numbers become a range."""
    assert ENGLISH.numbers(values) == said


@pytest.mark.parametrize(
    ("cost", "said"),
    [(None, "unknown"), (0.0, "$0"), (0.0042, "$0.0042"), (1.5, "$1.50"), (1234.0, "$1,234.00")],
)
def test_cost_is_never_made_up(cost: float | None, said: str) -> None:
    """An unknown cost is unknown, a known one has as many digits as it needs."""
    assert words.cost(Usage(cost_usd=cost)) == said


def test_counts_agree_with_their_nouns() -> None:
    """One is singular; everything else, none included, is plural."""
    assert [words.count(n, "retry", "retries") for n in (0, 1, 2)] == ["0 retries", "1 retry", "2 retries"]
    assert words.calls(Usage(calls=1, retries=1)) == "1 call, 1 retry"


def test_quotation_marks_do_not_clash() -> None:
    """Text with double quotation marks is put in single ones."""
    assert words.quoted("a “b” c") == "‘a “b” c’"
    assert words.quoted("a ‘b’ c") == "“a ‘b’ c”"
