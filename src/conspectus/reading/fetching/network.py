"""Connections that go to a checked address and nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import httpcore2

from conspectus.errors import ArticleError
from conspectus.reading.fetching.screening import refusal

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
_MOST_TRIED = 4


class NoWayError(ArticleError):
    """The host has no address, or none that may be connected to: true of everything on it."""


async def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of the host, as this machine finds them; raises OSError where it finds none."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def settle(addresses: list[str], error: Exception | None) -> None:
        if found.done():
            return
        if error is not None:
            found.set_exception(error)
        else:
            found.set_result(addresses)

    def ask() -> None:
        addresses: list[str] = []
        error: Exception | None = None
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(str(info[4][0]) for info in infos))
        except UnicodeError as odd:
            # What the look-up can't spell has no address.
            error = socket.gaierror(str(odd))
        except Exception as other:  # whatever it is, somebody waits for it
            error = other
        # A run that ended in the meantime has closed its loop.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, addresses, error)

    # A look-up can't be interrupted. On a daemon thread it does not keep an interrupted run from ending.
    threading.Thread(target=ask, name="look-up", daemon=True).start()
    return await found


@dataclass(frozen=True)
class Network:
    """What stands between a fetch and other machines: looking names up, and connecting; tests bring their own."""

    resolve: Resolve = resolved
    backend: httpcore2.AsyncNetworkBackend = field(default_factory=httpcore2.AnyIOBackend)

    @cached_property
    def tls(self) -> ssl.SSLContext:
        """Certificates are verified against what this machine trusts."""
        return httpcore2.default_ssl_context()


class Screened(httpcore2.AsyncNetworkBackend):
    """Looks a host up once, checks what was found, and connects to exactly that.

    Host name and certificate stay those of the address that was asked for. Because the check and the
    connection share one look-up, a name that changes its mind in between changes nothing.
    """

    def __init__(self, network: Network, *, allow_private: bool) -> None:
        self._network = network
        self._allow_private = allow_private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's own signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A stream to the first address of the host that answers; raises NoWayError where none may be used."""
        permitted = await self._permitted(host.strip("[]"), port)
        for number, address in enumerate(permitted, 1):
            try:
                return await self._network.backend.connect_tcp(
                    address, port, timeout=timeout, local_address=local_address, socket_options=socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if number == len(permitted):
                    raise
        raise NoWayError(f"{host} has no address")

    async def _permitted(self, host: str, port: int) -> list[str]:
        try:
            found = await self._network.resolve(host, port)
        except OSError as error:
            raise NoWayError(
                f"the host {host} can't be found ({error.strerror or error})", hint="check the address"
            ) from error
        reasons = {address: refusal(address, allow_private=self._allow_private) for address in found}
        permitted = [address for address, reason in reasons.items() if reason is None]
        if not permitted:
            raise self._refused(host, [reason for reason in reasons.values() if reason])
        return permitted[:_MOST_TRIED]

    def _refused(self, host: str, reasons: list[str]) -> NoWayError:
        if not reasons:
            return NoWayError(f"the host {host} has no address", hint="check the address")
        own = any(reason.endswith(("a private address", "a loopback address")) for reason in reasons)
        return NoWayError(
            f"not fetched: {reasons[0]}",
            hint="if this is your own network, add --allow-private" if own else None,
        )
