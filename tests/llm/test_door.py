"""Who goes through the door, and in which order."""

from __future__ import annotations

import asyncio

from conspectus.llm.door import Door


async def passed(door: Door, order: list[str], name: str, *, first: bool = False) -> None:
    """Goes through, and says so."""
    async with door.opened(first=first):
        order.append(name)
        await asyncio.sleep(0)


async def test_those_who_go_first_do_and_the_others_keep_their_order() -> None:
    """Whoever is at the door already is not pushed aside."""
    door, order = Door(), list[str]()
    waiting = [("a", False), ("b", False), ("c", True), ("d", True)]
    await asyncio.gather(*(passed(door, order, name, first=first) for name, first in waiting))
    assert order == ["a", "c", "d", "b"]


async def test_one_is_at_the_door_at_a_time() -> None:
    """Nobody comes in before the one before has left, also where somebody gave up in between."""
    door, inside, most = Door(), 0, 0

    async def one(number: int) -> None:
        nonlocal inside, most
        async with door.opened(first=number % 3 == 0):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    tasks = [asyncio.create_task(one(number)) for number in range(12)]
    await asyncio.sleep(0)
    tasks[4].cancel()
    await asyncio.sleep(0)
    tasks[5].cancel()
    tasks[6].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert most == 1
    assert [task.cancelled() for task in tasks].count(True) == 3
    await asyncio.wait_for(passed(door, [], "last"), 1)
