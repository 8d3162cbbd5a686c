"""Events as far as nothing has to be compared."""

from __future__ import annotations

from conspectus.consolidate import consolidate, ground_of, outlined
from conspectus.model.briefing import Event
from conspectus.summarise import summarise
from tests.support.articles import kept, written
from tests.work import calls


async def test_an_outline_is_of_the_events_that_a_briefing_tells() -> None:
    """With the same articles, certainty, title and day, in the same order, and none of what comes of comparing."""
    articles = kept("examples")
    summaries = [await summarise(each, None, max_output_tokens=1, alone=False) for each in articles]
    told = (await consolidate(articles, summaries, None, max_points=10)).events
    found = outlined(articles, summaries, max_points=10)

    def known(event: Event) -> tuple[object, ...]:
        return event.id, event.article_ids, event.certainty, event.title, event.title_claim_ids, event.when

    assert any(event.conflicts for event in told)
    assert [known(each) for each in found] == [known(each) for each in told]
    assert not any(event.points or event.conflicts or event.timeline for event in found)


async def test_an_article_that_only_recalls_is_in_an_event() -> None:
    """Though none of its sentences is news."""
    old = written(
        "On 3 March 2019 the Halsey mill burned down.\n\nOn 4 March 2019 it was sold.", day="2025-06-02"
    )
    summaries = [await summarise(old, None, max_output_tokens=1, alone=False)]
    assert [event.article_ids for event in outlined([old], summaries, max_points=10)] == [(old.id,)]


async def test_outlines_cost_little_more_than_grouping() -> None:
    """Less than five times that of sixty reports whose amounts could all be compared with each other."""
    articles = [
        written(
            f"A tanker turned over on the Orle road near Mill {number} on Tuesday. It spilled {number + 300} litres of "
            f"milk, and {number + 4} people were hurt. The police closed the road for {number + 2} hours.",
            outlet=f"Paper {number}",
            day="2025-03-12",
        )
        for number in range(60)
    ]
    summaries = [await summarise(each, None, max_output_tokens=1, alone=False) for each in articles]
    outlined(articles, summaries, max_points=10)
    grouping = calls(lambda: ground_of(articles))
    assert calls(lambda: outlined(articles, summaries, max_points=10)) < 5 * grouping


async def test_an_article_that_is_alone_is_called_what_its_headline_says() -> None:
    """Though the sentence that it opens with tells of something else."""
    body = "Mrs Trill had just put the kettle on in Hollin Lane when it began. By noon it stood in eleven cellars."
    alone = written(body, title="Eleven cellars of Hollin flooded", day="2025-06-02")
    summaries = [await summarise(alone, None, max_output_tokens=1, alone=False)]
    (event,) = outlined([alone], summaries, max_points=10)
    assert event.title == alone.title


async def test_of_events_that_weigh_the_same_the_one_given_first_comes_first() -> None:
    """What more articles tell of comes before both."""
    texts = (
        "The river Merrow stood in eleven cellars of Hollin by noon.",
        "Bakers in Tereb will charge four crowns for a loaf.",
        "A lorry of sugar beet overturned on the Thornley bypass at dawn and blocked it.",
        "Sugar beet from a lorry that overturned blocked the Thornley bypass until dusk.",
    )
    articles = [written(text, outlet=f"Paper {text[:6]}", day="2025-06-02") for text in texts]
    for given in (articles, articles[::-1]):
        summaries = [await summarise(each, None, max_output_tokens=1, alone=False) for each in given]
        first, *others = outlined(given, summaries, max_points=10)
        assert set(first.article_ids) == {each.id for each in articles[2:]}
        assert [event.article_ids for event in others] == [
            (each.id,) for each in given if each in articles[:2]
        ]
