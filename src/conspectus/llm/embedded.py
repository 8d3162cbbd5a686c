"""The built-in model server: llama.cpp in this process, asked over loopback like any other endpoint."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx2

from conspectus.errors import EndpointError, WeightsError
from conspectus.llm.first_layers import first_layers

SLOTS = 2
"""Calls answered side by side: two give 1.6 times the throughput of one on two cores."""
SLOT_TOKENS = 8192
"""Tokens of prompt and answer together that one slot holds."""

STATE_TOKENS = 2048
"""Tokens of the longest text whose state is asked for."""

_READY_SECONDS = 120.0
_POLL_SECONDS = 0.1
_PROMPT_CACHE_MIB = 1024


class Server(Protocol):
    """A running server, which stops when nothing refers to it any more."""

    listening_address: str


Start = Callable[[Path, str], Server]


@dataclass(frozen=True)
class Serving:
    """Where the server listens, up to and including `/v1`, and the key that it wants."""

    base_url: str
    key: str


def start_llama(weights: Path, key: str) -> Server:
    """A llama.cpp server with these weights on a free loopback port, silent, wanting `key`.

    Raises RuntimeError when the weights can't be loaded. Holds the interpreter while it loads them.
    """
    params = _params(weights, key)
    params.n_ctx = SLOTS * SLOT_TOKENS
    params.use_jinja = True
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    return _started(params)


def start_states(weights: Path, key: str) -> Server:
    """A server as `start_llama` starts it, which answers with the state of a text's last token and writes nothing."""
    params = _params(weights, key)
    params.n_ctx = SLOTS * STATE_TOKENS
    params.embedding = True
    params.pooling_type = _xllamacpp().llama_pooling_type.LLAMA_POOLING_TYPE_LAST
    # A text is read in one go, or its last state is not to be had.
    params.n_batch = params.n_ubatch = STATE_TOKENS
    return _started(params)


def _xllamacpp() -> Any:
    # 60 MB of native code that a hosted model does not need.
    import xllamacpp  # type: ignore[import-untyped]  # noqa: PLC0415

    return xllamacpp


def _params(weights: Path, key: str) -> Any:
    params = _xllamacpp().CommonParams()
    params.model.path = str(weights)
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    params.n_parallel = SLOTS
    params.warmup = False
    params.ui = False
    params.endpoint_slots = False
    params.verbosity = -1
    return params


def _started(params: Any) -> Server:
    server: Server = _xllamacpp().Server(params)
    return server


@asynccontextmanager
async def serve(
    weights: Path,
    *,
    start: Start = start_llama,
    transport: httpx2.AsyncBaseTransport | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> AsyncIterator[Serving]:
    """A server with these weights, ready to be asked; it stops on leaving.

    Raises WeightsError when the weights can't be loaded, EndpointError when the server does not get ready.
    """
    key = secrets.token_urlsafe(24)
    # The server stops with its last reference, and a future would keep one: the list is the only holder.
    held: list[Server] = []
    try:
        await asyncio.to_thread(lambda: held.append(start(weights, key)))
    except RuntimeError as error:
        raise WeightsError(
            f"can't be loaded as a model: {error}", where=str(weights), hint="is it a complete GGUF file?"
        ) from error
    address = held[0].listening_address
    try:
        # A proxy from the environment must not stand between this process and itself.
        async with httpx2.AsyncClient(transport=transport, trust_env=False) as client:
            await _ready(client, address, sleep)
        yield Serving(base_url=f"{address}/v1", key=key)
    finally:
        held.clear()


@asynccontextmanager
async def serve_first_layers(weights: Path, layers: int) -> AsyncIterator[Serving]:
    """A server that answers with what so many first layers of the weights make of a text; it stops on leaving.

    Raises WeightsError where they can't be taken or loaded, EndpointError as `serve` does.
    """
    taken = await asyncio.to_thread(first_layers, weights, layers)
    async with serve(taken, start=start_states) as serving:
        yield serving


async def _ready(client: httpx2.AsyncClient, address: str, sleep: Callable[[float], Awaitable[None]]) -> None:
    for _ in range(round(_READY_SECONDS / _POLL_SECONDS)):
        try:
            response = await client.get(f"{address}/health")
            if response.status_code == httpx2.codes.OK:
                return
        except httpx2.TransportError:
            pass
        await sleep(_POLL_SECONDS)
    raise EndpointError(f"the embedded model was not ready after {_READY_SECONDS:.0f} s", where=address)
