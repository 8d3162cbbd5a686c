from __future__ import annotations

import asyncio
import itertools
import re
import ssl
from collections.abc import Sequence
from typing import Any

import httpcore2
import pytest

from conspectus.errors import ArticleError
from conspectus.reading.fetching.fetcher import Fetcher, Page
from conspectus.settings import Settings
from tests.support.virtual_time import in_virtual_time
from tests.support.web import PUBLIC, Reply, Request, Web, by_bytes, moved, page, zipped

URL = "http://example.org/a"
OTHER = "93.184.215.15"


def _web(**hosts: Any) -> Web:
    return Web({"example.org": PUBLIC, "other.example": OTHER, **hosts})


def _fetched(web: Web, *urls: str, **settings: Any) -> tuple[list[Page | ArticleError], float]:
    """What each address gave, asked for at the same time, and the seconds that it would have taken."""

    async def work() -> list[Page | ArticleError]:
        async with Fetcher(Settings.load(**settings), web.network) as fetcher:
            found = await asyncio.gather(*(fetcher.fetch(url) for url in urls), return_exceptions=True)
        pages: list[Page | ArticleError] = []
        for each in found:
            if not isinstance(each, Page | ArticleError):
                raise each
            pages.append(each)
        return pages

    found, seconds = in_virtual_time(work)
    assert not web.streams
    return found, seconds


def _one(web: Web, url: str = URL, **settings: Any) -> Page:
    ((found,), _) = _fetched(web, url, **settings)
    assert isinstance(found, Page), found
    return found


def _refused(web: Web, url: str = URL, **settings: Any) -> str:
    ((found,), _) = _fetched(web, url, **settings)
    assert isinstance(found, ArticleError)
    assert found.where == url
    return str(found)


def test_a_page() -> None:
    """Its bytes, its type, its charset and where it was found; the request is plain and truthful."""
    web = _web()
    web.serve(URL, page("Grüße".encode("latin-1"), kind='Text/HTML; Charset="ISO-8859-1"', Set_Cookie="a=b"))
    assert _one(web, URL + "#part") == Page(URL, "text/html", "ISO-8859-1", "Grüße".encode("latin-1"))
    _, request = web.requests
    assert request.headers["user-agent"].startswith("Conspectus/")
    assert not {"cookie", "referer", "authorization", "if-none-match"} & request.headers.keys()
    assert request.headers["host"] == "example.org"


def test_a_secure_page_is_asked_for_by_name_at_a_checked_address() -> None:
    """The connection goes to the address; host and certificate are the name's."""
    web = _web()
    web.serve("https://example.org/a", page("x"))
    _one(web, "https://example.org/a")
    assert set(web.connections) == {PUBLIC}
    assert {(each.host, each.server_name, each.port) for each in web.requests} == {
        ("example.org", "example.org", 443)
    }


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("127.0.0.1", "loopback"),
        ("10.0.0.8", "private"),
        ("169.254.169.254", "cloud metadata"),
        ("::ffff:192.168.0.1", "private"),
        ("64:ff9b::7f00:1", "loopback"),
        ("fe80::1", "link-local"),
    ],
)
def test_a_name_for_an_address_inside(address: str, words: str) -> None:
    """What a name resolves to decides, and nothing is connected to."""
    web = _web(**{"inside.example": address})
    web.serve("http://inside.example/", page("secret"))
    assert words in _refused(web, "http://inside.example/")
    assert web.connections == []


def test_spellings_of_an_address_are_resolved_first() -> None:
    """As the system reads them, so decimal and octal ones are what they are."""
    web = _web(**{"2130706433": "127.0.0.1", "0177.0.0.1": "127.0.0.1", "[::1]": "::1", "::1": "::1"})
    for url in ("http://2130706433/", "http://0177.0.0.1/", "http://[::1]/"):
        assert "--allow-private" in _refused(web, url)
    assert web.connections == []


def test_a_name_that_changes_its_mind() -> None:
    """Each connection is to an address of its own look-up: what comes later is checked later."""
    answers: list[Sequence[str]] = [[PUBLIC], ["127.0.0.1"]]
    web = _web(**{"rebinding.example": lambda: answers.pop(0)})
    web.serve("http://rebinding.example/", page("secret"))
    assert "127.0.0.1 is a loopback address" in _refused(web, "http://rebinding.example/")
    assert web.connections == [PUBLIC]
    assert web.targets == []


def test_of_several_addresses_only_the_public_ones_are_used() -> None:
    """In order, the next where one does not answer; never the private one."""
    web = _web(**{"both.example": ["127.0.0.1", OTHER, PUBLIC]})
    web.unreachable = {OTHER}
    web.serve("http://both.example/", page("x"))
    _one(web, "http://both.example/")
    assert web.connections == [OTHER, PUBLIC] * 2
    web.unreachable = {OTHER, PUBLIC}
    assert "can't be reached" in _refused(web, "http://both.example/")


