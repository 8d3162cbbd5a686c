"""One request and its answer, within limits."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore2

from conspectus import __version__
from conspectus.errors import ArticleError
from conspectus.reading.fetching.address import Address
from conspectus.reading.fetching.network import Network, Screened
from conspectus.reading.fetching.unpacking import (
    ACCEPTED,
    DamagedError,
    TooLargeError,
    UnknownCodingError,
    Unpacker,
)

PRODUCT = "Conspectus"
USER_AGENT = f"{PRODUCT}/{__version__} (fetches single articles at a reader's request)"
_NO_BODY = frozenset({204, 304})
_CONNECT_SECONDS = 10.0
_TRY_AGAIN = "check the network, or try again later"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: header names are in lower case, the body is unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def transfer(
    address: Address,
    *,
    network: Network,
    allow_private: bool,
    seconds: float,
    most_bytes: int,
    headers: Mapping[str, str] | None = None,
    cut: bool = False,
) -> Answer:
    """The answer to one GET, redirects not followed, no cookies sent or kept.

    Raises ArticleError where the host may not be connected to, fails, takes longer than `seconds` in all, or
    sends more than `most_bytes`, packed or unpacked; with `cut` the rest of a long body is left unread instead.
    """
    sent = {
        "Host": address.authority,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5",
        "Accept-Encoding": ACCEPTED,
        "Connection": "close",
        **(headers or {}),
    }
    secure = address.scheme == "https"
    connection = httpcore2.AsyncHTTPConnection(
        httpcore2.Origin(address.scheme.encode(), address.host.encode(), address.port),
        ssl_context=network.tls if secure else None,
        network_backend=Screened(network, allow_private=allow_private),
    )
    url = httpcore2.URL(
        scheme=address.scheme, host=address.host, port=address.port, target=address.target.encode("ascii")
    )
    waits = {"connect": min(_CONNECT_SECONDS, seconds), "read": seconds, "write": seconds}
    extensions = {"timeout": waits, "sni_hostname": address.host.strip("[]")}
    try:
        async with asyncio.timeout(seconds), connection:
            pairs = [(name.encode(), value.encode("latin-1", "replace")) for name, value in sent.items()]
            async with connection.stream("GET", url, headers=pairs, extensions=extensions) as response:
                return await _read(response, most_bytes, cut=cut)
    except (TimeoutError, httpcore2.TimeoutException) as error:
        raise ArticleError(f"no whole answer within {seconds:.0f} seconds", hint=_TRY_AGAIN) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        raise _failed(error) from error


async def _read(response: httpcore2.Response, most: int, *, cut: bool) -> Answer:
    headers = {name.decode("latin-1").lower(): _words(value) for name, value in response.headers}
    if response.status in _NO_BODY:
        return Answer(response.status, headers, b"")
    length = headers.get("content-length", "")
    if not cut and length.isascii() and length.isdigit() and int(length[:20]) > most:
        raise _too_large(most)
    body = bytearray()
    try:
        unpacker = Unpacker(headers.get("content-encoding", ""), most)
        async for piece in response.aiter_stream():
            body += unpacker.feed(piece)
        unpacker.finish()
    except TooLargeError as error:
        if not cut:
            raise _too_large(most) from error
    except UnknownCodingError as error:
        raise ArticleError(f"the answer is packed as {error}, which was not asked for") from error
    except DamagedError as error:
        raise ArticleError(f"the answer is damaged: {error}", hint=_TRY_AGAIN) from error
    return Answer(response.status, headers, bytes(body[:most]))


def _words(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _too_large(most: int) -> ArticleError:
    return ArticleError(f"the page is larger than {most / 1e6:g} MB", hint="save the article's text as .txt")


def _failed(error: Exception) -> ArticleError:
    causes: list[BaseException] = [error]
    while causes[-1].__cause__ is not None and len(causes) < 5:
        causes.append(causes[-1].__cause__)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return ArticleError(
                f"its certificate can't be trusted ({cause.verify_message})",
                hint="check the address and this machine's clock; it is not fetched without",
            )
        if isinstance(cause, ssl.SSLError):
            said = (cause.reason or "no details").replace("_", " ").lower()
            return ArticleError(f"no secure connection ({said})", hint=_TRY_AGAIN)
    if isinstance(error, httpcore2.ProtocolError):
        return ArticleError(f"the answer breaks the rules of HTTP ({error})", hint=_TRY_AGAIN)
    if isinstance(error, httpcore2.ConnectError):
        return ArticleError("the server can't be reached", hint=_TRY_AGAIN)
    return ArticleError("the connection broke off", hint=_TRY_AGAIN)
