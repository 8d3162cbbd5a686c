"""A page that stays small: what is left out of it where a briefing is long, and what never is."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial

import pytest

from bench.corpora import write
from conspectus.model.briefing import Briefing, Event
from conspectus.pipeline import brief
from conspectus.render import html
from conspectus.render.as_html import room
from conspectus.render.as_html.room import LIMIT, beside, shortened
from conspectus.settings import Settings
from tests.support.briefings import harbour_briefing
from tests.support.pages import Node, by_id, marked, notes, numbers, parsed, sentences, words
from tests.support.wide import wide_briefing

_NAME = re.compile('"(?:([ac])([0-9a-f]{2})([0-9a-f]{6,8})|([eo])([0-9]+))"')


def said(page: Node) -> list[str]:
    """What the page's sentences say, without quotation marks."""
    return [words(sentence).strip("“”‘’") for sentence in sentences(page)]


def left_out(within: Node, what: str = "sentence") -> int:
    """How many sentences, or conflicts, the page or a part of it says it leaves out."""
    told = [re.search(f"([0-9]+) more {what}", p.text) for p in within.all("p", "more")]
    return sum(int(found[1]) for found in told if found)


def everything(briefing: Briefing) -> set[str]:
    """Every sentence of every event that may be left out or not."""
    return {
        sentence.text
        for event in briefing.events
        for sentence in (*event.lead, *event.points, *event.unknown, *event.context, *event.timeline)
    }


@pytest.fixture(scope="module")
def short(hundred: Briefing) -> Node:
    """Its page, with room for two thirds of what it could hold."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(room, "LIMIT", 90_000)
        page = html(hundred)
    assert beside(page, hundred) <= 90_000
    return parsed(page)


@pytest.fixture(scope="module")
def tight(hundred: Briefing) -> Node:
    """Its page, with room for little more than its list of articles."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(room, "LIMIT", 56_000)
        page = html(hundred)
    assert beside(page, hundred) <= 56_000
    return parsed(page)


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """A briefing of a hundred made-up articles."""
    return brief(
        [write(tmp_path_factory.mktemp("articles"), 100)], settings=Settings.load(model="none", cache=False)
    )


def test_a_hundred_articles_fit(hundred: Briefing) -> None:
    """Without the articles' text, their page takes 150 KB at most, and most of that is used."""
    assert len(hundred.articles) == 100
    assert 0.7 * LIMIT < beside(html(hundred), hundred) <= LIMIT == 150_000


@pytest.fixture(scope="module")
def many(hundred: Briefing) -> Briefing:
    """A briefing of five hundred articles: the hundred five times over, each time under other names."""
    text = hundred.model_dump_json()
    copies = [Briefing.model_validate_json(_NAME.sub(partial(renamed, k), text)) for k in range(5)]
    lists = ("articles", "origins", "events", "claims", "ledger")
    return hundred.model_copy(
        update={name: tuple(each for copy in copies for each in getattr(copy, name)) for name in lists}
    )


def renamed(copy: int, name: re.Match[str]) -> str:
    """The name of an article, a claim, an event or an origin in that copy."""
    if name[4]:
        return f'"{name[4]}{copy + 1}{name[5]}"'
    return f'"{name[1]}{(int(name[2], 16) + 37 * copy) % 256:02x}{name[3]}"'