def test_own_networks_on_request() -> None:
    """With allow_private a private host is fetched from; one for metadata is not."""
    web = _web(**{"nas.home": "192.168.1.2", "metadata.example": "169.254.169.254"})
    web.serve("http://nas.home:8080/a", page("x"))
    assert _one(web, "http://nas.home:8080/a", allow_private=True).data == b"x"
    assert web.requests[-1].host == "nas.home:8080"
    assert "cloud metadata" in _refused(web, "http://metadata.example/", allow_private=True)


def test_redirects_are_followed() -> None:
    """To where the page is, each step with its own robots.txt."""
    web = _web()
    web.serve(URL, moved("/b", 301))
    web.serve("http://example.org/b", moved("https://other.example/c", 308))
    web.serve("https://other.example/c", page("x"))
    assert _one(web, host_seconds=0).address == "https://other.example/c"
    assert web.targets == ["example.org/a", "example.org/b", "other.example/c"]


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("file:///etc/passwd", "this is file:"),
        ("data:text/html,hello", "this is data:"),
        ("http://inside.example/admin", "a private address"),
        ("http://user:pw@other.example/", "a name or password"),
        ("/a", "in a circle"),
        ("http://[bad", "no address"),
    ],
)
def test_redirects_that_are_not_followed(to: str, words: str) -> None:
    """They are refused like an address that was given, and nothing is asked there."""
    web = _web(**{"inside.example": "10.0.0.1"})
    web.serve(URL, moved(to))
    web.serve("http://inside.example/admin", page("secret"))
    assert words in _refused(web)
    assert web.targets == ["example.org/a"]


def test_redirects_without_end() -> None:
    """Nine pages at most are asked for."""
    web = _web()
    for number in range(20):
        web.serve(f"http://example.org/{number}", moved(f"/{number + 1}"))
    assert "more than 8 times" in _refused(web, "http://example.org/0", host_seconds=0)
    assert len(web.targets) == 9
    web.serve(URL, Reply(302))
    assert "does not say where to" in _refused(web)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(404), r"there is no such page \(HTTP 404\) \(check the address\)"),
        (Reply(403), "refuses to give the page .* save the page as .html"),
        (Reply(401), "asks for a login"),
        (Reply(429), "asks for fewer requests"),
        (Reply(503), r"the server fails \(HTTP 503\)"),
        (Reply(204), "gives no page"),
        (Reply(206), "gives no page"),
        (Reply(304), "gives no page"),
        (page(b"x" * 2000), "larger than 0.001 MB"),
        (Reply(headers={"Content-Length": "9" * 15}), "larger than"),
        (Reply(headers={"Content-Length": "9" * 30}), "breaks the rules of HTTP"),
        (zipped(bytes(1_000_000)), "larger than 0.001 MB"),
        (Reply(headers={"Content-Encoding": "br"}, pieces=(b"x",)), "packed as br"),
        (Reply(headers={"Content-Encoding": "gzip"}, pieces=(b"x",)), "is damaged"),
        (Reply(headers={"Content-Length": "10"}, pieces=(b"x",)), "breaks the rules of HTTP"),
        (Reply(raw=[b"SSH-2.0-x\r\n"]), "breaks the rules of HTTP"),
        (Reply(raw=[]), "breaks the rules of HTTP"),
        (Reply(headers={f"X-{n}": "y" * 1000 for n in range(500)}), "breaks the rules of HTTP"),
        (Reply(raw=[b"HTTP/1.1 200 x\r\nX: " + b"y" * 300_000]), "breaks the rules of HTTP"),
    ],
)
def test_what_fails_says_how(reply: Reply, words: str) -> None:
    """What the server did, and what to do."""
    web = _web()
    web.serve(URL, reply)
    assert re.search(words, _refused(web, max_file_bytes=1000))


def test_hosts_that_are_not_there() -> None:
    """Their name, and that it can't be found."""
    assert "the host gone.example can't be found" in _refused(_web(), "http://gone.example/")
    assert "has no address" in _refused(_web(**{"empty.example": []}), "http://empty.example/")


