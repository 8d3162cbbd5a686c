"""Accounts asked for while other events' summaries are awaited: sooner, and the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import BaseModel

from bench.corpora import article
from conspectus import abrief, verify
from conspectus.consolidate import Early, ground_of, room
from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.assign import feeding
from conspectus.consolidate.prose.composing import Offer, asked_early
from conspectus.llm import open_model
from conspectus.model.briefing import Briefing, Standing
from conspectus.model.evidence import Verification
from conspectus.model.summary import ArticleSummary
from conspectus.prompts import Messages
from conspectus.reading import read_inputs
from conspectus.summaries import attempted
from conspectus.summarise import calls_foreseen, stands
from conspectus.tasks import Beside, aside
from conspectus.telemetry import Recorder
from tests.support.articles import said, written
from tests.support.endpoint import SimulatedEndpoint
from tests.support.scripted import scripted_settings

ARTICLES = (*range(60, 80), *range(460, 480))
LAST = f"ART-{ARTICLES[-1]:04}"


class Holding(SimulatedEndpoint):
    """Answers about the last article when an account was asked for, or fails then; keeps what it was asked."""

    def __init__(self, *, hold: bool, fail: bool = False) -> None:
        super().__init__(tg=0.0, ttft=0.0, tp=0.0, jitter=0.0)
        self.asked: list[str] = []
        self.early = 0
        self._hold = hold
        self._fail = fail
        self._composing = asyncio.Event()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, in its time."""
        said = json.loads(request.content)["messages"][1]["content"]
        self.asked.append(said)
        if "Event e1" in said:
            self._composing.set()
        elif LAST in said and self._hold:
            await asyncio.wait_for(self._composing.wait(), 60)
            self.early = self._accounts()
            if self._fail:
                return httpx2.Response(503, json={"error": {"message": "no"}}, request=request)
        return await super().handle_async_request(request)

    def _accounts(self) -> int:
        return sum("Event e1" in each for each in self.asked)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles about two events, a year apart."""
    place = tmp_path_factory.mktemp("corpus")
    for number in ARTICLES:
        (place / f"{number:04}.txt").write_text(article(number), encoding="utf-8")
    return place


async def briefed(corpus: Path, endpoint: SimulatedEndpoint, **changes: Any) -> Briefing:
    """The briefing, with all calls at once."""
    settings = scripted_settings(profile="large", concurrency=512, attempts=1, **changes)
    return await abrief(corpus, settings=settings, transport=endpoint)


def told(briefing: Briefing) -> str:
    """The briefing without what its run took."""
    return briefing.model_copy(update={"run": None}).model_dump_json(exclude={"run", "seals"})


async def test_an_account_does_not_wait_for_another_events_summaries(corpus: Path) -> None:
    """It is asked while an article of the other event is awaited, and nothing else changes, not even a request."""
    early, staged = Holding(hold=True), Holding(hold=False)
    first = await briefed(corpus, early)
    # With a limit that is never met all accounts wait for all summaries.
    second = await briefed(corpus, staged, max_tokens=10_000_000)
    assert early.early == 1
    assert told(first) == told(second)
    assert sorted(early.asked) == sorted(staged.asked)


async def test_an_article_that_fails_late_costs_no_more_than_its_own_event(corpus: Path) -> None:
    """The account that was asked for is the one that the briefing without the article has."""
    early = Holding(hold=True, fail=True)
    briefing = await briefed(corpus, early)
    assert early.early == 1
    assert sum("Event e1" in each for each in early.asked) == len(briefing.events) == 2
    assert verify(briefing) == ()


@pytest.mark.parametrize("limit", [{"max_tokens": 10_000_000}, {"entailment": False}])
async def test_with_a_limit_and_without_the_second_gate_nothing_is_asked_early(
    corpus: Path, limit: dict[str, Any]
) -> None:
    """Summaries go before accounts where money may end."""
    articles = read_inputs([corpus]).articles
    settings = scripted_settings(profile="large", concurrency=512, **limit)
    async with Beside() as beside, open_model(settings, transport=Holding(hold=False)) as model:
        done = await attempted(articles, model, settings, Recorder(), beside)
    assert done.early is None


async def test_the_last_summarys_event_is_asked_about_at_once(corpus: Path) -> None:
    """When all summaries are there, every account is asked for, and not after what else has to be done then."""
    articles = read_inputs([corpus]).articles
    settings = scripted_settings(profile="large", concurrency=512)
    endpoint = Holding(hold=False)
    async with Beside() as beside, open_model(settings, transport=endpoint) as model:
        done = await attempted(articles, model, settings, Recorder(), beside)
        assert done.early is not None
        assert len(done.early.asked) == len(done.early.made) == 2


DAM = written("The dam of Orle broke on Monday. Nobody in Orle was hurt, the mayor said.", day="2025-05-07")
FIRE = written("A mill burned in Tarn on Friday. The mill stood empty, police said.", day="2025-05-10")
LOOKING_BACK = written(
    "Vines were planted in Selm on Friday. In May 2025 the dam of Orle broke, and Selm was flooded.",
    day="2026-06-06",
)


def test_an_event_waits_for_articles_that_recall_its_time() -> None:
    """What they tell of it may become its own; of the others, nothing."""
    ground = ground_of([DAM, FIRE, LOOKING_BACK])
    index = next(index for index, group in enumerate(ground.groups) if DAM.id in group.article_ids)
    assert LOOKING_BACK.id in feeding(index, ground)
    last = next(index for index, group in enumerate(ground.groups) if LOOKING_BACK.id in group.article_ids)
    assert feeding(last, ground) == {LOOKING_BACK.id}


def summaries(*claims: Verification) -> Sequence[ArticleSummary]:
    """A summary for each, with a claim that passed so."""
    claim = said(DAM, "The dam of Orle broke on Monday.")
    return [
        ArticleSummary(article_id=DAM.id, claims=(claim.model_copy(update={"verified": each}),))
        for each in claims
    ]


async def test_only_what_is_not_judged_stands() -> None:
    """A model's own wording waits for its verdict, and what is missing is taken to be like what is there."""
    own, quoted = summaries(Verification.MECHANICAL, Verification.QUOTED)
    async with open_model(scripted_settings(profile="large"), transport=Holding(hold=False)) as model:
        assert stands(quoted, model)
        assert not stands(own, model)
    assert stands(own, None)
    assert calls_foreseen([(20, [quoted]), (20, [])]) == 0
    assert calls_foreseen([(20, [own, quoted]), (20, [])]) == 2
    assert calls_foreseen([]) == 0


