"""The HTML page as a whole: one file, nothing fetched, nothing obeyed, every sentence open."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from conspectus.model.briefing import Briefing
from conspectus.pipeline import brief
from conspectus.render import html
from conspectus.render.as_html.desk import Desk, place_of
from conspectus.render.view import arranged
from conspectus.settings import Settings
from tests.render.hostile import everywhere, hostile
from tests.support.briefings import harbour_briefing
from tests.support.pages import Node, by_id, marked, notes, numbers, parsed, sentences, words
from tests.support.wide import wide_briefing

ROOT = Path(__file__).parents[3]
_MOST_HOSTILE = 100


def squeezed(text: str) -> str:
    """The text with runs of whitespace made one space."""
    return " ".join(text.split())


def policy(page: Node) -> dict[str, str]:
    """The page's Content-Security-Policy, by directive."""
    said = next(m for m in page.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy")
    parts = (part.strip().partition(" ") for part in said.attributes["content"].split(";"))
    return {name: value for name, _, value in parts}


def digest(text: str) -> str:
    """The text's hash as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_same_briefing_gives_the_same_bytes() -> None:
    """Rendering depends on the briefing alone."""
    assert html(wide_briefing()) == html(Briefing.model_validate_json(wide_briefing().to_json()))
    assert wide_briefing().to_html() == html(wide_briefing())
    assert html(wide_briefing()).endswith("</html>\n")


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    """Everything is forbidden but the two inline blocks, named by their hashes."""
    page = parsed(html(wide_briefing()))
    (style,), (script,) = page.all("style"), page.all("script")
    assert policy(page) == {
        "default-src": "'none'",
        "style-src": digest(style.text),
        "script-src": digest(script.text),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }


def test_nothing_is_fetched() -> None:
    """No element loads anything, and the style sheet names no address."""
    page = parsed(html(wide_briefing()))
    loading = {"src", "srcset", "data", "action", "poster", "background", "style", "ping"}
    for node in page.all():
        assert not loading & set(node.attributes), node
        assert not [name for name in node.attributes if name.startswith("on")]
        assert node.tag not in {"img", "link", "iframe", "object", "embed", "base", "form", "image"}
        assert node.tag != "use" or node.attributes["href"].startswith("#")
    assert not re.search(r"url\(|@import|http|//", page.one("style").text)


def test_every_link_inside_leads_somewhere_and_ids_are_unique() -> None:
    """A fragment names an element of the page, which is the only one of that name."""
    page = parsed(html(wide_briefing()))
    names = by_id(page)
    inside = [a.attributes["href"] for a in page.all("a") if "href" in a.attributes]
    assert len(inside) > 50
    assert [href for href in inside if href.startswith("#") and href[1:] not in names] == []


def test_every_sentence_opens_notes_and_every_note_leads_to_its_quote_in_the_article() -> None:
    """Title, lead, points, sides, context and timeline cite notes; a note's quote is marked in the article."""
    briefing = wide_briefing()
    page = parsed(html(briefing))
    names = by_id(page)
    quotes = [note.quote for note in arranged(briefing).notes]
    shown = {words(s).strip("“”‘’"): s for s in sentences(page)}
    for event in briefing.events:
        texts = [
            event.title,
            *(s.text for s in (*event.lead, *event.points, *event.context, *event.timeline)),
        ]
        sides = [*(s for each in event.conflicts for s in each.sides)]
        sides += [s for each in event.reconciled for s in each.sides]
        texts += [side.position for side in sides]
        texts += [s.text for s in event.unknown]
        for text in texts:
            links = numbers(shown[text.strip("“”‘’")])
            assert links, text
            for link in links:
                note = names[link.attributes["href"][1:]]
                place = names[note.one("a").attributes["href"][1:]]
                marks = marked(page, note)
                assert place.tag == "a" or place in marks
                number = int(link.text)
                assert notes(page)[number - 1] is note
                assert squeezed("".join(m.text for m in marks)) == squeezed(quotes[number - 1])


def test_a_quote_that_is_a_sentence_of_the_page_is_not_said_again() -> None:
    """Its note says whose it is and where it stands; a quote that the page rewords or shortens stands in its note."""
    briefing = wide_briefing()
    page = parsed(html(briefing))
    silent = [note for note in notes(page) if not list(note.all("blockquote"))]
    assert 0 < len(silent) < len(notes(page))
    said = {squeezed(words(s)) for s in sentences(page)}
    for note in silent:
        quote = "".join(mark.text for mark in marked(page, note))
        assert {squeezed(f"“{quote}”"), squeezed(f"‘{quote}’")} & said


def test_a_note_says_who_when_how_it_was_checked_and_whom_it_cites() -> None:
    """Publisher, date, title, check and speaker stand with the quote; a source's own words go without saying."""
    page = parsed(html(harbour_briefing()))
    told = [note.text.strip() for note in notes(page)]
    assert told[1] == (
        "Coast Radio 5 March 2025 25–89Crane falls in high windA crane fell onto the northern quay at Brannock on "
        "4 March 2025.Checked mechanically and by the model."
    )
    assert told[9] == "Coast Radio as 2 165–230Attributed to Brannock General Hospital."
    assert "Where a note says no more, it is the source’s own words." in by_id(page)["notes"].one("p").text


def test_an_articles_text_is_there_once_and_whole() -> None:
    """The paragraphs of each used article are its text, in order; a copy's text is not repeated."""
    briefing = wide_briefing()
    page = parsed(html(briefing))
    names = by_id(page)
    used = {a.id: a for a in briefing.articles if a.text}
    shown = [node for node in names["articles"].all("details") if list(node.all("div"))]
    assert len(shown) == len(used)
    for name, article in used.items():
        paragraphs = [p.text for p in names[name].one("div").all("p")]
        assert squeezed(" ".join(paragraphs)) == squeezed(article.text)


def test_links_stay_when_a_briefing_changes_elsewhere() -> None:
    """The ids of a sentence and of its evidence are made of what they say, not of where they stand."""
    briefing = harbour_briefing()
    alone = briefing.model_copy(update={"events": briefing.events[1:]})
    before, after = (by_id(parsed(html(each))) for each in (briefing, alone))
    links = re.compile("s.{5}|[nq].{4}")
    kept = [name for name in after if links.fullmatch(name) and name != "notes"]
    assert len(kept) > 6
    assert set(kept) <= set(before)
    assert [words(before[name]) for name in kept if name[0] == "s"] == [
        words(after[name]) for name in kept if name[0] == "s"
    ]


def test_no_two_quotes_share_a_name() -> None:
    """Names are as short as they can be, and longer where two would be the same, whatever order they come in."""
    view = arranged(harbour_briefing())
    piece = view.notes[0].piece
    assert piece is not None
    pieces = [piece.model_copy(update={"start": at, "end": at + 9}) for at in range(9_000)]
    notes = tuple(replace(view.notes[0], piece=each) for each in pieces)
    desk = Desk(replace(view, notes=notes))
    names = {place_of(each): desk.note_id(note) for each, note in zip(pieces, notes, strict=True)}
    assert len(set(names.values())) == len(notes)
    assert {5} < {len(name) for name in names.values()}
    backward = Desk(replace(view, notes=notes[::-1]))
    assert all(
        names[place_of(each)] == backward.note_id(note) for each, note in zip(pieces, notes, strict=True)
    )


def test_without_script_the_page_hides_nothing_but_the_empty_panel() -> None:
    """What a reader needs stands in the page itself; only the place for the script's panel is hidden."""
    page = parsed(html(wide_briefing()))
    assert [node.id for node in page.all() if "hidden" in node.attributes] == ["evidence"]
    assert "display: none" not in page.one("style").text.split("@media print")[0]


def test_what_was_left_out_and_how_it_was_made_stand_folded() -> None:
    """The ledger by reason with its amounts, and model, calls, tokens, cost and time."""
    page = parsed(html(harbour_briefing()))
    names = by_id(page)
    summaries = [s.text for s in names["left-out"].all("summary")]
    assert "On the page, but not the article 7 sentences" in summaries
    assert "Its number 14 is not in the evidence. “Fourteen people were injured.”" in names["left-out"].text
    assert [dt.text for dt in names["made"].all("dt")] == [
        "Model",
        "Prompts",
        "Calls",
        "Tokens",
        "Cost",
        "Time",
        "Made",
    ]
    assert "open" not in names["made"].one("details").attributes
    assert "left-out" not in by_id(parsed(html(harbour_briefing().model_copy(update={"ledger": ()}))))


def test_a_long_ledger_is_cut_with_a_count() -> None:
    """A page does not grow with all that a large run left out."""
    briefing = harbour_briefing()
    many = tuple(briefing.ledger[-1].model_copy(update={"detail": f"Detail {n}."}) for n in range(50))
    text = by_id(parsed(html(briefing.model_copy(update={"ledger": many}))))["left-out"].text
    assert text.count("Detail ") == 20
    assert "… and 30 more entries, in the JSON" in text


@pytest.mark.parametrize(
    ("cases", "most"), [((), 67_000), (("foamworks", "quake"), 118_000)], ids=["seven", "twenty-one"]
)
def test_a_page_is_small(cases: tuple[str, ...], most: int) -> None:
    """Without the articles’ text, a page of 21 articles in four events is under 118 KB, one of seven under 67."""
    given = [ROOT / "examples", *(ROOT / "eval" / "cases" / name / "articles" for name in cases)]
    briefing = brief(given, settings=Settings.load(model="none"))
    page = briefing.to_html()
    beside = len(page.encode()) - sum(len(each.text.encode()) for each in briefing.articles)
    assert 40_000 < beside <= most
    assert sum(len(each.text) for tag in ("style", "script") for each in parsed(page).all(tag)) < 30_000


def test_a_title_is_not_said_twice() -> None:
    """Where the briefing has its only event's title, the page's heading opens the evidence, and the event has none."""
    briefing = harbour_briefing()
    event = briefing.events[0]
    page = parsed(html(briefing.model_copy(update={"events": (event,), "title": event.title})))
    (heading,) = page.all("h1")
    assert sentences(page)[0] is heading
    assert words(heading) == event.title
    assert list(heading.all("a"))
    assert [h.text for h in page.one("main").all("h2")] == ["4 March 2025 · Brannock"]
    assert list(parsed(html(briefing)).one("h1").all("a")) == []
    long = briefing.model_copy(update={"title": "A word " * 20})
    assert parsed(html(long)).one("h1").classes == ["long"]


@pytest.mark.parametrize("missing", ["articles", "claims", "origins"])
def test_a_briefing_that_breaks_its_promises_can_still_be_looked_at(missing: str) -> None:
    """Where something is missing ids stand for it, and the page still has its sentences."""
    page = parsed(html(wide_briefing().model_copy(update={missing: ()})))
    assert "A crane collapsed at the port of Brannock on 4 March 2025." in page.text


def test_a_quote_that_is_not_where_it_should_be_is_marked_nowhere() -> None:
    """Evidence whose place holds other words is shown as a note, but no words of the article are passed off as it."""
    briefing = harbour_briefing()
    moved = briefing.claims[0].evidence[0].model_copy(update={"start": 5, "end": 20})
    claims = (briefing.claims[0].model_copy(update={"evidence": (moved,)}), *briefing.claims[1:])
    names = by_id(parsed(html(briefing.model_copy(update={"claims": claims}))))
    place = place_of(moved)[:4]
    assert names[f"n{place}"].one("blockquote").text == moved.quote
    assert f"q{place}" not in names


def shape(page: Node) -> list[tuple[str, tuple[str, ...]]]:
    """The page's elements and their attributes' names, without what follows from a text's length and direction."""
    following = {"href", "title", "p", "s", "u", "mark", "a", "i", "lang", "wbr", "bdi", "span"}
    return [
        (node.tag, tuple(sorted(set(node.attributes) - following)))
        for node in page.all()
        if node.tag not in following
    ]


@settings(deadline=None, max_examples=40)
@given(hostile)
def test_hostile_text_makes_no_element_and_no_attribute(text: str) -> None:
    """Whatever articles and model wrote, the page has the elements that the renderer made, and no foreign link."""
    # Twice so long at every place is more than a page has room for, and it would list less.
    text = text[:_MOST_HOSTILE]
    tame, wild = (everywhere(harbour_briefing(), f"{'x' * 70}{each}") for each in ("", text))
    page = parsed(html(wild))
    assert shape(page) == shape(parsed(html(tame)))
    assert {node.tag for node in page.all()} - {"wbr"} <= {
        node.tag for node in parsed(html(wide_briefing())).all()
    }
    links = [node.attributes.get("href", "#") for node in page.all("a")]
    assert [href for href in links if not href.startswith("#")] == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html(wild))


def test_what_each_stage_used_stands_in_a_table() -> None:
    """A head and a row for each stage, in the part that says how the briefing was made."""
    page = parsed(html(harbour_briefing()))
    rows = [[cell.text for cell in row.all() if cell.tag in {"th", "td"}] for row in page.all("tr")]
    assert rows[0] == ["Stage", "Time", "Waiting", "Calls", "Tokens", "Cost"]
    assert rows[-1] == ["consolidate", "1 min 12 s", "0.0 s", "1 call", "1,234 in, 210 out", "$0"]
