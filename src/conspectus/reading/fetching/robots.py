"""What the owners of a site ask of programs (RFC 9309), asked once a site and run."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from conspectus.errors import ArticleError
from conspectus.reading.fetching.address import Address
from conspectus.reading.fetching.network import NoWayError
from conspectus.reading.fetching.transfer import PRODUCT, Answer

if TYPE_CHECKING:
    from protego import Protego

MOST_BYTES = 512_000
MOST_REDIRECTS = 5
_LONGEST_DELAY = 60.0
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAVE = "save the page as .html and give that file"

Get = Callable[[Address], Awaitable[Answer]]


class Robots:
    """The rules of each site, fetched with `get` when they are first needed.

    A site without rules (any 4xx answer, too many redirects) allows everything; one whose rules can't be had
    because it fails (5xx, no answer) allows nothing.
    """

    def __init__(self, get: Get) -> None:
        self._get = get
        self._asked: dict[str, asyncio.Task[Protego | None]] = {}

    async def insist(self, address: Address) -> float:
        """The seconds that the site wants between two requests, at most a minute.

        Raises ArticleError where its rules forbid the address or can't be had.
        """
        rules = await self._rules(address)
        if rules is None:
            return 0.0
        if not rules.can_fetch(str(address), PRODUCT):
            raise ArticleError("the site's robots.txt asks programs not to fetch this page", hint=_SAVE)
        return min(float(rules.crawl_delay(PRODUCT) or 0.0), _LONGEST_DELAY)

    async def aclose(self) -> None:
        """Nothing is under way any more."""
        for task in self._asked.values():
            task.cancel()
        await asyncio.gather(*self._asked.values(), return_exceptions=True)

    async def _rules(self, address: Address) -> Protego | None:
        origin = address.origin
        if origin not in self._asked:
            # A task, so that a page that gives up waiting does not take the rules from the others.
            self._asked[origin] = asyncio.create_task(self._fetched(address))
        return await asyncio.shield(self._asked[origin])

    async def _fetched(self, address: Address) -> Protego | None:
        from protego import Protego  # noqa: PLC0415 - only where something is fetched

        at = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            for _ in range(MOST_REDIRECTS + 1):
                answer = await self._get(at)
                if answer.status not in _MOVED or "location" not in answer.headers:
                    break
                at = at.joined(answer.headers["location"])
            else:
                return None
        except NoWayError:
            raise
        except ArticleError as error:
            raise ArticleError(
                f"the site's robots.txt can't be had ({error.message}), so nothing of it is fetched",
                hint=error.hint,
            ) from error
        if answer.status >= 500:
            raise ArticleError(
                f"the site's robots.txt can't be had (HTTP {answer.status}), so nothing of it is fetched",
                hint="try again later",
            )
        if answer.status != 200:
            return None
        return Protego.parse(answer.body.decode("utf-8", "replace").removeprefix("\ufeff"))
