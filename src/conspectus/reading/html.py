"""The article inside an HTML page, and what the page states about it."""

from __future__ import annotations

import logging
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

from conspectus.errors import ArticleError
from conspectus.model.article import MetadataField
from conspectus.reading.blocks import count_words
from conspectus.reading.dates import whole_dates
from conspectus.reading.extracted import Extracted
from conspectus.reading.limits import MOST_ELEMENTS
from conspectus.reading.main_text import main_text
from conspectus.reading.metadata import Known
from conspectus.reading.source_map import source_spans
from conspectus.reading.statements import learn_statements

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS = 10
_LONGEST_NAME = 200
_PARAGRAPH = 100
# Fixed limits, so that the same page gives the same date whatever the day.
_DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}

_log = logging.getLogger(__name__)


def read_html(markup: str, *, name: str, known: Known | None = None) -> Extracted:
    """The main text of a page, a paragraph, heading, list item or row to a line, and its metadata.

    What the page's publisher states for machines counts as stated, in the order that `statements` says; what the
    visible page suggests, as inferred, and only where nothing is stated. Dates are taken only where the page
    prints the whole date and it can be read in one way. Nothing is fetched. Extraction is trafilatura's, put
    right by `main_text`; dates of the visible page are htmldate's (Barbaresi 2020 and 2021). Raises ArticleError
    for a page without an article or with more than 20,000 elements.
    """
    # The extractor takes 0.3 s to import, and texts do without it.
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.utils import load_html  # noqa: PLC0415

    tree = load_html(markup)
    if tree is None:
        raise _no_article(name)
    _refuse_tangle(tree, name)
    known = known or Known()
    learn_statements(known, tree)
    document = bare_extraction(
        deepcopy(tree), include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    text = (document.text or "") if document is not None and not isinstance(document, dict) else ""
    text = main_text(tree, text).encode("utf-8", "replace").decode("utf-8").strip()
    if count_words(text) < _FEWEST_WORDS:
        raise _no_article(name)
    _learn(known, document)
    known.learn("published", _shown_date(tree), "page")
    return Extracted(text, known, source_spans=source_spans(markup, text))


def _no_article(name: str) -> ArticleError:
    return ArticleError(
        "no article found in the page", where=name, hint="save the article's own page, or its text"
    )


def _refuse_tangle(tree: HtmlElement, name: str) -> None:
    for count, _ in enumerate(tree.iter(), 1):
        if count > MOST_ELEMENTS:
            raise ArticleError(
                f"the page has more than {MOST_ELEMENTS:,} elements",
                where=name,
                hint="save the article's text as .txt",
            )


def _learn(known: Known, page: Any) -> None:
    """Takes what the general extractor reads from the visible page."""
    said: dict[MetadataField, str | None]
    said = {"title": page.title, "publisher": page.sitename, "byline": page.author}
    for field, value in said.items():
        words = " ".join((value or "").split())
        if 0 < len(words) <= _LONGEST_NAME:
            known.learn(field, words, "page")


def _shown_date(tree: HtmlElement) -> date | None:
    """The date that the page shows beside its article: dates within paragraphs are the article's own."""
    from htmldate import find_date  # noqa: PLC0415 — as above

    rest = deepcopy(tree)
    for paragraph in rest.xpath("//p | //li | //td | //blockquote"):
        if len(paragraph.text_content()) > _PARAGRAPH:
            paragraph.drop_tree()
    return _printed(find_date(rest, **_DATES), rest)


def _printed(iso: str | None, tree: HtmlElement) -> date | None:
    """The date, where the page prints all of it: finders make up the day where only a month stands."""
    from lxml.html import tostring  # noqa: PLC0415 — as above

    if not iso:
        return None
    day = date.fromisoformat(iso)
    markup = tostring(tree, encoding="unicode")
    if any(day.strftime(form) in markup for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")):
        return day
    if any(found == day for found, _ in whole_dates(tree.text_content())):
        return day
    _log.debug("a date that the page does not print was left out: %s", iso)
    return None
