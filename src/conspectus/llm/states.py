"""What a model's layers make of a text, asked of a server as an embedding."""

from __future__ import annotations

import asyncio
import base64
import time
from array import array
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass

import httpx2

from conspectus.errors import EndpointError
from conspectus.llm.cache import AnswerCache, key_of
from conspectus.llm.embedded import Serving
from conspectus.llm.types import CallRecord
from conspectus.model.usage import Usage

STATES_PATH = "/embeddings"
"""Where beneath its address a server is asked for states."""

_SECONDS = 120.0


@dataclass(frozen=True)
class State:
    """The state of a text's last token, of length 1 in all, and what it took."""

    numbers: array[float]
    usage: Usage


class States:
    """The states of texts in one model; the server is started with the first that is not cached.

    No text is asked for twice; each takes 6 KB of memory from then on.

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
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._known: dict[str, array[float]] = {}
        self._serving: Serving | None = None

    async def of(self, text: str, *, prompt: str, fingerprint: str) -> State:
        """The state of the text, from the cache where it is known.

        `prompt` and `fingerprint` name in the run record what it is asked for. Raises EndpointError, and WeightsError
        where the server can't be started.
        """
        started = time.perf_counter()
        usage, outcome = Usage(), "answered"
        try:
            # Who asks for what another is waiting for waits for the same answer.
            async with self._turns[text]:
                numbers, usage = await self._found(text)
            return State(numbers, usage)
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

    async def _found(self, text: str) -> tuple[array[float], Usage]:
        """The state as it is known, or as the server gives it, and what that took."""
        if text in self._known:
            return self._known[text], Usage(cached=1)
        key = key_of({"state": text, "endpoint": self._identity})
        kept = await self._cache.get(key) if self._cache else None
        with suppress(ValueError):
            if kept is not None:
                self._known[text] = _numbers(kept)
                return self._known[text], Usage(cached=1)
        async with self._slots:
            encoded, tokens = await self._asked(text)
        if self._cache:
            await self._cache.put(key, encoded)
        self._known[text] = _numbers(encoded)
        return self._known[text], Usage(calls=1, input_tokens=tokens, cost_usd=0.0)

    async def _asked(self, text: str) -> tuple[str, int]:
        """What the server answers, in base64, and the tokens of the text."""
        async with self._starting:
            if self._serving is None:
                self._serving = await self._serve()
        serving = self._serving
        try:
            async with AsyncExitStack() as stack:
                client = httpx2.AsyncClient(transport=self._transport, trust_env=False, timeout=_SECONDS)
                # With a client its transport is closed: one that was lent serves others meanwhile.
                if self._transport is None:
                    await stack.enter_async_context(client)
                response = await client.post(
                    f"{serving.base_url}{STATES_PATH}",
                    headers={"authorization": f"Bearer {serving.key}"},
                    json={"input": text, "encoding_format": "base64"},
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
