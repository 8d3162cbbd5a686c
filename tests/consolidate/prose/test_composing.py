"""What a large model writes of verified claims, and what of it stands."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from conspectus.consolidate import Consolidation, calls_to_compose, consolidate
from conspectus.consolidate.prose import composing
from conspectus.consolidate.prose.composing import Composed, Offer, composed
from conspectus.model.article import Article
from conspectus.model.briefing import ConflictKind, Standing
from conspectus.model.summary import ArticleSummary
from tests.support.articles import said, written
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    accounts,
    fault,
    prompt_of,
    reply,
    scripted_settings,
    truncated,
)

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


async def made(step: Any, *articles: Article, calls: int = 1) -> tuple[Consolidation, ScriptedEndpoint]:
    """What the articles become when the endpoint answers so."""
    endpoint = ScriptedEndpoint(step)
    async with endpoint.model(scripted_settings(profile="large", attempts=1)) as model:
        summaries = [whole(each) for each in articles]
        result = await consolidate(articles, summaries, model, max_points=10, calls=calls)
    return result, endpoint


def account(
    body: Body, sentences: Sequence[tuple[str, str | list[str]]], conflicts: Sequence[Mapping[str, Any]] = ()
) -> Step:
    """An account of the first event, whose claims are named by the beginnings of their words."""

    def keys(words: str | list[str]) -> list[str]:
        return [key(body, each) for each in ([words] if isinstance(words, str) else words)]

    told = [{"text": text, "claims": keys(words)} for text, words in sentences]
    return accounts(body, {"event": "e1", "sentences": told, "conflicts": list(conflicts)})


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
    wrong = {"event": "e1", "sentences": [{"text": SOLD, "claims": ["c999"]}], "conflicts": []}
    result, endpoint = await made(lambda body: reply(wrong), POST, RADIO)
    schema = str(endpoint.bodies[0]["response_format"])
    offered = set(ids(endpoint.bodies[0]).values())
    assert offered
    assert all(schema.count(f"'{each}'") == 1 for each in offered)
    assert "c999" not in schema
    assert result.events[0].lead


@pytest.mark.parametrize(("tail", "shown"), [("", 9), (" by" + 40 * " hand and hand", 1)])
async def test_no_more_is_offered_than_the_account_has_room_for(tail: str, shown: int) -> None:
    """Of sixty claims of ten words, and their outlet's two, so many as 114 of 120 words hold; one at least."""
    steps = [f"Step {n} of the tower was painted by {n} sailors{tail}." for n in range(60)]
    article = written(" ".join(steps), outlet="Varn Post")
    endpoint = ScriptedEndpoint(accounts)
    async with endpoint.model(scripted_settings(profile="large", attempts=1)) as model:
        await consolidate([article], [whole(article)], model, max_points=10, length="short")
    assert len(re.findall(r"^c\d+ \[Varn Post\]: Step", prompt_of(endpoint.bodies[0]), re.MULTILINE)) == shown


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


async def test_events_with_calls_of_their_own_are_asked_about_the_same_beside_others() -> None:
    """With enough calls each event has its own, which one more event leaves byte for byte as it is."""

    def step(body: Body) -> Step:
        about_fire = "barn" in prompt_of(body)
        return account(
            body, [("A barn burned down in Arden on Sunday.", "A barn") if about_fire else (SOLD, SOLD)]
        )

    _, before = await made(step, POST, RADIO, calls=2)
    result, after = await made(step, POST, RADIO, FIRE, calls=2)
    assert len(before.bodies) == 1
    assert len(after.bodies) == 2
    assert before.bodies[0] in after.bodies
    assert [event.lead[0].text for event in result.events] == [SOLD, "A barn burned down in Arden on Sunday."]


