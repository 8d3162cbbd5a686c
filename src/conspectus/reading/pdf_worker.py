"""The lines of a PDF, read in a process of its own: `python -m conspectus.reading.pdf_worker LIMITS`.

A PDF can make any reader loop, eat memory or crash. Here it costs a process, which the caller ends. Bytes
come on standard input; JSON goes to standard output: {"pages": [...], "title", "author"} or {"refused": why}.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

from conspectus.reading.apart import limit_process
from conspectus.reading.pdf_bidi import Glyph, is_right_to_left, right_to_left_lines

# Letters in the shape that they have in a word: what old programs write instead of the letters themselves.
_SHAPES = (("\ufb1d", "\ufdff"), ("\ufe70", "\ufefc"))


def main(arguments: list[str]) -> None:
    """Reads standard input and writes what it holds as JSON."""
    pages, characters, seconds, memory = (int(float(each)) for each in arguments)
    limit_process(seconds, memory)
    json.dump(read(sys.stdin.buffer.read(), pages, characters), sys.stdout)


def read(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """The pages with what is printed on them and where, or why they were refused."""
    import pypdfium2  # noqa: PLC0415 - after the limits, which then hold for it too

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        return {"refused": "encrypted" if "assword" in str(error) or "ecurity" in str(error) else "damaged"}
    if count > most_pages:
        return {"refused": "pages"}
    pages: list[dict[str, Any]] = []
    length = 0
    for number in range(count):
        try:
            page = document[number]
            lines = _lines(page.get_textpage(), page.get_width(), most_characters)
        except pypdfium2.PdfiumError:
            pages.append({"width": 0.0, "height": 0.0, "lines": [], "damaged": True})
            continue
        length += sum(len(line[0]) for line in lines)
        if length > most_characters:
            return {"refused": "characters"}
        pages.append({"width": page.get_width(), "height": page.get_height(), "lines": lines})
    known = document.get_metadata_dict()
    return {"pages": pages, "title": known.get("Title", ""), "author": known.get("Author", "")}


def _lines(page: Any, width: float, most_characters: int) -> list[tuple[str, float, float, float, float]]:
    if page.count_chars() > most_characters:
        return [("x" * (most_characters + 1), 0.0, 0.0, 0.0, 0.0)]
    if is_right_to_left(page.get_text_range()):
        return right_to_left_lines(_glyphs(page), width)
    found = []
    for index in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(index)
        text = page.get_text_bounded(left, bottom, right, top)
        if text.strip():
            found.append((text, left, bottom, right, top))
    return found


def _glyphs(page: Any) -> Iterator[Glyph]:
    """Every letter of the page with its place; without the spaces and line ends that PDFium puts between them."""
    import ctypes  # noqa: PLC0415 - after the limits

    from pypdfium2 import raw  # noqa: PLC0415 - as above

    x, base, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    for index in range(page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(page, index))
        left, _, right, _ = page.get_charbox(index, loose=True)
        if raw.FPDFText_IsGenerated(page, index) or sign < " " or (sign == " " and right - left < 0.01):
            continue
        raw.FPDFText_GetCharOrigin(page, index, x, base)
        raw.FPDFText_GetMatrix(page, index, matrix)
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        if any(first <= sign <= last for first, last in _SHAPES):
            sign = unicodedata.normalize("NFKC", sign).strip() or sign
        # Of some letters the box holds the ink alone; where the font has them begin is then further left.
        yield Glyph(sign, min(left, x.value), right, size, base.value)


if __name__ == "__main__":
    main(sys.argv[1:])
