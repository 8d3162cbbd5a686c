"""The articles that an event is told from, with what is known of each and of its summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conspectus.caching import cached_property
from conspectus.consolidate.ground import Ground
from conspectus.model.article import Article
from conspectus.model.summary import ArticleSummary


@dataclass(frozen=True)
class Reports:
    """Articles by id, the origin of each, and what its summary adds.

    `position` is each claim's place in its article's summary, counted from 0; `places` are where the summaries of each
    article put its events.
    """

    articles: Mapping[str, Article]
    origin_of: Mapping[str, str]
    position: Mapping[str, int]
    places: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, articles: Sequence[Article], summaries: Sequence[ArticleSummary], ground: Ground) -> Reports:
        """These articles with their summaries, on their ground."""
        return cls(
            articles={article.id: article for article in articles},
            origin_of={key: origin.id for origin in ground.origins for key in origin.article_ids},
            position=positions(summaries),
            places={each.article_id: [one.where for one in each.events if one.where] for each in summaries},
        )

    @cached_property
    def published(self) -> Mapping[str, date | None]:
        """The publication date of each article."""
        return {key: article.published for key, article in self.articles.items()}

    @cached_property
    def languages(self) -> Mapping[str, str | None]:
        """The language of each article."""
        return {key: article.language for key, article in self.articles.items()}


def positions(summaries: Sequence[ArticleSummary]) -> dict[str, int]:
    """Each claim's place in its article's summary, counted from 0."""
    return {claim.id: place for summary in summaries for place, claim in enumerate(summary.claims)}
