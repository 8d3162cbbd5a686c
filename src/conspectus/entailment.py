"""The second gate: a model is asked whether a text says everything that a statement says.

One question a statement, the evidence before the statement, answered by one token; the score is read from that
token's log-probabilities and calibrated on labelled pairs (`eval/README.md`). A large model, whose every call is
paid for, judges many statements in one call instead. It is the only place that asks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from conspectus.errors import AnswerError
from conspectus.llm import heads
from conspectus.model.usage import Usage
from conspectus.prompts import Messages, fence, load
from conspectus.tasks import gathered

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel
    from conspectus.llm.heads import ClaimJudge

PROMPT = "support"
BATCH_PROMPT = "supports"
HEAD = "head"
"""What stands for a prompt where a head reads a state."""

MOST_READ = 5000
"""Characters of the longest question that a head reads: STATE_TOKENS of `llm.embedded` hold it."""

SUPPORTED = 0.5
"""The score from which a claim counts as supported."""

MOST_AT_ONCE = 120
"""Statements that one call judges."""

_OPTIONS = ("yes", "no")
# A probability of 0 or 1 only says that the other answer was not among the alternatives.
_LEAST = 1e-4
# Statements are short, and a number is all that most of them cost in the answer.
_ANSWER_TOKENS = 256
_ANSWER_TOKENS_EACH = 20
_CHARACTERS_PER_TOKEN = 3


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

NO_JUDGES = frozenset(("qwen2.5-coder-0.5b-instruct-q4_k_m",))
"""By name, models that are not asked: their yes and no tell nothing on labelled pairs (`eval/README.md`)."""


@dataclass(frozen=True)
class Entailment:
    """What the model made of a claim: `score`, its own probability of "yes", and `probability`, what that is worth.

    `probability` is the score calibrated on labelled pairs, of which half are supported. Both run from 0 to 1, and both
    are None where the model gave no usable answer: then nothing is known, and nothing is assumed.
    """

    score: float | None
    probability: float | None
    usage: Usage = field(default_factory=Usage)
    read: bool = False
    """True where a head read it off the model, which was not asked."""
    objection: str = ""
    """What the model says is not in the evidence; empty where it was not asked for or has none."""

    @property
    def supported(self) -> bool | None:
        """True or False as the score says, None where there is none."""
        return None if self.score is None else self.score >= SUPPORTED


def question(claim: str, evidence: Sequence[str]) -> Messages:
    """The messages that ask about a claim, the pieces of evidence first, one a line.

    What all questions share stands in front, and what all questions about one text share comes next.
    """
    return load(PROMPT).render(evidence=fence("\n".join(evidence), "text"), claim=" ".join(claim.split()))


async def entailment(
    claim: str, evidence: Sequence[str], model: LanguageModel, *, english: bool = True
) -> Entailment:
    """The model's judgement of a claim against the union of its evidence.

    A model with a head for it is not asked: the head reads what its layers make of the question. It was fitted on
    English; where claim or evidence is not `english`, the model itself is asked. An answer that can't
    be used gives a judgement without score; so does, unasked, a model that is none to ask, and a question too long for
    a head. Raises EndpointError, EndpointSetupError, and WeightsError as the embedded model does.
    """
    if model.judge is not None and english:
        return await _read_off(model.judge, claim, evidence)
    if model.name in NO_JUDGES:
        return Entailment(score=None, probability=None)
    return await asked_of(question(claim, evidence), model)


def read_question(claim: str, evidence: Sequence[str], fingerprint: str) -> Messages:
    """What a head reads in place of `question`; `fingerprint` is the head's."""
    return Messages(prompt=HEAD, fingerprint=fingerprint, system="", user=heads.question(claim, evidence))


async def _read_off(judge: ClaimJudge, claim: str, evidence: Sequence[str]) -> Entailment:
    read = read_question(claim, evidence, judge.head.fingerprint)
    if len(read.user) > MOST_READ:
        return Entailment(score=None, probability=None)
    state = await judge.states.of(read.user, prompt=read.prompt, fingerprint=read.fingerprint)
    score = round(judge.head.likelihood(state.numbers), 6)
    return Entailment(score=score, probability=round(score, 4), usage=state.usage, read=True)


