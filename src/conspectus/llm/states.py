"""What a model's layers make of a text, asked of a server as an embedding."""

from __future__ import annotations

import asyncio
import base64
import time
from array import array
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import httpx2

from conspectus.errors import EndpointError
from conspectus.llm.cache import AnswerCache, key_of
from conspectus.llm.embedded import Serving
from conspectus.llm.types import CallRecord
from conspectus.model.usage import Usage

_SECONDS = 120.0


@dataclass(frozen=True)
class State:
    """The state of a text's last token, of length 1 in all, and what it took."""

    numbers: array[float]
    usage: Usage


class States:
    """The states of texts in one model; the server is started with the first that is not cached.

    `identity` tells its states from another model's in the cache, `on_call` is told of each that is asked for, and
    `transport` replaces the network.
    """

    def __init__(
        self,
        serve: Callable[[], Awaitable[Serving]],
        *,
        identity: str,
        slots: int,
        cache: AnswerCache | None = None,
        on_call: Callable[[CallRecord], None] | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._serve = serve
        self._identity = identity
        self._cache = cache
        self._on_call = on_call
        self._transport = transport
        self._slots = asyncio.Semaphore(slots)
        self._starting = asyncio.Lock()
        self._serving: Serving | None = None

    async def of(self, text: str, *, prompt: str, fingerprint: str) -> State:
        """The state of the text, from the cache where it is known.

        `prompt` and `fingerprint` name in the run record what it is asked for. Raises EndpointError, and WeightsError
        where the server can't be started.
        """
        started = time.perf_counter()
        usage, outcome = Usage(), "answered"
        try:
            key = key_of({"state": text, "endpoint": self._identity})
            kept = await self._cache.get(key) if self._cache else None
            with suppress(ValueError):
                if kept is not None:
                    numbers, usage = _numbers(kept), Usage(cached=1)
                    return State(numbers, usage)
            async with self._slots:
                encoded, tokens = await self._asked(text)
            usage = Usage(calls=1, input_tokens=tokens, cost_usd=0.0)
            if self._cache:
                await self._cache.put(key, encoded)
            return State(_numbers(encoded), usage)
        except BaseException as error:
            outcome = "cancelled" if isinstance(error, asyncio.CancelledError) else type(error).__name__
            raise
        finally:
            if self._on_call is not None:
                seconds = time.perf_counter() - started
                self._on_call(
                    CallRecord(
                        prompt=prompt,
                        fingerprint=fingerprint,
                        usage=usage,
                        seconds=seconds,
                        cached=bool(usage.cached),
                        outcome=outcome,
                    )
                )

    async def _asked(self, text: str) -> tuple[str, int]:
        """What the server answers, in base64, and the tokens of the text."""
        async with self._starting:
            if self._serving is None:
                self._serving = await self._serve()
        serving = self._serving
        try:
            async with httpx2.AsyncClient(
                transport=self._transport, trust_env=False, timeout=_SECONDS
            ) as client:
                response = await client.post(
                    f"{serving.base_url}/embeddings",
                    headers={"authorization": f"Bearer {serving.key}"},
                    json={"model": self._identity, "input": text, "encoding_format": "base64"},
                )
            response.raise_for_status()
            answer = response.json()
            encoded = str(answer["data"][0]["embedding"])
            _ = _numbers(encoded)
            return encoded, int(answer["usage"]["prompt_tokens"])
        except (httpx2.HTTPError, ValueError, KeyError, IndexError, TypeError) as error:
            raise EndpointError(
                f"the embedded model gave no state of a text: {error}", where=serving.base_url
            ) from error


def _numbers(encoded: str) -> array[float]:
    """The numbers of four bytes each; raises ValueError where there are none."""
    numbers = array("f")
    numbers.frombytes(base64.b64decode(encoded, validate=True))
    if not numbers:
        raise ValueError("it is empty")
    return numbers
