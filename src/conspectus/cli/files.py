"""Results on disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import tempfile
from pathlib import Path

from conspectus.errors import OutputError

_ELSEWHERE = "name another place"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(path: Path, text: str) -> None:
    """The file holds exactly this text in UTF-8, or what it held before; its mode and links stay.

    Devices and pipes are written to. Raises OutputError where it can't be written; then nothing is left
    behind.
    """
    try:
        target = path.resolve()
        if _is_special(target):
            with target.open("w", encoding="utf-8", newline="\n") as device:
                device.write(text)
        else:
            _replace(target, text)
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(target: Path, text: str) -> None:
    part = target.with_name(f".conspectus-{secrets.token_hex(8)}.part")
    nameless = _nameless(target.parent)
    try:
        with os.fdopen(
            _named(part) if nameless is None else nameless, "w", encoding="utf-8", newline="\n"
        ) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            if nameless is not None:
                # The descriptor of a directory, of any, has the link followed to the file.
                os.link(f"/proc/self/fd/{nameless}", part, src_dir_fd=nameless)
        part.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _named(part: Path) -> int:
    return os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _nameless(directory: Path) -> int | None:
    """A file that nobody sees until it is linked, so that a killed process leaves none half-written; None elsewhere."""
    try:
        return (
            os.open(directory, os.O_TMPFILE | os.O_WRONLY, 0o600) if Path("/proc/self/fd").is_dir() else None
        )
    except (AttributeError, OSError):
        return None


def check_writable(path: Path) -> None:
    """Raises OutputError where the file could not be written: before minutes are spent."""
    try:
        if path.is_dir():
            raise OutputError("is a directory", where=str(path), hint="name a file")
        target = path.resolve()
        if not target.parent.is_dir():
            raise OutputError(
                "its directory does not exist", where=str(path), hint="make the directory first"
            )
        if target.exists() and not os.access(target, os.W_OK):
            raise OutputError("is write-protected", where=str(path), hint=_ELSEWHERE)
        if not _is_special(target):
            with tempfile.TemporaryFile(dir=target.parent):
                pass
    except (OSError, RuntimeError) as error:
        # RuntimeError: a loop of symbolic links.
        raise _unwritable(path, error) from error


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()


def _umask() -> int:
    # The only way to read the mask is to set it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError | RuntimeError) -> OutputError:
    said = error.strerror if isinstance(error, OSError) else None
    full = isinstance(error, OSError) and error.errno in _FULL
    return OutputError(
        f"can't be written: {said or error}",
        where=str(path),
        hint=f"free some space there, or {_ELSEWHERE}" if full else _ELSEWHERE,
    )
