from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.errors import ArticleError
from conspectus.reading.decoding import decode

ENGLISH = "The company’s “final” offer — worth £3.5m — was refused, the union said. Workers left the café."
POLISH = "Prom zatonął w poniedziałek u wybrzeży. Ponad czterdzieści osób zostało uratowanych w Gdańsku."
RUSSIAN = "Паром затонул в понедельник у побережья. Более сорока человек были спасены, сообщил капитан."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_the_text_is_what_was_written(text: str, encoding: str) -> None:
    """Marked, UTF-8, Western and other code pages give the text back, without a mark."""
    assert decode(text.encode(encoding), name="a.txt") == text


def test_line_breaks_are_not_translated() -> None:
    """Offsets count in the file's own text, carriage returns included."""
    assert decode(b"One.\r\nTwo.\rThree.", name="a.txt") == "One.\r\nTwo.\rThree."


def test_a_page_is_read_as_it_declares() -> None:
    """A page's charset is believed where it fits; Latin-1 means what browsers take it for."""
    page = '<meta charset="{}"><p>Größe “A”</p>'
    assert decode(page.format("iso-8859-1").encode("cp1252"), name="a.html", html=True) == page.format(
        "iso-8859-1"
    )
    koi = f'<meta charset="koi8-r"><p>{RUSSIAN}</p>'
    assert decode(koi.encode("koi8-r"), name="a.html", html=True) == koi
    in_seven_bits = '<meta charset="iso-2022-jp"><p>橋が開いた。</p>'
    assert decode(in_seven_bits.encode("iso-2022-jp"), name="a.html", html=True) == in_seven_bits
    wrong = '<meta charset="no-such"><p>Größe</p>'
    assert decode(wrong.encode(), name="a.html", html=True) == wrong


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "only white space"),
        (b"%PDF-1.7 abc", "a PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"abc\0def", "NUL"),
        (b"\xff\xfea", "UTF-16 mark"),
        (b"\xef\xbb\xbfabc\xff", "UTF-8 mark"),
        (bytes(range(1, 256)) * 8, "any encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, message: str) -> None:
    """The error says what the bytes are and names the file."""
    with pytest.raises(ArticleError, match=message) as caught:
        decode(data, name="a.txt")
    assert caught.value.where == "a.txt"


@given(st.text().filter(lambda text: text.strip() and "\0" not in text))
def test_any_utf_8_text_comes_back(text: str) -> None:
    """Every text in UTF-8 is read exactly, apart from a mark in front and bytes of known binary formats."""
    data = text.encode()
    if data.strip() and not data.startswith((b"\xef\xbb\xbf", b"PK\x03\x04", b"%PDF-", b"GIF8", b"{\\rtf")):
        assert decode(data, name="a.txt") == text
