"""doctor: what is in force, where from, whether it works; never a key."""

from __future__ import annotations

import os
from pathlib import Path

import httpx2
import pytest

from conspectus.llm import probe
from conspectus.llm.weights import known
from conspectus.settings import Settings
from tests.support.program import ENDPOINT, Program, behind, obliging

SECRETS = ("sk-secret-1", "pass-word-2", "query-3")


def rows(out: str) -> dict[str, list[str]]:
    """Name → origin and value, and the lines beneath by their first word."""
    return {line.split()[0]: line.split(maxsplit=2)[1:] for line in out.splitlines() if line}


def test_a_fresh_machine(program: Program) -> None:
    """Defaults are called so; the model is not usable and the line says what to do; nothing fails."""
    ended = program("doctor")
    assert (ended.code, ended.err) == (0, "")
    shown = rows(ended.out)
    assert set(Settings.model_fields) <= set(shown)
    assert shown["timeout_seconds"] == ["default", "180.0"]
    assert shown["api_key"] == ["default", "not set"]
    assert shown["model"] == ["default", "embedded:1.5b"]
    assert shown["cache_dir"][0] == "CONSPECTUS_CACHE_DIR"
    assert "model: not usable: " in ended.out
    assert "conspectus model fetch 1.5b" in ended.out
    assert "weights: 1.5b is not fetched, 0.5b is not fetched" in ended.out
    assert "cache: 0 answers, 0.0 MB" in ended.out


def test_where_each_setting_comes_from(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable beats the file; a variable that is no setting is pointed out."""
    Path("conspectus.toml").write_text('attempts = 2\nconcurrency = 3\nmodel = "none"\n', encoding="utf-8")
    monkeypatch.setenv("CONSPECTUS_ATTEMPTS", "5")
    monkeypatch.setenv("CONSPECTUS_MODLE", "x")
    ended = program("doctor")
    shown = rows(ended.out)
    assert shown["attempts"] == ["CONSPECTUS_ATTEMPTS", "5"]
    assert shown["concurrency"] == ["conspectus.toml", "3"]
    assert "model: none; code alone" in ended.out
    assert "CONSPECTUS_MODLE: is in the environment, but is no setting" in ended.out
    assert ended.err == ""


def test_a_cache_that_can_not_be_written_is_not_usable(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each says that it keeps nothing; nothing is made to find out."""
    Path("file").write_text("no directory")
    for name in ("CACHE", "PAGES"):
        monkeypatch.setenv(f"CONSPECTUS_{name}_DIR", f"file/{name}")
    told = program("doctor").out.splitlines()
    assert "cache: not usable: file/CACHE can't be written, so answers are not kept" in told
    assert "pages: not usable: file/PAGES can't be written, so none are kept" in told
    monkeypatch.setenv("CONSPECTUS_CACHE_DIR", "new/answers")
    assert "cache: 0 answers, 0.0 MB" in program("doctor").out.splitlines()
    assert not Path("new").exists()


@pytest.mark.usefixtures("articles")
def test_a_run_warns_of_a_misspelt_limit(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Because it limits nothing; with --quiet it does not."""
    monkeypatch.setenv("CONSPECTUS_MAXCOST", "1")
    warned = "warning: CONSPECTUS_MAXCOST: is in the environment, but is no setting (see `conspectus doctor`)"
    assert program("brief", "ferry.txt", "--model", "none").err.splitlines() == [warned]
    assert program("brief", "ferry.txt", "--model", "none", "-q").err == ""


@pytest.mark.parametrize(
    "address",
    [
        "http://user:pass-word-2@127.0.0.1:9/v1?key=query-3",
        "http://user:pass-word-2@[bad/v1",
        "http://user:pass-word-2@host:port/v1",
    ],
)
def test_no_secret_is_shown(program: Program, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Neither the key nor what an address hides, whether or not it is an address at all."""
    monkeypatch.setenv("OPENAI_API_KEY", SECRETS[0])
    monkeypatch.setenv("CONSPECTUS_BASE_URL", address)
    monkeypatch.setenv("CONSPECTUS_MODEL", "m")
    ended = program("doctor")
    assert ended.code == 0
    assert rows(ended.out)["api_key"] == ["OPENAI_API_KEY", "set"]
    assert not [secret for secret in SECRETS if secret in ended.out + ended.err]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("model = [1", "is not valid TOML"),
        ("modle = 1", "modle: is no setting"),
        ('attempts = "many"', "attempts: "),
        ('api_key = ["sk-secret-1"]', "api_key: "),
    ],
)
def test_a_broken_file_is_named(program: Program, content: str, said: str) -> None:
    """A conspectus.toml that is wrong ends with 2 and one line, which quotes no value."""
    Path("conspectus.toml").write_text(content, encoding="utf-8")
    line = program.fails("doctor", code=2)
    assert line.startswith("error: conspectus.toml: ")
    assert said in line
    assert "sk-secret-1" not in line


def test_a_contradiction_is_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that choose no model are shown all the same."""
    monkeypatch.setenv("CONSPECTUS_BASE_URL", "http://127.0.0.1:9/v1")
    ended = program("doctor")
    assert ended.code == 0
    assert "model: not usable: base_url: an endpoint needs the name of its model" in ended.out


def test_a_model_that_is_there(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's own file is usable where it is one."""
    Path("own.gguf").write_bytes(b"GGUF....")
    monkeypatch.setenv("CONSPECTUS_MODEL", "own.gguf")
    assert "model: embedded own.gguf, usable: own.gguf" in program("doctor").out
    directory = Path(os.environ["CONSPECTUS_MODELS_DIR"])
    directory.mkdir(parents=True)
    (directory / known("0.5b").file).touch()
    assert "weights: 1.5b is not fetched, 0.5b is there" in program("doctor").out


def test_an_endpoint_that_answers(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hosted model is looked for in the endpoint's list."""
    listing = {"object": "list", "data": [{"id": "m", "object": "model", "created": 0, "owned_by": "x"}]}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=listing))
    asked = probe.reachable
    monkeypatch.setattr(probe, "reachable", lambda settings: asked(settings, transport=transport))
    monkeypatch.setenv("CONSPECTUS_BASE_URL", "http://scripted.invalid/v1")
    monkeypatch.setenv("CONSPECTUS_MODEL", "m")
    assert "model: m; http://scripted.invalid/v1 answers and has it" in program("doctor").out


@pytest.mark.usefixtures("articles")
def test_the_cache_is_measured(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers are counted once there are any; a cache that is off is called so, one that is broken too."""
    behind(monkeypatch, obliging)
    assert program("brief", "ferry.txt", *ENDPOINT, "-q").code == 0
    monkeypatch.setenv("CONSPECTUS_MODEL", "none")
    assert "cache: 0 answers" not in program("doctor").out
    Path("conspectus.toml").write_text("cache = false", encoding="utf-8")
    assert "cache: off" in program("doctor").out
    Path("conspectus.toml").unlink()
    monkeypatch.setenv("CONSPECTUS_CACHE_DIR", "x" * 300)
    assert "cache: not usable: " in program("doctor").out
