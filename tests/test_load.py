"""A whole briefing under load: limits, faults, hanging calls; in virtual time, over simulated answers."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bench.corpora import write
from conspectus import abrief
from conspectus.model.briefing import Briefing, Status
from tests.support.endpoint import SimulatedEndpoint
from tests.support.scripted import scripted_settings
from tests.support.virtual import virtually

MIX = {"p429": 0.10, "p500": 0.05, "ptrunc": 0.05, "preset": 0.02, "pbadjson": 0.02}
ARTICLES = 40


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles about two events."""
    return write(tmp_path_factory.mktemp("corpus"), ARTICLES)


def briefed(corpus: Path, endpoint: SimulatedEndpoint, **settings: Any) -> tuple[Briefing, float]:
    """The briefing over the endpoint, and the virtual seconds that it took."""

    async def timed() -> tuple[Briefing, float]:
        chosen = scripted_settings(**{"concurrency": 512, "entailment": False, **settings})
        briefing = await abrief(corpus, settings=chosen, transport=endpoint)
        return briefing, asyncio.get_running_loop().time()

    return virtually(timed())


def used(briefing: Briefing) -> int:
    """Articles that the briefing is made of; all others stand in its ledger."""
    ids = {article.id for article in briefing.articles if article.status is Status.USED}
    named = {entry.article_id for entry in briefing.ledger if entry.article_id not in ids}
    assert len(ids) + len(named) == len(briefing.articles)
    return len(ids)


@pytest.mark.parametrize("seed", range(1, 6))
def test_faults_cost_time_and_nothing_else(corpus: Path, seed: int) -> None:
    """With a quarter of all calls failing, every article is used, at one more call for each fault at most."""
    healthy = briefed(corpus, SimulatedEndpoint(seed=seed), concurrency=20)[1]
    endpoint = SimulatedEndpoint(seed=seed, **MIX)
    briefing, seconds = briefed(corpus, endpoint, concurrency=20)
    faults = sum(endpoint.refused.values())
    assert faults > 3
    assert used(briefing) == ARTICLES
    assert endpoint.sent - ARTICLES <= faults
    assert max(endpoint.answered.values()) == 1
    assert seconds <= 1.6 * healthy


@pytest.mark.parametrize(
    "limits",
    [{"max_concurrency": 10}, {"rpm": 30}, {"tpm": 20_000}, {"max_concurrency": 8, "rpm": 60}],
    ids=lambda limits: "-".join(limits),
)
def test_a_limit_is_found_and_kept_to(corpus: Path, limits: dict[str, float]) -> None:
    """An endpoint that takes little is given little: all is done, with few requests sent in vain."""
    endpoint = SimulatedEndpoint(retry_after=1.0, **limits)
    briefing, _ = briefed(corpus, endpoint)
    assert used(briefing) == ARTICLES
    assert endpoint.refused["limit"] > 0
    assert endpoint.wasted < 0.20


def test_an_endpoint_that_takes_everything_is_given_everything(corpus: Path) -> None:
    """Without limits all calls are in flight together, within a tenth of a second."""
    endpoint = SimulatedEndpoint(jitter=0.0, tg=0.0)
    briefed(corpus, endpoint)
    assert endpoint.most_in_flight == ARTICLES


def test_a_call_that_hangs_does_not_hold_up_the_rest(corpus: Path) -> None:
    """It is given up long before its time limit, tried once more, and else named in the ledger."""
    endpoint = SimulatedEndpoint(phang=0.1, hang_seconds=100_000)
    briefing, seconds = briefed(corpus, endpoint, timeout_seconds=120)
    assert used(briefing) >= ARTICLES - 2
    assert seconds < 180
