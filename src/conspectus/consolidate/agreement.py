"""Equivalent claims become one claim with all their evidence; agreement is counted by origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from conspectus.model.briefing import Standing
from conspectus.model.evidence import Claim, Evidence, claim_id
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words
from conspectus.verification.citing import carries, worded

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
        found = [piece for other in claims for piece in carried.get((claim.id, other.id), ())]
        merged = _with_evidence(claim, found)
        origins = tuple(dict.fromkeys(origin_of[article_id] for article_id in merged.article_ids))
        standing = Standing.CORROBORATED if len(origins) > 1 else Standing.SINGLE_ORIGIN
        weighed.append(Weighed(claim=merged, origins=origins, standing=standing))
    kept = [claim.id for claim in claims if claim.id not in absorbed]
    final = {before: item.claim.id for before, item in zip(kept, weighed, strict=True)}
    return tuple(weighed), final | {gone: final[stays] for gone, stays in absorbed.items()}


Carried = Mapping[tuple[str, str], tuple[Evidence, ...]]


def _carried(claims: Sequence[Claim], published: Mapping[str, date | None]) -> Carried:
    """By two ids: the evidence of the second claim that carries the first, where there is any."""
    found = {}
    for first, second in permutations(claims, 2):
        wanted = set(content_words(first.text))
        if len(wanted) < _FEWEST_WORDS or first.attributed_to != second.attributed_to:
            continue
        # Each article has to carry it alone: one that does vouches for no other.
        pieces = tuple(
            piece
            for article_id in second.article_ids
            for piece in _carrying(first, wanted, _of(second, article_id), published)
        )
        if pieces:
            found[first.id, second.id] = pieces
    return found


def _of(claim: Claim, article_id: str) -> list[Evidence]:
    return [piece for piece in claim.evidence if piece.article_id == article_id]


def _carrying(
    claim: Claim, wanted: set[str], pieces: list[Evidence], published: Mapping[str, date | None]
) -> list[Evidence]:
    words = {word for piece in pieces for word in content_words(piece.quote)}
    if len(wanted & words) < CARRIED * len(wanted):
        return []
    text = worded(claim.text, claim.attributed_to)
    return pieces if carries(pieces, text, published) and _same_days(claim, pieces, published) else []


def _same_days(claim: Claim, pieces: Sequence[Evidence], published: Mapping[str, date | None]) -> bool:
    """False where "on Monday" is one Monday in the claim's article and another in that of the evidence."""
    own = _days(claim.text, published.get(claim.article_ids[0]))
    other = [days for piece in pieces for days in _days(piece.quote, published.get(piece.article_id))]
    return not other or all(any(a[0] <= b[1] and b[0] <= a[1] for b in other) for a in own)


def _days(text: str, published: date | None) -> list[tuple[date, date]]:
    return [(found.start, found.end) for found in periods(text, published) if found.start and found.end]


def _absorbed(claims: Sequence[Claim], carried: Carried) -> dict[str, str]:
    """Claims that say nothing that another does not: each one's id, and the id of the claim that stays."""
    stays: dict[str, str] = {}
    for claim in sorted(claims, key=_precision, reverse=True):
        if claim.id in stays:
            continue
        for other in claims:
            mutual = _wholly(carried, claim, other) and _wholly(carried, other, claim)
            if mutual and other.id not in stays and other.id not in stays.values():
                stays[other.id] = claim.id
    return stays


def _wholly(carried: Carried, first: Claim, second: Claim) -> bool:
    return len(carried.get((first.id, second.id), ())) == len(second.evidence)


def _precision(claim: Claim) -> tuple[int, int]:
    return len(quantities(claim.text)) + len(periods(claim.text)), -len(claim.text)


def _with_evidence(claim: Claim, found: Sequence[Evidence]) -> Claim:
    pieces = tuple(dict.fromkeys((*claim.evidence, *found)))
    if pieces == claim.evidence:
        return claim
    return claim.model_copy(
        update={"evidence": pieces, "id": claim_id(claim.text, claim.attributed_to, pieces)}
    )
