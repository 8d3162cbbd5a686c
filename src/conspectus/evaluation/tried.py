"""What the ways of asking a model tell apart, on the dev pairs that it was asked about in each of them.

The contrast with a claim's counterfactuals is told apart from the others: few claims have any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from conspectus.entailment import Calibration, log_odds
from conspectus.evaluation.gates import Gate, Outcome, outcomes
from conspectus.evaluation.pairs import Pair
from conspectus.evaluation.recorded import Answers
from conspectus.evaluation.statistics import balanced_accuracy, fit_logistic, sigmoid
from conspectus.evaluation.variants import VARIANTS, Variant, contrasted
from conspectus.verification.faithfulness import examine
from conspectus.verification.support import combine

BOTH_ORDERS = "both orders"
"""The mean of the log-odds that `plain` and `claim-first` give."""

CONTRAST = "contrast"
"""The log-odds of the claim less those of its likeliest counterfactual."""

Score = Callable[[Pair], float]


def common(pairs: Sequence[Pair], answers: Mapping[str, Answers]) -> list[Pair]:
    """The dev pairs that were asked about in every way for which there are answers."""
    ways = list(_asked(answers).values())
    return [
        pair
        for pair in pairs
        if pair.split == "dev"
        and all(messages in answers[way.prompt] for way in ways for messages in way.questions(pair))
    ]


def results(
    pairs: Sequence[Pair], answers: Mapping[str, Answers]
) -> Iterator[tuple[str, list[Outcome], list[Outcome]]]:
    """Each way's name and its outcomes on the pairs, alone and together with the mechanical gate.

    Alone, a pair passes by its calibrated probability; the calibration is fitted on the other articles' pairs, so
    that no pair is judged by what was learnt from its own.
    """
    scores: dict[str, Score] = {name: _least(name, answers) for name in _asked(answers)}
    if {"plain", "claim-first"} <= set(scores):
        plain, turned = scores["plain"], scores["claim-first"]
        scores[BOTH_ORDERS] = lambda pair: sigmoid((log_odds(plain(pair)) + log_odds(turned(pair))) / 2)
    for name, score in scores.items():
        known = _calibrated(pairs, score)
        yield (
            name,
            outcomes(Gate(name, known.__getitem__), pairs),
            outcomes(Gate(f"{name}, and mechanics", _together(known)), pairs),
        )


def contrasts(pairs: Sequence[Pair], answers: Answers) -> dict[str, list[Outcome]]:
    """The outcomes of the plain question and of the contrast, on the pairs whose counterfactuals were asked about.

    A pair passes from the threshold on that is best for the articles of the other half, so that none is judged by what
    was learnt from its own.
    """
    told = {pair: contrasted(pair) for pair in pairs if pair.split not in ("held4", "held6", "held7", "test")}
    chosen = [pair for pair, messages in told.items() if messages and all(m in answers for m in messages)]
    odds = {pair: [log_odds(answers.yes(m, pair=pair.id)) for m in told[pair]] for pair in chosen}
    return {
        "plain": _halved({pair: found[0] for pair, found in odds.items()}),
        CONTRAST: _halved({pair: found[0] - max(found[1:]) for pair, found in odds.items()}),
    }


def _halved(scores: Mapping[Pair, float]) -> list[Outcome]:
    articles = sorted({pair.article for pair in scores})
    halves = [[pair for pair in scores if articles.index(pair.article) % 2 == half] for half in (0, 1)]
    return [
        result
        for own, other in (halves, halves[::-1])
        for result in outcomes(Gate(CONTRAST, scores.__getitem__, _threshold(scores, other)), own)
    ]


def _threshold(scores: Mapping[Pair, float], pairs: Sequence[Pair]) -> float:
    """Halfway between two scores, where the pairs have the best balanced accuracy."""
    values = sorted({scores[pair] for pair in pairs})
    true = [pair.label == "supported" for pair in pairs]
    return max(
        [(one + other) / 2 for one, other in pairwise(values)],
        key=lambda middle: balanced_accuracy([scores[pair] >= middle for pair in pairs], true),
        default=0.0,
    )


def _asked(answers: Mapping[str, Answers]) -> dict[str, Variant]:
    """The ways that there are answers for; atoms, whose prompt is the plain one, where there are others too."""
    return {
        name: variant
        for name, variant in VARIANTS.items()
        if variant.prompt in answers and name != CONTRAST and (name == "plain" or len(answers) > 1)
    }


def _least(name: str, answers: Mapping[str, Answers]) -> Score:
    variant = VARIANTS[name]
    told = answers[variant.prompt]
    return lambda pair: min(told.yes(messages, pair=pair.id) for messages in variant.questions(pair))


def _calibrated(pairs: Sequence[Pair], score: Score) -> dict[Pair, float]:
    found = {}
    for article in dict.fromkeys(pair.article for pair in pairs):
        rest = [pair for pair in pairs if pair.article != article]
        fitted = fit_logistic(
            [[log_odds(score(pair))] for pair in rest],
            [pair.label == "supported" for pair in rest],
            ridge=0.1,
        )
        probability = Calibration(*fitted)
        found.update({pair: probability(score(pair)) for pair in pairs if pair.article == article})
    return found


def _together(known: Mapping[Pair, float]) -> Score:
    def score(pair: Pair) -> float:
        verdict = examine(pair.claim, pair.evidence, published=pair.published)
        return combine(verdict, known[pair] if verdict.supported else None).score

    return score
