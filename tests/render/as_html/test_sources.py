"""Articles on the page: their text, the quotes marked in it, their addresses."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.model.article import JunkReason, Role
from conspectus.model.briefing import Briefing
from conspectus.render import html
from conspectus.render.as_html.desk import place_of
from conspectus.render.as_html.sources import paragraphs
from tests.support.briefings import POST, article, claim, harbour_briefing
from tests.support.pages import Node, by_id, marked, parsed
from tests.support.wide import QUAY, wide_briefing

SIGNS = st.text(alphabet="ab .\n\r<&\u05d0", max_size=60)


def source(briefing: Briefing, article_id: str) -> Node:
    """The article as it stands on the page."""
    return by_id(parsed(html(briefing)))[article_id]


def test_three_articles_of_one_origin_are_shown_as_that() -> None:
    """A wire story carried twice is one group with its origin's name; the duplicate and the failed stand apart."""
    page = parsed(html(harbour_briefing()))
    headings = [h.text for h in by_id(page)["articles"].all("h3")]
    assert headings == ["Northern Wire: 2 articles, 1 origin", "Duplicates, not counted", "Not used"]


def test_a_name_that_runs_from_right_to_left_turns_nothing_round() -> None:
    """It is isolated from the count behind it, which would stand before it, and mixed up."""
    briefing = harbour_briefing()
    wire = briefing.origins[2].model_copy(update={"name": "وكالة الشمال"})
    arabic = briefing.model_copy(update={"origins": (*briefing.origins[:2], wire, *briefing.origins[3:])})
    heading = by_id(parsed(html(arabic)))["articles"].one("h3")
    assert heading.text == "وكالة الشمال: 2 articles, 1 origin"
    assert [name.text for name in heading.all("bdi")] == ["وكالة الشمال"]


def test_overlapping_quotes_are_each_marked_whole() -> None:
    """Where one quote is inside another, both are marked, and both can be linked to."""
    briefing = harbour_briefing()
    inner = claim("The crane was built in 1998.", (POST, "The crane, built in 1998"))
    context = briefing.events[0].context[0]
    event = briefing.events[0].model_copy(
        update={"context": (context, context.model_copy(update={"claim_ids": (inner.id,)}))}
    )
    changed = briefing.model_copy(update={"events": (event,), "claims": (*briefing.claims, inner)})
    page = parsed(html(changed))
    names = by_id(page)
    for quote in (inner.evidence[0], briefing.claim(context.claim_ids[0]).evidence[0]):
        place = place_of(quote)[:4]
        assert f"q{place}" in names
        marks = marked(page, names[f"n{place}"])
        assert all(mark in names[POST.id].all() for mark in marks)
        assert "".join(m.text for m in marks) == quote.quote


def test_what_is_not_the_article_is_told_apart() -> None:
    """Junk stands in the text, marked with the reason; a heading is set as one."""
    text = source(harbour_briefing(), POST.id)
    assert {s.text: s.attributes["title"] for s in text.all("s")} == {
        "2 min read": "reading time",
        "Also today: Mayor of Oxley resigns over garden shed": "headline ticker",
    }
    assert text.one("p", "h").text.strip() == "Crane collapses at Brannock"


def test_only_an_address_of_the_web_is_a_link() -> None:
    """A page's own address leads there; any other scheme is text."""
    assert [
        a.attributes["href"] for a in source(wide_briefing(), QUAY.id).all("a") if "rel" in a.attributes
    ] == ["https://rasif.example/brannock"]
    for address in ("javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "http://[bad"):
        bad = wide_briefing()
        articles = tuple(
            a.model_copy(update={"url": address}) if a.id == QUAY.id else a for a in bad.articles
        )
        node = source(bad.model_copy(update={"articles": articles}), QUAY.id)
        assert address in node.text
        assert [a for a in node.all("a") if "rel" in a.attributes] == []


def test_a_line_that_breaks_within_a_sentence_does_not_end_a_paragraph() -> None:
    """Hard-wrapped text flows; lines of their own stay apart."""
    wrapped = article(
        "a.txt",
        [
            (Role.HEADING, "Title"),
            "One sentence\nover two lines.",
            (JunkReason.BYLINE, "By nobody"),
            "Another.",
        ],
        publisher=None,
        published=None,
        origin=None,
    )
    assert [span.of(wrapped.text) for span in paragraphs(wrapped)] == [
        "Title",
        "One sentence\nover two lines.",
        "By nobody",
        "Another.",
    ]


@settings(deadline=None)
@given(st.lists(SIGNS.filter(str.strip), min_size=1, max_size=5))
def test_paragraphs_hold_all_that_can_be_seen(pieces: list[str]) -> None:
    """Whatever the text, its paragraphs are in order, apart, and lose nothing but whitespace."""
    made = article("a.txt", pieces, publisher=None, published=None, origin=None)
    spans = list(paragraphs(made))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(made.text) for span in spans).split()) == "".join(made.text.split())
