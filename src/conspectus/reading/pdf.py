"""The article in a PDF."""

from __future__ import annotations

import re
from typing import Any

from conspectus.errors import ArticleError
from conspectus.reading.apart import read_apart
from conspectus.reading.extracted import Extracted
from conspectus.reading.limits import MOST_CHARACTERS, MOST_MEMORY_BYTES, MOST_PAGES, MOST_SECONDS
from conspectus.reading.metadata import Known
from conspectus.reading.pdf_layout import text_of
from conspectus.reading.printed import Box, Sheet

_WORKER = "conspectus.reading.pdf_worker"
_AS_TEXT = "save its text as .txt"
_REFUSED = {
    "encrypted": ("the PDF is encrypted", "save a copy without a password"),
    "damaged": ("the PDF is damaged and can't be opened", "open it in a viewer and print it to a new PDF"),
    "pages": (f"the PDF has more than {MOST_PAGES} pages", "save the pages of the article alone"),
    "characters": ("the PDF holds too much text to be an article", "save the pages of the article alone"),
}
_FILE_NAME = re.compile(r"\.\w{2,5}$|^(?:untitled|document\d*|microsoft word)\b", re.IGNORECASE)


def read_pdf(data: bytes, *, name: str, known: Known, seconds: float = MOST_SECONDS) -> Extracted:
    """The text of the PDF in reading order, a paragraph to a line.

    Columns are read one after the other, words that were hyphenated at the end of a line are whole again,
    and page numbers and what repeats at the edge of the pages is left out. The document's own properties
    state title and author where the first page prints the one and the other is a name; when the file was made
    is not when the article was published. The PDF is read in a process of its own, which is ended after
    `seconds`. Raises ArticleError for one that is encrypted, damaged, scanned without text, or beyond the
    limits.
    """
    found = _in_process(data, name, seconds)
    if "refused" in found:
        message, hint = _REFUSED[found["refused"]]
        raise ArticleError(message, where=name, hint=hint)
    sheets = [
        Sheet(page["width"], page["height"], tuple(Box.of(*line) for line in page["lines"]))
        for page in found["pages"]
    ]
    text, left_out = text_of(sheets)
    if not any(character.isalnum() for character in text):
        raise ArticleError(
            f"the PDF has {_counted(len(sheets))} and no text: it is a scan, or its words are pictures",
            where=name,
            hint="run text recognition (OCR) over it first",
        )
    _learn(known, found, sheets)
    damaged = [number for number, page in enumerate(found["pages"], 1) if page.get("damaged")]
    silent = [number for number, sheet in enumerate(sheets, 1) if not sheet.boxes and number not in damaged]
    passed_over = [
        *(f"{name}: page {number} is damaged and was not read" for number in damaged),
        *(f"{name}: page {number} has no text: it is empty or a picture" for number in silent),
        *(f"{name}: “{line[:200]}” at the edge of the pages was left out" for line in left_out),
    ]
    return Extracted(text, known, passed_over=tuple(passed_over))


def _in_process(data: bytes, name: str, seconds: float) -> dict[str, Any]:
    limits = (MOST_PAGES, MOST_CHARACTERS, seconds + 1, MOST_MEMORY_BYTES)
    return read_apart(_WORKER, limits, data, seconds=seconds, what="PDF", where=name, hint=_AS_TEXT)


def _learn(known: Known, found: dict[str, Any], sheets: list[Sheet]) -> None:
    first = " ".join(box.text for box in sheets[0].boxes)
    title = " ".join(found["title"].split())
    if title and not _FILE_NAME.search(title) and _folded(title) in _folded(first):
        known.learn("title", title, "document properties", stated=True)
    author = " ".join(found["author"].split())
    if 2 <= len(author.split()) <= 12:
        known.learn("byline", author, "document properties", stated=True)


def _folded(words: str) -> str:
    return "".join(re.findall(r"\w", words.casefold()))


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
