from __future__ import annotations

import json
from datetime import date

import pytest
import yaml
from lxml.html import document_fromstring

from conspectus.model.article import Certainty
from conspectus.reading import read_article
from conspectus.reading.linked_data import article_in
from conspectus.reading.metadata import Known
from conspectus.reading.statements import learn_statements
from tests.support.layouts import DIRECTORY, Page, pages

EXPECTED = yaml.safe_load((DIRECTORY / "metadata.yaml").read_text(encoding="utf-8"))
LD = {
    "@type": "NewsArticle",
    "headline": "Ferry sinks",
    "datePublished": "2025-03-03",
    "publisher": {"name": "Post"},
}
GRAPH = (
    '<meta property="og:title" content="A ferry sinks">'
    '<meta property="article:published_time" content="2025-03-04">'
)
MICRO = (
    '<div itemscope itemtype="https://schema.org/Article"><b itemprop="headline">Ferry down</b>'
    '<meta itemprop="datePublished" content="2025-03-05"></div>'
)
META = '<meta name="title" content="Ferry gone"><meta name="date" content="2025-03-06">'


def script(*data: object) -> str:
    """JSON-LD in its element."""
    return "".join(f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in data)


def stated(head: str, body: str = "") -> Known:
    """What a page states."""
    known = Known()
    learn_statements(
        known, document_fromstring(f"<html><head>{head}</head><body><p>x</p>{body}</body></html>")
    )
    return known


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page.name)
def test_all_that_a_page_states_is_known(page: Page) -> None:
    """On thirty pages: every statement, where it stands, and no statement that nobody made."""
    article = read_article(page.markup.encode(), name="a.html", media="html")
    found = {
        field: [getattr(article, field), where.found_in]
        for field, where in article.provenance.items()
        if where.certainty is Certainty.STATED
    }
    assert found == EXPECTED[page.name]


@pytest.mark.parametrize(
    ("head", "body", "title", "day", "where"),
    [
        (META + GRAPH + script(LD), MICRO, "Ferry sinks", 3, "json-ld"),
        (META + GRAPH, MICRO, "A ferry sinks", 4, "opengraph"),
        (META, MICRO, "Ferry down", 5, "microdata"),
        (META, "", "Ferry gone", 6, "meta element"),
    ],
)
def test_conflicts_are_resolved_by_the_stated_order(
    head: str, body: str, title: str, day: int, where: str
) -> None:
    """JSON-LD, OpenGraph, microdata, other elements: the first that says something is believed, wherever it stands."""
    known = stated(head, body)
    assert (known.title, known.published) == (title, date(2025, 3, day))
    assert {found.found_in for found in known.provenance.values()} - {"json-ld"} <= {where}


def test_fields_are_resolved_one_by_one() -> None:
    """What the first does not say, the next may; the row that a page came in is believed before the page."""
    known = stated(script({"@type": "Article", "headline": "Ferry sinks"}) + GRAPH)
    assert (known.title, known.published) == ("Ferry sinks", date(2025, 3, 4))
    given = Known()
    given.learn("title", "From the feed", "feed", stated=True)
    learn_statements(given, document_fromstring(f"<html><head>{GRAPH}</head><body><p>x</p></body></html>"))
    assert given.title == "From the feed"


def test_the_article_is_found_among_what_json_ld_describes() -> None:
    """In a graph, by reference, in the second of two scripts, among teasers of others by the page's headline."""
    graph = {
        "@graph": [{"@type": "Organization", "@id": "#o", "name": "Post"}, {**LD, "publisher": {"@id": "#o"}}]
    }
    assert stated(script({"@type": "BreadcrumbList"}, graph)).publisher == "Post"
    teasers = [{"@type": "Article", "headline": "Other"}, LD]
    known = stated(script(teasers) + "<title>Ferry sinks | Post</title>")
    assert known.title == "Ferry sinks"
    authors = [{"name": "Jane Doe"}, "Jo Roe", {"@id": "#x"}, {"name": "Jane Doe"}]
    assert stated(script({**LD, "author": authors})).byline == "Jane Doe, Jo Roe"


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[" * 100_000,
        '{"@type": 3}',
        "null",
        '{"@type": "NewsArticle", "headline": {"a": []}}',
        '{"n": 1e999999}',
    ],
)
def test_a_broken_script_costs_no_more_than_itself(broken: str) -> None:
    """What can't be read is passed over, and the next one is read."""
    head = f'<script type="application/ld+json">{broken}</script>' + script(LD)
    assert stated(head).publisher == "Post"


def test_wrapped_scripts_are_unwrapped() -> None:
    """Old pages hide their data in comments."""
    for left, right in (("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>")):
        assert article_in([f"{left}{json.dumps(LD)}{right}"], ()) is not None


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ('<meta property="article:author" content="https://facebook.example/jane">', "byline"),
        ('<meta name="date" content="March 2025">', "published"),
        ('<meta name="date" content="03/04/2025">', "published"),
        ('<meta property="og:url" content="javascript:alert(1)">', "url"),
        ('<link rel="canonical" href="/relative">', "url"),
        ('<meta name="twitter:title" content=" ">', "title"),
        ('<meta property="og:site_name" content="@post">', "publisher"),
        (f'<meta property="og:title" content="{"x" * 400}">', "title"),
    ],
)
def test_what_is_no_statement_is_passed_over(head: str, field: str) -> None:
    """Addresses are no names, half a date is no date, and a relative address is none."""
    assert field not in stated(head).provenance


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("A ferry sinks | Lend Post", "Lend Post"),
        ("A ferry sinks - Region - Lend Post", "Lend Post"),
        ("A ferry sinks", None),
        ("A ferry sinks - and a barge with it, in a night that nobody on the quay forgets", None),
        ("What sank the ferry? | Lend Post", None),
    ],
)
def test_the_title_names_the_publisher_behind_the_heading(title: str, publisher: str | None) -> None:
    """Only what follows the heading that the page shows is the site's name, and it is inferred."""
    known = stated(f"<title>{title}</title>", "<h1>A ferry  sinks</h1>")
    assert known.publisher == publisher
    assert publisher is None or known.provenance["publisher"].certainty is Certainty.INFERRED


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20250303", date(2025, 3, 3)),
        ("20250303T2330", date(2025, 3, 3)),
        ("2025/03/03", date(2025, 3, 3)),
        ("2025-03-03T23:30:00-07:00", date(2025, 3, 3)),
        ("Mon, 03 Mar 2025 10:00:00 GMT", date(2025, 3, 3)),
    ],
)
def test_time_stamps_give_the_day_that_they_print(words: str, day: date) -> None:
    """In the zone that the publisher wrote, never converted."""
    assert stated(f'<meta name="date" content="{words}">').published == day


def test_an_update_before_the_publication_is_none() -> None:
    """The two can't both be right; the day of publication is kept."""
    text = "The ferry Marigold sank on Monday with 45 people aboard, the coast guard said in the harbour."
    head = script({**LD, "dateModified": "2025-03-01"})
    page = f"<html><head>{head}</head><body><p>{text}</p></body></html>"
    article = read_article(page.encode(), name="a.html", media="html")
    assert (article.published, article.updated) == (date(2025, 3, 3), None)
    assert "updated" not in article.provenance
