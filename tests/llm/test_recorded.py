"""The embedded model's real answers, over recorded HTTP."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from conspectus.llm import open_model
from conspectus.prompts import Messages
from conspectus.settings import Settings

pytestmark = pytest.mark.vcr

EVIDENCE = (
    "The harbour office said that at least forty ferries stayed in port on Tuesday because of the storm."
)


class Short(BaseModel):
    sentence: str


def _messages(task: str) -> Messages:
    return Messages(prompt="test", fingerprint="0" * 12, system="You work for an editor.", user=task)


async def test_a_choice_comes_with_probabilities(recorded_settings: Settings) -> None:
    """The model's choice is one of the options, and its log-probabilities give each option a share."""
    claim = f"Text: {EVIDENCE}\nClaim: Ferries stayed in port.\nDoes the text support the claim, yes or no?"
    async with open_model(recorded_settings) as model:
        assert model is not None
        answer = await model.choose(_messages(claim), ["yes", "no"])
    assert answer.value == "yes"
    assert answer.probabilities["yes"] > 0.5
    assert sum(answer.probabilities.values()) == pytest.approx(1)


async def test_an_answer_fits_its_schema(recorded_settings: Settings) -> None:
    """A value of the type asked for comes back, with the tokens it took."""
    async with open_model(recorded_settings) as model:
        assert model is not None
        answer = await model.ask(_messages(f"Shorten this: {EVIDENCE}"), Short, max_output_tokens=100)
    assert "ferries" in answer.value.sentence
    assert answer.usage.input_tokens > 20
    assert answer.usage.output_tokens > 5
