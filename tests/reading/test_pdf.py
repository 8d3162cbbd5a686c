from __future__ import annotations

import pytest

from conspectus.errors import ArticleError
from conspectus.model.article import Certainty
from conspectus.reading import read_article
from conspectus.reading.metadata import Known
from conspectus.reading.pdf import read_pdf
from tests.support.documents import HEAD, PARAGRAPHS, TITLE, packed_stream, plain_pdf, raw_pdf, two_columns

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


@pytest.mark.parametrize("by_row", [False, True])
def test_columns_are_read_one_after_the_other(by_row: bool) -> None:
    """Whatever the order inside the file: headline, then paragraphs, whole words, no heads and no page numbers."""
    article = read_article(two_columns(by_row=by_row), name="a.pdf", media="pdf")
    assert article.text.split("\n") == [TITLE, *PARAGRAPHS]
    assert [s.span.of(article.text) for s in article.body] == list(PARAGRAPHS)


def test_what_the_document_states_is_believed_where_the_page_prints_it() -> None:
    """Title and author are stated; the day on which the file was made is no publication date."""
    article = read_article(two_columns(), name="a.pdf", media="pdf")
    assert (article.title, article.byline, article.published) == (TITLE, "Jane Doe", None)
    assert article.provenance["title"].certainty is Certainty.STATED
    assert read_article(plain_pdf("Ferry sinks", "It sank."), name="a.pdf", media="pdf").title != TITLE


def test_what_is_left_out_is_told() -> None:
    """Running heads and page numbers are named, once each."""
    passed_over = read_pdf(two_columns(), name="a.pdf", known=Known()).passed_over
    assert [line for line in passed_over if HEAD in line] == [
        f"a.pdf: “{HEAD}” at the edge of the pages was left out"
    ]
    assert "a.pdf: “Page 1 of 2” at the edge of the pages was left out" in passed_over


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (plain_pdf(), r"1 page and no text: it is a scan.*OCR"),
        (plain_pdf("The ferry sank.", password="secret"), r"is encrypted \(save a copy without a password"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (two_columns()[:400], "damaged"),
        (raw_pdf(CATALOGUE, b"<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>", PAGE), "more than 300 pages"),
    ],
    ids=["scan", "encrypted", "no PDF", "cut off", "pages"],
)
def test_what_can_not_be_read_says_why(data: bytes, said: str) -> None:
    """Scanned, encrypted, damaged, endless: one clear error each."""
    with pytest.raises(ArticleError, match=rf"a\.pdf: .*{said}"):
        read_article(data, name="a.pdf", media="pdf")


@pytest.mark.parametrize(
    "data",
    [
        raw_pdf(CATALOGUE, b"<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"),
        raw_pdf(CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE, b"4 0 R"),
        raw_pdf(b"1 0 R"),
        raw_pdf(CATALOGUE, b"[" * 100_000 + b"]" * 100_000),
    ],
    ids=["pages", "contents", "catalogue", "nesting"],
)
def test_a_pdf_with_loops_ends(data: bytes) -> None:
    """References that lead back to themselves are an error within seconds, not a wait."""
    with pytest.raises(ArticleError, match=r"a\.pdf: the PDF"):
        read_article(data, name="a.pdf", media="pdf")


def test_a_bomb_costs_a_process_and_no_more() -> None:
    """A page that unpacks to ninety million bytes of commands is given up after the time that was allowed."""
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    data = raw_pdf(CATALOGUE, pages, PAGE, packed_stream(b"q 1 0 0 1 0 0 cm " * 5_000_000))
    assert len(data) < 300_000
    with pytest.raises(ArticleError, match=r"a\.pdf: the PDF could not be read within 0\.5 seconds"):
        read_pdf(data, name="a.pdf", known=Known(), seconds=0.5)


def test_a_reader_that_crashes_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads may run out of memory: the article is named, nothing else is lost."""
    monkeypatch.setattr("conspectus.reading.pdf.MOST_MEMORY_BYTES", 1_000_000)
    with pytest.raises(ArticleError, match=r"a\.pdf: the PDF breaks its reader"):
        read_article(plain_pdf("The ferry sank."), name="a.pdf", media="pdf")
