"""What an ask gives back, through the real openai, instructor and tenacity."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

import pytest
from pydantic import BaseModel, ConfigDict

from conspectus.errors import (
    EndpointError,
    InvalidAnswerError,
    RefusedAnswerError,
    TruncatedAnswerError,
)
from conspectus.llm import CallRecord
from conspectus.prompts import Messages
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    broken_off,
    choice,
    fault,
    filtered,
    prompt_of,
    raw,
    refusal,
    reply,
    scripted_settings,
    truncated,
)

MESSAGES = Messages(prompt="headline", fingerprint="f" * 12, system="You read.", user="Say {{ 7 * 7 }}.")


class Headline(BaseModel):
    model_config = ConfigDict(frozen=True)

    text: str
    words: tuple[str, ...] = ()


def no_rain(headline: Headline) -> Sequence[str]:
    """A gate that rain does not pass."""
    return ["it did not rain"] if headline.text == "Rain" else []


RAIN = reply({"text": "Rain", "words": []})
SNOW = reply({"text": "Snow", "words": []})


async def test_a_value_has_the_type_asked_for() -> None:
    """A value comes back as the very type that was asked for, with the tokens it took."""
    step = reply({"text": "Rain", "words": ["a"]}, input_tokens=12, cached_input_tokens=8, output_tokens=3)
    endpoint = ScriptedEndpoint([step])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert answer.value == Headline(text="Rain", words=("a",))
    assert answer.complaints == ()
    used = answer.usage
    assert (used.calls, used.input_tokens, used.cached_input_tokens, used.output_tokens) == (1, 12, 8, 3)
    assert used.cost_usd is None
    endpoint.finished()


@pytest.mark.parametrize("usage", [None, {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}])
async def test_a_server_may_leave_things_out(usage: dict[str, int] | None) -> None:
    """An answer without usage, ids or dates is an answer; tokens that are not told are not counted."""
    message = {"role": "assistant", "content": '{"text": "Rain", "words": []}'}
    choices = [{"finish_reason": "stop", "message": message}]
    async with ScriptedEndpoint([raw({"choices": choices, "usage": usage})]).model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert answer.value.text == "Rain"
    assert answer.usage.output_tokens == (2 if usage else 0)


async def test_the_request_is_deterministic_and_strict() -> None:
    """The body is temperature 0, a fixed seed, and a strict schema without defaults; equal asks are equal."""
    endpoint = ScriptedEndpoint([RAIN, RAIN])
    async with endpoint.model() as model:
        for _ in range(2):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    body, again = endpoint.bodies
    assert body == again
    assert (body["temperature"], body["max_tokens"]) == (0, 100)
    assert isinstance(body["seed"], int)
    schema = body["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["name"] == "Headline"
    assert schema["schema"]["required"] == ["text", "words"]
    assert schema["schema"]["additionalProperties"] is False
    assert "default" not in schema["schema"]["properties"]["words"]


async def test_braces_in_an_article_stay_text() -> None:
    """Template syntax in a prompt is sent as it stands, with a gate and without, and in the re-ask."""
    endpoint = ScriptedEndpoint([RAIN, SNOW])
    async with endpoint.model() as model:
        await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=no_rain)
    assert [body["messages"][1]["content"] for body in endpoint.bodies] == ["Say {{ 7 * 7 }}."] * 2


async def test_a_gate_is_answered_once() -> None:
    """What the gate objects to is fed back word for word, once; the answer that passes is returned."""
    endpoint = ScriptedEndpoint([RAIN, SNOW])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=no_rain)
    assert answer.value.text == "Snow"
    assert answer.complaints == ()
    assert (answer.usage.calls, answer.usage.reasks, answer.usage.retries) == (2, 1, 0)
    assert "it did not rain" in endpoint.bodies[1]["messages"][-1]["content"]
    assert endpoint.bodies[1]["messages"][-2]["role"] == "assistant"


async def test_what_the_gate_still_objects_to_is_said() -> None:
    """After one re-ask the last value comes back with the complaints, and nothing is asked again."""
    endpoint = ScriptedEndpoint([RAIN, reply({"text": "Rain", "words": ["b"]})])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=no_rain)
    assert answer.value.words == ("b",)
    assert answer.complaints == ("it did not rain",)
    endpoint.finished()
    assert len(endpoint.bodies) == 2


@pytest.mark.parametrize(
    "useless", [reply("{"), reply({"text": 3, "words": []}), truncated(), refusal()], ids=lambda _: ""
)
async def test_a_useless_re_ask_does_not_lose_the_first_value(useless: Step) -> None:
    """A value that fitted the schema is kept, with its complaints, when the re-ask gives none."""
    endpoint = ScriptedEndpoint([RAIN, useless])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=no_rain)
    assert answer.value.text == "Rain"
    assert answer.complaints == ("it did not rain",)


async def test_a_misfit_is_re_asked_with_its_faults() -> None:
    """An answer that does not fit the schema is asked again once, told which field is wrong."""
    endpoint = ScriptedEndpoint([reply({"text": 3, "words": []}), SNOW])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert answer.value.text == "Snow"
    complaint = endpoint.bodies[1]["messages"][-1]["content"]
    assert "text: Input should be a valid string" in complaint
    assert "pydantic.dev" not in complaint


@pytest.mark.parametrize("misfit", ["no json", "", '{"text": 3}', "[]"])
async def test_a_second_misfit_is_an_error(misfit: str) -> None:
    """An answer that fits neither time is an InvalidAnswerError after exactly two calls."""
    endpoint = ScriptedEndpoint([reply(misfit), reply(misfit)])
    async with endpoint.model() as model:
        with pytest.raises(InvalidAnswerError, match="prompt headline"):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    endpoint.finished()


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (truncated(), TruncatedAnswerError),
        (truncated('{"text": "whole", "words": []}'), TruncatedAnswerError),
        (refusal("I won't."), RefusedAnswerError),
        (filtered(), RefusedAnswerError),
    ],
)
async def test_a_cut_or_refused_answer_is_final(step: Step, error: type[Exception]) -> None:
    """Truncation and refusal are never repeated and never accepted, even when the text would fit."""
    endpoint = ScriptedEndpoint([step])
    async with endpoint.model() as model:
        with pytest.raises(error):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    endpoint.finished()


async def test_truncation_says_the_limit() -> None:
    """The error of a cut answer names the prompt and the number of tokens."""
    endpoint = ScriptedEndpoint([truncated()])
    async with endpoint.model() as model:
        with pytest.raises(TruncatedAnswerError, match=r"prompt headline: .* 77 tokens"):
            await model.ask(MESSAGES, Headline, max_output_tokens=77)


async def test_an_answer_that_breaks_off_before_its_limit_is_asked_for_again() -> None:
    """Cut at 3 of 100 tokens it was no limit of ours: the same again, twice at most, and never accepted."""
    whole = '{"text": "whole", "words": []}'
    endpoint = ScriptedEndpoint([broken_off(), broken_off(whole), SNOW])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert answer.value.text == "Snow"
    assert (answer.usage.calls, answer.usage.retries, answer.usage.reasks) == (3, 2, 0)
    assert endpoint.bodies[0] == endpoint.bodies[2]
    endpoint = ScriptedEndpoint([broken_off(whole)] * 3)
    async with endpoint.model() as model:
        with pytest.raises(TruncatedAnswerError):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    endpoint.finished()


async def test_punctuation_is_no_reason_to_ask_again() -> None:
    """JSON with a comma too many, or with a line break inside a string, is read as what it says."""
    endpoint = ScriptedEndpoint([reply('{"text": "Snow\n", "words": [],}')])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert answer.value.text == "Snow\n"
    assert answer.usage.calls == 1


async def test_a_cut_misfit_is_truncation() -> None:
    """When the re-ask of a misfit is cut off, the error is the truncation."""
    endpoint = ScriptedEndpoint([reply("{"), truncated()])
    async with endpoint.model() as model:
        with pytest.raises(TruncatedAnswerError):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)


async def test_passing_faults_are_retried() -> None:
    """Two faults and an answer are three calls and two retries: the first one soon, the next when it was asked for."""
    endpoint = ScriptedEndpoint([fault(503), fault(429, retry_after=9), SNOW])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert (answer.usage.calls, answer.usage.retries, answer.usage.reasks) == (3, 2, 0)
    assert 0.05 <= endpoint.waits[0] <= 0.25
    assert endpoint.waits[1] == pytest.approx(9, abs=0.05)


async def test_waits_grow_while_a_fault_stays() -> None:
    """One fault may be chance, so the second try comes soon; from then on waits double."""
    endpoint = ScriptedEndpoint([fault(500), fault(429, retry_after=1), fault(502), fault(503), SNOW])
    async with endpoint.model() as model:
        await model.ask(MESSAGES, Headline, max_output_tokens=100)
    soon, asked, later, latest = endpoint.waits
    assert soon <= 0.25 < asked < later < latest


async def test_retries_end() -> None:
    """A fault that stays is tried exactly `attempts` times: neither SDK nor instructor adds its own."""
    endpoint = ScriptedEndpoint(lambda _: fault(500))
    async with endpoint.model(scripted_settings(attempts=3)) as model:
        with pytest.raises(EndpointError, match="HTTP 500"):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert len(endpoint.bodies) == 3
    assert len(endpoint.waits) == 2


async def test_an_unreasonable_wait_is_not_waited_for() -> None:
    """An endpoint that wants an hour of patience is an error at once."""
    endpoint = ScriptedEndpoint([fault(429, retry_after=3600)])
    async with endpoint.model() as model:
        with pytest.raises(EndpointError, match="slow down"):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert endpoint.waits == []


async def test_retries_and_re_asks_add_up() -> None:
    """A fault before each of two asks makes four calls: one re-ask, two retries."""
    endpoint = ScriptedEndpoint([fault(500), RAIN, fault(500), SNOW])
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=no_rain)
    assert (answer.usage.calls, answer.usage.retries, answer.usage.reasks) == (4, 2, 1)
    endpoint.finished()


async def test_a_prompt_beyond_the_window_is_not_sent() -> None:
    """A prompt that can't fit with its answer fails before anything is sent, saying both numbers."""
    endpoint = ScriptedEndpoint([])
    long = MESSAGES.model_copy(update={"user": "x" * 35_000})
    async with endpoint.model(scripted_settings(context_tokens=10_000)) as model:
        with pytest.raises(TruncatedAnswerError, match="about 10003 tokens of prompt and 100 of answer"):
            await model.ask(long, Headline, max_output_tokens=100)
    assert endpoint.bodies == []


