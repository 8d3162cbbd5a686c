"""Which events articles report and what each is called, as far as that needs no two claims compared."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.consolidate.assign import told_of
from conspectus.consolidate.ground import ground_of
from conspectus.consolidate.prose.compose import room
from conspectus.consolidate.prose.material import materials
from conspectus.consolidate.prose.reports import Reports
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
    groups, unselected = told_of(articles, summaries, ground)
    drafts, reports = materials(groups, Reports.of(articles, summaries, ground), unselected, clauses=False)
    teller = Teller(reports, room("standard", max_points))
    return tuple(teller.outline(number, draft) for number, draft in enumerate(drafts, start=1))
