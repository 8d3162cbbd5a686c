"""Answers that were paid for: kept, found again, and never trusted blindly."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from conspectus.errors import EndpointSetupError, InvalidAnswerError
from conspectus.llm import CallRecord
from conspectus.llm.cache import AnswerCache, cache_info, key_of
from conspectus.llm.rows import Shortcut, TextDisk
from conspectus.prompts import Messages
from conspectus.settings import Settings
from tests.support.scripted import ScriptedEndpoint, choice, fault, reply, scripted_settings

MESSAGES = Messages(prompt="p", fingerprint="f" * 12, system="s", user="u")


class Value(BaseModel):
    text: str


class Other(BaseModel):
    text: str
    more: int


ONE = reply({"text": "one"})
TWO = reply({"text": "two"})


def not_one(value: Value) -> Sequence[str]:
    """A gate that `one` does not pass."""
    return ["it says one"] if value.text == "one" else []


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a cache of the test's own."""
    return scripted_settings(cache=True, cache_dir=tmp_path / "answers")


async def ask(endpoint: ScriptedEndpoint, settings: Settings, gate: Any = None, **changes: Any) -> Any:
    """The answer to one ask, in a session of its own."""
    async with endpoint.model(settings) as model:
        messages = MESSAGES.model_copy(update=changes)
        return await model.ask(messages, Value, max_output_tokens=10, gate=gate)


async def test_an_answer_is_asked_for_once(settings: Settings) -> None:
    """The second ask of the same is answered from the cache: no call, no tokens, no cost, and said so."""
    calls: list[CallRecord] = []
    endpoint = ScriptedEndpoint([ONE])
    await ask(endpoint, settings)
    async with endpoint.model(settings, on_call=calls.append) as model:
        again = await model.ask(MESSAGES, Value, max_output_tokens=10)
    assert again.value == Value(text="one")
    assert (again.usage.calls, again.usage.cached, again.usage.input_tokens) == (0, 1, 0)
    assert again.usage.cost_usd == 0
    assert calls[0].cached
    assert len(endpoint.bodies) == 1


@pytest.mark.parametrize(
    "change",
    [{"user": "v"}, {"system": "t"}],
)
async def test_another_prompt_is_another_answer(settings: Settings, change: dict[str, str]) -> None:
    """A changed prompt is asked anew."""
    endpoint = ScriptedEndpoint([ONE, TWO])
    await ask(endpoint, settings)
    assert (await ask(endpoint, settings, **change)).value.text == "two"


async def test_schema_model_limit_and_endpoint_are_part_of_the_key(settings: Settings) -> None:
    """Another schema, limit, model or address is another answer; another key or timeout is not."""
    other = reply({"text": "one", "more": 1})
    endpoint = ScriptedEndpoint([ONE, other, TWO, TWO, TWO])
    async with endpoint.model(settings) as model:
        await model.ask(MESSAGES, Value, max_output_tokens=10)
        await model.ask(MESSAGES, Other, max_output_tokens=10)
        await model.ask(MESSAGES, Value, max_output_tokens=11)
    for change in ({"model": "another"}, {"base_url": "http://another.invalid/v1"}):
        assert (await ask(endpoint, settings.model_copy(update=change))).value.text == "two"
    endpoint.finished()
    same = settings.model_copy(update={"timeout_seconds": 5.0, "concurrency": 1})
    assert (await ask(endpoint, same)).usage.cached == 1


async def test_probabilities_are_kept(settings: Settings) -> None:
    """A choice from the cache has the probabilities that it came with."""
    endpoint = ScriptedEndpoint([choice("yes", {"yes": 0.6, "no": 0.2})])
    for calls in (1, 0):
        async with endpoint.model(settings) as model:
            answer = await model.choose(MESSAGES, ["yes", "no"])
        assert answer.usage.calls == calls
        assert answer.probabilities["yes"] == pytest.approx(0.75)


