"""What some articles tell of a claim: the evidence that is found for it, and what the mechanical gate makes of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conspectus.verification.evidence_search import EvidenceIndex, Found, Place, terms
from conspectus.verification.faithfulness import Verdict, examine
from conspectus.verification.support import Support, SupportVerdict, combine, missing

NOTHING = "No sentence of the articles is about this."
APART = "The articles say parts of this in sentences that have nothing to do with each other."
OTHERWISE = "No sentence of the articles says this. The closest may be about something else:"

_NEAR = 2
"""How many sentences further on in its article a sentence still has to do with another."""
_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|but|while|as|when|und|aber|während|et|mais|y|pero|mientras|ma|mas|en|maar)\b"
)
"""What a claim has that joins several statements."""


def told_by(claim: str, index: EvidenceIndex) -> tuple[Found | None, Verdict | None]:
    """The evidence that bears a claim out best, and the gate's verdict; no verdict where nothing is about the claim.

    What is only close to a claim may support it, and contradicts nothing; `unsaid` tells what it says otherwise. Nor is
    a clause borne out that takes sentences for it which have nothing to do with each other.
    """
    candidates = index.search(claim)
    if not candidates or not candidates[0].close:
        return (candidates[0] if candidates else None), None
    examined = [(found, _examined(claim, found)) for found in candidates]
    found, verdict = min(examined, key=lambda pair: len(pair[1].reasons))
    told = combine(verdict, claim=claim).verdict
    if told is SupportVerdict.SUPPORTED:
        return _held_together(claim, found, verdict)
    return found, None if told is not SupportVerdict.NOT_FOUND and not found.same else verdict


def _held_together(claim: str, found: Found, verdict: Verdict) -> tuple[Found, Verdict | None]:
    """What bears the claim out without sentences that have nothing to do with the rest, where it needs none of them."""
    groups = _connected(found.places)
    if len(groups) == 1 or _unspliced(claim, [_terms(group) for group in groups]):
        return found, verdict
    asked = terms(claim)
    for group in sorted(groups, key=lambda group: -len(asked & _terms(group))):
        part = replace(found, places=tuple(group))
        alone = _examined(claim, part)
        if alone.supported:
            return part, alone
    return found, None


def _unspliced(claim: str, groups: Sequence[frozenset[str]]) -> bool:
    """True of several clauses, each of which one of the groups has as much of as all of them together."""
    known = frozenset().union(*groups)
    clauses = [terms(clause) & known for clause in _CLAUSES.split(claim)]
    return len(clauses) > 1 and all(any(clause <= group for group in groups) for clause in clauses)


def _terms(places: Sequence[Place]) -> frozenset[str]:
    return frozenset().union(*(terms(place.text) for place in places))


def _connected(places: Sequence[Place]) -> list[list[Place]]:
    """The places in groups, each of which hangs together by words, names, numbers or neighbourhood; in their order."""
    groups: list[list[Place]] = []
    for place in places:
        tied = [group for group in groups if any(_have_to_do(place, other) for other in group)]
        groups = [group for group in groups if group not in tied]
        groups.append([*(other for group in tied for other in group), place])
    return [sorted(group, key=places.index) for group in groups]


def _have_to_do(one: Place, other: Place) -> bool:
    near = one.article.id == other.article.id and abs(one.sentence.id - other.sentence.id) <= _NEAR
    return near or not _terms([one]).isdisjoint(_terms([other]))


def unsaid(claim: str, found: Found | None) -> Support:
    """The support of a claim for which `told_by` has no verdict: not found, with what is otherwise in what is close."""
    verdict = _examined(claim, found) if found is not None and found.close else None
    if verdict is None:
        return missing(NOTHING)
    if verdict.supported:
        return missing(APART)
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
