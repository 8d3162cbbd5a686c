"""What an operator speaks of, and whether the claim says just that."""

from __future__ import annotations

from decimal import Decimal

from conspectus.text.facts.operators import Operator, OperatorKind
from conspectus.verification.checks.case import Analysis, Case

_STATED = 3
"""How many of a claim's words a headline has that states it."""


def scope_stems(analysis: Analysis, operator: Operator) -> frozenset[str]:
    """The content stems that the operator speaks of, without its own cue."""
    if operator.start > operator.last:
        return analysis.stems_in(operator.start, operator.end)
    before = analysis.stems_in(operator.start, min(operator.first, operator.end))
    return before | analysis.stems_in(operator.last + 1, operator.end)


def around(analysis: Analysis, operator: Operator) -> frozenset[str]:
    """The content stems of the operator's scope and of the few words before it in its sentence."""
    start, _ = analysis.sentence_bounds(operator.first)
    return analysis.stems_in(max(start, operator.first - 4), operator.end)


def touches(case: Case, analysis: Analysis, operator: Operator, kinds: tuple[OperatorKind, ...]) -> bool:
    """True where the claim says what the operator speaks of, and nothing outside such scopes says it too.

    It says it where it has most of the scope's words, or where half of what it has of the evidence stands in the
    scope or just before it, the scope's first word among it; names aside.
    """
    scope = scope_stems(analysis, operator)
    shared = scope & case.claim.stem_set
    told = scope - analysis.named
    if 2 * len(shared & told) <= len(told):
        head = next((s for s in analysis.stems[operator.last + 1 : operator.end] if s is not None), None)
        carried = (case.claim.stem_set & case.stems) - analysis.named
        if head not in shared or 2 * len(carried & around(analysis, operator)) < len(carried):
            return False
    numbers = _numbers_in(analysis, operator) & {q.low for q in case.claim.quantities}
    return not said_elsewhere(case, analysis, shared, numbers, kinds)


def _numbers_in(analysis: Analysis, operator: Operator) -> set[Decimal]:
    return {q.low for q in analysis.quantities if operator.start <= q.first < operator.end and q.low > 1}


def said_elsewhere(
    case: Case,
    analysis: Analysis,
    shared: frozenset[str],
    numbers: set[Decimal],
    kinds: tuple[OperatorKind, ...],
) -> bool:
    """True where the evidence says the shared words and numbers outside the scopes of such operators too."""
    for other in case.wider:
        if not shared <= other.stem_set:
            continue
        covered = {i for o in other.of_kinds(kinds) for i in range(o.start, o.end)}
        free = {s for i, s in enumerate(other.stems) if i not in covered}
        counted = {q.low for q in other.quantities if q.first not in covered}
        if shared <= free and numbers <= counted and (other is not analysis or len(shared) > 1 or numbers):
            return True
    return False


def stated_around(case: Case, shared: frozenset[str]) -> bool:
    """True where a headline, or what else is known, states as much of the claim as the evidence gives as a word."""
    numbers = {quantity.low for quantity in case.claim.quantities}
    return any(
        len(text.stem_set & case.claim.stem_set) >= max(len(shared), _STATED)
        and 2 * len(text.stem_set & shared) >= len(shared)
        and numbers <= {quantity.low for quantity in text.quantities}
        and not text.of_kinds((OperatorKind.ATTRIBUTION, OperatorKind.HEDGE, OperatorKind.POSSIBILITY))
        for text in case.known
    )
