"""Sets that are kept take no more room than they need."""

from __future__ import annotations

from sys import getsizeof

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.sparely import kept


@given(st.lists(st.integers()))
def test_it_is_the_set_of_the_items(items: list[int]) -> None:
    """Equal to what `frozenset` makes, and never larger."""
    assert kept(iter(items)) == frozenset(items)
    assert getsizeof(kept(items)) <= getsizeof(frozenset(items))


@pytest.mark.parametrize("size", [5, 7, 19, 31, 77, 127])
def test_a_table_that_is_mostly_empty_is_halved(size: int) -> None:
    """At the sizes at which a set has just grown, nearly half of it is saved."""
    assert getsizeof(kept(range(size))) < 0.7 * getsizeof(frozenset(range(size)))


def test_all_that_are_empty_are_one() -> None:
    """Thousands of texts name no day."""
    assert kept(()) is kept([])
