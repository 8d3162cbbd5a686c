"""The server: `python -m bench.endpoint --port 8900 --p429 0.1 --scale 10`."""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import re
import time
from collections import Counter, OrderedDict
from dataclasses import asdict, fields
from typing import Any

from aiohttp import web

from bench.endpoint.answers import ARTICLE, REF, Answer, answer, digest, request_key, sentences
from bench.endpoint.path import totals
from bench.endpoint.settings import Record, Settings

_LABEL = re.compile(r"^c\d+ \[[^\]\n]*\]: ", re.M)
_FAULTS = ("p429", "p500", "preset", "ptrunc", "pbadjson", "phang")


class State:
    """Counters since the last reset."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.reset()

    def reset(self) -> None:
        """Everything counted is forgotten, attempt numbers too, so that faults repeat exactly."""
        self.start = time.perf_counter()
        self.records: list[Record] = []
        self.attempts: Counter[int] = Counter()
        self.in_flight = self.most_in_flight = 0
        self.levels = {name: (getattr(self.settings, name), self.start) for name in ("rpm", "tpm")}
        self.quoted_by: dict[str, str] = {}
        self.prefixes: OrderedDict[int, None] = OrderedDict()

    def now(self) -> float:
        """Real seconds since the last reset."""
        return time.perf_counter() - self.start

    def take(self, name: str, amount: float) -> float:
        """0 where the bucket has room, else the seconds until it has."""
        most = getattr(self.settings, name)
        if not most:
            return 0.0
        level, then = self.levels[name]
        now = time.perf_counter()
        rate = most * self.settings.scale / 60
        level = min(most, level + (now - then) * rate)
        wanted = min(amount, most)
        granted = level >= wanted
        self.levels[name] = (level - amount if granted else level, now)
        return 0.0 if granted else (wanted - level) / rate

    def parents(self, prompt: str) -> list[str]:
        """The answers that a prompt depends on."""
        found = set(REF.findall(prompt))
        if not ARTICLE.search(prompt):
            repeated = sentences(_LABEL.sub("", prompt))
            found |= {self.quoted_by[each] for each in repeated if each in self.quoted_by}
        return sorted(found)

    def cached(self, prompt: str) -> int:
        """Tokens at the start of the prompt that an earlier one had too, in whole steps from the least length on."""
        hit = 0
        least, step = self.settings.prefix_least, self.settings.prefix_step
        for end in range(4 * least, len(prompt) + 1, 4 * step):
            key = digest(prompt[:end])
            if key in self.prefixes:
                hit = end // 4
            self.prefixes[key] = None
        return hit


def _error(status: int, message: str, code: str, headers: dict[str, str] | None = None) -> web.Response:
    body = {"error": {"message": message, "type": code, "param": None, "code": code}}
    return web.json_response(body, status=status, headers=headers)


def _slow_down(wait: float, what: str) -> web.Response:
    headers = {
        "Retry-After": str(max(1, math.ceil(wait))),
        "retry-after-ms": str(max(1, math.ceil(wait * 1000))),
    }
    return _error(429, f"Rate limit reached ({what}).", "rate_limit_exceeded", headers)


def _drawn(settings: Settings, key: int, attempt: int) -> str:
    luck = random.Random(digest(settings.seed, "fault", key, attempt)).random()  # noqa: S311 - reproducible
    for name in _FAULTS:
        share = getattr(settings, name)
        if luck < share:
            return name[1:]
        luck -= share
    return ""


class Watched(asyncio.Protocol):
    """A connection's protocol, which passes everything on; the last answer's record learns that nobody read it.

    When a process ends, its system resets a connection on which something is left unread, and closes any other.
    """

    def __init__(self, protocol: asyncio.Protocol) -> None:
        self.record: Record | None = None
        self._protocol = protocol

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self._protocol.data_received(data)

    def eof_received(self) -> bool | None:
        """Nothing more comes."""
        return self._protocol.eof_received()

    def pause_writing(self) -> None:
        """The client is slower than the answer."""
        self._protocol.pause_writing()

    def resume_writing(self) -> None:
        """It has caught up."""
        self._protocol.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        if self.record is not None and isinstance(exc, ConnectionResetError):
            self.record.unread = self.record.status == 200
        self._protocol.connection_lost(exc)


def _watch(request: web.Request, record: Record) -> None:
    if request.transport is None:
        return
    protocol = request.transport.get_protocol()
    if not isinstance(protocol, Watched):
        assert isinstance(protocol, asyncio.Protocol)  # noqa: S101 - aiohttp's own
        protocol = Watched(protocol)
        request.transport.set_protocol(protocol)
    protocol.record = record


async def complete(request: web.Request) -> web.StreamResponse:
    """One completion, noted whatever becomes of it."""
    state: State = request.app["state"]
    record = Record(started=state.now())
    records = state.records
    records.append(record)
    _watch(request, record)
    state.in_flight += 1
    state.most_in_flight = max(state.most_in_flight, state.in_flight)
    try:
        response = await _answered(request, state, record)
        record.status = response.status
    except asyncio.CancelledError:
        record.status, record.fault = 499, record.fault or "cancelled"
        raise
    else:
        return response
    finally:
        record.ended = state.now()
        if records is state.records:
            state.in_flight -= 1


async def _answered(request: web.Request, state: State, record: Record) -> web.StreamResponse:
    settings = state.settings
    body = json.loads(await request.read())
    key = request_key(settings, body)
    state.attempts[key] += 1
    fault = _drawn(settings, key, state.attempts[key])
    made = answer(settings, body, key, cut=fault == "trunc")
    prompt = "\n".join(str(message.get("content")) for message in body["messages"])
    record.key, record.ref, record.prompt_tokens = f"{key:016x}", made.ref, made.prompt_tokens
    record.parents, record.articles = state.parents(prompt), sorted(set(ARTICLE.findall(prompt)))
    if settings.context_window and made.prompt_tokens > settings.context_window:
        record.fault = "context"
        said = (
            f"maximum context length is {settings.context_window} tokens, but there are {made.prompt_tokens}"
        )
        return _error(400, said, "context_length_exceeded")
    if settings.max_concurrency and state.in_flight > settings.max_concurrency:
        record.fault = "limit"
        return _slow_down(settings.retry_after / settings.scale, "concurrency")
    for name, amount in (("rpm", 1), ("tpm", made.prompt_tokens + made.completion_tokens)):
        if wait := state.take(name, amount):
            record.fault = "limit"
            return _slow_down(wait, name)
    record.fault = fault
    match fault:
        case "429":
            await asyncio.sleep(0.05 / settings.scale)
            return _slow_down(settings.retry_after / settings.scale, "injected")
        case "500":
            await asyncio.sleep(made.ttft)
            return _error(500, "The server had an error.", "server_error")
        case "reset":
            await asyncio.sleep(made.ttft)
            if request.transport:
                request.transport.abort()
            # The connection's end cancels this; an error would be told among the tables.
            await asyncio.sleep(settings.hang_seconds)
        case "hang":
            await asyncio.sleep(settings.hang_seconds / settings.scale)
    record.service, record.completion_tokens = made.service, made.completion_tokens
    record.cached_tokens = state.cached(prompt)
    await asyncio.sleep(made.service)
    if not fault:
        state.quoted_by |= dict.fromkeys(made.quotes, made.ref)
    return web.json_response(_envelope(body, made, record, bad=fault == "badjson"))


def _envelope(body: dict[str, Any], made: Answer, record: Record, *, bad: bool) -> dict[str, Any]:
    text = f"{made.text[:-1]},}}" if bad else made.text
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
    if made.tool:
        call = {"id": f"call_{made.ref}", "type": "function"}
        message |= {
            "content": None,
            "tool_calls": [{**call, "function": {"name": made.tool, "arguments": text}}],
        }
    return {
        "id": made.ref,
        "object": "chat.completion",
        "created": int(time.time()),
        "model": body.get("model", "simulated"),
        "choices": [
            {
                "index": 0,
                "message": message,
                "finish_reason": "length" if made.truncated else "stop",
                "logprobs": _logprobs() if body.get("logprobs") and made.yes else None,
            }
        ],
        "usage": {
            "prompt_tokens": record.prompt_tokens,
            "completion_tokens": made.completion_tokens,
            "total_tokens": record.prompt_tokens + made.completion_tokens,
            "prompt_tokens_details": {"cached_tokens": record.cached_tokens},
        },
    }


def _logprobs() -> dict[str, Any]:
    def token(text: str, share: float) -> dict[str, Any]:
        return {"token": text, "logprob": math.log(share), "bytes": None, "top_logprobs": []}

    options = [token("yes", 0.97), token("no", 0.03)]
    return {
        "content": [
            token('{"answer": "', 1.0),
            {**token("yes", 0.97), "top_logprobs": options},
            token('"}', 1.0),
        ]
    }


async def stats(request: web.Request) -> web.Response:
    """What was counted since the last reset; `?records=1` adds every request."""
    state: State = request.app["state"]
    found = totals(state.records, state.most_in_flight) | {"began": state.start}
    if request.query.get("records"):
        found["records"] = [asdict(record) for record in state.records]
    return web.json_response(found)


async def reset(request: web.Request) -> web.Response:
    """Counters at zero; a JSON body says which settings are changed, all others are as at the start."""
    state: State = request.app["state"]
    changed = await request.json() if request.can_read_body else {}
    state.settings = Settings(**{**request.app["settings"], **changed})
    state.reset()
    return web.json_response(asdict(state.settings))


async def models(_: web.Request) -> web.Response:
    """The one model there is."""
    return web.json_response(
        {"object": "list", "data": [{"id": "simulated", "object": "model", "created": 1}]}
    )


def application(settings: Settings) -> web.Application:
    """The server with these settings."""
    app = web.Application(client_max_size=2**28)
    app["state"], app["settings"] = State(settings), asdict(settings)
    app.router.add_post("/v1/chat/completions", complete)
    app.router.add_get("/v1/models", models)
    app.router.add_get("/stats", stats)
    app.router.add_post("/reset", reset)
    return app


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8900)
    for field in fields(Settings):
        kind = type(field.default)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=field.default)
    given = vars(parser.parse_args())
    port = given.pop("port")
    web.run_app(
        application(Settings(**given)),
        host="127.0.0.1",
        port=port,
        access_log=None,
        print=None,
        backlog=4096,
        handler_cancellation=True,
        shutdown_timeout=1.0,
    )


if __name__ == "__main__":
    main()
