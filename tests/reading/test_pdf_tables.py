"""Tables of a printed page: rows are lines, and what is no table stays as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.reading import read_article
from conspectus.reading.pdf_layout import text_of
from tests.reading.test_pdf_layout import hyphenated, sheet
from tests.support.documents import ROWS, table_pdf

NAMES = st.lists(
    st.sampled_from(["Oxley", "Brannock North", "All lines", "Skerry", "West quay"]), min_size=3, max_size=9
)
FIGURES = st.integers(0, 999_999).map(lambda n: f"{n:,}")


def test_a_table_between_paragraphs_is_read_row_by_row() -> None:
    """Its rows stand between the paragraphs, a row to a line with bars between the cells, and support nothing."""
    article = read_article(
        table_pdf("Before it stood this.", "After it stood that."), name="a.pdf", media="pdf"
    )
    assert article.text.split("\n") == [
        "Before it stood this.",
        *(" | ".join(row) for row in ROWS),
        "After it stood that.",
    ]
    body = [article.sentence_text(sentence) for sentence in article.body]
    assert body == ["Before it stood this.", "After it stood that."]


@given(NAMES, st.data())
def test_rows_of_any_table_are_lines(names: list[str], data: st.DataObject) -> None:
    """Figures under each other, at the left or at the right edge of their column, beside names."""
    flush = data.draw(st.booleans())
    rows = [(name, data.draw(FIGURES), data.draw(FIGURES)) for name in names]
    boxes = [
        (cell, x - (5.0 * len(cell) if flush and x > 100 else 0), 100.0 + 14 * at)
        for at, row in enumerate(rows)
        for cell, x in zip(row, (50.0, 250.0, 400.0), strict=True)
    ]
    text, _ = text_of([sheet(*boxes)])
    assert text.split("\n") == [" | ".join(row) for row in rows]


def test_a_table_in_one_of_two_columns_stays_there() -> None:
    """The text beside it is read after it, whole."""
    rows = [("Oxley", "1,250"), ("Skerry", "310"), ("All", "1,560"), ("Ever", "9,999")]
    table = [
        (cell, x, 150.0 + 12 * at)
        for at, row in enumerate(rows)
        for cell, x in zip(row, (50.0, 200.0), strict=True)
    ]
    words = ("the harbour authority of the ferry and its breakwater on the investigation " * 3).split()
    right = hyphenated([*words, "end."], 40)
    left = hyphenated([*words, "here."], 40)
    text, _ = text_of(
        [
            sheet(
                *table,
                *((line, 50.0, 210.0 + 12 * at) for at, line in enumerate(left)),
                *((line, 300.0, 150.0 + 12 * at) for at, line in enumerate(right)),
            )
        ]
    )
    assert text.split("\n")[:4] == [" | ".join(row) for row in rows]
    assert text.replace("\n", " ").endswith(" ".join([*words, "here.", *words, "end."]))


def test_words_beside_each_other_without_figures_are_columns() -> None:
    """Two lists of names are read one after the other."""
    names = [
        ("Ada Brand", "Cleo Dunn"),
        ("Eli Fox", "Gus Hale"),
        ("Ina Jones", "Kim Lund"),
        ("Mo Nye", "Oz Pym"),
    ]
    boxes = [
        (cell, x, 100.0 + 14 * at)
        for at, row in enumerate(names)
        for cell, x in zip(row, (50.0, 300.0), strict=True)
    ]
    text, _ = text_of([sheet(*boxes)])
    assert "|" not in text
