"""Rows of the cache: a text under a text, in the database as soon as it is there to be put.

Anything else that stands in the database is refused unread: unpickling a planted row would run it.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import diskcache  # type: ignore[import-untyped]

_PUT = """
INSERT INTO Cache (key, raw, store_time, expire_time, access_time, access_count, tag, size, mode, filename, value)
VALUES (?, 1, ?, NULL, ?, 0, NULL, 0, ?, NULL, ?)
ON CONFLICT (key, raw) DO UPDATE SET
    store_time = excluded.store_time, expire_time = NULL, access_time = excluded.access_time, access_count = 0,
    tag = NULL, size = 0, mode = excluded.mode, filename = NULL, value = excluded.value
"""


class TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache has no types
    """Stores text as it is in the database, and refuses every other kind of row, pickles first of all."""

    def put(self, key: Any) -> tuple[str, bool]:
        """The key as stored; raises TypeError when it is not text."""
        if type(key) is not str:
            raise TypeError("a cache key is text")
        return key, True

    def get(self, key: Any, raw: bool) -> str:
        """The key as given; raises ValueError when it is not text."""
        if not raw or type(key) is not str:
            raise ValueError("a row of the cache is not text")
        return key

    def store(self, value: Any, read: bool, key: Any = None) -> tuple[int, int, None, str]:
        """The value as stored; raises TypeError when it is not text."""
        if type(value) is not str:
            raise TypeError("a cached answer is text")
        return 0, diskcache.core.MODE_RAW, None, value

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> str:
        """The value as given; raises ValueError when it is not text in the database itself."""
        if mode != diskcache.core.MODE_RAW or type(value) is not str:
            raise ValueError("a row of the cache is not text")
        return value


class Shortcut:
    """A connection `into` a store for one thread at a time: puts a text in one step, and waits for nobody.

    diskcache takes four, and waits while others write, which is better done in a thread; but until that has its turn,
    the text is in memory alone.
    """

    def __init__(self, store: diskcache.Cache) -> None:
        self.into = store
        self._database: sqlite3.Connection | None = None
        with suppress(sqlite3.Error):
            self._database = _opened(Path(store.directory) / diskcache.core.DBNAME)

    def put(self, key: str, text: str) -> bool:
        """True where the text is in the database now, and False where it can't be put without waiting."""
        if self._database is None:
            return False
        now = time.time()
        try:
            self._database.execute(_PUT, (key, now, now, diskcache.core.MODE_RAW, text))
        except sqlite3.Error:
            return False
        return True

    def close(self) -> None:
        """Nothing can be put any more."""
        database, self._database = self._database, None
        if database is not None:
            database.close()


def _opened(file: Path) -> sqlite3.Connection | None:
    database = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
    )
    found: tuple[Any, ...] = database.execute("PRAGMA journal_mode").fetchone()
    if found[0] != "wal":
        # Every row would be waited for until the disk has it.
        database.close()
        return None
    database.execute("PRAGMA synchronous = NORMAL")
    # Whoever waits anyway moves the rows into place.
    database.execute("PRAGMA wal_autocheckpoint = 0")
    return database