def test_five_hundred_articles_fit(many: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 150 KB, after few tries: every event's title and first sentence stand there."""
    tries = 0

    def counted(page: str, briefing: Briefing) -> int:
        nonlocal tries
        tries += 1
        return beside(page, briefing)

    monkeypatch.setattr(room, "beside", counted)
    made = html(many)
    assert len({article.id for article in many.articles}) == 500
    assert 0.9 * LIMIT < beside(made, many) <= LIMIT
    assert tries <= 7
    shown = set(said(parsed(made)))
    assert {event.title for event in many.events} | {event.lead[0].text for event in many.events} <= shown


def test_conflicts_that_have_no_room_are_counted_as_such(hundred: Briefing, tight: Node) -> None:
    """Each event keeps its first conflict and says how many more there are; no link leads to one that is gone."""
    names = by_id(tight)
    assert left_out(tight, "conflict") >= 1
    for event in hundred.events:
        section = names[event.id]
        shown = len(list(section.all("section", "conflict")))
        assert shown >= min(1, len(event.conflicts))
        assert shown + left_out(section, "conflict") == len(event.conflicts)
    for link in tight.one("main").all("a"):
        assert link.attributes.get("href", "#briefing")[1:] in names


def test_a_short_page_has_its_articles_whole_and_says_what_their_list_leaves_out(
    hundred: Briefing, short: Node
) -> None:
    """A title that is the first line of its text stands there once, above it."""
    listed = by_id(short)["articles"]
    told = ["".join((each.one("i").text + each.one("div").text).split()) for each in listed.all("details")]
    texts = {"".join(article.text.split()) for article in hundred.articles}
    # What is quoted from a title stands in the text as well.
    assert all(text in texts or any(text.endswith(whole) for whole in texts) for text in told)
    assert len(told) == len(texts)
    assert str(hundred.articles[0].path) not in listed.text
    assert "paths of files" in listed.one("p", "about").text
    assert "paths of files" not in html(wide_briefing())


def test_addresses_go_where_nothing_else_can(hundred: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of articles says so; their texts, titles, publishers and days stay, and first conflicts have room."""
    address = "https://courier.example/region/{}.html"
    articles = tuple(
        each.model_copy(update={"path": None, "publisher": "The Courier", "url": address.format(each.id)})
        for each in hundred.articles
    )
    web = hundred.model_copy(update={"articles": articles})
    for limit, bare in ((60_000, False), (53_000, True)):
        monkeypatch.setattr(room, "LIMIT", limit)
        made = html(web)
        assert beside(made, web) <= limit
        page = parsed(made)
        listed = by_id(page)["articles"]
        links = [link.attributes.get("href") for link in listed.all("a")]
        assert (address.format(articles[7].id) in links) is not bare
        assert ("addresses of articles" in listed.one("p", "about").text) is bare
        assert next(page.all("section", "conflict"))
        entry = list(listed.all("details"))[7].text
        assert entry.startswith("The Courier ")
        texts = {"".join(article.text.split()) for article in articles}
        title = "".join((articles[7].title or "").split())
        assert title + "".join(list(listed.all("details"))[7].one("div").text.split()) in texts


def test_a_short_page_keeps_every_event_and_opens_all_that_it_says(hundred: Briefing, short: Node) -> None:
    """Titles, leads and conflicts stay while others can go; sentences lead to notes, notes to quotes in articles."""
    shown, names, page = set(said(short)), by_id(short), short
    for event in hundred.events:
        assert {event.title, *(sentence.text for sentence in event.lead)} <= shown
        assert {side.position for each in event.conflicts for side in each.sides} <= shown
    for sentence in sentences(page):
        for link in numbers(sentence):
            assert names[link.attributes["href"][1:]].tag == "li"
    for note in notes(page)[:5]:
        assert marked(page, note)


def test_what_has_no_room_is_counted(hundred: Briefing, short: Node) -> None:
    """Each event says how many of its sentences are in the JSON alone, and the page says so at its head."""
    missing = everything(hundred) - set(said(short))
    assert left_out(short) >= len(missing) > 5
    assert "The page has no room for all of it" in short.one("header").text
    whole = parsed(html(wide_briefing()))
    assert left_out(whole) == 0
    assert "no room" not in whole.text


def test_what_a_copy_adds_goes_where_there_is_little_room(
    hundred: Briefing, short: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its group says that it is one."""
    monkeypatch.setattr(room, "LIMIT", 10**9)
    assert "mostly as" in by_id(parsed(html(hundred)))["articles"].text
    told = by_id(short)["articles"].text
    assert "mostly as" not in told
    assert re.search(r": \d+ articles, 1 origin", told)


def test_what_is_last_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is a little too large loses the last points, and what is told twice; its first points stay."""
    briefing = wide_briefing()
    monkeypatch.setattr(room, "LIMIT", beside(html(briefing), briefing) - 1)
    # What can be done without is gone, and no sentence yet.
    bare = html(briefing)
    assert left_out(parsed(bare)) == 0
    size = beside(bare, briefing)
    monkeypatch.setattr(room, "LIMIT", size - 400)
    page = parsed(html(briefing))
    event = briefing.events[0]
    assert event.points[0].text in said(page)
    assert 0 < left_out(page) < len(everything(briefing))
    assert beside(html(briefing), briefing) <= size - 400


def test_nothing_but_titles_and_first_sentences_stays_where_there_is_no_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That is the smallest page, which may be larger than it should; the counts beside the lead are the event's own."""
    briefing = wide_briefing()
    monkeypatch.setattr(room, "LIMIT", 1)
    page = parsed(html(briefing))
    crane, strike = briefing.events
    assert left_out(page) > 5
    assert {crane.lead[0].text, strike.lead[0].text} < set(said(page))
    assert list(page.all("section", "conflict")) == []
    assert left_out(page, "conflict") == len(crane.conflicts) + len(strike.conflicts) > 0
    assert not {point.text for point in strike.points} & set(said(page))
    assert list(page.all("div", "timeline")) == list(page.all("ul", "points")) == []
    assert "7 sentences, 3 carried by two or more, 1 disputed" in page.one("div", "tally").text


def test_a_moment_that_is_told_above_is_not_told_again() -> None:
    """Where there is little room, the timeline has what stands nowhere else."""
    event = harbour_briefing().events[0]
    twice = event.model_copy(
        update={
            "timeline": tuple(event.timeline[0].model_copy(update={"text": p.text}) for p in event.points)
        }
    )
    briefing = harbour_briefing().model_copy(update={"events": (twice,)})
    every = Counter({(twice.id, name): 99 for name in Event.model_fields})
    changed, cuts = shortened(briefing, every)
    assert (changed.events[0].points, changed.events[0].timeline) == (event.points, ())
    assert cuts == {}


def test_the_pages_size_leaves_out_the_articles_that_it_shows_and_no_other() -> None:
    """A copy's text, and that of an article that could not be used, are not on the page and not taken off."""
    briefing = harbour_briefing()
    page = html(briefing)
    texts = sum(len(each.text.encode()) for each in briefing.articles if each.status.value == "used")
    assert beside(page, briefing) == len(page.encode()) - texts
