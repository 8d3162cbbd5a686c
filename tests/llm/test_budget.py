"""Limits in tokens and dollars, and what tokens cost."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bench.corpora import write
from conspectus import abrief, verify
from conspectus.errors import OverBudgetError, SettingsError
from conspectus.llm.budget import Budget
from conspectus.llm.prices import price_of
from conspectus.llm.tally import Tally, estimated_tokens
from conspectus.model.briefing import Status
from conspectus.model.ledger import Reason
from conspectus.planning import Plan, aplan
from conspectus.reading import read_inputs
from conspectus.summarise.select import select
from tests.support.endpoint import SimulatedEndpoint
from tests.support.scripted import scripted_settings
from tests.support.virtual import virtually


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten articles."""
    return write(tmp_path_factory.mktemp("corpus"), 10)


@pytest.mark.parametrize("limit", [{"max_tokens": 12_000}, {"max_cost": 0.02}], ids=["tokens", "dollars"])
def test_a_limit_is_never_passed_and_what_is_done_is_given(corpus: Path, limit: dict[str, float]) -> None:
    """No call is sent that could pass it; the briefing has what was answered, the ledger all the rest."""
    endpoint = SimulatedEndpoint()
    settings = scripted_settings(
        entailment=False, max_output_tokens=2000, input_price=1.0, output_price=2.0, **limit
    )
    briefing = virtually(abrief(corpus, settings=settings, transport=endpoint))
    used = briefing.run.usage
    if "max_tokens" in limit:
        assert used.input_tokens + used.output_tokens <= limit["max_tokens"]
    else:
        assert used.cost_usd is not None
        assert used.cost_usd <= limit["max_cost"]
    done = [article for article in briefing.articles if article.status is Status.USED]
    rest = [
        entry for entry in briefing.ledger if entry.reason is Reason.OVER_BUDGET and "limit" in entry.detail
    ]
    assert 2 <= len(done) < 10
    assert len(done) + len(rest) == 10
    assert endpoint.sent == len(done)
    assert verify(briefing) == ()


def test_a_limit_that_leaves_room_for_nothing_is_an_error(corpus: Path) -> None:
    """Nothing is sent, and the error says which limit."""
    endpoint = SimulatedEndpoint()
    with pytest.raises(OverBudgetError, match="500 tokens"):
        virtually(abrief(corpus, settings=scripted_settings(max_tokens=500), transport=endpoint))
    assert endpoint.sent == 0


async def test_a_limit_in_dollars_needs_a_price(corpus: Path) -> None:
    """Where nobody knows what the model costs, the limit is refused before anything is sent."""
    with pytest.raises(SettingsError, match="input_price"):
        await abrief(corpus, settings=scripted_settings(max_cost=1.0), transport=SimulatedEndpoint())


@pytest.mark.parametrize(
    ("model", "address", "dollars"),
    [
        ("gpt-4o-mini", "https://api.openai.com/v1", 0.75),
        ("gpt-4o-mini", "https://relay.example.com/v1", None),
        ("nobody-knows-1", "https://api.openai.com/v1", None),
        ("gpt-4o-mini", "http://127.0.0.1:8000/v1", None),
        ("gpt-4o-mini", "http://localhost:8000/v1", None),
    ],
)
def test_a_price_is_that_of_the_model_at_its_address(model: str, address: str, dollars: float | None) -> None:
    """What the table does not have is unknown, never zero."""
    price = price_of(model, address, scripted_settings())
    assert price(1_000_000, 0, 1_000_000) == (dollars if dollars is None else pytest.approx(dollars))


def test_cached_input_is_cheaper() -> None:
    """Tokens that the provider had cached are charged at its price for those."""
    price = price_of("gpt-4o-mini", "https://api.openai.com/v1", scripted_settings())
    assert (price(1000, 800, 0) or 0) < (price(1000, 0, 0) or 0)


