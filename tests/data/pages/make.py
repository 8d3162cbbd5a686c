"""Writes each page and the text of its article from one source: `python tests/data/pages/make.py`.

A source is the page with ⟦ ⟧ around what a reader would call the article: headline, standfirst, paragraphs,
headings, tables, captions of a gallery. Everything else on the page is not the article. The page comes without the
marks; the text has what they hold, a piece to a line, without tags.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

HERE = Path(__file__).parent
_PIECE = re.compile("⟦(.*?)⟧", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def made(source: str) -> tuple[str, str]:
    """The page and its article's text."""
    pieces = (" ".join(unescape(_TAG.sub("", piece)).split()) for piece in _PIECE.findall(source))
    return source.replace("⟦", "").replace("⟧", ""), "".join(f"{piece}\n" for piece in pieces)


def main() -> None:
    """Writes all pages."""
    for source in sorted(HERE.glob("sources/*.page")):
        page, text = made(source.read_text(encoding="utf-8"))
        HERE.joinpath(f"{source.stem}.html").write_text(page, encoding="utf-8")
        HERE.joinpath(f"{source.stem}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
