"""When calls are let through, in virtual time."""

from __future__ import annotations

import asyncio

import pytest

from conspectus.llm.limits import Bucket, pause_of
from conspectus.llm.pace import Pace
from tests.support.virtual import virtually


async def sent(pace: Pace, calls: int, *, seconds: float = 5.0, tokens: int = 100) -> list[float]:
    """When each of so many calls was sent, all of them answered after some seconds."""
    times: list[float] = []

    async def one() -> None:
        async with pace.turn(tokens) as turn:
            times.append(turn.sent)
            await asyncio.sleep(seconds)
            pace.answered(turn, tokens)

    await asyncio.gather(*(one() for _ in range(calls)))
    return times


def test_calls_a_minute_are_spread_over_it() -> None:
    """Ten seconds' worth may go at once, the rest at the rate that was set."""
    times = virtually(sent(Pace(100, calls_a_minute=60), 30))
    assert sum(time < 0.5 for time in times) == 10
    assert times[-1] == pytest.approx(20, abs=0.5)


def test_tokens_a_minute_are_charged_as_they_turn_out() -> None:
    """A call that took more tokens than thought holds up the next ones."""

    async def two(took: int) -> float:
        pace = Pace(1, tokens_a_minute=6000)
        async with pace.turn(900) as turn:
            pace.answered(turn, took)
        async with pace.turn(900) as turn:
            return turn.sent

    assert virtually(two(900)) == pytest.approx(8, abs=0.1)
    assert virtually(two(1500)) == pytest.approx(14, abs=0.1)


def test_one_refusal_changes_nothing() -> None:
    """While others are taken, a call that is sent back was unlucky."""

    async def unlucky() -> Pace:
        pace = Pace(50)

        async def one(number: int) -> None:
            async with pace.turn(1) as turn:
                await asyncio.sleep(0.02)
                if number == 10:
                    pace.refused(turn, 30.0)
                    return
                await asyncio.sleep(3)
                pace.answered(turn, 1)

        await asyncio.gather(*(one(number) for number in range(40)))
        assert asyncio.get_running_loop().time() < 5
        return pace

    assert virtually(unlucky()).window == 50


@pytest.mark.parametrize(("refusals", "waits"), [(2, False), (3, True)])
def test_two_lone_refusals_in_a_row_may_be_chance(refusals: int, waits: bool) -> None:
    """Only when a third follows, with none between that was taken, does everybody wait as the endpoint asks."""

    async def unlucky() -> float:
        pace = Pace(50)

        async def taken() -> float:
            async with pace.turn(1) as turn:
                await asyncio.sleep(5)
                pace.answered(turn, 1)
            return turn.sent

        others = [asyncio.ensure_future(taken()) for _ in range(20)]
        await asyncio.sleep(1)
        for _ in range(refusals):
            async with pace.turn(1) as turn:
                await asyncio.sleep(0.02)
                pace.refused(turn, 30.0)
            await asyncio.sleep(0.2)
        sent = await taken()
        await asyncio.gather(*others)
        return sent

    assert (virtually(unlucky()) > 30) is waits


def test_nothing_is_sent_while_the_endpoint_says_it_takes_nothing() -> None:
    """A header that says 0 calls are left, and for how long, is believed without a refusal."""

    async def told() -> float:
        pace = Pace(5)
        pace.heard({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m2s"})
        async with pace.turn(1) as turn:
            return turn.sent

    assert virtually(told()) == pytest.approx(62, abs=0.1)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "9s"}, 0),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "250ms"}, 0.25),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "2.5"}, 2.5),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "soon"}, 0),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "3h"}, 120),
    ],
)
def test_what_headers_say_is_left(headers: dict[str, str], seconds: float) -> None:
    """Only nothing at all is a reason to wait, and never for longer than two minutes."""
    assert pause_of(headers) == pytest.approx(seconds)


def test_more_than_a_bucket_holds_can_be_had_when_it_is_full() -> None:
    """A call larger than ten seconds' worth waits for a full bucket, not for ever."""
    bucket = Bucket(600)
    assert bucket.delay(1000, now=0.0) == 0
    bucket.take(1000, now=0.0)
    assert bucket.delay(1000, now=0.0) == pytest.approx(100)
    assert Bucket(None).delay(1e9, now=0.0) == 0
