"""Whether real disagreements are shown, and nothing else is shown as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

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
    told = ", ".join(
        f"{kind} {counts.found}/{counts.wanted}" for kind, counts in kinds.items() if counts.wanted
    )
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


class Kind(NamedTuple):
    """Conflicts of one kind: of the gold's `wanted`, `found` are shown; of those `shown` as this kind, `right` are one
    of the gold's, whatever its kind there.
    """

    found: int
    wanted: int
    right: int
    shown: int

    def __add__(self, other: object) -> Kind:
        if not isinstance(other, Kind):
            return NotImplemented
        return Kind(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, None where there is nothing to find and nothing is shown."""
        if not self.wanted and not self.shown:
            return None
        recall = self.found / self.wanted if self.wanted else 0.0
        precision = self.right / self.shown if self.shown else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def by_kind(case: LoadedCase, output: Output) -> dict[str, Kind]:
    """The counts for each kind that the gold has or the output shows; those of no kind count for none."""
    matches = [(shown, _matched(shown, case)) for shown in output.conflicts or ()]
    found = {match.id for _, match in matches if match is not None}
    kinds: dict[str, Kind] = {}
    for gold in case.case.conflicts:
        kinds[gold.kind.value] = kinds.get(gold.kind.value, _NOTHING) + Kind(gold.id in found, 1, 0, 0)
    for shown, match in matches:
        if shown.kind is not None and (match is not None or not _either_way(shown, case)):
            right = Kind(0, 0, match is not None, 1)
            kinds[shown.kind.value] = kinds.get(shown.kind.value, _NOTHING) + right
    return dict(sorted(kinds.items()))


_NOTHING = Kind(0, 0, 0, 0)


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
