"""Recorded HTTP that can't answer the wrong question.

An interaction is found by method, path and canonical JSON body, never by order. A request that was not
recorded fails at once and says what differs from the nearest recording; a recording that nobody asked for
fails too. Host, port, headers and whatever varies between two recordings of one answer are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import yaml
from vcr import VCR  # type: ignore[import-untyped]
from vcr.cassette import Cassette  # type: ignore[import-untyped]
from vcr.request import Request  # type: ignore[import-untyped]

from conspectus.llm.embedded import Serving
from conspectus.llm.states import STATES_PATH
from conspectus.llm.wire import canonical, first_difference, likeness, scrubbed

DIRECTORY = Path(__file__).parents[2] / "cassettes"
HOST = "http://recorded.invalid"
MATCH_ON = ("method", "path", "json_body")

_KEPT_HEADERS = {"content-type"}
_EXCERPT = 60


class CassetteMissError(AssertionError):
    """A request that no recording answers."""


class Routed(httpx2.AsyncHTTPTransport):
    """Asks `states` what a model's layers make of a text, and `model` everything else, each with its own key."""

    def __init__(self, model: Serving, states: Serving) -> None:
        super().__init__()
        self._model, self._states = model, states

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer of the server that the request's path belongs to."""
        server = self._states if request.url.path.endswith(STATES_PATH) else self._model
        sent = httpx2.Request(
            request.method,
            server.base_url + request.url.path.partition("/v1")[2],
            headers={"content-type": "application/json", "authorization": f"Bearer {server.key}"},
            content=await request.aread(),
            extensions=request.extensions,
        )
        return await httpx2.AsyncHTTPTransport.handle_async_request(self, sent)


class _Inline(dict[str, Any]):
    """A mapping written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes long texts as blocks, so that a person can read them."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    _Inline,
    lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True),
)


class ReadableSerializer:
    """YAML in which JSON bodies stand parsed."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """The cassette as text."""
        interactions = [
            {
                "request": {**_without_body(one["request"]), **_parsed(one["request"]["body"])},
                "response": {**_without_body(one["response"]), **_parsed(one["response"]["body"]["string"])},
            }
            for one in cassette["interactions"]
        ]
        return yaml.dump(
            {"version": cassette["version"], "interactions": interactions},
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            width=110,
        )

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """The cassette that the text describes."""
        cassette: dict[str, Any] = yaml.safe_load(text)
        for one in cassette["interactions"]:
            one["request"]["body"] = _unparsed(one["request"])
            one["response"]["body"] = {"string": _unparsed(one["response"])}
        return cassette


def _without_body(message: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in message.items() if name != "body"}


def _parsed(body: str | None) -> dict[str, Any]:
    try:
        return {"json": _inlined(json.loads(body or ""))}
    except ValueError:
        return {"body": body}


def _inlined(value: Any) -> Any:
    if isinstance(value, list):
        return [_inlined(item) for item in value]
    if isinstance(value, dict):
        kind = _Inline if set(value) == {"token", "logprob"} else dict
        return kind({name: _inlined(item) for name, item in value.items()})
    return value


def _unparsed(message: dict[str, Any]) -> str | None:
    if "json" in message:
        return json.dumps(message.pop("json"), ensure_ascii=False)
    body: str | None = message.get("body")
    return body


def scrubbed_request(request: Request) -> Request:
    """The request without its host and its headers."""
    path = request.uri.split("://", 1)[-1].partition("/")[2]
    headers = {name: value for name, value in request.headers.items() if name.lower() in _KEPT_HEADERS}
    return Request(request.method, f"{HOST}/{path}", request.body, headers)


def scrubbed_response(response: dict[str, Any]) -> dict[str, Any]:
    """The response without its headers, and without what differs between two recordings of one answer."""
    headers = {name: value for name, value in response["headers"].items() if name.lower() in _KEPT_HEADERS}
    body = response["body"]["string"]
    try:
        content = json.loads(body)
    except ValueError:
        return {**response, "headers": headers}
    if isinstance(content, dict):
        body = json.dumps(scrubbed(content), ensure_ascii=False).encode()
    return {**response, "headers": headers, "body": {"string": body}}


def json_body(asked: Request, recorded: Request) -> None:
    """Passes when the two bodies are the same JSON; says the first difference otherwise."""
    difference = first_difference(_json(recorded), _json(asked))
    assert difference is None, difference


def _json(request: Request) -> Any:
    try:
        return json.loads(request.body or "null")
    except ValueError:
        return request.body


def configured(vcr: VCR) -> VCR:
    """The same recorder, matching and writing as this module says."""
    vcr.register_serializer("yaml", ReadableSerializer)
    vcr.register_matcher("json_body", json_body)
    vcr.match_on = MATCH_ON
    vcr.before_record_request = scrubbed_request
    vcr.before_record_response = scrubbed_response
    return vcr


@contextmanager
def guarded(cassette: Cassette) -> Iterator[Cassette]:
    """Fails on the first request that was not recorded, and on leaving when anything was missed or unplayed.

    A miss is remembered, because the code under test may take it for an article that failed.
    """
    misses: list[CassetteMissError] = []
    can_play = cassette.can_play_response_for

    def can_play_response_for(request: Request) -> bool:
        playable = bool(can_play(request))
        if not playable and cassette.write_protected:
            misses.append(CassetteMissError(_explained(cassette, scrubbed_request(request))))
            raise misses[-1]
        return playable

    cassette.can_play_response_for = can_play_response_for
    yield cassette
    if misses:
        raise misses[0]
    if cassette.write_protected:
        unplayed = [
            request for index, request in enumerate(cassette.requests) if not cassette.play_counts[index]
        ]
        assert not unplayed, (
            f"{_name(cassette)}: {len(unplayed)} recorded requests were never asked, the first one:\n"
            f"  {_shown(unplayed[0])}\nIf they are no longer needed: make record"
        )


def _name(cassette: Cassette) -> str:
    path = Path(str(cassette.path))
    return str(path.relative_to(DIRECTORY.parent)) if path.is_relative_to(DIRECTORY.parent) else str(path)


def _explained(cassette: Cassette, asked: Request) -> str:
    lines = [f"{_name(cassette)}: no recording answers this request (a changed prompt? then: make record)"]
    lines.append(f"  asked:   {_shown(asked)}")
    if not cassette.requests:
        return "\n".join([*lines, "  nothing is recorded there"])
    nearest = max(
        cassette.requests, key=lambda request: likeness(canonical(_json(request)), canonical(_json(asked)))
    )
    difference = first_difference(_json(nearest), _json(asked))
    if (nearest.method, nearest.path) != (asked.method, asked.path):
        difference = f"{nearest.method} {nearest.path} was recorded"
    if difference is None:
        difference = "the same, but each recording answers once"
    return "\n".join([*lines, f"  nearest: {_shown(nearest)}", f"  first difference: {difference}"])


def _shown(request: Request) -> str:
    body = _json(request)
    messages = body.get("messages") if isinstance(body, dict) else None
    text = str(messages[-1].get("content")) if messages else ""
    return f"{request.method} {request.path} …{' '.join(text.split())[-_EXCERPT:]}"
