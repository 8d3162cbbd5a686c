"""Pages that hold less than an article."""

from __future__ import annotations

import pytest

from conspectus.errors import ArticleError
from conspectus.reading import read_article
from conspectus.reading.stubs import refuse_stub

FREE = "The ferry sank on Monday with 45 people aboard, the coast guard said. " * 4
OFFER = b"<p>Subscribe to continue reading.</p>"


@pytest.mark.parametrize(
    ("words", "markup", "said"),
    [
        ("The ferry sank on Monday.", b"", "5 words of an article"),
        (FREE, OFFER, "the rest for subscribers"),
        (FREE * 3, b'{"isAccessibleForFree": "False"}', "the rest for subscribers"),
        (FREE, b"", None),
        (FREE * 5, OFFER, None),
    ],
)
def test_a_page_with_the_beginning_of_an_article_is_refused(
    words: str, markup: bytes, said: str | None
) -> None:
    """Few words beside an offer to subscribe are the beginning of an article; without one, or with many, a whole."""
    article = read_article(words.encode(), name="a.txt", media="text")
    if said is None:
        return refuse_stub(article, markup)
    with pytest.raises(ArticleError, match=said):
        refuse_stub(article, markup)
    return None


def test_a_file_that_only_asks_to_sign_in_is_no_article() -> None:
    """A saved page of a paper that shows nothing; an article that mentions such an offer is one."""
    offer = "Sign in to continue reading. You have read 5 of 5 free articles this month."
    with pytest.raises(ArticleError, match="holds no article"):
        read_article(offer.encode(), name="a.txt", media="text")
    assert read_article(f"{FREE} {offer}".encode(), name="a.txt", media="text").body
