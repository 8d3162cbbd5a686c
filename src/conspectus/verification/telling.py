"""What some articles tell of a claim: the evidence that is found for it, and what the mechanical gate makes of that."""

from __future__ import annotations

from conspectus.verification.evidence_search import EvidenceIndex, Found
from conspectus.verification.faithfulness import Verdict, examine
from conspectus.verification.support import Support, SupportVerdict, combine, missing

NOTHING = "No sentence of the articles is about this."
OTHERWISE = "No sentence of the articles says this. The closest may be about something else:"


def told_by(claim: str, index: EvidenceIndex) -> tuple[Found | None, Verdict | None]:
    """The evidence that bears a claim out best, and the gate's verdict; no verdict where nothing is about the claim.

    What is only close to a claim may support it, and contradicts nothing; `unsaid` tells what it says otherwise.
    """
    candidates = index.search(claim)
    if not candidates or not candidates[0].close:
        return (candidates[0] if candidates else None), None
    examined = [(found, _examined(claim, found)) for found in candidates]
    found, verdict = min(examined, key=lambda pair: len(pair[1].reasons))
    told = combine(verdict, claim=claim).verdict
    contradicts = told not in {SupportVerdict.SUPPORTED, SupportVerdict.NOT_FOUND}
    return found, None if contradicts and not found.same else verdict


def unsaid(claim: str, found: Found | None) -> Support:
    """The support of a claim for which `told_by` has no verdict: not found, with what is otherwise in what is close."""
    verdict = _examined(claim, found) if found is not None and found.close else None
    if verdict is None or verdict.supported:
        return missing(NOTHING)
    return missing(" ".join((OTHERWISE, *dict.fromkeys(each.message for each in verdict.reasons))))


def _examined(claim: str, found: Found) -> Verdict:
    # A pronoun in the evidence often stands for somebody whom the sentence before names.
    known = [place.before for place in found.places]
    titles = [place.article.title for place in found.places]
    return examine(
        claim,
        [place.text for place in found.places],
        published=[place.article.published for place in found.places],
        known=[text for text in dict.fromkeys((*known, *titles)) if text],
    )
