"""What of a request and its answer is worth keeping, and how two requests differ."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

_VARYING = {"timings", "id", "created", "system_fingerprint"}
_EXCERPT = 60
_VALUE_BEGINS = re.compile(r':\s*"?\Z')


def canonical(body: Any) -> str:
    """The body as JSON in which the order of names does not matter."""
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def digest(body: Any) -> str:
    """16 hexadecimal digits that change with anything in the body."""
    return hashlib.sha256(canonical(body).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def scrubbed(content: Any) -> Any:
    """An answer without what differs between two recordings of it, and without this machine's paths."""
    if not isinstance(content, dict):
        return content
    content = {name: value for name, value in content.items() if name not in _VARYING}
    if "model" in content:
        # The embedded server calls its model by the path of the weights, which is this machine's affair.
        content["model"] = PurePath(content["model"]).name
    for choice in content.get("choices", ()):
        logprobs = choice.get("logprobs") or {}
        if logprobs.get("content"):
            logprobs["content"] = _trimmed(logprobs["content"])
    return content


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
        at = common_start(recorded, asked)
        start = max(0, at - _EXCERPT // 2)
        old, new = recorded[start : at + _EXCERPT], asked[start : at + _EXCERPT]
        return f"{place} differs from character {at}: recorded …{old!r}…, now …{new!r}…"
    return f"{place} was {recorded!r} when recorded and is {asked!r} now"


def common_start(one: str, other: str) -> int:
    """How many characters two texts share at their beginnings."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))


def likeness(one: str, other: str) -> int:
    """Characters that two texts share at their beginnings and ends."""
    return common_start(one, other) + common_start(one[::-1], other[::-1])
