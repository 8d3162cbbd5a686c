"""JSON with slips of punctuation."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.llm.mending import mended

TEXTS = st.text(max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=3)


@given(OBJECTS)
def test_json_stays_as_it_is(value: dict[str, object]) -> None:
    """What is right is not touched, whatever stands inside its strings."""
    text = json.dumps(value, ensure_ascii=False)
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2,], }', {"a": [1, 2]}),
        ('{"a": {"b": 1,\n},\n}', {"a": {"b": 1}}),
        ('{"a": "one\ntwo\t"}', {"a": "one\ntwo\t"}),
        ('{"a": ",]", "b": "\\",}",}', {"a": ",]", "b": '",}'}),
    ],
)
def test_slips_of_punctuation_are_put_right(text: str, value: object) -> None:
    """A comma before a closing bracket goes, a line break inside a string is escaped; nothing in a string goes."""
    assert json.loads(mended(text)) == value


@given(OBJECTS, st.data())
def test_what_was_cut_off_does_not_become_whole(value: dict[str, object], data: st.DataObject) -> None:
    """No beginning of an answer is read as an answer, with a comma behind it or without."""
    text = json.dumps(value, ensure_ascii=False)
    beginning = text[: data.draw(st.integers(0, len(text) - 1))]
    for cut in (beginning, f"{beginning},"):
        with pytest.raises(json.JSONDecodeError, match=re.compile("")):
            json.loads(mended(cut))
