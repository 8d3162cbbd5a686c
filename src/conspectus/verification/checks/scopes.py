"""What an operator speaks of, and whether the claim says just that."""

from __future__ import annotations

from decimal import Decimal

from conspectus.text.facts.operators import Operator, OperatorKind
from conspectus.verification.checks.case import Analysis, Case

_HALF = 0.5


def scope_stems(analysis: Analysis, operator: Operator) -> frozenset[str]:
    """The content stems that the operator speaks of, without its own cue."""
    before = analysis.stems_in(operator.start, min(operator.first, operator.end))
    return before | analysis.stems_in(max(operator.last + 1, operator.start), operator.end)


def around(analysis: Analysis, operator: Operator) -> frozenset[str]:
    """The content stems of the operator's scope and of the few words before it."""
    return analysis.stems_in(operator.first - 4, operator.end)


def touches(case: Case, analysis: Analysis, operator: Operator, kinds: tuple[OperatorKind, ...]) -> bool:
    """True where the claim says what the operator speaks of, and nothing outside such scopes says it too."""
    scope = scope_stems(analysis, operator)
    shared = scope & case.claim.stem_set
    numbers = _numbers_in(analysis, operator) & {q.low for q in case.claim.quantities}
    if not shared and not numbers:
        return False
    head = next((s for s in analysis.stems[operator.last + 1 : operator.end] if s is not None), None)
    if operator.cue.endswith(" to") and _counted(case.claim, head):
        # "101 votes" is no word on who vowed to vote.
        head = None
    if head is not None and _particle(analysis, head) != _particle(case.claim, head):
        # "May give up objects" is no doubt about consent that was given.
        head = None
    told = scope - analysis.named
    enough = head in shared or bool(numbers) or len(shared & told) > max(1, _HALF * len(told))
    if not enough:
        return False
    if (
        head in shared
        and len(shared) == 1
        and len(scope) > 2
        and not numbers
        and not _subject_fits(case, analysis, operator)
    ):
        return False
    return not _said_elsewhere(case, analysis, shared, numbers, kinds)


def _counted(claim: Analysis, head: str | None) -> bool:
    """True where the claim has the stem as a counted noun only."""
    places = [i for i, root in enumerate(claim.stems) if root == head]
    return bool(places) and all(any(q.last == i - 1 for q in claim.quantities) for i in places)


def _particle(analysis: Analysis, root: str) -> str | None:
    """The "up" of "give up", None where the first word of that stem has no particle."""
    at = next((i for i, other in enumerate(analysis.stems) if other == root), None)
    after = "" if at is None else analysis.reading.low(at + 1)
    return after if after in ("up", "off", "out", "down") else None


def _subject_fits(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True where the claim shares more with the operator's clause than one verb."""
    before = analysis.stems_in(operator.first - 8, operator.first)
    return bool(before & case.claim.stem_set) or len(case.claim.stem_set) <= 3


def _numbers_in(analysis: Analysis, operator: Operator) -> set[Decimal]:
    return {q.low for q in analysis.quantities if operator.start <= q.first < operator.end and q.low > 1}


def _said_elsewhere(
    case: Case,
    analysis: Analysis,
    shared: frozenset[str],
    numbers: set[Decimal],
    kinds: tuple[OperatorKind, ...],
) -> bool:
    for other in case.wider:
        covered = {i for o in other.of_kind(*kinds) for i in range(o.start, o.end)}
        free = frozenset(s for i, s in enumerate(other.stems) if s is not None and i not in covered)
        counted = {q.low for q in other.quantities if q.first not in covered}
        if shared <= free and numbers <= counted and (other is not analysis or len(shared) > 1 or numbers):
            return True
    return False
