"""Equivalent claims become one claim with all their evidence; agreement is counted by origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from conspectus.model.briefing import Standing
from conspectus.model.evidence import Claim, claim_id
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words
from conspectus.verify.citing import carries, worded

CARRIED = 0.7
"""Share (0–1) of a claim's content words that another's evidence must have in order to carry it."""

_FEWEST_WORDS = 4


@dataclass(frozen=True)
class Weighed:
    """A claim, the origins that carry it, and how it stands."""

    claim: Claim
    origins: tuple[str, ...]
    standing: Standing


def weigh(
    claims: Sequence[Claim], origin_of: Mapping[str, str], published: Mapping[str, date | None]
) -> tuple[tuple[Weighed, ...], dict[str, str]]:
    """The claims with equivalent ones merged, in the order given; and what each id given became.

    A claim takes in another's evidence where that evidence carries every word of weight, number, date,
    name and hedge of it; it takes in the other claim too where the same holds the other way round. So a
    vaguer claim gains support from a more precise one, and the precise one stays a claim of its own.
    """
    carried = _carried(claims, published)
    absorbed = _absorbed(claims, carried)
    weighed = []
    for claim in claims:
        if claim.id in absorbed:
            continue
        backers = [other for other in claims if (claim.id, other.id) in carried]
        merged = _with_evidence(claim, backers)
        origins = tuple(dict.fromkeys(origin_of[article_id] for article_id in merged.article_ids))
        standing = Standing.CORROBORATED if len(origins) > 1 else Standing.SINGLE_ORIGIN
        weighed.append(Weighed(claim=merged, origins=origins, standing=standing))
    kept = [claim.id for claim in claims if claim.id not in absorbed]
    final = {before: item.claim.id for before, item in zip(kept, weighed, strict=True)}
    return tuple(weighed), final | {gone: final[stays] for gone, stays in absorbed.items()}


def _carried(claims: Sequence[Claim], published: Mapping[str, date | None]) -> set[tuple[str, str]]:
    """Pairs of ids: the first claim is carried by the evidence of the second."""
    words = {claim.id: set(content_words(claim.text)) for claim in claims}
    evidence = {
        claim.id: {word for quote in _quotes(claim) for word in content_words(quote)} for claim in claims
    }
    pairs = set()
    for first, second in permutations(claims, 2):
        wanted = words[first.id]
        if len(wanted) < _FEWEST_WORDS or len(wanted & evidence[second.id]) < CARRIED * len(wanted):
            continue
        if first.attributed_to != second.attributed_to:
            continue
        text = worded(first.text, first.attributed_to)
        if carries(second.evidence, text, published) and _same_days(first, second, published):
            pairs.add((first.id, second.id))
    return pairs


def _same_days(first: Claim, second: Claim, published: Mapping[str, date | None]) -> bool:
    """False where "on Monday" is one Monday in the first claim's article and another in the second's."""
    own = _days(first.text, published.get(first.article_ids[0]))
    other = [
        days for piece in second.evidence for days in _days(piece.quote, published.get(piece.article_id))
    ]
    return not other or all(any(a[0] <= b[1] and b[0] <= a[1] for b in other) for a in own)


def _days(text: str, published: date | None) -> list[tuple[date, date]]:
    return [(found.start, found.end) for found in periods(text, published) if found.start and found.end]


def _absorbed(claims: Sequence[Claim], carried: set[tuple[str, str]]) -> dict[str, str]:
    """Claims that say nothing that another does not: each one's id, and the id of the claim that stays."""
    stays: dict[str, str] = {}
    for claim in sorted(claims, key=_precision, reverse=True):
        if claim.id in stays:
            continue
        for other in claims:
            mutual = (claim.id, other.id) in carried and (other.id, claim.id) in carried
            if mutual and other.id not in stays and other.id not in stays.values():
                stays[other.id] = claim.id
    return stays


def _precision(claim: Claim) -> tuple[int, int]:
    return len(quantities(claim.text)) + len(periods(claim.text)), -len(claim.text)


def _with_evidence(claim: Claim, backers: Sequence[Claim]) -> Claim:
    pieces = list(claim.evidence)
    for backer in backers:
        pieces += [piece for piece in backer.evidence if piece not in pieces]
    if len(pieces) == len(claim.evidence):
        return claim
    return claim.model_copy(
        update={"evidence": tuple(pieces), "id": claim_id(claim.text, claim.attributed_to, pieces)}
    )


def _quotes(claim: Claim) -> list[str]:
    return [piece.quote for piece in claim.evidence]
