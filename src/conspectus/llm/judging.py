"""Whether an answer fits its schema and its gate; needs no model library, so that cached answers don't load one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from conspectus.llm.mending import mended

T = TypeVar("T", bound=BaseModel)

_LINE = 240
_MOST_FAULTS = 12
Gate = Callable[[T], Sequence[str]]


class ObjectionError(ValueError):
    """What is wrong with an answer, one complaint a line, worded for the model."""


@lru_cache(maxsize=256)
def strict_schema(answer: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of `answer` as strict structured outputs want it: all fields required, no others, no defaults.

    Titles, and the descriptions of whole objects, are left out: they are paid for with every call and say what the
    names say.
    """
    schema = answer.model_json_schema()
    definitions = {name: _strict(item) for name, item in schema.pop("$defs", {}).items()}
    return {**({"$defs": definitions} if definitions else {}), **_strict(schema)}


def _strict(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        name: _strict(value)
        for name, value in schema.items()
        if name not in {"default", "title", "properties"}
    }
    if "properties" in schema:
        # Beneath it stand names of fields, which may well be called "default" or "title".
        made["properties"] = {name: _strict(field) for name, field in schema["properties"].items()}
        made["required"] = list(made["properties"])
        made["additionalProperties"] = False
        made.pop("description", None)
    elif "enum" in schema:
        made.pop("description", None)
    return made


def explain(error: ValidationError) -> list[str]:
    """One line for each fault, `field: what is wrong`, the same in every version of pydantic's prose.

    Long lines and lists are cut: where hundreds of options are listed, each fault would list them all.
    """
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    said = [": ".join(filter(None, [".".join(map(str, each["loc"])), each["msg"]])) for each in faults]
    short = [line if len(line) <= _LINE else f"{line[:_LINE]} …" for line in said[:_MOST_FAULTS]]
    return short + ([f"and {len(said) - _MOST_FAULTS} more"] if len(said) > _MOST_FAULTS else [])


class Judge(Generic[T]):
    """Reads answers: what fits the schema is kept, what the gate objects to is said.

    `tolerated` complaints don't count the first time: a cached answer was accepted with them.
    `accepted` is the index of the answer that `value` was read from; -1 when none fitted.
    """

    def __init__(self, answer: type[T], gate: Gate[T] | None, tolerated: Sequence[str] = ()) -> None:
        self.answer = answer
        self._gate = gate
        self._tolerated = frozenset(tolerated)
        self._read = -1
        self.value: T | None = None
        self.complaints: tuple[str, ...] = ()
        self.faults: tuple[str, ...] = ()
        self.accepted = -1

    def read(self, text: str | bytes) -> T:
        """The value in `text`; raises ObjectionError with the complaints, for the re-ask."""
        self._read += 1
        tolerated, self._tolerated = self._tolerated, frozenset()
        try:
            value = self._valued(text)
        except ValidationError as error:
            self.faults = tuple(explain(error))
            raise ObjectionError("\n".join(self.faults)) from None
        self.value = value
        self.accepted = self._read
        self.complaints = tuple(self._gate(value)) if self._gate else ()
        if not set(self.complaints) <= tolerated:
            raise ObjectionError("\n".join(self.complaints))
        return value

    def _valued(self, text: str | bytes) -> T:
        try:
            return self.answer.model_validate_json(text, strict=True)
        except ValidationError as error:
            if error.errors(include_url=False, include_input=False)[0]["type"] != "json_invalid":
                raise
            again = mended(text if isinstance(text, str) else text.decode(errors="replace"))
            return self.answer.model_validate_json(again, strict=True)
