"""Bad input ends with one clear line and its exit code, and never stops what can go on."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from conspectus.llm import known_models
from tests.support.program import ENDPOINT, FERRY, Program, behind, obliging
from tests.support.scripted import Body, Step, broken, fault, filtered, page, prompt_of, refusal, truncated

Make = Callable[[], object]

BAD: dict[str, tuple[Make, str]] = {
    "missing.txt": (lambda: None, "no such file"),
    "empty.txt": (lambda: Path("empty.txt").touch(), "is empty"),
    "blank.txt": (lambda: Path("blank.txt").write_text(" \n\n"), "only white space"),
    "binary.txt": (lambda: Path("binary.txt").write_bytes(b"\0\1\2" * 99), "binary"),
    "picture.txt": (lambda: Path("picture.txt").write_bytes(b"\x89PNG\r\n" * 9), "PNG"),
    "page.pdf": (lambda: Path("page.pdf").write_bytes(b"%PDF-1.7"), "the PDF is damaged"),
    "page.rtf": (lambda: Path("page.rtf").write_bytes(b"{\\rtf1}"), ".rtf files are not read"),
    "loop.txt": (lambda: Path("loop.txt").symlink_to("loop.txt"), "can't be read"),
    "gigantic.txt": (lambda: Path("gigantic.txt").write_text("word " * 9999), "larger than"),
    "odd.txt": (lambda: Path("odd.txt").write_bytes(b"\xef\xbb\xbf" + b"\xff\xfe\xfd" * 99), "UTF-8"),
    "b" * 300: (lambda: None, "File name too long"),
    "hollow": (lambda: Path("hollow").mkdir(), "holds no articles"),
}


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more than 20 kB is gigantic."""
    monkeypatch.setenv("CONSPECTUS_MAX_FILE_BYTES", "20000")


def test_that_nothing_is_told_is_said(program: Program) -> None:
    """Of headlines alone there is a briefing of nothing, and a warning, which --quiet keeps back."""
    Path("heads.txt").write_text("Council raises car park charges\n\nBridge at Orle to stay shut\n")
    done = program("brief", "heads.txt", "--model", "none")
    assert done.code == 0
    assert "warning: nothing is told" in done.err
    assert "nothing is told" not in program("brief", "heads.txt", "--model", "none", "--quiet").err


@pytest.mark.usefixtures("small_files")
@pytest.mark.parametrize("name", BAD)
def test_an_input_that_cannot_be_read_is_named(program: Program, name: str) -> None:
    """Alone, it ends the run with 3 and one line that names it and says why."""
    make, reason = BAD[name]
    make()
    said = program.fails("brief", name, "--model", "none", code=3)
    assert said.startswith(f"error: {name}: ")
    assert reason in said


@pytest.mark.usefixtures("small_files", "articles")
def test_the_others_go_on(program: Program) -> None:
    """All of them together do not stop one good article: each is warned of, and in the ledger."""
    for make, _ in BAD.values():
        make()
    ended = program("brief", *BAD, "ferry.txt", "--model", "none", "--format", "json")
    assert ended.code == 0
    briefing = json.loads(ended.out)
    assert [entry["path"] for entry in briefing["articles"] if entry["status"] == "used"] == ["ferry.txt"]
    failed = {entry["path"] for entry in briefing["articles"] if entry["status"] == "failed"}
    assert failed == set(BAD)
    reasons = [entry["detail"] for entry in briefing["ledger"] if entry["reason"] == "failed_article"]
    warnings = ended.err.splitlines()
    assert len(warnings) == len(reasons) == len(BAD)
    for name, (_, reason) in BAD.items():
        assert any(name in detail and reason in detail for detail in reasons)
        assert any(line.startswith(f"warning: {name}: ") and reason in line for line in warnings)


def test_no_articles_at_all(program: Program) -> None:
    """A call that names no articles is a wrong call."""
    assert "no articles were given" in program.fails("brief", code=2)


