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
)

from conspectus.errors import ConspectusError, RateLimitError, SlowEndpointError

logger = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]

LONGEST_WAIT = 120.0
"""Seconds; an endpoint that asks for more is not waited for."""

_SENT_BACK = 8
_SLOW = 2

_backoff = wait_exponential_jitter(multiplier=0.5, max=30, jitter=0.5)


def passing(error: BaseException) -> bool:
    """Whether another try may pass."""
    return isinstance(error, ConspectusError) and error.retryable and _asked_wait(error) <= LONGEST_WAIT


def _asked_wait(error: BaseException | None) -> float:
    return (error.retry_after or 0.0) if isinstance(error, RateLimitError) else 0.0


def wait(state: RetryCallState) -> float:
    """Seconds before the next try: exponential with jitter, and never less than the endpoint asked for."""
    error = state.outcome.exception() if state.outcome else None
    return max(_backoff(state), _asked_wait(error))


def _announce(state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    seconds = state.next_action.sleep if state.next_action else 0.0
    logger.info("try %d failed, next one in %.1f s: %s", state.attempt_number, seconds, error)


def retrying(attempts: int, sleep: Sleep) -> AsyncRetrying:
    """A retry policy of that many tries in all, which raises the last error.

    A call that the endpoint only sent back, asking to slow down, has more tries; one that took too long, only two.
    """
    failed = slow = 0

    def over(state: RetryCallState) -> bool:
        nonlocal failed, slow
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, RateLimitError):
            return state.attempt_number >= attempts + (_SENT_BACK if attempts > 1 else 0)
        failed += 1
        slow += isinstance(error, SlowEndpointError)
        return failed >= attempts or slow >= _SLOW

    return AsyncRetrying(
        stop=over,
        wait=wait,
        retry=retry_if_exception(passing),
        before_sleep=_announce,
        sleep=sleep,
        reraise=True,
    )
