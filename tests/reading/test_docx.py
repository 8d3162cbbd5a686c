from __future__ import annotations

import io
import zipfile

import docx
import pytest

from conspectus.errors import ArticleError
from conspectus.reading import read_article
from tests.support.documents import word

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    "&a9;</w:t></w:r></w:p></w:body></w:document>"
)


def replaced(data: bytes, part: str, content: bytes) -> bytes:
    """The document with one of its parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info, old.read(info))
        new.writestr(part, content)
    return out.getvalue()


def test_paragraphs_and_rows_are_lines() -> None:
    """In the order of the document; cells of a row stand beside each other; empty paragraphs leave no trace."""
    data = word("Ferry  sinks", "", "It sank on Monday.", table=[("Aboard", "45"), ("Missing", "3")])
    article = read_article(data, name="a.docx", media="docx")
    assert article.text == "Ferry sinks\nIt sank on Monday.\nAboard | 45\nMissing | 3"


def test_the_document_s_heading_is_its_title() -> None:
    """By its style; a paragraph in another style is looked at like any first line."""
    document = docx.Document()
    document.add_heading("Ferry sinks", level=1)
    document.add_paragraph("It sank on Monday.")
    out = io.BytesIO()
    document.save(out)
    article = read_article(out.getvalue(), name="a.docx", media="docx")
    assert (article.title, article.provenance["title"].found_in) == ("Ferry sinks", "heading")
    assert read_article(word("Ferry sinks", "It sank on Monday."), name="a.docx", media="docx").title is None


def test_properties_are_stated() -> None:
    """Title and author stand in the document's properties; the day of saving is no publication date."""
    article = read_article(
        word("It sank on Monday.", title="Ferry", author="Jo Doe"), name="a.docx", media="docx"
    )
    assert (article.title, article.byline, article.published) == ("Ferry", "Jo Doe", None)
    assert article.provenance["byline"].found_in == "document properties"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word(), "no text"),
        (b"PK\x03\x04nothing", "not a Word document"),
        (b"\xd0\xcf\x11\xe0old", "encrypted, or an old .doc"),
        (replaced(word("a"), "word/document.xml", b"<w:document"), "can't be read"),
        (replaced(word("a"), "word/big.xml", b"\0" * 60_000_000), "unpacks to .* 61 MB"),
        (replaced(word("a"), "word/document.xml", BOMB.encode()), r"can't be read|no text"),
        (replaced(word("a"), "word/document.xml", b"<a>" * 100_000), "can't be read"),
    ],
    ids=["empty", "no zip", "old", "cut off", "zip bomb", "billion laughs", "nesting"],
)
def test_what_can_not_be_read_says_why(data: bytes, said: str) -> None:
    """Empty, foreign, damaged, and built to blow up: one clear error each."""
    with pytest.raises(ArticleError, match=rf"a\.docx: .*{said}"):
        read_article(data, name="a.docx", media="docx")


def test_an_archive_is_no_document() -> None:
    """A zip of other things says so."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "The ferry sank.")
    with pytest.raises(ArticleError, match="a zip archive"):
        read_article(out.getvalue(), name="a.docx", media="docx")


def test_a_document_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """More paragraphs than the limit are an error, found while they are counted."""
    monkeypatch.setattr("conspectus.reading.docx.MOST_PARAGRAPHS", 3)
    with pytest.raises(ArticleError, match="too long"):
        read_article(word(*"abcde"), name="a.docx", media="docx")
