"""Every fault of an endpoint, seen through the real client: the error, its advice, and never a key."""

from __future__ import annotations

import logging
from email.utils import formatdate
from typing import Any

import httpx2
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, SecretStr

from conspectus.errors import (
    ConspectusError,
    EndpointError,
    EndpointSetupError,
    RateLimitError,
    RefusedAnswerError,
    SlowEndpointError,
    TruncatedAnswerError,
)
from conspectus.llm.address import shown_address
from conspectus.llm.faults import mapped, retry_after
from conspectus.prompts import Messages
from tests.support.scripted import ScriptedEndpoint, Step, broken, fault, page, raw, scripted_settings
from tests.support.virtual import virtually

MESSAGES = Messages(prompt="p", fingerprint="f" * 12, system="s", user="u")

KEY = "key-that-nobody-may-see"


class Value(BaseModel):
    text: str


async def failure(step: Step, **settings: Any) -> tuple[BaseException, ScriptedEndpoint]:
    """The error that an ask ends in, when the endpoint does nothing but this."""
    endpoint = ScriptedEndpoint(lambda _: step)
    chosen = scripted_settings(**{"api_key": SecretStr(KEY), "attempts": 3, **settings})
    async with endpoint.model(chosen) as model:
        with pytest.raises(Exception) as caught:  # noqa: PT011  # the type is what the tests look at
            await model.ask(MESSAGES, Value, max_output_tokens=10)
    return caught.value, endpoint


@pytest.mark.parametrize(
    ("step", "kind", "words"),
    [
        (fault(401, f"Incorrect API key provided: {KEY}"), EndpointSetupError, "CONSPECTUS_API_KEY"),
        (fault(403), EndpointSetupError, "OPENAI_API_KEY"),
        (fault(404, "no such model"), EndpointSetupError, "has no model 'scripted'"),
        (page("Not Found", 404), EndpointSetupError, "ends in /v1"),
        (fault(402), EndpointSetupError, "no credit"),
        (fault(429, code="insufficient_quota"), EndpointSetupError, "no credit"),
        (fault(400, "'response_format.type' must be json_object"), EndpointSetupError, "json_schema"),
        (fault(422, "json_schema is unknown"), EndpointSetupError, "structured outputs"),
        (fault(400, "a strange request", code="odd"), EndpointSetupError, "a strange request · odd"),
        (raw({"error": "short"}, 400), EndpointSetupError, "short"),
        (raw({"detail": "long " * 100}, 400), EndpointSetupError, "long long"),
        (raw([1], 418), EndpointSetupError, "HTTP 418"),
        (fault(400, "maximum context length is 10"), TruncatedAnswerError, "context_tokens"),
        (fault(400, code="context_length_exceeded"), TruncatedAnswerError, "window"),
        (fault(400, "the request exceeds the available context size"), TruncatedAnswerError, "window"),
        (fault(400, code="content_filter"), RefusedAnswerError, "content filter"),
        (page(), EndpointSetupError, "does the address end in /v1?"),
        (raw(b"{not json"), EndpointSetupError, "does the address end in /v1?"),
        (raw(b"\xff\xfe"), EndpointSetupError, "does the address end in /v1?"),
        (raw({"hello": "world"}), EndpointSetupError, "does the address end in /v1?"),
        (raw([1, 2]), EndpointSetupError, "does the address end in /v1?"),
        (raw({"choices": []}), EndpointSetupError, "does the address end in /v1?"),
        (raw({"choices": [{"index": 0}]}), EndpointSetupError, "does the address end in /v1?"),
        (broken(httpx2.UnsupportedProtocol), EndpointSetupError, "no address that can be asked"),
        (page("Moved", 304), EndpointSetupError, "HTTP 304"),
        (broken(httpx2.TooManyRedirects), EndpointSetupError, "not like an OpenAI-compatible API"),
    ],
)
async def test_a_wrong_set_up_is_said_at_once(
    step: Step, kind: type[ConspectusError], words: str, caplog: pytest.LogCaptureFixture
) -> None:
    """What won't pass by itself is tried once, and the error says what to do; no key anywhere."""
    with caplog.at_level(logging.DEBUG, logger="conspectus"):
        error, endpoint = await failure(step)
    assert type(error) is kind
    assert words in str(error)
    assert KEY not in str(error) + repr(error.__cause__) + caplog.text
    assert error.__cause__ is None or isinstance(error.__cause__, httpx2.HTTPError)
    assert len(endpoint.bodies) == 1


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (fault(505), "failed (HTTP 505)"),
        (fault(500, f"boom for {KEY}"), "failed (HTTP 500): boom for …"),
        (fault(408), "HTTP 408"),
        (page("<h1>Bad gateway</h1>", 502), "Bad gateway"),
        (fault(529), "HTTP 529"),
        (fault(599), "HTTP 599"),
        (broken(httpx2.ConnectError), "can't be reached"),
        (broken(httpx2.ReadError), "broke the connection"),
        (broken(httpx2.RemoteProtocolError), "broke the connection"),
        (raw({"error": {"message": "upstream", "code": 502}}), "said so in an answer"),
    ],
)
async def test_a_passing_fault_is_retried(step: Step, words: str) -> None:
    """What may pass is tried `attempts` times, and the error says the address and no key."""
    error, endpoint = await failure(step)
    assert isinstance(error, EndpointError)
    assert words in str(error)
    assert "http://scripted.invalid/v1" in str(error)
    assert KEY not in str(error)
    assert len(endpoint.bodies) == 3


