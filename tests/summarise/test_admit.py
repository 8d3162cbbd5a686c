"""Drafts become claims with evidence, the source's own words, or ledger entries: never anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.model.evidence import ClaimKind, Verification, claim_id
from conspectus.model.ledger import Reason, Subject
from conspectus.summarise.admit import admit, complaints, make_claim, quoted_claim, without_markup
from conspectus.summarise.drafts import ClaimDraft
from conspectus.text.lines import one_line
from conspectus.verification.citing import carries, sentence
from tests.support.articles import DAM, number_of, written

CRACK = "Engineers had found a crack of 14 centimetres in the second pillar."
CORE = '"It does not reach the core," said Bruno Fasel, who led the inspection.'
FARMS = "At least 60 farms below the dam were without water for a week."


def draft(text: str, quote: str, *ids: int, speaker: str | None = None) -> ClaimDraft:
    """A claim as a model might give it."""
    return ClaimDraft(
        text=text, kind=ClaimKind.FACT, attributed_to=speaker, sentence_ids=list(ids), quote=quote
    )


def test_a_claim_that_its_quote_carries_passes() -> None:
    """Its evidence is the quote where it stands, and its id follows from its content."""
    admission = admit(draft("Engineers found a crack of 14 centimetres.", "a crack of 14 centimetres"), DAM)
    claim = admission.claim
    assert claim is not None
    assert admission.ledger == ()
    (piece,) = claim.evidence
    assert DAM.text[piece.start : piece.end] == piece.quote
    assert claim.verified is Verification.MECHANICAL
    assert claim.id == claim_id(claim.text, None, claim.evidence)


def test_the_sources_own_words_are_called_quoted() -> None:
    """White space and typography aside."""
    claim = admit(draft(CRACK.replace(" crack", "\n crack"), CRACK), DAM).claim
    assert claim is not None
    assert claim.text == CRACK
    assert claim.verified is Verification.QUOTED


def test_a_quote_that_is_not_there_goes_into_the_ledger() -> None:
    """There is no claim, and the entry has the wording and the reason."""
    admission = admit(draft("A crack of 15 centimetres was found.", "a crack of 15 centimetres"), DAM)
    assert admission.claim is None
    (entry,) = admission.ledger
    assert (entry.subject, entry.reason) == (Subject.CLAIM, Reason.UNSUPPORTED)
    assert entry.text == "A crack of 15 centimetres was found."
    assert "does not contain" in entry.detail


@pytest.mark.parametrize(
    "text",
    [
        "Engineers found a crack of 15 centimetres in the second pillar.",
        "Engineers found a crack of 14 centimetres in the third pillar.",
        "Engineers found no crack of 14 centimetres in the second pillar.",
        "Engineers from Basel found a crack of 14 centimetres in the second pillar.",
    ],
)
def test_what_the_quote_does_not_carry_is_said_in_the_sources_words(text: str) -> None:
    """The sentence that was quoted takes its place, and the ledger keeps the wording and why."""
    admission = admit(draft(text, CRACK), DAM)
    assert admission.claim is not None
    assert admission.claim.text == CRACK
    assert admission.claim.verified is Verification.QUOTED
    (entry,) = admission.ledger
    assert entry.text == text
    assert entry.detail.startswith("replaced by the source's own words: ")
    assert entry.sentence_ids == (number_of(DAM, "14 centimetres"),)


def test_a_quote_is_widened_to_its_sentence_before_it_is_given_up() -> None:
    """A quote cut too short to carry its claim grows to the sentence that does."""
    claim = admit(
        draft("At least 60 farms were without water for a week.", "60 farms below the dam"), DAM
    ).claim
    assert claim is not None
    assert [piece.quote for piece in claim.evidence] == [FARMS]


def test_the_prompts_own_numbers_are_no_part_of_a_quote() -> None:
    """A quote copied along with its "S6: " is the quote; nothing else is forgiven."""
    labelled = draft(CRACK, f"S6: {CRACK}")
    assert complaints([labelled], DAM) == []
    claim = admit(labelled, DAM).claim
    assert claim is not None
    assert claim.evidence[0].quote == CRACK
    assert admit(draft(CRACK, f"Sentence 6: {CRACK}"), DAM).claim is None


def test_named_sentences_count_as_evidence_too() -> None:
    """A claim on two sentences cites both when the model named the second."""
    text = "Engineers found a crack of 14 centimetres, and at least 60 farms were without water for a week."
    alone = admit(draft(text, CRACK), DAM)
    both = admit(draft(text, CRACK, number_of(DAM, "60 farms")), DAM)
    assert alone.claim is not None
    assert alone.claim.text == CRACK
    assert both.claim is not None
    assert [piece.quote for piece in both.claim.evidence] == [CRACK, FARMS]
    assert both.ledger == ()


def test_no_more_than_two_named_sentences_are_added() -> None:
    """A claim that needs half the article is not atomic."""
    everything = [sentence.id for sentence in DAM.sentences]
    text = "Bruno Fasel led the inspection, and at least 60 farms were without water until 2027."
    admission = admit(draft(text, CRACK, *everything), DAM)
    assert admission.claim is not None
    assert admission.claim.text == CRACK


def test_a_dropped_hedge_is_put_back_in_the_sources_words() -> None:
    """ "At least" and "reportedly" outside the quote count as if they stood in it."""
    for text, quote, whole in (
        ("60 farms were without water for a week.", "60 farms below the dam were without water", FARMS),
        (
            "The river authority plans to replace the pillar in 2027.",
            "plans to replace the pillar in 2027",
            "The river authority reportedly plans to replace the pillar in 2027.",
        ),
    ):
        claim = admit(draft(text, quote), DAM).claim
        assert claim is not None
        assert claim.text == whole


@pytest.mark.parametrize(
    "text", ["It does not reach the core.", "The crack does not reach the core, Bruno Fasel said."]
)
def test_a_speaker_outside_the_quote_becomes_evidence(text: str) -> None:
    """What a reader is told to have been said by somebody has that somebody in the words they can open."""
    claim = admit(draft(text, "It does not reach the core", speaker="Bruno Fasel"), DAM).claim
    assert claim is not None
    assert claim.attributed_to == "Bruno Fasel"
    assert [piece.quote for piece in claim.evidence] == [CORE]


def test_an_invented_speaker_does_not_stand() -> None:
    """The source's sentence does, and names nobody of its own accord."""
    for speaker in ("Greta Moll", "the mayor of Orle"):
        admission = admit(draft(CRACK, CRACK, speaker=speaker), DAM)
        assert admission.claim is not None
        assert admission.claim.attributed_to is None
        assert len(admission.ledger) == 1


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_claim_is_no_claim(text: str) -> None:
    """It is complained of, and then ledgered without wording."""
    empty = draft(text, CRACK)
    assert complaints([empty], DAM) == ["claims[0].text: The statement is empty."]
    admission = admit(empty, DAM)
    assert admission.claim is None
    assert admission.ledger[0].reason is Reason.UNSUPPORTED


