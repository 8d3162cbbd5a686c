"""Both gates in one answer: whether evidence supports a claim, how surely, and if not, why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from pydantic import Field

from conspectus.model.base import Frozen
from conspectus.verification.likelihood import likelihood
from conspectus.verification.readable import readable
from conspectus.verification.verdict import Mismatch, MismatchKind, Verdict

PASSED = 0.75
"""How likely a claim is supported that passed the mechanical gate, where half of all are."""
SUPPORTED = 0.5
"""The score from which a claim counts as supported."""
BESIDE_A_HEAD = (0.37, 0.54)
"""What is added to the log-odds of how a claim that passed lies on its evidence, and how much they count, beside those
that a head reads off a model, which sees some of the same; fitted with it by `scripts/fit_head.py`."""
_BENEATH = 0.4999
"""The highest score of what mechanics refuse, however sure a model is."""

_FALL = {
    MismatchKind.CONTENT: 0.2,
    MismatchKind.HEDGE: 0.5,
    MismatchKind.MODALITY: 0.5,
    MismatchKind.ATTRIBUTION: 0.5,
}
_OTHER_FALL = 0.4
"""What each mismatch leaves of the score, by how far it parts claim and evidence; one takes it below SUPPORTED."""

_RESERVATIONS = frozenset({MismatchKind.HEDGE, MismatchKind.MODALITY})


class SupportVerdict(StrEnum):
    """What the evidence does for a claim."""

    SUPPORTED = "supported"
    """It says what the claim says."""
    CONTRADICTED = "contradicted"
    """It speaks of the same thing and says it differently: another number, day, name or speaker."""
    OVERSTATED = "overstated"
    """It says it with a reservation, or as somebody's word, which the claim leaves out."""
    NOT_FOUND = "not_found"
    """It does not say it."""


class Support(Frozen):
    """How evidence bears on a claim.

    `score` runs from 0 to 1, higher is better supported; from 0.5 on the verdict is `supported`, and where it is near
    that, little ties the claim's words together in the evidence (`likelihood`). `entailment` is the
    model's calibrated probability, None where no model was asked or none answered. `reasons` is empty exactly where
    the claim is supported. `unmatched` are words of a supported claim that the evidence has in no form and no sense:
    it may say them in other words, or not at all. `notes` say what mechanics did not compare, where the language is
    not English.
    """

    verdict: SupportVerdict
    score: float = Field(ge=0, le=1)
    reasons: tuple[Mismatch, ...] = ()
    unmatched: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    entailment: float | None = Field(default=None, ge=0, le=1)

    @property
    def supported(self) -> bool:
        """True where the evidence says what the claim says."""
        return self.verdict is SupportVerdict.SUPPORTED


def combine(
    mechanical: Verdict,
    entailment: float | None = None,
    *,
    claim: str = "",
    evidence: Sequence[str] = (),
    read: bool = False,
) -> Support:
    """The support that both gates together find: what mechanics refuse is refused, and the model may refuse the rest.

    A pass and the model's probability are taken as independent evidence whose log-odds add, so that the model refuses
    what it finds less likely than one in four. `entailment` is the calibrated probability from the model, None where it
    was not asked; `read` says that a head read it off the model. `claim` tells a claim that drops its speaker from one
    that names another; with `evidence`, of an English claim, it says how much its pass is worth (`likelihood`). That
    moves the score, and beside a head, which was fitted with it, the verdict too.
    """
    told: dict[str, Any] = {"notes": mechanical.notes, "entailment": entailment}
    if not mechanical.supported:
        base = PASSED if entailment is None else _together(PASSED, entailment)
        falls = math.prod(_FALL.get(reason.kind, _OTHER_FALL) for reason in mechanical.reasons)
        score, verdict = min(round(base * falls, 4), _BENEATH), _refusal(mechanical, claim)
        return Support(verdict=verdict, score=score, reasons=tuple(map(readable, mechanical.reasons)), **told)
    passed = likelihood(claim, evidence) if evidence and not mechanical.notes else PASSED
    if entailment is None:
        score = max(SUPPORTED, round(passed, 4))
    elif read or _together(PASSED, entailment) < SUPPORTED:
        score = round(_together(_beside_a_head(passed) if read else PASSED, entailment), 4)
    else:
        score = max(SUPPORTED, round(_together(passed, entailment), 4))
    if score < SUPPORTED:
        doubt = Mismatch(
            kind=MismatchKind.ENTAILMENT,
            in_claim="",
            message=f"With the model's judgement it is {score:.0%} likely that the evidence says all of this.",
        )
        return Support(verdict=SupportVerdict.NOT_FOUND, score=score, reasons=(doubt,), **told)
    return Support(verdict=SupportVerdict.SUPPORTED, score=score, unmatched=mechanical.unmatched, **told)


def _together(one: float, other: float) -> float:
    """The probability that two independent ones make together, each from even odds."""
    both, neither = one * other, (1 - one) * (1 - other)
    return both / (both + neither)


def _beside_a_head(passed: float) -> float:
    """How likely a claim is by how it lies on its evidence, as far as a head does not see that too."""
    added, share = BESIDE_A_HEAD
    return 1 / (1 + math.exp(-added - share * math.log(passed / (1 - passed))))


def missing(message: str) -> Support:
    """The support for a claim for which there is no evidence at all: none, with the reason."""
    absent = Mismatch(kind=MismatchKind.CONTENT, in_claim="", message=message)
    return Support(verdict=SupportVerdict.NOT_FOUND, score=0.0, reasons=(absent,))


def _refusal(mechanical: Verdict, claim: str) -> SupportVerdict:
    differing = [reason for reason in mechanical.reasons if _differs(reason)]
    if not differing:
        return SupportVerdict.NOT_FOUND
    if all(_overstates(reason, claim) for reason in differing):
        return SupportVerdict.OVERSTATED
    return SupportVerdict.CONTRADICTED


def _differs(reason: Mismatch) -> bool:
    """True where the evidence speaks of the same thing; a negation differs from what is merely stated."""
    if reason.unresolved:
        return False
    return reason.in_evidence is not None or reason.kind is MismatchKind.NEGATION


def _overstates(reason: Mismatch, claim: str) -> bool:
    """True where the claim leaves out what the evidence has; a speaker is left out by the claim as a whole."""
    if reason.kind is MismatchKind.ATTRIBUTION:
        return reason.in_claim == claim
    return reason.kind in _RESERVATIONS
