"""Quantities: what is read from digits, words, ranges, bounds, fractions and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.facts import Bound, quantities

ONE = [
    ("Revenue rose 17 percent.", 17, 17, "percent", Bound.EXACT),
    ("It fell 0.5%.", "0.5", "0.5", "percent", Bound.EXACT),
    ("sales of $29.3 billion", 29_300_000_000, 29_300_000_000, "dollar", Bound.EXACT),
    ("25.1bn dollars", 25_100_000_000, 25_100_000_000, "dollar", Bound.EXACT),
    ("USD 5 million", 5_000_000, 5_000_000, "dollar", Bound.EXACT),
    ("US$5 million", 5_000_000, 5_000_000, "dollar", Bound.EXACT),
    ("About 27,000 people", 27_000, 27_000, "", Bound.ABOUT),
    ("twenty-seven thousand people", 27_000, 27_000, "", Bound.EXACT),
    ("two hundred and fifty workers", 250, 250, "", Bound.EXACT),
    ("two and a half million votes", 2_500_000, 2_500_000, "", Bound.EXACT),
    ("one and a half hours", "1.5", "1.5", "hour", Bound.EXACT),
    ("half a million votes", 500_000, 500_000, "", Bound.EXACT),
    ("a million votes", 1_000_000, 1_000_000, "", Bound.EXACT),
    ("between 5 and 10 million euros", 5_000_000, 10_000_000, "euro", Bound.EXACT),
    ("between 5% and 7%", 5, 7, "percent", Bound.EXACT),
    ("12–13%", 12, 13, "percent", Bound.EXACT),
    ("$5-10 million", 5_000_000, 10_000_000, "dollar", Bound.EXACT),
    ("two or three dogs", 2, 3, "", Bound.EXACT),
    ("at least 60 days", 60, 60, "day", Bound.AT_LEAST),
    ("up to 30 ships", 30, 30, "", Bound.AT_MOST),
    ("more than 12 ships", 12, 12, "", Bound.MORE_THAN),
    ("500 or more ships", 500, 500, "", Bound.AT_LEAST),
    ("500+ ships", 500, 500, "", Bound.AT_LEAST),
    ("nearly 100 ships", 100, 100, "", Bound.NEARLY),
    ("fewer than 100 ships", 100, 100, "", Bound.LESS_THAN),
    ("it edged up to 5%", 5, 5, "percent", Bound.EXACT),
    ("over three days", 3, 3, "day", Bound.EXACT),
    ("5 percentage points", 5, 5, "points", Bound.EXACT),
    ("50 basis points", "0.5", "0.5", "points", Bound.EXACT),
    ("5 percent points", 5, 5, "points", Bound.EXACT),
    ("a quarter of a percentage point", "0.25", "0.25", "points", Bound.EXACT),
    ("three quarters of voters", "0.75", "0.75", "fraction", Bound.EXACT),
    ("one in five schools", "0.2", "0.2", "fraction", Bound.EXACT),
    ("1 in 4 schools", "0.25", "0.25", "fraction", Bound.EXACT),
    ("three out of ten", "0.3", "0.3", "fraction", Bound.EXACT),
    ("half of them", "0.5", "0.5", "fraction", Bound.EXACT),
    ("3/4 of them", "0.75", "0.75", "fraction", Bound.EXACT),
    ("2½ miles", "2.5", "2.5", "mile", Bound.EXACT),
    ("the 21st ship", 21, 21, "ordinal", Bound.EXACT),
    ("the twenty-first ship", 21, 21, "ordinal", Bound.EXACT),
    ("the third ship", 3, 3, "ordinal", Bound.EXACT),
    ("prices doubled", 2, 2, "times", Bound.EXACT),
    ("three times the price", 3, 3, "times", Bound.EXACT),
    ("at 10:30 a.m. sharp", 630, 630, "clock", Bound.EXACT),
    ("at 3pm", 900, 900, "clock", Bound.EXACT),
    ("at 12:15 am", 15, 15, "clock", Bound.EXACT),
    ("at ten to nine", 530, 530, "clock", Bound.EXACT),
    ("sold at 8 to ten dollars", 8, 10, "dollar", Bound.EXACT),
    ("at −5°C", -5, -5, "celsius", Bound.EXACT),
    ("41 degrees Fahrenheit", 41, 41, "fahrenheit", Bound.EXACT),
    ("£2m", 2_000_000, 2_000_000, "pound", Bound.EXACT),
    ("the 100m sprint", 100, 100, "metre", Bound.EXACT),
    ("2m people", 2_000_000, 2_000_000, "", Bound.EXACT),
    ("40 square kilometres", 40, 40, "square kilometre", Bound.EXACT),
    ("３０ ships", 30, 30, "", Bound.EXACT),
    ("a 60-year-old man", 60, 60, "year", Bound.EXACT),
    ("27 000 people", 27_000, 27_000, "", Bound.EXACT),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "bound"), ONE)
def test_one_quantity(text: str, low: int | str, high: int | str, unit: str, bound: Bound) -> None:
    """The one quantity of the text is read with value, unit and bound."""
    (found,) = quantities(text)
    assert (found.low, found.high, found.unit, found.bound) == (Decimal(low), Decimal(high), unit, bound)
    assert found.span.of(text) == found.text
    assert found.is_range is (found.low != found.high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds of workers", 200, 999),
        ("several hundred workers", 200, 999),
        ("dozens of workers", 20, 99),
        ("tens of thousands of workers", 10_000, 99_000),
    ],
)
def test_vague_amounts_span_values(text: str, low: int, high: int) -> None:
    """A vague amount is marked as such and spans what it may mean; it is no range."""
    found = quantities(text)[0]
    assert found.vague
    assert found.low == low
    assert low < found.high <= high * 100
    assert not found.is_range


@pytest.mark.parametrize(
    "text",
    [
        "On 17 July 2025 it rained.",
        "in the first quarter of 2024",
        "No one came; one of them left.",
        "At first, it rained.",
        "First, it rained.",
        "What had first been asked for was a bridge.",
        "a man and a dog",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Dates, pronouns and turns of phrase are no quantities."""
    assert quantities(text) == ()


