"""Whether an endpoint answers: one harmless request, and a sentence without secrets."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx2
import pytest

from conspectus.llm.opening import PROVIDER_ADDRESS
from conspectus.llm.probe import reachable
from tests.support.scripted import scripted_settings

Answer = Callable[[httpx2.Request], httpx2.Response]


def listing(*names: str) -> httpx2.Response:
    """A list of models."""
    models = [{"id": name, "object": "model", "created": 0, "owned_by": "x"} for name in names]
    return httpx2.Response(200, json={"object": "list", "data": models})


def unreachable(_: httpx2.Request) -> httpx2.Response:
    """Nobody listens."""
    raise httpx2.ConnectError("scripted")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda _: listing("scripted", "b"), "answers and has it"),
        (lambda _: listing("a", "b"), r"does not list it among its models \(2\)"),
        (lambda _: httpx2.Response(404, json={"error": {"message": "no"}}), "does not list its models"),
        (lambda _: httpx2.Response(401, json={"error": {"message": "bad sk-1"}}), "refuses the API key"),
        (lambda _: httpx2.Response(200, html="<p>Hello</p>"), "not with a list of models"),
        (lambda _: httpx2.Response(200, json=[1]), "not with a list of models"),
        (unreachable, "can't be reached"),
    ],
)
async def test_the_answer_is_a_sentence(answer: Answer, said: str) -> None:
    """It names the address and what came of it, and never the key."""
    settings = scripted_settings(api_key="sk-1", base_url="http://u:pw@scripted.invalid/v1?k=sk-1")
    sentence = await reachable(settings, transport=httpx2.MockTransport(answer))
    assert sentence.startswith("http://scripted.invalid/v1")
    assert re.search(said, sentence)
    assert "sk-1" not in sentence
    assert "pw" not in sentence


async def test_without_an_address_the_provider_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever OPENAI_BASE_URL says, as in a run; one request, for the list of models."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://elsewhere.invalid/v1")
    asked: list[tuple[str, str]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append((request.method, str(request.url)))
        return listing("scripted")

    settings = scripted_settings(api_key="sk-1").model_copy(update={"base_url": None})
    await reachable(settings, transport=httpx2.MockTransport(answer))
    assert asked == [("GET", f"{PROVIDER_ADDRESS}/models")]


@pytest.mark.parametrize("address", ["http://[bad", "http://host:port/v1"])
async def test_what_is_no_address_is_called_so(address: str) -> None:
    """Nothing is asked."""
    assert await reachable(scripted_settings(base_url=address)) == "the endpoint's address is no address"
