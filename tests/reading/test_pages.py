"""The article on pages of more than thirty layouts; `bench/pages.py` prints the table."""

from __future__ import annotations

from statistics import mean

import pytest
import trafilatura

from conspectus.reading.html import read_html
from tests.data.pages.make import made
from tests.support.layouts import DIRECTORY, Page, f1, pages

PAGES = list(pages())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_is_read_worse_than_by_the_general_extractor(page: Page) -> None:
    """On every page F1 of words is 0.97 or more, and at least what trafilatura reaches alone."""
    alone = trafilatura.extract(page.markup, include_comments=False) or ""
    assert f1(read_html(page.markup, name=page.name).text, page.article) >= max(f1(alone, page.article), 0.97)


def test_the_article_is_what_a_reader_would_call_it() -> None:
    """Over all pages, F1 of words is 0.99 or more."""
    assert len(PAGES) >= 25
    assert mean(f1(read_html(page.markup, name=page.name).text, page.article) for page in PAGES) >= 0.99


def test_the_pages_are_in_step_with_their_sources() -> None:
    """What is committed is what the script makes."""
    for source in DIRECTORY.glob("sources/*.page"):
        markup, article = made(source.read_text(encoding="utf-8"))
        assert DIRECTORY.joinpath(f"{source.stem}.html").read_text(encoding="utf-8") == markup
        assert DIRECTORY.joinpath(f"{source.stem}.txt").read_text(encoding="utf-8") == article


def test_the_measure_sees_what_is_missing_and_what_is_too_much() -> None:
    """All, nothing, half, and everything twice."""
    assert f1("The ferry sank.", "the ferry, sank") == 1
    assert f1("", "the ferry") == 0
    assert f1("the ferry", "the ferry sank today") == pytest.approx(2 / 3)
    assert f1("渡轮 the the", "渡轮 the") == pytest.approx(6 / 7)
