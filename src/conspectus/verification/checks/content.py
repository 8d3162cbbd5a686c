"""Content: a claim that has next to no words in common with its evidence is not about it.

Mechanics can't judge a paraphrase, so the bar is low: it refuses what is foreign to the evidence, and leaves
everything else to the entailment check.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.verification.checks.case import Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_SHARED_BEGINNING = 5
_LEAST_SHARE = 0.1
_JUDGEABLE = 3


def check(case: Case) -> Iterator[Mismatch]:
    """A mismatch where fewer than a fifth of the claim's content words have any counterpart in the evidence."""
    wanted = case.claim.stem_set
    if len(wanted) < _JUDGEABLE:
        return
    sources = frozenset[str]().union(case.stems, *(a.stem_set for a in case.known))
    beginnings = {s[:_SHARED_BEGINNING] for s in sources if len(s) >= _SHARED_BEGINNING}
    foreign = sorted(s for s in wanted if s not in sources and s[:_SHARED_BEGINNING] not in beginnings)
    share = 1 - len(foreign) / len(wanted)
    if share < _LEAST_SHARE:
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
