"""Whether real disagreements are shown, and nothing else is shown as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from conspectus.evaluation.cases import Anchor, GoldConflict
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import cites
from conspectus.evaluation.output import Output, ShownConflict
from conspectus.evaluation.scorers.score import Score, Scorer, absent, excerpt, share

_NONE_MADE = "shows no conflicts"


def precision(case: LoadedCase, output: Output) -> Score:
    """The share of shown conflicts that are one of the gold's: two of its sides are cited by two different sides.

    Those on which editors would differ (`either_way`) don't count.
    """
    if output.conflicts is None:
        return absent(_NONE_MADE)
    wrong, right = [], 0
    for shown in output.conflicts:
        if _matched(shown, case) is not None:
            right += 1
        elif not _either_way(shown, case):
            wrong.append(shown)
    details = [f"no conflict: {excerpt(shown.question)}" for shown in wrong]
    return share(right, right + len(wrong), "shown conflicts", details)


def recall(case: LoadedCase, output: Output) -> Score:
    """The share of the gold's conflicts that are shown, by kind in the explanation."""
    if output.conflicts is None:
        return absent(_NONE_MADE)
    found = {match.id for shown in output.conflicts if (match := _matched(shown, case)) is not None}
    gold = case.case.conflicts
    details = [
        f"missed {one.id} ({one.kind}): {excerpt(one.question)}" for one in gold if one.id not in found
    ]
    score = share(len(found), len(gold), "conflicts", details)
    kinds = by_kind(case, output)
    told = ", ".join(f"{kind} {hits}/{count}" for kind, (hits, count) in kinds.items())
    return score.model_copy(update={"explanation": f"{score.explanation}{f' ({told})' if told else ''}"})


def f1(case: LoadedCase, output: Output) -> Score:
    """The harmonic mean of conflict precision and recall; 0 where conflicts are shown and there are none, or not one
    of those there are is shown.
    """
    found, shown = recall(case, output), precision(case, output)
    if found.value is None and shown.value is None:
        return absent(_NONE_MADE if output.conflicts is None else "there are no conflicts, and none is shown")
    both = (found.value or 0.0) + (shown.value or 0.0)
    value = 2 * (found.value or 0.0) * (shown.value or 0.0) / both if both else 0.0
    return Score(value=value, explanation=f"shown: {shown.explanation}; found: {found.explanation}")


def by_kind(case: LoadedCase, output: Output) -> dict[str, tuple[int, int]]:
    """For each kind of the gold's conflicts, how many are shown and how many there are."""
    found = {match.id for shown in output.conflicts or () if (match := _matched(shown, case)) is not None}
    counts = Counter(one.kind.value for one in case.case.conflicts)
    hits = Counter(one.kind.value for one in case.case.conflicts if one.id in found)
    return {kind: (hits[kind], counts[kind]) for kind in sorted(counts)}


def decoys(case: LoadedCase, output: Output) -> Score:
    """The share of decoys that are shown as a conflict: two sides cite two of a decoy's statements."""
    if output.conflicts is None:
        return absent(_NONE_MADE)
    fallen = [
        decoy
        for decoy in case.case.decoys
        if any(_opposed(shown, [(anchor,) for anchor in decoy.anchors], case) for shown in output.conflicts)
    ]
    details = [f"{decoy.id} ({decoy.reason}): {excerpt(decoy.looks_like)}" for decoy in fallen]
    return share(len(fallen), len(case.case.decoys), "decoys", details)


def _matched(shown: ShownConflict, case: LoadedCase) -> GoldConflict | None:
    for gold in case.case.conflicts:
        if _opposed(shown, [side.anchors for side in gold.sides], case):
            return gold
    return None


def _either_way(shown: ShownConflict, case: LoadedCase) -> bool:
    return any(_opposed(shown, [(anchor,) for anchor in pair.anchors], case) for pair in case.case.either_way)


def _opposed(shown: ShownConflict, positions: Sequence[Iterable[Anchor]], case: LoadedCase) -> bool:
    """True where two sides cite two different positions; both may cite a position that stands alone."""
    cited = [
        {i for i, anchors in enumerate(positions) if any(cites(side, anchor, case) for anchor in anchors)}
        for side in shown.sides
    ]
    return any(
        a and b and (len(a | b) > 1 or len(positions) == 1)
        for i, a in enumerate(cited)
        for b in cited[i + 1 :]
    )


PRECISION = Scorer("conflict_precision", "conflict precision", "higher", "share", precision)
RECALL = Scorer("conflict_recall", "conflict recall", "higher", "share", recall)
F1 = Scorer("conflict_f1", "conflict F1", "higher", "share", f1)
DECOYS = Scorer("decoys", "decoys shown as conflicts", "lower", "share", decoys)
