"""Articles whose text is at hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from conspectus import Settings, brief, check, read_text, verify
from conspectus.errors import ArticleError, UsageError
from conspectus.reading import read_article

FERRY = """Ferry sinks off Orle

By Jo Roe

The ferry sank on Monday with 45 people aboard. All of them were saved, the harbour master said.
"""


def test_a_text_is_read_as_a_file_of_it() -> None:
    """The same article, sentences and junk too, whatever the text states of itself."""
    assert read_text(FERRY, name="post.txt") == read_article(FERRY.encode(), name="post.txt", media="text")


def test_what_is_given_is_believed_first() -> None:
    """And stands as what the caller stated; the rest is read from the text."""
    article = read_text(
        FERRY, name="post-17", title="Ferry lost", publisher="Harbour Post", published="4 March 2025"
    )
    assert (article.title, article.publisher, article.published) == (
        "Ferry lost",
        "Harbour Post",
        date(2025, 3, 4),
    )
    assert (article.path, article.byline, article.language) == ("post-17", "Jo Roe", "en")
    assert {name for name, each in article.provenance.items() if each.found_in == "caller"} == {
        "title",
        "publisher",
        "published",
    }
    assert read_text(FERRY, name="a", published=datetime(2025, 3, 4, 8, 30)).published == date(2025, 3, 4)


def test_a_page_is_read_as_one() -> None:
    """What begins as HTML does is no text."""
    line = (
        "The ferry sank on Monday with 45 people aboard, and all of them were saved, the harbour master said."
    )
    page = f"<!doctype html><title>Ferry</title><body><article><p>{line}</p></article></body>"
    assert read_text(page, name="page").text == line


def test_articles_at_hand_make_a_briefing_and_bear_out_a_text() -> None:
    """As files do, with quotes that stand in their place."""
    settings = Settings.load(model="none")
    articles = [read_text(FERRY, name="one"), read_text("A ferry sank off Orle. It was Monday.", name="two")]
    briefing = brief(articles, settings=settings)
    assert [article.path for article in briefing.articles] == ["one", "two"]
    assert verify(briefing) == ()
    assert check("The ferry sank on Monday.", articles, settings=settings).supported


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": FERRY.encode()}, "the text: bytes is no str"),
        ({"name": None}, "its name: NoneType is no str"),
        ({"name": " "}, "its name is empty"),
        ({"title": 3}, "title: int is no str"),
        ({"published": "soon"}, "published: 'soon' is no day"),
        ({"published": 2025}, "published: 2025 is no day"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(given: dict[str, Any], said: str) -> None:
    """With what is wanted in its place; so is a name that names nothing."""
    with pytest.raises(UsageError, match=said):
        read_text(**{"text": FERRY, "name": "one", **given})


def test_a_text_without_words_is_no_article() -> None:
    """It is named as a file would be."""
    with pytest.raises(ArticleError, match="one: the file holds only white space"):
        read_text(" \n", name="one")
