"""All of consolidation together: one account of what several articles report."""

from __future__ import annotations

from conspectus.consolidate import Consolidation, consolidate
from conspectus.consolidate.prose.account import cited_claims
from conspectus.evaluation.loading import load_cases
from conspectus.model.article import Article
from conspectus.model.briefing import Standing
from conspectus.model.ledger import Reason
from conspectus.model.summary import ArticleSummary, ReportedEvent
from conspectus.summarise import summarise
from tests.support.articles import DAM, ROOT, said, written
from tests.support.scripted import ScriptedEndpoint, choice, prompt_of, reply, scripted_settings

FIRST = written(
    "Thieves took nine bronze coins from the museum in Varn on Friday night.\n\n"
    "Police arrested two men at the station of Varn on Saturday, the museum's director said.",
    outlet="Varn Post",
    day="2025-02-03",
    title="Nine bronze coins taken from Varn museum",
)
SECOND = written(
    "On Friday night thieves took nine bronze coins from the museum in Varn.\n\n"
    "The coins, which are worth 40,000 crowns, had been found in the Lend in 1911 by a fisherman.",
    outlet="Lend Radio",
    day="2025-02-03",
    title="Coins worth 40,000 crowns gone from museum",
)


async def made(*articles: Article, max_points: int = 10) -> Consolidation:
    """What the articles come to, without a model."""
    summaries = [await summarise(article, None, max_output_tokens=100) for article in articles]
    return await consolidate(articles, summaries, None, max_points=max_points)


async def test_two_reports_are_one_account() -> None:
    """What both say leads, corroborated; each one's own follows; the headline is one of theirs."""
    result = await made(FIRST, SECOND)
    (event,) = result.events
    assert event.article_ids == (FIRST.id, SECOND.id)
    assert event.title in {FIRST.title, SECOND.title}
    assert result.title == event.title
    assert event.when == "2025-01-31"
    top = event.lead[0]
    assert top.standing is Standing.CORROBORATED
    assert {
        piece.article_id for claim in result.claims if claim.id in top.claim_ids for piece in claim.evidence
    } == {
        FIRST.id,
        SECOND.id,
    }


async def test_an_event_has_the_day_of_a_sentence_that_is_printed_with_another() -> None:
    """What leans on the sentence before it is printed with that, whose day is the event's then."""
    text = "Varn Coaches showed a night bus on Tuesday that lies flat. It will cost 48,000 crowns and run to Orle."
    result = await made(written(text, outlet="Orle Echo", day="2025-03-12"))
    assert [event.when for event in result.events] == ["2025-03-11"]


async def test_more_than_there_is_room_for_goes_into_the_ledger() -> None:
    """With one point an event, the rest is over budget by name."""
    page = written(
        "\n\n".join(
            f"Crane number {n} of the port of Varn lifts {n * 7} tonnes of steel." for n in range(2, 20)
        ),
        day="2025-02-03",
    )
    result = await made(page, max_points=1)
    (event,) = result.events
    assert len(event.points) == 1
    left = {entry.claim_id for entry in result.ledger if entry.claim_id}
    assert left == {claim.id for claim in result.claims} - cited_claims(result.events)
    assert left
    assert {entry.reason for entry in result.ledger if entry.claim_id} == {Reason.OVER_BUDGET}


async def test_events_of_most_articles_come_first_and_are_numbered() -> None:
    """A title for several events names what all articles name, or only counts."""
    result = await made(DAM, FIRST, SECOND)
    assert [(event.id, len(event.article_ids)) for event in result.events] == [("e1", 2), ("e2", 1)]
    assert result.title == "2 events in 3 articles"
    varn = written(
        "Bakers in Varn raised the price of rye bread to 4 crowns.", outlet="Crumb", day="2024-06-01"
    )
    assert (await made(FIRST, varn)).title == "Varn: 2 events in 2 articles"


async def test_an_article_that_gave_no_claims_is_in_no_event() -> None:
    """Its origin stands all the same, and its sentences are in the ledger."""
    result = await consolidate([DAM], [ArticleSummary(article_id=DAM.id)], None, max_points=5)
    assert result.events == ()
    assert result.claims == ()
    assert [origin.article_ids for origin in result.origins] == [(DAM.id,)]
    assert {n for entry in result.ledger for n in entry.sentence_ids} == {s.id for s in DAM.sentences}


async def test_an_event_is_where_its_evidence_says() -> None:
    """A place of the summaries that no shown evidence has is left out."""
    claim = said(FIRST, "Thieves took nine bronze coins from the museum in Varn on Friday night.")

    def summary(*places: str) -> ArticleSummary:
        events = tuple(ReportedEvent(what="A theft", where=place) for place in places)
        return ArticleSummary(article_id=FIRST.id, claims=(claim,), events=events)

    for places, where in (((), None), (("Arden", "Varn"), "Varn"), (("Arden",), None)):
        (event,) = (await consolidate([FIRST], [summary(*places)], None, max_points=5)).events
        assert event.where == where


