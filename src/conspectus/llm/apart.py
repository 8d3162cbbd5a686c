"""A thread with an event loop of its own, in which calls are sent and answers stored, whatever else is computed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Any, Protocol, TypeVar

from conspectus.lazy_imports import has_the_process

T = TypeVar("T")

_TURN = 0.0005
"""Seconds after which a thread that computes gives way to the one that has an answer to read."""


class Away(Protocol):
    """Has work done, here or elsewhere."""

    async def __call__(self, work: Coroutine[Any, Any, T], /) -> T:
        """Its result."""
        ...


class Apart:
    """Does work beside the loop that awaits it; what still goes on when it is left is cancelled.

    An answer that comes while the other loop computes would wait in the socket, and be lost to a process that is
    killed.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._left = asyncio.Event()
        self._ended: asyncio.Future[None]

    async def __aenter__(self) -> Apart:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._left.set)
            await asyncio.shield(self._ended)

    async def done(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of the work, or its error; it is cancelled with whoever awaits it."""
        if self._loop is None:
            self._loop = self._begun()
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    def _begun(self) -> asyncio.AbstractEventLoop:
        if has_the_process():
            sys.setswitchinterval(_TURN)
        runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        loop, home = runner.get_loop(), asyncio.get_running_loop()
        self._ended = home.create_future()

        def end() -> None:
            if not self._ended.done():
                self._ended.set_result(None)

        def live() -> None:
            with runner:
                runner.run(self._left.wait())
            # A loop that is closed has nobody left who waits.
            with suppress(RuntimeError):
                home.call_soon_threadsafe(end)

        # A program that is stopped does not wait for it.
        Thread(target=live, name="calls", daemon=True).start()
        return loop


async def here(work: Coroutine[Any, Any, T]) -> T:
    """The result of the work, done in the loop that awaits it."""
    return await work
