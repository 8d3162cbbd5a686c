"""Names: capital letters that say more than the beginning of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.facts import names
from conspectus.text.facts.names import name_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Bank of England met the U.S. Treasury in New York on Thursday.",
            ["Bank of England", "U.S. Treasury", "New York"],
        ),
        ("In May, iPhone sales in Malmö rose.", ["iPhone", "Malmö"]),
        ("Amazon's Jassy told Reuters.", ["Amazon", "Jassy", "Reuters"]),
        ("It hit Marks & Spencer.", ["Marks & Spencer"]),
        ("He told us that US firms left.", ["US"]),
        ("Mr. O'Brien spoke to Ludwig van Beethoven.", ["O'Brien", "Ludwig van Beethoven"]),
        ("However, the firm said: “They left.”", []),
        ("Fifteen ships left in March.", []),
        ("", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    """The names of a sentence, without dates, stop words and number words."""
    assert [name.text for name in names(text)] == found


def test_a_name_knows_its_initials_and_its_place() -> None:
    """Words, initials and span of a name."""
    first, second = names("Amazon Web Services (AWS) grew.")
    assert first.words == ("amazon", "web", "services")
    assert first.acronym == second.words[0] == "aws"
    assert first.initial
    assert (first.start, first.end) == (0, 19)


def test_the_words_of_names_leave_out_what_only_opens_a_sentence() -> None:
    """A lone capital there may be any word; several together are a name there too."""
    assert name_words("Bakers met Lind. Oslo Port closed.") == {"lind", "oslo", "port"}


@given(st.text(max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    """Whatever the text, a name's words stand at its span."""
    for found in names(text):
        assert text[found.start : found.end] == found.text
