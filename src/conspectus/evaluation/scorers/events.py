"""Whether articles about one event are together, and others apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, absent


def b_cubed(case: LoadedCase, output: Output) -> Score:
    """B-cubed F1 of the grouping of articles into events, extended to articles that report several.

    Bagga and Baldwin 1998; for overlapping groups Amigó et al. 2009: for each pair of articles, how many groups they
    share is compared with how many they should. An article that the output puts nowhere is alone. Articles that only
    recall an event don't count for it; those that report none are left out.
    """
    if output.events is None:
        return absent("makes no events")
    gold = [frozenset(event.articles) for event in case.case.events if event.articles]
    files = [file for file in case.case.files if any(file in group for group in gold)]
    made = [frozenset(group) & frozenset(files) for group in output.events]
    placed = frozenset().union(*made)
    made += [frozenset({file}) for file in files if file not in placed]
    precision, recall = agreement_of(files, made, gold)
    value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    wrong = [", ".join(sorted(group)) for group in made if group and group not in gold]
    return Score(
        value=value,
        explanation=f"precision {precision:.2f}, recall {recall:.2f} over {len(files)} articles",
        details=tuple(f"no event of the gold: {names}" for names in wrong),
    )


def agreement_of(
    files: Sequence[str],
    made: Sequence[frozenset[str]],
    gold: Sequence[frozenset[str]],
    counts: Callable[[str, str], bool] = lambda one, two: True,
) -> tuple[float, float]:
    """B-cubed precision and recall, each from 0 to 1, of pairs that count; without any, that side is 1."""
    return _side(files, made, gold, counts), _side(files, gold, made, counts)


def _side(
    files: Sequence[str],
    mine: Sequence[frozenset[str]],
    other: Sequence[frozenset[str]],
    counts: Callable[[str, str], bool],
) -> float:
    """How much of what `mine` puts together `other` puts together too: the mean over articles, of 0 to 1."""
    shares = []
    for one in files:
        together = [(f, n) for f in files if counts(one, f) and (n := _shared(one, f, mine))]
        if together:
            shares.append(fmean(min(n, _shared(one, f, other)) / n for f, n in together))
    return fmean(shares) if shares else 1.0


def _shared(one: str, two: str, groups: Sequence[frozenset[str]]) -> int:
    return sum(one in group and two in group for group in groups)


B_CUBED = Scorer("events", "event B³ F1", "higher", "share", b_cubed)
