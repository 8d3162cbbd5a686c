"""What a sentence says in fewer words: its main clauses, as claims of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.consolidate.agreement.carrying import questions
from conspectus.consolidate.language.clauses import main_clauses
from conspectus.model.evidence import Claim, ClaimKind, Verification, claim_id
from conspectus.text.concepts import name_concepts
from conspectus.text.facts.dates import mentions
from conspectus.text.facts.numbers import quantities
from conspectus.text.senses import meant

_FEWEST_TOLD = 2
_FEWEST_TELLING = 4
_ANAPHOR = re.compile(
    r"(?:this|that|these|those|it|its|he|his|she|her|they|their|such|there|both)\b", re.IGNORECASE
)


def shortened(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The main clauses of the claims, as claims of their own that the gate has yet to pass.

    Quotations and opinions are left whole.
    """
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.kind in {ClaimKind.QUOTE, ClaimKind.OPINION} or claim.attributed_to:
            continue
        for text in filter(_tells, main_clauses(claim.text)):
            key = claim_id(text, None, claim.evidence)
            found[key] = claim.model_copy(
                update={"id": key, "text": text, "verified": Verification.MECHANICAL, "score": None}
            )
    return tuple(found.values())


def _tells(text: str) -> bool:
    """False where so little is left that sentences about other things say it too, or whom it is about stands before."""
    if _ANAPHOR.match(text):
        return False
    facts = bool(quantities(text)) + bool(mentions(text))
    told = meant(text).keys() - name_concepts(text)
    return len(told) >= _FEWEST_TOLD and len(questions(text)) + facts >= _FEWEST_TELLING
