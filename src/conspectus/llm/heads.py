"""What was learned to read off a model's state: how likely a text supports a statement.

A linear probe (Alain and Bengio, 2016) over the state of the question's last token, fitted by `scripts/fit_head.py` on
labelled claims (`eval/README.md`).
"""

from __future__ import annotations

import base64
import json
import math
from array import array
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from conspectus.llm.states import States

# The weights are fitted on states of just these words: another question is another state.
_QUESTION = (
    "<|im_start|>user\nText: {evidence}\nStatement: {claim}\n"
    "Does the text say everything that the statement says? Answer yes or no.<|im_end|>\n<|im_start|>assistant\n"
)
_MARK = "<|"
"""What a model takes for the beginning of a mark of its own, were it in a text."""


class Head(NamedTuple):
    """Weights over the state after so many layers of the model of that name.

    `fingerprint` changes with them and with what is asked.
    """

    model: str
    layers: int
    weights: Sequence[float]
    offset: float
    fingerprint: str

    def likelihood(self, state: Sequence[float]) -> float:
        """How likely the statement is supported, 0–1, beside a pass of the mechanical gate (`support.combine`).

        `state` is of length 1 in all.
        """
        odds = self.offset + sum(map(mul, self.weights, state))
        return (1 + math.tanh(odds / 2)) / 2


def question(claim: str, evidence: Sequence[str]) -> str:
    """The words whose state is read; line ends and marks of the model's own in claim and evidence are taken out."""
    return _QUESTION.format(evidence=_plain(" ".join(evidence)), claim=_plain(claim))


def _plain(text: str) -> str:
    return " ".join(text.replace(_MARK, "< |").split())


@cache
def head_of(model: str) -> Head | None:
    """The head for a model by its name; None where none was fitted."""
    found = json.loads((files("conspectus") / "data" / "heads.json").read_text(encoding="utf-8")).get(model)
    if found is None:
        return None
    weights = array("f")
    weights.frombytes(base64.b64decode(found["weights"]))
    return Head(model, found["layers"], weights, found["offset"], found["fingerprint"])


class ClaimJudge(NamedTuple):
    """A head and what gives the states that it reads."""

    head: Head
    states: States