def test_the_schema_is_part_of_the_prompt() -> None:
    """An endpoint counts it, too: 3.5 characters a token, rounded up."""
    request: dict[str, object] = {"messages": [{"content": "a" * 30}, {"content": "b" * 5}]}
    assert estimated_tokens(request) == 10
    assert estimated_tokens({**request, "response_format": {"a": "b" * 100}}) == 42


def test_what_was_not_asked_costs_nothing() -> None:
    """Also where nobody knows the price: only a call makes the cost unknown."""
    assert Tally(cached=3).usage(lambda *_: None).cost_usd == 0
    assert Tally(calls=1).usage(lambda *_: None).cost_usd is None


def test_a_set_price_goes_before_the_table() -> None:
    """Dollars a million tokens, as set."""
    price = price_of(
        "gpt-4o-mini", "https://api.openai.com/v1", scripted_settings(input_price=1, output_price=3)
    )
    assert price(1_000_000, 0, 2_000_000) == pytest.approx(7)


def test_a_plan_says_what_a_run_will_take(corpus: Path, tmp_path: Path) -> None:
    """Its estimate of the prompts is near what is counted, its limits hold, and what is cached is not counted again."""
    settings = scripted_settings(
        cache=True, cache_dir=tmp_path / "answers", entailment=False, input_price=1.0, output_price=2.0
    )
    before = asyncio.run(aplan(corpus, settings))
    assert (before.articles, before.calls, before.cached) == (10, 10, 0)
    usage = virtually(abrief(corpus, settings=settings, transport=SimulatedEndpoint())).run.usage
    assert usage.input_tokens <= before.input_tokens <= 1.4 * usage.input_tokens
    assert usage.output_tokens <= before.output_tokens
    assert usage.cost_usd is not None
    assert before.cost_usd is not None
    assert usage.cost_usd <= before.cost_usd
    after = asyncio.run(aplan(corpus, settings))
    assert (after.calls, after.cached, after.cost_usd) == (0, 10, 0.0)
    assert "price not known" in str(asyncio.run(aplan(corpus, scripted_settings())))
    assert asyncio.run(aplan(corpus, scripted_settings(model="none", base_url=None))).calls == 0


def test_a_plan_counts_the_calls_that_are_not_about_an_article(corpus: Path, tmp_path: Path) -> None:
    """One judges ten summaries, one settles the events, one gives the accounts, two translate; none if all is known."""

    def planned(**options: object) -> Plan:
        return asyncio.run(aplan(corpus, scripted_settings(max_output_tokens=1000, **options)))

    bare, whole = planned(entailment=False), planned()
    assert (bare.calls, whole.calls) == (10, 13)
    assert (bare.output_tokens, whole.output_tokens) == (10_000, 13_000)
    assert whole.input_tokens == bare.input_tokens + 3 * 1000
    assert planned(language="de").calls == 15
    assert planned(language="de", entailment=False).calls == 11
    kept = scripted_settings(cache=True, cache_dir=tmp_path / "answers", max_output_tokens=1000)
    virtually(abrief(corpus, settings=kept, transport=SimulatedEndpoint()))
    after = asyncio.run(aplan(corpus, kept))
    assert (after.calls, after.cached, after.cost_usd) == (0, 10, 0.0)


def test_a_plan_for_a_small_model_counts_two_calls_a_sentence(corpus: Path) -> None:
    """One shortens, one checks; both are short."""
    plan = asyncio.run(aplan(corpus, scripted_settings(profile="small")))
    sentences = sum(len(select(article)) for article in read_inputs([corpus]).articles)
    assert plan.calls == 2 * sentences > 20
    assert (plan.input_tokens, plan.output_tokens) == (400 * plan.calls, 150 * plan.calls)


async def test_two_calls_of_one_size_are_two() -> None:
    """Each gives back its own share, in whatever order they end."""
    budget = Budget(100, None, lambda *_: 0.0)
    with budget.held(20, 20) as first:
        with budget.held(20, 20):
            pass  # it failed, and used nothing
        budget.used(first, 5, 0, 5)
    with pytest.raises(OverBudgetError, match="100 tokens"):
        await budget.room(50, 50, "here")
    await budget.room(45, 45, "here")
