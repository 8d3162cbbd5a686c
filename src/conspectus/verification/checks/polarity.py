# ruff: noqa: SIM905 — a word list reads best as words
"""Negation and modality: what did not happen is not reported as done, nor what is planned as fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conspectus.text.facts.operators import Operator, OperatorKind
from conspectus.text.facts.tokens import CLAUSE_MARKS
from conspectus.text.facts.words import STOP_WORDS, stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.scopes import around, said_elsewhere, scope_stems, touches
from conspectus.verification.verdict import Mismatch, MismatchKind

K = OperatorKind
_KEPT_BY = {
    K.POSSIBILITY: {K.POSSIBILITY, K.CONDITION, K.HEDGE},
    K.EXPECTATION: {K.EXPECTATION, K.POSSIBILITY, K.CONDITION, K.HEDGE},
    K.FUTURE: {K.FUTURE, K.EXPECTATION, K.CONDITION, K.OBLIGATION, K.POSSIBILITY},
    K.OBLIGATION: {K.OBLIGATION, K.EXPECTATION, K.CONDITION},
    K.CONDITION: {K.CONDITION, K.POSSIBILITY, K.EXPECTATION, K.FUTURE, K.HEDGE},
}
"""For each modality of the evidence, the operators that keep it in the claim: never a stronger one."""
_MODAL = tuple(_KEPT_BY)
_PLAN_STEMS = frozenset(stem(w) for w in (
    """
    plan intend expect aim propose schedule target goal hope project forecast predict likely prepare
    seek want try future upcoming next
    """
).split())  # fmt: skip
_IMPLICIT_NEGATION = frozenset(
    """
    fail failed fails failing failure stop stopped stops cease ceased end ended ends lose lost quit
    drop dropped drops unhurt unharmed unscathed intact safe empty exclude excluded excludes unknown
    undisclosed unclear unable impossible lack lost closed shut avoid avoided unlike doubt doubted
    dismiss dismissed reject rejected rejects refuse refusal denial deny withhold withheld absent
    absence missing secret withdrew scrapped free remain remained remains resist resisted beyond
    against halt halted suspend suspended oppose opposed block blocked spared skip skipped abstained
    acquitted acquits acquittal cleared exonerated
    unaware unsold unpaid unsolved unresolved undecided unsuccessful unsuccessfully turned threw
    against vetoed overturned quashed banned prohibited barred forbidden unaffected unchanged
    uninjured silent omitted omits zero nil free off away
    excluding false untrue waiting awaiting awaits unrelated within
    postponed postpones deferred cancelled canceled cancels dropping
    scrapping abandoning abandons shelving miss missed misses escape escaped escapes
    """.split()
)
_PREFIXES = ("un", "non", "in", "im", "dis", "ir", "il")
_DEMANDS = frozenset(("demanding", "demanded", "calling for", "called for"))
_DEMAND_STEMS = frozenset(map(stem, ("want", "demand", "seek", "ask", "call", "request")))
_STILL_TO_COME = ("not yet", "yet to")
_CONTRASTS = ("rather than", "instead of")
_HALF = 0.5
_SHORTEST_ROOT = 3
_COMPARED = 10
_NOT_COMPARED = frozenset(
    "over under after never ever other another later earlier however whether either neither number order".split()
)
_DOUBLE_REACH = 3


def check(case: Case) -> Iterator[Mismatch]:
    """Negations and modalities that only one side has."""
    yield from _dropped_negation(case)
    yield from _added_negation(case)
    yield from _dropped_modality(case)
    yield from _added_modality(case)


def _dropped_negation(case: Case) -> Iterator[Mismatch]:
    if not case.has_cue(K.NEGATION):
        return
    yield from _lost_double(case)
    reworded = (case.claim.lows & _IMPLICIT_NEGATION) - case.lows
    if reworded or _has_prefixed(case):
        return
    kept = [operator.cue for operator in case.claim.of_kind(K.NEGATION)]
    stated = [operator.cue for analysis in case.wider for operator in analysis.of_kind(K.NEGATION)]
    if any(cue not in stated for cue in kept):
        return
    for analysis in case.wider:
        for operator in analysis.of_kind(K.NEGATION):
            if (
                operator.cue not in kept
                and (not kept or _is_verbal(operator))
                and touches(case, analysis, operator, (K.NEGATION,))
            ):
                yield _mismatch(
                    MismatchKind.NEGATION, case, analysis, operator,
                    "The evidence says “{cue}”; the claim leaves that out.",
                )  # fmt: skip
                return


def _is_verbal(operator: Operator) -> bool:
    return operator.cue == "not" or operator.cue.endswith("n't")


def _has_negative_prefix(lows: frozenset[str], stems: frozenset[str]) -> bool:
    """True where one of the words is one of the stems with a negative prefix: "unpaid" for "pay"."""
    return any(
        stem(low[len(prefix) :]) in stems
        for low in lows
        if low.startswith(_PREFIXES)
        for prefix in _PREFIXES
        if low.startswith(prefix) and len(low) > len(prefix) + _SHORTEST_ROOT
    )


def _lost_double(case: Case) -> Iterator[Mismatch]:
    """One side says "not ruled out", the other "ruled out"."""
    negations = case.claim.of_kind(K.NEGATION)
    if len(negations) != 1:
        return
    (single,) = negations
    for analysis in case.wider:
        theirs = _doubled(analysis)
        if theirs is None or single.cue.split()[-1] != theirs.cue.split()[-1]:
            continue
        if scope_stems(analysis, theirs) & scope_stems(case.claim, single):
            yield _mismatch(
                MismatchKind.NEGATION,
                case,
                analysis,
                theirs,
                "The evidence negates twice, “{cue}”; the claim once.",
            )
            return


def _doubled(analysis: Analysis) -> Operator | None:
    """The second of two negations that stand within three words: "ruled out" in "has not ruled out"."""
    found = analysis.of_kind(K.NEGATION)
    for first, second in pairwise(found):
        if 0 < second.first - first.last <= _DOUBLE_REACH:
            return second
    return None


def _has_prefixed(case: Case) -> bool:
    """True where the claim has "uninjured" for "not injured"."""
    return _has_negative_prefix(case.claim.lows, case.stems)


def _added_negation(case: Case) -> Iterator[Mismatch]:
    own = case.claim.of_kind(K.NEGATION)
    if not own:
        return
    negations = [(a, o) for a in case.wider for o in a.of_kind(K.NEGATION)]
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
        if operator.cue in _STILL_TO_COME and case.has_cue(K.FUTURE, K.EXPECTATION):
            continue
        if not _asserted(case, operator) or _negated_otherwise(case, operator, scope):
            continue
        if operator.cue.split()[0] in _OF_SUBJECTS and not scope - case.claim.named <= case.stems:
            # "Nobody opposed it" may be "unanimous": a word that the evidence has not may turn it round.
            continue
        if not negations:
            yield _claimed(case, operator, MismatchKind.NEGATION, "is nowhere in the evidence")
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
            yield _claimed(
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
        for other in claim.of_kind(K.NEGATION)
    )


def _supposes(claim: Analysis) -> bool:
    """True for "Had she not scored, it would have …", which says that she did."""
    return claim.reading.low(0) == "had" and "would" in claim.lows


def _compares(case: Case, operator: Operator) -> bool:
    """True for "nobody has scored as often" where the evidence has "more than any other"."""
    following = case.claim.reading.lows[operator.last + 1 : operator.last + _COMPARED]
    return (
        not {"as", "than"}.isdisjoint(following)
        or any(low.endswith("er") and low not in _NOT_COMPARED for low in following)
    ) and (
        not {"any", "most", "record"}.isdisjoint(case.lows)
        or any(low.endswith("est") and len(low) > 4 for low in case.lows)
    )


_OF_SUBJECTS = frozenset(("no", "none", "nobody", "nothing", "neither"))
_PLAIN = _OF_SUBJECTS | {"never"}
"""Negations that say nothing besides; "denied" tells an act."""
_ONLY = frozenset(("only", "solely", "exclusively"))
_ELSE = frozenset(("outside", "other", "others", "else", "elsewhere", "another", "further"))


def _negated_otherwise(case: Case, operator: Operator, scope: frozenset[str]) -> bool:
    """True where the evidence says it without "not": "declined", "unhurt", "stopped", "unpaid" for "not paid"."""
    if not (case.lows.isdisjoint(_ONLY) or case.claim.lows.isdisjoint(_ELSE)):
        # "Only in the laboratory" is not outside it.
        return True
    own = operator.cue.split()
    if len(own) == 1 and stem(own[0]) in case.stems:
        return True
    if any(stem(word) not in scope for word in (case.lows & _IMPLICIT_NEGATION) - case.claim.lows):
        return True
    return _has_negative_prefix(case.lows, scope)


def _dropped_modality(case: Case) -> Iterator[Mismatch]:
    if not case.has_cue(*_MODAL):
        return
    mine = {operator.kind for operator in case.claim.operators}
    for analysis in case.wider:
        for operator in analysis.of_kind(*_MODAL):
            kept = mine & _KEPT_BY[operator.kind]
            if not kept and _is_done(case, analysis, operator):
                yield _mismatch(
                    MismatchKind.MODALITY, case, analysis, operator,
                    "The evidence says “{cue}”; the claim says that it is done.",
                )  # fmt: skip
                return
            if kept == {K.CONDITION} != {operator.kind} and analysis.of_kind(K.CONDITION):
                # The evidence has the condition beside the doubt: the one does not keep the other.
                kept = set()
            if kept or not touches(case, analysis, operator, _MODAL):
                continue
            if operator.cue.startswith(("expect", "anticipat")) and not case.claim.lows.isdisjoint(_THOUGHT):
                continue
            if operator.kind is K.POSSIBILITY and _leaves_open(case.claim):
                continue
            if operator.kind is K.CONDITION and (
                case.claim.stem_set & _NEEDS or _tells_condition(case, analysis, operator)
            ):
                continue
            if operator.cue in ("may", "might", "could") and "can" in case.claim.lows:
                # "They may choose" what they can have.
                continue
            if operator.cue.startswith("can "):
                if "can" in case.claim.lows:
                    continue
            elif case.claim.stem_set & {
                stem(word) for word in operator.cue.split() if word not in STOP_WORDS
            }:
                continue
            if operator.cue in _DEMANDS and case.claim.stem_set & _DEMAND_STEMS:
                continue
            if operator.kind in (K.FUTURE, K.EXPECTATION) and any(
                o.cue in _STILL_TO_COME for o in case.claim.of_kind(K.NEGATION)
            ):
                continue
            if operator.cue.startswith("would") and K.NEGATION in mine:
                continue
            if operator.kind in (K.FUTURE, K.OBLIGATION) and not _tells_as_done(case, analysis, operator):
                continue
            stronger = mine & set(_MODAL)
            yield _mismatch(
                MismatchKind.MODALITY, case, analysis, operator,
                "The evidence says “{cue}”; the claim is more certain."
                if stronger
                else "The evidence says “{cue}”; the claim states it as fact.",
            )  # fmt: skip
            return


_THOUGHT = frozenset(
    "think thinks thought believe believes believed reckon reckons reckoned should put puts foresee foresees foreseen "
    "forecast seen sees outlook".split()
)
_DOUBT_STEMS = frozenset(map(stem, ("suspect", "think", "believe", "reckon", "fear", "doubt", "guess")))
_NEEDS = frozenset(map(stem, ("need", "require", "depend", "await", "hinge")))


def _tells_condition(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True for "those over 60 pay nothing" where the evidence says "free if you're over 60"."""
    lows = analysis.reading.lows
    end = operator.last + 1
    while (
        end < len(lows)
        and lows[end] not in CLAUSE_MARKS
        and (lows[end] != "," or lows[end + 1 : end + 2] == ("and",))
    ):
        end += 1
    told = analysis.stems_in(operator.last + 1, end)
    numbers = {q.low for q in analysis.quantities if operator.last < q.first < end}
    kept = told & case.claim.stem_set
    return bool(numbers & {q.low for q in case.claim.quantities}) or (
        bool(kept) and 2 * len(kept) >= len(told)
    )


