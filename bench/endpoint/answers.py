"""A request in, its answer out: deterministic, valid by its schema, and grounded in the article it was shown."""

from __future__ import annotations

import hashlib
import json
import math
import random
import re
from dataclasses import dataclass
from typing import Any

from bench.endpoint.settings import Settings

REF = re.compile(r"ref-[0-9a-f]{8}")
ARTICLE = re.compile(r"ART-\d{4}")
_NUMBERED = re.compile(r"^S(\d{1,4}): (.+)$", re.M)
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z\"“])|\n+")
_QUOTE = re.compile(r"quot|evidence|verbatim|span|excerpt|snippet", re.I)
_NUMBERS = re.compile(r"sentence|line", re.I)
_YES = ("yes", "supported", "true", "entailed")


def digest(*parts: object) -> int:
    """64 bits that depend on the parts alone."""
    found = hashlib.blake2b(digest_size=8)
    for part in parts:
        found.update(str(part).encode() + b"\0")
    return int.from_bytes(found.digest(), "big")


def tokens(text: str) -> int:
    """A token is four characters; instrument marks are none."""
    return math.ceil(len(ARTICLE.sub("", REF.sub("", text))) / 4)


@dataclass(frozen=True)
class Answer:
    """What is answered, how long it takes (simulated seconds), and which sentences it quotes."""

    text: str
    tool: str | None
    prompt_tokens: int
    completion_tokens: int
    truncated: bool
    ttft: float
    service: float
    ref: str
    quotes: tuple[str, ...]
    yes: bool


def request_key(settings: Settings, body: dict[str, Any]) -> int:
    """A digest of what is asked, transport options left out."""
    asked = {name: body.get(name) for name in ("messages", "tools", "response_format", "model", "seed")}
    return digest(settings.seed, json.dumps(asked, sort_keys=True))


def answer(settings: Settings, body: dict[str, Any], key: int, *, cut: bool = False) -> Answer:
    """The answer to a request of the chat protocol; with `cut` only its first half."""
    messages = body.get("messages") or []
    texts = [_content(message) for message in messages]
    asked = next((_content(each) for each in messages if each.get("role") == "user"), "\n".join(texts))
    form = body.get("response_format") or {}
    schema = (form.get("json_schema") or {}).get("schema")
    tool = next((each["function"] for each in body.get("tools") or ()), None)
    wanted = tool["parameters"] if tool else schema
    prompt_tokens = tokens("\n".join(texts)) + 4 * len(messages)
    prompt_tokens += math.ceil(len(json.dumps(wanted)) / 4) if wanted else 0
    ref = f"ref-{key & 0xFFFFFFFF:08x}"
    mark = " ".join([ref, *sorted(set(ARTICLE.findall(asked)))])
    dice = random.Random(key)  # noqa: S311 - reproducible on purpose
    source = _Source(asked, dice)
    if wanted is None:
        text = f"[{mark}] {source.text(int(settings.text_tokens * dice.uniform(0.75, 1.25)))}"
    else:
        text = json.dumps(_Maker(wanted, source, mark, settings.list_items).make(wanted), ensure_ascii=False)
    completion_tokens = max(1, tokens(text))
    limit = body.get("max_completion_tokens") or body.get("max_tokens")
    most = completion_tokens // 2 if cut else completion_tokens
    most = min(most, int(limit)) if limit else most
    truncated = most < completion_tokens
    if truncated:
        text, completion_tokens = text[: int(len(text) * most / completion_tokens)], most
    slowness = math.exp(settings.jitter * dice.gauss(0, 1)) / settings.scale
    ttft = (settings.ttft + prompt_tokens * settings.tp) * slowness
    return Answer(
        text=text,
        tool=tool["name"] if tool else None,
        prompt_tokens=prompt_tokens,
        completion_tokens=completion_tokens,
        truncated=truncated,
        ttft=ttft,
        service=ttft + completion_tokens * settings.tg * slowness,
        ref=ref,
        quotes=tuple(source.quoted),
        yes='"answer": "yes"' in text,
    )


def sentences(text: str) -> list[str]:
    """The text's sentences and lines, list marks left out."""
    return [part.strip().lstrip("-• ").strip() for part in _END.split(text)]


