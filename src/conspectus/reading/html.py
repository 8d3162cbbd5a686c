"""The article inside an HTML page, and what the page states about it."""

from __future__ import annotations

import json
import logging
from copy import deepcopy
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from conspectus.errors import ArticleError
from conspectus.model.article import MetadataField
from conspectus.reading.apart import read_apart
from conspectus.reading.blocks import count_words
from conspectus.reading.dates import whole_dates
from conspectus.reading.extracted import Extracted
from conspectus.reading.limits import MOST_ELEMENTS, MOST_MEMORY_BYTES, MOST_SECONDS
from conspectus.reading.main_text import main_text
from conspectus.reading.metadata import Known
from conspectus.reading.moments import read_when
from conspectus.reading.source_map import source_spans
from conspectus.reading.statements import learn_statements

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORKER = "conspectus.reading.html_worker"
# Whatever stands in a page within these takes the extractor a second or two; hardly an article's page is beyond.
_MARKUP_IN_PLACE = 5_000
_CHARACTERS_IN_PLACE = 1_000_000
_AS_TEXT = "save the article's text as .txt"
_FEWEST_WORDS = 10
_LONGEST_NAME = 200
_PARAGRAPH = 100
_MOST_TIMES = 200
# Fixed limits, so that the same page gives the same date whatever the day.
_DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}

_KNOWN = TypeAdapter(Known)
_EXTRACTED = TypeAdapter(Extracted)

_log = logging.getLogger(__name__)


def read_html(
    markup: str, *, name: str, known: Known | None = None, seconds: float = MOST_SECONDS
) -> Extracted:
    """What `read_page` finds, for a page of any size.

    A page with much markup or text, over which the extractor can spend minutes, is read in a process of its own,
    which is ended after `seconds`. Raises ArticleError for one that takes longer, and as `read_page` does.
    """
    known = known or Known()
    if markup.count("<") <= _MARKUP_IN_PLACE and len(markup) <= _CHARACTERS_IN_PLACE:
        return read_page(markup, name=name, known=known)
    page = {"markup": markup, "name": name, "known": _KNOWN.dump_python(known, mode="json")}
    limits = (seconds + 1, MOST_MEMORY_BYTES)
    data = json.dumps(page).encode()
    found = read_apart(_WORKER, limits, data, seconds=seconds, what="page", where=name, hint=_AS_TEXT)
    if "refused" in found:
        raise ArticleError(found["refused"], where=name, hint=found["hint"])
    return _EXTRACTED.validate_python(found)


def answered(page: dict[str, Any]) -> dict[str, Any]:
    """What `read_page` makes of a page that another process was given, and what it says, as JSON has it."""
    try:
        known = _KNOWN.validate_python(page["known"])
        extracted = read_page(page["markup"], name=page["name"], known=known)
    except ArticleError as error:
        return {"refused": error.message, "hint": error.hint}
    found: dict[str, Any] = _EXTRACTED.dump_python(extracted, mode="json")
    return found


def read_page(markup: str, *, name: str, known: Known) -> Extracted:
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
                hint=_AS_TEXT,
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
    """The date that the page shows beside its article: dates within paragraphs are the article's own.

    Where the page's `<time>` elements give one moment of that day and no other, the date has that time.
    """
    from htmldate import find_date  # noqa: PLC0415 — as above

    rest = deepcopy(tree)
    for paragraph in rest.xpath("//p | //li | //td | //blockquote"):
        if len(paragraph.text_content()) > _PARAGRAPH:
            paragraph.drop_tree()
    day = _printed(find_date(rest, **_DATES), rest)
    timed = {read_when(str(given)) for given in rest.xpath("//time/@datetime")[:_MOST_TIMES]}
    of_day = [each for each in timed if isinstance(each, datetime) and each.date() == day]
    return of_day[0] if len(of_day) == 1 else day


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
