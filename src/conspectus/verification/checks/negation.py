# ruff: noqa: SIM905 — a word list reads best as words
"""Negation: what did not happen is not reported as done, nor what happened as denied."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conspectus.text.facts.cues import NO_TRUTH, SAYINGS, TURNS_DOWN
from conspectus.text.facts.operators import NEGATION, Operator, OperatorKind
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.implicit_negation import IMPLICIT_NEGATION, is_implicit
from conspectus.verification.checks.scopes import around, scope_stems, touches
from conspectus.verification.verdict import Mismatch, MismatchKind

K = OperatorKind
_PREFIXES = ("un", "non", "in", "im", "dis", "ir", "il")
STILL_TO_COME = ("not yet", "yet to")
_CONTRASTS = ("rather than", "instead of")
_SHORTEST_ROOT = 3
_COMPARED = 10
_NOT_COMPARED = frozenset(
    "over under after never ever other another later earlier however whether either neither number order".split()
)
_DOUBLE_REACH = 3


def check(case: Case) -> Iterator[Mismatch]:
    """Negations that only one side has."""
    yield from _dropped_negation(case)
    yield from _added_negation(case)


def _dropped_negation(case: Case) -> Iterator[Mismatch]:
    if NEGATION not in case.cues:
        return
    yield from _lost_double(case)
    words = {w for w in (case.claim.lows & IMPLICIT_NEGATION) - case.lows if is_implicit(case.claim, w)}
    reworded = any(stem(word) not in case.stems for word in words)
    if reworded or _has_negative_prefix(case.claim.lows, case.stems):
        return
    if _is_first(case.claim.lows - case.lows, case.lows):
        return
    kept = [operator.cue for operator in case.claim.of_kind(NEGATION)]
    stated = [operator.cue for analysis in case.wider for operator in analysis.of_kind(NEGATION)]
    if any(cue not in stated for cue in kept):
        return
    for analysis in case.wider:
        for operator in analysis.of_kind(NEGATION):
            if (
                operator.cue not in kept
                and not _turned_down_too(case.claim, operator)
                and (not kept or _is_verbal(operator))
                and not _of_another_deed(case, analysis, operator)
                and touches(case, analysis, operator, (NEGATION,))
            ):
                yield mismatch(
                    MismatchKind.NEGATION, case, analysis, operator,
                    "The evidence says “{cue}”; the claim leaves that out.",
                )  # fmt: skip
                return


def _of_another_deed(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True for "does not mention the disputed town", where the claim mentions nothing and calls the town disputed."""
    following = analysis.stems[operator.last + 1 : operator.last + 2]
    return (
        _is_verbal(operator)
        and len(following) == 1
        and following[0] in _MENTIONS
        and following[0] not in case.claim.stem_set
    )


def _turned_down_too(claim: Analysis, operator: Operator) -> bool:
    """True where the evidence has "rejected complaints that" and the claim turns down or calls false as well."""
    first = operator.cue.split()[0]
    return (first in TURNS_DOWN or first in SAYINGS) and not (
        NO_TRUTH.isdisjoint(claim.lows) and TURNS_DOWN.isdisjoint(claim.lows)
    )


_MENTIONS = frozenset(map(stem, ("mention", "name", "comment", "identify", "cover", "include", "address")))


def _is_verbal(operator: Operator) -> bool:
    return operator.cue == "not" or operator.cue.endswith("n't")


def _has_negative_prefix(lows: frozenset[str], stems: frozenset[str]) -> bool:
    """True where one of the words is one of the stems with a negative prefix: "unpaid" for "pay"."""
    return any(
        stem(low[len(prefix) :]) in stems
        for low in [low for low in lows if low.startswith(_PREFIXES)]
        for prefix in _PREFIXES
        if low.startswith(prefix) and len(low) > len(prefix) + _SHORTEST_ROOT
    )


def _lost_double(case: Case) -> Iterator[Mismatch]:
    """One side says "not ruled out", the other "ruled out"."""
    negations = case.claim.of_kind(NEGATION)
    if len(negations) != 1:
        return
    (single,) = negations
    for analysis in case.wider:
        theirs = _doubled(analysis)
        if theirs is None or single.cue.split()[-1] != theirs.cue.split()[-1]:
            continue
        if scope_stems(analysis, theirs) & scope_stems(case.claim, single):
            yield mismatch(
                MismatchKind.NEGATION,
                case,
                analysis,
                theirs,
                "The evidence negates twice, “{cue}”; the claim once.",
            )
            return


def _doubled(analysis: Analysis) -> Operator | None:
    """The second of two negations that stand within three words: "ruled out" in "has not ruled out".

    Of "no call, no text and no visit" each denies a thing of its own.
    """
    found = analysis.of_kind(NEGATION)
    for first, second in pairwise(found):
        if 0 < second.first - first.last <= _DOUBLE_REACH and first.cue != second.cue:
            return second
    return None