def _leaves_open(claim: Analysis) -> bool:
    """True where the claim says that something is not excluded."""
    return bool(claim.stem_set & _EXCLUDE_STEMS) and bool(claim.of_kind(K.NEGATION))


_EXCLUDE_STEMS = frozenset(map(stem, ("exclude", "rule", "dismiss", "reject", "discount")))


def _tells_as_done(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True where the claim has the verb of the scope in a past form."""
    shared = scope_stems(analysis, operator) & case.claim.stem_set
    reading = case.claim.reading
    for index, (low, root) in enumerate(zip(reading.lows, case.claim.stems, strict=True)):
        if reading.low(index + 1) == "by" and reading.low(index - 1) == ",":
            # "The inquiry, led by her, …" tells no time.
            continue
        if (root in shared and low.endswith("ed")) or (
            root in shared and root != low and stem(low) == root and low in _PAST
        ):
            return True
    return False


def _is_done(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True for "has settled" where the evidence says no more of it than "will be settled"."""
    if operator.kind not in (K.FUTURE, K.EXPECTATION) or case.claim.of_kind(K.NEGATION):
        return False
    head = next((s for s in analysis.stems[operator.last + 1 : operator.end] if s is not None), None)
    lows = case.claim.reading.lows
    return head in case.claim.stem_set and any(
        root == head
        and (lows[at].endswith("ed") or lows[at] in _PAST)
        and not _PERFECT.isdisjoint(lows[max(0, at - 3) : at])
        and not said_elsewhere(case, analysis, frozenset((head,)), set(), _MODAL)
        for at, root in enumerate(case.claim.stems)
    )


_PERFECT = frozenset(("has", "have", "had"))
_PAST = frozenset(
    """
    began became broke brought built bought caught chose came dealt drew drove ate fell felt fought
    found fled flew got gave went grew heard held kept knew led left lent lost made met paid rose
    ran saw sought sold sent shot showed shrank sank spoke spent stood stole struck swam took taught
    tore thought threw wore won wrote withdrew given taken written broken chosen died
    """.split()
)


def _added_modality(case: Case) -> Iterator[Mismatch]:
    # "Due", "meant" and "intended" have too many other words to be missed.
    own = case.claim.of_kind(K.POSSIBILITY)
    if not own:
        return
    if case.has_cue(*_MODAL, K.HEDGE) or case.stems & (_PLAN_STEMS | _DOUBT_STEMS):
        return
    for operator in own:
        if case.stems.intersection(stem(word) for word in operator.cue.split() if word not in STOP_WORDS):
            # "Promised to refund" where the evidence has "promised refunds"
            continue
        if operator.cue == "may" and case.claim.reading.low(operator.last + 1) == "not":
            # What may not be done is forbidden.
            continue
        yield _claimed(
            case, operator, MismatchKind.MODALITY, "is not in the evidence, which states it as fact"
        )
        return


def _mismatch(
    kind: MismatchKind, case: Case, analysis: Analysis, operator: Operator, message: str
) -> Mismatch:
    words = analysis.reading.words
    theirs = " ".join(words[max(0, operator.first - 2) : operator.last + 4])
    return Mismatch(
        kind=kind, in_claim=case.claim.text, in_evidence=theirs, message=message.format(cue=theirs)
    )


def _claimed(case: Case, operator: Operator, kind: MismatchKind, what: str) -> Mismatch:
    words = " ".join(case.claim.reading.words[operator.first : operator.last + 3])
    return Mismatch(kind=kind, in_claim=words, message=f"“{words}” in the claim {what}.")
