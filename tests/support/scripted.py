"""A language model whose answers are written by hand, behind the real client.

    endpoint = ScriptedEndpoint([fault(429, retry_after=1), reply({"headline": "…"})])
    async with endpoint.model() as model:
        answer = await model.ask(messages, Headline, max_output_tokens=100)
    endpoint.finished()

It stands where the network would, so the answers go through openai, instructor and tenacity like any
other. Instead of a list it takes a function from the request's body to a step.
"""

from __future__ import annotations

import base64
import json
import math
from array import array
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
from pydantic import BaseModel

from conspectus.llm import CallRecord, LanguageModel, open_model
from conspectus.settings import Settings

Body = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One response, or the exception that stands for a fault of the network."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    raises: type[Exception] | None = None


def reply(
    value: BaseModel | Mapping[str, Any] | str,
    *,
    logprobs: Any = None,
    finish_reason: str = "stop",
    refusal: str | None = None,
    input_tokens: int = 10,
    cached_input_tokens: int = 0,
    output_tokens: int = 5,
) -> Step:
    """An answer: a value as JSON, or a text as it is."""
    if isinstance(value, BaseModel):
        text = value.model_dump_json()
    elif isinstance(value, str):
        text = value
    else:
        text = json.dumps(value, ensure_ascii=False)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    choice = {"index": 0, "finish_reason": finish_reason, "message": message, "logprobs": logprobs}
    usage = {
        "prompt_tokens": input_tokens,
        "completion_tokens": output_tokens,
        "total_tokens": input_tokens + output_tokens,
        "prompt_tokens_details": {"cached_tokens": cached_input_tokens},
    }
    return Step(
        body={
            "id": "scripted",
            "object": "chat.completion",
            "created": 0,
            "model": "scripted",
            "choices": [choice],
            "usage": usage,
        }
    )


def choice(option: str, probabilities: Mapping[str, float] | None = None) -> Step:
    """An answer to `choose`; the probabilities are those of each option's text as one token."""
    if probabilities is None:
        return reply({"answer": option})
    others = [_token(text, share) for text, share in probabilities.items()]
    tokens = [
        {**_token('{"answer": "', 1.0), "top_logprobs": []},
        {**_token(option, probabilities[option]), "top_logprobs": others},
        {**_token('"}', 1.0), "top_logprobs": []},
    ]
    return reply({"answer": option}, logprobs={"content": tokens, "refusal": None})


def state(*numbers: float) -> Step:
    """What a model's layers make of a text."""
    embedding = base64.b64encode(array("f", numbers).tobytes()).decode()
    return raw({"data": [{"embedding": embedding}], "usage": {"prompt_tokens": 15}})


def _token(text: str, probability: float) -> dict[str, Any]:
    return {"token": text, "logprob": math.log(probability), "bytes": list(text.encode())}


def truncated(text: str = '{"cut": "o') -> Step:
    """An answer that hit the output-token limit."""
    return reply(text, finish_reason="length", output_tokens=100_000)


def broken_off(text: str = '{"cut": "o') -> Step:
    """An answer that the endpoint gave up long before its limit."""
    return reply(text, finish_reason="length", output_tokens=3)


def refusal(words: str = "I can't help with that.") -> Step:
    """A refusal in the protocol's own field."""
    return reply("", refusal=words)


def filtered() -> Step:
    """An answer that a content filter stopped."""
    return reply("", finish_reason="content_filter")


def fault(
    status: int,
    message: str = "scripted fault",
    *,
    code: str | None = None,
    param: str | None = None,
    retry_after: float | str | None = None,
) -> Step:
    """An error status with the protocol's error body."""
    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    return Step(status, {"error": {"message": message, "code": code, "param": param}}, headers)


def page(html: str = "<html><body>Welcome!</body></html>", status: int = 200) -> Step:
    """A web page where an API was expected."""
    return Step(status, html.encode(), {"content-type": "text/html"})


def raw(body: Any, status: int = 200) -> Step:
    """Any JSON body, or any bytes announced as JSON."""
    return Step(status, body)


def broken(kind: type[Exception] = httpx2.ReadError) -> Step:
    """A fault of the network: ConnectError, ReadTimeout, ReadError …"""
    return Step(raises=kind)


Script = Sequence[Step] | Callable[[Body], Step]


class ScriptedEndpoint(httpx2.AsyncBaseTransport):
    """Answers from a script; `bodies` and `headers` are what was asked, in order."""

    def __init__(self, script: Script) -> None:
        self._next = script if callable(script) else None
        self._steps = [] if callable(script) else list(script)
        self.bodies: list[Body] = []
        self.headers: list[Mapping[str, str]] = []
        self.waits: list[float] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The next step's response."""
        body = json.loads(await request.aread())
        self.bodies.append(body)
        self.headers.append(dict(request.headers))
        if self._next is not None:
            step = self._next(body)
        else:
            assert self._steps, (
                f"the script ended before request {len(self.bodies)}: {prompt_of(body)[-200:]}"
            )
            step = self._steps.pop(0)
        if step.raises is not None:
            raise step.raises("scripted")
        content = step.body if isinstance(step.body, bytes) else json.dumps(step.body).encode()
        headers = {"content-type": "application/json", **step.headers}
        return httpx2.Response(step.status, content=content, headers=headers, request=request)

    def finished(self) -> None:
        """Fails when steps of the script were never asked for."""
        assert not self._steps, f"{len(self._steps)} steps of the script were not asked for"

    async def sleep(self, seconds: float) -> None:
        """Notes the wait and returns at once."""
        self.waits.append(seconds)

    @asynccontextmanager
    async def model(
        self,
        settings: Settings | None = None,
        *,
        on_call: Callable[[CallRecord], None] | None = None,
    ) -> AsyncIterator[LanguageModel]:
        """The model behind this endpoint, opened as the pipeline opens it."""
        chosen = settings or scripted_settings()
        async with open_model(chosen, on_call=on_call, transport=self, sleep=self.sleep) as model:
            assert model is not None
            yield model


def scripted_settings(**changes: Any) -> Settings:
    """Settings for a scripted endpoint: hosted, large, without a cache; `changes` go on top."""
    usual = {"base_url": "http://scripted.invalid/v1", "model": "scripted", "cache": False}
    return Settings.load(**{**usual, **changes})


def accounts(body: Body, *told: Mapping[str, Any]) -> Step:
    """Accounts of the first events, as the schema of the request wants them; empty where none is told."""
    if '"events"' in json.dumps(body["response_format"]):
        return reply({"events": list(told)})
    return reply(told[0] if told else {"event": "e1", "sentences": [], "conflicts": []})


def prompt_of(body: Body) -> str:
    """All messages of a request, one after the other."""
    return "\n".join(str(message["content"]) for message in body["messages"])
