"""The recording machinery itself: a cassette can't answer the wrong question, and tells no secret."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from vcr import VCR  # type: ignore[import-untyped]
from vcr.cassette import Cassette  # type: ignore[import-untyped]

from conspectus.llm import open_model
from conspectus.llm.wire import first_difference
from conspectus.prompts import Messages
from tests.support.cassettes import (
    DIRECTORY,
    CassetteMissError,
    configured,
    guarded,
    scrubbed_response,
)
from tests.support.scripted import scripted_settings

KEY = "key-that-nobody-may-see"


class Value(BaseModel):
    text: str


def answering(request: httpx2.Request) -> httpx2.Response:
    """A server whose answer depends on the question, with what varies and what is secret around it."""
    body = json.loads(request.content)
    text = json.dumps({"text": body["messages"][1]["content"].upper()})
    tops = [{"token": "y", "logprob": -0.123456789, "id": 1, "bytes": [1]}]
    token = {"token": '{"text": "', "logprob": -1.0, "id": 2, "bytes": [2], "top_logprobs": tops}
    value = {**token, "token": "y"}
    choice = {
        "index": 0,
        "finish_reason": "stop",
        "message": {"role": "assistant", "content": text},
        "logprobs": {"content": [token, value]},
    }
    return httpx2.Response(
        200,
        json={"id": "varies", "created": 1, "timings": {"ms": 3}, "model": "m", "choices": [choice]},
        headers={"x-request-id": "varies", "set-cookie": KEY, "date": "today"},
    )


def refusing(_: httpx2.Request) -> httpx2.Response:
    """The network, closed."""
    raise AssertionError("the network was asked")


def cassette_at(path: Path, mode: str) -> Any:
    """The context in which that cassette is recorded or replayed."""
    return configured(VCR(record_mode=mode)).use_cassette(str(path))


async def ask(
    texts: list[str], server: Callable[[httpx2.Request], httpx2.Response], **changes: Any
) -> list[str]:
    """The answers to these prompts, asked at the same time."""
    settings = scripted_settings(api_key=KEY, attempts=4, **changes)
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async with open_model(settings, transport=httpx2.MockTransport(server), sleep=sleep) as model:
        assert model is not None
        messages = [Messages(prompt="p", fingerprint="f", system="s", user=text) for text in texts]
        answers = await asyncio.gather(
            *(model.ask(one, Value, max_output_tokens=9) for one in messages), return_exceptions=True
        )
    assert waits == [], "a miss was taken for a passing fault"
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
    return [answer.value.text for answer in answers if not isinstance(answer, BaseException)]


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A cassette of two questions."""
    path = tmp_path / "two.yaml"
    with cassette_at(path, "new_episodes") as cassette, guarded(cassette):
        asyncio.run(ask(["one\nline", "two"], answering))
    return path


def replay(path: Path, texts: list[str], **changes: Any) -> list[str]:
    """The answers from the cassette, under the guard that every test has."""
    with cassette_at(path, "none") as cassette, guarded(cassette):
        return asyncio.run(ask(texts, refusing, **changes))


def test_answers_go_to_their_questions(recorded: Path) -> None:
    """In any order, at any address, with any key, each question gets its own answer."""
    assert replay(recorded, ["two", "one\nline"], base_url="http://127.0.0.1:9/v1") == ["TWO", "ONE\nLINE"]


def test_a_changed_prompt_fails(recorded: Path) -> None:
    """A changed prompt fails at once, naming the cassette, the nearest recording and the difference."""
    with pytest.raises(CassetteMissError) as caught:
        replay(recorded, ["one\nlime", "two"])
    said = str(caught.value)
    assert "two.yaml" in said
    assert "nearest: POST /v1/chat/completions …one line" in said
    assert "body.messages[1].content differs from character 6" in said


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"model": "another"}, "body.model differs"),
        ({"base_url": "http://scripted.invalid/v2"}, "POST /v1/chat/completions was recorded"),
    ],
)
def test_a_changed_request_fails(recorded: Path, changes: dict[str, str], difference: str) -> None:
    """Another model or path is another question."""
    with pytest.raises(CassetteMissError, match=difference):
        replay(recorded, ["one\nline", "two"], **changes)


def test_a_question_is_answered_as_often_as_it_was_recorded(recorded: Path) -> None:
    """Asking again what was asked once fails, and says so."""
    with pytest.raises(CassetteMissError, match="each recording answers once"):
        replay(recorded, ["one\nline", "two", "two"])


def test_an_unplayed_recording_fails(recorded: Path) -> None:
    """What was recorded and is no longer asked fails, naming it."""
    with pytest.raises(AssertionError, match=r"two\.yaml: 1 recorded requests were never asked"):
        replay(recorded, ["two"])


