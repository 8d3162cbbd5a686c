"""The lines of a PDF, read in a process of its own: `python -m conspectus.reading.pdf_worker LIMITS`.

A PDF can make any reader loop, eat memory or crash. Here it costs a process, which the caller ends. Bytes
come on standard input; JSON goes to standard output: {"pages": [...], "title", "author"} or {"refused": why}.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from conspectus.reading.apart import limit_process
from conspectus.reading.pdf_bidi import Glyph, is_right_to_left, right_to_left_lines

# Left, bottom, right and top, in points.
Rect = tuple[float, float, float, float]

# Points: what is narrower or lower shows nothing.
_INK = 0.01
# Of the size of letters, what they take below and above their line.
_BELOW, _ABOVE = 0.2, 0.7
# Points that a letter of a word may be away from the one before it, either way.
_BESIDE = 3.0
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
    rects = [page.get_rect(index) for index in range(page.count_rects())]
    if any(_overlap(one, two) for one, two in pairwise(rects)):
        return [line for line in _runs(page) if line[0]]
    lines = [(page.get_text_bounded(*rect), *rect) for rect in rects]
    return [line for line in lines if line[0].strip()]


def _overlap(one: Rect, two: Rect) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _runs(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """The letters that were set at once, with their place: a program that sets letters closer divides words so.

    A run that goes on where the one before it ends, with no space seen or set between, is of the same word. Runs may
    overlap then, so that each letter is taken from its run and not from its place. It takes several times as
    long as asking for what stands where.
    """
    import ctypes  # noqa: PLC0415 - after the limits

    from pypdfium2 import raw  # noqa: PLC0415 - as above

    left, bottom, right, top = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(each) for each in (left, right, bottom, top)]
    x, base, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    signs: list[str] = []
    box: Rect | None = None
    last = None
    for index in range(page.count_chars()):
        if raw.FPDFText_IsGenerated(page, index):
            # A space or the end of a line that was seen, not set; letters after it may be of the same run.
            signs.append(" ")
            continue
        run = ctypes.addressof(raw.FPDFText_GetTextObject(page, index).contents)
        raw.FPDFText_GetCharBox(page, index, *places)
        if (
            run != last
            and box is not None
            and not _goes_on(signs, box, (left.value, bottom.value, top.value))
        ):
            yield "".join(signs).strip(), *box
            signs, box = [], None
        last = run
        signs.append(chr(raw.FPDFText_GetUnicode(page, index)))
        if signs[-1].isspace() or right.value - left.value < _INK or top.value - bottom.value < _INK:
            continue
        # Upright letters of one size are as high, whether their ink goes below the line or not.
        raw.FPDFText_GetMatrix(page, index, matrix)
        raw.FPDFText_GetCharOrigin(page, index, x, base)
        size = 0.0 if matrix.b else raw.FPDFText_GetFontSize(page, index) * abs(matrix.d)
        low = min(bottom.value, base.value - _BELOW * size)
        high = max(top.value, base.value + _ABOVE * size)
        if box is None:
            box = left.value, low, right.value, high
        else:
            box = min(box[0], left.value), min(box[1], low), max(box[2], right.value), max(box[3], high)
    if box is not None:
        yield "".join(signs).strip(), *box


def _goes_on(signs: Sequence[str], box: Rect, following: tuple[float, float, float]) -> bool:
    """True where a letter with this left, bottom and top is of the word that the run ends with."""
    left, bottom, top = following
    beside = bottom < box[3] + _BESIDE and box[1] - _BESIDE < top
    return bool(signs) and not signs[-1].isspace() and beside and abs(left - box[2]) < _BESIDE


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
