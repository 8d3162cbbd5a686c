"""Quotes become evidence, or a complaint that a model can act on. Nothing in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from conspectus.model.article import Article, Role, Sentence, Span
from conspectus.model.base import Frozen
from conspectus.model.evidence import Evidence, Match
from conspectus.text.align import Aligner, Alignment

_WRAPPING = "\"'“”‘’«»„‚`…. \t\r\n"
_JUNK_WORDS = {
    Role.JUNK: "is on the page but is not part of the article",
    Role.HEADING: "is a heading, and a heading supports nothing",
}


class Problem(StrEnum):
    """Why a quote did not become evidence."""

    EMPTY = "empty"
    """It has no letter and no digit."""
    NOT_FOUND = "not_found"
    """The article does not contain these words."""
    JUNK = "junk"
    """They stand in what was marked as not the article."""
    HEADING = "heading"
    """They stand in a heading."""


class Grounding(Frozen):
    """Either `evidence`, or `problem` and `complaint` with a `hint` where something similar was found.

    `complaint` is a sentence for the model that gave the quote; it already contains the hint.
    """

    evidence: Evidence | None = None
    problem: Problem | None = None
    complaint: str | None = None
    hint: str | None = None


@lru_cache(maxsize=16)
def aligner(text: str) -> Aligner:
    """The aligner of a text; the last 16 texts' are kept, for all that is asked of an article is asked at once."""
    return Aligner(text)


def ground(quote: str, article: Article, sentence_ids: Iterable[int] = ()) -> Grounding:
    """The quote as evidence from the article's body, or the complaint that says why it is not.

    Of several places where the quote stands, one in the named sentences is preferred to the first in the
    body; sentence numbers that do not exist are ignored. Quotation marks and ellipses around the whole
    quote, which models like to add, are taken off where the quote is not found with them.
    """
    if not any(character.isalnum() for character in quote):
        return Grounding(problem=Problem.EMPTY, complaint="The quote is empty: copy the article's words.")
    found = _all_matches(quote, article)
    if not found:
        return _not_found(quote, article)
    sound = [alignment for alignment in found if _flaw(alignment.span, article) is None]
    if not sound:
        return _refused(quote, found[0].span, article)
    chosen = _preferred(sound, _sentences(article, sentence_ids))
    return Grounding(evidence=_evidence(article, chosen.span, chosen.match))


def sentence_evidence(article: Article, sentence_ids: Iterable[int]) -> tuple[Evidence, ...]:
    """Whole sentences of the article's body as evidence, in the order given, each once.

    Numbers of headings, of junk and of sentences that do not exist are left out.
    """
    chosen = (s for s in _sentences(article, sentence_ids) if s.role is Role.BODY)
    return tuple(
        _evidence(article, sentence.span, Match.EXACT)
        for sentence in chosen
        if article.sentence_text(sentence).strip() and _flaw(sentence.span, article) is None
    )


def containing_sentences(article: Article, span: Span) -> tuple[str, ...]:
    """The full sentences of the body that a span touches, in order: a quote's `context` for `examine`."""
    return tuple(article.sentence_text(s) for s in article.touched(span) if s.role is Role.BODY)


def _all_matches(quote: str, article: Article) -> tuple[Alignment, ...]:
    found = aligner(article.text).find_all(quote)
    bare = quote.strip(_WRAPPING)
    return found or (aligner(article.text).find_all(bare) if bare != quote else ())


def _not_found(quote: str, article: Article) -> Grounding:
    hint = aligner(article.text).hint(quote)
    nearest = f" The nearest passage reads: «{hint}»" if hint else ""
    return Grounding(
        problem=Problem.NOT_FOUND,
        complaint=f"The article does not contain the words «{quote.strip()}». "
        f"Copy the quote from it word for word, digit for digit.{nearest}",
        hint=hint,
    )


def _refused(quote: str, span: Span, article: Article) -> Grounding:
    role = _flaw(span, article) or Role.JUNK
    return Grounding(
        problem=Problem.HEADING if role is Role.HEADING else Problem.JUNK,
        complaint=f"The quote «{quote.strip()}» {_JUNK_WORDS[role]}. Quote a sentence of the body instead.",
    )


def _flaw(span: Span, article: Article) -> Role | None:
    """The role that keeps the span from being evidence, or None where it lies in the body alone."""
    if any(junk.span.overlaps(span) for junk in article.junk):
        return Role.JUNK
    touched = {sentence.role for sentence in article.touched(span)}
    return next((role for role in (Role.JUNK, Role.HEADING) if role in touched), None)


def _sentences(article: Article, sentence_ids: Iterable[int]) -> list[Sentence]:
    found = (article.sentence(sentence_id) for sentence_id in dict.fromkeys(sentence_ids))
    return [sentence for sentence in found if sentence is not None]


def _preferred(sound: Sequence[Alignment], named: Sequence[Sentence]) -> Alignment:
    def rank(alignment: Alignment) -> tuple[bool, bool, int]:
        elsewhere = not any(sentence.span.overlaps(alignment.span) for sentence in named)
        return elsewhere, alignment.match is not Match.EXACT, alignment.span.start

    return min(sound, key=rank)


def _evidence(article: Article, span: Span, match: Match) -> Evidence:
    return Evidence(
        article_id=article.id, start=span.start, end=span.end, quote=article.words(span), match=match
    )