async def test_every_ask_is_reported() -> None:
    """`on_call` hears of answers, objections and errors, with the usage of each."""
    calls: list[CallRecord] = []
    endpoint = ScriptedEndpoint([SNOW, RAIN, RAIN, truncated()])
    async with endpoint.model(on_call=calls.append) as model:
        await model.ask(MESSAGES, Headline, max_output_tokens=100)
        await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=no_rain)
        with pytest.raises(TruncatedAnswerError):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert [call.outcome for call in calls] == ["answered", "objected", "TruncatedAnswerError"]
    assert [call.usage.calls for call in calls] == [1, 2, 1]
    assert {call.prompt for call in calls} == {"headline"}
    assert not any(call.cached for call in calls)
    assert all(call.seconds >= 0 for call in calls)


async def test_a_bug_in_a_gate_is_no_complaint() -> None:
    """An exception of the gate's own comes through as it is, and nothing is re-asked."""

    def broken(_: Headline) -> Sequence[str]:
        raise ZeroDivisionError("a bug")

    calls: list[CallRecord] = []
    endpoint = ScriptedEndpoint([SNOW])
    async with endpoint.model(on_call=calls.append) as model:
        with pytest.raises(ZeroDivisionError, match="a bug"):
            await model.ask(MESSAGES, Headline, max_output_tokens=100, gate=broken)
    assert calls[0].outcome == "ZeroDivisionError"


