"""What each check of the mechanical gate costs and buys: the labelled claims are examined again without it.

`python -m conspectus.evaluation.verification --ablate` prints it for what is developed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from conspectus.evaluation import gates, summarised
from conspectus.evaluation.pairs import Pair
from conspectus.evaluation.summaries import Summary
from conspectus.verification.faithfulness import CHECKS, without


class Ablated(NamedTuple):
    """How many claims the gate no longer refuses without the check: true ones and false ones, of both sorts."""

    check: str
    true_pairs: int
    false_pairs: int
    true_sentences: int
    false_sentences: int

    @property
    def true(self) -> int:
        """True claims that only this check refuses."""
        return self.true_pairs + self.true_sentences

    @property
    def false(self) -> int:
        """False claims that only this check catches."""
        return self.false_pairs + self.false_sentences


def ablated(pairs: Sequence[Pair], summaries: Sequence[Summary], directory: Path) -> list[Ablated]:
    """For each check what it alone refuses, the one that costs most by what it buys first.

    Pairs are examined with their evidence, summaries as `check` does it with the articles in `directory`. What a check
    finds that another finds too counts for neither.
    """
    before = _passing(pairs), _supported(directory, summaries)
    found = []
    for check in CHECKS:
        with without(check):
            pairs_won, sentences_won = (
                _passing(pairs) - before[0],
                _supported(directory, summaries) - before[1],
            )
        true, false = _by_label(pairs_won)
        found.append(Ablated(check, true, false, *_by_label(sentences_won)))
    return sorted(found, key=lambda each: ((each.false + 1) / (each.true + 1), each.check))


def rows(found: Sequence[Ablated]) -> Iterator[tuple[str, ...]]:
    """As cells: the check, true claims refused, false ones caught; in brackets those of pairs and of summaries."""
    for each in found:
        yield (
            each.check,
            f"{each.true} ({each.true_pairs} + {each.true_sentences})",
            f"{each.false} ({each.false_pairs} + {each.false_sentences})",
        )


def _passing(pairs: Sequence[Pair]) -> frozenset[tuple[str, str]]:
    return frozenset((pair.label, pair.id) for pair in pairs if gates.passes(pair))


def _supported(directory: Path, summaries: Sequence[Summary]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (sentence.label, f"{summary.id}-{number}")
        for summary, report in summarised.checked(directory, summaries)
        for number, (sentence, said) in enumerate(
            zip(summary.sentences, summarised.said_of(summary, report), strict=True)
        )
        if said == "supported"
    )


def _by_label(won: frozenset[tuple[str, str]]) -> tuple[int, int]:
    labels = [label for label, _ in won]
    return labels.count("supported"), labels.count("unsupported")