def test_a_quote_of_two_sentences_stays_one_quotation() -> None:
    """Where its claim fails, both sentences stand in for it, as one piece of the article."""
    admission = admit(draft("Engineers found a crack of 15 centimetres.", f"{CRACK} {CORE}"), DAM)
    assert admission.claim is not None
    (piece,) = admission.claim.evidence
    assert piece.quote == DAM.text[piece.start : piece.end] == f"{CRACK} {CORE}"
    assert admission.claim.verified is Verification.QUOTED


def test_complaints_name_the_claim_and_say_what_to_do() -> None:
    """Sound claims are passed over; the others are named by position."""
    told = complaints(
        [
            draft(CRACK, CRACK),
            draft("A bell was stolen.", "the bell was stolen"),
            draft("Engineers found a crack of 41 centimetres in the second pillar.", CRACK),
        ],
        DAM,
    )
    assert [line.partition(":")[0] for line in told] == ["claims[1].quote", "claims[2].text"]
    assert "Copy the quote" in told[0]
    assert "41 centimetres" in told[1]


def test_junk_and_headings_support_nothing() -> None:
    """A quote from what is not the article is refused like one that is not there."""
    page = written(
        "# Bell of Tarsk returned\n\nThe museum in Halden returned a bell of 90 kilos on Friday.\n\n"
        "Subscribe to the Halden Post for 3 crowns a week.\n",
        day="2025-05-17",
    )
    for quote in ("Bell of Tarsk returned", "for 3 crowns a week"):
        assert admit(draft(quote, quote), page).claim is None