def test_a_change_is_two_quantities() -> None:
    """ "From 5% to 10%" tells of two values, not of a range."""
    assert [q.low for q in quantities("It rose from 5% to 10%.")] == [5, 10]


def test_a_price_after_a_change_is_its_own() -> None:
    """ "Fell 4.7% to 212 pence" is a percentage and a price."""
    assert [(q.low, q.unit) for q in quantities("It fell 4.7% to 212 pence.")] == [
        (Decimal("4.7"), "percent"),
        (212, "penny"),
    ]


@given(st.integers(0, 10**9), st.sampled_from(["", "%", " people", " million", "bn dollars", " km"]))
def test_any_number_is_read(number: int, unit: str) -> None:
    """Every number with thousands separators is read with its full value."""
    found = quantities(f"It was {number:,}{unit} in all.")
    assert len(found) == 1
    scale = {" million": 10**6, "bn dollars": 10**9}.get(unit, 1)
    assert found[0].low == number * scale


@given(st.text(max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    """Whatever the text, a quantity's words stand at its span."""
    for found in quantities(text):
        assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("text", "low", "unit", "bound"),
    [
        ("the under-30s", "30", "", "less than"),
        ("people younger than 30", "30", "", "less than"),
        ("under the age of 30", "30", "", "less than"),
        ("half a point", "0.5", "points", "exact"),
        ("a half-point move", "0.5", "points", "exact"),
        ("a quarter of a point", "0.25", "points", "exact"),
        ("0.25 points", "0.25", "points", "exact"),
        ("over four times as many", "4", "times", "more than"),
        ("it was 41C", "41", "celsius", "exact"),
        ("the old one in 2015", None, "", ""),
        ("first from the spot and then again", None, "", ""),
    ],
)
def test_bounds_and_points(text: str, low: str | None, unit: str, bound: str) -> None:
    """Ages have bounds, shares of a point are points, and a year or an order of telling is no number."""
    found = [(q.low, q.unit, q.bound.value) for q in quantities(text)]
    assert found == ([] if low is None else [(Decimal(low), unit, bound)])
