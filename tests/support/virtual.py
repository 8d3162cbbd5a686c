"""Time that passes when nobody has anything else to do: minutes of waiting in a moment, the same every time."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

from conspectus.tasks import _TURNS

T = TypeVar("T")
_REAL_SECONDS = 0.2
# Work of threads that the loop does not start itself: a loaded machine takes long over it.
_LONGEST = 120.0


def virtually(work: Coroutine[Any, Any, T]) -> T:
    """The result of the work, run in a loop whose clock jumps to the next thing that is waited for."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose clock starts at 0 and stands still while there is work; threads are waited for in real time."""

    def __init__(self) -> None:
        self._now = 0.0
        self._threads = 0
        super().__init__(_Selector(self))

    def time(self) -> float:
        """Virtual seconds."""
        return self._now

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> Any:  # type: ignore[override]
        """As usual, counted."""
        future = super().run_in_executor(executor, func, *args)
        self._threads += 1
        future.add_done_callback(self._back)
        return future

    def _back(self, _: object) -> None:
        self._threads -= 1

    def _computes(self) -> bool:
        """True while something is worked out in a thread, which takes no virtual time."""
        return self in _TURNS and _TURNS[self].locked()

    def passed(self, seconds: float | None, selector: selectors.DefaultSelector) -> Any:
        """What the selector has, once that much virtual time has passed."""
        if seconds != 0 and (self._threads or self._computes()):
            return selectors.DefaultSelector.select(selector, _REAL_SECONDS)
        ready = selectors.DefaultSelector.select(selector, _LONGEST if seconds is None else 0)
        if not ready:
            assert seconds is not None, "everything waits for something that will never happen"
            self._now += seconds
        return ready


class _Selector(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        """As the loop's clock has it."""
        return self._loop.passed(timeout, self)