async def test_what_a_model_words_for_both_leads() -> None:
    """The common sentence cites both, and is corroborated."""
    third = written(
        "Nine coins of bronze have vanished from a glass case in Varn, whose museum was entered by thieves at night.",
        outlet="Arden Echo",
        day="2025-02-03",
    )
    endpoint = ScriptedEndpoint(
        lambda body: (
            choice("yes", {"yes": 0.97, "no": 0.03})
            if "yes or no" in prompt_of(body)
            else reply({"sentence": "Thieves entered or robbed the museum in Varn."})
            if "Arden" in prompt_of(body)
            else reply({"sentence": "Thieves took nine coins from the museum in Varn."})
        )
    )
    articles = (FIRST, third)
    summaries = [await summarise(article, None, max_output_tokens=100) for article in articles]
    async with endpoint.model(scripted_settings(profile="small")) as model:
        result = await consolidate(articles, summaries, model, max_points=5)
    (event,) = result.events
    (shared,) = [each for each in (*event.lead, *event.points) if each.standing is Standing.CORROBORATED]
    assert shared.text == "Thieves took nine coins from the museum in Varn."
    assert shared == event.lead[0]


async def test_what_a_conflict_shows_is_no_point_as_well() -> None:
    """Both sides stand side by side, and the points have room for what is not there."""
    toll = [
        written(
            f"The roof of the market hall in Varn fell in on Sunday, and the hall is closed.\n\n{more}",
            outlet=outlet,
            day="2025-02-03",
            title="Market hall in Varn loses its roof",
        )
        for outlet, more in (
            ("Varn Post", "The fire brigade said that 14 people were injured by falling slates on Sunday."),
            ("Lend Radio", "The hospital said that 31 people were injured by falling slates on Sunday."),
        )
    ]
    (event,) = (await made(*toll)).events
    (conflict,) = event.conflicts
    sides = {side.position for side in conflict.sides}
    assert len(sides) == 2
    assert not sides & {point.text for point in (*event.lead, *event.points)}


async def test_a_count_that_has_replaced_another_is_told_all_the_same() -> None:
    """Whoever reads the points alone has the latest one, beside which the two stand further down."""
    counted = written(
        "A hall in Varn collapsed on Monday, the fire brigade said.\n\n"
        "The fire brigade counted 12 injured people on Monday evening.\n\n"
        "The hall was built of timber by a firm from Arden.",
        outlet="Varn Herald",
        day="2025-03-10",
        title="Hall collapses in Varn",
    )
    later = written(
        "The hall in Varn that collapsed on Monday will be pulled down, the mayor said on Wednesday.\n\n"
        "The fire brigade now counts 19 injured people.\n\n"
        "The roof had been heavy with snow.",
        outlet="Coast Radio",
        day="2025-03-12",
        title="Hall in Varn that collapsed will go",
    )
    (event,) = (await made(counted, later)).events
    (update,) = event.reconciled
    latest = update.sides[-1].position
    assert "19 injured" in latest
    assert latest in {point.text for point in (*event.lead, *event.points)}


async def test_what_tells_most_of_the_news_opens_the_event_whatever_else_does() -> None:
    """Though what nearly does was chosen before it and has most of its words."""
    (case,) = load_cases(ROOT / "eval" / "cases" / "greve")
    (event,) = (await made(*case.articles.values(), max_points=14)).events
    assert event.lead[0].text.startswith("La direction du centre hospitalier")


async def test_a_count_that_was_replaced_is_no_point_as_well() -> None:
    """It stands beside the later one, whether days or hours tell which that is, and nowhere else."""
    early = (
        "Three people died when a footbridge fell into the Sund at Orle, the police said.\n\n"
        "Trains along the river were stopped, and a ferry was sent from Varn."
    )
    late = (
        "Five people died in the fall of the footbridge at Orle, the fire service said.\n\n"
        "Divers searched the river until dark, while relatives waited at the quay."
    )
    for first, second in (("2026-03-04T10:05:00Z", "2026-03-04T16:40:00Z"), ("2026-03-04", "2026-03-05")):
        articles = (
            written(early, outlet="Orle Gazette", day=first),
            written(late, outlet="Varn Post", day=second),
        )
        (event,) = (await made(*articles)).events
        told = " ".join(each.text for each in (*event.lead, *event.points))
        assert "Five people died" in told
        assert "Three people died" not in told
        (update,) = event.reconciled
        assert update.sides[0].position.startswith("Three people died")