async def test_cancelling_ends_a_call() -> None:
    """A cancelled ask ends at once and is reported as such."""
    calls: list[CallRecord] = []
    arrived = asyncio.Event()

    class Silent(ScriptedEndpoint):
        async def handle_async_request(self, request: object) -> object:  # type: ignore[override]
            arrived.set()
            return await asyncio.Event().wait()

    async with Silent([]).model(on_call=calls.append) as model:
        task = asyncio.create_task(model.ask(MESSAGES, Headline, max_output_tokens=100))
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert calls[0].outcome == "cancelled"


async def test_calls_in_flight_are_limited() -> None:
    """No more requests are in flight than `concurrency` allows, however many are asked."""
    flying, most = 0, 0

    class Counting(ScriptedEndpoint):
        async def handle_async_request(self, request):  # type: ignore[no-untyped-def]
            nonlocal flying, most
            flying += 1
            most = max(most, flying)
            await asyncio.sleep(0)
            try:
                return await super().handle_async_request(request)
            finally:
                flying -= 1

    async with Counting(lambda _: SNOW).model(scripted_settings(concurrency=3)) as model:
        await asyncio.gather(*(model.ask(MESSAGES, Headline, max_output_tokens=100) for _ in range(20)))
    assert most == 3


async def test_a_slow_endpoint_is_given_up() -> None:
    """A call that takes longer than `timeout_seconds` is an EndpointError that says so."""

    class Silent(ScriptedEndpoint):
        async def handle_async_request(self, request: object) -> object:  # type: ignore[override]
            return await asyncio.Event().wait()

    async with Silent([]).model(scripted_settings(timeout_seconds=0.01, attempts=1)) as model:
        with pytest.raises(EndpointError, match="too long"):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)


