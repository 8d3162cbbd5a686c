"""The lines of a PDF, read in a process of its own: `python -m conspectus.reading.pdf_worker LIMITS`.

A PDF can make any reader loop, eat memory or crash. Here it costs a process, which the caller ends. Bytes
come on standard input; JSON goes to standard output: {"pages": [...], "title", "author"} or {"refused": why}.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from conspectus.reading.apart import limit_process


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
            lines = _lines(page.get_textpage(), most_characters)
        except pypdfium2.PdfiumError:
            pages.append({"width": 0.0, "height": 0.0, "lines": [], "damaged": True})
            continue
        length += sum(len(line[0]) for line in lines)
        if length > most_characters:
            return {"refused": "characters"}
        pages.append({"width": page.get_width(), "height": page.get_height(), "lines": lines})
    known = document.get_metadata_dict()
    return {"pages": pages, "title": known.get("Title", ""), "author": known.get("Author", "")}


def _lines(page: Any, most_characters: int) -> list[tuple[str, float, float, float, float]]:
    if page.count_chars() > most_characters:
        return [("x" * (most_characters + 1), 0.0, 0.0, 0.0, 0.0)]
    found = []
    for index in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(index)
        text = page.get_text_bounded(left, bottom, right, top)
        if text.strip():
            found.append((text, left, bottom, right, top))
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
