"""The way in: files, directories and standard input become articles, with junk marked."""

from __future__ import annotations

from conspectus.reading.article import Media, read_article
from conspectus.reading.files import MAX_BYTES, Duplicate, Failure, Reading, read_file, read_inputs

__all__ = [
    "MAX_BYTES",
    "Duplicate",
    "Failure",
    "Media",
    "Reading",
    "read_article",
    "read_file",
    "read_inputs",
]
