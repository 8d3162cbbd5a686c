"""What goes in: standard input, and nothing that is about to be overwritten."""

from __future__ import annotations

import glob
import io
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from conspectus.cli.console import tell
from conspectus.errors import InputError, UsageError

if TYPE_CHECKING:
    from conspectus.reading.feeds import Feed
    from conspectus.settings import Settings

_STDIN = "-"

_log = logging.getLogger(__name__)


def standard_input(paths: Sequence[str], settings: Settings) -> BinaryIO | None:
    """What stands on standard input, where it is asked for: at most one byte more than a file may have.

    Read here, because an interrupt does not reach a read inside an event loop. Raises InputError where
    standard input is closed.
    """
    if _STDIN not in paths:
        return None
    if sys.stdin is None:
        raise InputError("is closed", where="standard input")
    _log.info("reading an article from standard input")
    if sys.stdin.isatty():
        tell("type or paste an article, and end it with Ctrl-D on a line of its own")
    return io.BytesIO(sys.stdin.buffer.read(settings.max_file_bytes + 1))


def feeds_of(addresses: Sequence[str] | None, since: str | None, limit: int | None) -> list[Feed]:
    """The feeds at these addresses; raises UsageError where there is none to which `since` or `limit` could apply."""
    if not addresses:
        if since is not None or limit is not None:
            raise UsageError(
                "--since and --limit choose among the entries of a feed", hint="name one with --feed"
            )
        return []
    from conspectus.reading.feeds import Feed  # noqa: PLC0415 - its room loads what --help has no use for

    chosen = {"limit": limit} if limit is not None else {}
    return [Feed(address, since=since, **chosen) for address in addresses]


def check_apart(output: Path, paths: Sequence[str]) -> None:
    """Raises UsageError where the output is one of the files that will be read."""
    if not os.path.isfile(output):
        return
    from conspectus.reading.fetching.address import is_address  # noqa: PLC0415 - as above
    from conspectus.reading.media import MEDIA  # noqa: PLC0415 - as above

    target = output.resolve()
    for path in (Path(path) for path in paths if not is_address(path)):
        if os.path.isdir(path):
            read = output.suffix.lower() in MEDIA and _found_in(target, path.resolve())
        else:
            # A pattern, which the shell was kept from expanding, is expanded as reading does.
            matches = [path] if os.path.exists(path) else map(Path, glob.glob(str(path), recursive=True))
            read = any(match.resolve() == target for match in matches)
        if read:
            raise UsageError(
                f"would be read ({path}) and then overwritten",
                where=str(output),
                hint="write elsewhere",
            )


def _found_in(target: Path, directory: Path) -> bool:
    if not target.is_relative_to(directory):
        return False
    return not any(part.startswith(".") for part in target.relative_to(directory).parts)


@contextmanager
def resumable(settings: Settings) -> Iterator[None]:
    """An interrupt is told with what is left of the work, where anything is."""
    try:
        yield
    except KeyboardInterrupt:
        if settings.cache and settings.model != "none":
            tell("what the model has answered is in the cache: the same command goes on from there")
        raise
