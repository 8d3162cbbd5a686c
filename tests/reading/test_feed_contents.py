from __future__ import annotations

import json
import re

import pytest

from conspectus.errors import ArticleError
from conspectus.reading.feed_contents import looks_like_feed, take_apart
from conspectus.reading.feeds import Contents
from conspectus.reading.fetching.fetcher import Page

URL = "https://example.org/news/feed.xml"
RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Höfn Ledger</title><language>de-DE</language>
<item><title>Fähre &amp;amp; <![CDATA[<b>Hafen</b>]]></title><link>../a?x=1&amp;y=2</link>
<dc:creator>Ada Finch</dc:creator>
<pubDate>Thu, 24 Jul 2025 23:30:00 -0500</pubDate><description>Kurz.</description>
<content:encoded><![CDATA[<p>Ganz <script>alert(1)</script> lang.</p>]]></content:encoded></item>
<item><title>Ohne Adresse</title><description>Nur das.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title>
<entry><title>One</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/one"/>
<author><name>Nora Quill</name></author><published>2025-07-01T08:00:00+02:00</published>
<updated>2025-07-02T08:00:00+02:00</updated><summary>Short.</summary></entry>
<entry><title>Two</title><link href="javascript:alert(1)"/><updated>2025-07-03T00:00:00Z</updated></entry></feed>"""


def _page(data: str | bytes, kind: str = "application/xml", charset: str | None = None) -> Page:
    return Page(URL, kind, charset, data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize(("encoding", "charset"), [("utf-8", None), ("iso-8859-1", None), ("ascii", "utf-8")])
def test_rss(encoding: str, charset: str | None) -> None:
    """Title, author, dates as printed, language, the whole text, and addresses joined to the feed's own."""
    data = RSS.format(encoding=encoding).encode(charset or encoding)
    contents = take_apart(_page(data, charset=charset))
    assert (contents.more, len(contents.entries)) == (0, 2)
    first, second = contents.entries
    assert (first.address, first.title, first.author) == (
        "https://example.org/a?x=1&y=2",
        "Fähre & Hafen",
        "Ada Finch",
    )
    assert first.published is not None
    assert (first.published.isoformat(), first.updated) == ("2025-07-24T23:30:00-05:00", None)
    assert (first.known.language, second.address, second.content) == ("de", None, "Nur das.")
    assert "lang." in first.content


def test_atom() -> None:
    """Both dates, the article's link rather than the entry's, and links that can't be fetched as they are."""
    first, second = take_apart(_page(ATOM)).entries
    assert (first.address, first.author, first.content) == ("https://example.org/one", "Nora Quill", "Short.")
    assert first.known.published != first.known.updated
    assert second.address in {"javascript:alert(1)", None}
    assert second.published is None


def test_json_feed() -> None:
    """The same from JSON, plain text as paragraphs; what is no item is passed over."""
    items = [
        {"url": "/a", "title": "One", "content_html": "<p>x</p>", "date_published": "2025-07-01T08:00:00Z"},
        {
            "external_url": "https://b.example/",
            "content_text": "x < y\n\nz",
            "authors": [{"name": "A"}, {"name": "B"}, 3],
        },
        "no item",
        {"id": 3, "authors": 5, "title": {}, "url": []},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "en", "items": items}
    contents = take_apart(_page(json.dumps(feed), "application/feed+json"))
    one, two, three = contents.entries
    assert (one.address, one.content, one.language) == ("https://example.org/a", "<p>x</p>", "en")
    assert (two.address, two.author, two.content) == ("https://b.example/", "A, B", "<p>x &lt; y</p><p>z</p>")
    assert (three.address, three.title, three.author) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            "<html><head><link rel=alternate type='application/rss+xml' href='/f.xml?a&amp;b'></head></html>",
            "f.xml?a&b",
        ),
        ("<html><body><p>A page.</p></body></html>", "is no RSS, Atom or JSON feed"),
        ("{}", "is no RSS"),
        ('{"version": 3, "items": []}', "is no RSS"),
        ('{"version": "https://jsonfeed.org/version/1", "items": {}}', "is no RSS"),
        ("{" * 100_000, "is no RSS"),
        ("", "is no RSS"),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "has no entries"),
        (b"\x00\xff<rss" + bytes(1000), "no"),
    ],
)
def test_what_is_no_feed(data: str | bytes, words: str) -> None:
    """It is said so, with the feed that a page names."""
    with pytest.raises(ArticleError, match=re.escape(words)):
        take_apart(_page(data, "text/html"))


def test_entities_that_multiply() -> None:
    """A billion laughs are none: what a feed declares for itself is left out unread."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]><rss version="2.0"><channel><title>&l9;'
    contents = take_apart(_page(data + "</title><item><title>&l9;</title></item></channel></rss>"))
    assert (contents.entries[0].title or "").strip("&;") == "l9"


def test_files_and_addresses_in_a_feed_are_not_opened(tmp_path: object) -> None:
    """External entities stay what they are."""
    data = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0"><channel><title>T</title><item><title>a &x; b</title></item></channel></rss>'
    )
    contents = take_apart(_page(data))
    assert "root:" not in str(contents)


def test_more_entries_than_are_looked_at() -> None:
    """The first 5,000 are read, the others are counted, and it does not take long."""
    item = "<item><title>T</title><link>https://example.org/{}</link></item>"
    data = (
        "<rss version='2.0'><channel><title>T</title>"
        + "".join(map(item.format, range(100_000)))
        + "</channel></rss>"
    )
    contents = take_apart(_page(data))
    assert (len(contents.entries), contents.more) == (5_000, 95_000)


def test_a_feed_that_keeps_its_reader_busy() -> None:
    """Its process is ended."""
    with pytest.raises(ArticleError, match=r"could not be read within 0\.1 seconds"):
        take_apart(_page("<rss><channel>" + "<item>" * 200_000), seconds=0.1)


def test_a_cut_off_feed() -> None:
    """What had come is read."""
    contents = take_apart(_page(ATOM[:300]))
    assert isinstance(contents, Contents)
    assert contents.entries[0].address == "https://example.org/one"


def test_feeds_are_told_from_pages() -> None:
    """By their root element, near the beginning."""
    assert all(map(looks_like_feed, (b"<?xml?><rss version='2.0'>", b"<feed xmlns='x'>", b"<rdf:RDF x>")))
    assert not any(map(looks_like_feed, (b"<html><body>", b" " * 3000 + b"<rss >", b"")))
