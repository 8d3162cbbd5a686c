"""The terminal text of a briefing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from rich.text import Text

from conspectus import Settings, brief, read_text
from conspectus.model.briefing import Event, Status
from conspectus.render import markdown, terminal
from conspectus.render.page import page
from conspectus.render.terminal_parts import marks
from tests.render.hostile import everywhere, hostile
from tests.support.briefings import POST_LEAD, harbour_briefing

COPIED = (
    "The council voted for the line by 31 votes to 12 after a debate of nine hours. It will open in 2031 and run from "
    "the station to the hospital. Its trams are built in Lend."
)
SGR = re.compile(r"\x1b\[[0-9;]*m")


def unwrapped(text: str) -> str:
    """The text with its line breaks and indents undone."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    """Every line fits the width, and none has trailing spaces."""
    for line in terminal(harbour_briefing(), width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [24, 40, 76])
def test_nothing_is_cut_off_where_a_word_is_wider_than_its_column(width: int) -> None:
    """A file's long name in a timeline or beside a side goes over to the next line, and the note numbers stay."""
    long = f"{'correspondence-of-the-harbour-' * 3}office.txt"
    briefing = harbour_briefing()
    articles = tuple(
        each.model_copy(update={"publisher": None, "path": f"{number}-{long}"})
        for number, each in enumerate(briefing.articles)
    )
    named = briefing.model_copy(update={"articles": articles})
    narrow, wide = (Counter(terminal(named, width=each)) for each in (width, 96))
    for space_or_rule in " \n─━":
        del narrow[space_or_rule], wide[space_or_rule]
    assert narrow == wide


def test_many_note_numbers_are_drawn_together_and_never_broken() -> None:
    """Sixteen in a row are one range; where they are no row, a line ends between two of them."""
    assert str(marks([4, 5, 6])) == "[4][5][6]"
    assert str(marks(range(102, 118))) == "[102–117]"
    assert str(marks([1, 2, 8, 9, 10, 11, 40])) == "[1] [2] [8–11] [40]"
    sparse = Text("“The quay is closed.”").append_text(marks(range(95, 140, 2)))
    assert all(
        line.count("[") == line.count("]") for line in page([sparse], width=31, color=False).splitlines()
    )


