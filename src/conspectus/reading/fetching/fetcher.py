"""Addresses in, pages out: redirects, robots.txt, turns and what is kept from the last time."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from types import TracebackType

from conspectus.errors import ArticleError
from conspectus.reading.fetching.address import Address
from conspectus.reading.fetching.network import Network
from conspectus.reading.fetching.pace import Pace
from conspectus.reading.fetching.robots import MOST_BYTES as MOST_ROBOTS_BYTES
from conspectus.reading.fetching.robots import Robots
from conspectus.reading.fetching.store import PageStore, Stored
from conspectus.reading.fetching.transfer import Answer, transfer
from conspectus.reading.stubs import SAVE_IT
from conspectus.settings import Settings

MOST_REDIRECTS = 8
_MOVED = frozenset({301, 302, 303, 307, 308})
_STATUS = {
    401: ("the page asks for a login", SAVE_IT),
    402: ("the page asks for payment", SAVE_IT),
    403: ("the server refuses to give the page", SAVE_IT),
    404: ("there is no such page", "check the address"),
    410: ("the page is gone", "look for a copy of it"),
    429: ("the server asks for fewer requests", "try again later, or raise host_seconds"),
    451: ("the page is withheld for legal reasons", "look for a copy of it"),
}
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: `address` is where it was found in the end, `kind` its media type, or empty."""

    address: str
    kind: str
    charset: str | None
    data: bytes


class Fetcher:
    """Fetches pages for one run, as the settings allow. Use it as a context, in one event loop."""

    def __init__(self, settings: Settings, network: Network | None = None) -> None:
        self._settings = settings
        self._network = network or Network()
        self._robots = Robots(self._rules_of)
        self._pace = Pace(seconds=settings.host_seconds, most_pages=settings.pages_per_host)
        self._store = PageStore(settings.pages_dir) if settings.cache else None

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._robots.aclose()

    async def fetch(self, address: str) -> Page:
        """The page at the address; raises ArticleError, called by the address, where it can't be had.

        Waiting for a host's turn does not count as its time.
        """
        try:
            return await self._followed(Address.of(address))
        except ArticleError as error:
            where = error.where or address
            raise ArticleError(error.message, where=where, hint=error.hint) from error

    async def _followed(self, address: Address) -> Page:
        seen: set[str] = set()
        seconds = self._settings.fetch_seconds
        clock = asyncio.get_running_loop().time
        for _ in range(MOST_REDIRECTS + 1):
            if str(address) in seen:
                raise ArticleError("the page redirects in a circle", hint=SAVE_IT)
            seen.add(str(address))
            pause = await self._robots.insist(address)
            self._pace.count(address.host)
            stored = self._store.find(str(address)) if self._store else None
            async with self._pace.turn(address.host, pause):
                begun = clock()
                answer = await self._asked(address, seconds, stored)
                seconds -= clock() - begun
            if answer.status not in _MOVED:
                return self._page(address, answer, stored)
            if "location" not in answer.headers:
                raise ArticleError("the page redirects, and does not say where to", hint=SAVE_IT)
            address = address.joined(answer.headers["location"])
        raise ArticleError(f"the page redirects more than {MOST_REDIRECTS} times", hint=SAVE_IT)

    async def _asked(self, address: Address, seconds: float, stored: Stored | None) -> Answer:
        if seconds <= 0:
            raise ArticleError(
                f"no whole answer within {self._settings.fetch_seconds:.0f} seconds",
                hint=f"raise fetch_seconds, or {SAVE_IT}",
            )
        return await transfer(
            address,
            network=self._network,
            allow_private=self._settings.allow_private,
            seconds=seconds,
            most_bytes=self._settings.max_file_bytes,
            headers=stored.conditions if stored else None,
        )

    def _page(self, address: Address, answer: Answer, stored: Stored | None) -> Page:
        headers, body = answer.headers, answer.body
        if answer.status == 304 and stored is not None:
            headers, body = stored.headers, stored.body
        elif answer.status != 200:
            raise _refused(answer.status)
        elif self._store is not None:
            self._store.keep(str(address), headers, body)
        declared = headers.get("content-type", "")
        charset = _CHARSET.search(declared)
        kind = declared.partition(";")[0].strip().lower()
        return Page(str(address), kind, charset[1] if charset else None, body)

    async def _rules_of(self, address: Address) -> Answer:
        async with self._pace.turn(address.host):
            return await transfer(
                address,
                network=self._network,
                allow_private=self._settings.allow_private,
                seconds=self._settings.fetch_seconds,
                most_bytes=MOST_ROBOTS_BYTES,
                cut=True,
            )


def _refused(status: int) -> ArticleError:
    message, hint = _STATUS.get(status, (None, None))
    if message is None:
        failing = status >= 500
        message = "the server fails" if failing else "the server gives no page"
        hint = "try again later" if failing else SAVE_IT
    return ArticleError(f"{message} (HTTP {status})", hint=hint)