def _added_negation(case: Case) -> Iterator[Mismatch]:
    own = case.claim.of_kind(NEGATION)
    if not own:
        return
    negations = [(a, o) for a in case.wider for o in a.of_kind(NEGATION)]
    for operator in own:
        scope = scope_stems(case.claim, operator)
        if _supposes(case.claim) or _compares(case, operator):
            continue
        if case.claim.reading.low(operator.last + 1) in ("even", "quite"):
            # "Not even half" is an amount.
            continue
        if operator.cue in _CONTRASTS or _under_another(case.claim, operator):
            continue
        if _is_remainder(case, operator):
            continue
        if operator.cue in STILL_TO_COME and case.has_cue(K.FUTURE, K.EXPECTATION):
            continue
        if not _asserted(case, operator) or _negated_otherwise(case, operator, scope):
            continue
        if operator.cue.split()[0] in _OF_SUBJECTS and not scope - case.claim.named <= case.stems:
            # "Nobody opposed it" may be "unanimous": a word that the evidence has not may turn it round.
            continue
        if not negations:
            yield claimed(case, operator, MismatchKind.NEGATION, "is nowhere in the evidence")
            return
        # A "not" of the evidence may be this one in other words, unless the evidence says what is denied.
        asserted = scope & case.stems
        if _is_verbal(operator):
            whole = 2 * len(asserted) >= len(scope)
        else:
            whole = operator.cue in _PLAIN and scope - case.claim.named <= case.stems
        near = any(
            scope & (scope_stems(a, o) | around(a, o))
            # "China and Russia did not." leaves out what they did not do.
            or (not scope_stems(a, o) and around(a, o) & around(case.claim, operator))
            for a, o in negations
        )
        if asserted and whole and operator.first and not near:
            yield claimed(
                case, operator, MismatchKind.NEGATION, "is said of something that the evidence asserts"
            )
            return


def _is_remainder(case: Case, operator: Operator) -> bool:
    """True for "two of the nine did not" where the evidence says that seven did: what is told is the rest."""
    counts = [q for q in case.claim.quantities if q.last < operator.first]
    stated = {q.low for piece in case.pieces for q in piece.quantities}
    return any(q.low not in stated and not q.vague for q in counts)


def _asserted(case: Case, operator: Operator) -> bool:
    """True where the evidence has the word that the claim denies; "never" and "no" deny all that goes with them."""
    head = next((s for s in case.claim.stems[operator.last + 1 : operator.end] if s is not None), None)
    verbal = operator.cue == "not" or operator.cue.endswith("n't")
    return not verbal or head is None or head in case.stems


def _under_another(claim: Analysis, operator: Operator) -> bool:
    """True for the "ruled out" of "not ruled out"."""
    return any(
        other is not operator and other.first < operator.first <= other.last + _DOUBLE_REACH
        for other in claim.of_kind(NEGATION)
    )


def _supposes(claim: Analysis) -> bool:
    """True for "Had she not scored, it would have …", which says that she did."""
    return claim.reading.low(0) == "had" and "would" in claim.lows


def _compares(case: Case, operator: Operator) -> bool:
    """True for "nobody has scored as often" where the evidence has "more than any other"."""
    following = case.claim.reading.lows[operator.last + 1 : operator.last + _COMPARED]
    return (
        not {"as", "than", "so"}.isdisjoint(following)
        or any(low.endswith("er") and low not in _NOT_COMPARED for low in following)
    ) and (
        not {"any", "most", "record"}.isdisjoint(case.lows)
        or any(low.endswith("est") and len(low) > 4 for low in case.lows)
    )


_OF_SUBJECTS = frozenset(("no", "none", "nobody", "nothing", "neither"))
_PLAIN = _OF_SUBJECTS | {"never"}
"""Negations that say nothing besides; "denied" tells an act."""


def _negated_otherwise(case: Case, operator: Operator, scope: frozenset[str]) -> bool:
    """True where the evidence says it without "not": "declined", "unhurt", "stopped", "unpaid" for "not paid"."""
    if _is_first(case.lows - case.claim.lows, case.claim.lows):
        return True
    if "earliest" in case.lows and "before" in case.claim.reading.lows[operator.last :]:
        # "Not before 2028" is "in 2028 at the earliest".
        return True
    own = operator.cue.split()
    if len(own) == 1 and stem(own[0]) in case.stems:
        return True
    if any(
        stem(word) not in scope and any(is_implicit(analysis, word) for analysis in case.texts)
        for word in case.lows & IMPLICIT_NEGATION
        if not is_implicit(case.claim, word)
    ):
        return True
    return _has_negative_prefix(case.lows, scope)


def _is_first(some: frozenset[str], others: frozenset[str]) -> bool:
    """True for "her first win" on the one side where the other says that she had never won before."""
    return not (_FIRST.isdisjoint(some) or _BEFORE.isdisjoint(others))


_FIRST = frozenset(("first", "maiden", "debut", "unprecedented", "inaugural", "newcomer"))
_BEFORE = frozenset(("before", "previously", "ever", "hitherto", "never", "until", "till", "yet", "since"))


def mismatch(
    kind: MismatchKind, case: Case, analysis: Analysis, operator: Operator, message: str
) -> Mismatch:
    """A mismatch that quotes the evidence around the operator; `{cue}` in the message stands for that."""
    words = analysis.reading.words
    # "Claims that the dam was unsafe were rejected" is denied at its end.
    end = operator.end + 2 if operator.cue in SAYINGS else operator.last + 4
    theirs = " ".join(words[max(0, operator.first - 2) : end])
    return Mismatch(
        kind=kind, in_claim=case.claim.text, in_evidence=theirs, message=message.format(cue=theirs)
    )


def claimed(case: Case, operator: Operator, kind: MismatchKind, what: str) -> Mismatch:
    """A mismatch that quotes the claim from the operator on."""
    words = " ".join(case.claim.reading.words[operator.first : operator.last + 3])
    return Mismatch(kind=kind, in_claim=words, message=f"“{words}” in the claim {what}.")
