"""Content: a claim that has next to no words in common with its evidence is not about it.

Mechanics can't judge a paraphrase, so the bar is low: it refuses what is foreign to the evidence, and leaves
everything else to the entailment check.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_JUDGEABLE = 3


def _amounts(analysis: Analysis) -> frozenset[Decimal]:
    return frozenset(quantity.low for quantity in analysis.quantities if quantity.low > 1)


def carried(case: Case) -> float:
    """The share (0–1) of the claim's content words that the evidence or what is known has in some form."""
    wanted = case.claim.stem_set
    return 1 - len(case.foreign) / len(wanted) if wanted else 1.0


def check(case: Case) -> Iterator[Mismatch]:
    """A mismatch where none of the claim's content words and numbers has a counterpart in the evidence."""
    wanted = case.claim.stem_set
    if len(wanted) < _JUDGEABLE:
        return
    foreign = case.foreign
    if len(foreign) == len(wanted) and not _amounts(case.claim) & frozenset().union(
        *map(_amounts, case.pieces)
    ):
        words = [
            word
            for word, root in zip(case.claim.reading.words, case.claim.stems, strict=True)
            if root in foreign
        ]
        listed = ", ".join(dict.fromkeys(words))
        yield Mismatch(
            kind=MismatchKind.CONTENT,
            in_claim=listed,
            message=f"The evidence is about something else: it has no “{listed}”.",
        )
