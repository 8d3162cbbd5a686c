"""Sentences that no summary chose."""

from __future__ import annotations

from conspectus.consolidate import consolidate
from conspectus.consolidate.agreement.witnesses import MOST, quotable, witnesses
from conspectus.consolidate.prose.account import cited_claims
from conspectus.model.briefing import ConflictKind
from conspectus.model.evidence import Verification
from conspectus.model.summary import ArticleSummary
from tests.support.articles import said, written

ONE = written(
    "The mill in Varn burned down on Monday. The police counted nine injured people at the mill in Varn.",
    outlet="Varn Post",
    day="2025-03-10",
)
TWO = written(
    "Flames destroyed the mill in Varn on Monday. The hospital counted 14 injured people at the mill in Varn.",
    outlet="Lend Radio",
    day="2025-03-10",
)
SUMMARIES = [
    ArticleSummary(article_id=ONE.id, claims=(said(ONE, "The mill in Varn burned down on Monday."),)),
    ArticleSummary(article_id=TWO.id, claims=(said(TWO, "Flames destroyed the mill in Varn on Monday."),)),
]

SENTENCES = {article.id: quotable(article) for article in (ONE, TWO)}


def test_what_a_summary_touches_is_no_witness() -> None:
    """The others stand in their own words."""
    texts = [[claim.text for claim in each.claims] for each in witnesses([ONE, TWO], SUMMARIES, SENTENCES)]
    assert texts == [
        ["The police counted nine injured people at the mill in Varn."],
        ["The hospital counted 14 injured people at the mill in Varn."],
    ]
    assert all(
        claim.verified is Verification.QUOTED
        for each in witnesses([ONE, TWO], SUMMARIES, SENTENCES)
        for claim in each.claims
    )


async def test_a_conflict_is_found_though_no_summary_chose_its_sides() -> None:
    """Both sides are among the briefing's claims."""
    result = await consolidate([ONE, TWO], SUMMARIES, None, max_points=5)
    (conflict,) = result.events[0].conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert conflict.question == "How many people were injured (Varn)?"
    cited = cited_claims(result.events)
    assert {each for side in conflict.sides for each in side.claim_ids} <= {
        claim.id for claim in result.claims
    }
    assert all(claim.id in cited for claim in result.claims if "counted" in claim.text)


async def test_a_witness_is_quoted_where_there_is_room() -> None:
    """After what a summary chose; one that gives no fact, or leans on what comes before it, is not even a claim."""
    sad = written(f"{ONE.text} It was a sad day for everybody there.", outlet="Varn Post", day="2025-03-10")
    summary = ArticleSummary(
        article_id=sad.id, claims=(said(sad, "The mill in Varn burned down on Monday."),)
    )
    (event,) = (made := await consolidate([sad], [summary], None, max_points=5)).events
    assert [point.text for point in (*event.lead, *event.points)] == [
        "The mill in Varn burned down on Monday.",
        "The police counted nine injured people at the mill in Varn.",
    ]
    assert len(made.claims) == 2


def test_a_very_long_article_bears_witness_with_its_beginning() -> None:
    """What each sentence is held against grows with the square of their number."""
    article = written("\n\n".join(f"The {n}th of the lamps was out on Monday." for n in range(MOST + 20)))
    told = {article.id: quotable(article)}
    (summary,) = witnesses([article], [ArticleSummary(article_id=article.id)], told)
    assert len(summary.claims) == MOST


async def test_a_witness_opens_an_event_that_nothing_else_opens() -> None:
    """What a summary chose may be said already by sentences with more facts."""
    page = written(
        "The mill burned. The mill in Varn burned on Monday and 14 people were hurt there, the police said.",
        outlet="Varn Post",
        day="2025-03-10",
    )
    summary = ArticleSummary(article_id=page.id, claims=(said(page, "The mill burned."),))
    (event,) = (await consolidate([page], [summary], None, max_points=1)).events
    assert "14 people" in event.lead[0].text