async def test_what_is_left_is_cancelled() -> None:
    """What ended before keeps its result, and an error that nobody awaits is nobody's."""
    ended: list[str] = []

    async def work(seconds: float) -> int:
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise
        return 1 // 0 if seconds else 7

    async with Beside() as beside:
        beside.begin(work(60))
        beside.begin(work(0.001))
        done = beside.begin(work(0))
        await asyncio.sleep(0.05)
    assert await done == 7
    assert ended == ["cancelled"]


async def test_what_the_articles_decide_is_read_before_any_summary_comes() -> None:
    """The first event's account does not wait for it."""
    articles = [DAM, FIRE]
    settings = scripted_settings(profile="large")
    async with open_model(settings, transport=Holding(hold=False)) as model, Beside() as beside:
        assert model is not None
        ground = ground_of(articles)
        early = Early(articles, ground, model, room("standard", 16), calls=lambda: 9, beside=beside)
        await asyncio.sleep(0)
        await aside(lambda: None)
    assert "_colophons" in vars(early.maker)


async def test_there_is_time_to_compare_as_long_as_others_are_awaited() -> None:
    """How the first event's claims differ is worked out meanwhile; nothing that is awaited waits behind the last's."""
    articles = [DAM, FIRE]
    ground = ground_of(articles)
    settings = scripted_settings(profile="large")
    async with open_model(settings, transport=Holding(hold=False)) as model, Beside() as beside:
        assert model is not None
        early = Early(articles, ground, model, room("standard", 16), calls=lambda: 1, beside=beside)
        for made, each in enumerate(articles, start=1):
            claims = tuple(said(each, each.sentence_text(one)) for one in each.body)
            early.summarised(ArticleSummary(article_id=each.id, claims=claims))
            await early.settled()
            assert (len(early.made), len(early.differ)) == (made, 1)
    material = early.made[(DAM.id,)].material
    assert early.differing(material) is not None
    assert early.differing(material) is None