async def asked_of(messages: Messages, model: LanguageModel) -> Entailment:
    """The model's answer, yes or no, to messages that ask whether a statement is supported; as `entailment`."""
    try:
        answer = await model.choose(messages, _OPTIONS)
    except AnswerError:
        return Entailment(score=None, probability=None)
    score = answer.probabilities.get("yes", 1.0 if answer.value == "yes" else 0.0)
    probability = CALIBRATIONS.get(model.name, AS_TOLD)(score)
    return Entailment(score=round(score, 6), probability=round(probability, 4), usage=answer.usage)


class Statement(NamedTuple):
    """A claim's words and the pieces of evidence that are to say them."""

    text: str
    evidence: tuple[str, ...]


class _Unsupported(BaseModel):
    statement: int
    differs: str


class _Judged(BaseModel):
    unsupported: list[_Unsupported]
    supported: list[int]


async def support_many(statements: Sequence[Statement], model: LanguageModel) -> list[Entailment]:
    """The model's judgement of each statement, in order, many in a call; a yes counts as 1 and a no as 0.

    Calls are as few as the model's window lets them be. A statement that the model leaves out, or that stands in a
    call without a usable answer, has no score. The usage is with the first statement of each call. Raises
    EndpointError, EndpointSetupError.
    """
    batches = _batches(statements, _CHARACTERS_PER_TOKEN * model.profile.context_tokens)
    return list(chain.from_iterable(await gathered([_judged(batch, model) for batch in batches])))


def _batches(statements: Sequence[Statement], room: int) -> list[list[Statement]]:
    batches: list[list[Statement]] = []
    left = 0
    for statement in statements:
        size = len(statement.text) + sum(map(len, statement.evidence)) + 5 * _ANSWER_TOKENS_EACH
        if not batches or size > left or len(batches[-1]) == MOST_AT_ONCE:
            batches.append([])
            left = room - _CHARACTERS_PER_TOKEN * 2 * _ANSWER_TOKENS
        batches[-1].append(statement)
        left -= size
    return batches


async def _judged(batch: Sequence[Statement], model: LanguageModel) -> list[Entailment]:
    pairs = "\n\n".join(
        f"{fence(chr(10).join(evidence), 'text')}\nStatement {number}: {' '.join(text.split())}"
        for number, (text, evidence) in enumerate(batch, start=1)
    )
    try:
        answer = await model.ask(
            load(BATCH_PROMPT).render(pairs=pairs, count=str(len(batch))),
            _Judged,
            max_output_tokens=_ANSWER_TOKENS + _ANSWER_TOKENS_EACH * len(batch),
            gate=lambda judged: _forgotten(judged, len(batch)),
        )
    except AnswerError:
        return [Entailment(score=None, probability=None) for _ in batch]
    objections = {fault.statement: " ".join(fault.differs.split()) for fault in answer.value.unsupported}
    supported = set(answer.value.supported)
    found = []
    for number in range(1, len(batch) + 1):
        score = 0.0 if number in objections else 1.0 if number in supported else None
        usage = answer.usage if number == 1 else Usage()
        found.append(Entailment(score, score, usage, objection=objections.get(number, "")))
    return found


def _forgotten(judged: _Judged, count: int) -> list[str]:
    """What is wrong with the numbers of an answer, worded for the model."""
    numbers = [*(fault.statement for fault in judged.unsupported), *judged.supported]
    wanted = range(1, count + 1)
    missing = [number for number in wanted if number not in numbers]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    complaints = [f"Statement {number} is in neither list." for number in missing]
    complaints += [f"Statement {number} is listed more than once." for number in twice]
    return complaints + [f"There is no statement {number}." for number in numbers if number not in wanted]


def log_odds(probability: float) -> float:
    """The logarithm of p / (1 - p), p kept away from 0 and 1 so that the result stays within ±9.3."""
    p = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(p / (1 - p))
