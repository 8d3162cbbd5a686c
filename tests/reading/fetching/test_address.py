from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.errors import ArticleError
from conspectus.reading.fetching.address import Address, is_address


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("https://Example.org", "https://example.org/"),
        ("HTTP://example.org:80/a?b=c#d", "http://example.org/a?b=c"),
        ("https://example.org.:8443/ä/%20x", "https://example.org:8443/%C3%A4/%20x"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://2130706433/", "http://2130706433/"),
    ],
)
def test_an_address_has_one_plain_form(text: str, plain: str) -> None:
    """An ASCII host in lower case, no fragment, no port that goes without saying."""
    assert str(Address.of(text)) == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file:///etc/passwd", "this is file:"),
        ("ftp://example.org/", "this is ftp:"),
        ("data:text/html,hello", "this is data:"),
        ("//example.org/", "no scheme"),
        ("https:///path", "no host"),
        ("https://user:secret@example.org/", "a name or password"),
        ("https://example.org@evil.example/", "a name or password"),
        ("https://example.org\\@evil.example/", "a backslash"),
        ("https://exa mple.org/", "a space"),
        ("https://example.org/a\r\nHost: b", "control character"),
        ("https://example.org:99999/", "is no address"),
        ("https://[::1", "is no address"),
        ("https://exa<mple.org/", "no valid name"),
        ("https://[fe80::1%25eth0]/", "no valid name"),
        ("https://" + "a" * 5000, "more than 4000 characters"),
        ("https://" + "ä" * 300 + ".example/", "no valid name"),
    ],
)
def test_what_is_not_asked_for(text: str, words: str) -> None:
    """Other schemes, credentials and whatever can be read in two ways are refused."""
    with pytest.raises(ArticleError, match=words) as error:
        Address.of(text)
    assert "secret" not in str(error.value)


def test_a_redirect_is_joined_and_checked() -> None:
    """Relative ones stay on the host; other schemes are refused there too."""
    address = Address.of("https://example.org/a/b?c")
    assert str(address.joined("../d")) == "https://example.org/d"
    assert str(address.joined("//other.example/x")) == "https://other.example/x"
    for location in ("file:///etc/passwd", "data:text/html,x", "javascript:alert(1)", "http://[x"):
        with pytest.raises(ArticleError):
            address.joined(location)


def test_what_looks_like_an_address() -> None:
    """Only http and https do."""
    assert is_address("HTTPS://example.org")
    assert not any(map(is_address, ("news/http.txt", "http:/one-slash", "ftp://x", "-", "")))


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """In plain form there is nothing that ends a line or begins a header, and its plain form is itself."""
    try:
        address = Address.of("http://example.org/" + text)
    except ArticleError:
        return
    assert str(address).isascii()
    assert str(address).isprintable()
    assert " " not in str(address)
    assert Address.of(str(address)) == address
