"""The openai client for one endpoint, and the caller that sends through it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Coroutine
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from conspectus.errors import SettingsError
from conspectus.llm.budget import Budget
from conspectus.llm.caller import Caller
from conspectus.llm.pace import Pace
from conspectus.llm.retry import Sleep
from conspectus.llm.types import Endpoint
from conspectus.settings import Settings

_IDLE = 20
"""Connections that may wait for the next call: each one that waits is looked at with every call that begins or ends."""


def connected(
    settings: Settings,
    endpoint: Endpoint,
    budget: Budget,
    *,
    transport: httpx2.AsyncBaseTransport | None,
    sleep: Sleep,
) -> tuple[Caller, Callable[[], Coroutine[Any, Any, None]]]:
    """A caller, and what closes its connections; raises SettingsError where the address is none.

    No proxy from the environment stands between this process and a server of its own.
    """
    slots = endpoint.profile.slots
    pace = Pace(slots, calls_a_minute=settings.rpm, tokens_a_minute=settings.tpm)

    async def heard(response: httpx2.Response) -> None:
        pace.heard(response.headers)

    try:
        http = httpx2.AsyncClient(
            transport=transport,
            verify=_trusted(endpoint.base_url),
            trust_env=not endpoint.embedded,
            follow_redirects=True,
            timeout=httpx2.Timeout(settings.timeout_seconds),
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=min(slots, _IDLE)),
            event_hooks={"response": [heard]},
        )
        client = openai.AsyncOpenAI(
            api_key=endpoint.key or "none",
            base_url=endpoint.base_url,
            max_retries=0,
            timeout=settings.timeout_seconds,
            http_client=http,
        )
    except (ValueError, httpx2.InvalidURL) as error:
        raise SettingsError(f"is no address: {error}", where="base_url") from error
    caller = Caller(
        client,
        address=endpoint.address,
        model=endpoint.name,
        key=endpoint.key,
        pace=pace,
        budget=budget,
        timeout=settings.timeout_seconds,
        attempts=settings.attempts,
        sleep=sleep,
    )
    return caller, client.close


def _trusted(address: str) -> ssl.SSLContext | bool:
    """Nobody for plain HTTP on this machine, where it takes longer to read whom the system trusts than to connect.

    Should such an address lead to another that has to be trusted, that fails.
    """
    parts = urlsplit(address)
    return (
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if parts.scheme == "http" and _here(parts.hostname) else True
    )


def _here(host: str | None) -> bool:
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False
