from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from conspectus.errors import ArticleError
from conspectus.model.article import Certainty
from conspectus.model.ledger import Reason
from conspectus.reading import Reading, read_inputs
from conspectus.reading.feeds import Feed
from conspectus.reading.fetching.fetcher import Page
from conspectus.reading.web import Haul, Watch, bring, kind_of
from conspectus.settings import Settings
from tests.support.documents import word
from tests.support.virtual_time import in_virtual_time
from tests.support.web import PUBLIC, Reply, Web, moved, news, page

NOW = datetime(2025, 7, 24, 12, 0, tzinfo=UTC)
FERRY = (
    "The ferry to Little Calf stops on 1 June, and fourteen people who work on the boats lose their posts."
)
SHOP = "Nobody wanted this, said Tom Brack, who runs the only shop on the island and takes its post across."
PAYWALL = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
URL = "https://harbour.example/ferry"


class _Told:
    """What was told of the progress."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.steps = 0

    def step(self) -> None:
        self.steps += 1

    @property
    def watch(self) -> Watch:
        return Watch(stage=lambda name, steps: self.stages.append((name, steps)), step=self.step)


def _web(**hosts: str) -> Web:
    return Web({"harbour.example": PUBLIC, "www.harbour.example": PUBLIC, "echo.example": PUBLIC, **hosts})


def _haul(web: Web, *given: str | Feed, told: _Told | None = None, **settings: Any) -> Haul:
    loaded = Settings.load(**{"host_seconds": 0, **settings})
    watch = (told or _Told()).watch
    return in_virtual_time(lambda: bring(given, loaded, watch, network=web.network, now=lambda: NOW))[0]


def _read(web: Web, *given: str | Feed, **settings: Any) -> Reading:
    return read_inputs(given, haul=_haul(web, *given, **settings))


def _feed(*items: str) -> Reply:
    body = f"<rss version='2.0'><channel><title>Top stories</title>{''.join(items)}</channel></rss>"
    return page(body, kind="application/rss+xml")


def _item(link: str, title: str = "From the feed", text: str = "Short.", day: str = "24 Jul 2025") -> str:
    dated = f"<pubDate>{day} 08:00:00 GMT</pubDate>" if day else ""
    return f"<item><title>{title}</title><link>{link}</link>{dated}<description>{text}</description></item>"


def test_a_page_is_an_article() -> None:
    """With its address, the one that it was fetched from in the end, and no path."""
    web = _web()
    web.serve(URL, moved("/ferry-stops"))
    web.serve("https://harbour.example/ferry-stops", page(news("Ferry stops", FERRY, SHOP)))
    (article,) = _read(web, URL).articles
    assert (article.path, article.fetched_from) == (None, "https://harbour.example/ferry-stops")
    assert article.url == article.name == article.fetched_from
    assert article.provenance["url"].found_in == "address"
    assert FERRY in article.text
    assert article.title == "Ferry stops"


def test_the_address_that_the_page_calls_its_own() -> None:
    """It is the article's, beside the one that was fetched."""
    web = _web()
    canonical = "<link rel='canonical' href='https://harbour.example/2025/ferry'>"
    web.serve(URL, page(news("Ferry stops", FERRY, SHOP, head=canonical)))
    (article,) = _read(web, URL + "?utm_source=x#top", URL).articles
    assert (article.url, article.fetched_from) == ("https://harbour.example/2025/ferry", URL)
    assert article.provenance["url"].certainty is Certainty.STATED


def test_the_charset_of_the_answer_counts() -> None:
    """Above what the page itself declares, and below a mark in its first bytes."""
    text = news("Fähre", FERRY, SHOP, head="<meta charset='iso-8859-5'>")
    web = _web()
    web.serve(URL, page(text.encode("utf-8"), kind="text/html; charset=UTF-8"))
    web.serve(URL + "/w", page(text.encode("cp1252"), kind="text/html; charset=latin1"))
    web.serve(URL + "/u", page(text.encode("utf-8"), kind="text/html; charset=iso-8859-1"))
    web.serve(URL + "/x", page(text.encode("utf-16"), kind="text/html; charset=x-unheard-of"))
    reading = _read(web, URL, URL + "/w", URL + "/u", URL + "/x")
    assert [article.title for article in reading.articles] == ["Fähre"]
    assert len(reading.duplicates) == 3


