"""Asynchronous work done together, as every room does it."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

S = TypeVar("S")
T = TypeVar("T")

_TURNS: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


async def aside(work: Callable[[], T]) -> T:
    """The result of work that takes the processor for long, done in a thread; its error where it has one.

    One such work is done at a time, for they would only wait for each other. Unlike a thread of asyncio's own, this one
    is not waited for by a program that is stopped, so it may only compute.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(cast("T", result))

    def run() -> None:
        outcome: tuple[T | None, BaseException | None]
        try:
            outcome = (work(), None)
        except Exception as error:
            outcome = (None, error)
        # A loop that is closed has nobody left who waits.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, *outcome)

    async with _TURNS.setdefault(loop, asyncio.Lock()):
        Thread(target=contextvars.copy_context().run, args=(run,), daemon=True).start()
        return await done


class Beside:
    """Work that goes on beside whoever began it; what is not done when this is left is cancelled.

    Its errors are those of whoever awaits it, and nobody's where nobody does.
    """

    def __init__(self) -> None:
        self._begun: list[asyncio.Task[Any]] = []

    async def __aenter__(self) -> Beside:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._begun:
            task.cancel()
        await asyncio.gather(*self._begun, return_exceptions=True)

    def begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """The work, under way."""
        task = asyncio.create_task(work)
        self._begun.append(task)
        return task


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
