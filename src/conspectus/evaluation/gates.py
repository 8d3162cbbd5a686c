"""What is measured on the labelled pairs: each gate is a score (0–1, higher is better supported) and a threshold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus.entailment import AS_TOLD, CALIBRATIONS, HEAD
from conspectus.evaluation.pairs import Pair
from conspectus.evaluation.recorded import Answers, sent
from conspectus.evaluation.statistics import auroc, balanced_accuracy
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words
from conspectus.verification.faithfulness import Verdict, examine
from conspectus.verification.support import SUPPORTED, combine


@dataclass(frozen=True)
class Gate:
    """A way of telling supported claims from others; a pair passes from `threshold` on."""

    name: str
    score: Callable[[Pair], float]
    threshold: float = SUPPORTED


@dataclass(frozen=True)
class Outcome:
    """What a gate made of a pair."""

    pair: Pair
    score: float
    passed: bool

    @property
    def true(self) -> bool:
        """Whether the pair's claim is supported, by its label."""
        return self.pair.label == "supported"


def outcomes(gate: Gate, pairs: Sequence[Pair]) -> list[Outcome]:
    """The gate's outcome for each pair, in order."""
    scores = [gate.score(pair) for pair in pairs]
    return [Outcome(pair, score, score >= gate.threshold) for pair, score in zip(pairs, scores, strict=True)]


def accuracy(results: Sequence[Outcome]) -> float:
    """The outcomes' balanced accuracy; NaN where a label is missing."""
    return balanced_accuracy([result.passed for result in results], [result.true for result in results])


def discrimination(results: Sequence[Outcome]) -> float:
    """The outcomes' AUROC; NaN where a label is missing."""
    return auroc([result.score for result in results], [result.true for result in results])


def word_overlap(pair: Pair) -> float:
    """The share of the claim's content words that its evidence has."""
    wanted = set(content_words(pair.claim))
    return len(wanted & set(content_words(" ".join(pair.evidence)))) / len(wanted) if wanted else 1.0


def numbers_only(pair: Pair) -> float:
    """The share of the claim's amounts that its evidence has, units aside; 1 where it has none."""
    found = {amount for text in pair.evidence for q in quantities(text) for amount in (q.low, q.high)}
    wanted = {amount for q in quantities(pair.claim) for amount in (q.low, q.high)}
    return len(wanted & found) / len(wanted) if wanted else 1.0


def examined(pair: Pair) -> Verdict:
    """The mechanical gate's verdict."""
    return examine(pair.claim, pair.evidence, published=pair.published)


def mechanical(pair: Pair) -> float:
    """The mechanical gate's own score, with no model."""
    return combine(examined(pair), claim=pair.claim, evidence=pair.evidence).score


def passes(pair: Pair) -> bool:
    """Whether the mechanical gate lets the pair's claim pass."""
    return examined(pair).supported


def entailment(answers: Answers) -> Callable[[Pair], float]:
    """The calibrated score of what a model answered."""
    calibrate = CALIBRATIONS.get(answers.asked.model, AS_TOLD)
    return lambda pair: calibrate(told(pair, answers))


def both(answers: Answers) -> Callable[[Pair], float]:
    """The score of both gates together, as `check_claim` gives it: the model is asked what mechanics let pass."""
    calibrated, read = entailment(answers), answers.asked.prompt == HEAD

    def score(pair: Pair) -> float:
        verdict = examined(pair)
        model = calibrated(pair) if verdict.supported else None
        return combine(verdict, model, claim=pair.claim, evidence=pair.evidence, read=read).score

    return score


def asked(pair: Pair, answers: Answers) -> bool:
    """Whether the model was asked about the pair."""
    return sent(pair, answers.asked) in answers


def told(pair: Pair, answers: Answers) -> float:
    """The model's own probability that the evidence supports the claim."""
    return answers.yes(sent(pair, answers.asked), pair=pair.id)


def tuned(name: str, score: Callable[[Pair], float], dev: Sequence[Pair]) -> Gate:
    """The gate at the threshold that gives it the best balanced accuracy on the dev pairs."""
    scored = [(score(pair), pair.label == "supported") for pair in dev]
    true = [wanted for _, wanted in scored]
    best = max(
        sorted({value for value, _ in scored}),
        key=lambda threshold: balanced_accuracy([value >= threshold for value, _ in scored], true),
    )
    return Gate(name, score, best)
