"""Words that newsrooms use for one another meet; times and amounts stay out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.concepts import concepts


def test_two_wordings_of_one_fact_share_their_concepts() -> None:
    """Synonyms of the newsroom count as one."""
    assert concepts("The mill dismissed workers.") == concepts("Staff were laid off at the mill.")


def test_times_and_amounts_are_no_concepts() -> None:
    """They are compared as facts, not as words."""
    assert concepts("On Monday about seven million, at 6 p.m., according to the") == frozenset()


@given(st.text())
def test_any_text_has_concepts(text: str) -> None:
    """Whatever the text, the answer is the same each time, and a part of a text has no more than the whole."""
    assert concepts(text) == concepts(text)
    assert concepts(text) <= concepts(f"{text} \n mill")
