"""The scorers, by name; each is a small file that says what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.errors import UsageError
from conspectus.evaluation.scorers import (
    citations,
    conflicts,
    corroboration,
    coverage,
    effort,
    entailment,
    events,
    faithfulness,
    groundedness,
    leaks,
    length,
    merges,
    origins,
)
from conspectus.evaluation.scorers.score import Score, Scorer

__all__ = ["SCORERS", "Score", "Scorer", "chosen"]

SCORERS: tuple[Scorer, ...] = (
    coverage.VITAL,
    coverage.ALL,
    citations.RECALL,
    citations.PRECISION,
    groundedness.GROUNDEDNESS,
    faithfulness.FAITHFULNESS,
    entailment.ENTAILMENT,
    events.B_CUBED,
    origins.ACCURACY,
    corroboration.PRECISION,
    corroboration.RECALL,
    conflicts.PRECISION,
    conflicts.RECALL,
    conflicts.F1,
    conflicts.DECOYS,
    leaks.JUNK,
    leaks.INJECTED,
    merges.WRONG_MERGES,
    length.WORDS,
    length.COMPRESSION,
    effort.SCHEMA,
    effort.REASKS,
    effort.DROPPED,
    effort.CALLS,
    effort.TOKENS,
    effort.COST,
    effort.LATENCY,
)


def chosen(names: Sequence[str]) -> tuple[Scorer, ...]:
    """The scorers of these names, all where none is named; raises UsageError naming one that is unknown."""
    known = {scorer.name: scorer for scorer in SCORERS}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no scorer {name!r}", hint=f"the scorers: {', '.join(known)}")
    return tuple(known[name] for name in names) if names else SCORERS