def test_formats_by_content_type() -> None:
    """Whatever is served as a format that is read is read as that."""
    web = _web()
    web.serve("https://harbour.example/t", page(f"Ferry\n\n{FERRY} {SHOP}\n", kind="text/plain"))
    web.serve("https://harbour.example/d.docx", page(word("Library", FERRY), kind="application/octet-stream"))
    rows = f'{{"text": "{SHOP} One."}}\nbroken\n\n{{"text": "{SHOP} Two."}}\n'
    web.serve("https://harbour.example/rows", page(rows, kind="application/x-ndjson"))
    web.serve(
        "https://harbour.example/json", page(f'[{{"text": "{FERRY} Three."}}]', kind="application/json")
    )
    given = [f"https://harbour.example/{name}" for name in ("t", "d.docx", "rows", "json")]
    reading = _read(web, *given)
    assert len(reading.articles) == 5
    assert [failure.name for failure in reading.failures] == ["https://harbour.example/rows#2"]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (page("x", kind="image/png"), "is of the type image/png, not an article"),
        (
            page("<rss version='2.0'></rss>", kind="text/xml"),
            "is a feed, not an article (give it with --feed)",
        ),
        (page("{}", kind="application/feed+json"), "is a feed"),
        (page("<?xml version='1.0'?><x>y</x>", kind="application/xml"), "XML of some kind"),
        (page(""), "the file is empty"),
        (page("<html><body><div id=app></div></body></html>"), "no article found"),
        (
            page(news("Ferry", "The ferry to Little Calf stops on 1 June 2025, for good.")),
            "words of an article",
        ),
        (page(news("Ferry", FERRY, SHOP, "Subscribe to continue reading this article.")), "for subscribers"),
        (
            page(
                news(
                    "Ferry",
                    FERRY,
                    SHOP,
                    head=PAYWALL,
                )
            ),
            "shows 39 words and keeps the rest for subscribers",
        ),
        (Reply(404), "no such page"),
    ],
)
def test_what_is_no_article(reply: Reply, words: str) -> None:
    """It fails by the address that was given, and the others go on."""
    web = _web()
    web.serve(URL, reply)
    web.serve("https://echo.example/", page(news("Shop", SHOP, FERRY)))
    reading = _read(web, URL, "https://echo.example/")
    ((failure,), (article,)) = reading.failures, reading.articles
    assert (failure.name, article.publisher) == (URL, "echo.example")
    assert words in str(failure.error)
    assert str(failure.error).startswith(f"{URL}: ")


def test_credentials_are_never_told() -> None:
    """They are not sent, and not repeated either."""
    web = _web()
    web.serve(URL, page(news("Ferry", FERRY, SHOP)))
    (failure,) = _read(web, URL, "https://me:secret@harbour.example/").failures
    assert failure.name == "https://…@harbour.example/"
    assert "secret" not in str(failure.error)
    assert set(web.targets) == {"harbour.example/ferry"}


def test_publishers_by_host() -> None:
    """A page that names none is called as other pages of its host are, else as its host."""
    web = _web()
    site = "<meta property='og:site_name' content='Harbour Post'>"
    web.serve(URL, page(news("One", FERRY, SHOP)))
    web.serve("https://www.harbour.example/two", page(news("Two", SHOP, FERRY, head=site)))
    web.serve("https://echo.example/", page(news("Three", FERRY, FERRY.upper())))
    first, second, third = _read(
        web, URL, "https://www.harbour.example/two", "https://echo.example/"
    ).articles
    assert [each.publisher for each in (first, second, third)] == [
        "Harbour Post",
        "Harbour Post",
        "echo.example",
    ]
    assert first.provenance["publisher"].found_in == "other pages of its host"
    assert third.provenance["publisher"].certainty is Certainty.INFERRED


def test_what_the_feed_states_stands_below_what_the_page_states() -> None:
    """And above what is only inferred from the page."""
    web = _web()
    web.serve(
        "https://harbour.example/feed", _feed(_item("/stated"), _item("/silent", "Silent, says the feed"))
    )
    stated = "<meta property='article:published_time' content='2025-07-20T08:00:00Z'>"
    web.serve("https://harbour.example/stated", page(news("From the page", FERRY, SHOP, head=stated)))
    silent = f"<html><body><article><h1>A heading</h1><p>{SHOP}</p><p>{FERRY}</p></article></body></html>"
    web.serve("https://harbour.example/silent", page(silent))
    one, two = _read(web, Feed("https://harbour.example/feed")).articles
    assert (one.title, one.published) == ("From the page", date(2025, 7, 20))
    assert (two.title, two.published) == ("Silent, says the feed", date(2025, 7, 24))
    assert {two.provenance[field].found_in for field in ("title", "published")} == {"feed entry"}


