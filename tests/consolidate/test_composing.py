"""What a large model writes of verified claims, and what of it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from conspectus.consolidate import Consolidation, consolidate
from conspectus.model.article import Article
from conspectus.model.briefing import ConflictKind, Standing
from conspectus.model.summary import ArticleSummary
from tests.support.articles import said, written
from tests.support.scripted import Body, ScriptedEndpoint, Step, fault, prompt_of, reply, scripted_settings

POST = written(
    "The lighthouse at Varn was sold on Monday. The buyer is the brewer Otto Renk, the town said. "
    "The lamp will go on burning, the buyer promised.",
    outlet="Varn Post",
    day="2025-03-11",
)
RADIO = written(
    "The town of Varn sold the lighthouse on Monday. Fishermen say that the buyer is a bank. "
    "The tower has 140 steps.",
    outlet="Lend Radio",
    day="2025-03-11",
)
FIRE = written(
    "A barn burned down in Arden on Sunday. Nobody was hurt.", outlet="Arden Echo", day="2025-03-10"
)


def whole(article: Article) -> ArticleSummary:
    """Every sentence of the article as a claim."""
    claims = tuple(said(article, article.sentence_text(each)) for each in article.body)
    return ArticleSummary(article_id=article.id, claims=claims)


def ids(body: Body) -> dict[str, str]:
    """The offered claims' ids by the beginning of their words."""
    found = re.findall(r"^(c\d+) \[[^\]]*\]: (.{20})", prompt_of(body), re.MULTILINE)
    return {words: key for key, words in found}


def key(body: Body, words: str) -> str:
    """The id of the one offered claim that begins with these words."""
    (found,) = [each for start, each in ids(body).items() if start.startswith(words[:20])]
    return found


async def made(step: Any, *articles: Article) -> tuple[Consolidation, ScriptedEndpoint]:
    """What the articles become when the endpoint answers so."""
    endpoint = ScriptedEndpoint(step)
    async with endpoint.model(scripted_settings(profile="large", attempts=1)) as model:
        result = await consolidate(articles, [whole(each) for each in articles], model, max_points=10)
    return result, endpoint


def account(
    body: Body, sentences: Sequence[tuple[str, str | list[str]]], conflicts: Sequence[Mapping[str, Any]] = ()
) -> Step:
    """An account of the first event, whose claims are named by the beginnings of their words."""

    def keys(words: str | list[str]) -> list[str]:
        return [key(body, each) for each in ([words] if isinstance(words, str) else words)]

    told = [{"text": text, "claims": keys(words)} for text, words in sentences]
    return reply({"events": [{"event": "e1", "sentences": told, "conflicts": list(conflicts)}]})


SOLD = "The lighthouse at Varn was sold on Monday."
SOLD_TOO = "The town of Varn sold the lighthouse on Monday."
BUYER = "The buyer is the brewer Otto Renk, the town said."
BANK = "Fishermen say that the buyer is a bank."


async def test_one_call_composes_and_what_it_cites_carries_every_sentence() -> None:
    """The first sentences lead; a sentence that two outlets say alone is corroborated."""

    def step(body: Body) -> Step:
        return account(
            body,
            [
                ("The lighthouse at Varn was sold on Monday.", [SOLD]),
                ("The buyer is the brewer Otto Renk, the town said.", BUYER),
                ("The lighthouse was sold to Otto Renk for 90,000 crowns.", BUYER),
            ],
        )

    result, endpoint = await made(step, POST, RADIO)
    assert len(endpoint.bodies) == 1
    (event,) = result.events
    assert [point.text for point in event.lead] == [SOLD, BUYER]
    assert event.lead[0].standing is Standing.CORROBORATED
    shown = " ".join(point.text for point in (*event.lead, *event.points))
    assert "90,000" not in shown
    # What the model left out follows in code's choice.
    assert "140 steps" in shown


async def test_the_schema_lists_the_ids_that_there_are() -> None:
    """An id that was not offered does not fit, and after the re-ask code composes."""
    wrong = {"events": [{"event": "e1", "sentences": [{"text": SOLD, "claims": ["c999"]}], "conflicts": []}]}
    result, endpoint = await made(lambda body: reply(wrong), POST, RADIO)
    schema = str(endpoint.bodies[0]["response_format"])
    offered = set(ids(endpoint.bodies[0]).values())
    assert offered
    assert all(f"'{each}'" in schema for each in offered)
    assert "c999" not in schema
    assert result.events[0].lead


@pytest.mark.parametrize("step", [reply("no JSON"), fault(500), reply("", refusal="no")])
async def test_an_answer_that_can_not_be_used_costs_nothing(step: Step) -> None:
    """The briefing is what code makes of it."""
    failed, _ = await made(lambda body: step, POST, RADIO)
    alone = await consolidate([POST, RADIO], [whole(POST), whole(RADIO)], None, max_points=10)
    assert failed.events == alone.events


async def test_a_conflict_that_the_model_finds_has_two_verified_sides() -> None:
    """Both sides are claims of different outlets, in their own words; a question that invents is replaced."""

    def step(body: Body) -> Step:
        sides = [{"claims": [key(body, BUYER)]}, {"claims": [key(body, BANK)]}]
        proposed = {"question": "Who bought it for 90,000 crowns?", "kind": "actor", "sides": sides}
        same = {**proposed, "sides": [sides[0], sides[0]]}
        return account(body, [(SOLD, SOLD), (BUYER, BUYER)], [proposed, same])

    result, _ = await made(step, POST, RADIO)
    (conflict,) = result.events[0].conflicts
    assert conflict.kind is ConflictKind.ACTOR
    assert conflict.question == "Which account is right?"
    assert {side.position for side in conflict.sides} == {BUYER, BANK}
    disputed = [point for point in result.events[0].lead if point.text == BUYER]
    assert [point.standing for point in disputed] == [Standing.DISPUTED]


async def test_two_events_are_one_call_and_claims_stay_with_their_event() -> None:
    """A sentence that cites another event's claims has no evidence in this one."""

    def step(body: Body) -> Step:
        return account(
            body, [("A barn burned down in Arden on Sunday.", "A barn burned down i"), (SOLD, SOLD)]
        )

    result, endpoint = await made(step, POST, RADIO, FIRE)
    assert len(endpoint.bodies) == 1
    assert len(result.events) == 2
    first = result.events[0]
    assert "barn" not in " ".join(point.text for point in (*first.lead, *first.points))


async def test_what_does_not_fit_into_the_window_is_not_sent() -> None:
    """A window with no room for one event and its answer asks nothing at all."""
    endpoint = ScriptedEndpoint(lambda body: reply("never asked"))
    settings = scripted_settings(profile="large", context_tokens=2048)
    many = [
        written(
            f"{SOLD[:-1]} for the {n}th time, while {'a very long sentence ' * 30}went on.",
            outlet=f"O{n}",
            day="2025-03-11",
        )
        for n in range(9)
    ]
    async with endpoint.model(settings) as model:
        result = await consolidate(many, [whole(each) for each in many], model, max_points=10)
    assert endpoint.bodies == []
    assert result.events
