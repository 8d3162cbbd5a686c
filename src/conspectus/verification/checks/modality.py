# ruff: noqa: SIM905 — a word list reads best as words
"""Modality: what is planned, possible or demanded is not reported as fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conspectus.text.facts.operators import Operator, OperatorKind
from conspectus.text.facts.tokens import CLAUSE_MARKS
from conspectus.text.facts.words import IRREGULAR_FORMS, STOP_WORDS, stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.negation import STILL_TO_COME, mismatch
from conspectus.verification.checks.scopes import said_elsewhere, scope_stems, touches
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
_DEMANDS = frozenset(("demanding", "demanded", "calling for", "called for"))
_DEMAND_STEMS = frozenset(map(stem, ("want", "demand", "seek", "ask", "call", "request")))


def check(case: Case) -> Iterator[Mismatch]:
    """Modalities that only one side has."""
    yield from _dropped_modality(case)


def _dropped_modality(case: Case) -> Iterator[Mismatch]:
    if case.cues.isdisjoint(_MODAL):
        return
    mine = {operator.kind for operator in case.claim.operators}
    for analysis in case.wider:
        for operator in analysis.of_kinds(_MODAL):
            kept = mine & _KEPT_BY[operator.kind]
            if not kept and _is_done(case, analysis, operator):
                yield mismatch(
                    MismatchKind.MODALITY, case, analysis, operator,
                    "The evidence says “{cue}”; the claim says that it is done.",
                )  # fmt: skip
                return
            if kept == {K.CONDITION} != {operator.kind} and analysis.of_kind(K.CONDITION):
                # The evidence has the condition beside the doubt: the one does not keep the other.
                kept = set()
            if kept or not touches(case, analysis, operator, _MODAL):
                continue
            if (
                "expect" in operator.cue or operator.cue.startswith("anticipat")
            ) and not case.claim.lows.isdisjoint(_THOUGHT):
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
                o.cue in STILL_TO_COME for o in case.claim.of_kind(K.NEGATION)
            ):
                continue
            if operator.cue.startswith("would") and K.NEGATION in mine:
                continue
            if operator.kind in (K.FUTURE, K.OBLIGATION) and not _tells_as_done(case, analysis, operator):
                continue
            stronger = mine & set(_MODAL)
            yield mismatch(
                MismatchKind.MODALITY, case, analysis, operator,
                "The evidence says “{cue}”; the claim is more certain."
                if stronger
                else "The evidence says “{cue}”; the claim states it as fact.",
            )  # fmt: skip
            return


_THOUGHT = frozenset(
    "think thinks thought believe believes believed reckon reckons reckoned should put puts foresee foresees foreseen "
    "forecast seen sees outlook due scheduled hopes hoped hope".split()
)
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
    consequence = (analysis.stem_set - told) - analysis.named
    if consequence.isdisjoint(case.claim.stem_set):
        # "It found that nothing was learnt", where it fines them if it finds so: what it depends on, and no more.
        return False
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
    """True where the claim has the verb of the scope in a past form; what follows "after" and "before" is another's."""
    ends = (i for i in range(operator.last + 1, operator.end) if analysis.reading.lows[i] in _BEHIND)
    end = next(ends, operator.end)
    shared = scope_stems(analysis, replace(operator, end=end)) & case.claim.stem_set
    return any(
        root in shared and (low.endswith("ed") or (root != low and stem(low) == root and low in _PAST))
        for low, root in zip(case.claim.reading.lows, case.claim.stems, strict=True)
    )


_BEHIND = frozenset(("after", "before"))


def _is_done(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True for "has settled" where the evidence says no more of it than "will be settled"."""
    if operator.kind not in (K.FUTURE, K.EXPECTATION) or case.claim.of_kind(K.NEGATION):
        return False
    head = next((s for s in analysis.stems[operator.last + 1 : operator.end] if s is not None), None)
    lows = case.claim.reading.lows
    return head in case.claim.stem_set and any(
        root == head
        and (lows[at].endswith("ed") or lows[at] in _PAST or lows[at] in IRREGULAR_FORMS)
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
