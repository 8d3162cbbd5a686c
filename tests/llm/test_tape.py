"""A recording answers what was asked, records what is missing, and never answers another question."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx2
import pytest

from conspectus.errors import InputError
from conspectus.llm.embedded import Serving
from conspectus.llm.tape import ADDRESS, MissError, Tape
from tests.support.scripted import ScriptedEndpoint, fault, reply

DAY = "2026-01-02"


def asked(user: str, system: str = "Be brief.") -> dict[str, Any]:
    """A request as the client sends it."""
    return {
        "model": "m",
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        "max_tokens": 9,
    }


class Recorder(Tape):
    """A tape whose live endpoint is a script."""

    def __init__(self, path: Path, *steps: Any, sha256: str = "1", today: str = DAY) -> None:
        async def live(path: str) -> Serving:
            return Serving("http://live.invalid/v1", "key")

        super().__init__(path, model="m", sha256=sha256, live=live, today=today)
        self.endpoint = ScriptedEndpoint(list(steps))
        self._http = self.endpoint  # type: ignore[assignment]


def player(path: Path, sha256: str = "1") -> Tape:
    """A tape without a live endpoint."""
    return Tape(path, model="m", sha256=sha256)


async def send(tape: Tape, body: dict[str, Any]) -> Any:
    """What the tape answers."""
    request = httpx2.Request("POST", f"{ADDRESS}/chat/completions", json=body)
    response = await tape.handle_async_request(request)
    return json.loads(await response.aread())


def content(answer: Any) -> str:
    """The text of an answer."""
    return str(answer["choices"][0]["message"]["content"])


async def test_what_was_recorded_is_played_whatever_the_order(tmp_path: Path) -> None:
    """Each request gets its own answer, any number of times."""
    path = tmp_path / "t.jsonl"
    recorder = Recorder(path, reply("one"), reply("two"))
    await send(recorder, asked("1"))
    await send(recorder, asked("2"))
    tape = player(path)
    assert [content(await send(tape, asked(user))) for user in ("2", "1", "2")] == ["two", "one", "two"]
    assert not tape.misses


async def test_only_what_is_missing_goes_over_the_wire(tmp_path: Path) -> None:
    """With the key of the live endpoint, which is not written down."""
    path = tmp_path / "t.jsonl"
    await send(Recorder(path, reply("one")), asked("1"))
    again = Recorder(path, reply("two"))
    await send(again, asked("1"))
    await send(again, asked("2"))
    again.endpoint.finished()
    assert [body["messages"][1]["content"] for body in again.endpoint.bodies] == ["2"]
    assert again.endpoint.headers[0]["authorization"] == "Bearer key"
    assert "Bearer" not in path.read_text("utf-8")


async def test_a_miss_fails_and_names_the_nearest_request(tmp_path: Path) -> None:
    """Another word, another system message or another parameter is another request."""
    path = tmp_path / "t.jsonl"
    await send(Recorder(path, reply("one"), reply("far")), asked("The bridge is closed."))
    tape = player(path)
    for body in (asked("The bridge was closed."), asked("The bridge is closed.", "Be long.")):
        with pytest.raises(MissError):
            await send(tape, body)
    assert [miss.nearest and miss.nearest["messages"] for miss in tape.misses] == [
        ["The bridge is closed."]
    ] * 2
    assert tape.misses[1].system == "Be long."


async def test_tidying_drops_what_nobody_asks_any_more(tmp_path: Path) -> None:
    """And is the same bytes in whatever order the answers came; the day stays where nothing is new."""
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    first = Recorder(one, reply("1"), reply("2"), reply("3"))
    for user in "123":
        await send(first, asked(user))
    later = Recorder(one, today="2026-05-05")
    for user in "31":
        await send(later, asked(user))
    later.tidy(today="2026-05-05")
    other = Recorder(two, reply("1"), reply("3"))
    for user in "13":
        await send(other, asked(user))
    other.tidy(today=DAY)
    lines = [[json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in (one, two)]
    assert [[row.get("key") for row in rows] for rows in lines] == [[row.get("key") for row in lines[0]]] * 2
    assert len(lines[0]) == 3
    assert player(one).header.recorded == DAY


async def test_a_new_answer_moves_the_day(tmp_path: Path) -> None:
    """The header says when the last new answer was given."""
    path = tmp_path / "t.jsonl"
    await send(Recorder(path, reply("1")), asked("1"))
    later = Recorder(path, reply("2"))
    await send(later, asked("2"))
    later.tidy(today="2026-05-05")
    assert player(path).header.recorded == "2026-05-05"


async def test_a_recording_that_was_killed_goes_on(tmp_path: Path) -> None:
    """A line that is cut off is asked again, and the file is whole afterwards."""
    path = tmp_path / "t.jsonl"
    recorder = Recorder(path, reply("one"), reply("two"))
    await send(recorder, asked("1"))
    await send(recorder, asked("2"))
    path.write_text(path.read_text("utf-8")[:-40], encoding="utf-8")
    resumed = Recorder(path, reply("two"))
    await send(resumed, asked("2"))
    tape = player(path)
    assert [content(await send(tape, asked(user))) for user in "12"] == ["one", "two"]


async def test_a_servers_own_trouble_is_not_kept(tmp_path: Path) -> None:
    """The next run asks again; a refusal of the request is an answer."""
    path = tmp_path / "t.jsonl"
    recorder = Recorder(path, fault(503), fault(400), reply("one"))
    await send(recorder, asked("1"))
    await send(recorder, asked("2"))
    await send(recorder, asked("1"))
    recorder.endpoint.finished()
    tape = player(path)
    assert content(await send(tape, asked("1"))) == "one"
    assert (await send(tape, asked("2")))["error"]


async def test_seconds_are_those_of_the_recording(tmp_path: Path) -> None:
    """Replaying is fast, and says how long it took when it was slow."""
    path = tmp_path / "t.jsonl"
    await send(Recorder(path, reply("one")), asked("1"))
    path.write_text(re.sub('"seconds":[0-9.]+', '"seconds":7.5', path.read_text("utf-8")), encoding="utf-8")
    tape = player(path)
    await send(tape, asked("1"))
    assert tape.seconds == 7.5


@pytest.mark.parametrize("text", ["", "no json\n", '{"model":"m","sha256":"1","recorded":"x"}\nbroken\n{}\n'])
def test_what_is_no_recording_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    """A file that somebody wrote by hand is not taken for answers."""
    path = tmp_path / "t.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is no recording") as caught:
        player(path)
    assert str(caught.value.where).startswith(f"{path}:")


async def test_another_models_recording_is_refused(tmp_path: Path) -> None:
    """By the digest of the weights, whatever the names are."""
    path = tmp_path / "t.jsonl"
    await send(Recorder(path, reply("one")), asked("1"))
    with pytest.raises(InputError, match="was recorded from m"):
        player(path, sha256="2")


def test_a_system_that_asked_nothing_was_recorded_too(tmp_path: Path) -> None:
    """A recording without answers is a file: asking nothing is an account, not a gap."""
    path = tmp_path / "case" / "system.jsonl"
    Tape(path, model="m", sha256="0" * 64, today="2026-05-05").tidy(today="2026-05-05")
    again = Tape(path, model="m", sha256="0" * 64, today="2026-06-06")
    assert again.header.recorded == "2026-05-05"