async def test_an_event_is_told_while_the_answer_about_another_is_awaited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is made of one answer does not wait for the next, and every event is told of."""
    first = asyncio.Event()

    async def asked(share: Sequence[tuple[int, Offer]], _: object) -> dict[int, Composed]:
        if share[0][0] == 1:
            await first.wait()
        return {}

    told: list[int] = []

    async def tell(answer: Mapping[int, Composed]) -> None:
        told.extend(answer)
        first.set()

    monkeypatch.setattr(composing, "_asked", asked)
    nothing = Offer((), ())
    async with ScriptedEndpoint([]).model() as model, asyncio.timeout(5):
        await composed([nothing, nothing, nothing], model, tell, calls=2)
    assert told == [0, 1, 2]


async def test_with_many_calls_no_event_shares_one() -> None:
    """Events behind those with calls of their own are composed by code, which sends nothing."""
    told = (
        "A barn burned down in Arden on Sunday.",
        "The mayor of Belm resigned over a loan.",
        "Nurses in Corvik walked out for a day.",
        "A river flooded the market of Dorne.",
        "Elsten won the cup on penalties.",
        "A bank in Farrow raised its rates.",
        "A singer from Gilm died at ninety.",
    )
    news = [written(each, outlet=f"Echo {number}") for number, each in enumerate(told)]
    result, endpoint = await made(accounts, *news, calls=6)
    assert len(result.events) == 7
    assert len(endpoint.bodies) == 6
    assert all(prompt_of(body).count("Event e") == 1 for body in endpoint.bodies)
    _, shared = await made(accounts, *news, calls=5)
    assert len(shared.bodies) == 5
    assert prompt_of(shared.bodies[-1]).count("Event e") == 3


async def test_of_one_event_one_account_is_asked_for() -> None:
    """Its schema has no list that could hold none or several; the one of events that share a call has."""
    _, endpoint = await made(accounts, POST, RADIO)
    _, both = await made(accounts, POST, RADIO, FIRE)
    alone, shared = (each.bodies[-1]["response_format"]["json_schema"] for each in (endpoint, both))
    assert set(alone["schema"]["properties"]) == {"event", "sentences", "conflicts"}
    assert set(shared["schema"]["properties"]) == {"events"}


@pytest.mark.parametrize(
    ("articles", "judging", "calls"),
    [(1, 0, 1), (19, 1, 1), (20, 0, 2), (100, 0, 6), (100, 5, 1), (100, 9, 1)],
)
def test_the_calls_beyond_one_an_article_are_one_and_one_for_twenty(
    articles: int, judging: int, calls: int
) -> None:
    """What judging takes is not there for composing, which always has one call."""
    assert calls_to_compose(articles, judging) == calls


async def test_an_account_that_is_cut_off_is_asked_for_again_with_more_room() -> None:
    """The second answer may be twice as long, and stands."""
    whole_answer: list[int] = []

    def step(body: Body) -> Step:
        whole_answer.append(body["max_tokens"])
        return truncated() if len(whole_answer) == 1 else account(body, [(BUYER, BUYER), (SOLD, SOLD)])

    result, _ = await made(step, POST, RADIO)
    assert whole_answer[1] == 2 * whole_answer[0]
    assert [point.text for point in result.events[0].lead] == [BUYER, SOLD]


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


TOWER = "The tower has 140 steps and a lamp of brass."
STEPS = "The tower has 140 steps."


async def test_two_sentences_of_one_claim_both_stand() -> None:
    """What the model makes of one claim in two sentences is printed once each, in its order."""
    post = written(f"{SOLD} {BUYER} {TOWER}", outlet="Varn Post", day="2025-03-11")
    radio = written(f"{SOLD_TOO} {BANK}", outlet="Lend Radio", day="2025-03-11")
    wanted = [(SOLD, SOLD), (BUYER, BUYER), (STEPS, TOWER), (TOWER, TOWER)]
    result, _ = await made(lambda body: account(body, wanted), post, radio)
    (event,) = result.events
    assert [point.text for point in event.points if "tower" in point.text] == [STEPS, TOWER]
