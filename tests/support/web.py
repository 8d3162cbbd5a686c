"""A web whose hosts and answers are written by hand, beneath the real HTTP client.

    web = Web({"example.org": "93.184.215.14"})
    web.serve("http://example.org/a", html("…"))
    async with Fetcher(settings, web.network) as fetcher: …

It stands where sockets would: what goes over the wire is real HTTP, taken apart by the real client.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import ssl
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpcore2

from conspectus.reading.fetching.network import Network

PUBLIC = "93.184.215.14"


@dataclass(frozen=True)
class Reply:
    """One answer: each piece is sent after `pause` seconds; `raw` pieces replace head and body."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Sequence[bytes] = ()
    pause: float = 0.0
    raw: Sequence[bytes] | None = None

    @property
    def wire(self) -> list[bytes]:
        """The answer as it goes over the wire."""
        if self.raw is not None:
            return list(self.raw)
        headers = {"Content-Length": str(sum(map(len, self.pieces))), **self.headers}
        lines = [
            f"HTTP/1.1 {self.status} Said",
            *(f"{name}: {value}" for name, value in headers.items()),
            "",
            "",
        ]
        return ["\r\n".join(lines).encode("utf-8"), *self.pieces]


def page(body: str | bytes, *, kind: str = "text/html; charset=utf-8", **headers: str) -> Reply:
    """A body of that type; underscores in names of headers are hyphens."""
    data = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(headers={"Content-Type": kind, **named}, pieces=(data,))


def moved(to: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(status, {"Location": to})


def zipped(data: bytes, kind: str = "text/html") -> Reply:
    """A body packed with gzip."""
    return Reply(headers={"Content-Type": kind, "Content-Encoding": "gzip"}, pieces=(gzip.compress(data),))


def news(title: str, *sentences: str, head: str = "") -> str:
    """A page with an article of those sentences, a paragraph each."""
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    stated = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title})
    return (
        f"<html lang='en'><head><title>{title}</title>{head}<script type='application/ld+json'>{stated}</script>"
        f"</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )


@dataclass(frozen=True)
class Request:
    """One request as it arrived: to which address, for which host and target."""

    address: str
    port: int
    host: str
    target: str
    headers: Mapping[str, str]
    server_name: str | None
    at: float


class Web:
    """Hosts with their addresses, and what stands at each URL; a host may change its address at each look-up."""

    def __init__(self, hosts: Mapping[str, str | Sequence[str] | Callable[[], Sequence[str]]]) -> None:
        self._hosts = hosts
        self._replies: dict[str, Reply | Callable[[Request], Reply]] = {}
        self.requests: list[Request] = []
        self.connections: list[str] = []
        self.looked_up: list[str] = []
        self.unreachable: set[str] = set()
        self.streams: set[object] = set()

    def serve(self, url: str, reply: Reply | Callable[[Request], Reply]) -> None:
        """Answers requests for the URL like this from now on."""
        parts = urlsplit(url)
        self._replies[f"{parts.netloc} {parts.path or '/'}{'?' + parts.query if parts.query else ''}"] = reply

    @property
    def network(self) -> Network:
        """The network that leads to this web and nowhere else."""
        return Network(resolve=self._resolve, backend=_Backend(self))

    @property
    def targets(self) -> list[str]:
        """Host and target of each request so far, but those for robots.txt."""
        return [each.host + each.target for each in self.requests if each.target != "/robots.txt"]

    async def _resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        if host not in self._hosts:
            raise OSError(-2, "Name or service not known")
        found = self._hosts[host]
        if callable(found):
            return found()
        return [found] if isinstance(found, str) else found

    def answer(self, request: Request) -> Reply:
        """What the request is answered; anything that is not served is not found."""
        self.requests.append(request)
        reply = self._replies.get(f"{request.host} {request.target}", Reply(404))
        return reply(request) if callable(reply) else reply


class _Backend(httpcore2.AsyncNetworkBackend):
    def __init__(self, web: Web) -> None:
        self._web = web

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's own signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A stream to that address."""
        self._web.connections.append(host)
        if host in self._web.unreachable:
            raise httpcore2.ConnectError("refused")
        return _Stream(self._web, host, port)


class _Stream(httpcore2.AsyncNetworkStream):
    def __init__(self, web: Web, address: str, port: int) -> None:
        self._web, self._address, self._port = web, address, port
        self._server_name: str | None = None
        self._written = b""
        self._wire: list[bytes] = []
        self._pause = 0.0
        web.streams.add(self)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> httpcore2.AsyncNetworkStream:
        """Takes note of the name that the certificate has to be for."""
        self._server_name = server_hostname
        return self

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - as above
        """Takes the request."""
        self._written += buffer
        if b"\r\n\r\n" not in self._written:
            return
        first, *lines = self._written.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines if line)}
        now = asyncio.get_running_loop().time()
        target = first.split(" ")[1]
        reply = self._web.answer(
            Request(self._address, self._port, headers["host"], target, headers, self._server_name, now)
        )
        self._wire, self._pause, self._written = reply.wire, reply.pause, b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - as above
        """The next piece of the answer."""
        await asyncio.sleep(self._pause)
        if not self._wire:
            return b""
        piece = self._wire.pop(0)
        if len(piece) > max_bytes:
            self._wire.insert(0, piece[max_bytes:])
        return piece[:max_bytes]

    async def aclose(self) -> None:
        """It is closed."""
        self._web.streams.discard(self)

    def get_extra_info(self, info: str) -> Any:
        """Nothing is known about it."""
        return None


def by_bytes(data: bytes) -> list[bytes]:
    """Each byte apart."""
    return [data[at : at + 1] for at in range(len(data))]