def test_a_swallowed_miss_fails(recorded: Path) -> None:
    """A miss that the code under test took for a failed article fails the test all the same."""
    with pytest.raises(CassetteMissError), cassette_at(recorded, "none") as cassette, guarded(cassette):
        asyncio.run(_swallow())


async def _swallow() -> None:
    with pytest.raises(CassetteMissError):
        await ask(["three"], refusing)


def test_an_empty_cassette_fails(tmp_path: Path) -> None:
    """Where nothing is recorded, the miss says that."""
    with pytest.raises(CassetteMissError, match="nothing is recorded there"):
        replay(tmp_path / "none.yaml", ["one"])


def test_a_cassette_is_readable_and_tells_no_secret(recorded: Path) -> None:
    """Bodies stand parsed; keys, cookies, hosts and what varies are not in the file."""
    text = recorded.read_text(encoding="utf-8")
    for secret in (
        KEY,
        "authorization",
        "cookie",
        "scripted.invalid",
        "varies",
        "timings",
        "created",
        "date",
    ):
        assert secret not in text.lower()
    one = yaml.safe_load(text)["interactions"][0]
    assert one["request"]["json"]["messages"][1] == {"role": "user", "content": "one\nline"}
    assert one["request"]["headers"].keys() | one["response"]["headers"].keys() == {"content-type"}
    assert "content: |-\n" in text
    tokens = one["response"]["json"]["choices"][0]["logprobs"]["content"]
    assert tokens[0]["top_logprobs"] == []
    assert tokens[1]["top_logprobs"] == [{"token": "y", "logprob": -0.12346}]


def test_recording_twice_gives_the_same_file(recorded: Path, tmp_path: Path) -> None:
    """Two recordings of the same answers are the same bytes."""
    again = tmp_path / "again.yaml"
    with cassette_at(again, "new_episodes") as cassette, guarded(cassette):
        asyncio.run(ask(["one\nline", "two"], answering))
    assert again.read_bytes() == recorded.read_bytes()


def test_a_body_that_is_no_json_is_kept_as_it_is(tmp_path: Path) -> None:
    """A page instead of an answer is recorded and replayed too."""

    def paging(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, text="<html>")

    def fetch(server: Callable[[httpx2.Request], httpx2.Response]) -> str:
        with httpx2.Client(transport=httpx2.MockTransport(server)) as client:
            return str(client.get("http://scripted.invalid/page").text)

    path = tmp_path / "page.yaml"
    with cassette_at(path, "new_episodes"):
        assert fetch(paging) == "<html>"
    with cassette_at(path, "none") as cassette, guarded(cassette):
        assert fetch(refusing) == "<html>"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, JSON)
def test_a_difference_is_found_exactly_where_there_is_one(one: Any, other: Any) -> None:
    """Equal JSON has no difference, and unequal JSON has one."""
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (first_difference(one, other) is None) == same
    assert first_difference(one, json.loads(json.dumps(one))) is None


@pytest.mark.parametrize(
    ("recorded_body", "asked", "words"),
    [
        ({"a": 1}, {}, "body.a was recorded and is not asked"),
        ({}, {"a": 1}, "body.a is asked now"),
        ([1], [1, 2], "had 1 items"),
        ({"a": [0]}, {"a": [False]}, r"body\.a\[0\] was 0"),
        ("abc", "abd", "from character 2"),
    ],
)
def test_a_difference_is_explained(recorded_body: Any, asked: Any, words: str) -> None:
    """The explanation names the place and both sides."""
    difference = first_difference(recorded_body, asked)
    assert difference is not None
    with pytest.raises(AssertionError, match=words):
        raise AssertionError(difference)


def test_a_cassette_object_is_guarded_for_its_time_only(recorded: Path) -> None:
    """While recording, the guard lets new questions through."""
    with cassette_at(recorded, "new_episodes") as cassette, guarded(cassette):
        assert isinstance(cassette, Cassette)
        assert asyncio.run(ask(["three"], answering)) == ["THREE"]


def test_a_recording_names_the_model_and_not_where_its_weights_are() -> None:
    """The path by which the embedded server calls its model becomes the file's name."""
    body = json.dumps({"model": "/home/someone/models/small.gguf", "choices": []}).encode()
    response = {"headers": {}, "body": {"string": body}, "status": {"code": 200, "message": "OK"}}
    assert json.loads(scrubbed_response(response)["body"]["string"])["model"] == "small.gguf"


@pytest.mark.parametrize("cassette", sorted(DIRECTORY.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_no_recording_says_where_it_was_made(cassette: Path) -> None:
    """What is recorded holds no home directory and no address but the one that stands for all."""
    text = cassette.read_text("utf-8")
    assert "recorded.invalid" in text
    assert not re.search(r"/(?:root|home|Users)/|127\.0\.0\.1|localhost", text)
