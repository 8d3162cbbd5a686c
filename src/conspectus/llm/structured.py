"""An answer that fits its schema, and its gate if possible: instructor asks, and asks once more.

Instructor renders messages as templates when it is given a validation context. Articles must stay text,
so it never gets one: the gate travels inside the response model.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True)
class _Asking:
    """Whose answers instructor hands over just now, and where it asks for them."""

    create: Create
    judge: Judge[Any]


_now: ContextVar[_Asking] = ContextVar("_now")


@lru_cache(maxsize=64)
def _response_model(answer: type[BaseModel]) -> type[BaseModel]:
    """A stand-in for the answer's type that hands its text to the judge who waits for it."""

    def model_validate_json(_: type[BaseModel], /, text: str | bytes, **__: object) -> BaseModel:
        try:
            read: BaseModel = _now.get().judge.read(text)
        except ObjectionError as error:
            raise ResponseParsingError(str(error)) from None
        return read

    def model_json_schema(_: type[BaseModel], /, **__: object) -> dict[str, Any]:
        return strict_schema(answer)

    body = {
        "model_validate_json": classmethod(model_validate_json),
        "model_json_schema": classmethod(model_json_schema),
        "__module__": __name__,
        "__doc__": None,
    }
    # Of any other class instructor makes a subclass for every call, which takes longer than to send the request.
    return cast("type[BaseModel]", type(answer.__name__, (instructor.ResponseSchema,), body))


async def _strictly(**kwargs: Any) -> ChatCompletion:
    kwargs["response_format"]["json_schema"]["strict"] = True
    return await _now.get().create(**kwargs)


# Once for all: it goes through what it is given, and so does pydantic with every class that it makes.
_ask: Any = instructor.patch(create=cast("Any", _strictly), mode=instructor.Mode.JSON_SCHEMA)


async def structured(create: Create, request: dict[str, Any], judge: Judge[T], *, where: str) -> T:
    """The last value that fits the schema; what the gate still objects to is in `judge.complaints`.

    An answer that can't be used (cut off, refused) after one that could is not worth losing the first for.
    Raises InvalidAnswerError when no answer fits, and what `create` raises.
    """
    asking = _now.set(_Asking(create, judge))
    try:
        await _ask(response_model=_response_model(judge.answer), max_retries=REASKS, **request)
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
    finally:
        _now.reset(asking)
    return cast("T", judge.value)
