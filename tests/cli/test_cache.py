"""The cache of answers from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.program import ENDPOINT, Program, behind, obliging


@pytest.mark.usefixtures("articles")
def test_answers_are_counted_and_thrown_away(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run paid for and its briefing are counted, is where `path` says, and is gone after `clear`."""
    assert program("cache", "info").out.startswith("0 answers and briefings, 0.0 MB of 1000 MB: ")
    behind(monkeypatch, obliging)
    assert program("brief", "ferry.txt", *ENDPOINT, "--no-entailment", "-q", "-o", "b.json").code == 0
    assert program("cache", "info").out.startswith("2 answers and briefings, ")
    directory = Path(program("cache", "path").out.strip())
    assert (directory / "cache.db").is_file()
    assert program("cache", "clear").err == "2 answers and briefings thrown away\n"
    assert program("cache", "info").out.startswith("0 answers and briefings, ")


def test_an_empty_cache_can_be_cleared(program: Program) -> None:
    """Where there is nothing, nothing is made and nothing is wrong."""
    assert program("cache", "clear", "-q") == (0, "", "")
    assert not Path(program("cache", "path").out.strip()).exists()


def test_a_damaged_cache_is_thrown_away_too(program: Program) -> None:
    """What is no database is named, and no answer in it stays on the disk."""
    directory = Path(program("cache", "path").out.strip())
    directory.mkdir(parents=True)
    (directory / "cache.db").write_bytes(b"no database at all, and long enough to be read as one " * 20)
    ended = program("cache", "clear")
    assert "set aside" in ended.err
    assert ended.err.endswith("0 answers and briefings thrown away\n")
    assert [path.name for path in directory.parent.iterdir() if "damaged" in path.name] == []
    assert program("cache", "info").out.startswith("0 answers")
