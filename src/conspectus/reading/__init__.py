"""The way in: files, standard input, pages and feeds become articles, with junk marked.

Names are imported on first use: a run that only looks at its files' bytes does not wait for their readers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conspectus.reading.article import read_article
    from conspectus.reading.collected import Collected, Duplicate, Failure, PassedOver, Reading
    from conspectus.reading.files import MAX_BYTES, read_file, read_inputs
    from conspectus.reading.media import MEDIA, Media

__all__ = [
    "MAX_BYTES",
    "MEDIA",
    "Collected",
    "Duplicate",
    "Failure",
    "Media",
    "PassedOver",
    "Reading",
    "read_article",
    "read_file",
    "read_inputs",
]

_HOMES = {
    **dict.fromkeys(("MAX_BYTES", "read_file", "read_inputs"), "files"),
    **dict.fromkeys(("MEDIA", "Media"), "media"),
    **dict.fromkeys(("Collected", "Duplicate", "Failure", "PassedOver", "Reading"), "collected"),
    "read_article": "article",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