def test_a_certificate_that_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is not fetched all the same."""
    web = _web()
    network = web.network

    async def connect(*_: Any, **__: Any) -> httpcore2.AsyncNetworkStream:
        error = ssl.SSLCertVerificationError(1, "certificate verify failed")
        error.verify_message = "self-signed certificate"
        raise httpcore2.ConnectError(error) from error

    monkeypatch.setattr(type(network.backend), "connect_tcp", connect)
    assert "can't be trusted (self-signed certificate)" in _refused(web, "https://example.org/")


@pytest.mark.parametrize(
    "reply",
    [
        Reply(pieces=by_bytes(b"x" * 1000), pause=1.0),
        Reply(raw=by_bytes(b"HTTP/1.1 200 Said\r\nX: " + b"y" * 1000), pause=1.0),
        Reply(raw=[b"HTTP/1.1 100 Wait\r\n\r\n"] * 1000, pause=1.0),
        Reply(pause=1e9),
    ],
)
def test_slow_answers_end(reply: Reply) -> None:
    """The whole of a page has so many seconds, however it dawdles."""
    web = _web()
    web.serve(URL, reply)
    ((found,), seconds) = _fetched(web, URL, fetch_seconds=30)
    assert "no whole answer within 30 seconds" in str(found)
    assert 29 < seconds < 32


def test_hosts_are_asked_in_turn() -> None:
    """A second between two pages of one host, while others are asked at the same time."""
    web = _web()
    urls = [f"http://{host}/{number}" for number in range(4) for host in ("example.org", "other.example")]
    for url in urls:
        web.serve(url, page("x"))
    _, seconds = _fetched(web, *urls, host_seconds=2)
    assert seconds == pytest.approx(6, abs=0.1)
    asked = [each.at for each in web.requests if each.host == "example.org" and each.target != "/robots.txt"]
    assert [round(later - earlier, 3) for earlier, later in itertools.pairwise(asked)] == [2.0] * 3


def test_not_too_many_pages_of_one_host() -> None:
    """The rest is refused by name."""
    web = _web()
    urls = [f"http://example.org/{number}" for number in range(4)]
    found, _ = _fetched(web, *urls, pages_per_host=2)
    assert [("and that is the limit" in str(each)) for each in found] == [False, False, True, True]


ROBOTS = "http://example.org/robots.txt"


def test_robots_txt_is_kept() -> None:
    """Once asked a site, its rules hold for us by name, and the longest one counts."""
    web = _web()
    rules = "User-agent: Conspectus\nDisallow: /\nAllow: /a\nCrawl-delay: 5\n\nUser-agent: *\nDisallow:\n"
    web.serve(ROBOTS, page(rules, kind="text/plain"))
    for path in "ab":
        web.serve(f"http://example.org/{path}", page("x"))
    (allowed, forbidden, again), seconds = _fetched(
        web, URL, "http://example.org/b", "http://example.org/a?x"
    )
    assert isinstance(allowed, Page)
    assert "robots.txt asks programs not to fetch this page" in str(forbidden)
    assert "no such page" in str(again)
    assert seconds == pytest.approx(5, abs=0.1)
    assert [each.target for each in web.requests] == ["/robots.txt", "/a", "/a?x"]


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        (Reply(404), True),
        (Reply(403), True),
        (Reply(429), True),
        (moved("/robots.txt"), True),
        (moved("http://other.example/rules"), False),
        (page("Disallow everything, please <html>"), True),
        (page(b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n"), False),
        (page(b"User-agent: *\nDisallow: /\n" + b"# \xff\n" * 1_000_000), False),
        (Reply(500), False),
        (Reply(503), False),
        (Reply(pause=1e9), False),
        (Reply(raw=[b"x"]), False),
        (moved("file:///etc/passwd"), False),
    ],
)
def test_rules_that_are_missing_or_broken(reply: Reply, *, allowed: bool) -> None:
    """None means that all is allowed, a failing server that nothing is (RFC 9309)."""
    web = _web()
    web.serve(ROBOTS, reply)
    web.serve("http://other.example/rules", page("User-agent: *\nDisallow: /\n"))
    web.serve(URL, page("x"))
    ((found,), _) = _fetched(web, URL)
    assert isinstance(found, Page) is allowed, found
    assert allowed or "robots.txt" in str(found)
    assert web.targets == (["example.org/a"] if allowed else web.targets)


def test_a_site_is_asked_for_its_rules_once() -> None:
    """Also where many of its pages are wanted at the same moment, and where the rules can't be had."""
    web = _web()
    web.serve(ROBOTS, Reply(500))
    _fetched(web, *(f"http://example.org/{number}" for number in range(5)))
    assert [each.target for each in web.requests] == ["/robots.txt"]


def test_an_unchanged_page_is_not_sent_again() -> None:
    """Its version is named, and what was kept is used."""

    def versioned(request: Request) -> Reply:
        if request.headers.get("if-none-match") == '"1"':
            return Reply(304)
        return page("first", kind="text/html; charset=utf-8", ETag='"1"', Last_Modified="yesterday")

    web = _web()
    web.serve(URL, versioned)
    first, second = _one(web), _one(web)
    assert first == second
    assert web.requests[-1].headers["if-modified-since"] == "yesterday"
    web.serve(URL, page("second", ETag='"2"'))
    assert _one(web).data == b"second"
    _one(web, cache=False)
    assert "if-none-match" not in web.requests[-1].headers


def test_an_interrupted_fetch_leaves_no_connection() -> None:
    """What was under way is closed."""
    web = _web()
    web.serve(URL, Reply(pause=1e9))

    async def work() -> None:
        async with Fetcher(Settings.load(), web.network) as fetcher:
            task = asyncio.create_task(fetcher.fetch(URL))
            await asyncio.sleep(1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    in_virtual_time(work)
    assert not web.streams
