"""The program as a whole: help, versions, wrong calls, signals, closed streams, defects."""

from __future__ import annotations

import os
import re
import runpy
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conspectus import __version__, pipeline
from tests.support.program import Program

RUN = [sys.executable, "-m", "conspectus"]


def test_help_says_what_there_is(program: Program) -> None:
    """Every command, and the exit codes, in 80 columns of plain text."""
    ended = program("--help")
    assert (ended.code, ended.err) == (0, "")
    for word in ("brief", "summarize", "verify", "model", "schema", "doctor", "Exit codes", "130"):
        assert word in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80
    assert not re.search(r"[^\n -~]|<", ended.out)


@pytest.mark.parametrize("command", ["brief", "summarize", "verify", "schema", "doctor", "model"])
def test_every_command_has_help(program: Program, command: str) -> None:
    """It names the arguments as people type them, and no type of Python's."""
    ended = program(command, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: conspectus {command} ")
    assert not re.search(r"<(bool|str|list|Path)|\{|Exit codes", ended.out)


@pytest.mark.parametrize("columns", [36, 44, 60])
def test_help_fits_a_narrow_terminal(program: Program, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """No line is broken by the terminal itself, in the middle of a word."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for call in (("--help",), ("brief", "--help"), ("cache",), ("check", "-h")):
        out = program(*call).out
        assert out.startswith("Usage: conspectus")
        assert max(map(len, out.splitlines())) <= columns


def test_the_short_option_helps_too(program: Program) -> None:
    """The program, its commands, and theirs."""
    for command in ((), ("brief",), ("cache", "info")):
        assert program(*command, "-h") == program(*command, "--help")


def test_the_version(program: Program) -> None:
    """--version is the package's."""
    assert program("--version") == (0, f"conspectus {__version__}\n", "")


def test_the_module_is_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m conspectus` is `conspectus`; importing the module runs nothing."""
    monkeypatch.setattr(sys, "argv", ["conspectus", "--version"])
    runpy.run_module("conspectus.__main__", run_name="imported")
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit):
        runpy.run_module("conspectus", run_name="__main__")
    assert capsys.readouterr().out == f"conspectus {__version__}\n"


@pytest.mark.parametrize("loading", ["conspectus.cli", "typer.main", "conspectus.settings"])
def test_an_early_interrupt_is_one(loading: str) -> None:
    """Whatever is being loaded when it comes, the program says so in a line and ends with 130."""
    code = (
        "import sys\n"
        "class Early:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {loading!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Early())\n"
        "sys.argv = ['conspectus', 'doctor']\n"
        "from conspectus.__main__ import main\n"
        "main()\n"
    )
    # S603: our own interpreter.
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "interrupted\n")


def test_an_interrupt_while_commands_are_put_together_is_one(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before typer watches for interrupts, the program does."""

    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("conspectus.cli.app", interrupted)
    assert program("doctor") == (130, "", "interrupted\n")


@pytest.mark.parametrize("arguments", [(), ("model",)])
def test_nothing_asked_is_answered_with_help(program: Program, arguments: tuple[str, ...]) -> None:
    """A call without a command shows the help, and is a wrong call all the same."""
    ended = program(*arguments)
    assert ended.code == 2
    assert "Commands:" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brif"], "no such command 'brif'. Did you mean 'brief'"),
        (["brief", "--foo"], "no such option: --foo; did you mean --format? (see `conspectus brief --help`)"),
        (["brief", "a.txt", "--format", "pdf"], "'pdf' is not one of 'terminal', 'markdown', 'json'"),
        (
            ["brief", "a.txt", "--model"],
            "option '--model' requires an argument (see `conspectus brief --help`)",
        ),
        (["brief", "a.txt", "-q", "-v"], "contradict"),
        (["brief", "a.txt", "--model", "gpt-x"], "neither endpoint nor key is set"),
        (["brief", "a.txt", "--base-url", "http://x/v1"], "needs the name of its model"),
        (["brief", "a.txt", "--base-url", "localhost:80", "--model", "x"], "starts with http://"),
        (["schema"], "missing argument 'NAME'"),
        (["schema", "nope"], "one of: briefing, article"),
    ],
)
def test_a_wrong_call_is_one_line(program: Program, arguments: list[str], said: str) -> None:
    """It ends with 2 and one line that says what is wrong."""
    assert said in program.fails(*arguments, code=2)


def test_a_defect_is_no_traceback(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw ends with 1 and one line; --verbose says where it happened."""

    def defect(*_: object, **__: object) -> None:
        raise ZeroDivisionError("\x1b[31mred")

    monkeypatch.setattr(pipeline, "brief", defect)
    said = program.fails("brief", "a.txt", "--model", "none", code=1)
    assert said.startswith("error: ZeroDivisionError: ␛[31mred (this is a defect of Conspectus")
    verbose = program("brief", "a.txt", "--model", "none", "--verbose")
    assert verbose.code == 1
    assert "in defect" in verbose.err
    assert "\x1b" not in verbose.err


def test_a_fault_of_the_system_is_not_called_a_defect(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of the file system that nobody turned into one of ours ends with 4."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "b.db")

    monkeypatch.setattr(pipeline, "brief", full)
    said = program.fails("brief", "a.txt", "--model", "none", code=4)
    assert said == "error: b.db: No space left on device"


def _started(*arguments: str, directory: Path) -> subprocess.Popen[str]:
    """The program reading standard input, once it has said that it does."""
    process = subprocess.Popen(  # noqa: S603 - this interpreter
        [*RUN, "brief", "-", "--model", "none", "--verbose", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=directory,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "info: reading an article from standard input\n"
    return process


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [(signal.SIGINT, 130, "interrupted\n"), (signal.SIGTERM, 143, "terminated\n")],
)
def test_a_signal_ends_a_process_that_waits(
    tmp_path: Path, number: signal.Signals, code: int, said: str
) -> None:
    """The first signal is enough, also while standard input is read."""
    process = _started(directory=tmp_path)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (code, "", said)


def test_a_run_in_the_background_can_be_terminated(tmp_path: Path) -> None:
    """Shells make background runs ignore interrupts; being terminated ends them all the same."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = _started(directory=tmp_path)
    finally:
        signal.signal(signal.SIGINT, before)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (143, "", "terminated\n")


def test_light_things_load_nothing_heavy(tmp_path: Path) -> None:
    """Neither the import nor --help waits for a library that it does not use."""
    heavy = (
        "{'openai', 'instructor', 'httpx2', 'rich', 'trafilatura', 'dateparser', 'diskcache', 'xllamacpp'}"
    )
    for program in (
        "import conspectus",
        "import conspectus.cli\ntry:\n    conspectus.cli.main(['--help'])\nexcept SystemExit:\n    pass",
        "import conspectus.cli\ntry:\n    conspectus.cli.main(['brief', '--help'])\nexcept SystemExit:\n    pass",
    ):
        code = f"{program}\nimport sys\nsys.exit(repr({heavy} & set(sys.modules)))"
        done = subprocess.run(  # noqa: S603 - this interpreter
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
        )
        assert done.stderr == "set()\n"


def test_the_package_itself_needs_no_library() -> None:
    """`import conspectus` loads nothing that is not Python's own, so it costs next to nothing."""
    code = "import conspectus, sys; sys.exit(repr('pydantic' in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.stderr == "False\n"


def _shell(line: str, directory: Path) -> subprocess.CompletedProcess[str]:
    command = line.replace("conspectus", " ".join(RUN))
    return subprocess.run(  # noqa: S602 - what shells do with streams is what is tested
        command,
        shell=True,
        capture_output=True,
        text=True,
        cwd=directory,
        check=False,
        executable="/bin/bash",
    )


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """A pipe that closes early is quiet."""
    done = _shell("set -o pipefail; conspectus schema briefing | true", tmp_path)
    assert done.stderr == ""
    for helped in ("--help", "brief --help"):
        done = _shell(f"set -o pipefail; conspectus {helped} | true", tmp_path)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["schema briefing", "--version", "--help"])
def test_a_full_output_is_an_error(tmp_path: Path, command: str) -> None:
    """What could not be shown ends with 4 and one line."""
    done = _shell(f"conspectus {command} > /dev/full", tmp_path)
    assert done.returncode == 4
    assert done.stderr == "error: standard output: can't be written: No space left on device\n"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_fills_up_is_an_error(tmp_path: Path, unbuffered: str) -> None:
    """A disk that takes only the beginning of a result is told of, however Python buffers."""
    limited = f"ulimit -f 4; PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED={unbuffered}"
    done = _shell(f"{limited} conspectus schema briefing > part.json", tmp_path)
    assert (done.returncode, done.stderr) == (
        4,
        "error: standard output: can't be written: File too large\n",
    )


def test_closed_streams_are_survived(tmp_path: Path) -> None:
    """A closed output is an error; a closed error stream is not; a closed input holds no article."""
    done = _shell("conspectus schema briefing >&-", tmp_path)
    assert (done.returncode, done.stderr) == (4, "error: standard output: is closed\n")
    assert _shell("conspectus schema nope 2>&-", tmp_path).returncode == 2
    done = _shell("conspectus brief - --model none <&-", tmp_path)
    assert (done.returncode, done.stderr) == (3, "error: standard input: is closed\n")
    done = _shell("echo The bridge was closed. | conspectus brief - --model none -q >&-", tmp_path)
    assert (done.returncode, done.stderr) == (4, "error: standard output: is closed\n")


def test_the_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """A pipe gets UTF-8 also where the environment asks for ASCII."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    (tmp_path / "a.txt").write_text("The café on Wexe Street closed on 4 May 2025.\n", encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - this interpreter
        [*RUN, "brief", "a.txt", "--model", "none"],
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert done.returncode == 0
    assert "“The café" in done.stdout.decode("utf-8")