def test_markup_is_left_out_where_the_words_stay() -> None:
    """Links and emphasis go; what a reader of the page sees stays, and is no longer called a quotation."""
    page = written(
        "The bell, says [the *Halden* Post](https://halden.example/bell), weighs **90 kilos** on land."
    )
    claim = quoted_claim(page, page.body[:1], ClaimKind.FIGURE)
    assert claim.text == "The bell, says the Halden Post, weighs 90 kilos on land."
    assert claim.verified is Verification.MECHANICAL
    assert claim.evidence[0].quote == page.sentence_text(page.body[0])


def test_without_markup_leaves_other_signs_alone() -> None:
    """A product of two numbers and a file name are no emphasis."""
    assert without_markup("2 * 3 * 4 and snake_case_name") == "2 * 3 * 4 and snake_case_name"
    assert without_markup("_No_ ![a bell](bell.png) __here__") == "No a bell here"
    assert without_markup("* Patch your printers. 2 * 3 - 4") == "Patch your printers. 2 * 3 - 4"


def test_one_line_and_ids_follow_from_content() -> None:
    """White space is no content; speaker and evidence are."""
    assert one_line(" a\n\tb  c ") == "a b c"
    evidence = quoted_claim(DAM, DAM.body[:1], ClaimKind.FACT).evidence
    plain = make_claim("A gate.", evidence, verified=Verification.MECHANICAL)
    spoken = make_claim("A gate.", evidence, verified=Verification.MECHANICAL, attributed_to="Fasel")
    assert plain.id != spoken.id
    assert plain.id == make_claim("A gate.", evidence, verified=Verification.ENTAILMENT, score=0.9).id


@given(st.data())
@settings(deadline=None, max_examples=80)
def test_whatever_is_drafted_only_what_the_article_says_gets_through(data: st.DataObject) -> None:
    """Any mixture of true and altered pieces: quotes stand at their offsets, and the gate lets the text pass."""
    body = [DAM.sentence_text(sentence) for sentence in DAM.body]
    words = " ".join(body).split()
    start = data.draw(st.integers(0, len(words) - 2))
    quote = " ".join(words[start : start + data.draw(st.integers(1, 25))])
    text = data.draw(
        st.sampled_from([*body, quote, quote.replace("14", "15"), quote.replace(" not", ""), "", "!"])
    )
    ids = data.draw(st.lists(st.integers(-1, 12), max_size=4))
    speaker = data.draw(st.sampled_from([None, "Bruno Fasel", "the river authority", "Nobody"]))
    drafted = ClaimDraft(text=text, kind=ClaimKind.FACT, attributed_to=speaker, sentence_ids=ids, quote=quote)
    admission = admit(drafted, DAM)
    assert admission.claim is not None or admission.ledger
    if admission.claim is not None:
        assert all(DAM.text[piece.start : piece.end] == piece.quote for piece in admission.claim.evidence)
        printed = sentence(admission.claim).text
        assert carries(admission.claim.evidence, printed, {DAM.id: DAM.published})
        assert admission.claim.text == one_line(text) or admission.ledger
