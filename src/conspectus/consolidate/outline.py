"""Which events articles report and what each is called, as far as that needs no two claims compared."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.consolidate.agreement.witnesses import joined, witnesses
from conspectus.consolidate.assign import assign
from conspectus.consolidate.ground import ground_of
from conspectus.consolidate.prose.compose import room
from conspectus.consolidate.prose.material import materials
from conspectus.consolidate.prose.telling import Teller
from conspectus.model.article import Article
from conspectus.model.briefing import Event
from conspectus.model.summary import ArticleSummary


def outlined(
    articles: Sequence[Article],
    summaries: Sequence[ArticleSummary],
    *,
    max_points: int,
    settled: Sequence[Sequence[str]] = (),
) -> tuple[Event, ...]:
    """The events that the articles report, each with title, time, place, certainty and what opens it.

    They are those of `consolidate` without a model, in its order. `settled` are events (article ids) that stay as they
    are.
    """
    ground = ground_of(articles, settled)
    origin_of = {article_id: origin.id for origin in ground.origins for article_id in origin.article_ids}
    published = {article.id: article.published for article in articles}
    by_id = {article.id: article for article in articles}
    position = {claim.id: place for summary in summaries for place, claim in enumerate(summary.claims)}
    spare = witnesses(articles, summaries, ground.sentences)
    unselected = frozenset(claim.id for summary in spare for claim in summary.claims)
    groups = assign(articles, joined(summaries, spare), ground)
    drafts = materials(groups, by_id, origin_of, published, position, unselected, clauses=False)
    places = {each.article_id: [event.where for event in each.events if event.where] for each in summaries}
    teller = Teller(by_id, published, origin_of, position, places, room("standard", max_points))
    return tuple(teller.outline(number, draft) for number, draft in enumerate(drafts, start=1))
