"""A door that one at a time goes through."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Door:
    """A lock with two queues: those who go first, and the others; either in the order in which they came."""

    def __init__(self) -> None:
        self._taken = False
        self._queues: dict[bool, deque[asyncio.Future[None]]] = {True: deque(), False: deque()}

    @asynccontextmanager
    async def opened(self, *, first: bool) -> AsyncIterator[None]:
        """Nobody else is at the door meanwhile."""
        if self._taken:
            turn = asyncio.get_running_loop().create_future()
            self._queues[first].append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self._next()
                raise
        self._taken = True
        try:
            yield
        finally:
            self._next()

    def _next(self) -> None:
        for waiting in (self._queues[True], self._queues[False]):
            while waiting:
                turn = waiting.popleft()
                if not turn.done():
                    # The door stays taken, so that nobody slips in between.
                    turn.set_result(None)
                    return
        self._taken = False
