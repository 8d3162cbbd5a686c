"""A whole briefing under load: limits, faults, hanging calls; in virtual time, over simulated answers."""

from __future__ import annotations

import asyncio
import heapq
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bench.corpora import article, write
from conspectus import abrief, verify
from conspectus.errors import ModelError
from conspectus.llm import LanguageModel, open_model
from conspectus.model.article import Article
from conspectus.model.briefing import Status
from conspectus.model.ledger import Reason
from conspectus.model.summary import ArticleSummary
from conspectus.reading import read_inputs
from conspectus.summarise import summarise
from tests.support.endpoint import SimulatedEndpoint
from tests.support.scripted import scripted_settings
from tests.support.virtual import virtually

MIX = {"p429": 0.10, "p500": 0.05, "ptrunc": 0.05, "preset": 0.02, "pbadjson": 0.02}
ARTICLES = 30


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles about two events."""
    return write(tmp_path_factory.mktemp("corpus"), ARTICLES)


class Load:
    """All articles summarised at once over one endpoint; what became of them, and how long it took."""

    def __init__(self, corpus: Path, endpoint: SimulatedEndpoint, **settings: Any) -> None:
        self.summaries: list[ArticleSummary] = []
        self.errors: list[ModelError] = []
        self.seconds = virtually(self._run(corpus, endpoint, settings))

    async def _run(self, corpus: Path, endpoint: SimulatedEndpoint, settings: dict[str, Any]) -> float:
        chosen = scripted_settings(**{"concurrency": 512, **settings})
        articles = read_inputs([corpus]).articles
        async with open_model(chosen, transport=endpoint) as model:
            await asyncio.gather(*(self._one(article, model) for article in articles))
        return asyncio.get_running_loop().time()

    async def _one(self, article: Article, model: LanguageModel | None) -> None:
        try:
            self.summaries.append(await summarise(article, model, max_output_tokens=3000))
        except ModelError as error:
            self.errors.append(error)


def in_slots(chains: Mapping[str, float], slots: int) -> float:
    """Seconds that these chains of calls take in so many slots, each chain in the next one that is free."""
    free = [0.0] * slots
    for name in sorted(chains):
        heapq.heapreplace(free, free[0] + chains[name])
    return max(free)


def test_faults_cost_time_and_nothing_else(corpus: Path) -> None:
    """With a quarter of all calls failing, every article has its answer, at one more call for each fault at most.

    It takes as long as the faulty calls and the waits that they asked for, and over five seeds not 1.3 times as long as
    without faults.
    """
    with_faults = without = 0.0
    for seed in range(1, 6):
        endpoint = SimulatedEndpoint(seed=seed, **MIX)
        load = Load(corpus, endpoint, concurrency=10)
        faults = sum(endpoint.refused.values())
        assert faults
        assert len(load.summaries) == ARTICLES
        assert endpoint.sent - ARTICLES <= faults
        assert max(endpoint.answered.values()) == 1
        assert load.seconds <= 1.1 * in_slots(endpoint.chains, 10)
        with_faults += load.seconds
        without += Load(corpus, SimulatedEndpoint(seed=seed), concurrency=10).seconds
    assert with_faults <= 1.3 * without


@pytest.mark.parametrize("seed", [4, 5])
def test_without_a_bound_an_article_waits_for_its_own_faults_only(corpus: Path, seed: int) -> None:
    """Where all calls go at once, the slowest article takes what its own calls took, with their Retry-After."""
    endpoint = SimulatedEndpoint(seed=seed, **MIX)
    load = Load(corpus, endpoint)
    assert len(load.summaries) == ARTICLES
    assert load.seconds <= 1.1 * max(endpoint.chains.values())


@pytest.mark.parametrize(
    "limits",
    [{"max_concurrency": 20}, {"rpm": 60}, {"tpm": 150_000}, {"max_concurrency": 20, "rpm": 60}],
    ids=lambda limits: "-".join(limits),
)
def test_a_limit_is_found_and_kept_to(corpus: Path, limits: dict[str, float]) -> None:
    """An endpoint that takes little is given little: all is done, with less than a tenth of the requests in vain."""
    endpoint = SimulatedEndpoint(**limits)
    load = Load(write(corpus.parent / "hundred", 100), endpoint)
    assert len(load.summaries) == 100
    assert endpoint.refused["limit"] > 0
    assert endpoint.wasted < 0.10


def test_limits_that_are_set_are_never_met(corpus: Path) -> None:
    """An endpoint whose rate is known is not asked once too often."""
    endpoint = SimulatedEndpoint(rpm=30)
    load = Load(corpus, endpoint, rpm=30)
    assert len(load.summaries) == ARTICLES
    assert endpoint.refused["limit"] == 0


def test_an_endpoint_that_takes_everything_is_given_everything(corpus: Path) -> None:
    """Without limits all calls are in flight together, within a tenth of a second."""
    endpoint = SimulatedEndpoint(jitter=0.0, tg=0.0)
    Load(corpus, endpoint)
    assert endpoint.most_in_flight == ARTICLES


def test_a_call_that_hangs_does_not_hold_up_the_rest(corpus: Path) -> None:
    """It is given up long before its time limit, tried once more, and else named in the ledger."""
    endpoint = SimulatedEndpoint(phang=0.1, hang_seconds=100_000)
    load = Load(corpus, endpoint, timeout_seconds=120)
    assert len(load.summaries) >= ARTICLES - 2
    assert len(load.summaries) + len(load.errors) == ARTICLES
    assert load.seconds < 180


def test_a_briefing_accounts_for_every_article_all_the_same(corpus: Path) -> None:
    """What no answer could be had for stands in the ledger, and no promise is broken."""
    endpoint = SimulatedEndpoint(seed=2, p500=0.6)
    settings = scripted_settings(concurrency=512, entailment=False, attempts=2)
    briefing = virtually(abrief(corpus, settings=settings, transport=endpoint))
    used = {article.id for article in briefing.articles if article.status is Status.USED}
    named = {entry.article_id for entry in briefing.ledger if entry.reason is Reason.FAILED}
    assert 0 < len(used) < ARTICLES
    assert used | named == {article.id for article in briefing.articles}
    assert not used & named
    assert verify(briefing) == ()


def test_neither_articles_nor_keys_are_logged(corpus: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong, and at the finest level: no sentence of an article or an answer, and no key."""
    settings = scripted_settings(concurrency=8, entailment=False, api_key="key-that-nobody-may-see")
    with caplog.at_level(logging.DEBUG, logger="conspectus"):
        virtually(abrief(corpus, settings=settings, transport=SimulatedEndpoint(seed=3, **MIX)))
    assert caplog.records
    said = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("conspectus"))
    assert "key-that-nobody-may-see" not in said
    sentences = [text for number in range(ARTICLES) for text in article(number).split(". ") if len(text) > 40]
    assert not [text for text in sentences if text in said]
