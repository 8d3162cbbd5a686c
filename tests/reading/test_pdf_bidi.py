"""Pages from right to left, from letters in their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.reading import read_article
from conspectus.reading.pdf_bidi import Glyph, is_right_to_left, right_to_left_lines

PRINTED = Path(__file__).parents[1] / "data" / "pdf"
WIDTH = 500.0


def drawn(signs: str, *, base: float = 700.0, left: float = 50.0, shuffled: bool = True) -> list[Glyph]:
    """Letters as they stand on a page from left to right, six points each; spaces leave nothing but a gap."""
    glyphs = [
        Glyph(sign, left + 6 * at, left + 6 * at + 6, 12, base)
        for at, sign in enumerate(signs)
        if sign != " "
    ]
    return glyphs[::2] + glyphs[1::2] if shuffled else glyphs


def read(signs: str) -> str:
    """The one line that these letters make."""
    ((text, *_),) = right_to_left_lines(drawn(signs), WIDTH)
    return text


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_a_printed_page_is_read_as_it_was_written(name: str) -> None:
    """Pages that Chromium printed, the Arabic one in two columns, come out paragraph by paragraph, word for word."""
    article = read_article(PRINTED.joinpath(f"{name}.pdf").read_bytes(), name=name, media="pdf")
    assert article.text == PRINTED.joinpath(f"{name}.txt").read_text(encoding="utf-8").strip()
    assert article.language == name[:2]
    assert article.title == article.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("drawn_from_left", "read_from_right"),
    [
        ("קונרב למנב סרק ףונמ", "מנוף קרס בנמל ברנוק"),
        (".2025 ץרמב 14-ב", "ב-14 במרץ 2025."),
        ("ףיסוה Harbour Lines 24 רבוד", "דובר Harbour Lines 24 הוסיף"),
        ("12.5%-ל הדירי ,$40 ריחמ", "מחיר $40, ירידה ל-12.5%"),
        (")ץראב הלודגה( הרבחה", "החברה (הגדולה בארץ)"),
        ("(ץראב הלודגה) הרבחה", "החברה (הגדולה בארץ)"),
        ("%12 غلبو 14/5/2025 يف", "في 14/5/2025 وبلغ 12%"),
    ],
)
def test_numbers_and_other_scripts_run_their_own_way(drawn_from_left: str, read_from_right: str) -> None:
    """Numbers with their signs, words of other scripts and brackets stand as they were written."""
    assert read(drawn_from_left) == read_from_right


def test_a_mark_stands_behind_its_letter_and_lam_before_its_alef() -> None:
    """A raised vowel sign makes no line of its own, and two letters in one place are in the order of writing."""
    letters = [Glyph("س", 94, 100, 12, 700), Glyph("ا", 88, 94, 12, 700), Glyph("ل", 88, 94, 12, 700)]
    mark = Glyph("َ", 95, 99, 12, 704)
    assert [line[0] for line in right_to_left_lines([mark, *letters], WIDTH)] == ["سَلا"]


def test_the_page_is_mirrored() -> None:
    """What begins at the right margin is given as what begins at the left one, and columns are told apart."""
    right = drawn("ףונמ", left=400)
    found = right_to_left_lines([*drawn("למנ"), *right], WIDTH)
    assert [(line[0], round(line[1])) for line in found] == [("מנוף", 76), ("נמל", 432)]


@given(
    st.lists(st.text("אבגדהוזחטיכלמנ", min_size=1, max_size=8), min_size=1, max_size=6),
    st.integers(0, 99_999),
)
def test_whatever_is_drawn_backwards_is_read_forwards(words: list[str], number: int) -> None:
    """Words in reverse with a number among them come out as they were, in whatever order the file holds them."""
    said = [*words, str(number), *words]
    shown = " ".join(word if word.isdigit() else word[::-1] for word in reversed(said))
    assert read(shown) == " ".join(said)


def test_most_letters_decide() -> None:
    """A page that only quotes Arabic is read from left to right."""
    assert is_right_to_left("قال Smith إن العمل انتهى")
    assert not is_right_to_left("The sign said “ميناء” and nothing else.")
    assert not is_right_to_left("123")
