from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.markup import unmarked


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("- The mill closed.[1]", "The mill closed."),
        ("* The mill closed.[^1][^12]", "The mill closed."),
        ("2. The mill closed [4, 5].", "The mill closed."),
        ("(3) The mill\n  closed.", "The mill closed."),
        ("**The mill** closed on *Monday* and `not` before.", "The mill closed on Monday and not before."),
        ("The [mill](https://mill.invalid/a_b) closed.", "The mill closed."),
        ("## The mill closes", "The mill closes"),
        ("[^1]: The mill closed.", "The mill closed."),
        ("> - The mill\n>> closed.", "The mill closed."),
    ],
)
def test_marks_are_taken_off(marked: str, plain: str) -> None:
    """What is left is what the sentence says."""
    assert unmarked(marked) == plain


@pytest.mark.parametrize(
    "text",
    [
        "2.5 million people left.",
        "The mill [sic] closed.",
        "It rose by 3 * 4 and 5 * 6.",
        "In 2024 the mill closed.",
        "> 90 people work there, and a > b.",
        "The file is a_b_c.",
        "“[It] closed,” she said (see 4).",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    """Numbers, insertions and single signs are the sentence's own."""
    assert unmarked(text) == text


@given(st.text(alphabet="ab1 *_`[]()^.-,#\n", max_size=300))
def test_nothing_is_added(text: str) -> None:
    """Every character was there before, in the same order, and the result is one line."""
    plain = unmarked(text)
    assert "\n" not in plain
    rest = iter(text.replace("\n", " "))
    assert all(character in rest for character in plain)
