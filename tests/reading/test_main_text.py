from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from lxml.html import HtmlElement, document_fromstring

from conspectus.reading.blocks import blocks_of
from conspectus.reading.limits import MOST_ELEMENTS
from conspectus.reading.main_text import main_text
from tests.work import calls

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
        lambda size: f"<p>{ONE}</p>" * size,
        lambda size: "<h2>Ferry</h2>" * size + f"<p>{ONE}</p>",
        lambda size: "<div>" * size + ONE,
        lambda size: "<table>" + "<tr><td>a</td><td>b</td></tr>" * (size // 3) + f"</table><p>{ONE}</p>",
        lambda size: "<ul class='nav'>" * 250 + f"<li>{ONE}</li>" * (size // 2),
    ],
    ids=["paragraphs", "headings", "nesting", "rows", "nested lists"],
)
def test_a_page_is_read_by_work_in_proportion(body: Callable[[int], str]) -> None:
    """It grows with the number of elements, not with its square; the largest page is read."""
    work = [calls(partial(main_text, tree(body(size)), ONE * 1000)) for size in (1000, 2000)]
    assert work[1] <= 2 * work[0]
    assert len(blocks_of(tree(body(MOST_ELEMENTS - 10)))) < MOST_ELEMENTS