async def test_failures_are_not_kept(settings: Settings) -> None:
    """An ask that failed is asked again in full."""
    endpoint = ScriptedEndpoint([reply("{"), reply("{"), ONE])
    with pytest.raises(InvalidAnswerError):
        await ask(endpoint, settings)
    assert (await ask(endpoint, settings)).usage.cached == 0
    endpoint.finished()


async def test_an_answer_is_kept_as_it_lands(settings: Settings) -> None:
    """An answer is on disk while the session that asked for it still runs."""
    endpoint = ScriptedEndpoint([ONE])
    async with endpoint.model(settings) as model:
        await model.ask(MESSAGES, Value, max_output_tokens=10)
        assert (await cache_info(settings.cache_dir)).answers == 1
    assert (await ask(endpoint, settings)).usage.cached == 1


async def test_the_answer_that_passed_is_kept(settings: Settings) -> None:
    """After a re-ask the second answer is kept, and passes the gate from the cache."""
    endpoint = ScriptedEndpoint([ONE, TWO])
    for cached in (0, 1):
        answer = await ask(endpoint, settings, not_one)
        assert (answer.value.text, answer.complaints, answer.usage.cached) == ("two", (), cached)
    endpoint.finished()


async def test_a_kept_answer_that_no_longer_passes_is_re_asked(settings: Settings) -> None:
    """A stricter gate sends the cached answer back with its complaint, and keeps what comes."""
    endpoint = ScriptedEndpoint([ONE, TWO])
    await ask(endpoint, settings)
    answer = await ask(endpoint, settings, not_one)
    assert answer.value.text == "two"
    assert (answer.usage.cached, answer.usage.calls, answer.usage.reasks) == (1, 1, 1)
    assert "it says one" in endpoint.bodies[1]["messages"][-1]["content"]
    assert (await ask(endpoint, settings, not_one)).usage.calls == 0


async def test_complaints_that_were_accepted_are_not_raised_again(settings: Settings) -> None:
    """An answer kept with complaints comes back with them, without another call."""
    endpoint = ScriptedEndpoint([ONE, ONE])
    for calls in (2, 0):
        answer = await ask(endpoint, settings, not_one)
        assert answer.complaints == ("it says one",)
        assert answer.usage.calls == calls


async def test_a_garbled_entry_is_asked_anew(settings: Settings) -> None:
    """A text that is no answer counts as no entry."""
    endpoint = ScriptedEndpoint([ONE, ONE, ONE])
    await ask(endpoint, settings)
    for text in ("{", '{"content": "x"}'):
        with sqlite3.connect(settings.cache_dir / "cache.db") as database:
            database.execute("UPDATE Cache SET value = ?", (text,))
        database.close()
        assert (await ask(endpoint, settings)).usage.calls == 1


class Trap:
    """Says so when it is unpickled."""

    def __reduce__(self) -> Any:
        return (pytest.fail, ("a planted pickle was loaded",))


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
async def test_a_planted_row_is_refused(
    settings: Settings, mode: int, caplog: pytest.LogCaptureFixture
) -> None:
    """A pickle, bytes or a file name in the place of a text is removed unread, with a warning."""
    endpoint = ScriptedEndpoint([ONE, TWO])
    await ask(endpoint, settings)
    with sqlite3.connect(settings.cache_dir / "cache.db") as database:
        database.execute(
            "UPDATE Cache SET mode = ?, value = ?, filename = ?",
            (mode, pickle.dumps(Trap()) if mode in {1, 4} else None, "cache.db"),
        )
    database.close()
    assert (await ask(endpoint, settings)).value.text == "two"
    assert "refused" in caplog.text


def test_only_text_is_stored(tmp_path: Path) -> None:
    """Neither keys nor values that are no text are taken, in either direction."""
    disk = TextDisk(str(tmp_path))
    for work in (lambda: disk.put(b"key"), lambda: disk.store({"a": 1}, False)):
        with pytest.raises(TypeError):
            work()
    with pytest.raises(ValueError, match="not text"):
        disk.get(b"key", False)
    assert disk.get("key", True) == "key"