async def test_the_judging_takes_the_early_calls_away() -> None:
    """Where no call is left for an event alone, none is asked for."""
    articles = [DAM, FIRE]
    ground = ground_of(articles)
    settings = scripted_settings(profile="large")
    endpoint = Holding(hold=False)
    async with open_model(settings, transport=endpoint) as model, Beside() as beside:
        assert model is not None
        early = Early(articles, ground, model, room("standard", 16), calls=lambda: 1, beside=beside)
        for each in articles:
            claims = tuple(said(each, each.sentence_text(one)) for one in each.body)
            early.summarised(ArticleSummary(article_id=each.id, claims=claims))
        await early.settled()
    assert len(early.made) == 2
    assert not early.asked
    assert not endpoint.asked


class OneByOne(SimulatedEndpoint):
    """Keeps the order in which it was asked."""

    def __init__(self) -> None:
        super().__init__(tg=0.0, ttft=0.0, tp=0.0, jitter=0.0)
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Any number, later."""
        self.asked.append(json.loads(request.content)["messages"][1]["content"])
        await asyncio.sleep(0.01)
        message = {"role": "assistant", "content": '{"number": 1}'}
        content = {
            "id": "x",
            "object": "chat.completion",
            "choices": [{"finish_reason": "stop", "message": message}],
        }
        return httpx2.Response(200, json=content, request=request)


class Number(BaseModel):
    """An answer."""

    number: int


@pytest.mark.parametrize(
    ("limit", "order"), [({}, "abdc"), ({"max_tokens": 1_000_000}, "abcd"), ({"max_cost": 100.0}, "abcd")]
)
async def test_what_others_wait_for_goes_first_where_nothing_is_limited(
    limit: dict[str, Any], order: str
) -> None:
    """But for what stands at the door already; with a limit it would take the place of what came before."""
    endpoint = OneByOne()
    prices = {"input_price": 1.0, "output_price": 1.0} if "max_cost" in limit else {}
    settings = scripted_settings(profile="large", concurrency=1, cache=False, **limit, **prices)
    async with open_model(settings, transport=endpoint) as model:
        assert model is not None

        async def ask(words: str) -> None:
            messages = Messages(prompt="number", fingerprint="0", system="s", user=words)
            await model.ask(messages, Number, max_output_tokens=50, first=words == "d")

        await asyncio.gather(*map(ask, "abcd"))
    assert "".join(endpoint.asked) == order


async def test_accounts_do_not_go_before_summaries_that_were_asked_for_before() -> None:
    """What nobody waits for but the end fills the places that empty when the last summaries are awaited."""
    endpoint = OneByOne()
    one = written("The lock at Varn burst on Friday night.")
    claim = said(one, one.sentence_text(one.body[0]))
    offered = Offer((Weighed(claim, ("o1",), Standing.SINGLE_ORIGIN),), ("Varn Post",))
    settings = scripted_settings(profile="large", concurrency=1, cache=False, attempts=1)
    async with open_model(settings, transport=endpoint) as model:
        assert model is not None

        async def ask(words: str) -> None:
            messages = Messages(prompt="number", fingerprint="0", system="s", user=words)
            await model.ask(messages, Number, max_output_tokens=50)

        await asyncio.gather(*map(ask, "abc"), asked_early(offered, model))
    assert [len(each) == 1 for each in endpoint.asked[:4]] == [True, True, True, False]
