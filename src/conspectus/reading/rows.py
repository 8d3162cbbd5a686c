"""JSON and JSON Lines: one article a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from conspectus.errors import ArticleError
from conspectus.model.article import MetadataField
from conspectus.reading.decoding import decode
from conspectus.reading.limits import MOST_ROWS
from conspectus.reading.metadata import Known
from conspectus.reading.moments import read_when

_FIELDS: Mapping[MetadataField, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "publisher": ("publisher", "source"),
    "published": ("published", "date", "date_published", "published_at", "publishedAt", "datePublished"),
    "updated": ("updated", "modified", "date_modified", "updated_at", "updatedAt", "dateModified"),
    "byline": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}
_LISTS = ("articles", "items", "rows", "data")
_LONGEST_VALUE = 1000
_NEEDS = 'a row is an object with "text" or "html"'
# Where a row's words stand, by what they are called in feeds, schema.org and elsewhere.
_CONTENT = ("text", "html", "content_text", "content_html", "articleBody", "body", "content")
_MARKUP = re.compile(r"\s*<[a-zA-Z!]")


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a file: its text or page, and what the row states about it."""

    name: str
    content: str
    media: Literal["text", "html"]
    known: Known


def read_line(line: bytes, *, name: str, number: int) -> Row | ArticleError | None:
    """The row on a line of JSON Lines, why there is none, or None for a blank line.

    A row is called by its file and line: `news.jsonl#3`.
    """
    if not line.strip():
        return None
    where = f"{name}#{number}"
    try:
        return _row(_parsed(decode(line, name=where), where), where)
    except ArticleError as error:
        return error


def read_document(data: bytes, *, name: str) -> Iterator[Row | ArticleError]:
    """The rows of a JSON document: a list of them, a list under "articles" or the like, or a single one.

    A row is called by its file and its number from 1, a single one by the file. Raises ArticleError for what
    is not JSON, naming the line, and for JSON that holds no rows.
    """
    value = _parsed(decode(data, name=name), name)
    if isinstance(value, dict):
        if "schema_version" in value and "claims" in value:
            raise ArticleError("this is a saved briefing, not articles", where=name, hint="show or verify it")
        listed = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        if listed is None or "text" in value or "html" in value:
            yield _row(value, name)
            return
        value = listed
    if not isinstance(value, list) or not value:
        raise ArticleError("the JSON holds no rows", where=name, hint=_NEEDS)
    for number, item in enumerate(value[:MOST_ROWS], 1):
        where = f"{name}#{number}"
        try:
            yield _row(item, where)
        except ArticleError as error:
            yield error
    if len(value) > MOST_ROWS:
        yield too_many(name)


def too_many(name: str) -> ArticleError:
    """The error about the rows beyond the limit."""
    return ArticleError(
        f"rows beyond the first {MOST_ROWS:,} were not read", where=f"{name}#rest", hint="split the file"
    )


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except RecursionError as error:
        raise ArticleError("the JSON is nested too deep", where=where) from error
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ArticleError(f"is not JSON: {error.msg} ({at})", where=where) from error
    except ValueError as error:
        # A number of thousands of digits, NaN or Infinity.
        raise ArticleError(f"is not JSON: {error}", where=where) from error


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _row(value: Any, where: str) -> Row:
    if not isinstance(value, dict):
        raise ArticleError(f"is {_kind(value)}, not an article", where=where, hint=_NEEDS)
    known = Known()
    for field, keys in _FIELDS.items():
        words = next((words for key in keys if (words := _words(value.get(key)))), None)
        if words is not None:
            day = read_when(words) if field in ("published", "updated") else None
            known.learn(field, day if field in ("published", "updated") else words, "row", stated=True)
    for key in _CONTENT:
        content = value.get(key)
        if isinstance(content, str) and content.strip():
            # A lone half of a surrogate pair is valid in JSON and in no text.
            whole = content.encode("utf-8", "replace").decode("utf-8")
            return Row(where, whole, "html" if _is_page(key, whole) else "text", known)
    if any(value.get(key) == "" for key in _CONTENT):
        raise ArticleError("the row's text is empty", where=where)
    given = ", ".join(f"{key}" for key in list(value)[:5]) or "nothing"
    raise ArticleError(f"the row has no text (it has {given[:100]})", where=where, hint=_NEEDS)


def _is_page(key: str, content: str) -> bool:
    """True for what is called a page, and for what may be either and begins with a tag."""
    return "html" in key or (key in ("articleBody", "body", "content") and bool(_MARKUP.match(content)))


def _words(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list) and len(value) <= 20:
        value = ", ".join(words for item in value if (words := _words(item)))
    if not isinstance(value, str):
        return None
    return " ".join(value[:_LONGEST_VALUE].split()) or None


def _kind(value: Any) -> str:
    kinds = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
