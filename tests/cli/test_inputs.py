"""Standard input."""

from __future__ import annotations

import sys

import pytest

from conspectus.cli.inputs import standard_input
from conspectus.errors import InputError
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