@pytest.mark.usefixtures("small_files")
def test_several_bad_inputs_are_one_line(program: Program) -> None:
    """Where nothing can be read the warnings do not stand beside the error that says the same."""
    said = program.fails("brief", "a.txt", "b.txt", "--model", "none", code=3)
    assert "a.txt" in said
    assert "b.txt" in said


def test_an_article_of_one_sentence(program: Program) -> None:
    """One sentence is enough for a briefing."""
    Path("one.txt").write_text("The bridge over the Wexe was closed on 4 May 2025.\n", encoding="utf-8")
    ended = program("brief", "one.txt", "--model", "none", "--format", "json")
    assert ended.code == 0
    assert [event["article_ids"] for event in json.loads(ended.out)["events"]]


@pytest.mark.usefixtures("articles")
def test_the_same_article_twice(program: Program) -> None:
    """A copy is an article once, and the ledger says so."""
    Path("copy.txt").write_text(FERRY, encoding="utf-8")
    ended = program("brief", "ferry.txt", "copy.txt", "ferry.txt", "--model", "none", "--format", "json")
    assert ended.code == 0
    briefing = json.loads(ended.out)
    assert [entry["status"] for entry in briefing["articles"]].count("used") == 1
    assert [entry["reason"] for entry in briefing["ledger"]].count("duplicate") == 2


