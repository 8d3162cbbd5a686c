"""When a call may be sent: no more than was set, and no more than the endpoint turns out to take.

Nobody knows an endpoint's limits beforehand, so calls are sent at once and its refusals (429) are listened to. One
refusal may be chance: the calls sent just after it tell, or else one call at a time until one is not refused. Are all
of the first refused too, or two of the second, it is a limit: everything pauses for as long as the endpoint asked.
Refused with as many calls in flight as it took before, it limits calls at once, and `window` becomes what it took;
refused with fewer, it limits a rate, and calls are sent `spacing` seconds apart. Both are tried again after a while, in
steps that double, at intervals that triple while that fails.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from conspectus.llm.door import Door
from conspectus.llm.limits import Bucket, pause_of

_AT_ONCE = 8
_RAMP = 0.004
_PATIENCE = (0.03, 1.0)
_FIRST_TRY = 3.0
_LONGEST_TRY = 60.0
_SHORTEST_SPACING = 0.01
_INSTANT = 1e-6
_WITNESSES = 2
_LONE = 2
_CAREFUL = 3
_REMEMBERED = 64
_MARGIN = 1.05


@dataclass
class Turn:
    """One call that was let through; times are seconds of the event loop's clock.

    `before` is when the call before it was sent, `others` are the calls in flight beside it.
    """

    sent: float
    others: int
    tokens: int
    before: float
    refused: bool = False


@dataclass(frozen=True)
class _Suspicion:
    """A refused call, and the calls that were sent after it before that was known."""

    turn: Turn
    retry_after: float | None
    later: tuple[Turn, ...]


class Pace:
    """Lets calls through one by one, in the order in which they came but for those that go first.

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
        self._door = Door()
        self._changed = asyncio.Event()
        self._calls = Bucket(calls_a_minute)
        self._tokens = Bucket(tokens_a_minute)
        self._in_flight = 0
        self._last_sent = float("-inf")
        self._not_before = float("-inf")
        self._struck = float("-inf")
        self._strikes = 0
        self._taken = slots
        self._probe: Turn | None = None
        self._suspicion: _Suspicion | None = None
        self._recent: deque[Turn] = deque(maxlen=_REMEMBERED)
        self._patience = _PATIENCE[0]
        self._limited = False
        self._careful = 0
        self._exploring = False
        self._step = 1
        self._try_at = float("inf")
        self._gap = _FIRST_TRY
        self.window = slots
        self.spacing = 0.0

    @property
    def in_flight(self) -> int:
        """How many calls are under way."""
        return self._in_flight

    @asynccontextmanager
    async def turn(self, tokens: int, *, first: bool = False) -> AsyncIterator[Turn]:
        """A place in flight for a call of about so many tokens; whoever has it says `refused` or `answered`.

        With `first` it goes before those that wait without.
        """
        async with self._door.opened(first=first):
            while (delay := self._delay(tokens)) > _INSTANT:
                await self._wait(delay)
            now = self._now()
            turn = Turn(sent=now, others=self._in_flight, tokens=tokens, before=self._last_sent)
            self._recent.append(turn)
            self._in_flight += 1
            self._careful = max(0, self._careful - 1)
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
            self._calm()

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
        self._patience = min(most, max(least, 2 * (now - turn.sent)))
        self._taken = min(self._taken, turn.others)
        if turn.sent < self._struck:
            return  # sent before the last refusal was known: it is the same one
        self._struck = now
        self._probe = None
        self._strikes += 1
        if self._exploring:
            self._back_off(now, retry_after)
        elif self._strikes > (1 if self._limited else _LONE) or self.spacing:
            self._believe(turn, now, retry_after)
        else:
            later = tuple(other for other in self._recent if other.sent > turn.sent)
            if len(later) >= _WITNESSES:
                self._suspicion = _Suspicion(turn, retry_after, later)
        self._changed.set()

    def _judged(self, suspicion: _Suspicion, now: float) -> float:
        """Seconds until the calls sent after a refused one tell whether that was chance; 0 once they have."""
        waits = [other.sent + self._patience - now for other in suspicion.later if not other.refused]
        if not waits:
            self._strikes += 1
            self._believe(suspicion.turn, now, suspicion.retry_after)
        elif min(waits) > _INSTANT:
            return min(waits)
        else:
            self._calm()
        self._suspicion = None
        return 0.0

    def _calm(self) -> None:
        """The last refusal was chance, or the limit is over."""
        self._strikes, self._probe, self._taken = 0, None, self._slots

    def _believe(self, turn: Turn, now: float, retry_after: float | None) -> None:
        """A limit was met."""
        asked = retry_after if retry_after is not None else 2.0 ** min(self._strikes - 2, 5)
        self._not_before = max(self._not_before, now + asked)
        if self._limited and self._taken < self.window:
            # From the call that was taken to the moment from which another one will be.
            interval = turn.sent + asked - turn.before if self.spacing else asked
            self.spacing = max(self.spacing, _MARGIN * min(interval, _LONGEST_TRY))
        else:
            self.window = max(1, self._taken)
        self._limited = True
        self._careful = _CAREFUL
        self._try_at = now + asked + self._gap

    def _back_off(self, now: float, retry_after: float | None) -> None:
        """Trying for more did not work."""
        self._exploring = False
        self._careful = _CAREFUL
        self._not_before = max(self._not_before, now + (retry_after or 0.0))
        self.window = max(1, self.window - self._step)
        if not self._step:
            self.spacing = 2 * self.spacing or _SHORTEST_SPACING
        self._gap = min(_LONGEST_TRY, 3 * self._gap)
        self._try_at = now + self._gap

    def _explore(self, now: float) -> None:
        """A little more than what is known to be taken."""
        if self.spacing:
            self._step = 0
            self.spacing = self.spacing / 2 if self.spacing > _SHORTEST_SPACING else 0.0
        else:
            self._step = 2 * self._step if self._exploring and self._step else 1
            self.window = min(self._slots, self.window + self._step)
        self._exploring = True
        self._try_at = now + 2 * self._patience + 2 * self.spacing
        if self.window == self._slots and not self.spacing:
            self._limited = self._exploring = False
            self._try_at, self._gap = float("inf"), _FIRST_TRY

    def _delay(self, tokens: int) -> float:
        """Seconds until the next call may be sent, infinite until something changes."""
        now = self._now()
        if self._suspicion is not None and (left := self._judged(self._suspicion, now)) > 0:
            return left
        if self._probe is not None:
            if (left := self._probe.sent + self._patience - now) > 0:
                return left
            self._calm()
        if now >= self._try_at and not self._strikes:
            self._explore(now)
        if self._in_flight >= self.window:
            return float("inf")
        spacing = self.spacing or (_RAMP if self._in_flight >= _AT_ONCE else 0.0)
        if self._careful:
            # Where a limit was just met, each call's fate is awaited before the next one may share it.
            spacing = max(spacing, self._patience)
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
