"""Every fault of an endpoint as an error of ours: what happened, where, what to do, and never a key.

Errors made from a status are raised without their cause, because providers quote keys in their messages.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Mapping
from email.utils import mktime_tz, parsedate_tz

import httpx2
import openai

from conspectus.errors import (
    EndpointError,
    EndpointSetupError,
    ModelError,
    RateLimitError,
    RefusedAnswerError,
    SlowEndpointError,
    TruncatedAnswerError,
)

_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|maximum context|context (length|size|window)", re.I
)
_NO_SCHEMA = re.compile(r"response_format|json_schema|structured output", re.I)
_NO_MONEY = re.compile(r"insufficient_quota|billing|credit", re.I)
_EXCERPT = 200


def not_an_api(address: str) -> EndpointSetupError:
    """What to say when something answers that is no OpenAI-compatible API."""
    return EndpointSetupError(
        "answers, but not like an OpenAI-compatible API",
        where=address,
        hint="does the address end in /v1?",
    )


def mapped(error: Exception, *, address: str, model: str, key: str | None) -> Exception:
    """The error of ours that says what `error` means; an error that is no endpoint's fault as it is."""
    match error:
        case openai.APITimeoutError() | TimeoutError():
            return SlowEndpointError(
                "took too long to answer", where=address, hint="raise timeout_seconds, or lower concurrency"
            )
        case openai.APIConnectionError():
            cause = error.__cause__
            # What is no transport fault happened on this side of the wire, and is shown as it is.
            return _unconnected(cause, address=address) or (cause if isinstance(cause, Exception) else error)
        case openai.APIStatusError():
            return _by_status(error, address=address, model=model, key=key)
        case openai.APIError() | json.JSONDecodeError() | UnicodeDecodeError():
            return not_an_api(address)
        case _:
            return error


def _unconnected(cause: BaseException | None, *, address: str) -> ModelError | None:
    match cause:
        case httpx2.UnsupportedProtocol() | httpx2.InvalidURL() | httpx2.LocalProtocolError():
            return EndpointSetupError(f"is no address that can be asked: {cause}", where=address)
        case httpx2.ConnectError():
            return EndpointError(
                "can't be reached", where=address, hint="is the server running, and the address right?"
            )
        case httpx2.TransportError():
            return EndpointError("broke the connection", where=address)
        case httpx2.DecodingError() | httpx2.TooManyRedirects():
            return not_an_api(address)
        case _:
            return None


def _by_status(error: openai.APIStatusError, *, address: str, model: str, key: str | None) -> ModelError:
    status, said = error.status_code, _said(error, key)
    match status:
        case 401 | 403:
            return EndpointSetupError(
                f"refuses the API key (HTTP {status})" if key else f"wants an API key (HTTP {status})",
                where=address,
                hint="set CONSPECTUS_API_KEY, or OPENAI_API_KEY, to a key that is valid there",
            )
        case 404:
            return EndpointSetupError(
                f"has no model {model!r}, or nothing at this path (HTTP 404)",
                where=address,
                hint="check --model, and that --base-url ends in /v1",
            )
        case 429 if not _NO_MONEY.search(said):
            return RateLimitError(
                "asks to slow down (HTTP 429)",
                where=address,
                hint="lower concurrency",
                retry_after=retry_after(error.response.headers),
            )
        case 402 | 429:
            return EndpointSetupError(
                f"has no credit left for this key (HTTP {status})", where=address, hint="see your plan there"
            )
        case 408 | 409 | 425 | 500 | 502 | 503 | 504 | 529:
            return EndpointError(f"failed (HTTP {status}): {said}", where=address)
        case _ if status >= 500:
            return EndpointError(f"failed (HTTP {status}): {said}", where=address)
        case _:
            return _refused_request(status, said, address=address)


def _refused_request(status: int, said: str, *, address: str) -> ModelError:
    if "content_filter" in said or "content management policy" in said:
        return RefusedAnswerError("a content filter stopped the prompt", where=address)
    if _TOO_LONG.search(said):
        return TruncatedAnswerError(
            f"the prompt does not fit into the model's window: {said}",
            where=address,
            hint="set context_tokens to the model's window, or shorten the article",
        )
    if _NO_SCHEMA.search(said):
        return EndpointSetupError(
            f"does not take a json_schema response format: {said}",
            where=address,
            hint="choose a model with structured outputs, or the embedded one",
        )
    return EndpointSetupError(f"refuses the request (HTTP {status}): {said}", where=address)


def _said(error: openai.APIStatusError, key: str | None) -> str:
    """The first words of what the endpoint said, without markup and without the key."""
    body = error.body
    if isinstance(body, dict):
        text = " · ".join(str(body[part]) for part in ("message", "code", "type", "detail") if body.get(part))
    else:
        text = re.sub(r"<[^>]*>", " ", str(body or ""))
    if key:
        text = text.replace(key, "…")
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, from `retry-after-ms` or `retry-after` (seconds or a date); None where not said."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        return seconds if math.isfinite(seconds) and seconds >= 0 else None
    date = parsedate_tz(headers.get("retry-after", ""))
    return max(0.0, mktime_tz(date) - time.time()) if date else None
