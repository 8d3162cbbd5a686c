"""The files that a path, a directory or a pattern means, and their bytes within limits."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from conspectus.errors import ArticleError
from conspectus.reading.media import SUPPORTED, media_of

_WILD = frozenset("*?[")
# A file of rows is as many articles as it likes, each of them within the limit of one.
_ROWS_A_FILE = 100

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")

Fail = Callable[[str, ArticleError], None]


def expanded(given: Path, fail: Fail) -> Iterator[Path]:
    """The files that are meant, in order; what holds none is told to `fail`.

    Directories are searched at all depths for the suffixes that are read; hidden files and directories are
    passed over. A name with `*`, `?` or `[` that is no file is a pattern, in which `**` means any depth. A path that
    can't be looked at is taken for a file, of which reading then says what is wrong.
    """
    if os.path.isdir(given):
        yield from _in_directory(given, fail)
    elif _WILD.intersection(str(given)) and not os.path.exists(given):
        yield from _matching(given, fail)
    else:
        yield given


def shown(path: Path) -> str:
    """The path with forward slashes, in characters that JSON can hold: a byte that is no UTF-8 is `\\xff`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def is_row_file(path: Path) -> bool:
    """True for a file of which each line is an article."""
    return media_of(path.name) == "jsonl"


def read_bytes(path: Path, *, max_bytes: int) -> bytes:
    """The bytes of a file; raises ArticleError for what is no file, can't be read or has more than `max_bytes`."""
    name = shown(path)
    with _opened(path, name, max_bytes) as stream:
        return bounded(stream.read(max_bytes + 1), name, max_bytes)


def read_byte_lines(path: Path, *, max_bytes: int) -> Iterator[bytes]:
    """The lines of a file, each cut off after `max_bytes` and one byte; never more than one is in memory.

    Raises ArticleError as `read_bytes` does, for a file of more than a hundred times `max_bytes`.
    """
    with _opened(path, shown(path), _ROWS_A_FILE * max_bytes) as stream:
        while line := stream.readline(max_bytes + 1):
            yield line
            rest = line
            while len(rest) > max_bytes and not rest.endswith(b"\n"):
                rest = stream.readline(max_bytes + 1)


def bounded(data: bytes, name: str, max_bytes: int) -> bytes:
    """The data, if it has no more than `max_bytes` bytes; raises ArticleError otherwise."""
    if len(data) > max_bytes:
        raise too_large(name, max_bytes)
    return data


def too_large(name: str, max_bytes: int) -> ArticleError:
    """The error about an input of more than `max_bytes` bytes."""
    limit = f"{max_bytes / 1e6:g} MB"
    return ArticleError(f"the file is larger than {limit}", where=name, hint="give one article a file")


def _in_directory(given: Path, fail: Fail) -> Iterator[Path]:
    trouble: list[OSError] = []
    found: list[Path] = []
    for directory, subdirectories, files in os.walk(given, onerror=trouble.append):
        subdirectories[:] = [name for name in subdirectories if not name.startswith(".")]
        found += [
            Path(directory, name) for name in files if not name.startswith(".") and media_of(name) is not None
        ]
    for error in trouble:
        name = shown(Path(error.filename))
        fail(name, ArticleError(f"the directory can't be read ({error.strerror})", where=name))
    if not found and not trouble:
        name = shown(given)
        fail(name, ArticleError("the directory holds no articles", where=name, hint=SUPPORTED))
    yield from _plain(sorted(found), fail)


def _plain(found: Iterable[Path], fail: Fail) -> Iterator[Path]:
    """Those that are files; a pipe that nobody named would be waited for without end."""
    for path in found:
        if os.path.exists(path) and not os.path.isfile(path):
            message, hint = (
                "this is a pipe or a device, not a file",
                "name it by itself to read what comes out of it",
            )
            fail(shown(path), ArticleError(message, where=shown(path), hint=hint))
        else:
            yield path


def _matching(given: Path, fail: Fail) -> Iterator[Path]:
    name = shown(given)
    try:
        found = [Path(match) for match in glob.glob(str(given), recursive=True)]
    except (OSError, ValueError):
        found = []
    files = sorted(path for path in found if not os.path.isdir(path))
    if not files and not found:
        message = "the pattern matches nothing here"
        fail(name, ArticleError(message, where=name, hint="quote it only if the shell should not expand it"))
    elif not files:
        message = "the pattern matches directories only"
        fail(name, ArticleError(message, where=name, hint="name them, or end the pattern with /*"))
    yield from _plain(files, fail)


@contextmanager
def _opened(path: Path, name: str, max_bytes: int) -> Iterator[BinaryIO]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ArticleError("this is a directory, not a file", where=name)
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
            raise ArticleError("this is not a regular file", where=name)
        if status.st_size > max_bytes:
            raise too_large(name, max_bytes)
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise ArticleError(
            "there is no such file or directory", where=name, hint=_missing_hint(name)
        ) from error
    except PermissionError as error:
        raise ArticleError("the file can't be read: permission denied", where=name) from error
    except (OSError, ValueError) as error:
        # ValueError: a path with a NUL character in it.
        said = (error.strerror if isinstance(error, OSError) else None) or error
        raise ArticleError(f"the file can't be read: {said}", where=name) from error


def _missing_hint(name: str) -> str:
    # A path has lost one of the two slashes.
    if _SCHEME.match(name):
        return "only http and https are fetched: save the page as .html and give that file"
    if " " in name and name.endswith((".", "!", "?")):
        return (
            "a file is wanted: write - instead, and send the words to standard input (in Python: read_text)"
        )
    return "check the path"
