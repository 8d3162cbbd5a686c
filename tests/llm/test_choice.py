"""How probabilities are read from tokens."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.llm.choice import probabilities


def logprobs(tokens: list[tuple[str, dict[str, float]]] | None) -> dict[str, Any] | None:
    """The log-probabilities of these tokens, each with those of its alternatives."""
    if tokens is None:
        return None
    content = [
        {
            "token": token,
            "logprob": 0.0,
            "top_logprobs": [{"token": text, "logprob": math.log(share)} for text, share in tops.items()],
        }
        for token, tops in tokens
    ]
    return {"content": content}


BEFORE: list[tuple[str, dict[str, float]]] = [("```json\n{\n", {}), (' "', {"yes": 0.9}), ("answer", {})]


@pytest.mark.parametrize(
    "value",
    [
        [('":', {}), (' "', {"no": 0.9}), ("yes", {"yes": 0.5, "no": 0.25, "The": 0.1})],
        [('": "', {"no": 0.9}), ("yes", {"yes": 0.5, "no": 0.25})],
        [('":', {}), (' "yes', {' "yes': 0.5, ' "no': 0.25, " true": 0.2})],
        [('": "', {}), ('yes"', {'yes"': 0.25, "Yes": 0.25, "n": 0.25})],
        [('": "', {}), ("y", {"y": 0.3, " YES": 0.2, "No": 0.25}), ("es", {"es": 0.9, "no": 0.1})],
    ],
)
def test_the_first_token_of_the_value_decides(value: list[tuple[str, dict[str, float]]]) -> None:
    """However the tokens are cut, the shares are those of the value's first token, whatever its case."""
    found = probabilities(logprobs([*BEFORE, *value, ('"}', {})]), ["yes", "no"])
    assert found == {"yes": pytest.approx(2 / 3), "no": pytest.approx(1 / 3)}


@pytest.mark.parametrize(
    ("tokens", "options"),
    [
        (None, ["yes", "no"]),
        ([], ["yes", "no"]),
        ([("yes", {"yes": 0.9})], ["yes", "no"]),
        ([*BEFORE, ('": "', {})], ["yes", "no"]),
        ([*BEFORE, ('": "', {}), ("yes", {})], ["yes", "no"]),
        ([*BEFORE, ('": "', {}), ("yes", {"The": 0.9})], ["yes", "no"]),
        ([*BEFORE, ('": "', {}), ("support", {"support": 0.9})], ["supported", "supports"]),
    ],
)
def test_what_can_not_be_told_is_empty(
    tokens: list[tuple[str, dict[str, float]]] | None, options: list[str]
) -> None:
    """Without log-probabilities, or where they don't tell the options apart, there are no probabilities."""
    assert probabilities(logprobs(tokens), options) == {}


@given(st.lists(st.floats(0.001, 0.2), min_size=3, max_size=3))
def test_shares_sum_to_one(shares: list[float]) -> None:
    """Shares of the options sum to 1 and stand to each other as the model's probabilities do."""
    options = ["supported", "contradicted", "unknown"]
    tops = dict(zip(options, shares, strict=True))
    found = probabilities(logprobs([*BEFORE, ('": "', {}), ("supported", tops)]), options)
    assert sum(found.values()) == pytest.approx(1)
    assert found == {option: pytest.approx(tops[option] / sum(shares)) for option in options}
