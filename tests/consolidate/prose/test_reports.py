"""What is known of the articles that an event is told from."""

from __future__ import annotations

from conspectus.consolidate.ground import ground_of
from conspectus.consolidate.prose.reports import Reports
from conspectus.summarise import summarise
from tests.support.articles import written


async def test_reports_say_when_where_and_by_whom() -> None:
    """Each article has its day, language and origin, and each claim its place in its own summary."""
    pages = [
        written(
            "A lock burst at Varn on Monday.\n\nNine boats sank at Varn.", day="2025-03-12", outlet="Mail"
        ),
        written("A lock near Orle held, its keeper said.", day="2025-03-13", outlet="Post"),
    ]
    summaries = [await summarise(page, None, max_output_tokens=1) for page in pages]
    reports = Reports.of(pages, summaries, ground_of(pages))
    assert reports.published == {page.id: page.published for page in pages}
    assert reports.languages == {page.id: page.language for page in pages}
    assert len({reports.origin_of[page.id] for page in pages}) == 2
    for summary in summaries:
        assert [reports.position[claim.id] for claim in summary.claims] == list(range(len(summary.claims)))
