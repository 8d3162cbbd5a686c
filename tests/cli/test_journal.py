"""What a run writes to its journal."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from conspectus.cli.journal import journal
from conspectus.errors import OutputError
from conspectus.model.usage import Usage
from conspectus.telemetry import ArticleDone, CallDone, ProgressEvent, Warned
from tests.support.program import ENDPOINT, FERRY, Program, behind, obliging
from tests.support.scripted import Body, Step, fault


def lines(path: Path) -> list[dict[str, object]]:
    """The journal's lines, each a JSON object."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_events_and_records_are_lines_in_order(tmp_path: Path) -> None:
    """Each with its time, its name and all that it says, a record's `extra` too; the listener hears every event."""
    heard: list[ProgressEvent] = []
    path = tmp_path / "run.jsonl"
    events: list[ProgressEvent] = [
        CallDone(
            "summarise", "0" * 12, Usage(calls=1, output_tokens=7), 1.5, cached=False, outcome="answered"
        ),
        ArticleDone("a.txt"),
    ]
    with journal(path, heard.append) as listener:
        listener(events[0])
        logging.getLogger("conspectus.llm.retry").info("try %d failed", 1, extra={"attempt": 1})
        listener(events[1])
    assert heard == events
    call, record, done = lines(path)
    assert (call["event"], call["seconds"], call["outcome"]) == ("CallDone", 1.5, "answered")
    assert isinstance(call["usage"], dict)
    assert call["usage"]["output_tokens"] == 7
    assert (record["event"], record["level"], record["message"], record["attempt"]) == (
        "Log",
        "info",
        "try 1 failed",
        1,
    )
    assert (done["event"], done["article"], done["usable"]) == ("ArticleDone", "a.txt", True)
    assert all("time" in line for line in lines(path))


def test_a_journal_that_can_not_be_opened_is_an_error_before_anything_is_spent(tmp_path: Path) -> None:
    """It names the file."""
    with pytest.raises(OutputError, match="nowhere"), journal(tmp_path / "nowhere" / "run.jsonl", print):
        pytest.fail("nothing may run")


def test_a_journal_that_fills_the_disk_does_not_stop_the_run() -> None:
    """What can't be written is done without; that is told once."""
    heard: list[ProgressEvent] = []
    with journal(Path("/dev/full"), heard.append) as listener:
        listener(ArticleDone("a.txt"))
        listener(ArticleDone("b.txt"))
    warned = Warned("can't be written any more: No space left on device", where="/dev/full")
    assert heard == [warned, ArticleDone("a.txt"), ArticleDone("b.txt")]


def test_a_run_tells_its_journal_everything_but_words_and_keys(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Stages, calls and retries are there; neither there nor on the error stream is an article, a prompt or a key."""
    refused: list[Body] = []

    def first_refused(body: Body) -> Step:
        refused.append(body)
        return fault(500) if len(refused) == 1 else obliging(body)

    behind(monkeypatch, first_refused)
    monkeypatch.setenv("CONSPECTUS_ATTEMPTS", "2")
    monkeypatch.setenv("CONSPECTUS_API_KEY", "key-that-nobody-may-see")
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text(FERRY)
    ended = program("brief", "ferry.txt", *ENDPOINT, "--verbose", "--log-json", "run.jsonl", "-o", "b.json")
    assert ended.code == 0
    told = lines(tmp_path / "run.jsonl")
    assert {"RunStarted", "StageStarted", "ArticleDone", "CallDone", "Log", "RunDone"} <= {
        line["event"] for line in told
    }
    assert any(line.get("attempt") == 1 for line in told)
    said = (tmp_path / "run.jsonl").read_text() + ended.err
    assert "key-that-nobody-may-see" not in said
    words = [line for line in FERRY.splitlines() if len(line) > 40]
    asked = [
        part for body in refused for message in body["messages"] for part in message["content"].split("\n")
    ]
    assert not [text for text in (*words, *asked) if len(text) > 40 and text in said]