def _content(message: dict[str, Any]) -> str:
    content = message.get("content") or ""
    return content if isinstance(content, str) else "\n".join(part.get("text", "") for part in content)


class _Source:
    """Sentences of the article in a prompt, in an order of its own for each request."""

    def __init__(self, prompt: str, dice: random.Random) -> None:
        self._prompt = prompt
        numbered = [(int(number), text) for number, text in _NUMBERED.findall(prompt)]
        plain = [(0, text) for text in sentences(prompt)]
        usable = [
            (n, text) for n, text in numbered or plain if 40 <= len(text) <= 400 and not ARTICLE.search(text)
        ]
        self._sentences = usable or [(0, "No text was given.")]
        self._at = dice.randrange(len(self._sentences))
        self._step = 1 + dice.randrange(max(1, len(self._sentences) // 3))
        self.quoted: list[str] = []

    def alike(self, names: list[str]) -> list[list[str]]:
        """The named lines of the prompt in groups: those with the same words up to their first article's number."""
        groups: dict[str, list[str]] = {}
        for name in names:
            line = re.search(rf"^{re.escape(name)} [^:]*: (.+)$", self._prompt, re.M)
            groups.setdefault(ARTICLE.split(line[1])[0] if line else name, []).append(name)
        return list(groups.values())

    def next(self) -> tuple[int, str]:
        found = self._sentences[self._at % len(self._sentences)]
        self._at += self._step
        return found

    def phrase(self, words: int) -> str:
        return " ".join(self.next()[1].split()[:words]).rstrip(",;:. ")

    def text(self, wanted_tokens: int) -> str:
        parts: list[str] = []
        while tokens(" ".join(parts)) < wanted_tokens:
            parts.append(self.next()[1])
        return " ".join(parts)


class _Maker:
    """A small valid instance of a JSON schema, as far as structured outputs use the language."""

    def __init__(self, root: dict[str, Any], source: _Source, mark: str, items: int) -> None:
        self._root = root
        self._source = source
        self._mark = mark
        self._items = items

    def make(self, schema: dict[str, Any], name: str = "", about: tuple[int, str] | None = None) -> Any:
        """An instance; `about` is the sentence that the object around it quotes."""
        while "$ref" in schema:
            schema = self._root["$defs"][schema["$ref"].rpartition("/")[2]]
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            options = schema["enum"]
            return next((option for option in options if str(option).casefold() in _YES), options[0])
        if "anyOf" in schema:
            # What may be absent is: nothing that a gate could find wanting is made up.
            return None if {"type": "null"} in schema["anyOf"] else self.make(schema["anyOf"][0], name, about)
        match schema.get("type"):
            case "object":
                return self._object(schema)
            case "array":
                return self._array(schema, name, about)
            case "boolean":
                return True
            case "integer":
                return max(about[0] if about else 0, schema.get("minimum", 0))
            case "number":
                return 0.8
            case _:
                return self._string(name, about)

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        fields = schema.get("properties", {})
        about = self._source.next() if any(_QUOTE.search(name) for name in fields) else None
        if about is not None:
            self._source.quoted.append(about[1])
        return {name: self.make(field, name, about) for name, field in fields.items()}

    def _array(self, schema: dict[str, Any], name: str, about: tuple[int, str] | None) -> list[Any]:
        of = schema.get("items", {})
        if "enum" in of.get("items", {}):
            return self._source.alike(of["items"]["enum"])
        if "enum" in of:
            return list(of["enum"][: self._items])
        if of.get("type") == "integer":
            return [about[0]] if about and _NUMBERS.search(name) else list(range(self._items))
        if of.get("type") == "string":
            return [self._source.phrase(2) for _ in range(self._items)]
        if about is not None:
            return [self.make(of, name, about)]
        return [self.make(of, name) for _ in range(schema.get("minItems", self._items))]

    def _string(self, name: str, about: tuple[int, str] | None) -> str:
        if about is not None:
            return about[1]
        if re.search(r"gist|summary", name, re.I):
            words = self._source.text(60)
        else:
            words = self._source.phrase(8 if re.search(r"headline|title", name, re.I) else 16)
        if self._mark and re.search(r"headline|title|summary|gist", name, re.I):
            words, self._mark = f"[{self._mark}] {words}", ""
        return words
