"""Schemas without detours: a definition that is used once stands where it is used, which fewer tokens say."""

from __future__ import annotations

import json
from typing import Any

_PLACE = "#/$defs/"


def inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema, in which whatever several places refer to, or refers to itself, is still defined apart."""
    definitions: dict[str, Any] = schema.get("$defs", {})
    said = json.dumps(schema)
    once = {name for name in definitions if said.count(json.dumps(_PLACE + name)) == 1}
    once -= {name for name in once if json.dumps(_PLACE + name) in json.dumps(definitions[name])}

    def settled(node: Any) -> Any:
        if isinstance(node, list):
            return [settled(each) for each in node]
        if not isinstance(node, dict):
            return node
        name = str(node.get("$ref", "")).removeprefix(_PLACE)
        if name in once:
            return settled({**definitions[name], **{key: node[key] for key in node if key != "$ref"}})
        return {key: settled(each) for key, each in node.items()}

    apart = {name: settled(each) for name, each in definitions.items() if name not in once}
    rest = {key: settled(each) for key, each in schema.items() if key != "$defs"}
    return {**({"$defs": apart} if apart else {}), **rest}
