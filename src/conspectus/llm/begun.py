"""An answer that is begun for the model, which goes on from there in plain words.

The beginning is the last message, in the model's own role. llama.cpp goes on with such a message of its own accord,
vLLM where two flags say so, DeepSeek and Mistral where the message bears a mark; others take it for an answer that is
over, and are not asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Prefill = Literal["last", "flag", "prefix"]
"""How an endpoint is told to go on: by the last message alone, by flags of the request, by a mark on the message."""

_FLAGS = {"continue_final_message": True, "add_generation_prompt": False}


def begun(request: Mapping[str, Any], beginning: str, way: Prefill) -> dict[str, Any]:
    """The request with an answer that begins so."""
    last: dict[str, Any] = {"role": "assistant", "content": beginning}
    if way == "prefix":
        last["prefix"] = True
    flags = _FLAGS if way == "flag" else {}
    return {**request, "messages": [*request["messages"], last], **flags}


def behind(beginning: str, content: str) -> str:
    """What the model has written behind the beginning; some endpoints give back both."""
    return content.removeprefix(beginning)
