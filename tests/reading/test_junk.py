from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import JunkReason, Role
from conspectus.reading.article import read_article
from conspectus.reading.junk import find_junk, overlaps_any, read_page

PROSE = "The ferry sank on Monday with 45 people aboard, the coast guard said."
MORE = "The board of the harbour will meet on Friday to talk about the pier."
HEADLINES = (
    "Mayor Refuses to Pay for New Pier",
    "Two Held After Harbour Fire",
    "Is the Old Bridge Safe to Cross?",
)


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Reason and words of everything that is junk."""
    return [(junk.reason.value, junk.span.of(text)) for junk in find_junk(read_page(text), title=title)]


def test_headlines_after_the_end_are_a_ticker() -> None:
    """Three or more headlines below the last prose are junk, with credits and dates between them."""
    text = "\n".join(
        [PROSE, "Photo: Ann Poe", "", *HEADLINES, "2 hours ago", "Fares To Rise by a Tenth in May", "logo"]
    )
    assert [words for reason, words in marked(text) if reason == "headline_ticker"] == [
        *HEADLINES,
        "Fares To Rise by a Tenth in May",
    ]
    assert ("photo_credit", "Photo: Ann Poe") in marked(text)
    assert ("reading_time", "2 hours ago") in marked(text)
    assert ("navigation", "logo") in marked(text)


def test_lists_headings_and_questions_of_the_article_are_no_ticker() -> None:
    """Bulleted lists, announced lists, two lines, short lines, questions, and headings inside stay."""
    assert marked("\n".join([PROSE, *(f"- {line}" for line in HEADLINES)])) == []
    assert marked("\n".join([PROSE, "The board gave three reasons for it:", *HEADLINES])) == []
    assert marked("\n".join([PROSE, *HEADLINES[:2]])) == []
    assert marked("\n".join([PROSE, "North 4 South 2", "East 1 West 1", "Up 3 Down 0"])) == []
    assert marked("\n".join([PROSE, *(line.rstrip("?") + "?" for line in HEADLINES)])) == []
    assert marked("\n".join([PROSE, *HEADLINES, MORE])) == []
    assert marked("\n".join(HEADLINES)) == []
    assert (
        marked("\n".join([PROSE, HEADLINES[0], "and so on it went,", *HEADLINES[1:], "See you there"])) == []
    )


def test_headlines_under_a_marker_are_junk_even_inside() -> None:
    """ "Related" takes its headlines along, but not the heading of the prose that follows."""
    text = "\n".join([PROSE, "Related:", "- Mayor Refuses to Pay", "What went wrong", MORE])
    assert marked(text) == [("headline_ticker", "Related:"), ("headline_ticker", "- Mayor Refuses to Pay")]
    assert marked("\n".join([PROSE, "Trending", MORE])) == []
    assert marked("\n".join([PROSE, "Read next", "What went wrong", MORE])) == []
    assert marked("\n".join([PROSE, "Also read: Mayor Refuses to Pay", MORE])) == [
        ("headline_ticker", "Also read: Mayor Refuses to Pay")
    ]
    assert marked("\n".join([PROSE, "Related: the board has refused to pay.", MORE])) == []


def test_only_the_dateline_in_front_of_a_sentence_is_junk() -> None:
    """Place and agency are marked; the sentence after them is not."""
    assert marked(f"Ferry sinks\n\nLONDON, March 3 (Reuters) — {PROSE}") == [
        ("dateline", "LONDON, March 3 (Reuters) —")
    ]
    assert marked(f"WASHINGTON — {PROSE}\n{MORE}") == [("dateline", "WASHINGTON —")]
    assert marked(f"{PROSE}\nOSLO — {MORE}\nROME (AP) — {MORE}") == [("dateline", "ROME (AP) —")]


def test_bylines_and_dates_are_junk_above_and_below_the_article_only() -> None:
    """The same words inside the article are its own headings."""
    above = (
        f"Ferry sinks\nBy Jane Doe\nJuly 17, 2025\nlogo\n{PROSE}\nBy Jane Doe\nJuly 18, 2025\nlogo\n{MORE}"
    )
    assert marked(above) == [("byline", "By Jane Doe"), ("dateline", "July 17, 2025"), ("navigation", "logo")]
    below = f"{PROSE}\n{MORE}\n(Reporting by Jane Doe. Editing by Ann Poe.)\n\n"
    below += "The Associated Press contributed to this report."
    assert [reason for reason, _ in marked(below)] == ["byline", "byline"]
    assert marked("The Associated Press contributed to this report.") == []


def test_a_title_is_junk_from_its_second_time_on() -> None:
    """The first line stays the heading; the repetition, also with the site's name, is junk."""
    text = f"Ferry sinks\n{PROSE}\n# FERRY SINKS\nFerry sinks | The Harbour Post\nFerry sinks again\n{MORE}"
    assert marked(text, "Ferry sinks") == [
        ("repeated_title", "# FERRY SINKS"),
        ("repeated_title", "Ferry sinks | The Harbour Post"),
    ]