BAD_ENDPOINTS: dict[str, tuple[Callable[[], Step], str]] = {
    "refused key": (lambda: fault(401, "bad key sk-secret-1"), "refuses the API key"),
    "no such model": (lambda: fault(404, "no such model"), "has no model 'scripted'"),
    "HTML": (page, "not like an OpenAI-compatible API"),
    "no json_schema": (lambda: fault(400, "response_format json_schema is not supported"), "json_schema"),
}


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("case", BAD_ENDPOINTS)
def test_an_endpoint_that_cannot_be_used(
    program: Program, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """It is told once, with 7, whatever the number of articles; the key is never shown."""
    monkeypatch.setenv("CONSPECTUS_API_KEY", "sk-secret-1")
    step, reason = BAD_ENDPOINTS[case]
    behind(monkeypatch, lambda _: step())
    said = program.fails("brief", "ferry.txt", "library.txt", *ENDPOINT, code=7)
    assert reason in said
    assert "http://scripted.invalid/v1" in said
    assert "sk-secret" not in said


BAD_ANSWERS: dict[str, tuple[Callable[[], Step], str]] = {
    "down": (lambda: broken(httpx2.ConnectError), "can't be reached"),
    "slow": (lambda: broken(httpx2.ReadTimeout), "took too long"),
    "failing": (lambda: fault(500, "overloaded"), "HTTP 500"),
    "cut off": (truncated, "cut off"),
    "refused": (refusal, "refused"),
    "filtered": (filtered, "content filter"),
}


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("case", BAD_ANSWERS)
def test_an_article_without_an_answer(program: Program, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    """The other article is briefed; this one is warned of and in the ledger."""
    step, reason = BAD_ANSWERS[case]

    def script(body: Body) -> Step:
        return step() if "Calder" in prompt_of(body) else obliging(body)

    behind(monkeypatch, script)
    ended = program("brief", "ferry.txt", "library.txt", *ENDPOINT, "--format", "json", "--no-cache")
    assert ended.code == 0, ended.err
    briefing = json.loads(ended.out)
    assert {entry["path"]: entry["status"] for entry in briefing["articles"]} == {
        "ferry.txt": "failed",
        "library.txt": "used",
    }
    assert any(reason in entry["detail"] for entry in briefing["ledger"])
    assert ended.err.startswith("warning: ferry.txt: ")
    assert reason in ended.err


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("case", BAD_ANSWERS)
def test_no_article_has_an_answer(program: Program, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    """The run ends with 7, and the last line says why."""
    step, reason = BAD_ANSWERS[case]
    behind(monkeypatch, lambda _: step())
    ended = program("brief", "ferry.txt", "library.txt", *ENDPOINT, "--no-cache")
    assert (ended.code, ended.out) == (7, "")
    *warnings, last = ended.err.splitlines()
    assert sorted(line.split(": ")[:2] for line in warnings) == [
        ["warning", "ferry.txt"],
        ["warning", "library.txt"],
    ]
    assert last.startswith("error: ")
    assert reason in last


@pytest.mark.usefixtures("articles")
def test_missing_weights(program: Program) -> None:
    """Nothing is fetched unasked: the line says what is missing, how large it is, and the command."""
    said = program.fails("brief", "ferry.txt", code=6)
    assert "1.1 GB" in said
    assert "conspectus model fetch 1.5b" in said


@pytest.mark.usefixtures("articles")
def test_weights_with_a_wrong_digest(program: Program) -> None:
    """A file of the right name and size but other bytes is refused and not loaded."""
    model = known_models()[1]
    directory = Path(os.environ["CONSPECTUS_MODELS_DIR"])
    directory.mkdir(parents=True)
    with (directory / model.file).open("wb") as file:
        file.write(b"GGUF")
        file.truncate(model.bytes)
    said = program.fails("brief", "ferry.txt", "--model", "embedded:0.5b", code=6)
    assert "digest" in said
    assert "conspectus model fetch 0.5b" in said


@pytest.mark.usefixtures("articles")
def test_an_interrupt_keeps_what_was_answered(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and no result; the next run asks only for what is missing."""
    monkeypatch.setenv("CONSPECTUS_CONCURRENCY", "1")
    asked: list[str] = []

    def script(body: Body) -> Step:
        if "Write the account of each event" in prompt_of(body):
            return obliging(body)
        asked.append("ferry" if "Calder" in prompt_of(body) else "library")
        if len(asked) == 2:
            signal.raise_signal(signal.SIGINT)
            return truncated()
        return obliging(body)

    behind(monkeypatch, script)
    ended = program("brief", "ferry.txt", "library.txt", *ENDPOINT)
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.splitlines()[-2:] == [
        "what the model has answered is in the cache: the same command goes on from there",
        "interrupted",
    ]
    interrupted = asked[1]
    again = program("brief", "ferry.txt", "library.txt", *ENDPOINT, "--quiet")
    assert again.code == 0
    assert asked[2:] == [interrupted]


@pytest.mark.usefixtures("articles")
def test_without_a_cache_an_interrupt_promises_nothing(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing was kept, the interrupted run does not say that it was."""

    def script(body: Body) -> Step:
        signal.raise_signal(signal.SIGINT)
        return obliging(body)

    behind(monkeypatch, script)
    ended = program("brief", "ferry.txt", *ENDPOINT, "--no-cache")
    assert (ended.code, ended.err) == (130, "interrupted\n")


@pytest.mark.usefixtures("articles")
def test_a_killed_run_ends_like_an_interrupted_one(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """SIGTERM ends with 143."""

    def script(body: Body) -> Step:
        signal.raise_signal(signal.SIGTERM)
        return obliging(body)

    behind(monkeypatch, script)
    ended = program("brief", "ferry.txt", *ENDPOINT, "--no-cache")
    assert (ended.code, ended.err) == (143, "terminated\n")


@pytest.mark.usefixtures("articles")
def test_a_name_that_is_no_text_is_shown_harmlessly(program: Program) -> None:
    """Escape sequences in a file's name do not reach the terminal."""
    said = program.fails("brief", "\x1b(0red\x07.txt", "--model", "none", code=3)
    assert said == "error: ␛(0red␇.txt: there is no such file or directory (check the path)"


@pytest.mark.usefixtures("articles")
def test_an_empty_name_is_not_the_current_directory(program: Program) -> None:
    """A variable of a script that is not set names nothing, and what is here is not read unasked."""
    assert "the path is empty" in program.fails("brief", "", "--model", "none", code=3)
    ended = program("brief", "", "ferry.txt", "--model", "none", "--format", "json")
    assert [entry["path"] for entry in json.loads(ended.out)["articles"]] == ["ferry.txt", ""]
