"""Patterns for which case does not count."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conspectus.text.caseless import Caseless

PATTERNS = (
    r"\b(?:as|so) (?P<what>[A-Z][\w’]+)\b",
    r"(?P<sign>[ks])\W+(?P=sign)|i\S",
    r"^\W*the (?:Kiln|kilns?)$|\bäß[^A-Z\d]",
)
TEXTS = st.text("aAsSkK tThHeEiILlNn.’äÄßẞİıſK1 ", max_size=12)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS, at=st.integers(0, 12), to=st.integers(0, 12))
@example(text="SO Kiln, as THE kiln", at=0, to=99)
@example(text="The KILN", at=0, to=99)
@example(text="ÄSS as ſ", at=1, to=99)
@example(text="K k K, ſſ S", at=0, to=99)
def test_it_finds_what_a_pattern_finds_that_ignores_case(pattern: str, text: str, at: int, to: int) -> None:
    """The same places and groups, of the text as it is, however odd its letters are in the other case."""
    ours, usual = Caseless(pattern), re.compile(pattern, re.IGNORECASE)
    for one, other in (
        (ours.search(text), usual.search(text)),
        (ours.search(text, at, to), usual.search(text, at, to)),
        (ours.match(text), usual.match(text)),
        (ours.match(text, at, to), usual.match(text, at, to)),
    ):
        assert (one and (one.span(), one.groups(), one.string)) == (
            other and (other.span(), other.groups(), other.string)
        )
    assert [each.span() for each in ours.finditer(text)] == [each.span() for each in usual.finditer(text)]
    assert ours.stands_in(text) == (usual.search(text) is not None)
