"""Whole small worlds: what is found of their conflicts, and that nothing else is shown as one."""

from __future__ import annotations

from tests.support.worlds import tally, worlds


def test_most_conflicts_are_found_and_nearly_nothing_else() -> None:
    """Rules for one world's words would not do for the others."""
    total = tally(worlds())
    assert total.recall >= 0.40, total.missed
    assert total.precision >= 0.95, total.wrong
