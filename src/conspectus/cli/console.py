"""What the command line says, and where: results on the output, everything else on the error stream."""

from __future__ import annotations

import io
import logging
import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus.errors import OutputError, UsageError

if TYPE_CHECKING:
    from conspectus.telemetry import Listener, ProgressEvent

# Conspectus says itself what became of the work they do; the reader's failures come as progress events too.
_SPOKEN_FOR = ("httpx2", "openai", "instructor", "trafilatura", "htmldate", "conspectus.reading.collected")


def use_utf8() -> None:
    """The output is UTF-8, except on a terminal, which keeps its encoding and shows `?` for what it lacks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if isinstance(sys.stdout.buffer, io.RawIOBase):
            # With PYTHONUNBUFFERED, Python drops without a word what a disk that fills up did not take.
            sys.stdout = os.fdopen(sys.stdout.fileno(), "w", encoding=sys.stdout.encoding, closefd=False)
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def emit(text: str) -> None:
    """The text is on the output, all of it.

    Raises OutputError where the output can't take it; a reader that has gone away is no error.
    """
    if sys.stdout is None:
        raise OutputError("is closed", where="standard output")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        discard_output()
        raise OutputError(f"can't be written: {error.strerror}", where="standard output") from error


def discard_output() -> None:
    """What is left in the output's buffer goes nowhere, so that closing it can't fail."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def tell(text: str) -> None:
    """The text is one line on the error stream, in which nothing acts on the terminal."""
    from conspectus.render.safe import visible  # noqa: PLC0415 - it loads what --help has no use for

    _write_error(f"{visible(text)}\n")


def tell_block(text: str) -> None:
    """The lines are on the error stream, indented as they are; nothing in them acts on the terminal."""
    from conspectus.render.safe import visible  # noqa: PLC0415 - as above

    for line in text.splitlines():
        _write_error(f"{' ' * (len(line) - len(line.lstrip()))}{visible(line)}\n")


def _write_error(line: str) -> None:
    # With the error stream closed or full there is nobody left to tell.
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(line)


def color_wanted() -> bool:
    """True where the output is a terminal that shows colour and nobody asked for none."""
    return _is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """The terminal's width in columns, None where the output is no terminal."""
    return shutil.get_terminal_size().columns if _is_terminal() else None


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def set_up_logging(*, quiet: bool, verbose: bool) -> None:
    """Log lines go to the error stream: steps with `verbose`, errors only with `quiet`, else warnings.

    Raises UsageError where both are asked for.
    """
    if quiet and verbose:
        raise UsageError("--quiet and --verbose contradict each other", hint="choose one")
    level = logging.INFO if verbose else logging.ERROR if quiet else logging.WARNING
    handler = _Handler(level)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _SPOKEN_FOR:
        logging.getLogger(name).setLevel(logging.CRITICAL)


class _Handler(logging.Handler):
    """Looks up the error stream each time: while progress is shown, lines must go above it. Warns of nothing twice."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self._warned: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if record.levelno == logging.WARNING:
            if said in self._warned:
                return
            self._warned.add(said)
        tell(f"{record.levelname.lower()}: {said}")
        if record.exc_info:
            tell_block("".join(traceback.format_exception(*record.exc_info)))


@contextmanager
def progress_shown(*, quiet: bool, verbose: bool, log: Path | None = None) -> Iterator[Listener]:
    """A listener that shows progress on the error stream, and tells the journal `log` where there is one.

    With `quiet` nothing is shown; where the error stream is no terminal, warnings only, or with `verbose` each stage
    too. Raises OutputError where the journal can't be opened.
    """
    from conspectus.cli.journal import journal  # noqa: PLC0415 - --help has no use for it

    with _shown(quiet=quiet, verbose=verbose) as listener, journal(log, listener) as both:
        yield both


@contextmanager
def _shown(*, quiet: bool, verbose: bool) -> Iterator[Listener]:
    from conspectus import telemetry  # noqa: PLC0415 - it loads what --help has no use for

    def warnings_only(event: ProgressEvent) -> None:
        if isinstance(event, telemetry.Warned):
            tell(f"warning: {f'{event.where}: ' if event.where else ''}{event.message}")

    if quiet:
        yield lambda event: None
    elif verbose or (sys.stderr is not None and sys.stderr.isatty()):
        from conspectus import progress  # noqa: PLC0415 - rich is slow to import

        with progress.shown(verbose=verbose) as listener:
            yield listener
    else:
        yield warnings_only
