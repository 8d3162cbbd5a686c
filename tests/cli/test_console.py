"""What reaches a terminal, and what does not."""

from __future__ import annotations

import fcntl
import io
import logging
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from conspectus.cli.console import color_wanted, emit, set_up_logging, tell, tell_block, use_utf8, width
from conspectus.errors import OutputError
from tests.support.program import FERRY, Program


def on_a_terminal(*arguments: str, directory: Path, columns: int = 100, **environment: str) -> str:
    """What the program writes where output and error stream are one terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    usual = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    process = subprocess.Popen(  # noqa: S603 - this interpreter
        [sys.executable, "-m", "conspectus", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=directory,
        env={**usual, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    written = b""
    try:
        while block := os.read(ours, 65536):
            written += block
    except OSError:
        # Linux ends a terminal that nobody holds any more with an error.
        pass
    finally:
        os.close(ours)
    assert process.wait() == 0, written
    return written.decode()


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A directory with an article."""
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return tmp_path


def test_a_terminal_gets_colour_and_its_width(directory: Path) -> None:
    """On a terminal the briefing is coloured and as wide as it."""
    written = on_a_terminal("brief", "ferry.txt", "--model", "none", "-q", directory=directory, columns=60)
    assert "\x1b[1m" in written
    plain = re.sub(r"\x1b\[[0-9;]*m", "", written)
    assert 50 < max(map(len, plain.splitlines())) <= 60


def test_no_color_is_kept(directory: Path) -> None:
    """With NO_COLOR a terminal gets no control character, but all the words."""
    arguments = ("brief", "ferry.txt", "--model", "none", "-q")
    plain = on_a_terminal(*arguments, directory=directory, NO_COLOR="1")
    assert "\x1b" not in plain
    coloured = on_a_terminal(*arguments, directory=directory)
    assert _words(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) == _words(plain)


def _words(text: str) -> list[str]:
    # How long it took is another time's affair.
    return [line.rstrip() for line in text.splitlines() if not line.startswith("Time ")]


def test_a_terminal_shows_warnings_and_progress(directory: Path) -> None:
    """A warning stands there once, above the live line, and the live line is gone in the end."""
    written = on_a_terminal("brief", "ferry.txt", "nope.txt", "--model", "none", directory=directory)
    assert written.count("warning: nope.txt: there is no such file or directory") == 1
    assert "articles" in written


def test_help_has_no_control_characters(directory: Path) -> None:
    """Not even on a terminal."""
    assert "\x1b" not in on_a_terminal("--help", directory=directory)


def test_a_pipe_is_neither_coloured_nor_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the output is no terminal there is no colour and no width."""
    assert not color_wanted()
    assert width() is None


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_declined(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A terminal is coloured unless NO_COLOR is set to something or it is a dumb one."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert color_wanted()
    monkeypatch.setenv("NO_COLOR", "")
    assert color_wanted()
    monkeypatch.setenv(name, value)
    assert not color_wanted()


def test_the_width_is_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS overrides what a terminal says, as it does elsewhere."""
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "66")
    assert width() == 66


class Terminal(io.TextIOWrapper):
    """A stream that calls itself a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        """True."""
        return True


def test_a_terminal_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it lacks is a question mark, not an error."""
    terminal = Terminal("latin-1")
    monkeypatch.setattr(sys, "stdout", terminal)
    use_utf8()
    emit("café ●\n")
    buffer = terminal.buffer
    assert isinstance(buffer, io.BytesIO)
    assert buffer.getvalue() == b"caf\xe9 ?\n"


def test_a_stream_of_another_kind_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook's output has no encoding to set."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    use_utf8()
    emit("●\n")
    assert stream.getvalue() == "●\n"


class Full(io.StringIO):
    """A stream that fails."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str) -> int:
        """Fails."""
        raise self._error


def test_an_output_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full one is an error, one without a reader is not."""
    monkeypatch.setattr(sys, "stdout", Full(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="standard output: can't be written: No space left on device"):
        emit("x")
    monkeypatch.setattr(sys, "stdout", Full(BrokenPipeError()))
    emit("x")
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match="is closed"):
        emit("x")


def test_an_error_stream_that_fails_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left to be told."""
    monkeypatch.setattr(sys, "stderr", Full(OSError(28, "No space left on device")))
    tell("x")
    monkeypatch.setattr(sys, "stderr", None)
    tell("x")


def test_what_is_told_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Newlines and escape sequences are shown, not obeyed; a block keeps its lines and indents."""
    tell("a\nb\x1b[2J")
    assert capsys.readouterr().err == "a b␛[2J\n"
    tell_block("a\n  b\x1b[2J\n")
    assert capsys.readouterr().err == "a\n  b␛[2J\n"


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ((), ["warning: w"]),
        (("--quiet",), []),
        (("--verbose",), ["info: i", "warning: w"]),
    ],
)
def test_log_lines_follow_the_flags(
    program: Program, capfd: pytest.CaptureFixture[str], flags: tuple[str, ...], told: list[str]
) -> None:
    """Warnings by default, steps with --verbose, errors always; the libraries beneath stay silent."""
    program("brief", "nope.txt", "--model", "none", *flags)
    log = logging.getLogger("conspectus.anything")
    log.info("i")
    log.warning("%s", "w")
    log.error("e")
    for name in ("httpx2", "openai", "trafilatura"):
        logging.getLogger(name).error("inner workings")
    assert capfd.readouterr().err.splitlines() == [*told, "error: e"]


def test_nothing_is_warned_of_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """One cause may be met again at every turn; steps and errors are told each time."""
    set_up_logging(quiet=False, verbose=True)
    log = logging.getLogger("conspectus.somewhere")
    for _ in range(2):
        log.warning("the cache in %s can't be used", "a")
        log.info("a step")
        log.error("an error")
    log.warning("the cache in %s can't be used", "b")
    assert capsys.readouterr().err.splitlines() == [
        "warning: the cache in a can't be used",
        "info: a step",
        "error: an error",
        "info: a step",
        "error: an error",
        "warning: the cache in b can't be used",
    ]
