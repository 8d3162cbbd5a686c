"""JSON as models write it: what is wrong with its punctuation alone is put right, and nothing is made up."""

from __future__ import annotations

import json
import re

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f]")
_TRAILING = re.compile(r",(?=\s*[}\]])")


def mended(text: str) -> str:
    """The text without commas before closing brackets, and with line breaks and the like escaped inside strings.

    What is open stays open: an answer that was cut off does not become a whole one. JSON stays as it is.
    """
    parts, done = [], 0
    for string in _STRING.finditer(text):
        parts.append(_TRAILING.sub("", text[done : string.start()]))
        parts.append(_CONTROL.sub(_escaped, string[0]))
        done = string.end()
    return "".join([*parts, _TRAILING.sub("", text[done:])])


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
