"""How often the program looks for garbage in cycles: seldom, because it makes next to none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 200_000


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Looks for cycles after 200,000 new objects instead of Python's 700, and as usual again afterwards.

    Facts of texts are many small objects that live long and form no cycles: to look through them again and again took
    a seventh of the time of a consolidation and freed nothing (`bench/consolidate.py`). After 50,000 it still took a
    twentieth of a run of 100 articles, and freed 2 MB.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def leave_the_rest() -> None:
    """What is in memory now is not searched for cycles any more: the process ends, and gives it back as a whole.

    Python searches it all again when it ends, which takes a second after a run of 100 articles.
    """
    gc.freeze()
