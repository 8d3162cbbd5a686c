"""A briefing that was made before is given again without any work, and only where nothing can have changed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bench.corpora import write
from bench.endpoint.answers import answer, request_key
from bench.endpoint.settings import Settings as Simulated
from conspectus import abrief
from conspectus.briefing_cache import key_of_run
from conspectus.llm.cache import AnswerCache
from conspectus.settings import Settings
from conspectus.telemetry import ProgressEvent, RunDone, RunStarted
from tests.support.articles import written
from tests.support.scripted import Body, ScriptedEndpoint, Step, fault, reply, scripted_settings

SIMULATED = Simulated()


def simulated(body: Body) -> Step:
    """An answer that fits its schema and quotes the article."""
    return reply(json.loads(answer(SIMULATED, body, request_key(SIMULATED, body)).text))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles of one event."""
    return write(tmp_path / "articles", 3)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A hosted model's, with a cache of its own."""
    return scripted_settings(cache=True, cache_dir=tmp_path / "answers", attempts=1)


@pytest.mark.parametrize("language", [None, "en"])
async def test_the_same_run_again_asks_and_reads_nothing(
    corpus: Path, settings: Settings, language: str | None
) -> None:
    """The briefing is the same but for `run`, which counts every answer as kept; what is told is the same too."""
    settings = settings.model_copy(update={"language": language})
    first, second = ScriptedEndpoint(simulated), ScriptedEndpoint(())
    told: list[list[ProgressEvent]] = [[], []]
    made = await abrief([corpus], settings=settings, listener=told[0].append, transport=first)
    again = await abrief([corpus], settings=settings, listener=told[1].append, transport=second)
    assert len(first.bodies) > len(made.articles)
    assert second.bodies == []
    assert again.model_copy(update={"run": made.run}) == made
    assert again.run.usage.calls == 0
    assert again.run.usage.cached == made.run.usage.calls
    assert (again.run.model, again.run.prompts) == (made.run.model, made.run.prompts)
    assert list(again.run.stages) == list(made.run.stages)
    begun = [event.stages for each in told for event in each if isinstance(event, RunStarted)]
    assert begun[0] == begun[1]
    assert isinstance(told[1][0], RunStarted)
    assert isinstance(told[1][-1], RunDone)
    assert sorted(map(_kind, told[1])) == sorted(map(_kind, told[0]))


def _kind(event: ProgressEvent) -> str:
    return type(event).__name__


async def test_an_article_that_changed_is_read_again(corpus: Path, settings: Settings) -> None:
    """Only the answers about the others are kept."""
    await abrief([corpus], settings=settings, transport=ScriptedEndpoint(simulated))
    changed = corpus / "0000.txt"
    text = changed.read_text().replace("the", "that", 1)
    changed.write_text(text)
    endpoint = ScriptedEndpoint(simulated)
    again = await abrief([corpus], settings=settings, transport=endpoint)
    assert endpoint.bodies
    assert text in {article.text for article in again.articles}


async def test_a_run_in_which_a_call_failed_is_not_remembered(corpus: Path, settings: Settings) -> None:
    """The next run tries again what failed."""
    calls: list[Body] = []

    def once(body: Body) -> Step:
        calls.append(body)
        return fault(500) if len(calls) == 1 else simulated(body)

    made = await abrief([corpus], settings=settings, transport=ScriptedEndpoint(once))
    assert "failed" in {article.status for article in made.articles}
    again = await abrief([corpus], settings=settings, transport=ScriptedEndpoint(simulated))
    assert {article.status for article in again.articles} == {"used"}


async def test_a_damaged_row_is_no_briefing(corpus: Path, settings: Settings) -> None:
    """One changed letter, and the briefing is made from the kept answers instead."""
    made = await abrief([corpus], settings=settings, transport=ScriptedEndpoint(simulated))
    key = key_of_run([corpus], settings, None)
    assert key is not None
    async with AnswerCache(settings.cache_dir) as cache:
        row = await cache.get(key)
        assert row is not None
        await cache.put(key, row.replace("said", "sold", 1))
    endpoint = ScriptedEndpoint(())
    again = await abrief([corpus], settings=settings, transport=endpoint)
    assert again.model_copy(update={"run": made.run}) == made


@pytest.mark.parametrize(
    "changed",
    [
        {"length": "long"},
        {"entailment": False},
        {"model": "another"},
        {"base_url": "http://other.invalid/v1"},
        {"profile": "small"},
        {"max_points": 3},
    ],
)
def test_what_may_change_a_briefing_changes_its_key(
    corpus: Path, settings: Settings, changed: dict[str, Any]
) -> None:
    """Settings that say what is wanted and who answers do; how fast it is done does not."""
    key = key_of_run([corpus], settings, None)
    assert key is not None
    assert key_of_run([corpus], settings.model_copy(update=changed), None) != key
    assert key_of_run([corpus], settings.model_copy(update={"concurrency": 3, "attempts": 2}), None) == key


def test_names_bytes_prompts_and_title_are_in_the_key(
    corpus: Path, settings: Settings, tmp_path: Path
) -> None:
    """A file that is called otherwise, one more, another title or an own prompt: none has the same key."""
    keys = {key_of_run([corpus], settings, None), key_of_run([corpus], settings, "Floods")}
    own = tmp_path / "prompts"
    own.mkdir()
    (own / "compose.md").write_text("another prompt")
    keys.add(key_of_run([corpus], settings.model_copy(update={"prompts_dir": own}), None))
    first = sorted(corpus.iterdir())[0]
    first.rename(first.with_stem("another"))
    keys.add(key_of_run([corpus], settings, None))
    (corpus / "more.txt").write_text("The mill in Varn burned down on Monday, the mayor said.")
    keys.add(key_of_run([corpus], settings, None))
    article = written(
        "The mill in Varn burned down on Monday, the mayor said.", outlet="Varn Post", day="2025-03-11"
    )
    keys.add(key_of_run([article], settings, None))
    assert None not in keys
    assert len(keys) == 6


def test_what_may_have_changed_unseen_has_no_key(corpus: Path, settings: Settings) -> None:
    """Pages, standard input, files that can't be read, runs without a cache and runs without a model."""
    for source in ("https://varn.example/mill", "-", corpus / "missing.txt"):
        assert key_of_run([source], settings, None) is None
    assert key_of_run([corpus], settings.model_copy(update={"cache": False}), None) is None
    assert key_of_run([corpus], Settings.load(model="none"), None) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_comes_out_of_a_pipe_is_left_to_the_run(tmp_path: Path, settings: Settings) -> None:
    """It can be read once: what a shell's `<(…)` gives was gone before the run came to it, and "empty"."""
    os.mkfifo(tmp_path / "pipe")
    holding = os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK)
    try:
        os.write(holding, b"The ferry sank.")
        assert key_of_run([tmp_path / "pipe"], settings, None) is None
        assert os.read(holding, 100) == b"The ferry sank."
    finally:
        os.close(holding)
