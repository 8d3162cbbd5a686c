"""How a word begins where a pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conspectus.text.beginnings import begun, needed

TELLING = {
    r"\b(?:fault\w*|red light|e[ -]coli)\b": {"faul", "red", "e"},
    r"(?<!was )\b(?:die[sd]?|dying)\b": {"die", "dies", "died", "dyin"},
    r"(?:two|\d{1,2}) \b(?:weeks?|\d+ days?)\b": {"week", "0", "00", "000", "0000"},
    r"^\W*the (?P<what>ferry|\d\dth)$": {"ferr", "00th"},
    r"\b(?:is|was) (?:at |in )?sunk\b": {"sunk"},
    r"[,;] (?:when|after) ": {"when", "afte"},
    r"\b(?:cut|cuts|un[cd]o\w*)\b": {"cut", "cuts", "unco", "undo"},
    r"\b(?:at once|own (?:choice|accord))\b": {"once", "own"},
    r"\b(?:never|nor)\b|n[’']t\b": {"neve", "nor", "t"},
    r"\b(?:ice\w*|sea)\b": {"ice", "sea"},
}
SILENT = (
    r"\b(?:is|was)\b",
    r"(?:mon|sun)day",
    r"\b\w+ed\b",
    r"\b(?:no|yes)\b|.t\b",
    r"\bx|day\b",
    r"\b(?:the )?\w+",
    r"\b(?:\w+ly )?sunk",
    r"",
)


@pytest.mark.parametrize(("pattern", "wanted"), TELLING.items())
def test_it_knows_how_a_word_has_to_begin(pattern: str, wanted: set[str]) -> None:
    """Four characters of it or all of a shorter one; of words that are everywhere the next one tells."""
    found = needed(pattern)
    assert found is not None
    assert found.beginnings == wanted


@pytest.mark.parametrize("pattern", SILENT)
def test_it_says_where_it_does_not_know(pattern: str) -> None:
    """Words that are everywhere, endings, and whatever can stand within a word."""
    assert needed(pattern) is None


@pytest.mark.parametrize("pattern", [*TELLING, r"\b(?:w[aeiou]\w?|xy)\b", r"\b(?:xb?c{0,3}|d+e)(?: |-)f\w*"])
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], max_examples=60)
def test_every_match_has_such_a_word(pattern: str, data: st.DataObject) -> None:
    """Whatever stands around it."""
    found = needed(pattern)
    assert found is not None
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="latin-1"))).lower()
    assume(re.search(pattern, text))
    assert not found.beginnings.isdisjoint(begun(text).of(found.length))
