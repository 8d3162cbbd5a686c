"""The program, called in this process as the shell would call it, in an empty directory."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from conspectus.cli.console import _SPOKEN_FOR
from tests.support.program import FERRY, LIBRARY, Program


@pytest.fixture
def program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Program]:
    """The program in an empty working directory; logging is put back as it was."""
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in _SPOKEN_FOR}
    yield Program(capfd)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture
def articles(program: Program) -> tuple[str, str]:
    """Two articles in the working directory, ferry.txt and library.txt."""
    Path("ferry.txt").write_text(FERRY, encoding="utf-8")
    Path("library.txt").write_text(LIBRARY, encoding="utf-8")
    return "ferry.txt", "library.txt"


@pytest.fixture(autouse=True)
def heeded_interrupts() -> Iterator[None]:
    """Ctrl-C is heeded here and in child processes; a run in the background of a script ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
