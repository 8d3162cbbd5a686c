"""Events on the page: standing at a glance, conflicts side by side, and what only looks like one."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import Origin
from conspectus.render import html
from conspectus.render.as_html.tags import Html, element, joined
from tests.support.briefings import WIRE_WIND, harbour_briefing
from tests.support.pages import Node, by_id, parsed, sentences, words
from tests.support.wide import PIER_FIRST, PIER_LATER, PIER_UNKNOWN, wide_briefing


def row(page: Node, text: str) -> Node:
    """The point of that text, with what stands beside it."""
    return next(li for points in page.all("ul", "points") for li in points.all("li") if text in li.text)


def dots(node: Node) -> str:
    """A row of dots as signs."""
    return "".join({"i": "●", "s": "◐", "u": "○"}[i.tag] for i in node.all() if i.tag in "isu" and not i.text)


def standing(point: Node) -> Node:
    """What stands beside the point."""
    return list(point.all("p"))[-1]


def test_how_many_origins_and_which_is_seen_at_a_glance() -> None:
    """Each point has a dot for every origin, filled for those that carry it, and names them."""
    page = parsed(html(harbour_briefing()))
    closed = standing(row(page, "The northern quay is closed"))
    assert dots(closed) == "●●○○"
    assert "2 origins Harbour Post, Coast Radio, in the words of Coast Radio" in closed.text
    wind = standing(row(page, WIRE_WIND))
    assert (dots(wind), wind.text) == ("○○●○", "Northern Wire, in the words of Evening Ledger, 6 March")
    key = {li.text.removesuffix(" 2 articles"): dots(li) for li in page.one("ul", "key").all("li")}
    assert key["Northern Wire"] == "○○●○"


def test_a_disputed_point_leads_to_its_conflict() -> None:
    """It is marked as disputed, and the mark is a link to the sides."""
    page = parsed(html(harbour_briefing()))
    link = row(page, "At least twelve").one("a", "d")
    assert link.text == "Disputed"
    assert by_id(page)[link.attributes["href"][1:]].one("h3").text == "How many people were injured?"


def test_an_event_says_how_its_sentences_stand() -> None:
    """Beside its first words they are counted, and every origin that carries one is named."""
    tally = parsed(html(harbour_briefing())).one("section", "event").one("div", "tally")
    assert dots(tally) == "●●●○"
    assert tally.text == (
        "3 origins Harbour Post, Coast Radio, Northern Wire6 sentences, 3 carried by two or more, 1 disputed"
    )


def test_many_origins_are_counted_rather_than_placed() -> None:
    """With more origins than can be told apart, only those that carry the point have a dot."""
    briefing = harbour_briefing()
    more = tuple(Origin(id=f"x{n}", name=f"Paper {n}", article_ids=("a00000001",)) for n in range(9))
    page = parsed(html(briefing.model_copy(update={"origins": (*briefing.origins, *more)})))
    assert dots(row(page, "The northern quay is closed")) == "●●"


def test_the_sides_of_a_conflict_stand_next_to_each_other() -> None:
    """Each side names its publisher and whom it cites, and has its quotes with their numbers."""
    conflict = parsed(html(harbour_briefing())).one("section", "conflict")
    assert conflict.one("p", "about").text == "Sources differ on a number."
    sides = list(conflict.one("div", "sides").all("div"))
    assert [side.one("p", "who").text for side in sides] == [
        "Harbour Post, citing the port authority",
        "Coast Radio, citing Brannock General Hospital",
    ]
    assert "“A container crane collapsed" in sides[0].one("p", "quote").text
    assert list(sides[1].all("p", "quote")) == []
    assert all(list(side.all("a")) for side in sides)


def test_two_questions_on_the_same_quotes_are_two_conflicts() -> None:
    """Each stands with its sides, and has an address of its own."""
    briefing = harbour_briefing()
    event = briefing.events[0]
    other = event.conflicts[0].model_copy(update={"question": "How many people were treated?"})
    events = (event.model_copy(update={"conflicts": (*event.conflicts, other)}),)
    conflicts = list(parsed(html(briefing.model_copy(update={"events": events}))).all("section", "conflict"))
    assert [each.one("h3").text for each in conflicts] == [
        "How many people were injured?",
        "How many people were treated?",
    ]
    assert len({each.id for each in conflicts}) == 2


def test_a_quote_that_a_side_gives_itself_is_not_repeated() -> None:
    """Not even where the quote has a line break that the side's own words lack."""
    briefing = harbour_briefing()
    event = briefing.events[0]
    conflict = event.conflicts[0]
    wrapped = conflict.sides[1].model_copy(
        update={"position": conflict.sides[1].position.replace("according to", "according\nto")}
    )
    changed = conflict.model_copy(update={"sides": (conflict.sides[0], wrapped)})
    event = event.model_copy(update={"conflicts": (changed,)})
    page = parsed(html(briefing.model_copy(update={"events": (event,)})))
    side = list(page.one("section", "conflict").one("div", "sides").all("div"))[1]
    assert sentences(side)[0].text == "“Nine people were injured, according to Brannock General Hospital.”10"
    assert list(side.all("p", "quote")) == []


def test_an_update_is_shown_as_one_with_both_times() -> None:
    """What only looks like a conflict says why it is none, the earlier first, each with its day."""
    section = parsed(html(wide_briefing())).one("section", "reconciled")
    assert "update" in section.classes
    assert section.one("p", "about").text == "The later report replaces the earlier one."
    sides = list(section.one("div", "sides").all("div"))
    assert [side.one("p", "when").text for side in sides] == ["4 March 2025", "6 March 2025"]
    assert [words(sentences(side)[0]).strip("“”") for side in sides] == [PIER_FIRST, PIER_LATER]
    assert section not in parsed(html(wide_briefing())).all("section", "conflict")


def test_what_is_unknown_and_what_is_more_precise_are_shown() -> None:
    """What articles say is not known has a heading of its own; a vaguer point leads to the more precise quote."""
    page = parsed(html(wide_briefing()))
    assert "Not known" in [h.text for h in page.all("h3")]
    assert row(page, PIER_UNKNOWN)
    refined = row(page, "The northern quay is closed").one("small")
    assert refined.text == " more precisely in 1"


def test_text_is_escaped_and_markup_is_not() -> None:
    """A plain string is text, also in an attribute; what was made here stands as it is."""
    made = element("p", "<b> & ", element("i", "x"), title='"><script>', data_n=3, hidden=True, lang=None)
    assert made == '<p title="&quot;&gt;&lt;script&gt;" data-n=3 hidden>&lt;b&gt; &amp; <i>x</i></p>'
    assert joined("a", None, "", Html("<hr>")) == "a<hr>"
    assert element("path", d=1) == "<path d=1 />"


@pytest.mark.parametrize("text", ["\u202eevil\u202c", "\u2066x", "a\x00b"])
def test_what_turns_writing_round_is_made_visible(text: str) -> None:
    """Direction overrides and control characters act on nothing: they show as signs."""
    shown = joined(text)
    assert not set(shown) & set("\u202e\u202c\u2066\x00")


def test_an_endless_word_may_be_broken() -> None:
    """A long word gets places where a line may end, which are no characters; writing without spaces does not."""
    assert joined("W" * 300) == "<wbr>".join(["W" * 40] * 7 + ["W" * 20])
    assert joined("a " + "&" * 200 + " b") == "a " + "<wbr>".join(["&amp;" * 40] * 5) + " b"
    assert joined("漢" * 300) == "漢" * 300
    title = parsed(html(harbour_briefing().model_copy(update={"title": "W" * 300}))).one("title")
    assert title.text == "W" * 300