def test_a_credit_in_brackets_is_cut_out_of_its_caption() -> None:
    """The caption is left; the credit is junk."""
    assert marked(f"{PROSE} (AP Photo/Ann Poe)\n{MORE}") == [("photo_credit", "(AP Photo/Ann Poe)")]


def test_a_picture_in_the_text_is_no_words_of_it() -> None:
    """A run that no word or address is as long as is junk, and the prose around it is not; a long address stays."""
    picture = f"![](data:image/png;base64,{'iVBORw0KGgo' * 100})"
    address = f"https://example.org/{'a-long-way/' * 40}"
    assert marked(f"{PROSE} {picture} {MORE}\n{PROSE} See {address} there.") == [("data", picture)]
    article = read_article(f"{PROSE} {picture} {MORE}".encode(), name="a.md", media="markdown")
    body = [each.span.of(article.text) for each in article.sentences if each.role is Role.BODY]
    assert body == [PROSE, MORE]


def test_overlap_is_found_between_neighbours() -> None:
    """A span overlaps junk that begins before, in or at it, and no other."""
    text = f"Share this article\n{PROSE}\nLog in\n{MORE}"
    page = read_page(text)
    junk = find_junk(page, title=None)
    assert [piece.reason for piece in junk] == [JunkReason.SUBSCRIBE, JunkReason.NAVIGATION]
    assert [overlaps_any(span, junk) for span in page.spans] == [True, False, True, False]


LINES = st.sampled_from(
    [PROSE, MORE, *HEADLINES, "Related", "By Jane Doe", "logo", "", "2 min read", "ROME (AP) — It is."]
)


@given(st.lists(LINES, max_size=12), st.sampled_from([None, HEADLINES[0], PROSE]))
def test_prose_is_never_junk_and_junk_is_ordered(lines: list[str], title: str | None) -> None:
    """Whatever surrounds it, a prose sentence is not marked; stretches are disjoint and in order."""
    text = "\n".join(lines)
    found = find_junk(read_page(text), title=None if title == PROSE else title)
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start
    assert all(PROSE not in junk.span.of(text) and MORE not in junk.span.of(text) for junk in found)


def test_a_place_with_a_colon_is_a_dateline() -> None:
    """In capitals, in front of the first prose; a label, a speaker and a later line are none."""
    assert marked(f"PORT VESSAY: {PROSE}\n{MORE}") == [("dateline", "PORT VESSAY:")]
    assert marked(f"SAINT-MALO, March 9: {PROSE}\n{MORE}") == [("dateline", "SAINT-MALO, March 9:")]
    for other in ("BREAKING: ", "LIVE UPDATES: ", "Minister: ", "A: "):
        assert marked(f"{other}{PROSE}\n{MORE}") == []
    assert marked(f"{PROSE}\nPORT VESSAY: {MORE}") == []
    assert marked(f"JO SMITH: {PROSE}\nPAT LEE: {MORE}") == []


def test_who_asks_and_who_answers_is_marked() -> None:
    """Where a page has both, each label alone: the words behind it stay the article's."""
    text = f"Q: Is the old bridge safe to cross? A: {PROSE} - Q: Why?\nQuestion: And the new one?\nAnswer: {MORE}"
    labels = ("Q:", "A:", "- Q:", "Question:", "Answer:")
    assert marked(text) == [("label", label) for label in labels]
    assert marked(f"A: {PROSE}\nB: {MORE}") == []
