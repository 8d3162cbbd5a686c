"""Standard input."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conspectus.cli.inputs import check_apart, standard_input
from conspectus.errors import InputError, UsageError
from conspectus.settings import Settings
from tests.cli.test_console import Terminal


def test_standard_input_is_read_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most one byte more than a file may have: enough to see that it is too large."""
    stdin = Terminal()
    stdin.write("0123456789")
    stdin.seek(0)
    monkeypatch.setattr(sys, "stdin", stdin)
    settings = Settings.load(max_file_bytes=4)
    assert standard_input(["a.txt"], settings) is None
    stream = standard_input(["a.txt", "-"], settings)
    assert stream is not None
    assert stream.read() == b"01234"


def test_a_person_is_told_how_to_end_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal that waits for an article says so."""
    monkeypatch.setattr(sys, "stdin", Terminal())
    standard_input(["-"], Settings.load())
    assert "Ctrl-D" in capsys.readouterr().err


def test_a_closed_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to read."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input: is closed"):
        standard_input(["-"], Settings.load())


@pytest.mark.parametrize(
    ("output", "paths", "read"),
    [
        ("news/a.txt", ["news/a.txt"], True),
        ("news/a.txt", ["other", "./news/../news/a.txt"], True),
        ("news/a.txt", ["news"], True),
        ("news/a.txt", ["."], True),
        ("news/new.txt", ["news"], False),
        ("news/b.json", ["news"], True),
        ("news/b.xml", ["news"], False),
        ("news/a.txt", ["news/*.txt"], True),
        ("news/a.txt", ["new?/*.md"], False),
        ("news/.hidden/a.txt", ["news"], False),
        ("news/a.txt", ["other", "-", "missing.txt"], False),
    ],
)
def test_an_output_is_no_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, paths: list[str], read: bool
) -> None:
    """A file that would be read and then overwritten is refused, however it is named; any other is fine."""
    monkeypatch.chdir(tmp_path)
    for name in ("news/a.txt", "news/b.json", "news/b.xml", "news/.hidden/a.txt", "other/c.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    if read:
        with pytest.raises(UsageError, match="would be read"):
            check_apart(Path(output), paths)
    else:
        check_apart(Path(output), paths)
