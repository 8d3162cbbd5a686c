"""Which event a claim belongs to: its article's, one that it looks back at, or the background."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.assign import EventClaims, assign
from conspectus.consolidate.ground import ground_of
from conspectus.model.article import Article
from conspectus.model.summary import ArticleSummary
from conspectus.summarise import summarise
from conspectus.text.chronology import Window
from tests.support.articles import written

THEN = written(
    "A ferry ran aground off Sundby on Tuesday with 120 people aboard, the coastguard said.\n\n"
    "The ferry Petrel was freed by two tugs in the evening.",
    outlet="Sundby Herald",
    day="2024-04-10",
    title="Ferry Petrel runs aground off Sundby",
)
NOW = written(
    "The ferry Petrel ran aground off Sundby on Friday with 80 people aboard, the coastguard said.\n\n"
    "In April 2024 the same ferry lay on a sandbank there for eight hours.\n\n"
    "In June 1998 a ferry sank off Sundby.",
    outlet="Coast Radio",
    day="2025-09-20",
    title="Ferry Petrel aground off Sundby again",
)


async def assigned(*articles: Article) -> list[EventClaims]:
    """The events of the articles, each sentence a claim."""
    summaries = [await summarise(article, None, max_output_tokens=100) for article in articles]
    return list(assign(articles, summaries, ground_of(articles)))


def words(claims: tuple[object, ...]) -> list[str]:
    """The first four words of each claim."""
    return [" ".join(str(getattr(claim, "text", "")).split()[:4]) for claim in claims]


async def test_a_claim_about_an_earlier_event_goes_there() -> None:
    """Without its article, whose news it is not; what no article reports is background."""
    then, now = await assigned(THEN, NOW)
    assert then.article_ids == (THEN.id,)
    assert "In April 2024 the" in words(then.claims)
    assert words(then.context) == []
    assert now.article_ids == (NOW.id,)
    assert words(now.claims) == ["The ferry Petrel ran"]
    assert words(now.context) == ["In June 1998 a"]


async def test_an_undated_report_looks_back_from_the_day_that_another_tells() -> None:
    """An agency's copy names no year; what it tells of 1998 is background all the same."""
    wire = written(
        "The ferry Petrel ran aground off Sundby on Friday, the coastguard said. Ilse Brandt was at the helm.\n\n"
        "In June 1998 a ferry sank off Sundby.\n\nThe ferry Petrel carries 120 people.",
        outlet="Norrey Press Agency",
    )
    dated = written(
        "The ferry Petrel ran aground off Sundby on Friday with 80 people aboard, the coastguard said.",
        outlet="Coast Radio",
        day="2025-09-20",
    )
    (event,) = await assigned(dated, wire)
    assert words(event.context) == ["In June 1998 a"]
    assert "The ferry Petrel carries" in words(event.claims)


async def test_what_an_undated_report_tells_of_another_event_stays_with_it() -> None:
    """Whether it is news of that event or of its own, it does not say."""
    wire = written(
        "The ferry Petrel ran aground off Sundby on Friday with 80 people aboard, the coastguard said.\n\n"
        "In April 2024 the same ferry lay on a sandbank there for eight hours.",
        outlet="Norrey Press Agency",
    )
    events = await assigned(THEN, NOW, wire)
    home = next(event for event in events if wire.id in event.article_ids)
    assert wire.id in {
        claim.article_ids[0] for claim in home.claims if claim.text.startswith("In April 2024")
    }


async def test_a_year_alone_ties_nothing_together() -> None:
    """What is recalled of a time is no part of what others report of that time elsewhere."""
    bread = written(
        "Bakers in Arden raised the price of rye bread to 4 crowns on Tuesday, Ilse Brandt said.",
        outlet="Arden Echo",
        day="2024-04-10",
        title="Rye bread at 4 crowns",
    )
    there, now = await assigned(bread, NOW)
    assert words(there.claims) == ["Bakers in Arden raised"]
    assert words(now.context) == ["In April 2024 the", "In June 1998 a"]


async def test_what_no_article_here_reports_is_background() -> None:
    """With the later article alone, both earlier times are."""
    (now,) = await assigned(NOW)
    assert words(now.claims) == ["The ferry Petrel ran"]
    assert words(now.context) == ["In April 2024 the", "In June 1998 a"]
    assert now.when == Window(date(2025, 9, 19), date(2025, 9, 19))


async def test_an_event_of_which_all_is_recalled_leads_with_that() -> None:
    """It has nothing else to lead with, and says nothing twice."""
    history = written("In June 1998 a ferry sank off Sundby with 9 people aboard.", day="2025-09-20")
    (event,) = await assigned(history)
    assert words(event.claims) == ["In June 1998 a"]
    assert event.context == ()


@pytest.mark.parametrize("order", [1, -1])
async def test_no_claim_is_lost_or_doubled(order: int) -> None:
    """Whatever the order of the articles, each claim is in one place."""
    articles = (THEN, NOW)[::order]
    events = await assigned(*articles)
    found = [claim.id for event in events for claim in (*event.claims, *event.context)]
    assert len(found) == len(set(found)) == 5


async def test_an_article_without_claims_makes_no_event() -> None:
    """There is nothing to say of it; a summary that is missing is an empty one."""
    assert assign([THEN], [ArticleSummary(article_id=THEN.id)], ground_of([THEN])) == ()
    assert assign([THEN], [], ground_of([THEN])) == ()
    assert assign([], [], ground_of([])) == ()
