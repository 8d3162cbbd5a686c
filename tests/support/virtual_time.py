"""An event loop in which waiting takes no time: where it would wait, its clock jumps ahead."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Selector(selectors.DefaultSelector):
    """Waits only where nothing is due later, as for another thread."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; what would have been waited for has passed."""
        if timeout is None:
            return super().select(None)
        ready = super().select(0)
        if not ready:
            self.skipped += max(0.0, timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its time starts at 0 and passes only while it would wait."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        """Seconds that would have been waited so far."""
        return self._virtual.skipped


def in_virtual_time(work: Callable[[], Coroutine[Any, Any, T]]) -> tuple[T, float]:
    """The work's result, and the seconds that it would have taken."""

    async def timed() -> tuple[T, float]:
        result = await work()
        return result, asyncio.get_running_loop().time()

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(timed())
