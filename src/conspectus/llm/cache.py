"""Answers that were paid for, kept on disk and never pickled."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import diskcache  # type: ignore[import-untyped]

from conspectus.llm.rows import Shortcut, TextDisk

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

logger = logging.getLogger(__name__)

R = TypeVar("R")
_BUSY_SECONDS = 10.0
_NEVER_A_FILE = 2**31


@dataclass(frozen=True)
class CacheInfo:
    """How many answers are kept, and how many bytes they take on disk."""

    directory: Path
    answers: int
    bytes: int


def key_of(parts: Mapping[str, Any]) -> str:
    """64 hex digits that change with anything that can change the answer."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_SET_ASIDE = ".damaged-"


class AnswerCache:
    """Texts under keys, in a directory that several processes may share.

    Never in the way: a cache that is damaged is set aside, one that can't be written is done without, and
    either is logged as a warning. When it is left and takes more than `most_bytes`, the oldest texts go, but none that
    was read or put in the meantime. All work is done on one thread of its own, but for texts that can be put at once.
    """

    def __init__(self, directory: Path, *, most_bytes: int | None = None) -> None:
        self._directory = directory
        self._most_bytes = most_bytes
        self._used: set[str] = set()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="answers")
        self._store: diskcache.Cache | None = None
        self._shortcut: Shortcut | None = None
        self._seen: int | None = None
        self._told: set[str] = set()

    async def __aenter__(self) -> AnswerCache:
        await self._run(self._open)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave_shortcut()
        await asyncio.shield(self._run(lambda: self._guarded(self._trim)))
        await asyncio.shield(self._run(self._close))
        self._thread.shutdown()

    async def get(self, key: str) -> str | None:
        """The text under the key, or None."""
        self._used.add(key)
        return await self._run(lambda: self._guarded(lambda store: self._fetched(store, key)))

    async def put(self, key: str, text: str) -> None:
        """Keeps the text; a failure to do so is logged and otherwise goes unnoticed.

        Where nobody else is writing it is kept before anything else happens, also before this process can be killed.
        """
        self._used.add(key)
        if not self._put_at_once(key, text):
            await asyncio.shield(self._run(lambda: self._guarded(lambda store: store.set(key, text))))

    async def keep(self, key: str, text: str | None) -> None:
        """As `put`; with None there is no text under the key any more."""
        if text is not None:
            await self.put(key, text)
        else:
            await asyncio.shield(self._run(lambda: self._guarded(lambda store: store.delete(key))))

    def _leave_shortcut(self) -> None:
        shortcut, self._shortcut = self._shortcut, None
        if shortcut is not None:
            shortcut.close()

    def _put_at_once(self, key: str, text: str) -> bool:
        store = self._store
        if store is None:
            return False
        if self._shortcut is None or self._shortcut.into is not store:
            self._leave_shortcut()
            self._shortcut = Shortcut(store)
        # One that was set aside meanwhile is not the one that is read from.
        return self._shortcut.put(key, text) and store is self._store

    async def info(self) -> CacheInfo:
        """What is in it."""
        found = await self._run(lambda: self._guarded(lambda store: (len(store), store.volume())))
        answers, size = found or (0, 0)
        return CacheInfo(self._directory, answers, size)

    async def clear(self) -> int | None:
        """Empties it; how many texts there were, None where it can't be emptied."""
        return await self._run(lambda: self._guarded(lambda store: int(store.clear())))

    def _trim(self, store: diskcache.Cache) -> None:
        if self._most_bytes is None or store.volume() <= self._most_bytes:
            return
        # They come in the order in which they were put.
        for key in [key for key in store if key not in self._used]:
            store.delete(key)
            if store.volume() <= self._most_bytes:
                break

    async def _run(self, work: Callable[[], R]) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _guarded(self, work: Callable[[diskcache.Cache], R]) -> R | None:
        if self._store is None:
            return None
        try:
            return work(self._store)
        except (sqlite3.OperationalError, diskcache.Timeout, OSError) as error:
            # A full disk stays full: once is enough to know it.
            level = logging.DEBUG if str(error) in self._told else logging.WARNING
            self._told.add(str(error))
            logger.log(level, "the answer cache in %s can't be used just now: %s", self._directory, error)
        except sqlite3.DatabaseError as error:
            self._set_aside(error)
        return None

    @staticmethod
    def _fetched(store: diskcache.Cache, key: str) -> str | None:
        try:
            text = store.get(key)
        except ValueError as error:
            logger.warning("an entry of the answer cache is refused: %s", error)
            store.delete(key)
            return None
        return text if isinstance(text, str) else None

    def _open(self) -> None:
        self._seen = self._identity()
        try:
            self._store = self._connected()
            self._seen = self._identity()
        except sqlite3.OperationalError as error:
            # Another one may just be putting a new one into a damaged one's place.
            with self._alone():
                if not self._replaced():
                    logger.warning("the answer cache in %s can't be used: %s", self._directory, error)
        except sqlite3.DatabaseError as error:
            self._set_aside(error)
        except OSError as error:
            logger.warning("the answer cache in %s can't be used: %s", self._directory, error)

    def _connected(self) -> diskcache.Cache:
        return diskcache.Cache(
            str(self._directory),
            timeout=_BUSY_SECONDS,
            disk=TextDisk,
            disk_min_file_size=_NEVER_A_FILE,
            eviction_policy="none",
            cull_limit=0,
        )

    def _set_aside(self, error: sqlite3.DatabaseError) -> None:
        self._close()
        with self._alone():
            # Another one may have put a new one there already, and answers in it.
            if self._identity() == self._seen or not self._replaced():
                self._replace(error)

    def _identity(self) -> int | None:
        with suppress(OSError):
            return self._directory.stat().st_ino
        return None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While it lasts nobody else replaces the cache, except where the system has no locks or no room."""
        with ExitStack() as held:
            with suppress(OSError):
                parent = os.open(self._directory.parent, os.O_RDONLY)
                held.callback(os.close, parent)
                if fcntl is not None:
                    fcntl.flock(parent, fcntl.LOCK_EX)
            yield

    def _replace(self, error: sqlite3.DatabaseError) -> None:
        number = 1
        while (aside := self._directory.with_name(f"{self._directory.name}{_SET_ASIDE}{number}")).exists():
            number += 1
        try:
            self._directory.rename(aside)
            self._store = self._connected()
            self._seen = self._identity()
        except (sqlite3.Error, OSError) as worse:
            logger.warning(
                "the answer cache in %s is damaged (%s) and can't be replaced: %s",
                self._directory,
                error,
                worse,
            )
            return
        logger.warning("the answer cache was damaged (%s); it is set aside as %s", error, aside)

    def _replaced(self) -> bool:
        """True where another process has set the damaged one aside already; then the new one is open."""
        try:
            store = self._connected()
        except (sqlite3.Error, OSError):
            return False
        try:
            whole = bool(store._sql("PRAGMA quick_check").fetchall() == [("ok",)])
        except sqlite3.Error:
            whole = False
        if whole:
            self._store, self._seen = store, self._identity()
        else:
            store.close()
        return whole

    def _close(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()


async def cache_info(directory: Path) -> CacheInfo:
    """What the cache in that directory holds; nothing is made where there is none."""
    if not (directory / diskcache.core.DBNAME).is_file():
        return CacheInfo(directory, 0, 0)
    async with AnswerCache(directory) as cache:
        return await cache.info()


async def cache_cleared(directory: Path) -> int | None:
    """Empties the cache in that directory; how many answers there were, None where it can't be emptied.

    What was set aside because it was damaged goes as well: it holds answers that somebody may read.
    """
    count: int | None = 0
    if (directory / diskcache.core.DBNAME).is_file():
        async with AnswerCache(directory) as cache:
            count = await cache.clear()
    try:
        for aside in directory.parent.glob(f"{directory.name}{_SET_ASIDE}*"):
            shutil.rmtree(aside)
    except OSError:
        return None
    return count
