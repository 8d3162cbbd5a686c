"""What happens in a run as JSON, a line for each thing: for programs that watch many runs."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from conspectus.errors import OutputError

if TYPE_CHECKING:
    from conspectus.telemetry import Listener, ProgressEvent

_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


@contextmanager
def journal(path: Path | None, listener: Listener) -> Iterator[Listener]:
    """The listener, which also writes each event to the end of the file, as do log records of Conspectus from INFO on.

    Names of articles, counts, times and errors are written; text of articles, prompts, answers and keys never are.
    Without a path nothing is written. Raises OutputError where the file can't be opened; of one that can't be written
    any more the listener is warned, once.
    """
    if path is None:
        yield listener
        return
    from conspectus.telemetry import Warned  # noqa: PLC0415 - it loads what --help has no use for

    try:
        file = path.open("a", encoding="utf-8", buffering=1)
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror}", where=str(path), hint="name another place"
        ) from error
    with _closing(file):
        write = _writer(
            file,
            lambda error: listener(Warned(f"can't be written any more: {error.strerror}", where=str(path))),
        )
        handler = _Records(write)
        ours = logging.getLogger("conspectus")
        before = ours.level
        ours.addHandler(handler)
        ours.setLevel(min(logging.INFO, ours.getEffectiveLevel()))

        def both(event: ProgressEvent) -> None:
            write({"event": type(event).__name__, **_plain(event)})
            listener(event)

        try:
            yield both
        finally:
            ours.removeHandler(handler)
            ours.setLevel(before)


@contextmanager
def _closing(file: TextIO) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):
            file.close()


def _writer(file: TextIO, complain: Callable[[OSError], None]) -> Callable[[dict[str, Any]], None]:
    complained = False

    def write(said: dict[str, Any]) -> None:
        nonlocal complained
        line = {"time": datetime.now(UTC).isoformat(), **said}
        # A full disk must not cost the run, but whoever reads the log should know.
        try:
            file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
        except OSError as error:
            if not complained:
                complained = True
                complain(error)

    return write


def _plain(event: ProgressEvent) -> dict[str, Any]:
    found = asdict(event) if is_dataclass(event) else {}
    if "usage" in found:
        found["usage"] = found["usage"].model_dump()
    return found


class _Records(logging.Handler):
    """Writes log records with whatever was given as `extra`."""

    def __init__(self, write: Callable[[dict[str, Any]], None]) -> None:
        super().__init__(logging.INFO)
        self._write = write

    def emit(self, record: logging.LogRecord) -> None:
        """One line."""
        extra = {name: value for name, value in vars(record).items() if name not in _USUAL}
        said = {"level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        self._write({"event": "Log", **said, **extra})
