"""events: from the command line."""

from __future__ import annotations

import json
from pathlib import Path

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


def test_a_file_that_holds_no_events_is_named(program: Program, tmp_path: Path) -> None:
    """With what to give instead."""
    path = tmp_path / "events.json"
    path.write_text("[]", encoding="utf-8")
    told = program("events", str(EXAMPLES), "--settled", str(path))
    assert told.code != 0
    assert "events.json" in told.err
    assert "conspectus events --json" in told.err
