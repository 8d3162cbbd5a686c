"""Whether a figure stands in what is quoted for it."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.verification.figures import Told, given, gives, stands, tells


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("34 people", "Thirty-four people were taken to hospital."),
        ("$46 billion", "Revenue reached 46bn dollars last year."),
        ("between 2236 and 2508", "Codes from 2236 to 2508 are affected."),
    ],
)
def test_a_number_is_given_in_digits_and_in_words(words: str, quote: str) -> None:
    """What is counted may be worded otherwise, or not at all."""
    assert gives([Told(quote)], words, Told(f"They spoke of {words}."))


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("34 people", "Thirty-five people were taken to hospital."),
        ("between 2236 and 2508", "Codes from 2236 on are affected."),
        ("several people", "Several people were taken to hospital."),
        ("34 people", ""),
    ],
)
def test_another_number_or_none_is_no_figure(words: str, quote: str) -> None:
    """Each number has to be there, and words without any give none."""
    assert not gives([Told(quote)], words, Told(f"They spoke of {words}."))


def test_words_and_what_gives_them_may_be_of_two_languages() -> None:
    """Each is read as its own sentence is."""
    german = Told("Die Bahn nennt 4,8 Milliarden Franken.", language="de")
    english = Told("The railway says 4.8 billion francs.")
    assert gives([english], "4,8 Milliarden Franken", german)
    assert gives([german], "4.8 billion francs", english)
    assert gives([Told("Die Polizei spricht von elf.", language="de")], "eleven", english)
    assert not gives([Told("It puts the cost at 48 billion francs.")], "4,8 Milliarden Franken", german)


@pytest.mark.parametrize(
    ("words", "quote", "given"),
    [
        ("3:40 a.m.", "At 3.40 on Monday morning the alarm was triggered.", True),
        ("3:40 a.m.", "At 3.40 on Monday afternoon the alarm was triggered.", False),
        ("3:40 a.m.", "It cost 3.40 euros.", False),
        ("at 3.40", "It was 3:40 a.m.", True),
        ("20 November 2021", "They died on 20 November four years ago, in 2021.", False),
        ("20 November 2021", "They were killed on November 20, 2021.", True),
        ("20 November 2021", "They were killed on 21 November 2021.", False),
        ("20 November 2021", "They were killed on 20 November.", False),
        ("20 November", "They were killed on 20 November 2025.", True),
    ],
)
def test_hours_and_days_are_figures_too(words: str, quote: str, given: bool) -> None:
    """A day without a year is that of its article's time."""
    day = date(2025, 11, 28)
    assert gives([Told(quote, day)], words, Told(f"It was {words}.", day)) is given


@pytest.mark.parametrize(
    ("words", "quotes", "told"),
    [
        ("laid off 340 packers", ["In Varn 340 packers were dismissed."], True),
        ("laid off 340 packers", ["In Varn 350 packers were dismissed."], False),
        ("laid off 340 packers", ["In Varn 340 packers were praised."], False),
        ("laid off 340 packers", ["Packers were dismissed.", "There were 340 of them."], False),
        ("of it", ["It was of it."], False),
    ],
)
def test_words_are_told_where_each_has_one_of_its_sense(words: str, quotes: list[str], told: bool) -> None:
    """All of them in one piece, with the same numbers; words without content tell nothing."""
    assert tells([Told(quote) for quote in quotes], words) is told


def test_words_with_a_gap_stand_in_a_text_in_their_order() -> None:
    """Each stretch of them behind the one before, as it is."""
    text = "Three people were hurt when the boiler burst."
    assert stands("Three people … burst", text)
    assert stands("were hurt when", text)
    assert not stands("burst … Three people", text)
    assert not stands("Three people … exploded", text)


@pytest.mark.parametrize(
    ("words", "is_given"),
    [
        ("Three people were hurt … boiler", True),
        ("Four people were hurt … boiler", False),
        ("Three people were hurt … roof", False),
        ("9 km … Tereb", True),
        ("9 km … Orle", False),
    ],
)
def test_every_stretch_of_words_with_a_gap_has_to_be_given(words: str, is_given: bool) -> None:
    """The number with its unit, in digits or not, and the other words by their sense."""
    quote = "The boiler injured three workers nine kilometres north of Tereb."
    assert given([Told(quote)], words, Told(words)) is is_given
