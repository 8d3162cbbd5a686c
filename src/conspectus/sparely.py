"""Sets and values that are kept by the thousand, in no more room than they need."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

_Item = TypeVar("_Item", bound=Hashable)

_NOTHING: frozenset[Any] = frozenset()
# So many items leave a table three quarters empty: tables grow fourfold.
_ROOMY = frozenset((*range(5, 8), *range(19, 32), *range(77, 128)))


def kept(items: Iterable[_Item]) -> frozenset[_Item]:
    """The items as a set in a table of half the usual size, where that is enough; one set for all that are empty."""
    made = frozenset(items)
    if not made:
        return _NOTHING
    # A set that is made of another one knows beforehand how many it will have.
    return frozenset(set(made)) if len(made) in _ROOMY else made
