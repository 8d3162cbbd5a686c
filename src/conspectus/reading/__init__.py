"""The way in: files, standard input, pages and feeds become articles, with junk marked."""

from __future__ import annotations

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
