"""Documents made while the tests run: PDF, Word and email with texts of our own."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from email.message import EmailMessage

import docx
from fpdf import FPDF

HEAD = "THE HARBOUR POST - Saturday, 14 June 2025"
TITLE = "Ferry runs aground off the western breakwater"
SUBJECTS = (
    "harbour authority",
    "coastguard",
    "shipping company",
    "parliamentary committee",
    "meteorological office",
)
PARAGRAPHS = tuple(
    f"Paragraph {number}: the {SUBJECTS[number % 5]} investigated the unfortunate grounding of the passenger ferry "
    f"Marigold, which happened on Monday evening near the western breakwater while {number + 40} passengers were "
    "disembarking without assistance."
    for number in range(1, 15)
)


class Newspaper(FPDF):
    """Pages with a running head and page numbers."""

    def header(self) -> None:
        """The running head."""
        self.set_font("helvetica", size=8)
        self.text(20, 12, HEAD)

    def footer(self) -> None:
        """The number of the page."""
        self.set_font("helvetica", size=8)
        self.text(100, 288, f"Page {self.page_no()} of 2")


def wrapped(pdf: FPDF, text: str, width: float) -> list[str]:
    """The text in lines of that width, long words hyphenated where the line ends."""
    lines, line = [], ""
    for word in text.split():
        if pdf.get_string_width(f"{line} {word}".strip()) <= width:
            line = f"{line} {word}".strip()
            continue
        fits = (cut for cut in range(len(word) - 3, 2, -1) if word.isalpha() and len(word) > 6)
        cut = next((cut for cut in fits if pdf.get_string_width(f"{line} {word[:cut]}-") <= width), 0)
        lines.append(f"{line} {word[:cut]}-" if cut else line)
        line = word[cut:]
    return [*lines, line]


def two_columns(paragraphs: Sequence[str] = PARAGRAPHS, *, by_row: bool = False, title: str = TITLE) -> bytes:
    """Two pages of two columns; `by_row` writes the columns line by line, as some programs do."""
    pdf = Newspaper(format="A4")
    pdf.set_title(title)
    pdf.set_author("Jane Doe")
    pdf.set_auto_page_break(False)
    pdf.set_font("times", size=10)
    places: list[tuple[int, int, float, str]] = []
    page, column, line = 1, 0, 45.0
    for paragraph in paragraphs:
        for words in wrapped(pdf, paragraph, 78):
            if line > (110 if page == 1 else 270):
                page, column, line = (page, 1, 45.0) if column == 0 and page == 1 else (page, 1, 20.0)
                if places[-1][0] == page and places[-1][1] == 1:
                    page, column = page + 1, 0
                line = 45.0 if page == 1 else 20.0
            places.append((page, column, line, words))
            line += 4.4
        line += 3
    for number in range(1, page + 1):
        pdf.add_page()
        if number == 1:
            pdf.set_font("helvetica", "B", 18)
            pdf.text(20, 30, title)
        pdf.set_font("times", size=10)
        here = [place for place in places if place[0] == number]
        for _, side, at, words in sorted(here, key=lambda place: (place[2], place[1])) if by_row else here:
            pdf.text(20 + 90 * side, at, words)
    return bytes(pdf.output())


ROWS = (
    ("Line", "2023", "2024"),
    ("Brannock", "1,250", "1,410"),
    ("Skerry Island", "310", "295"),
    ("All", "1,560", "1,705"),
)


def table_pdf(before: str, after: str) -> bytes:
    """A page with a ruled table between two paragraphs."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", size=11)
    pdf.set_y(60)
    pdf.multi_cell(0, 6, before)
    pdf.ln(6)
    with pdf.table(width=150) as table:
        for row in ROWS:
            cells = table.row()
            for cell in row:
                cells.cell(cell)
    pdf.ln(6)
    pdf.multi_cell(0, 6, after)
    return bytes(pdf.output())


def plain_pdf(*lines: str, password: str | None = None) -> bytes:
    """One page with these lines; with a password, one that can't be opened without it."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", size=11)
    for number, line in enumerate(lines):
        pdf.text(20, 30 + 6 * number, line)
    if not lines:
        pdf.rect(20, 20, 100, 100, style="F")
    if password:
        pdf.set_encryption(owner_password=f"{password}2", user_password=password)
    return bytes(pdf.output())


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of hand-made objects, numbered from 1; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def packed_stream(data: bytes) -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)


def word(*paragraphs: str, table: Sequence[Sequence[str]] = (), title: str = "", author: str = "") -> bytes:
    """A Word document with these paragraphs and, below them, a table."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(plain: str | None, page: str | None = None, **headers: str) -> EmailMessage:
    """A message with these parts and headers; underscores stand for hyphens in a header's name."""
    message = EmailMessage()
    given = {
        "From": "Jane Doe <jane@example.org>",
        "Subject": "Ferry sinks",
        "Date": "Mon, 3 Mar 2025 23:30:00 -0700",
    }
    for name, value in {**given, **headers}.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
    if page is not None and plain is None:
        message.set_content(page, subtype="html")
    elif page is not None:
        message.add_alternative(page, subtype="html")
    return message
