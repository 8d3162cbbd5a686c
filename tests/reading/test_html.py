from __future__ import annotations

from datetime import date

import pytest

from conspectus.errors import ArticleError
from conspectus.reading.html import answered, read_html, read_page
from conspectus.reading.limits import MOST_ELEMENTS
from conspectus.reading.metadata import Known

BODY = (
    "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
    "<article><h1>Ferry sinks off the island</h1>{}"
    "<p>The ferry <b>Marigold</b> sank on Monday with 45 people aboard, the coast guard said. It was "
    "<a href='https://example.org/x'>late</a>.</p><h2>What went wrong</h2><p>The worst accident "
    "since the storm of 2 January 1998 began when the hull failed off the pier, the captain of the coast "
    "guard told the board.</p>"
    "<ul><li>Six ships searched the sea</li><li>Two helicopters searched, too.</li></ul></article>"
    "<footer>About us and our partners</footer>"
)
LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org",'
    '"@type":"NewsArticle",'
    '"headline":"Ferry sinks","datePublished":"2025-03-03T23:30:00-07:00",'
    '"author":{"@type":"Person","name":"Jane Doe"},'
    '"publisher":{"@type":"Organization","name":"The Harbour Post"}}</script>'
)


def page(head: str = "", above: str = "", lang: str = "en-GB") -> str:
    """A page around the article, with what stands in its head and above its first paragraph."""
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{BODY.format(above)}</body></html>'


def test_the_article_comes_out_a_paragraph_to_a_line() -> None:
    """Paragraphs, headings and items are lines; menus and footers are gone, inline markup leaves no trace."""
    text = read_html(page(), name="a.html").text
    lines = text.split("\n")
    assert lines[0] == "Ferry sinks off the island"
    assert lines[1].startswith("The ferry Marigold sank on Monday")
    assert lines[1].endswith("It was late.")
    assert lines[2] == "What went wrong"
    assert lines[4:] == ["- Six ships searched the sea", "- Two helicopters searched, too."]


def test_what_the_page_states_is_stated() -> None:
    """JSON-LD gives headline, author, publisher and the day as printed, whatever the time zone."""
    known = read_html(page(head=LD), name="a.html").known
    assert (known.title, known.byline, known.publisher) == ("Ferry sinks", "Jane Doe", "The Harbour Post")
    assert known.published == date(2025, 3, 3)
    assert known.language == "en"
    assert {found.certainty.value for found in known.provenance.values()} == {"stated"}


def test_meta_elements_are_statements_too() -> None:
    """OpenGraph and article:published_time count as stated; the visible heading would be inferred."""
    head = (
        '<meta property="og:title" content="Ferry sinks">'
        '<meta property="og:site_name" content="The Harbour Post">'
        '<meta property="article:published_time" content="2025-03-03T10:00:00Z">'
    )
    known = read_html(page(head=head), name="a.html").known
    assert (known.title, known.publisher, known.published) == (
        "Ferry sinks",
        "The Harbour Post",
        date(2025, 3, 3),
    )
    assert known.provenance["published"].certainty.value == "stated"


def test_the_visible_page_is_inferred() -> None:
    """Heading and <time> are believed less than metadata."""
    above = '<time datetime="2025-03-04">4 March</time>'
    known = read_html(page(above=above), name="a.html").known
    assert (known.title, known.published) == ("Ferry sinks off the island", date(2025, 3, 4))
    assert {known.provenance[name].certainty.value for name in ("title", "published")} == {"inferred"}


@pytest.mark.parametrize(
    "above",
    [
        "",
        '<span class="date">3/4/2025</span>',
        '<span class="date">March 2025</span>',
        '<span class="date">2025</span>',
    ],
)
def test_no_date_is_guessed(above: str) -> None:
    """Ambiguous and partial dates, and dates that the article mentions, are not the publication date."""
    known = read_html(page(above=above), name="a.html").known
    assert known.published is None


@pytest.mark.parametrize(
    "markup",
    [
        "hello world",
        "<html><body><nav>Home</nav></body></html>",
        "<html><body></body></html>",
        "<div>" * 100_000 + "The ferry sank on Monday with 45 people aboard.",
    ],
)
def test_a_page_without_an_article_says_so(markup: str) -> None:
    """Menus alone, nothing at all, and absurd nesting end in one clear error."""
    with pytest.raises(ArticleError, match="no article found"):
        read_html(markup, name="a.html")


def test_a_tangle_is_refused_before_it_costs_minutes() -> None:
    """A page with more elements than an article needs is refused with a hint."""
    with pytest.raises(ArticleError, match=r"20,000 elements.*save the article's text"):
        read_html(page(above="<span>a</span> " * MOST_ELEMENTS), name="a.html")


def test_a_large_page_is_read_as_a_small_one_is() -> None:
    """A page that is read in a process of its own gives the same text, metadata and places in its source."""
    markup = page(head=LD, above="<!-- -->" * 5_100)
    known = Known()
    known.learn("publisher", "The Bay Mail", "row", stated=True)
    apart = read_html(markup, name="a.html", known=known)
    assert apart == read_page(markup, name="a.html", known=known)
    assert apart.known.publisher == "The Bay Mail"
    assert apart.source_spans


def test_a_page_that_keeps_the_extractor_busy_is_given_up() -> None:
    """What takes longer than it may is one clear error."""
    markup = page(above="<span>a word</span> " * (MOST_ELEMENTS - 100))
    with pytest.raises(ArticleError, match=r"within 0\.05 seconds"):
        read_html(markup, name="a.html", seconds=0.05)


def test_another_process_says_why_a_page_is_refused() -> None:
    """A refusal comes back as its message and its hint."""
    found = answered({"markup": "hello", "name": "a.html", "known": {}})
    assert found["refused"].startswith("no article found")
    assert found["hint"]
