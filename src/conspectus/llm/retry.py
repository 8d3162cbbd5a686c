"""Transport retries: which errors are worth another try, and how long to wait before it.

Re-asks are somebody else's business (`structured`), and the SDK's own retries are off, because the three
would multiply.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    wait_exponential_jitter,
    wait_random,
)

from conspectus.errors import ConspectusError, RateLimitError, SlowEndpointError

logger = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]

LONGEST_WAIT = 120.0
"""Seconds; an endpoint that asks for more is not waited for."""

_SENT_BACK = 8
_SLOW = 2
_TWICE = 2

# One fault is most often chance, and whoever waits for the call waits for all of it; a second one may be an outage,
# unless other calls go well meanwhile.
_soon = wait_random(0.05, 0.25)
_backoff = wait_exponential_jitter(multiplier=0.5, max=30, jitter=0.5)
_TARDINESS = 0.02
"""Seconds by which a call asked to come later comes later still, because clocks differ."""


def passing(error: BaseException) -> bool:
    """Whether another try may pass."""
    return isinstance(error, ConspectusError) and error.retryable and _asked_wait(error) <= LONGEST_WAIT


def _asked_wait(error: BaseException | None) -> float:
    return (error.retry_after or 0.0) if isinstance(error, RateLimitError) else 0.0


def _error_of(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _announce(state: RetryCallState) -> None:
    seconds = state.next_action.sleep if state.next_action else 0.0
    error = _error_of(state)
    logger.info(
        "try %d failed, next one in %.1f s: %s",
        state.attempt_number,
        seconds,
        error,
        extra={"attempt": state.attempt_number, "seconds": seconds, "error": type(error).__name__},
    )


def retrying(attempts: int, sleep: Sleep, alone: Callable[[], bool]) -> AsyncRetrying:
    """A retry policy of that many tries in all, which raises the last error.

    A call that the endpoint only sent back, asking to slow down, has more tries; one that took too long, only two.
    `alone` tells whether a call that has just failed did so while others go well.
    """
    failed = slow = 0

    def passing_again(error: BaseException) -> bool:
        nonlocal failed, slow
        failed += not isinstance(error, RateLimitError)
        slow += isinstance(error, SlowEndpointError)
        return passing(error)

    def over(state: RetryCallState) -> bool:
        if isinstance(_error_of(state), RateLimitError):
            return state.attempt_number >= attempts + (_SENT_BACK if attempts > 1 else 0)
        return failed >= attempts or slow >= _SLOW

    def wait(state: RetryCallState) -> float:
        """Seconds: what the endpoint asked for, else little at first, then exponential with jitter."""
        error = _error_of(state)
        if isinstance(error, RateLimitError):
            return _backoff(state) if error.retry_after is None else error.retry_after + _TARDINESS
        return _soon(state) if failed == 1 or (failed == _TWICE and alone()) else _backoff(state)

    return AsyncRetrying(
        stop=over,
        wait=wait,
        retry=retry_if_exception(passing_again),
        before_sleep=_announce,
        sleep=sleep,
        reraise=True,
    )
