"""When a sentence cites an anchor, and when it says what the anchor says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from conspectus.evaluation.cases import Anchor, Nugget
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Said
from conspectus.model.article import Article, Span
from conspectus.model.evidence import Evidence
from conspectus.text.normalise import fold
from conspectus.verification.evidence_search import Found, terms
from conspectus.verification.faithfulness import examine
from conspectus.verification.grounding import sentence_evidence

HALF = 0.5
"""The share of an anchor's characters that evidence covers, and of its words that a sentence has, to count."""


@lru_cache(maxsize=65536)
def _spans(text: str, quote: str) -> tuple[Span, ...]:
    found, start = [], text.find(quote)
    while start >= 0:
        found.append(Span(start=start, end=start + len(quote)))
        start = text.find(quote, start + 1)
    return tuple(found)


def cites(evidence: Sequence[Evidence], anchor: Anchor, case: LoadedCase) -> bool:
    """True where the evidence covers at least half of the anchor's characters, at one of its places."""
    return cites_words(evidence, anchor.quote, case.articles[anchor.file])


def cites_words(evidence: Sequence[Evidence], quote: str, article: Article) -> bool:
    """True where the evidence covers at least half of the quote's characters, at one of its places in the article."""
    mine = [piece.span for piece in evidence if piece.article_id == article.id]
    return any(_share(place, mine) >= HALF for place in _spans(article.text, quote))


def _share(place: Span, spans: Sequence[Span]) -> float:
    covered = {
        offset
        for span in spans
        if span.overlaps(place)
        for offset in range(max(span.start, place.start), min(span.end, place.end))
    }
    return len(covered) / (place.end - place.start)


@lru_cache(maxsize=65536)
def _terms(text: str) -> frozenset[str]:
    return terms(text)


def words_of(text: str, wanted: str) -> float:
    """The share (0–1) of what `wanted` is found by (stems, names, numbers) that the text has; 1 where nothing is."""
    looked_for = _terms(wanted)
    return len(looked_for & _terms(text)) / len(looked_for) if looked_for else 1.0


def covers(said: Said, nugget: Nugget, case: LoadedCase) -> bool:
    """True where the sentence cites one of the nugget's anchors and says it too.

    It says it where it has half of the words of the anchor it cites, or of the nugget's own. Evidence that is longer
    than the sentence doesn't count for what the sentence leaves out.
    """
    return any(
        cites(said.evidence, anchor, case)
        and max(words_of(said.text, anchor.quote), words_of(said.text, nugget.text)) >= HALF
        for anchor in nugget.anchors
    )


def carried(text: str, evidence: Sequence[Evidence], case: LoadedCase) -> bool:
    """True where the mechanical gate lets the text pass for this evidence; False where there is none.

    In languages that the gate compares only in part, half of the text's words have to stand in the evidence too.
    """
    pieces = [piece for piece in evidence if piece.article_id in case.by_id]
    if not pieces:
        return False
    articles = [case.by_id[piece.article_id] for piece in pieces]
    return _passes(
        text,
        tuple(piece.quote for piece in pieces),
        tuple(article.published for article in articles),
        tuple(
            dict.fromkeys(
                _around(article, piece.span) for article, piece in zip(articles, pieces, strict=True)
            )
        ),
    )


@lru_cache(maxsize=65536)
def _passes(
    text: str, quotes: tuple[str, ...], published: tuple[object, ...], known: tuple[str, ...]
) -> bool:
    verdict = examine(text, quotes, published=published, known=[k for k in known if k])  # type: ignore[arg-type]
    # Where the gate notes what it could not compare, a pass alone says little: other words are another subject.
    return verdict.supported and (not verdict.notes or words_of(" ".join(quotes), text) >= HALF)


def _around(article: Article, span: Span) -> str:
    """The body's sentence before the span: whom a pronoun in the evidence stands for."""
    before = [sentence for sentence in article.body if sentence.span.end <= span.start]
    return article.sentence_text(before[-1]) if before else ""


def whole_sentences(found: Found) -> tuple[Evidence, ...]:
    """The sentences that were found, as evidence."""
    return tuple(
        piece for place in found.places for piece in sentence_evidence(place.article, [place.sentence.id])
    )


def grounded(piece: Evidence, case: LoadedCase) -> bool:
    """True where the quote stands at its offsets in its article, typography aside."""
    article = case.by_id.get(piece.article_id)
    return article is not None and fold(piece.span.of(article.text)).text == fold(piece.quote).text
