"""events: from the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from conspectus.errors import UsageError
from tests.support.articles import ROOT
from tests.support.program import Program

EXAMPLES = ROOT / "examples"


def test_the_command_shows_events_and_takes_them_as_settled(program: Program, tmp_path: Path) -> None:
    """What --json wrote, --settled reads."""
    shown = program("events", str(EXAMPLES))
    assert shown.code == 0
    assert "1. Ostrane cuts hundreds of cloud jobs" in shown.out
    assert "24 July 2025 · 5 articles" in shown.out
    saved = program("events", str(EXAMPLES), "--json")
    path = tmp_path / "events.json"
    path.write_text(saved.out, encoding="utf-8")
    again = program("events", str(EXAMPLES), "--json", "--settled", str(path))
    assert json.loads(again.out)["events"] == json.loads(saved.out)["events"]
    path.write_text(saved.out, encoding="utf-16")
    assert program("events", str(EXAMPLES), "--json", "--settled", str(path)).out == again.out


@pytest.mark.parametrize("held", ["[]", '{"events": [{"articles": [{"id": [1]}]}]}', "[" * 200_000])
def test_a_file_that_holds_no_events_is_named(program: Program, tmp_path: Path, held: str) -> None:
    """With what to give instead."""
    path = tmp_path / "events.json"
    path.write_text(held, encoding="utf-8")
    told = program("events", str(EXAMPLES), "--settled", str(path))
    assert told.code == UsageError.exit_code
    assert "events.json" in told.err
    assert "conspectus events --json" in told.err


def test_nothing_in_the_json_acts_on_a_terminal(program: Program, tmp_path: Path) -> None:
    """Control and direction characters of a headline are escaped, and read back as they were."""
    path = tmp_path / "a.txt"
    title = "Bridge\x9b31m closes \u202eafter storm"
    path.write_text(
        f"{title}\n\nThe bridge\x9b31m closed on 3 May 2025 after a \u202estorm.\n", encoding="utf-8"
    )
    shown = program("events", str(path), "--json")
    assert not {"\x9b", "\u202e"} & set(shown.out)
    assert "\x9b" in json.loads(shown.out)["events"][0]["title"]


def test_no_standard_input_is_needed_where_none_is_named(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed standard input is an error only for who asks for it."""
    monkeypatch.setattr("sys.stdin", None)
    assert program("events", str(EXAMPLES)).code == 0
    assert "standard input: is closed" in program("events", "-").err


class _Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        """True."""
        return True


def test_lines_fit_a_narrow_terminal_and_stay_whole_in_a_pipe(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes on stands below what it goes on from."""
    whole = program("events", str(EXAMPLES)).out
    assert max(map(len, whole.splitlines())) > 40
    screen = _Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("COLUMNS", "40")
    program("events", str(EXAMPLES))
    lines = screen.getvalue().splitlines()
    assert max(map(len, lines)) <= 40
    first = next(number for number, line in enumerate(lines) if line.startswith("1. "))
    assert lines[first + 1].startswith("   ")
    assert " ".join(screen.getvalue().split()).replace("- ", "-") == " ".join(whole.split()).replace(
        "- ", "-"
    )