async def test_a_damaged_cache_is_set_aside(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """A file that is no database is renamed, warned about, and the run goes on with a new cache."""
    for number in (1, 2):
        settings.cache_dir.mkdir(exist_ok=True)
        (settings.cache_dir / "cache.db").write_bytes(b"no database at all, " * 500)
        endpoint = ScriptedEndpoint([ONE])
        await ask(endpoint, settings)
        assert (await ask(endpoint, settings)).usage.cached == 1
        assert settings.cache_dir.with_name(f"answers.damaged-{number}").is_dir()
        for file in settings.cache_dir.iterdir():
            file.unlink()
    assert caplog.text.count("set aside") == 2


async def test_damage_found_on_the_way_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A database that turns out malformed while it is read is set aside, and writing goes on."""
    directory = tmp_path / "answers"
    async with AnswerCache(directory) as cache:
        await cache.put("key", "text " * 20_000)
    file = directory / "cache.db"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    file.write_bytes(content)
    async with AnswerCache(directory) as cache:
        assert await cache.get("key") is None
        await cache.put("key", "anew")
        assert await cache.get("key") == "anew"
    assert "set aside" in caplog.text


async def test_an_unwritable_place_means_no_cache(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where no directory can be made, the run goes on without a cache, with a warning."""
    (tmp_path / "file").write_text("in the way")
    settings = scripted_settings(cache=True, cache_dir=tmp_path / "file" / "answers")
    endpoint = ScriptedEndpoint([ONE, TWO])
    await ask(endpoint, settings)
    assert (await ask(endpoint, settings)).value.text == "two"
    assert "can't be used" in caplog.text


async def test_a_locked_database_is_waited_for_in_vain(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that finds the database locked is warned about, and the database stays where it is."""
    monkeypatch.setattr("conspectus.llm.cache._BUSY_SECONDS", 0.01)
    async with AnswerCache(tmp_path / "answers") as cache:
        await cache.put("key", "text")
        with sqlite3.connect(tmp_path / "answers" / "cache.db") as other:
            other.execute("BEGIN EXCLUSIVE")
            await cache.put("key", "newer")
            other.rollback()
        other.close()
        assert await cache.get("key") == "text"
    assert "just now" in caplog.text
    assert os.listdir(tmp_path) == ["answers"]


def test_two_processes_share_a_cache(tmp_path: Path) -> None:
    """What several processes write at the same time is all there afterwards."""
    script = (
        "import asyncio, sys, pathlib\n"
        "from conspectus.llm.cache import AnswerCache\n"
        "async def main():\n"
        "    async with AnswerCache(pathlib.Path(sys.argv[1])) as cache:\n"
        "        for number in range(30):\n"
        "            await cache.put(f'{sys.argv[2]}-{number}', 'text')\n"
        "asyncio.run(main())\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "answers"), str(number)])  # noqa: S603
        for number in range(2)
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert asyncio.run(cache_info(tmp_path / "answers")).answers == 60


async def test_a_text_is_put_while_the_thread_is_busy(tmp_path: Path) -> None:
    """It stands in the database as soon as it is put, whatever else is waited for; and counts as any other."""
    directory = tmp_path / "answers"
    async with AnswerCache(directory) as cache:
        free = threading.Event()
        busy = asyncio.ensure_future(cache._run(free.wait))
        await asyncio.sleep(0)
        for text in ("one", "two"):
            await cache.put("key", text)
        with sqlite3.connect(directory / "cache.db") as other:
            assert other.execute("SELECT value FROM Cache").fetchall() == [("two",)]
        other.close()
        assert not busy.done()
        free.set()
        await busy
        assert await cache.get("key") == "two"
        assert (await cache.info()).answers == 1
        await cache.keep("key", None)
        assert (await cache.info()).answers == 0


async def test_a_database_without_a_log_of_writes_is_written_by_the_thread(tmp_path: Path) -> None:
    """Where each write would be waited for until the disk has it, nothing is put at once."""
    directory = tmp_path / "answers"
    async with AnswerCache(directory) as cache:
        store = cache._store
        assert store is not None
        await cache._run(lambda: store._sql("PRAGMA journal_mode = delete").fetchall())
        assert not Shortcut(store).put("key", "text")
        await cache.put("key", "text")
        assert await cache.get("key") == "text"


async def test_info_counts_answers_and_bytes(tmp_path: Path) -> None:
    """The number of answers and their size are told; asking makes no cache where there is none."""
    directory = tmp_path / "answers"
    assert (await cache_info(directory)).answers == 0
    assert not directory.exists()
    async with AnswerCache(directory) as cache:
        await asyncio.gather(*(cache.put(str(number), "text") for number in range(3)))
    info = await cache_info(directory)
    assert info.answers == 3
    assert info.bytes > 0


def test_a_key_ignores_order_and_nothing_else() -> None:
    """The order of names does not change a key; any value does."""
    assert key_of({"a": 1, "b": "ü"}) == key_of({"b": "ü", "a": 1})
    assert key_of({"a": 1}) != key_of({"a": "1"})
    assert len(key_of({"lone": "\ud800"})) == 64


def test_a_row_is_json(settings: Settings) -> None:
    """What is kept can be read with any tool: JSON with the raw answer in it."""
    asyncio.run(ask(ScriptedEndpoint([ONE]), settings))
    with sqlite3.connect(settings.cache_dir / "cache.db") as database:
        ((row,),) = database.execute("SELECT value FROM Cache").fetchall()
    database.close()
    assert json.loads(row) == {
        "content": '{"text": "one"}',
        "logprobs": None,
        "complaints": [],
        "final": True,
    }


async def test_damage_that_shows_in_mid_run_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A database that is found malformed while in use is replaced, and the run goes on."""
    async with AnswerCache(tmp_path / "answers") as cache:
        await cache.put("key", "text")
        # What SQLite reports for a torn page, without having to tear one under an open connection.
        assert await cache._run(lambda: cache._guarded(_malformed)) is None
        assert await cache.get("key") is None
        await cache.put("key", "anew")
        assert await cache.get("key") == "anew"
    assert sorted(os.listdir(tmp_path)) == ["answers", "answers.damaged-1"]
    assert "set aside" in caplog.text


def _malformed(_: object) -> str:
    raise sqlite3.DatabaseError("database disk image is malformed")


async def test_damage_that_can_not_be_set_aside_means_no_cache(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the damaged directory can't be renamed, the run goes on without a cache."""

    def rename(*_: object) -> None:
        raise PermissionError("no")

    async with AnswerCache(tmp_path / "answers") as cache:
        monkeypatch.setattr(Path, "rename", rename)
        await cache._run(lambda: cache._guarded(_malformed))
        await cache.put("key", "text")
        assert await cache.get("key") is None
        assert (await cache.info()).answers == 0
    assert "can't be replaced" in caplog.text


async def test_a_database_of_another_program_is_left_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A database whose tables are somebody else's is neither used nor moved."""
    (tmp_path / "answers").mkdir()
    with sqlite3.connect(tmp_path / "answers" / "cache.db") as other:
        other.execute("CREATE TABLE Settings (something)")
    other.close()
    async with AnswerCache(tmp_path / "answers") as cache:
        await cache.put("key", "text")
        assert await cache.get("key") is None
    assert os.listdir(tmp_path) == ["answers"]
    assert "can't be used" in caplog.text


async def test_the_oldest_answers_go_when_there_are_too_many(tmp_path: Path) -> None:
    """A run that ends over the bound leaves what it used, and the newest of what it did not."""
    directory = tmp_path / "answers"
    async with AnswerCache(directory) as cache:
        for number in range(40):
            await cache.put(f"old {number}", "x" * 5000)
    async with AnswerCache(directory, most_bytes=150_000) as cache:
        assert await cache.get("old 0") is not None
        await cache.put("new", "y" * 5000)
    async with AnswerCache(directory) as cache:
        assert (await cache.info()).bytes <= 150_000
        assert await cache.get("old 0") is not None
        assert await cache.get("new") is not None
        assert await cache.get("old 1") is None
        assert await cache.get("old 39") is not None


async def test_what_a_run_used_is_kept_whatever_the_bound(tmp_path: Path) -> None:
    """A bound that this run alone exceeds takes nothing of its own."""
    directory = tmp_path / "answers"
    async with AnswerCache(directory, most_bytes=0) as cache:
        for number in range(20):
            await cache.put(str(number), "x" * 5000)
    assert (await cache_info(directory)).answers == 20


async def test_an_answer_that_awaits_its_re_ask_is_kept(settings: Settings) -> None:
    """A run that ends between an answer and its re-ask pays for neither twice."""
    cut = ScriptedEndpoint([ONE, fault(401)])
    with pytest.raises(EndpointSetupError):
        await ask(cut, settings, not_one)
    endpoint = ScriptedEndpoint([TWO])
    answer = await ask(endpoint, settings, not_one)
    assert answer.value.text == "two"
    assert (answer.usage.cached, answer.usage.calls, answer.usage.reasks) == (1, 1, 1)
    endpoint.finished()


async def test_the_same_asked_twice_at_once_is_paid_once(settings: Settings) -> None:
    """The second of two equal asks waits for the first one's answer."""
    endpoint = ScriptedEndpoint([ONE])
    async with endpoint.model(settings) as model:
        asks = (model.ask(MESSAGES, Value, max_output_tokens=10) for _ in range(3))
        answers = await asyncio.gather(*asks)
    assert [answer.value.text for answer in answers] == ["one"] * 3
    assert sorted(answer.usage.calls for answer in answers) == [0, 0, 1]


async def test_a_full_disk_is_told_once_and_what_is_kept_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where nothing more fits, answers are done without; those that are there are still found."""
    async with AnswerCache(tmp_path / "answers") as cache:
        await cache.put("a", "kept")
        store = cache._store
        assert store is not None
        await cache._run(lambda: store._sql("PRAGMA max_page_count = 1"))
        assert cache._shortcut is not None
        assert cache._shortcut._database is not None
        cache._shortcut._database.execute("PRAGMA max_page_count = 1")
        for number in range(3):
            await cache.put(str(number), "x" * 100_000)
        assert await cache.get("a") == "kept"
        assert await cache.get("2") is None
    assert caplog.text.count("just now") == 1


async def test_several_may_find_it_damaged_at_once(tmp_path: Path) -> None:
    """What each of them puts is there afterwards."""
    directory = tmp_path / "answers"
    directory.mkdir()
    (directory / "cache.db").write_bytes(b"no database" * 500)

    async def kept(name: str) -> None:
        async with AnswerCache(directory) as cache:
            await cache.put(name, name)

    names = [f"answer {number}" for number in range(4)]
    await asyncio.gather(*map(kept, names))
    async with AnswerCache(directory) as again:
        assert [await again.get(name) for name in names] == names


async def test_one_that_another_has_replaced_is_not_set_aside_again(tmp_path: Path) -> None:
    """Who finds the damage later takes the new cache as it is, with the answers in it."""
    directory = tmp_path / "answers"
    async with AnswerCache(directory) as late:
        await late.put("old", "old")
        directory.rename(tmp_path / "answers.damaged-1")
        async with AnswerCache(directory) as early:
            await early.put("new", "new")
        await late._run(lambda: late._guarded(_malformed))
        assert (await late.get("new"), await late.get("old")) == ("new", None)
    assert sorted(os.listdir(tmp_path)) == ["answers", "answers.damaged-1"]
