"""What modules say that they export is there."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import conspectus

# Running these is what they are for.
RUN = ("__main__", "worker")
MODULES = sorted(
    each.name
    for each in pkgutil.walk_packages(conspectus.__path__, "conspectus.")
    if not each.name.endswith(RUN)
)


def test_all_rooms_are_looked_at() -> None:
    """A room that can't be walked into would be left out unseen."""
    assert {f"conspectus.{room}" for room in ("reading", "llm", "consolidate", "render", "cli")} <= set(
        MODULES
    )


@pytest.mark.parametrize("name", MODULES)
def test_every_name_in_all_can_be_had_and_stands_there_once(name: str) -> None:
    """A name that was renamed or dropped is not promised any more."""
    module = importlib.import_module(name)
    promised = list(getattr(module, "__all__", ()))
    assert [each for each in promised if not hasattr(module, each)] == []
    assert len(promised) == len(set(promised))
