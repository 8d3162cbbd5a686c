"""Pages that were fetched before, so that an unchanged one is not sent again.

A file a page: one line of JSON about it, then its bytes. Nothing in it is ever run or unpickled, and a file
that is not what its line says is as good as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 200_000_000
_KEPT_HEADERS = ("etag", "last-modified", "content-type")
_SUFFIX = ".page"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stored:
    """A page as it was sent, and the headers that tell its kind and its version."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it is another by now."""
        asked = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        return {name: self.headers[kept] for name, kept in asked.items() if kept in self.headers}


class PageStore:
    """Pages under their addresses in a directory, the oldest given up above `most_bytes` bytes.

    Never in the way: what can't be read or written is done without.
    """

    def __init__(self, directory: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self._directory = directory
        self._most = most_bytes

    def find(self, address: str) -> Stored | None:
        """The page under that address, or None where there is none or it is damaged."""
        path = self._path(address)
        try:
            line, _, body = path.read_bytes().partition(b"\n")
            about = json.loads(line)
            headers = {name: about["headers"][name] for name in _KEPT_HEADERS if name in about["headers"]}
            whole = about["address"] == address and about["sha256"] == hashlib.sha256(body).hexdigest()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not whole or not all(isinstance(value, str) and value.isprintable() for value in headers.values()):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return Stored(headers, body)

    def keep(self, address: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keeps the page, where its server names its version and does not object."""
        kept = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
        if (
            not kept.keys() & {"etag", "last-modified"}
            or "no-store" in headers.get("cache-control", "").lower()
        ):
            return
        about = {"address": address, "headers": kept, "sha256": hashlib.sha256(body).hexdigest()}
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            descriptor, part = tempfile.mkstemp(dir=self._directory, suffix=".part")
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(json.dumps(about).encode("ascii") + b"\n" + body)
                Path(part).replace(self._path(address))
            except BaseException:
                Path(part).unlink(missing_ok=True)
                raise
            self._cull()
        except OSError as error:
            _log.info("the page can't be kept in %s: %s", self._directory, error)

    def measured(self) -> tuple[int, int]:
        """How many pages are kept, and how many bytes they take on disk."""
        try:
            sizes = [status.st_size for status, _ in self._files()]
        except OSError:
            return 0, 0
        return len(sizes), sum(sizes)

    def _path(self, address: str) -> Path:
        return self._directory / (hashlib.sha256(address.encode()).hexdigest() + _SUFFIX)

    def _files(self) -> list[tuple[os.stat_result, str]]:
        with os.scandir(self._directory) as entries:
            return [(entry.stat(), entry.path) for entry in entries if entry.name.endswith(_SUFFIX)]

    def _cull(self) -> None:
        found = self._files()
        size = sum(status.st_size for status, _ in found)
        for status, path in sorted(found, key=lambda each: each[0].st_mtime):
            if size <= self._most:
                return
            Path(path).unlink(missing_ok=True)
            size -= status.st_size
