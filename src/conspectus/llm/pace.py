"""When a call may be sent: no more than was set, and no more than the endpoint turns out to take.

Nobody knows an endpoint's limits beforehand, so calls are sent at once and its refusals (429) are listened to. One
refusal may be chance: then one call at a time goes on until one is not refused. A second one in a row is a limit:
everything pauses for as long as the endpoint asked. Refused with as many calls in flight as it took before, it limits
calls at once, and `window` becomes what it took; refused with fewer, it limits a rate, and calls are sent `spacing`
seconds apart. Both are tried again after a while, in steps that double, at intervals that triple while that fails.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from conspectus.llm.limits import Bucket, pause_of

_AT_ONCE = 16
_RAMP = 0.002
_PATIENCE = (0.05, 1.0)
_FIRST_TRY = 1.0
_LONGEST_TRY = 60.0
_SHORTEST_SPACING = 0.01
_MARGIN = 1.05


@dataclass
class Turn:
    """One call that was let through; times are seconds of the event loop's clock."""

    sent: float
    others: int
    tokens: int
    refused: bool = False


class Pace:
    """Lets calls through one by one, in the order in which they came.

    `slots` are in flight at most, `calls_a_minute` and `tokens_a_minute` are sent at most where they are given.
    """

    def __init__(
        self,
        slots: int,
        *,
        calls_a_minute: float | None = None,
        tokens_a_minute: float | None = None,
    ) -> None:
        self._slots = slots
        self._door = asyncio.Lock()
        self._changed = asyncio.Event()
        self._calls = Bucket(calls_a_minute)
        self._tokens = Bucket(tokens_a_minute)
        self._in_flight = 0
        self._last_sent = float("-inf")
        self._not_before = float("-inf")
        self._struck = float("-inf")
        self._strikes = 0
        self._probe: Turn | None = None
        self._patience = _PATIENCE[0]
        self._limited = False
        self._exploring = False
        self._step = 1
        self._try_at = float("inf")
        self._gap = _FIRST_TRY
        self.window = slots
        self.spacing = 0.0

    @asynccontextmanager
    async def turn(self, tokens: int) -> AsyncIterator[Turn]:
        """A place in flight for a call of about so many tokens; whoever has it says `refused` or `answered`."""
        async with self._door:
            while (delay := self._delay(tokens)) > 0:
                await self._wait(delay)
            now = self._now()
            turn = Turn(sent=now, others=self._in_flight, tokens=tokens)
            self._in_flight += 1
            self._last_sent = now
            self._calls.take(1, now)
            self._tokens.take(tokens, now)
            if self._strikes and self._probe is None:
                self._probe = turn
        try:
            yield turn
        finally:
            self._in_flight -= 1
            self._changed.set()

    def answered(self, turn: Turn, tokens: int) -> None:
        """The call was answered, and took that many tokens in all."""
        self._tokens.take(tokens - turn.tokens, self._now())
        if turn.sent >= self._struck:
            self._strikes, self._probe = 0, None

    def heard(self, headers: Mapping[str, str]) -> None:
        """What the endpoint says is left of its limits: where nothing is, nothing is sent until it says so."""
        if (pause := pause_of(headers)) > 0:
            self._not_before = max(self._not_before, self._now() + pause)

    def refused(self, turn: Turn, retry_after: float | None) -> None:
        """The endpoint sent the call back and asked to slow down."""
        now = self._now()
        turn.refused = True
        # It was not charged for.
        self._tokens.take(-turn.tokens, now)
        least, most = _PATIENCE
        self._patience = min(most, max(least, 3 * (now - turn.sent)))
        if turn.sent < self._struck:
            return  # sent before the last refusal was known: it is the same one
        self._struck = now
        self._probe = None
        self._strikes += 1
        if self._exploring:
            self._back_off(now, retry_after)
        elif self._strikes > 1 or self.spacing:
            self._believe(turn, now, retry_after)
        self._changed.set()

    def _believe(self, turn: Turn, now: float, retry_after: float | None) -> None:
        """A limit was met."""
        asked = retry_after if retry_after is not None else 2.0 ** min(self._strikes - 2, 5)
        self._not_before = max(self._not_before, now + asked)
        if self._limited and turn.others < self.window:
            self.spacing = _MARGIN * max(self.spacing, min(asked, 60.0))
        else:
            self.window = max(1, turn.others)
        self._limited = True
        self._try_at = now + asked + self._gap

    def _back_off(self, now: float, retry_after: float | None) -> None:
        """Trying for more did not work."""
        self._exploring = False
        self._not_before = max(self._not_before, now + (retry_after or 0.0))
        self.window = max(1, self.window - self._step)
        self.spacing *= 2
        self._gap = min(_LONGEST_TRY, 3 * self._gap)
        self._try_at = now + self._gap

    def _explore(self, now: float) -> None:
        """A little more than what is known to be taken."""
        self._step = 2 * self._step if self._exploring else 1
        self._exploring = True
        self.window = min(self._slots, self.window + self._step)
        self.spacing = self.spacing / 2 if self.spacing > _SHORTEST_SPACING else 0.0
        self._try_at = now + 2 * self._patience + 2 * self.spacing
        if self.window == self._slots and not self.spacing:
            self._limited = self._exploring = False
            self._try_at, self._gap = float("inf"), _FIRST_TRY

    def _delay(self, tokens: int) -> float:
        """Seconds until the next call may be sent, infinite until something changes."""
        now = self._now()
        if self._probe is not None:
            if (left := self._probe.sent + self._patience - now) > 0:
                return left
            # It was not sent back: the refusal was chance, or the limit is over.
            self._strikes, self._probe = 0, None
        if now >= self._try_at and not self._strikes:
            self._explore(now)
        if self._in_flight >= self.window:
            return float("inf")
        spacing = self.spacing or (_RAMP if self._in_flight >= _AT_ONCE else 0.0)
        return max(
            self._not_before - now,
            self._last_sent + spacing - now,
            self._calls.delay(1, now),
            self._tokens.delay(tokens, now),
        )

    async def _wait(self, seconds: float) -> None:
        self._changed.clear()
        if seconds == float("inf"):
            seconds = self._try_at - self._now() if self._try_at > self._now() else seconds
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), None if seconds == float("inf") else seconds)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