def test_width_is_eighty_unless_said_otherwise() -> None:
    """Without a width the page is made for 80 columns, whatever the environment says."""
    assert terminal(harbour_briefing()) == terminal(harbour_briefing(), width=80)


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS, NO_COLOR and FORCE_COLOR are the caller's business."""
    plain, bright = terminal(harbour_briefing()), terminal(harbour_briefing(), color=True)
    for name, value in (("COLUMNS", "33"), ("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert terminal(harbour_briefing()) == plain
    assert terminal(harbour_briefing(), color=True) == bright


def test_without_colour_there_are_no_control_characters() -> None:
    """The plain page holds newlines and visible characters only."""
    page = terminal(harbour_briefing())
    assert {c for c in page if unicodedata.category(c) == "Cc"} == {"\n"}
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


def test_colour_changes_nothing_but_the_colour() -> None:
    """With its colours taken out, the coloured page is the plain one."""
    bright = terminal(harbour_briefing(), color=True)
    assert "\x1b[" in bright
    bare = "\n".join(line.rstrip() for line in SGR.sub("", bright).splitlines()) + "\n"
    assert bare == terminal(harbour_briefing())


def test_every_quote_is_shown_or_only_its_place() -> None:
    """The quotes stand under Sources; without evidence their places stand there alone."""
    assert f"“{POST_LEAD}”" in unwrapped(terminal(harbour_briefing()))
    short = unwrapped(terminal(harbour_briefing(), evidence=False)).split("Sources ──")[1]
    assert POST_LEAD not in short
    assert "[1] Harbour Post" in short
    assert "characters 39–160" in short


def test_a_quote_that_stands_in_the_text_is_not_printed_again() -> None:
    """Its number leads to its place; what was worded otherwise has its quote there."""
    briefing = harbour_briefing()
    text, sources = (unwrapped(part) for part in terminal(briefing).split("Sources ──"))
    quotes = {piece.quote for claim in briefing.claims for piece in claim.evidence}
    said = {quote for quote in quotes if f"“{quote}”" in text}
    cited = {quote for quote in quotes - said if f"“{quote}”" in sources}
    assert said
    assert cited
    assert not [quote for quote in said if quote in sources]


def test_what_was_left_out_of_the_articles_comes_before_what_was_beside_them() -> None:
    """An editor looks for what is missing, and hardly for a page's furniture."""
    page = terminal(harbour_briefing()).split("Left out ──")[1]
    reasons = [line for line in page.split("How this was made")[0].splitlines() if re.match(r"\w", line)]
    assert len(reasons) > 1
    assert reasons[-1].startswith("On the page, but not the article")


def test_numbers_in_the_text_are_those_of_the_sources() -> None:
    """The numbers cited in the text are the numbers listed under Sources."""
    text, sources = terminal(harbour_briefing()).split("Sources ──")
    cited = set(re.findall(r"\[(\d+)\]", text.split("under Sources.")[1]))
    listed = set(re.findall(r"^\[(\d+)\]", sources, re.MULTILINE))
    assert cited == listed


def test_a_source_is_named_in_full_once() -> None:
    """A later note from the same article names its publisher and points to the first."""
    page = unwrapped(terminal(harbour_briefing()))
    assert "[6] Harbour Post · as [1] · characters 218–283 · checked mechanically" in page
    assert page.count("Harbour Post · Crane collapses at Brannock · 5 March 2025 · harbour-post.txt") == 1


def test_an_article_of_an_unnamed_publisher_goes_by_its_file_name() -> None:
    """Where nobody says who published an article its file's name stands in, and nothing is said twice."""
    briefing = harbour_briefing()
    path = "some/where/ferry-2023.md"
    articles = [
        a.model_copy(update={"path": path}) if a.path == "ferry-2023.md" else a for a in briefing.articles
    ]
    origins = [
        o.model_copy(update={"name": f"unnamed ({path})"}) if o.id == "o4" else o for o in briefing.origins
    ]
    page = unwrapped(terminal(briefing.model_copy(update={"articles": articles, "origins": origins})))
    assert "11 June 2023 · Brannock · ferry-2023.md “Ferry crews" in page
    assert "· Ferry strike ends, undated (some/where/ferry-2023.md)" in page
    assert "unnamed" not in page


def test_two_sides_stand_beside_each_other_where_there_is_room() -> None:
    """At 80 columns the two sides of a conflict share their lines; at 60 one follows the other."""
    beside = r"At least twelve people .*“Nine people were injured"
    assert re.search(beside, terminal(harbour_briefing(), width=80))
    assert not re.search(beside, terminal(harbour_briefing(), width=60))


def test_three_sides_follow_each_other() -> None:
    """More than two sides are set below each other at any width."""
    briefing = harbour_briefing()
    event = briefing.events[0]
    conflict = event.conflicts[0]
    third = conflict.sides[0].model_copy(update={"position": "A third view."})
    wider = conflict.model_copy(update={"sides": (*conflict.sides, third)})
    page = terminal(
        briefing.model_copy(update={"events": (event.model_copy(update={"conflicts": (wider,)}),)}), width=120
    )
    assert re.search(r"^   A third view\.\[1\]$", page, re.MULTILINE)


def test_standing_context_timeline_ledger_and_making_are_shown() -> None:
    """The page has every part that a reader is promised."""
    page = unwrapped(terminal(harbour_briefing(), width=120))
    for part in (
        "●● “The northern quay",
        "— 2 origins, in the words of Coast Radio",
        "≠ At least twelve",
        "Earlier ● The crane was built in 1998.",
        "Timeline 4 March 2025 A crane collapsed",
        "Northern Wire: 2 articles, 1 origin",
        "Not carried by the evidence · 1 claim",
        "Calls 41 calls, 3 answers from the cache, 2 re-asks",
        "Cost $0",
        "Time 6 min 12 s Made",
    ):
        assert part in page, part


def test_long_lists_say_how_many_were_folded() -> None:
    """More than six entries of one reason show six and the number of the others."""
    briefing = harbour_briefing()
    many = tuple(briefing.ledger[-1].model_copy(update={"detail": f"Detail {n}."}) for n in range(7))
    assert "… and 1 more entry, in the JSON" in terminal(briefing.model_copy(update={"ledger": many}))
    assert "Left out" not in terminal(briefing.model_copy(update={"ledger": ()}))


def test_an_event_of_which_little_is_known_is_shown_all_the_same() -> None:
    """An event with neither time, place nor points is a title, its sources and a lead."""
    briefing = harbour_briefing()
    bare = briefing.events[1].model_copy(update={"when": None, "where": None, "points": ()})
    quiet = briefing.model_copy(update={"events": (bare,)})
    start = "1. Ferry crews at Brannock walked out[1]\n\n“Ferry crews"
    assert start in terminal(quiet)
    assert "Reported in [^1]\n\n“Ferry crews" in quiet.to_markdown()


def test_the_only_source_of_an_event_is_named_once() -> None:
    """At its head, and in Markdown as there; where another tells any of it, each sentence names its own."""
    briefing = harbour_briefing()
    crane, ferry = briefing.events

    def above(*events: Event) -> str:
        page = unwrapped(terminal(briefing.model_copy(update={"events": events})))
        return page.partition("under Sources.")[2].partition("Sources")[0]

    assert above(ferry).count("ferry-2023.md") == 1
    assert "*11 June 2023 · Brannock* · ferry-2023\\.md · Reported in [^12]\n" in markdown(briefing)
    assert "pay rise of 4.5 percent.”[^13]\n" in markdown(briefing)
    mixed = ferry.model_copy(update={"points": (*ferry.points, crane.points[0])})
    assert "pay rise of 4.5 percent.”[2] — ferry-2023.md" in above(mixed)


def test_words_that_claim_to_be_quoted_are_attributed_even_if_altered() -> None:
    """A sentence marked as quoted names whom it claims to quote; the audit tells whether it does."""
    briefing = harbour_briefing()
    lead = briefing.events[1].lead[0].model_copy(update={"text": "Altered words."})
    event = briefing.events[1].model_copy(update={"lead": (lead,)})
    page = terminal(briefing.model_copy(update={"events": (event,)}))
    assert "Brannock · ferry-2023.md\n\n“Altered words.”[1]" in page
    uncited = terminal(briefing.model_copy(update={"events": (event,), "claims": ()}))
    assert "Altered words.\n" in uncited


def test_markup_in_the_text_is_not_obeyed() -> None:
    """Console markup, emoji codes and escapes in an article show as they are written."""
    page = terminal(everywhere(harbour_briefing(), "[red]x[/red] :smile: \x1b[31m"), width=120)
    assert "[red]x[/red] :smile: ␛[31m" in page


@settings(deadline=None, max_examples=30)
@given(hostile)
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    """Whatever articles and model wrote, the terminal gets colours from the renderer and nothing else."""
    briefing = everywhere(harbour_briefing(), text)
    assert {c for c in terminal(briefing) if unicodedata.category(c) in {"Cc", "Cs"}} == {"\n"}
    bright = SGR.sub("", terminal(briefing, color=True))
    assert {c for c in bright if unicodedata.category(c) in {"Cc", "Cs"}} == {"\n"}


def test_quotes_can_stand_below_the_sentences_that_rest_on_them() -> None:
    """Each comes with its number and source, and is not said again under Sources; what a sentence says itself isn't."""
    page = terminal(harbour_briefing(), beside=True, width=100)
    text, sources = page.split("Sources ──")
    above, below = text.split("A crane collapsed at the port of Brannock on 4 March 2025.[1][2][3][4]")
    assert "[1] Harbour Post, 5 March 2025: “A container crane collapsed" in unwrapped(below)
    assert "“A container crane" not in unwrapped(above) + unwrapped(sources)
    assert re.search(r"^ {6}\[8\] Evening Ledger, 6 March 2025$", text, re.MULTILINE)
    assert "[1] Harbour Post · Crane collapses" in unwrapped(sources)
    assert terminal(harbour_briefing(), beside=True, evidence=False) == terminal(
        harbour_briefing(), evidence=False
    )
    for line in page.splitlines():
        assert cell_len(line) <= 100


def test_what_each_stage_used_stands_in_a_table() -> None:
    """A line for each stage below the totals, and none where no model was asked."""
    briefing = harbour_briefing()
    page = terminal(briefing, width=200)
    assert re.search(r"^Stage +Time +Waiting +Calls +Tokens +Cost$", page, re.MULTILINE)
    assert re.search(r"^consolidate +1 min 12 s +0.0 s +1 call +1,234 in, 210 out +\$0$", page, re.MULTILINE)
    alone = briefing.run.model_copy(update={"usage_by_stage": {}})
    page = terminal(briefing.model_copy(update={"run": alone}), width=200)
    assert "Waiting" not in page
    assert "6 min 12 s (reading 0.3 s, summarise 5 min 0 s, consolidate 1 min 12 s)" in page


def test_what_there_is_of_several_events_is_listed_first() -> None:
    """With its number and day, in every format for reading; two events are seen at a glance."""
    briefing = harbour_briefing()
    first = briefing.events[0]
    more = tuple(
        first.model_copy(update={"id": f"e{n}", "title": f"Event {n}", "when": "2025-03-05"})
        for n in (1, 2, 3)
    )
    three = terminal(briefing.model_copy(update={"events": more})).partition("━")[0]
    assert [" ".join(line.split()) for line in three.splitlines() if re.match(r"\d\.", line)] == [
        f"{n}. Event {n} 5 March 2025" for n in (1, 2, 3)
    ]
    page = markdown(briefing.model_copy(update={"events": more})).partition("## 1")[0]
    assert "2. Event 2 — *5 March 2025*" in page
    two = briefing.model_copy(update={"events": more[:2]})
    assert "Event 2" not in terminal(two).partition("━")[0]
    assert "Event 2" not in markdown(two).partition("## 1")[0]


def test_an_outlet_that_only_its_own_first_lines_name_goes_by_that_name() -> None:
    """Its file says where it is, and not who it is; the list of articles has each name once."""
    briefing = harbour_briefing()
    origin = next(each for each in briefing.origins if len(each.article_ids) == 1)
    (key,) = origin.article_ids
    text = briefing.article(key).text
    name = text.splitlines()[0].strip("# ")
    articles = tuple(
        each.model_copy(update={"publisher": None, "title": name}) if each.id == key else each
        for each in briefing.articles
    )
    origins = tuple(
        each.model_copy(update={"name": name}) if each.id == origin.id else each for each in briefing.origins
    )
    page = unwrapped(terminal(briefing.model_copy(update={"articles": articles, "origins": origins})))
    file = briefing.article(key).name
    assert f"· {name}, " in page.split("Articles ──")[1]
    assert f"{name} ({file})" not in page.split("Sources ──")[0]
    assert f"{name} · {name}" not in page


@pytest.mark.parametrize(
    "line", ["The Deck: {}", "{}\n*Jane Doe, The Deck: the weekly for sailors, 3 May 2025*"]
)
def test_an_outlet_in_a_headline_or_a_signature_needs_no_file_beside_it(line: str) -> None:
    """Of the one article that it has, everybody sees whose it is."""
    briefing = harbour_briefing()
    origin = next(each for each in briefing.origins if len(each.article_ids) == 1)
    article = briefing.article(origin.article_ids[0])
    signed = article.model_copy(
        update={"publisher": None, "text": f"{line.format('A title')}\n{article.text}"}
    )
    briefing = briefing.model_copy(
        update={
            "articles": tuple(signed if each.id == article.id else each for each in briefing.articles),
            "origins": (origin.model_copy(update={"name": "The Deck"}),),
        }
    )
    page = unwrapped(terminal(briefing))
    assert "The Deck" in page
    assert f"The Deck ({article.name})" not in page.split("Articles ──")[0]


def test_copies_that_nobody_signed_have_no_agency() -> None:
    """Each side of a conflict goes by its own file's name alone."""
    texts = [f"The tram costs ${cost} million, the mayor of Sandel said. {COPIED}" for cost in (420, 450)]
    copies = [read_text(text, name=f"{name}.txt") for name, text in zip("ab", texts, strict=True)]
    page = unwrapped(brief(copies, settings=Settings.load(model="none", cache=False)).to_terminal())
    assert "unnamed publisher (a.txt): 2 articles, 1 origin" in page
    assert "unnamed publisher (a.txt) (" not in page


def test_articles_below_a_name_do_not_say_it_again() -> None:
    """Of an outlet with several articles the heading has it."""
    briefing = harbour_briefing()
    used = [each for each in briefing.articles if each.status is Status.USED and each.publisher]
    first, second = used[:2]
    same = second.model_copy(update={"publisher": first.publisher})
    articles = tuple(same if each.id == second.id else each for each in briefing.articles)
    both = briefing.origins[0].model_copy(
        update={"name": first.publisher, "article_ids": (first.id, second.id)}
    )
    told = unwrapped(terminal(briefing.model_copy(update={"articles": articles, "origins": (both,)})))
    listed = told.split("Articles ──")[1].split("Left out ──")[0]
    assert listed.count(str(first.publisher)) == 1
