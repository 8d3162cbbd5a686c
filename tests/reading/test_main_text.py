from __future__ import annotations

import time

import pytest
from lxml.html import HtmlElement, document_fromstring

from conspectus.reading.blocks import blocks_of
from conspectus.reading.limits import MOST_ELEMENTS
from conspectus.reading.main_text import main_text

ONE = "The ferry Marigold sank on Monday with 45 people aboard, the coast guard said."
TWO = "The board of the harbour will meet on Friday to hear what the captain has to say."


def tree(body: str, head: str = "") -> HtmlElement:
    """A page."""
    return document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


def text(body: str, extracted: str = "", head: str = "") -> list[str]:
    """The lines that are taken for the article."""
    return main_text(tree(body, head), extracted).split("\n")


@pytest.mark.parametrize(
    "junk",
    [
        f"<div class='promo-box'>{TWO}</div>",
        f"<aside>{TWO}</aside>",
        f"<div role='complementary'>{TWO}</div>",
        f"<div class='teaserAdvert'>{TWO}</div>",
        f"<p style='display: none'>{TWO}</p>",
        f"<p hidden>{TWO}</p>",
        f"<p><a href='/x'>{TWO}</a></p>",
        "<p>READ ALSO: Why the harbour board meets so rarely</p>",
        f"<!-- {TWO} --><script>{TWO}</script><template>{TWO}</template>",
        f"<div id='comments'><p>{TWO}</p></div>",
    ],
)
def test_what_stands_in_the_middle_and_is_something_else_goes(junk: str) -> None:
    """By the name that the markup gives it, by being hidden, or by being a link."""
    body = f"<article><p>{ONE}</p>{junk}<p>{ONE[:-1]} again.</p><p>{ONE[:-1]} twice.</p></article>"
    assert text(body) == [ONE, f"{ONE[:-1]} again.", f"{ONE[:-1]} twice."]


def test_a_name_does_not_make_most_of_the_page_furniture() -> None:
    """A wrapper may be called anything: what holds the article is not dropped for it."""
    assert text(f"<div class='has-sidebar social'><p>{ONE}</p><p>{TWO}</p></div>") == [ONE, TWO]
    assert text(f"<body class='ads comments'><p>{ONE}</p><p>{TWO}</p>") == [ONE, TWO]


def test_the_headline_is_the_one_that_the_page_names() -> None:
    """It is found above the text by the page's title; the site's own name is no headline."""
    body = f"<div>The Harbour Post</div><h1>The Harbour Post</h1><div>Ferry sinks off pier</div><div><p>{ONE}</p></div>"
    assert text(body, head="<title>Ferry sinks off pier | The Harbour Post</title>") == [
        "Ferry sinks off pier",
        ONE,
    ]


def test_the_mark_of_a_footnote_is_no_digit() -> None:
    """A number in the text never gains one; other raised text stays."""
    body = f"<p>{ONE[:-1]} for 600,000<sup><a href='#f1'>1</a></sup> crowns a m<sup>2</sup>.</p>"
    assert text(body) == [f"{ONE[:-1]} for 600,000 crowns a m2."]


def test_rows_of_data_are_lines() -> None:
    """Cells beside each other; a table that lays out a page is no data."""
    body = f"<p>{ONE}</p><table><tr><th>Line</th><th>Late</th></tr><tr><td>14</td><td>41</td></tr></table><p>{TWO}</p>"
    assert text(body) == [ONE, "Line | Late", "14 | 41", TWO]
    assert text(f"<table><tr><td><p>{ONE}</p></td><td><p>{TWO}</p></td></tr></table>") == [ONE, TWO]


def test_two_breaks_divide_and_one_does_not() -> None:
    """Old pages have no paragraphs."""
    assert text(f"<div>{ONE}<br><br>{TWO}<br>{ONE}</div>") == [ONE, f"{TWO} {ONE}"]


def test_what_the_extractor_alone_finds_stands() -> None:
    """Where there is no running text, and where blocks find far less."""
    assert text("<p>Ferry sinks</p>", extracted="Ferry sinks") == ["Ferry sinks"]
    assert main_text(tree(f"<p>{ONE}</p>"), TWO * 10) == TWO * 10


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{ONE}</p>" * (MOST_ELEMENTS - 10),
        "<h2>Ferry</h2>" * (MOST_ELEMENTS - 10) + f"<p>{ONE}</p>",
        "<div>" * (MOST_ELEMENTS - 10) + ONE,
        "<table>" + "<tr><td>a</td><td>b</td></tr>" * (MOST_ELEMENTS // 3 - 10) + f"</table><p>{ONE}</p>",
        "<ul class='nav'>" * 250 + f"<li>{ONE}</li>" * 10_000,
    ],
    ids=["paragraphs", "headings", "nesting", "rows", "nested lists"],
)
def test_the_largest_pages_are_read_in_seconds(body: str) -> None:
    """Time grows with the number of elements, not with its square."""
    page = tree(body)
    started = time.process_time()
    main_text(page, ONE * 1000)
    # One to two seconds on a quiet machine; four times as long on a busy one that counts what is covered.
    assert time.process_time() - started < 20
    assert len(blocks_of(page)) < MOST_ELEMENTS
