"""An answer that fits its schema, and its gate if possible: instructor asks, and asks once more.

Instructor renders messages as templates when it is given a validation context. Articles must stay text,
so it never gets one: the gate travels inside the response model.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

import instructor
from instructor.core import InstructorRetryException
from instructor.v2.core.errors import ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from conspectus.errors import AnswerError, InvalidAnswerError
from conspectus.llm.judging import Judge, ObjectionError, strict_schema

T = TypeVar("T", bound=BaseModel)

Create = Callable[..., Awaitable[ChatCompletion]]

REASKS = 1

# Instructor logs answers, and so articles, at ERROR before it raises; what is raised says it all.
logging.getLogger("instructor").setLevel(logging.CRITICAL)


def _response_model(judge: Judge[T]) -> type[BaseModel]:
    """A stand-in for the answer's type that hands its text to the judge."""

    def model_validate_json(_: type[BaseModel], /, text: str | bytes, **__: object) -> BaseModel:
        try:
            return judge.read(text)
        except ObjectionError as error:
            raise ResponseParsingError(str(error)) from None

    def model_json_schema(_: type[BaseModel], /, **__: object) -> dict[str, Any]:
        return strict_schema(judge.answer)

    body = {
        "model_validate_json": classmethod(model_validate_json),
        "model_json_schema": classmethod(model_json_schema),
        "__module__": __name__,
        "__doc__": None,
    }
    return cast("type[BaseModel]", type(judge.answer.__name__, (BaseModel,), body))


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
        await ask(response_model=_response_model(judge), max_retries=REASKS, **request)
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
