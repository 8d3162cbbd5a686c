"""What the command line says, and where: results on the output, everything else on the error stream."""

from __future__ import annotations

import logging
import os
import sys
from typing import NoReturn

from conspectus.errors import ConspectusError, OutputError


def emit(text: str) -> None:
    """The text is on the output, all of it.

    Raises OutputError where the output can't take it; a reader that has gone away is no error.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads on; the interpreter must not complain about it when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(f"can't be written: {error.strerror}", where="standard output") from error


def tell(text: str) -> None:
    """The line is on the error stream."""
    sys.stderr.write(f"{text}\n")


def color_wanted() -> bool:
    """True where the output is a terminal that shows colour and nobody asked for none."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """The terminal's width in columns, None where the output is no terminal."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None


def set_up_logging(*, quiet: bool, verbose: bool) -> None:
    """Log lines go to the error stream: everything with `verbose`, errors only with `quiet`."""
    # A live progress display shows warnings itself.
    calm = logging.ERROR if quiet or sys.stderr.isatty() else logging.WARNING
    level = logging.INFO if verbose else calm
    logging.basicConfig(level=level, format="%(levelname)s: %(message)s", stream=sys.stderr, force=True)
    logging.getLogger("conspectus").setLevel(level)
    # Their lines are about the inner workings of calls that Conspectus reports on itself.
    for name in ("httpx2", "openai", "instructor", "trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.ERROR)


def fail(error: ConspectusError) -> NoReturn:
    """The error is told in one line, and the program ends with its exit code."""
    tell(f"error: {error}")
    raise SystemExit(error.exit_code)
