"""How long a baseline may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.evaluation.systems.equal import leading
from conspectus.text.spaceless import word_count

TEXTS = st.lists(st.lists(st.sampled_from(["a", "harbour", "of", "Lindvik"]), max_size=6).map(" ".join))


@given(TEXTS, st.integers(min_value=0, max_value=30))
def test_as_many_as_fit_and_not_one_more(texts: list[str], most: int) -> None:
    """Of texts in their order."""
    count = leading(texts, most)
    lengths = [word_count(text) for text in texts]
    assert sum(lengths[:count]) <= most
    assert count == len(texts) or sum(lengths[: count + 1]) > most
