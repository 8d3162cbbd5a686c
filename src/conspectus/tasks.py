"""Asynchronous work done together, as every room does it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


async def both(one: Coroutine[Any, Any, S], other: Coroutine[Any, Any, T]) -> tuple[S, T]:
    """The results of two different things; errors as in `gathered`."""
    work: list[Coroutine[Any, Any, Any]] = [one, other]
    first, second = await gathered(work)
    return first, second


async def gathered(work: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    """All results, in order; the first error cancels the rest and is raised as itself, not in a group."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(coroutine) for coroutine in work]
    except* Exception as errors:
        raise _first(errors) from None
    return [task.result() for task in tasks]


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
