"""show, and pages: a saved briefing rendered again, in any format, without a model."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from conspectus.model.briefing import Briefing
from conspectus.render import html, markdown
from tests.support.briefings import harbour_briefing
from tests.support.program import Program

NONE = ("--model", "none")


@pytest.fixture
def saved(program: Program) -> Briefing:
    """A briefing saved as b.json in the working directory."""
    briefing = harbour_briefing()
    Path("b.json").write_text(briefing.to_json(), encoding="utf-8")
    return briefing


def test_a_saved_briefing_is_shown_in_every_format(program: Program, saved: Briefing) -> None:
    """The output and the files are what the briefing itself renders to."""
    assert program("show", "b.json") == (0, saved.to_terminal(), "")
    assert program("show", "b.json", "--format", "markdown").out == markdown(saved)
    assert program("show", "b.json", "--format", "json").out == saved.to_json()
    assert program("show", "b.json", "--format", "html").out == html(saved)
    assert program("show", "b.json", "--evidence").out == saved.to_terminal(beside=True)
    assert saved.to_terminal(beside=True) != saved.to_terminal()
    assert program("show", "b.json", "-q", "-o", "b.html", "-o", "b.md") == (0, "", "")
    assert Path("b.html").read_text("utf-8") == html(saved)
    assert Path("b.md").read_text("utf-8") == markdown(saved)


def test_a_briefing_comes_out_of_a_pipe_too(
    program: Program, saved: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `brief --format json` puts out, `show -` shows and `verify -` checks."""
    saved_bytes = saved.to_json().encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(saved_bytes)))
    assert program("show", "-", "--format", "markdown") == (0, markdown(saved), "")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(saved_bytes)))
    assert program("verify", "-") == program("verify", "b.json")._replace(
        err="error: -: 1 place breaks a promise\n"
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert "error: -: is not JSON" in program.fails("verify", "-", code=5)


def test_an_altered_briefing_is_shown_with_a_warning(program: Program, saved: Briefing) -> None:
    """What no longer keeps its promises can be looked at, but not unawares."""
    altered = saved.to_json().replace("At least twelve people", "At least thirteen people")
    Path("b.json").write_text(altered, encoding="utf-8")
    ended = program("show", "b.json")
    assert ended.code == 0
    assert "At least thirteen people" in ended.out
    assert "promise: see `conspectus verify`" in ended.err
    assert ended.err.startswith("warning: b.json: ")
    assert program("show", "b.json", "-q").err == ""


def test_what_is_no_briefing_is_refused(program: Program, saved: Briefing) -> None:
    """A file that is missing or holds something else is named, and nothing is written."""
    Path("c.json").write_text('{"schema_version": "9"}', encoding="utf-8")
    assert "c.json: has schema version '9'" in program.fails("show", "c.json", "-o", "c.html", code=5)
    assert "can't be read" in program.fails("show", "d.json", code=3)
    assert "would be read (b.json) and then overwritten" in program.fails(
        "show", "b.json", "-o", "b.json", code=2
    )
    assert not Path("c.html").exists()


@pytest.mark.usefixtures("articles")
def test_a_briefing_is_written_as_a_page(program: Program) -> None:
    """The suffix says so, or --format."""
    assert program("brief", "ferry.txt", *NONE, "-q", "-o", "b.html", "-o", "b.json").code == 0
    page = Path("b.html").read_text("utf-8")
    assert page.startswith("<!doctype html>\n<html")
    assert page == program("show", "b.json", "--format", "html").out
    beside = program("brief", "ferry.txt", *NONE, "--evidence").out
    assert re.search(r"^ {6}\[1\] Harbour Post, ", beside, re.MULTILINE)


@pytest.mark.usefixtures("articles")
def test_only_a_briefing_can_be_a_page(program: Program) -> None:
    """A summary or a report is refused before any work is done."""
    refused = "only a briefing can be shown as html (choose terminal, markdown or json)"
    assert refused in program.fails("summarize", "ferry.txt", *NONE, "-o", "s.html", code=2)
    assert refused in program.fails(
        "check", "ferry.txt", "--against", "library.txt", "--format", "html", code=2
    )
