"""Results on disk: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from conspectus.errors import OutputError


def write_whole(path: Path, text: str) -> None:
    """The file holds exactly this text in UTF-8, or what it held before.

    Raises OutputError where it can't be written; then nothing is left behind.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def check_writable(path: Path) -> None:
    """Raises OutputError where the directory is missing or the path is one: before minutes are spent."""
    if path.is_dir():
        raise OutputError("is a directory", where=str(path), hint="name a file")
    if not path.parent.is_dir():
        raise OutputError("its directory does not exist", where=str(path), hint="make the directory first")
    if not os.access(path.parent, os.W_OK):
        raise OutputError("its directory can't be written to", where=str(path))


def _umask() -> int:
    # The only way to read the mask is to set it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"can't be written: {error.strerror or error}",
        where=str(path),
        hint="answers that were paid for are in the cache; the next run starts from there",
    )
