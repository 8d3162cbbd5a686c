"""The text of an office document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.errors import ArticleError
from conspectus.reading.extracted import Extracted
from conspectus.reading.limits import (
    MOST_CHARACTERS,
    MOST_PACKED_PARTS,
    MOST_PARAGRAPHS,
    MOST_UNPACKED_BYTES,
)
from conspectus.reading.metadata import Known

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_AS_TEXT = "save its text as .txt"
_LOOKED_AT = 5
_LONGEST_HEADING = 300
_DOCUMENT = "word/document.xml"


def read_docx(data: bytes, *, name: str, known: Known) -> Extracted:
    """The paragraphs of the document, a line each, and its tables, a row to a line.

    Headers, footers, footnotes, comments and pictures are not read. The document's own properties state
    title, author and language; when it was saved is not when it was published. Raises ArticleError for
    what is no such document, is encrypted, or unpacks to more than the limits allow.
    """
    _refuse_bomb(data, name)
    document = _opened(data, name)
    properties = document.core_properties
    known.learn("title", " ".join(properties.title.split()), "document properties", stated=True)
    known.learn("title", _heading(document), "heading", stated=False)
    author = " ".join(properties.author.split())
    known.learn("byline", author if author != "python-docx" else None, "document properties", stated=True)
    known.learn("language", properties.language, "document properties", stated=True)
    lines: list[str] = []
    length = 0
    for count, line in enumerate(_lines(document), 1):
        length += len(line)
        if count > MOST_PARAGRAPHS or length > MOST_CHARACTERS:
            raise ArticleError("the document is too long to be an article", where=name, hint="split it")
        lines.append(line)
    text = "\n".join(lines).strip()
    if not text:
        raise ArticleError("the document holds no text", where=name)
    return Extracted(text, known)


def _heading(document: Document) -> str | None:
    """The first paragraph with words, where its style says that it is the document's heading."""
    for paragraph in document.paragraphs[:_LOOKED_AT]:
        if words := " ".join(paragraph.text.split()):
            style = paragraph.style.name if paragraph.style is not None else None
            return words if style in ("Title", "Heading 1") and len(words) <= _LONGEST_HEADING else None
    return None


def _refuse_bomb(data: bytes, name: str) -> None:
    """Refuses what would unpack to too much: the archive's own list is kept to when it is unpacked."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError("the document is encrypted, or an old .doc", where=name, hint=_AS_TEXT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ArticleError(f"is not a Word document ({error})", where=name) from error
    if _DOCUMENT not in {part.filename for part in parts}:
        raise ArticleError("is a zip archive, not a Word document", where=name, hint=_AS_TEXT)
    total = sum(part.file_size for part in parts)
    if len(parts) > MOST_PACKED_PARTS or total > MOST_UNPACKED_BYTES:
        raise ArticleError(
            f"the document unpacks to {len(parts):,} parts and {total / 1e6:,.0f} MB",
            where=name,
            hint=_AS_TEXT,
        )


def _opened(data: bytes, name: str) -> Document:
    # Loads in 0.2 s, and other formats do without it.
    import docx  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        # Entities are not resolved, and libxml2 keeps to its own limits of depth and size.
        return docx.Document(io.BytesIO(data))
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, OSError, AttributeError) as error:
        raise ArticleError(f"the document can't be read ({error})", where=name, hint=_AS_TEXT) from error


def _lines(document: Document) -> Iterator[str]:
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 — as above

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _paragraph_lines(block.text)
        else:
            yield from _row_lines(block)


def _paragraph_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if words := " ".join(line.split()):
            yield words


def _row_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        # A merged cell comes once for each column that it covers.
        cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
        if words := " | ".join(cell for cell in cells if cell):
            yield words
