"""What addresses and feeds bring in: pages are fetched all at once, then read one by one in the order given."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from conspectus.errors import ArticleError
from conspectus.model.article import Article, Certainty, Provenance
from conspectus.model.ledger import Reason
from conspectus.reading.article import article_of, extract
from conspectus.reading.blocks import count_words
from conspectus.reading.collected import Collected
from conspectus.reading.feed_contents import looks_like_feed, take_apart
from conspectus.reading.feeds import Contents, Entry, Feed, select
from conspectus.reading.fetching.address import shown
from conspectus.reading.fetching.fetcher import Fetcher, Page
from conspectus.reading.fetching.network import Network
from conspectus.reading.limits import MOST_ROWS
from conspectus.reading.media import ROWS, Media, media_of, sniff
from conspectus.reading.rows import Row, read_document, read_line, too_many
from conspectus.reading.stubs import refuse_stub
from conspectus.settings import Settings
from conspectus.tasks import gathered

_KINDS: Mapping[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "eml",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
}
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"})
# A feed's text of fewer words is taken for a teaser.
_WHOLE_WORDS = 80


@dataclass(frozen=True, slots=True)
class Brought:
    """What an address gave, and the feed's entry that named it, if one did; without a page, why there is none."""

    name: str
    page: Page | None = None
    error: ArticleError | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a feed that a person should know."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Haul:
    """What each address and feed gave, and notes about feeds."""

    brought: Mapping[str | Feed, Sequence[Brought]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """Whom to tell of a stage with so many steps, and of each step that is done."""

    stage: Callable[[str, int], None]
    step: Callable[[], None]


async def bring(
    given: Sequence[str | Feed],
    settings: Settings,
    watch: Watch,
    *,
    network: Network | None = None,
    now: Callable[[], datetime] | None = None,
) -> Haul:
    """Everything that the addresses and feeds hold; what can't be fetched is an error of its own.

    `now` stands for the clock, which counts only for a feed whose `since` is a span back from it.
    """
    addresses = list(dict.fromkeys(each for each in given if isinstance(each, str)))
    feeds = list(dict.fromkeys(each for each in given if isinstance(each, Feed)))
    notes: list[Note] = []
    moment = now() if now else datetime.now(UTC)
    async with Fetcher(settings, network) as fetcher:
        if feeds:
            watch.stage("feeds", len(feeds))
        taken = await gathered([_entries(feed, fetcher, moment, notes, watch) for feed in feeds])
        wanted: list[tuple[str | Feed, Brought]] = [(address, Brought(address)) for address in addresses]
        for feed, found in zip(feeds, taken, strict=True):
            wanted += [(feed, each) for each in found]
        watch.stage("fetch", len(wanted))
        pages = await gathered([_fetched(each, fetcher, watch) for _, each in wanted])
    brought: defaultdict[str | Feed, list[Brought]] = defaultdict(list)
    for (source, _), page in zip(wanted, pages, strict=True):
        brought[source].append(page)
    return Haul(brought, tuple(notes))


async def _entries(
    feed: Feed, fetcher: Fetcher, now: datetime, notes: list[Note], watch: Watch
) -> list[Brought]:
    try:
        contents = await asyncio.to_thread(take_apart, await fetcher.fetch(feed.url))
        chosen = _chosen(feed, contents, now, notes)
    except ArticleError as error:
        name = shown(feed.url)
        return [Brought(name, error=ArticleError(error.message, where=name, hint=error.hint))]
    finally:
        watch.step()
    return [_named(entry, f"{feed.url}#{number}") for number, entry in enumerate(chosen, 1)]


def _named(entry: Entry, otherwise: str) -> Brought:
    if entry.address is not None:
        return Brought(entry.address, entry=entry)
    return Brought(
        otherwise, error=ArticleError("the feed's entry names no page", where=otherwise), entry=entry
    )


def _chosen(feed: Feed, contents: Contents, now: datetime, notes: list[Note]) -> Sequence[Entry]:
    found = select(feed, contents.entries, now)
    total = len(contents.entries) + contents.more
    if not found.entries:
        newest = max((entry.latest.date() for entry in contents.entries if entry.latest), default=None)
        said = f"; the newest is of {newest.isoformat()}" if newest else ""
        raise ArticleError(
            f"none of the feed's {total} entries is since {feed.since}{said}", hint="go further back"
        )
    reasons = (
        (found.older, f"from before {feed.since}"),
        (found.over_limit, f"beyond the limit of {feed.limit}"),
        (contents.more, "beyond what is looked at in one feed"),
    )
    left = ", ".join(f"{count} {reason}" for count, reason in reasons if count)
    if left:
        notes.append(Note(feed.url, f"{len(found.entries)} of {total} entries are read: without {left}"))
    if found.undated:
        message = f"entries without a date are read too, {found.undated} of them"
        notes.append(Note(feed.url, message))
    return found.entries


async def _fetched(wanted: Brought, fetcher: Fetcher, watch: Watch) -> Brought:
    try:
        if wanted.error is not None:
            return wanted
        return replace(wanted, page=await fetcher.fetch(wanted.name))
    except ArticleError as error:
        return replace(wanted, name=shown(wanted.name), error=error)
    finally:
        watch.step()


def enter(collected: Collected, brought: Brought) -> None:
    """The article of a page is in the collection, or that of the feed's entry, or the reason why neither is."""
    error = brought.error
    data = brought.page.data if brought.page else None
    if brought.page is not None:
        try:
            _enter_page(collected, brought, brought.page)
        except ArticleError as trouble:
            error = ArticleError(trouble.message, where=brought.name, hint=trouble.hint)
    if error is None:
        return
    if brought.entry is not None and count_words(_unmarked(brought.entry.content)) >= _WHOLE_WORDS:
        try:
            _enter_content(collected, brought, brought.entry, error)
        except ArticleError:
            pass
        else:
            return
    collected.fail(brought.name, error, data)


def _enter_page(collected: Collected, brought: Brought, page: Page) -> None:
    media = kind_of(page)
    if media in ROWS:
        for row in _rows(page.data, media, brought.name):
            collected.add_row(row)
        return
    extracted = extract(page.data, name=brought.name, media=media, charset=page.charset)
    if brought.entry is not None:
        extracted.known.learn_from_feed(brought.entry.known)
    extracted.known.learn("url", page.address, "address")
    article = article_of(extracted, name=brought.name, data=page.data)
    if media == "html":
        refuse_stub(article, page.data)
    collected.take(
        article.model_copy(update={"path": None, "fetched_from": page.address}), extracted.passed_over
    )


def _enter_content(collected: Collected, brought: Brought, entry: Entry, error: ArticleError) -> None:
    """The feed's own text of the article, which stands in for a page that can't be had."""
    markup = f"<html><body><article>{entry.content}</article></body></html>"
    data = markup.encode("utf-8", "replace")
    known = entry.known
    known.learn("url", entry.address, "feed entry", stated=True)
    extracted = extract(data, name=brought.name, media="html", known=known, charset="utf-8")
    # Places in a page that nobody can open are of no use.
    article = article_of(extracted, name=brought.name, data=data).model_copy(update={"source_spans": ()})
    note = f"{brought.name}: the page was not read ({error.message}); this is the text that its feed carries"
    path = None if article.url else brought.name
    collected.take(article.model_copy(update={"path": path}), (note,), reason=Reason.FAILED)


def kind_of(page: Page) -> Media:
    """The format of a page, by the content type and, where that says nothing, by suffix and first bytes.

    Raises ArticleError for a feed, which is another kind of input, and for what holds no text.
    """
    where = page.address
    kind = page.kind
    if kind in _FEEDS or (kind in _UNTOLD and looks_like_feed(page.data)):
        raise ArticleError("is a feed, not an article", where=where, hint="give it with --feed")
    if kind in _KINDS:
        return _KINDS[kind]
    if kind in _UNTOLD:
        found = media_of(urlsplit(page.address).path) or sniff(page.data)
        if found == "text" and kind.endswith("xml"):
            raise ArticleError("is XML of some kind, not an article", where=where)
        return found
    raise ArticleError(f"is of the type {kind[:80]}, not an article", where=where)


def _rows(data: bytes, media: Media, name: str) -> Iterator[Row | ArticleError]:
    if media == "json":
        yield from read_document(data, name=name)
        return
    lines = data.splitlines()
    for number, line in enumerate(lines[:MOST_ROWS], 1):
        row = read_line(line, name=name, number=number)
        if row is not None:
            yield row
    if len(lines) > MOST_ROWS:
        yield too_many(name)


def name_publishers(collected: Collected) -> None:
    """A publisher that a fetched page does not name is called as other pages of its host call it, or as the host is."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for article in collected.articles.values():
        if article.publisher is not None:
            named[_host(article)].add(article.publisher)
    for article in list(collected.articles.values()):
        host = _host(article)
        if article.publisher is not None or not host:
            continue
        others = named[host]
        name, found_in = (min(others), "other pages of its host") if len(others) == 1 else (host, "address")
        provenance = Provenance(certainty=Certainty.INFERRED, found_in=found_in)
        collected.articles[article.id] = article.model_copy(
            update={"publisher": name, "provenance": {**article.provenance, "publisher": provenance}}
        )


def _host(article: Article) -> str:
    """The host that gave the article, or would have; empty for one that is not from the web."""
    address = article.fetched_from or (article.url if article.path is None else None) or ""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _unmarked(markup: str) -> str:
    return re.sub(r"<[^<>]*>", " ", markup)
