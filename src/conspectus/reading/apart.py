"""Readers that can loop, crash or eat memory, run in a process of their own that can be ended."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from conspectus.errors import ArticleError


class SlowError(Exception):
    """The process took longer than it had."""


class BrokenError(Exception):
    """The process could not be started, or ended without an answer."""


def apart(worker: str, arguments: Sequence[str], data: bytes, *, seconds: float) -> dict[str, Any]:
    """The JSON object that the module `worker`, run with the data on its standard input, writes.

    Raises SlowError after `seconds`, and BrokenError where no answer comes.
    """
    # -P: what lies in the working directory is not imported.
    command = [sys.executable, "-P", "-m", worker, *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise SlowError from error
    except OSError as error:
        raise BrokenError(str(error)) from error
    if done.returncode != 0:
        raise BrokenError
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def read_apart(
    worker: str,
    limits: Sequence[object],
    data: bytes,
    *,
    seconds: float,
    what: str,
    where: str,
    hint: str | None = None,
) -> dict[str, Any]:
    """What `apart` gives; ArticleError, which calls it `what`, where it takes too long or breaks its reader."""
    try:
        return apart(worker, [*map(str, limits)], data, seconds=seconds)
    except SlowError as error:
        raise ArticleError(
            f"the {what} could not be read within {seconds:g} seconds", where=where, hint=hint
        ) from error
    except BrokenError as error:
        raise ArticleError(
            f"the {what} breaks its reader, or needs too much memory", where=where, hint=hint
        ) from error


def limit_process(seconds: float, memory: float) -> None:
    """This process is ended after so many seconds of CPU, and gets no more than so many bytes of memory."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, int(memory)),
        (resource.RLIMIT_CPU, int(seconds)),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
