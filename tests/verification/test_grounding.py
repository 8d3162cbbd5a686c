"""Grounding: evidence from the body, or a complaint that says what is wrong."""

from __future__ import annotations

import pytest

from conspectus.model.article import Article, Junk, JunkReason, Role, Sentence, Span
from conspectus.model.evidence import Match
from conspectus.verification.grounding import Problem, containing_sentences, ground, sentence_evidence

TEXT = (
    "Ferries to stop\nNorsund Line will stop its ferries — for now. "
    "It carried 5,000 people. It carried 5,000 people. Read also: Norsund wins award. Photo by Ida."
)


def _sentence(number: int, words: str, role: Role = Role.BODY, skip: int = 0) -> Sentence:
    start = -1
    for _ in range(skip + 1):
        start = TEXT.index(words, start + 1)
    return Sentence(id=number, span=Span(start=start, end=start + len(words)), role=role)


ARTICLE = Article(
    id="a00000001",
    sha256=None,
    text=TEXT,
    sentences=(
        _sentence(1, "Ferries to stop", Role.HEADING),
        _sentence(2, "Norsund Line will stop its ferries — for now."),
        _sentence(3, "It carried 5,000 people."),
        _sentence(4, "It carried 5,000 people.", skip=1),
        _sentence(5, "Read also: Norsund wins award.", Role.JUNK),
        _sentence(6, "Photo by Ida."),
    ),
    junk=(Junk(span=_sentence(6, "Photo by Ida.").span, reason=JunkReason.PHOTO_CREDIT),),
)


def test_a_quote_becomes_evidence_with_the_articles_own_characters() -> None:
    """Evidence holds the raw slice, not the quote as it was given."""
    found = ground("Norsund Line will stop its ferries - for now.", ARTICLE)
    assert found.evidence is not None
    assert found.evidence.quote == "Norsund Line will stop its ferries — for now."
    assert TEXT[found.evidence.start : found.evidence.end] == found.evidence.quote
    assert found.evidence.match is Match.FOLDED
    assert found.evidence.article_id == "a00000001"
    assert found.complaint is None


def test_an_exact_quote_says_so() -> None:
    """Character for character is an exact match."""
    found = ground("will stop its ferries", ARTICLE)
    assert found.evidence is not None
    assert found.evidence.match is Match.EXACT


@pytest.mark.parametrize(
    "quote", ["“It carried 5,000 people.”", '"It carried 5,000 people."', "…It carried 5,000 people…"]
)
def test_marks_around_the_whole_quote_are_taken_off(quote: str) -> None:
    """Quotation marks and ellipses that a model adds do not hide a genuine quote."""
    found = ground(quote, ARTICLE)
    assert found.evidence is not None
    assert found.evidence.quote.startswith("It carried 5,000 people")


def test_the_named_sentence_is_preferred() -> None:
    """Of two places the one in the named sentence is taken; unknown numbers do no harm."""
    first = ground("It carried 5,000 people.", ARTICLE, [99])
    second = ground("It carried 5,000 people.", ARTICLE, [99, 4])
    assert first.evidence is not None
    assert second.evidence is not None
    assert first.evidence.start == ARTICLE.sentences[2].span.start
    assert second.evidence.start == ARTICLE.sentences[3].span.start


def test_the_very_characters_are_preferred_to_those_that_folding_makes_of_them() -> None:
    """Though others that are the same but for their typography stand first."""
    text = "“It sank – fast,” he said. He wrote: “It sank - fast.”"
    body = (Sentence(id=1, span=Span(start=0, end=len(text)), role=Role.BODY),)
    found = ground("It sank - fast", Article(id="a00000002", sha256=None, text=text, sentences=body))
    assert found.evidence is not None
    assert (found.evidence.start, found.evidence.match) == (text.rindex("It sank"), Match.EXACT)


@pytest.mark.parametrize(
    ("quote", "problem", "says"),
    [
        ("", Problem.EMPTY, "empty"),
        ("“…”", Problem.EMPTY, "empty"),
        ("It carried 6,000 people.", Problem.NOT_FOUND, "«It carried 5,000 people.»"),
        ("Norsund Line will not stop its ferries", Problem.NOT_FOUND, "word for word"),
        ("Ferries to stop", Problem.HEADING, "heading"),
        ("Norsund wins award", Problem.JUNK, "not part of the article"),
        ("Photo by Ida.", Problem.JUNK, "not part of the article"),
        ("zebra quartz", Problem.NOT_FOUND, "does not contain"),
    ],
)
def test_what_is_refused_and_why(quote: str, problem: Problem, says: str) -> None:
    """Each refusal names its problem in words that a model can act on."""
    found = ground(quote, ARTICLE)
    assert found.evidence is None
    assert found.problem is problem
    assert found.complaint is not None
    assert says in found.complaint


def test_the_hint_is_the_nearest_passage() -> None:
    """A quote that is nearly there comes back with the passage it was near."""
    assert ground("It carried 6,000 people.", ARTICLE).hint == "It carried 5,000 people."
    assert ground("zebra quartz", ARTICLE).hint is None


def test_whole_sentences_as_evidence() -> None:
    """Sentences of the body become evidence once each; headings, junk and unknown numbers don't."""
    found = sentence_evidence(ARTICLE, [4, 1, 5, 6, 2, 4, 99])
    assert [e.quote for e in found] == [
        "It carried 5,000 people.",
        "Norsund Line will stop its ferries — for now.",
    ]
    assert all(TEXT[e.start : e.end] == e.quote for e in found)


def test_context_is_the_sentences_that_a_span_touches() -> None:
    """The context of a quote is the full sentences of the body around it."""
    start = TEXT.index("ferries")
    end = TEXT.index("It carried") + 2
    assert containing_sentences(ARTICLE, Span(start=start, end=end)) == (
        "Norsund Line will stop its ferries — for now.",
        "It carried 5,000 people.",
    )
