from __future__ import annotations

import json
from functools import partial

import pytest

from conspectus import checking, pipeline, running
from tests.support.program import Program
from tests.support.web import PUBLIC, Reply, Web, news, page

STOPS = (
    "The ferry to Little Calf stops on 1 June, and fourteen people who work on the boats lose their posts."
)
SHOP = "Nobody wanted this, said Tom Brack, who runs the only shop on the island and takes its post across."
URL = "https://harbour.example/ferry"
FEED = "https://harbour.example/feed"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    """A web of one page and one feed with another, where the network would be."""
    web = Web({"harbour.example": PUBLIC, "nas.home": "192.168.1.2"})
    web.serve(URL, page(news("Ferry stops", STOPS, SHOP)))
    items = "".join(
        f"<item><link>/{name}</link><pubDate>{day} Jul 2025 08:00:00 GMT</pubDate></item>"
        for name, day in (("shop", 24), ("gone", 23), ("old", 1))
    )
    web.serve(FEED, page(f"<rss version='2.0'><channel>{items}</channel></rss>", kind="application/rss+xml"))
    web.serve("https://harbour.example/shop", page(news("Shop", SHOP, STOPS.replace("fourteen", "40"))))
    web.serve("http://nas.home/a", page(news("Own", STOPS, SHOP)))
    monkeypatch.setenv("CONSPECTUS_HOST_SECONDS", "0")
    monkeypatch.setenv("CONSPECTUS_MODEL", "none")
    for module, name in (
        (pipeline, "brief"),
        (pipeline, "summarize"),
        (checking, "check"),
        (running, "read"),
    ):
        monkeypatch.setattr(module, name, partial(getattr(module, name), network=web.network))
    return web


@pytest.mark.usefixtures("web")
def test_pages_feeds_and_files_in_any_mix(program: Program, articles: tuple[str, str]) -> None:
    """One that fails stands in the ledger and on the screen, by its address; the rest is briefed."""
    ended = program("brief", URL, articles[1], "--feed", FEED, "--since", "2025-07-02", "--format", "json")
    assert ended.code == 0
    briefing = json.loads(ended.out)
    used = [entry["url"] or entry["path"] for entry in briefing["articles"] if entry["status"] == "used"]
    assert used == [URL, "library.txt", "https://harbour.example/shop"]
    failed = [entry for entry in briefing["articles"] if entry["status"] == "failed"]
    assert [(entry["url"], entry["path"]) for entry in failed] == [("https://harbour.example/gone", None)]
    assert any("(HTTP 404)" in entry["detail"] for entry in briefing["ledger"])
    assert ended.err.splitlines() == [
        f"warning: {FEED}: 2 of 3 entries are read: without 1 from before 2025-07-02",
        "warning: https://harbour.example/gone: there is no such page (HTTP 404)",
    ]


@pytest.mark.usefixtures("web")
def test_a_saved_briefing_of_pages_keeps_its_promises(program: Program) -> None:
    """As any other does, and it shows where a page was fetched."""
    program("brief", URL, "https://harbour.example/gone", "-o", "briefing.json", "-o", "briefing.html", "-q")
    assert program("verify", "briefing.json").code == 0
    assert URL in program("show", "briefing.json", "--format", "markdown").out


@pytest.mark.usefixtures("web")
def test_what_the_network_refuses(program: Program) -> None:
    """A private address takes its flag, and the line says which."""
    said = program.fails("brief", "http://nas.home/a", code=3)
    assert "192.168.1.2 is a private address (if this is your own network, add --allow-private)" in said
    assert program("brief", "http://nas.home/a", "--allow-private", "-q", "-o", "a.json").code == 0


@pytest.mark.usefixtures("web", "articles")
def test_other_commands_take_addresses(program: Program) -> None:
    """summarize one, check any number against a text."""
    assert "fourteen people" in program("summarize", URL).out
    assert program("check", "ferry.txt", "--against", URL).code == 8


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "24h"], "name one with --feed"),
        (["a.txt", "--limit", "3"], "name one with --feed"),
        (["--feed", "feed.xml"], "http or https address"),
        (["--feed", FEED, "--since", "yesterday"], "24h, 7d or 2025-07-24"),
    ],
)
def test_wrong_calls(program: Program, arguments: list[str], words: str) -> None:
    """They are told before anything is fetched."""
    assert words in program.fails("brief", *arguments, code=2)


def test_answers_of_nobody(program: Program, web: Web) -> None:
    """Where no page can be had, one line names them all."""
    web.serve(URL, Reply(503))
    said = program.fails("brief", URL, "https://harbour.example/gone", code=3)
    assert "the server fails (HTTP 503)" in said
    assert "there is no such page" in said


@pytest.mark.usefixtures("web")
def test_pages_are_grouped_as_files_are(program: Program, articles: tuple[str, str]) -> None:
    """`events` fetches addresses and feeds as `brief` does, and tells of what could not be fetched."""
    ended = program("events", URL, articles[1], "https://harbour.example/gone", "--json")
    assert ended.code == 0
    names = [each["name"] for event in json.loads(ended.out)["events"] for each in event["articles"]]
    assert sorted(names) == [URL, "library.txt"]
    assert ended.err == "warning: https://harbour.example/gone: there is no such page (HTTP 404)\n"
    assert program("events", "--feed", FEED, "--limit", "1", "-q").code == 0


def test_a_case_is_made_from_files_alone(program: Program) -> None:
    """An address is named as it was given, with what to do instead."""
    ended = program("eval", "--new", "ferry", URL)
    assert ended.code == 2
    assert f"{URL}: is an address" in ended.err
    assert "save the page" in ended.err
