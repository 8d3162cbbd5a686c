"""Work done beside other work: its result, its error, and that nobody waits for it when all is stopped."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from threading import Event, current_thread

import pytest

from conspectus.tasks import aside

NAME: ContextVar[str] = ContextVar("NAME", default="nobody")


async def test_the_result_comes_from_another_thread() -> None:
    """It sees the caller's context, and the loop goes on meanwhile."""
    NAME.set("somebody")
    gate = Event()
    work = asyncio.ensure_future(aside(lambda: (gate.wait(5), NAME.get(), current_thread().daemon)))
    await asyncio.sleep(0)
    gate.set()
    assert await work == (True, "somebody", True)


async def test_an_error_is_raised_as_itself() -> None:
    """Where the result is awaited."""
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


def test_a_stopped_loop_does_not_wait() -> None:
    """The work is still at it when the loop has ended, and its late result troubles nobody."""
    gate = Event()
    ended = Event()

    def work() -> None:
        gate.wait(5)
        ended.set()

    async def main() -> None:
        waiting = asyncio.ensure_future(aside(work))
        await asyncio.sleep(0)
        waiting.cancel()

    asyncio.run(main())
    assert not ended.is_set()
    gate.set()
    assert ended.wait(5)


async def test_one_work_is_done_at_a_time() -> None:
    """The second begins when the first has ended, and one that is given up holds nobody up."""
    at_work: list[int] = []

    def work() -> int:
        at_work.append(1)
        most = len(at_work)
        at_work.pop()
        return most

    assert await asyncio.gather(*(aside(work) for _ in range(20))) == [1] * 20
    gate = Event()
    first = asyncio.ensure_future(aside(lambda: gate.wait(5)))
    await asyncio.sleep(0)
    first.cancel()
    assert await aside(lambda: "next") == "next"
    gate.set()
