from __future__ import annotations

from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Article, Span
from conspectus.reading import read_article
from conspectus.reading.article import article_id
from conspectus.reading.source_map import source_spans
from tests.support.layouts import Page, pages, tokens

WORDS = st.lists(st.text("abcé&<>\"'中é", min_size=1, max_size=6), min_size=1, max_size=12)


def mapped(markup: str, text: str) -> Article:
    """An article of that text with its map into the markup."""
    return Article(id=article_id(text), sha256=None, text=text, source_spans=source_spans(markup, text))


def check(article: Article, markup: str) -> None:
    """Each run says the same in the source as in the text, and they are in order and apart."""
    end = 0
    for run in article.source_spans:
        assert run.text.start >= end
        end = run.text.end
        source, text = run.source.of(markup), run.text.of(article.text)
        assert source.split() == text.split() or unescape(source) == text
        assert len(source) == len(text) or len(text) == 1


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_every_word_is_found_where_it_stands(paragraphs: list[list[str]], data: st.DataObject) -> None:
    """Whatever tags, comments and character references stand between the words."""
    between = st.sampled_from(
        [" ", "\n  ", " <b>", "</b> ", " <!-- x > y --> ", "&nbsp;", " <a href='x&amp;y'>"]
    )
    markup, lines = "<title>abc</title><script>if (a<b) {}</script><nav>abc</nav>", []
    for words in paragraphs:
        parts = [escape(words[0]), *(data.draw(between) + escape(word) for word in words[1:])]
        markup += f"<p class='a>b'>{''.join(parts)}</p>\n"
        lines.append(" ".join(words))
    text = "\n".join(lines)
    article = mapped(markup.replace("'a>b'", "'ab'"), text)
    check(article, markup.replace("'a>b'", "'ab'"))
    covered = sum(
        run.text.end - run.text.start - run.text.of(text).count(" ") for run in article.source_spans
    )
    assert covered == len("".join(text.split()))


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page.name)
def test_a_sentence_can_be_shown_in_its_page(page: Page) -> None:
    """Nearly all words of every article are found, and the source of a sentence has its words."""
    markup = page.markup
    article = read_article(markup.encode(), name="a.html", media="html")
    check(article, markup)
    covered = sum(run.text.end - run.text.start for run in article.source_spans)
    assert covered > 0.9 * len(article.text)
    for sentence in article.body:
        place = article.in_source(sentence.span)
        assert place is not None
        words = tokens(article.sentence_text(sentence))
        assert not words - tokens(unescape(place.of(markup)))


def test_a_part_of_a_run_is_placed_to_the_character() -> None:
    """Within a run offsets are counted; a character reference is all or nothing; outside there is nothing."""
    markup = "<p>The <b>ferry</b> &amp; the pier</p>"
    article = mapped(markup, "- The ferry & the pier")
    for words, source in {
        "The": "The",
        "erry": "erry",
        "ferry & the": "ferry</b> &amp; the",
        "&": "&amp;",
    }.items():
        at = article.text.index(words)
        place = article.in_source(Span(start=at, end=at + len(words)))
        assert place is not None
        assert place.of(markup) == source
    assert article.in_source(Span(start=0, end=1)) is None


@pytest.mark.parametrize(
    "markup",
    ["<", "<!--", "a <b", "<script>", "&#x110000; &#0; &bogus; <p", "<" * 50_000, "<!--" * 50_000],
)
def test_broken_markup_ends(markup: str) -> None:
    """Cut-off tags and comments, stray marks, impossible references: no error and no wait."""
    check(mapped(markup, "a & b"), markup)
