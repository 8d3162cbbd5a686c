"""The Markdown of a briefing."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from conspectus.model.briefing import AT_WHAT_TIME, ConflictKind, Copy, Standing
from conspectus.model.ledger import Reason
from conspectus.render import markdown
from tests.render.hostile import everywhere, hostile
from tests.support.briefings import POST, POST_CHIEF, POST_LEAD, harbour_briefing

MARK = re.compile(r"\[\^(\d+)\](?!:)")
NOTE = re.compile(r"^\[\^(\d+)\]: (.*)\n\n    > (.*)$", re.MULTILINE)


def rendered_html(source: str) -> str:
    """HTML as a footnote-aware renderer makes it."""
    renderer = MarkdownIt("commonmark", {"linkify": True, "html": True}).enable(["table", "linkify"])
    return str(renderer.use(footnote_plugin).render(source))


def test_what_could_not_be_used_is_named_once() -> None:
    """Also where the error says itself which article it is about."""
    briefing = harbour_briefing()
    failed = next(entry for entry in briefing.ledger if entry.reason is Reason.FAILED)
    said = failed.model_copy(update={"detail": "scan.pdf.txt: the file is empty"})
    ledger = tuple(said if entry is failed else entry for entry in briefing.ledger)
    source = unescape(markdown(briefing.model_copy(update={"ledger": ledger}))).replace("\\", "")
    assert "- scan.pdf.txt: the file is empty\n" in source


def test_every_mark_opens_a_note_and_every_note_is_marked() -> None:
    """Footnote marks and footnotes match one to one, numbered from 1 in order of first citation."""
    source = markdown(harbour_briefing())
    first_seen = list(dict.fromkeys(int(n) for n in MARK.findall(source)))
    assert first_seen == list(range(1, len(NOTE.findall(source)) + 1))


def test_a_note_gives_source_date_place_quote_and_check() -> None:
    """A footnote says who published the quote, when, where it stands, its exact words and its check."""
    notes = {quote: source for _, source, quote in NOTE.findall(markdown(harbour_briefing()))}
    assert notes[POST_LEAD] == (
        "Harbour Post, “Crane collapses at Brannock”, 5 March 2025 (harbour-post\\.txt, characters 39–160)"
        " — checked mechanically"
    )
    assert notes[POST_CHIEF].endswith("the source’s own words")


def test_every_sentence_is_there_with_its_citations() -> None:
    """Lead, points, context, timeline and both sides of a conflict are followed by footnote marks."""
    briefing = harbour_briefing()
    source = markdown(briefing)
    for event in briefing.events:
        sentences = [*event.lead, *event.points, *event.context, *event.timeline]
        texts = [s.text for s in sentences]
        texts += [side.position for conflict in event.conflicts for side in conflict.sides]
        for text in texts:
            assert re.search(re.escape(text) + r"[”’]?(?: — [^\n\[]*)?\[\^\d+\]", source), text


def test_a_sources_own_words_are_in_quotation_marks_and_attributed() -> None:
    """A quoted sentence stands in quotation marks with its publisher; others stand bare."""
    source = markdown(harbour_briefing())
    assert (
        "“The northern quay is closed until further notice, the port authority said.”[^5][^6] *●● 2 origins, "
        "in the words of Coast Radio, 5 March*" in source
    )
    assert f"‘{POST_CHIEF}’" in source
    assert "\nA crane collapsed at the port of Brannock on 4 March 2025." in source


def test_standing_is_marked_and_named() -> None:
    """Each point shows its standing as a mark and who carries it."""
    source = markdown(harbour_briefing())
    assert re.search(r"^- ●● .*\*2 origins, in the words of Coast Radio, 5 March\*$", source, re.MULTILINE)
    assert re.search(
        r"^- ● .*\*Northern Wire, in the words of Evening Ledger, 6 March\*$", source, re.MULTILINE
    )
    assert re.search(r"^- ≠ At least twelve .*\*Harbour Post, disputed, 5 March\*$", source, re.MULTILINE)
    assert re.search(r"^A crane collapsed .*2025\.(\[\^\d+\])+ \*●● 3 origins", source, re.MULTILINE)


def test_that_it_is_disputed_stands_behind_whose_words_it_has() -> None:
    """Not between an outlet and the file or the page that has it."""
    briefing = harbour_briefing()
    events = tuple(
        event.model_copy(
            update={
                "points": tuple(
                    each.model_copy(update={"standing": Standing.DISPUTED}) for each in event.points
                )
            }
        )
        for event in briefing.events
    )
    source = markdown(briefing.model_copy(update={"events": events}))
    assert "*Northern Wire, in the words of Evening Ledger, disputed, 6 March*" in source


def test_hearsay_is_called_so() -> None:
    """Behind who passes it on; what somebody stands by is not."""
    briefing = harbour_briefing()
    rumour = "Rumour has it that a crane collapsed at the port of Brannock."
    events = tuple(
        event.model_copy(
            update={"points": tuple(each.model_copy(update={"text": rumour}) for each in event.points)}
        )
        for event in briefing.events
    )
    assert markdown(briefing).count(", hearsay") == 0
    assert ", hearsay" in markdown(briefing.model_copy(update={"events": events}))


def test_a_conflict_over_an_hour_is_not_called_one_over_a_date() -> None:
    """Where the question is the time of a day; of another question the kind is said."""
    briefing = harbour_briefing()

    def asking(question: str) -> str:
        events = tuple(
            event.model_copy(
                update={
                    "conflicts": tuple(
                        each.model_copy(update={"question": question, "kind": ConflictKind.DATE})
                        for each in event.conflicts
                    )
                }
            )
            for event in briefing.events
        )
        return markdown(briefing.model_copy(update={"events": events}))

    assert "differ on a time of day." in asking(AT_WHAT_TIME)
    assert "differ on a date." in asking("When was it?")


def test_conflicts_stand_side_by_side() -> None:
    """The sides of a conflict are the columns of one table, with who says it and the quotes behind it."""
    html = rendered_html(markdown(harbour_briefing())).partition("How this was made")[0]
    assert html.count("<table>") == 1
    assert html.count("<th>") == 2
    assert re.search(
        r"<th>Harbour Post, 5 March, citing the port authority</th>\s*<th>Coast Radio, 5 March, citing", html
    )
    assert re.search(r"<td>“A container crane .*” — Harbour Post<sup", html)


def test_articles_are_grouped_by_origin() -> None:
    """A wire story carried twice is shown as two articles of one origin."""
    source = markdown(harbour_briefing())
    assert "- Northern Wire: 2 articles, 1 origin\n  - Evening Ledger" in source
    assert "7 articles, 5 used, 4 independent origins." in source


def test_a_copy_says_whose_words_it_has_and_what_it_adds() -> None:
    """In the list of articles, in a few words, in every format."""
    briefing = harbour_briefing()
    wire = next(origin for origin in briefing.origins if len(origin.article_ids) > 1)
    longer, shorter = (briefing.article(each) for each in wire.article_ids)
    added = shorter.body[0]
    copied = wire.model_copy(
        update={"copies": (Copy(article_id=shorter.id, of=longer.id, adds=(added.id,)),)}
    )
    others = tuple(origin for origin in briefing.origins if origin is not wire)
    told = briefing.model_copy(update={"origins": (copied, *others)})
    words = " ".join(shorter.sentence_text(added).split())[:40]
    for shown in (markdown(told), told.to_terminal(width=200), told.to_html()):
        plain = unescape(re.sub(r"\\|<[^>]*>|\s+", " ", shown)).replace("  ", " ")
        assert re.search(rf"mostly as {longer.publisher} ?, adds “{re.escape(words)}", plain), plain[-3000:]


def test_what_was_left_out_stands_with_its_reason_and_amount() -> None:
    """Every reason in the ledger has a heading with counts, and details that name article and sentences."""
    source = markdown(harbour_briefing())
    assert "**On the page, but not the article** (7 sentences)" in source
    assert "harbour-post\\.txt, sentences 2, 8: Reading time" in source
    assert "Its number 14 is not in the evidence. “Fourteen people were injured.”" in source
    assert "- copies/valley-courier\\.txt has the same text as valley-courier\\.txt" in source


def test_long_lists_are_folded_to_a_count() -> None:
    """More than six entries of one reason show six and the number of the others."""
    briefing = harbour_briefing()
    entry = briefing.ledger[-1]
    many = tuple(entry.model_copy(update={"detail": f"Detail {n}."}) for n in range(20))
    source = markdown(briefing.model_copy(update={"ledger": many}))
    assert "(20 claims)" in source
    assert source.count("Detail ") == 6
    assert "… and 14 more entries" in source


def test_an_empty_ledger_has_no_section() -> None:
    """Where nothing was left out nothing is said about it."""
    assert "Left out" not in markdown(harbour_briefing().model_copy(update={"ledger": ()}))


def test_an_unknown_cost_is_called_unknown() -> None:
    """A price that nobody knows is said to be unknown, never zero."""
    briefing = harbour_briefing()
    usage = briefing.run.usage.model_copy(update={"cost_usd": None})
    run = briefing.run.model_copy(
        update={"usage": usage, "endpoint": "https://api.example/v1", "prompts": {}}
    )
    source = markdown(briefing.model_copy(update={"run": run}))
    assert "- Cost: unknown" in source
    assert "at `https://api.example/v1`" in source


def test_a_run_without_a_model_says_who_did_the_work() -> None:
    """Where no model was asked, the page says that code chose among the sources' own sentences."""
    briefing = harbour_briefing()
    run = briefing.run.model_copy(update={"model": "none"})
    assert "- Model: none: code chose" in markdown(briefing.model_copy(update={"run": run}))


