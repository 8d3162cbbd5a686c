"""The second gate: a model is asked whether a text says everything that a statement says.

One question a statement, the evidence before the statement, answered by one token; the score is read from that
token's log-probabilities and calibrated on labelled pairs (`eval/README.md`). It is the only place that asks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from conspectus.errors import AnswerError
from conspectus.model.usage import Usage
from conspectus.prompts import Messages, fence, load

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

PROMPT = "support"
SUPPORTED = 0.5
"""The score from which a claim counts as supported."""

_OPTIONS = ("yes", "no")
# A probability of 0 or 1 only says that the other answer was not among the alternatives.
_LEAST = 1e-4


@dataclass(frozen=True)
class Calibration:
    """Platt scaling (Platt 1999): the calibrated log-odds are `slope` times the model's, plus `offset`."""

    slope: float
    offset: float

    def __call__(self, probability: float) -> float:
        """The calibrated probability, 0–1; order is kept where the slope is positive."""
        return 1 / (1 + math.exp(-self.slope * log_odds(probability) - self.offset))


AS_TOLD = Calibration(slope=1.0, offset=0.0)
"""What a model says is taken as it is: for models that nobody has measured."""

CALIBRATIONS: Mapping[str, Calibration] = MappingProxyType(
    {"qwen2.5-coder-1.5b-instruct-q4_k_m": Calibration(slope=0.548, offset=-0.526)}
)
"""By model name; fitted on the dev split alone by `python -m conspectus.evaluation.verification --fit`."""


@dataclass(frozen=True)
class Entailment:
    """What the model made of a claim: `score`, its own probability of "yes", and `probability`, what that is worth.

    `probability` is the score calibrated on labelled pairs, of which half are supported. Both run from 0 to 1, and both
    are None where the model gave no usable answer: then nothing is known, and nothing is assumed.
    """

    score: float | None
    probability: float | None
    usage: Usage = field(default_factory=Usage)

    @property
    def supported(self) -> bool | None:
        """True or False as the score says, None where there is none."""
        return None if self.score is None else self.score >= SUPPORTED


def question(claim: str, evidence: Sequence[str]) -> Messages:
    """The messages that ask about a claim, the pieces of evidence first, one a line.

    What all questions share stands in front, and what all questions about one text share comes next.
    """
    return load(PROMPT).render(evidence=fence("\n".join(evidence), "text"), claim=" ".join(claim.split()))


async def entailment(claim: str, evidence: Sequence[str], model: LanguageModel) -> Entailment:
    """The model's judgement of a claim against the union of its evidence.

    An answer that can't be used gives a judgement without score. Raises EndpointError, EndpointSetupError.
    """
    try:
        answer = await model.choose(question(claim, evidence), _OPTIONS)
    except AnswerError:
        return Entailment(score=None, probability=None)
    score = answer.probabilities.get("yes", 1.0 if answer.value == "yes" else 0.0)
    probability = CALIBRATIONS.get(model.name, AS_TOLD)(score)
    return Entailment(score=round(score, 6), probability=round(probability, 4), usage=answer.usage)


def log_odds(probability: float) -> float:
    """The logarithm of p / (1 - p), p kept away from 0 and 1 so that the result stays within ±9.3."""
    p = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(p / (1 - p))
