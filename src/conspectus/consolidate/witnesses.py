"""Sentences that no summary chose, as claims in their own words: they bear witness where articles differ or agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conspectus.consolidate.agreement import Weighed
from conspectus.model.article import Article
from conspectus.model.evidence import ClaimKind
from conspectus.model.summary import ArticleSummary
from conspectus.summarise.admit import quoted_claim

_SHORTEST = 3
_LONGEST = 70


def witnesses(articles: Sequence[Article], summaries: Sequence[ArticleSummary]) -> tuple[ArticleSummary, ...]:
    """For each article the body sentences that no claim of its summary touches, each as a quoted claim.

    Questions, fragments and very long sentences are left out.
    """
    spans = {
        summary.article_id: [piece.span for claim in summary.claims for piece in claim.evidence]
        for summary in summaries
    }
    return tuple(
        ArticleSummary(
            article_id=article.id,
            claims=tuple(
                quoted_claim(article, [sentence], ClaimKind.FACT)
                for sentence in article.body
                if _usable(article.sentence_text(sentence))
                and not any(span.overlaps(sentence.span) for span in spans.get(article.id, ()))
            ),
        )
        for article in articles
        if article.id in spans
    )


def _usable(text: str) -> bool:
    return _SHORTEST <= len(text.split()) <= _LONGEST and not text.rstrip(" \"”’'").endswith(("?", ":"))


def joined(
    summaries: Sequence[ArticleSummary], spare: Sequence[ArticleSummary]
) -> tuple[ArticleSummary, ...]:
    """The summaries with the spare claims of the same articles behind their own."""
    more: Mapping[str, ArticleSummary] = {summary.article_id: summary for summary in spare}
    return tuple(
        summary.model_copy(update={"claims": (*summary.claims, *more[summary.article_id].claims)})
        if summary.article_id in more
        else summary
        for summary in summaries
    )


def parted(
    weighed: Sequence[Weighed], unselected: frozenset[str]
) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
    """The claims that a summary chose, and the others."""
    chosen = tuple(item for item in weighed if not item.was <= unselected)
    return chosen, tuple(item for item in weighed if item.was <= unselected)