def test_a_claim_without_room_is_shown_in_its_words_alone() -> None:
    """The reason stands in the heading and is not repeated for each claim."""
    briefing = harbour_briefing()
    entry = briefing.ledger[-1].model_copy(update={"reason": Reason.OVER_BUDGET, "detail": "no room"})
    source = markdown(briefing.model_copy(update={"ledger": (entry,)}))
    assert "harbour-post\\.txt, sentence 3: “Fourteen people were injured.”" in source


def test_articles_without_a_known_origin_are_still_listed() -> None:
    """An article that no origin claims does not vanish from the list."""
    source = markdown(harbour_briefing().model_copy(update={"origins": ()}))
    assert "- Without a known origin\n  - Harbour Post" in source


def test_claims_and_articles_that_are_missing_do_not_stop_the_page() -> None:
    """A briefing that breaks its promises can still be looked at: ids stand for what is missing."""
    briefing = harbour_briefing().model_copy(update={"articles": ()})
    assert POST.id in markdown(briefing)
    assert "Crane collapsed" in markdown(briefing.model_copy(update={"claims": ()}))


@settings(deadline=None, max_examples=40)
@given(hostile)
@example("\x1f.")
def test_hostile_text_makes_no_link_image_html_or_footnote(text: str) -> None:
    """Whatever articles and model wrote, the page has only the blocks that the renderer made."""
    tame, wild = harbour_briefing(), everywhere(harbour_briefing(), text)
    parser = MarkdownIt("commonmark", {"linkify": True, "html": True}).enable(["table", "linkify"])
    parser.use(footnote_plugin)
    tokens = parser.parse(markdown(wild))
    kinds = [token.type for token in tokens] + [t.type for token in tokens for t in token.children or []]
    assert not {"html_block", "html_inline", "link_open", "image", "fence", "hr", "code_block"} & set(kinds)
    headings = [token.type for token in parser.parse(markdown(tame))].count("heading_open")
    assert kinds.count("heading_open") == headings


def test_what_each_stage_used_stands_in_a_table() -> None:
    """Time, waiting, calls, tokens with the cached ones apart, and cost; a stage that asked nothing has dashes."""
    page = markdown(harbour_briefing()).replace("\\", "")
    assert "| Stage | Time | Waiting | Calls | Tokens | Cost |\n| --- |" in page
    assert "| reading | 0.3 s | – | – | – | – |\n" in page
    assert (
        "| summarise | 5 min 0 s | 4 min 50 s | 40 calls, 3 answers from the cache, 2 re-asks "
        "| 50,000 in (12,000 of them cached), 3,000 out | $0 |\n"
    ) in page
