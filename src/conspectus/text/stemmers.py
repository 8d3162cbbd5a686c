"""Stemmers of words, each loaded when a word of its language is first stemmed, in a program that has its process.

snowballstemmer brings thirty-six along, of which a run needs one: 3.3 MB, and 15 ms of processor time.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

from conspectus.lazy_imports import Spared, has_the_process

_LIBRARY = "snowballstemmer"


def stemmer(language: str) -> Any:
    """The stemmer of that language, by its English name in lower case; raises KeyError where there is none."""
    return _library().stemmer(language)


def _library() -> Any:
    if has_the_process() and _LIBRARY not in sys.modules:
        with _spared().left_out():
            import snowballstemmer  # noqa: PLC0415 - that is what this is about
    else:
        import snowballstemmer  # noqa: PLC0415 - as above
    return snowballstemmer


def _spared() -> Spared:
    spec = find_spec(_LIBRARY)
    places = spec.submodule_search_locations if spec else None
    names = (f"{_LIBRARY}.{module.name}" for module in iter_modules(places or ()))
    return Spared(
        handing_on=_LIBRARY, called=[name for name in names if name.endswith("_stemmer")], absent=()
    )
