"""The bytes of a feed taken apart: RSS and Atom by feedparser in a process of its own, JSON feeds here."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from conspectus.errors import ArticleError
from conspectus.reading.apart import read_apart
from conspectus.reading.feeds import Contents, Entry, read_moment, single_line
from conspectus.reading.fetching.address import Address
from conspectus.reading.fetching.fetcher import Page
from conspectus.reading.limits import MOST_ENTRIES, MOST_MEMORY_BYTES, MOST_SECONDS

_WORKER = "conspectus.reading.feed_worker"
_FEED = re.compile(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]")
_ALTERNATE = re.compile(
    rb"<link\b[^>]{0,500}?type=[\"']?application/(?:rss|atom)\+xml[^>]{0,500}>", re.IGNORECASE
)
_HREF = re.compile(rb"href=[\"']?([^\"'\s>]{1,1000})", re.IGNORECASE)
_LOOKED_AT = 100_000
_MOST_NAME = 1000


def looks_like_feed(data: bytes) -> bool:
    """True where the bytes begin like RSS or Atom."""
    return _FEED.search(data[:2000]) is not None


def take_apart(page: Page, *, seconds: float = MOST_SECONDS) -> Contents:
    """The feed's entries.

    Raises ArticleError for what is no feed, naming the feed that a page points to, for one without entries,
    and for one that takes more than `seconds` or breaks its reader.
    """
    where = page.address
    if page.data.lstrip()[:1] == b"{":
        contents = _json_feed(page)
    else:
        if not looks_like_feed(page.data) and "xml" not in page.kind:
            raise _no_feed(page)
        contents = _xml_feed(page, seconds)
    if not contents.entries:
        raise ArticleError("the feed has no entries", where=where)
    return contents


def _xml_feed(page: Page, seconds: float) -> Contents:
    where = page.address
    told = (MOST_ENTRIES, seconds + 1, MOST_MEMORY_BYTES, where, page.charset or "")
    found = read_apart(_WORKER, told, page.data, seconds=seconds, what="feed", where=where)
    if not found["version"] and not found["entries"]:
        raise _no_feed(page)
    entries = tuple(_entry(each, page.address) for each in found["entries"])
    return Contents(entries, found["more"])


def _entry(fields: Mapping[str, Any], base: str) -> Entry:
    return Entry(
        address=_address(fields["link"], base),
        title=single_line(_text(fields["title"])),
        author=single_line(_text(fields["author"])),
        published=read_moment(fields["published"]) or read_moment(fields["published_utc"]),
        updated=read_moment(fields["updated"]) or read_moment(fields["updated_utc"]),
        language=single_line(fields["language"]),
        content=fields["content"],
    )


def _json_feed(page: Page) -> Contents:
    """A JSON Feed, version 1 or 1.1."""
    try:
        feed = json.loads(page.data)
        items = feed["items"]
        if "jsonfeed.org" not in feed["version"] or not isinstance(items, list):
            raise _no_feed(page)
        taken = [_item(item, feed, page.address) for item in items[:MOST_ENTRIES] if isinstance(item, dict)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_feed(page) from error
    return Contents(tuple(taken), max(0, len(items) - MOST_ENTRIES))


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], base: str) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    names = [
        name
        for author in (authors if isinstance(authors, list) else [])[:20]
        if isinstance(author, dict) and (name := single_line(author.get("name")))
    ]
    plain = item.get("content_text")
    marked = item.get("content_html")
    return Entry(
        address=_address(item.get("url") or item.get("external_url"), base),
        title=single_line(item.get("title")),
        author=single_line(", ".join(names)),
        published=read_moment(item.get("date_published")),
        updated=read_moment(item.get("date_modified")),
        language=single_line(item.get("language") or feed.get("language")),
        content=marked if isinstance(marked, str) else _paragraphs(plain) if isinstance(plain, str) else "",
    )


def _paragraphs(plain: str) -> str:
    return "".join(f"<p>{html.escape(block)}</p>" for block in re.split(r"\n\s*\n", plain))


def _text(value: object) -> str | None:
    """Titles and names without the markup that some feeds put there."""
    return html.unescape(re.sub(r"</?[a-z][^<>]{0,200}>", "", value)) if isinstance(value, str) else None


def _address(link: object, base: str) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        return str(Address.of(base).joined(link.strip()))
    except ArticleError:
        # It can't be fetched, and the ledger shall say so in its own words.
        return link.strip()[:_MOST_NAME]


def _no_feed(page: Page) -> ArticleError:
    link = _ALTERNATE.search(page.data[:_LOOKED_AT])
    href = _HREF.search(link[0]) if link else None
    if href is None:
        return ArticleError(
            "is no RSS, Atom or JSON feed", where=page.address, hint="to read one page, give it bare"
        )
    named = html.unescape(href[1].decode("utf-8", "replace"))
    address = _address(named, page.address) or named
    return ArticleError("is a page, not a feed", where=page.address, hint=f"it names a feed: {address}")
