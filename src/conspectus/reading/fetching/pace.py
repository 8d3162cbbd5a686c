"""Taking turns: one request at a time to each host, with a pause between two, and not too many pages."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from conspectus.errors import ArticleError

_IN_FLIGHT = 8


class Pace:
    """Seconds of pause between two requests to one host, and pages of one host in one run."""

    def __init__(self, *, seconds: float, most_pages: int) -> None:
        self._seconds = seconds
        self._most = most_pages
        self._pages: Counter[str] = Counter()
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._over: dict[str, float] = {}
        self._in_flight = asyncio.Semaphore(_IN_FLIGHT)

    def count(self, host: str) -> None:
        """Counts one page more; raises ArticleError where that is one too many."""
        if self._pages[host] >= self._most:
            raise ArticleError(
                f"{self._most} pages of {host} were fetched in this run, and that is the limit",
                hint="brief fewer at once, or raise pages_per_host",
            )
        self._pages[host] += 1

    @asynccontextmanager
    async def turn(self, host: str, pause: float | None = None) -> AsyncIterator[None]:
        """The host's turn; `pause` is what the host asks for between two, None for a request that needs none."""
        async with self._hosts[host]:
            now = asyncio.get_running_loop().time
            if pause is not None and host in self._over:
                await asyncio.sleep(max(0.0, self._over[host] + max(self._seconds, pause) - now()))
            async with self._in_flight:
                try:
                    yield
                finally:
                    if pause is not None:
                        self._over[host] = now()
