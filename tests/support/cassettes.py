"""Recorded HTTP that can't answer the wrong question.

An interaction is found by method, path and canonical JSON body, never by order. A request that was not
recorded fails at once and says what differs from the nearest recording; a recording that nobody asked for
fails too. Host, port, headers and whatever varies between two recordings of one answer are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

import yaml
from vcr import VCR  # type: ignore[import-untyped]
from vcr.cassette import Cassette  # type: ignore[import-untyped]
from vcr.request import Request  # type: ignore[import-untyped]

DIRECTORY = Path(__file__).parents[2] / "cassettes"
HOST = "http://recorded.invalid"
MATCH_ON = ("method", "path", "json_body")

_KEPT_HEADERS = {"content-type"}
_VARYING = {"timings", "id", "created", "system_fingerprint"}
_EXCERPT = 60
_VALUE_BEGINS = re.compile(r':\s*"?\Z')


class CassetteMissError(AssertionError):
    """A request that no recording answers."""


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
        content = {name: value for name, value in content.items() if name not in _VARYING}
        if "model" in content:
            # The embedded server calls its model by the path of the weights, which is this machine's affair.
            content["model"] = PurePath(content["model"]).name
        for choice in content.get("choices", ()):
            logprobs = choice.get("logprobs") or {}
            if logprobs.get("content"):
                logprobs["content"] = _trimmed(logprobs["content"])
        body = json.dumps(content, ensure_ascii=False).encode()
    return {**response, "headers": headers, "body": {"string": body}}


def _trimmed(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The tokens; their alternatives only where a JSON value begins, which is all that is ever read."""
    text, trimmed = "", []
    for token in tokens:
        kept = token["top_logprobs"] if _VALUE_BEGINS.search(text) else []
        trimmed.append({**_likelihood(token), "top_logprobs": [_likelihood(top) for top in kept]})
        text += token["token"]
    return trimmed


def _likelihood(token: Mapping[str, Any]) -> dict[str, Any]:
    return {"token": token["token"], "logprob": round(token["logprob"], 5)}


def json_body(asked: Request, recorded: Request) -> None:
    """Passes when the two bodies are the same JSON; says the first difference otherwise."""
    difference = first_difference(_json(recorded), _json(asked))
    assert difference is None, difference


def _json(request: Request) -> Any:
    try:
        return json.loads(request.body or "null")
    except ValueError:
        return request.body


def first_difference(recorded: Any, asked: Any, place: str = "body") -> str | None:
    """Where two JSON values first differ, and how; None when they don't."""
    if isinstance(recorded, dict) and isinstance(asked, dict):
        for name in sorted(recorded.keys() | asked.keys()):
            if name not in asked:
                return f"{place}.{name} was recorded and is not asked now"
            if name not in recorded:
                return f"{place}.{name} is asked now and was not recorded"
            if found := first_difference(recorded[name], asked[name], f"{place}.{name}"):
                return found
        return None
    if isinstance(recorded, list) and isinstance(asked, list):
        for index, (old, new) in enumerate(zip(recorded, asked, strict=False)):
            if found := first_difference(old, new, f"{place}[{index}]"):
                return found
        if len(recorded) != len(asked):
            return f"{place} had {len(recorded)} items when recorded and has {len(asked)} now"
        return None
    if type(recorded) is type(asked) and recorded == asked:
        return None
    if isinstance(recorded, str) and isinstance(asked, str):
        at = _common(recorded, asked)
        start = max(0, at - _EXCERPT // 2)
        old, new = recorded[start : at + _EXCERPT], asked[start : at + _EXCERPT]
        return f"{place} differs from character {at}: recorded …{old!r}…, now …{new!r}…"
    return f"{place} was {recorded!r} when recorded and is {asked!r} now"


def _common(one: str, other: str) -> int:
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))


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
    nearest = max(cassette.requests, key=lambda request: _likeness(_canonical(request), _canonical(asked)))
    difference = first_difference(_json(nearest), _json(asked))
    if (nearest.method, nearest.path) != (asked.method, asked.path):
        difference = f"{nearest.method} {nearest.path} was recorded"
    if difference is None:
        difference = "the same, but each recording answers once"
    return "\n".join([*lines, f"  nearest: {_shown(nearest)}", f"  first difference: {difference}"])


def _likeness(one: str, other: str) -> int:
    """Characters that two texts share at their beginnings and ends."""
    return _common(one, other) + _common(one[::-1], other[::-1])


def _canonical(request: Request) -> str:
    return json.dumps(_json(request), sort_keys=True, ensure_ascii=False, default=str)


def _shown(request: Request) -> str:
    body = _json(request)
    messages = body.get("messages") if isinstance(body, dict) else None
    text = str(messages[-1].get("content")) if messages else ""
    return f"{request.method} {request.path} …{' '.join(text.split())[-_EXCERPT:]}"
