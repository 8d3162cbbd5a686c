"""How often the program looks for garbage."""

from __future__ import annotations

import gc

import pytest

from conspectus.cli import main
from conspectus.cli.collecting import collecting_seldom, leave_the_rest


def test_garbage_is_looked_for_seldom_and_then_as_before() -> None:
    """Only the first threshold is raised, and whoever runs the program in their process gets theirs back."""
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold() == (200_000, *before[1:])
        assert gc.isenabled()
    assert gc.get_threshold() == before


def test_an_error_leaves_the_thresholds_as_they_were() -> None:
    """What goes wrong inside changes nothing outside."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="wrong"), collecting_seldom():
        raise ValueError("wrong")
    assert gc.get_threshold() == before


def test_what_is_left_at_the_end_is_not_looked_through() -> None:
    """That is for a process of our own: where somebody else calls the program, nothing is set apart."""
    before = gc.get_freeze_count()
    with pytest.raises(SystemExit):
        main(["--version"])
    assert gc.get_freeze_count() == before
    leave_the_rest()
    try:
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