async def test_nothing_of_an_answer_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """An answer that never fits leaves no warning or error in the log, and so no article text."""
    with caplog.at_level(logging.WARNING):
        async with ScriptedEndpoint([reply("secret"), reply("secret")]).model() as model:
            with pytest.raises(InvalidAnswerError):
                await model.ask(MESSAGES, Headline, max_output_tokens=100)
    assert caplog.records == []


async def test_a_choice_is_one_of_the_options() -> None:
    """A choice is constrained by its schema and comes with the options' shares."""
    endpoint = ScriptedEndpoint([choice("yes", {"yes": 0.6, "no": 0.2})])
    async with endpoint.model() as model:
        answer = await model.choose(MESSAGES, ["yes", "no"])
    assert answer.value == "yes"
    assert answer.probabilities == {"yes": pytest.approx(0.75), "no": pytest.approx(0.25)}
    body = endpoint.bodies[0]
    assert body["logprobs"] is True
    assert body["response_format"]["json_schema"]["schema"]["properties"]["answer"]["enum"] == ["yes", "no"]


async def test_a_choice_without_probabilities_is_a_choice() -> None:
    """An endpoint that refuses logprobs is asked again without them, once for all, and still chooses."""

    def script(body: Body) -> Step:
        if "logprobs" in body:
            return fault(400, "Unsupported parameter: 'logprobs' is not supported", param="logprobs")
        if "top_logprobs" in body:
            return fault(400, "Unsupported parameter: 'top_logprobs' is not supported", param="top_logprobs")
        return choice("no")

    endpoint = ScriptedEndpoint(script)
    async with endpoint.model() as model:
        answers = [await model.choose(MESSAGES, ["yes", "no"]) for _ in range(2)]
    assert [answer.value for answer in answers] == ["no", "no"]
    assert [dict(answer.probabilities) for answer in answers] == [{}, {}]
    assert len(endpoint.bodies) == 4


async def test_a_choice_outside_the_options_is_re_asked() -> None:
    """An endpoint that does not keep to the enum is told so once, and then believed no more."""
    endpoint = ScriptedEndpoint([choice("maybe"), choice("perhaps")])
    async with endpoint.model() as model:
        with pytest.raises(InvalidAnswerError):
            await model.choose(MESSAGES, ["yes", "no"])
    assert "'yes' or 'no'" in prompt_of(endpoint.bodies[1])


@pytest.mark.parametrize("options", [[], ["yes", "yes"]])
async def test_options_are_distinct(options: list[str]) -> None:
    """No options, or the same one twice, is a ValueError."""
    async with ScriptedEndpoint([]).model() as model:
        with pytest.raises(ValueError, match="distinct"):
            await model.choose(MESSAGES, options)


async def test_a_parameter_may_have_another_name() -> None:
    """Where `max_tokens` is refused, `max_completion_tokens` is sent from then on."""

    def script(body: Body) -> Step:
        if "max_tokens" in body:
            return fault(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        if "temperature" in body:
            return fault(400, "Unsupported value: 'temperature' does not support 0", param="temperature")
        return SNOW

    endpoint = ScriptedEndpoint(script)
    async with endpoint.model() as model:
        answer = await model.ask(MESSAGES, Headline, max_output_tokens=123)
        await model.ask(MESSAGES, Headline, max_output_tokens=123)
    assert answer.value.text == "Snow"
    assert len(endpoint.bodies) == 4
    assert endpoint.bodies[-1]["max_completion_tokens"] == 123
    assert (answer.usage.calls, answer.usage.retries) == (3, 0)


async def test_one_model_answers_many_at_once() -> None:
    """Answers go to those who asked, when many ask at the same time."""

    def script(body: Body) -> Step:
        return reply({"text": body["messages"][1]["content"], "words": []})

    async with ScriptedEndpoint(script).model() as model:
        asked = [MESSAGES.model_copy(update={"user": str(number)}) for number in range(50)]
        answers = await asyncio.gather(
            *(model.ask(messages, Headline, max_output_tokens=9) for messages in asked)
        )
    assert [answer.value.text for answer in answers] == [str(number) for number in range(50)]