@pytest.mark.parametrize("kind", [httpx2.ConnectTimeout, httpx2.ReadTimeout])
async def test_what_took_too_long_is_tried_once_more(kind: type[Exception]) -> None:
    """A call that hung may do so again: two tries, however many others get."""
    error, endpoint = await failure(broken(kind))
    assert isinstance(error, SlowEndpointError)
    assert "too long" in str(error)
    assert len(endpoint.bodies) == 2


def test_being_sent_back_is_no_failure_of_the_call() -> None:
    """A call that the endpoint asks to come later has eight tries more, and in the end says so."""
    error, endpoint = virtually(failure(fault(429)))
    assert isinstance(error, RateLimitError)
    assert "slow down" in str(error)
    assert len(endpoint.bodies) == 3 + 8


def test_what_is_no_fault_of_an_endpoint_stays_what_it_is() -> None:
    """An exception that the SDK did not raise, or that has no cause to look at, is handed back."""
    bug = ZeroDivisionError()
    assert mapped(bug, address="a", model="m", key=None) is bug
    lost = openai.APIConnectionError(request=httpx2.Request("POST", "http://scripted.invalid"))
    assert mapped(lost, address="a", model="m", key=None) is lost


async def test_a_missing_key_is_asked_for() -> None:
    """Where no key is set, a 401 says that one is wanted."""
    error, endpoint = await failure(fault(401), api_key=None)
    assert "wants an API key" in str(error)
    assert endpoint.headers[0]["authorization"] == "Bearer none"


async def test_the_key_goes_to_the_endpoint() -> None:
    """The key is sent where the settings say."""
    _, endpoint = await failure(fault(401))
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"


async def test_a_password_in_the_address_is_not_shown() -> None:
    """User name and password in the address reach the server and no message."""
    error, endpoint = await failure(fault(401), base_url="http://me:pass@scripted.invalid:81/v1")
    assert endpoint.headers[0]["authorization"].startswith("Basic ")
    assert "http://scripted.invalid:81/v1" in str(error)
    assert "pass" not in str(error)


@pytest.mark.parametrize(("length", "told"), [(200, "x" * 200), (201, "x" * 200 + "…")])
async def test_what_an_endpoint_says_is_told_up_to_200_characters(length: int, told: str) -> None:
    """A whole page of its words would hide what happened; a key among them is not cut in two."""
    error, _ = await failure(fault(400, "x" * length))
    assert str(error).endswith(f": {told}")


def test_a_rate_limit_carries_its_wait() -> None:
    """The seconds that an endpoint asks for are in the error."""
    error, _ = virtually(failure(fault(429, retry_after=2)))
    assert isinstance(error, RateLimitError)
    assert error.retry_after == 2


async def test_a_fault_on_this_side_is_shown_as_it_is() -> None:
    """An exception that is no transport fault (a missed cassette) is neither renamed nor retried."""
    error, endpoint = await failure(broken(ZeroDivisionError))
    assert type(error) is ZeroDivisionError
    assert len(endpoint.bodies) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "-1"}, None),
        ({"retry-after": formatdate(0)}, 0.0),
    ],
)
def test_retry_after_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, milliseconds and dates are read; nonsense is no wait."""
    assert retry_after(headers) == seconds


@given(
    user=st.text("abcXYZ%", min_size=1),
    password=st.text("0123456789", min_size=7),
    host=st.sampled_from(["a.invalid", "127.0.0.1", "[::1]"]),
    port=st.sampled_from(["", ":8080"]),
)
def test_a_shown_address_has_no_secret(user: str, password: str, host: str, port: str) -> None:
    """User, password and query are left out; scheme, host, port and path stay."""
    shown = shown_address(f"https://{user}:{password}@{host}{port}/v1/?key={password}")
    assert shown == f"https://{host}{port}/v1"


@pytest.mark.parametrize(
    "url", ["http://", "http://:80/v1", "http://u:sec/ret@host/v1", "http://[::1", "http://h:99999"]
)
def test_what_is_no_address_is_refused_unquoted(url: str) -> None:
    """No host, or one that can't be read: a password that spoils the address is not in the error."""
    with pytest.raises(ValueError, match=r"it names no host|its host or its port can't be read") as raised:
        shown_address(url)
    assert "sec" not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None
