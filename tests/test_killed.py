"""A run that is killed outright, and the next one: nothing that was answered is asked again."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Event

import httpx2
import pytest

from bench.corpora import write
from conspectus import abrief
from conspectus.llm import open_model
from conspectus.model.briefing import Briefing
from tests.support.judged import MESSAGES, STEPS, Value, asked, not_one
from tests.support.killed import hasty, kept_in
from tests.support.scripted import ScriptedEndpoint, reply, scripted_settings
from tests.support.virtual import virtually

ROOT = Path(__file__).parents[1]
ARTICLES = 6
LONG = 30.0


def told(briefing: Briefing) -> str:
    """Everything in the briefing but what varies from run to run."""
    return briefing.model_dump_json(exclude={"run"})


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles about one event."""
    return write(tmp_path_factory.mktemp("killed"), ARTICLES)


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int]:
    """What a run in peace says, and how many asks it takes."""
    endpoint = hasty()
    settings = kept_in(tmp_path_factory.mktemp("undisturbed"))
    briefing = virtually(abrief([corpus], settings=settings, transport=endpoint))
    return told(briefing), endpoint.sent


@pytest.mark.parametrize("after", [1, 3, ARTICLES, ARTICLES + 1])
def test_what_was_answered_before_the_kill_is_not_asked_again(
    after: int, corpus: Path, undisturbed: tuple[str, int], tmp_path: Path
) -> None:
    """Killed when its first, third or last article or its account is answered: the same, at the cost of the rest."""
    command = [sys.executable, "-m", "tests.support.killed", str(corpus), str(tmp_path / "cache"), str(after)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)  # noqa: S603 - our own program
    expected, asks = undisturbed
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    endpoint = hasty()
    briefing = virtually(abrief([corpus], settings=kept_in(tmp_path / "cache"), transport=endpoint))
    assert told(briefing) == expected
    assert briefing.run.usage.cached >= after
    assert endpoint.sent <= asks - after
    assert not list(tmp_path.glob("*damaged*"))


def killed_while_judging(cache: Path, number: int) -> None:
    """One ask comes to its end while that answer of its is judged."""
    command = [sys.executable, "-m", "tests.support.judged", str(cache), str(number)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)  # noqa: S603 - our own program
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


@pytest.mark.parametrize("judged", [1, 2])
async def test_an_answer_that_has_arrived_is_kept_before_it_is_judged(judged: int, tmp_path: Path) -> None:
    """Killed while the first answer or the one to its re-ask is judged: neither is asked for again."""
    killed_while_judging(tmp_path / "cache", judged)
    answer, calls = await asked(tmp_path / "cache", STEPS[judged:], not_one)
    assert (answer.value.text, answer.complaints) == ("two", ())
    assert calls == 2 - judged
    assert answer.usage.cached == 1


async def test_an_answer_to_a_re_ask_that_was_not_judged_has_its_place(tmp_path: Path) -> None:
    """Killed before the second answer was found no better: it is judged as the second, and not re-asked."""

    def never(_: object) -> list[str]:
        return ["it says something"]

    killed_while_judging(tmp_path / "cache", 2)
    for _ in range(2):
        answer, calls = await asked(tmp_path / "cache", (), never)
        assert (answer.value.text, answer.complaints, calls) == ("two", ("it says something",), 0)


def rows(cache: Path) -> int:
    """How many answers are in the database."""
    with closing(sqlite3.connect(cache / "cache.db")) as database:
        return int(database.execute("SELECT count(*) FROM Cache").fetchone()[0])


async def test_answers_are_read_and_kept_while_another_one_is_judged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One comes, and the others when it is being judged: the gate, which gives the loop no turn, sees all kept."""
    endpoint, cache, judging = ScriptedEndpoint(lambda _: reply({"text": "two"})), tmp_path / "cache", Event()

    async def one_first(_: object, request: httpx2.Request) -> httpx2.Response:
        if endpoint.bodies:
            await asyncio.to_thread(judging.wait, LONG)
        return await endpoint.handle_async_request(request)

    def patient(_: object) -> list[str]:
        judging.set()
        late = time.monotonic() + LONG
        while rows(cache) < 8:
            assert time.monotonic() < late
        return []

    # What is given for a network would be asked in this loop.
    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", one_first)
    async with open_model(scripted_settings(cache=True, cache_dir=cache)) as model:
        assert model is not None
        asks = (MESSAGES.model_copy(update={"user": str(number)}) for number in range(8))
        answers = await asyncio.gather(
            *(model.ask(each, Value, max_output_tokens=10, gate=patient) for each in asks)
        )
    assert [answer.value.text for answer in answers] == ["two"] * 8
