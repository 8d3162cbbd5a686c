"""Sentences that no summary chose, as claims in their own words: they bear witness where articles differ or agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.model.article import Article
from conspectus.model.evidence import Claim, ClaimKind
from conspectus.model.summary import ArticleSummary
from conspectus.summarise.admit import quoted_claim

MOST = 500
"""Sentences of one article that can bear witness: each is held against all others, and no news report has more."""

_SHORTEST = 3
_LONGEST = 70


def quotable(article: Article) -> dict[int, Claim]:
    """The body sentences that can bear witness, each as a quoted claim, by their numbers.

    Questions, fragments and very long sentences are left out, and what stands behind the first `MOST`.
    """
    return {
        sentence.id: quoted_claim(article, [sentence], ClaimKind.FACT)
        for sentence in article.body[:MOST]
        if _usable(article.sentence_text(sentence))
    }


Withheld = Mapping[str, frozenset[int]]
"""By an article's id, the numbers of sentences on which nothing may rest."""
NOTHING_WITHHELD: Withheld = MappingProxyType({})


def allowed(
    articles: Sequence[Article], summaries: Sequence[ArticleSummary], withheld: Withheld
) -> tuple[ArticleSummary, ...]:
    """The summaries without the claims that rest on a withheld sentence."""
    if not withheld:
        return tuple(summaries)
    by_id = {article.id: article for article in articles}

    def may(claim: Claim) -> bool:
        return not any(
            sentence.id in withheld.get(piece.article_id, frozenset())
            for piece in claim.evidence
            for sentence in by_id[piece.article_id].touched(piece.span)
        )

    return tuple(each.model_copy(update={"claims": tuple(filter(may, each.claims))}) for each in summaries)


def witnesses(
    articles: Sequence[Article],
    summaries: Sequence[ArticleSummary],
    sentences: Mapping[str, Mapping[int, Claim]],
) -> tuple[ArticleSummary, ...]:
    """For each article those of its `quotable` sentences that no claim of its summary touches."""
    by_id = {article.id: article for article in articles}
    taken = {
        summary.article_id: {
            sentence.id
            for claim in summary.claims
            for piece in claim.evidence
            for sentence in by_id[summary.article_id].touched(piece.span)
        }
        for summary in summaries
        if summary.article_id in by_id
    }
    return tuple(
        ArticleSummary(
            article_id=article.id,
            claims=tuple(
                claim for number, claim in sentences[article.id].items() if number not in taken[article.id]
            ),
        )
        for article in articles
        if article.id in taken
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