def test_the_feeds_own_text_stands_in_for_a_page() -> None:
    """Where it is whole, and the ledger says so; a teaser does not, and the page fails by name."""
    whole = "".join(f"&lt;p&gt;{sentence}&lt;/p&gt;" for sentence in (FERRY, SHOP, FERRY, SHOP, FERRY))
    web = _web()
    web.serve(
        "https://harbour.example/feed",
        _feed(_item("/gone", text=whole), _item("/teaser", text=f"{FERRY} {SHOP}"), _item("", text=whole)),
    )
    reading = _read(web, Feed("https://harbour.example/feed"))
    (article,) = reading.articles
    assert (article.url, article.fetched_from, article.path) == ("https://harbour.example/gone", None, None)
    assert (article.title, article.published) == ("From the feed", date(2025, 7, 24))
    assert [failure.name for failure in reading.failures] == ["https://harbour.example/teaser"]
    note = reading.passed_over[0]
    assert note.reason is Reason.FAILED
    assert "the page was not read (there is no such page (HTTP 404))" in note.detail
    assert [copy.article_id for copy in reading.duplicates] == [article.id]


def test_entries_that_are_not_wanted_are_counted() -> None:
    """Older ones, those beyond the limit, and undated ones that are read all the same."""
    web = _web()
    items = [_item(f"/{number}", day=f"{number} Jul 2025") for number in range(20, 24)]
    web.serve("https://harbour.example/feed", _feed(*items, _item("/undated", day="")))
    feed = Feed("https://harbour.example/feed", since="2025-07-21", limit=4)
    haul = _haul(web, feed)
    assert [each.name.rpartition("/")[2] for each in haul.brought[feed]] == ["23", "22", "21", "undated"]
    assert [note.message for note in haul.notes] == [
        "4 of 5 entries are read: without 1 from before 2025-07-21",
        "entries without a date are read too, 1 of them",
    ]
    haul = _haul(web, Feed("https://harbour.example/feed", limit=1))
    assert [note.message for note in haul.notes] == [
        "1 of 5 entries are read: without 4 beyond the limit of 1"
    ]


def test_a_feed_that_gives_nothing_fails_by_name() -> None:
    """Because it is not there, is none, or has nothing new."""
    web = _web()
    web.serve("https://harbour.example/old", _feed(_item("/a", day="1 Jul 2025")))
    web.serve("https://harbour.example/page", page(news("Ferry", FERRY)))
    web.serve(URL, page(news("Ferry", FERRY, SHOP)))
    feeds = [Feed(f"https://harbour.example/{name}", since="24h") for name in ("old", "page", "gone")]
    reading = _read(web, URL, *feeds)
    assert [str(failure.error).partition(": ")[2] for failure in reading.failures] == [
        "none of the feed's 1 entries is since 24h; the newest is of 2025-07-01 (go further back)",
        "is no RSS, Atom or JSON feed (to read one page, give it bare)",
        "there is no such page (HTTP 404) (check the address)",
    ]


def test_progress_is_told() -> None:
    """Feeds first, then pages, each a step."""
    web, told = _web(), _Told()
    web.serve("https://harbour.example/feed", _feed(_item("/a"), _item("/b")))
    _haul(web, URL, Feed("https://harbour.example/feed"), URL, told=told)
    assert told.stages == [("feeds", 1), ("fetch", 3)]
    assert told.steps == 4


def test_inputs_keep_their_order(tmp_path: Any) -> None:
    """Files, pages and feeds in any mix; what was not fetched is told so."""
    (tmp_path / "a.txt").write_text(f"Ferry\n\n{FERRY}\n")
    web = _web()
    web.serve(URL, page(news("Ferry", SHOP, FERRY)))
    given = [URL, tmp_path / "a.txt"]
    reading = read_inputs(given, haul=_haul(web, URL))
    assert [article.name for article in reading.articles] == [URL, (tmp_path / "a.txt").as_posix()]
    with pytest.raises(ArticleError, match="was not fetched"):
        read_inputs([Feed(URL)])


def test_kinds_that_are_not_told() -> None:
    """The suffix tells, or else the first bytes."""
    assert kind_of(Page("https://a/x.pdf?y", "", None, b"x")) == "pdf"
    assert kind_of(Page("https://a/x", "application/octet-stream", None, b"<!doctype html><html>")) == "html"
    assert kind_of(Page("https://a/x", "", None, b"words")) == "text"
