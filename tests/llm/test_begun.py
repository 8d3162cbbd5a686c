"""What comes of an answer that is begun for the model."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.errors import EndpointError, RefusedAnswerError, TruncatedAnswerError
from conspectus.llm import CallRecord, LanguageModel
from conspectus.llm.begun import begun, behind
from conspectus.prompts import Messages
from tests.support.scripted import (
    ScriptedEndpoint,
    Step,
    fault,
    filtered,
    raw,
    refusal,
    reply,
    scripted_settings,
    truncated,
)

MESSAGES = Messages(prompt="blank", fingerprint="f" * 12, system="You read.", user="Write it again.")
GOES_ON = scripted_settings(prefill="last")


async def _on(model: LanguageModel, beginning: str = "It cost") -> str:
    answer = await model.go_on(MESSAGES, beginning, max_output_tokens=12, stop=(". ",))
    return answer.value


@given(st.text(), st.text())
def test_what_is_behind_the_beginning_is_the_same_with_and_without_it(beginning: str, rest: str) -> None:
    """An endpoint may give back the whole answer; what was begun is no part of what the model wrote."""
    assert behind(beginning, beginning + rest) == rest


async def test_the_beginning_is_the_last_message() -> None:
    """The model's own message stands behind the question, and the request says where to end."""
    endpoint = ScriptedEndpoint([reply(" $4 million"), reply("It cost $4 million")])
    async with endpoint.model(GOES_ON) as model:
        assert [await _on(model), await _on(model)] == [" $4 million", " $4 million"]
    body = endpoint.bodies[0]
    assert [message["role"] for message in body["messages"]] == ["system", "user", "assistant"]
    assert body["messages"][-1] == {"role": "assistant", "content": "It cost"}
    assert (body["stop"], body["max_tokens"], body["temperature"]) == ([". "], 12, 0)
    assert "response_format" not in body


def test_each_sort_of_endpoint_is_told_in_its_way() -> None:
    """vLLM is told by two flags, DeepSeek and Mistral by a mark on the message; the request itself stays as it was."""
    request = {"messages": [{"role": "user", "content": "?"}]}
    flagged, marked = begun(request, "It", "flag"), begun(request, "It", "prefix")
    assert (flagged["continue_final_message"], flagged["add_generation_prompt"]) == (True, False)
    assert marked["messages"][-1]["prefix"] is True
    assert len(request["messages"]) == 1


async def test_nobody_is_asked_who_is_not_known_to_go_on() -> None:
    """An endpoint that would take the beginning for a whole answer gets no request."""
    async with ScriptedEndpoint([]).model() as model:
        with pytest.raises(ValueError, match="not known to go on"):
            await _on(model)


async def test_an_answer_that_meets_its_limit_is_one() -> None:
    """A sentence goes on behind what is wanted of it: that it is cut off is no error."""
    async with ScriptedEndpoint([truncated(" $4 million")]).model(GOES_ON) as model:
        assert await _on(model) == " $4 million"


async def test_an_answer_is_cached_under_its_beginning(tmp_path: Path) -> None:
    """The same beginning is paid for once, also where two ask at the same time; another one is another question."""
    settings = scripted_settings(prefill="last", cache=True, cache_dir=tmp_path / "answers")
    calls: list[CallRecord] = []
    endpoint = ScriptedEndpoint([reply(" $4 million"), reply(" nothing")])
    async with endpoint.model(settings, on_call=calls.append) as model:
        assert [*await asyncio.gather(_on(model), _on(model))] == [" $4 million"] * 2
        assert await _on(model, "They paid") == " nothing"
    async with endpoint.model(settings) as model:
        assert await _on(model) == " $4 million"
    assert [call.cached for call in calls] == [False, True, False]
    assert {call.prompt for call in calls} == {"blank"}


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (refusal(), RefusedAnswerError),
        (filtered(), RefusedAnswerError),
        (fault(500), EndpointError),
    ],
)
async def test_what_fails_is_told_as_of_any_call(step: Step, error: type[Exception]) -> None:
    """A refusal and an endpoint that fails raise what `ask` raises, and whoever listens hears of it."""
    calls: list[CallRecord] = []
    endpoint = ScriptedEndpoint(lambda body: step)
    async with endpoint.model(GOES_ON, on_call=calls.append) as model:
        with pytest.raises(error):
            await _on(model)
    assert [call.outcome for call in calls] == [error.__name__]


async def test_a_passing_fault_is_tried_again() -> None:
    """Retries are those of any call."""
    endpoint = ScriptedEndpoint([fault(503), reply(" $4 million")])
    async with endpoint.model(GOES_ON) as model:
        assert await _on(model) == " $4 million"
    endpoint.finished()


async def test_a_beginning_counts_towards_the_window() -> None:
    """What does not fit with its beginning is not sent."""
    async with ScriptedEndpoint([raw({})]).model(
        GOES_ON.model_copy(update={"context_tokens": 2048})
    ) as model:
        with pytest.raises(TruncatedAnswerError):
            await _on(model, "word " * 2000)
