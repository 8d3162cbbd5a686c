"""The states of texts, asked of a server."""

from __future__ import annotations

import asyncio
import base64
import json
from array import array
from pathlib import Path
from typing import Any

import httpx2
import pytest

from conspectus.errors import EndpointError
from conspectus.llm.cache import AnswerCache
from conspectus.llm.embedded import Serving
from conspectus.llm.states import States
from conspectus.llm.types import CallRecord


class Server(httpx2.AsyncBaseTransport):
    """Stands for the embedded server: answers each text with its length, in four bytes, or with what it was given."""

    def __init__(self, answer: Any = None, status: int = 200) -> None:
        self.answer = answer
        self.status = status
        self.asked: list[str] = []
        self.keys: list[str] = []
        self.started = 0
        self.answering = self.most_at_once = 0
        self.closed = False

    async def start(self) -> Serving:
        self.started += 1
        await asyncio.sleep(0)
        return Serving("http://127.0.0.1:4711/v1", "key")

    async def aclose(self) -> None:
        self.closed = True

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        body = json.loads(await request.aread())
        assert request.url.path == "/v1/embeddings"
        self.asked.append(body["input"])
        self.keys.append(request.headers["authorization"])
        self.answering += 1
        self.most_at_once = max(self.most_at_once, self.answering)
        await asyncio.sleep(0)
        self.answering -= 1
        numbers = base64.b64encode(array("f", [float(len(body["input"]))]).tobytes()).decode()
        answer = {"data": [{"embedding": numbers}], "usage": {"prompt_tokens": 3}}
        content = json.dumps(answer if self.answer is None else self.answer).encode()
        return httpx2.Response(self.status, content=content, request=request)


def states(server: Server, calls: list[CallRecord] | None = None, cache: AnswerCache | None = None) -> States:
    """The states that the server gives."""
    told = calls.append if calls is not None else None
    return States(server.start, identity="m", slots=2, cache=cache, on_call=told, transport=server)


async def test_a_text_has_a_state() -> None:
    """The server starts once, with the first text, and is asked with its key; each call is told of."""
    server, calls = Server(), list[CallRecord]()
    asked = states(server, calls)
    found = await asyncio.gather(
        asked.of("abc", prompt="head", fingerprint="f"), asked.of("ab", prompt="head", fingerprint="f")
    )
    assert [list(each.numbers) for each in found] == [[3.0], [2.0]]
    assert (server.started, server.keys) == (1, ["Bearer key"] * 2)
    assert [(call.prompt, call.outcome, call.usage.input_tokens, call.usage.cost_usd) for call in calls] == [
        ("head", "answered", 3, 0.0)
    ] * 2


async def test_no_more_texts_are_asked_for_at_once_than_there_are_slots() -> None:
    """The others wait their turn."""
    server = Server()
    asked = states(server)
    await asyncio.gather(*(asked.of("a" * size, prompt="head", fingerprint="f") for size in range(1, 8)))
    assert (len(server.asked), server.most_at_once) == (7, 2)


async def test_no_text_is_asked_for_twice() -> None:
    """Neither at once nor one after the other, and without a cache."""
    server = Server()
    asked = states(server)
    twice = [asked.of("abc", prompt="head", fingerprint="f") for _ in range(2)]
    found = [*await asyncio.gather(*twice), await asked.of("abc", prompt="head", fingerprint="f")]
    assert server.asked == ["abc"]
    assert [(list(each.numbers), each.usage.calls, each.usage.cached) for each in found] == [
        ([3.0], 1, 0),
        ([3.0], 0, 1),
        ([3.0], 0, 1),
    ]


async def test_a_transport_that_was_lent_stays_open() -> None:
    """Others ask it meanwhile."""
    server = Server()
    await states(server).of("abc", prompt="head", fingerprint="f")
    assert not server.closed


async def test_a_known_state_is_not_asked_for(tmp_path: Path) -> None:
    """It comes from the cache, and no server is started for it."""
    for server, started, cached in ((Server(), 1, 0), (Server(), 0, 1)):
        calls = list[CallRecord]()
        async with AnswerCache(tmp_path) as cache:
            found = await states(server, calls, cache).of("abc", prompt="head", fingerprint="f")
        assert list(found.numbers) == [3.0]
        assert (server.started, found.usage.cached, calls[0].cached) == (started, cached, bool(cached))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (None, 503),
        ({}, 200),
        ({"data": [], "usage": {"prompt_tokens": 1}}, 200),
        ({"data": [{"embedding": "!"}], "usage": {"prompt_tokens": 1}}, 200),
        ({"data": [{"embedding": "AAA="}], "usage": {"prompt_tokens": 1}}, 200),
        ({"data": [{"embedding": ""}], "usage": {"prompt_tokens": 1}}, 200),
    ],
)
async def test_an_answer_that_is_none_is_an_error(answer: Any, status: int, tmp_path: Path) -> None:
    """It says so, is told of, and is not kept."""
    calls = list[CallRecord]()
    async with AnswerCache(tmp_path) as cache:
        with pytest.raises(EndpointError, match="gave no state"):
            await states(Server(answer, status), calls, cache).of("abc", prompt="head", fingerprint="f")
        assert [call.outcome for call in calls] == ["EndpointError"]
        again = Server()
        await states(again, cache=cache).of("abc", prompt="head", fingerprint="f")
    assert again.asked == ["abc"]
