"""What the mechanical gate answers: a verdict, and for each fault what is claimed and what the evidence has."""

from __future__ import annotations

from enum import StrEnum

from conspectus.model.base import Frozen


class MismatchKind(StrEnum):
    """What sort of thing the evidence does not carry."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "modality"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    QUANTIFIER = "quantifier"
    COMPARATIVE = "comparative"
    ROLE = "role"
    CONTENT = "content"
    ENTAILMENT = "entailment"
    """Nothing mechanical: the model does not find it said."""


class Mismatch(Frozen):
    """One fault: the words of the claim, the words of the evidence where there are any, and a sentence for a person.

    `unresolved` says that they may mean the same: no publication date tells which Thursday it is.
    """

    kind: MismatchKind
    in_claim: str
    in_evidence: str | None = None
    message: str
    unresolved: bool = False


class Verdict(Frozen):
    """Supported where no mismatch was found; what mechanics can't judge counts as supported here.

    `carried` is the share (0–1) of the claim's content words that the evidence has in some form, 1 where the claim has
    none. `unmatched` are the words of a supported English claim that the evidence has in no form and no sense: what may
    be said in other words there, or nowhere. `notes` say what was not compared, where the language is not English.
    """

    reasons: tuple[Mismatch, ...] = ()
    carried: float = 1.0
    unmatched: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def supported(self) -> bool:
        """True where the evidence carries everything that the claim states mechanically."""
        return not self.reasons

    @property
    def complaint(self) -> str:
        """All reasons in one line, for a re-ask; empty where the claim is supported."""
        return " ".join(reason.message for reason in self.reasons)
