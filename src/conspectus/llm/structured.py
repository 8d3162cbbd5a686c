"""An answer that fits its schema, and its gate if possible: instructor asks, and asks once more.

Instructor renders messages as templates when it is given a validation context. Articles must stay text,
so it never gets one: the gate travels inside the response model.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

import instructor
import openai
from instructor.core import InstructorRetryException
from instructor.v2.core.errors import ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from conspectus.errors import AnswerError, InvalidAnswerError

T = TypeVar("T", bound=BaseModel)

Create = Callable[..., Awaitable[ChatCompletion]]
Gate = Callable[[T], Sequence[str]]

REASKS = 1

# Instructor logs answers, and so articles, at ERROR before it raises; what is raised says it all.
logging.getLogger("instructor").setLevel(logging.CRITICAL)


@lru_cache(maxsize=256)
def strict_schema(answer: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of `answer` as strict structured outputs want it: every field required, no defaults."""
    schema: Any = openai.pydantic_function_tool(answer)["function"]["parameters"]
    return cast("dict[str, Any]", _without_defaults(schema))


def _without_defaults(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_defaults(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    # Beneath these two keywords stand names of fields and types, which may well be called "default".
    return {
        key: {name: _without_defaults(item) for name, item in value.items()}
        if key in {"properties", "$defs"}
        else _without_defaults(value)
        for key, value in schema.items()
        if key != "default"
    }


def explain(error: ValidationError) -> list[str]:
    """One line for each fault, `field: what is wrong`, the same in every version of pydantic's prose."""
    return [
        ": ".join(filter(None, [".".join(map(str, fault["loc"])), fault["msg"]]))
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]


class Judge(Generic[T]):
    """Reads answers: what fits the schema is kept, what the gate objects to is said.

    `tolerated` complaints don't count the first time: a cached answer was accepted with them.
    `accepted` is the index of the answer that `value` was read from; -1 when none fitted.
    """

    def __init__(self, answer: type[T], gate: Gate[T] | None, tolerated: Sequence[str] = ()) -> None:
        self._answer = answer
        self._gate = gate
        self._tolerated = frozenset(tolerated)
        self._read = -1
        self.value: T | None = None
        self.complaints: tuple[str, ...] = ()
        self.faults: tuple[str, ...] = ()
        self.accepted = -1

    def read(self, text: str | bytes) -> T:
        """The value in `text`; raises ResponseParsingError with the complaints, for the re-ask."""
        self._read += 1
        tolerated, self._tolerated = self._tolerated, frozenset()
        try:
            value = self._answer.model_validate_json(text, strict=True)
        except ValidationError as error:
            self.faults = tuple(explain(error))
            raise ResponseParsingError("\n".join(self.faults)) from None
        self.value = value
        self.accepted = self._read
        self.complaints = tuple(self._gate(value)) if self._gate else ()
        if not set(self.complaints) <= tolerated:
            raise ResponseParsingError("\n".join(self.complaints))
        return value

    def response_model(self) -> type[BaseModel]:
        """A stand-in for the answer's type that hands its text to this judge."""
        judge = self

        def model_validate_json(_: type[BaseModel], /, text: str | bytes, **__: object) -> BaseModel:
            return judge.read(text)

        def model_json_schema(_: type[BaseModel], /, **__: object) -> dict[str, Any]:
            return strict_schema(judge._answer)

        body = {
            "model_validate_json": classmethod(model_validate_json),
            "model_json_schema": classmethod(model_json_schema),
            "__module__": __name__,
            "__doc__": None,
        }
        return cast("type[BaseModel]", type(self._answer.__name__, (BaseModel,), body))


async def structured(create: Create, request: dict[str, Any], judge: Judge[T], *, where: str) -> T:
    """The last value that fits the schema; what the gate still objects to is in `judge.complaints`.

    An answer that can't be used (cut off, refused) after one that could is not worth losing the first for.
    Raises InvalidAnswerError when no answer fits, and what `create` raises.
    """

    async def strictly(**kwargs: Any) -> ChatCompletion:
        kwargs["response_format"]["json_schema"]["strict"] = True
        return await create(**kwargs)

    ask: Any = instructor.patch(create=cast("Any", strictly), mode=instructor.Mode.JSON_SCHEMA)
    try:
        await ask(response_model=judge.response_model(), max_retries=REASKS, **request)
    except InstructorRetryException as error:
        cause = error.__cause__
        if not isinstance(cause, ResponseParsingError | AnswerError):
            raise (cause or error) from (cause.__cause__ if cause else None)
        if judge.value is None:
            if isinstance(cause, AnswerError):
                raise cause from None
            raise InvalidAnswerError(
                "does not fit its schema, even after a re-ask: " + "; ".join(judge.faults[:3]), where=where
            ) from None
    return cast("T", judge.value)
