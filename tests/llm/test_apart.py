"""Work is done in a thread of its own, whatever the loop that awaits it does meanwhile."""

from __future__ import annotations

import asyncio
import contextvars
import sys
import threading
from collections.abc import Iterator

import pytest

from conspectus import lazy_imports
from conspectus.llm.apart import Apart, here

LONG = 30.0
_named: contextvars.ContextVar[str] = contextvars.ContextVar("_named", default="nobody")


async def test_work_goes_on_while_the_loop_that_awaits_it_computes() -> None:
    """The loop is blocked until the work has come to its end."""
    over = threading.Event()

    async def work() -> str:
        await asyncio.sleep(0)
        over.set()
        return "done"

    async with Apart() as apart:
        task = asyncio.create_task(apart.done(work()))
        await asyncio.sleep(0)
        assert over.wait(LONG)
        assert await task == "done"


async def test_all_work_is_done_in_one_loop() -> None:
    """What one makes, the next one can use."""

    async def loop() -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    async with Apart() as apart:
        first, second = await apart.done(loop()), await apart.done(loop())
    assert first is second
    assert first is not asyncio.get_running_loop()
    assert first.is_closed()
    assert await here(loop()) is asyncio.get_running_loop()


async def test_an_error_is_raised_as_itself() -> None:
    """To whoever awaits the work."""

    async def work() -> None:
        raise LookupError("nothing there")

    async with Apart() as apart:
        with pytest.raises(LookupError, match="nothing there"):
            await apart.done(work())


class Endless:
    """Work without end, which says when it began and when it was cancelled."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.cancelled = threading.Event()

    async def work(self) -> None:
        """Goes on."""
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.cancelled.set()


async def test_work_is_cancelled_with_whoever_awaits_it() -> None:
    """A call in flight ends when its ask does."""
    endless = Endless()
    async with Apart() as apart:
        task = asyncio.create_task(apart.done(endless.work()))
        await asyncio.sleep(0)
        assert endless.begun.wait(LONG)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert endless.cancelled.wait(LONG)


async def test_what_goes_on_is_cancelled_when_it_is_left() -> None:
    """And has come to its end by then."""
    endless = Endless()
    async with Apart() as apart:
        task = asyncio.create_task(apart.done(endless.work()))
        await asyncio.sleep(0)
        assert endless.begun.wait(LONG)
    assert endless.cancelled.is_set()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_without_work_there_is_no_thread() -> None:
    """A run that is answered from the cache starts none."""
    before = threading.active_count()
    async with Apart():
        assert threading.active_count() == before


async def test_work_knows_what_its_asker_knows() -> None:
    """Spans of calls stand beneath the span that asks."""

    async def name() -> str:
        return _named.get()

    async with Apart() as apart:
        _named.set("somebody")
        assert await apart.done(name()) == "somebody"


@pytest.fixture
def usual_turns() -> Iterator[float]:
    """The interpreter's own, afterwards as before: a program that another test ran may have changed them."""
    before, usual = sys.getswitchinterval(), 0.005
    sys.setswitchinterval(usual)
    yield usual
    sys.setswitchinterval(before)


@pytest.mark.parametrize("ours", [True, False])
async def test_only_in_a_process_of_our_own_threads_take_shorter_turns(
    ours: bool, usual_turns: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are everybody's."""

    async def work() -> None:
        pass

    monkeypatch.setattr(lazy_imports, "_ours", ours)
    async with Apart() as apart:
        await apart.done(work())
    assert (sys.getswitchinterval() < usual_turns) is ours
