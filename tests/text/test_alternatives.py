"""Patterns that are written anew find the same."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.alternatives import alternatives, by_first_letter, sooner

LITERAL = st.text("abn ", min_size=1, max_size=3)
PIECE = st.one_of(
    LITERAL,
    st.sampled_from([r"\w", r"[ab|)]", r"[^]a]", "(a|b)", "a?", r"n+", r"(?=a)", r"\)", "(?<=b)a", "ñ"]),
)
PATTERN = st.recursive(
    st.lists(PIECE, min_size=1, max_size=3).map("".join),
    lambda inner: st.tuples(st.lists(inner, min_size=1, max_size=4), st.sampled_from(["", "?", "n"])).map(
        lambda made: f"(?:{'|'.join(made[0])}){made[1]}"
    ),
    max_leaves=12,
)
TEXTS = st.lists(st.text("abn |)ñ_", max_size=14), min_size=1, max_size=8)


def spans(pattern: str, text: str) -> list[tuple[int, int]]:
    """Where the pattern is found."""
    return [found.span() for found in re.finditer(pattern, text)]


@given(st.lists(PATTERN, min_size=1, max_size=5), st.sampled_from(["", r"\b", "(?!a)", "?", "|b"]), TEXTS)
def test_what_is_looked_for_sooner_is_found_in_the_same_places(
    wanted: list[str], tail: str, texts: list[str]
) -> None:
    """Whatever the alternatives are and whatever stands behind them."""
    pattern = rf"\b(?:{'|'.join(wanted)}){tail}"
    quick = sooner(pattern)
    assert [spans(quick, text) for text in texts] == [spans(pattern, text) for text in texts]


@given(st.lists(PATTERN, min_size=1, max_size=6), TEXTS)
def test_alternatives_together_and_by_first_letter_find_the_same(wanted: list[str], texts: list[str]) -> None:
    """The first that fits is still the one that is found."""
    pattern = "|".join(wanted)
    for other in (
        "|".join(alternatives(pattern)),
        by_first_letter(wanted),
        by_first_letter(alternatives(pattern)),
    ):
        assert [spans(other, text) for text in texts] == [spans(pattern, text) for text in texts]


def test_a_group_in_front_is_opened() -> None:
    """Also one within another, but none that may be missing."""
    assert alternatives("(?:a|(?:b|c)d)e|(?:f)?g") == ["ae", "bde", "cde", "(?:f)?g"]


def test_words_are_looked_for_by_their_first_letters() -> None:
    """What begins with one letter stands behind it once, and what refers to what was captured stays as it is."""
    assert sooner(r"\b(?:(?:was|is) shut|was open)s?\b") == (
        r"(?:w(?<!\ww)(?:as shut|as open)|i(?<!\wi)(?:s shut))s?\b"
    )
    many = [f"{first}{second}" for first in "abcdefghij" for second in "xy"]
    assert (
        sooner(rf"\b(?:{'|'.join(many)})")
        == r"\b(?:" + "|".join(f"{each}(?:x|y)" for each in "abcdefghij") + ")"
    )
    for kept in (
        r"\b(?:(a)b|\1c)\b",
        r"\b(?:a|(?P<b>b))\b",
        r"\b(?:a|[bc])d",
        r"\b(?:a)|b",
        "a|b",
        r"\b(?:a|b)+",
    ):
        assert sooner(kept) == kept
