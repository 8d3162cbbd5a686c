"""An article whose text is at hand already: from a database, a crawler, a form."""

from __future__ import annotations

from datetime import date
from typing import Any

from conspectus.errors import UsageError
from conspectus.model.article import Article, MetadataField
from conspectus.reading.article import read_article
from conspectus.reading.dates import read_date
from conspectus.reading.media import sniff
from conspectus.reading.metadata import Known

_CALLER = "caller"


def read_text(
    text: str,
    *,
    name: str,
    title: str | None = None,
    publisher: str | None = None,
    byline: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """The article in a text, or in the HTML of a page, read as a file of it would be.

    `name` stands where a file's path would. What is given besides is believed before anything that the text says;
    `published` is a date, or a day as it is printed. Raises UsageError for a value of the wrong kind or an empty
    name, ArticleError where there are no words.
    """
    words: dict[MetadataField, Any] = {
        "title": title,
        "publisher": publisher,
        "byline": byline,
        "url": url,
        "language": language,
    }
    _insist("the text", text, hint="of a file, give its path to brief")
    _insist("its name", name)
    if not name.strip():
        raise UsageError(
            "its name is empty", hint="say what stands for it among the sources, such as post-17"
        )
    for field, value in words.items():
        if value is not None:
            _insist(field, value)
    known = Known()
    for field, value in {**words, "published": _day(published)}.items():
        known.learn(field, value, _CALLER, stated=True)
    data = text.encode("utf-8", "replace")
    return read_article(data, name=name, media="html" if sniff(data) == "html" else "text", known=known)


def _insist(what: str, value: object, hint: str | None = None) -> None:
    if not isinstance(value, str):
        raise UsageError(f"{what}: {type(value).__name__} is no str", hint=hint)


def _day(published: object) -> date | None:
    if isinstance(published, str) and (day := read_date(published)) is not None:
        return day
    if published is not None and not isinstance(published, date):
        raise UsageError(
            f"published: {published!r} is no day", hint="give a date, or a day such as 2025-07-24"
        )
    return published
