"""The simulated endpoint without a server: the benchmark's answers, latencies and faults, in virtual time."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter, defaultdict
from typing import Any

import httpx2

from bench.endpoint.answers import ARTICLE, Answer, answer, digest, request_key
from bench.endpoint.settings import Settings


class SimulatedEndpoint(httpx2.AsyncBaseTransport):
    """Stands where the network would; faults are drawn as the server draws them.

    `chains` are the seconds that the calls about each article took one after the other, and were asked to wait;
    `served` are those of all answers together.
    """

    def __init__(self, **settings: Any) -> None:
        self.settings = Settings(**settings)
        self.sent = 0
        self.in_flight = self.most_in_flight = 0
        self.refused: Counter[str] = Counter()
        self.answered: Counter[int] = Counter()
        self.chains: defaultdict[str, float] = defaultdict(float)
        self.served = 0.0
        self._attempts: Counter[int] = Counter()
        self._levels = {"rpm": self.settings.rpm, "tpm": self.settings.tpm}
        self._then = 0.0

    @property
    def wasted(self) -> float:
        """The share of requests that were sent back because of a limit."""
        return self.refused["limit"] / max(1, self.sent)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, after the time that it takes."""
        self.sent += 1
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        body = json.loads(await request.aread())
        articles = ARTICLE.findall(json.dumps(body["messages"]))
        began = asyncio.get_running_loop().time()
        headers: dict[str, str] = {}
        try:
            status, content, headers = await self._answer(body)
        finally:
            self.in_flight -= 1
            asked = float(headers.get("retry-after-ms", 0)) / 1000
            self.chains[min(articles, default="")] += asyncio.get_running_loop().time() - began + asked
        return httpx2.Response(status, json=content, headers=headers, request=request)

    async def _answer(self, body: dict[str, Any]) -> tuple[int, Any, dict[str, str]]:
        key = request_key(self.settings, body)
        self._attempts[key] += 1
        fault = self._drawn(key)
        made = answer(self.settings, body, key, cut=fault == "ptrunc")
        if self.settings.max_concurrency and self.in_flight > self.settings.max_concurrency:
            self.refused["limit"] += 1
            return await self._slow_down(self.settings.retry_after)
        wait = self._limits(made)
        if wait:
            self.refused["limit"] += 1
            return await self._slow_down(wait)
        if fault:
            self.refused[fault] += 1
        match fault:
            case "p429":
                return await self._slow_down(self.settings.retry_after)
            case "p500":
                await asyncio.sleep(made.ttft)
                return 500, {"error": {"message": "The server had an error."}}, {}
            case "preset":
                await asyncio.sleep(made.ttft)
                raise httpx2.ReadError("reset")
            case "phang":
                await asyncio.sleep(self.settings.hang_seconds)
        await asyncio.sleep(made.service)
        self.served += made.service
        if not fault:
            self.answered[key] += 1
        text = f"{made.text[:-1]},}}" if fault == "pbadjson" else made.text
        choice = {
            "index": 0,
            "finish_reason": "length" if made.truncated else "stop",
            "message": {"role": "assistant", "content": text},
        }
        usage = {
            "prompt_tokens": made.prompt_tokens,
            "completion_tokens": made.completion_tokens,
            "total_tokens": made.prompt_tokens + made.completion_tokens,
        }
        return 200, {"id": made.ref, "object": "chat.completion", "choices": [choice], "usage": usage}, {}

    def _drawn(self, key: int) -> str:
        luck = random.Random(digest(self.settings.seed, "fault", key, self._attempts[key])).random()  # noqa: S311 - reproducible
        for name in ("p429", "p500", "preset", "ptrunc", "pbadjson", "phang"):
            share = getattr(self.settings, name)
            if luck < share:
                return name
            luck -= share
        return ""

    def _limits(self, made: Answer) -> float:
        now = asyncio.get_running_loop().time()
        waits = []
        for name, amount in (("rpm", 1), ("tpm", made.prompt_tokens + made.completion_tokens)):
            most = getattr(self.settings, name)
            if most:
                self._levels[name] = min(most, self._levels[name] + (now - self._then) * most / 60)
                waits.append(max(0.0, (amount - self._levels[name]) / (most / 60)))
        self._then = now
        wait = max(waits, default=0.0)
        if not wait:
            for name, amount in (("rpm", 1), ("tpm", made.prompt_tokens + made.completion_tokens)):
                self._levels[name] -= amount
        return wait

    @staticmethod
    async def _slow_down(wait: float) -> tuple[int, Any, dict[str, str]]:
        await asyncio.sleep(0.02)
        return (
            429,
            {"error": {"message": "Rate limit reached."}},
            {"retry-after-ms": str(int(1000 * wait) + 1)},
        )
