"""What the process that reads a PDF does, without the process."""

from __future__ import annotations

import io
import json
import sys

import pytest
from fpdf import FPDF

from conspectus.reading import pdf_worker
from conspectus.reading.pdf_layout import text_of
from conspectus.reading.printed import Box, Sheet
from tests.support.documents import HEAD, TITLE, packed_stream, plain_pdf, raw_pdf, two_columns


def test_lines_come_with_their_places() -> None:
    """Every page with its size, every run of words with its box, and what the document says of itself."""
    found = pdf_worker.read(two_columns(), 9, 100_000)
    assert (found["title"], found["author"], len(found["pages"])) == (TITLE, "Jane Doe", 2)
    page = found["pages"][0]
    (head,) = [line for line in page["lines"] if line[0] == HEAD]
    _, left, bottom, right, top = head
    assert 0 < left < right < page["width"]
    assert 0.9 * page["height"] < bottom < top < page["height"]


@pytest.mark.parametrize(
    ("data", "pages", "characters", "why"),
    [
        (two_columns(), 1, 100_000, "pages"),
        (two_columns(), 9, 100, "characters"),
        (two_columns(), 9, 2500, "characters"),
        (plain_pdf("x", password="secret"), 9, 100, "encrypted"),
        (b"%PDF-", 9, 100, "damaged"),
    ],
)
def test_what_is_refused_says_why(data: bytes, pages: int, characters: int, why: str) -> None:
    """Too many pages, too much text on a page or together, a password, no PDF."""
    assert pdf_worker.read(data, pages, characters) == {"refused": why}


def test_letters_that_were_set_closer_are_read_once() -> None:
    """Where a program moves a letter under its neighbour, the runs overlap: each has its own, and words are whole."""
    document = FPDF(format="A4")
    document.add_page()
    document.set_font("Times", size=12)
    at = 20.0
    for run in ("Casper ", "T", "oll, 19 ", "A", "ugust", "."):
        document.text(at, 30, run)
        at += document.get_string_width(run) - 0.4
    pages = pdf_worker.read(bytes(document.output()), 9, 100)["pages"]
    assert [line[0] for line in pages[0]["lines"]] == ["Casper", "Toll, 19", "August."]
    sheet = Sheet(600, 800, tuple(Box.of(*line) for line in pages[0]["lines"]))
    assert text_of([sheet]) == ("Casper Toll, 19 August.", ())


def test_letters_that_are_set_one_by_one_are_words() -> None:
    """As browsers print justified text: a gap between two letters is no space, and a comma is no line of its own."""
    document = FPDF(format="A4")
    document.add_page()
    document.set_font("Times", size=12)
    at = 20.0
    for word in ("At", "04:12,", "the", "station,", "in", "2017,"):
        for place, letter in enumerate(word):
            # The first two overlap.
            document.text(at, 30, letter)
            at += document.get_string_width(letter) + (-0.3 if place == 0 else 0.2)
        at += 1.6
    pages = pdf_worker.read(bytes(document.output()), 9, 100)["pages"]
    sheet = Sheet(600, 800, tuple(Box.of(*line) for line in pages[0]["lines"]))
    assert text_of([sheet]) == ("At 04:12, the station, in 2017,", ())


def test_a_damaged_page_costs_itself() -> None:
    """The other pages are read."""
    fonts = b"/Resources << /Font << /F 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R " + fonts + b" >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
    text = packed_stream(b"BT /F 12 Tf 50 700 Td (The ferry sank.) Tj ET")
    pages = b"<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>"
    data = raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, text, font, b"(no page)")
    first, second = pdf_worker.read(data, 9, 1000)["pages"]
    assert [line[0] for line in first["lines"]] == ["The ferry sank."]
    assert second["damaged"] is True


def test_it_reads_one_stream_and_writes_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes in, JSON out, after the limits were set."""
    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(pdf_worker, "limit_process", lambda seconds, memory: limits.append((seconds, memory)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(plain_pdf("The ferry sank."))))
    monkeypatch.setattr(sys, "stdout", written := io.StringIO())
    pdf_worker.main(["9", "1000", "21.0", "1500000000"])
    assert limits == [(21, 1_500_000_000)]
    assert json.loads(written.getvalue())["pages"][0]["lines"][0][0] == "The ferry sank."
