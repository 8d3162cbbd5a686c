"""Equivalent claims become one claim with all their evidence; agreement is counted by origin."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from conspectus.consolidate.voices import PRONOUNS, speaker
from conspectus.model.briefing import Standing
from conspectus.model.evidence import Claim, Evidence, claim_id
from conspectus.text.concepts import concepts, name_concepts
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.verification.citing import carries, worded

CARRIED = 0.7
"""Share (0–1) of a claim's concepts that another's evidence must have in order to carry it."""

CARRIED_WITH_FACTS = 0.6
"""The same for a main clause that gives a number or a date, which the gate finds in the evidence as well."""

_FEWEST_CONCEPTS = 3
_FEWEST_TOLD = 2


@dataclass(frozen=True)
class Weighed:
    """A claim, the origins that carry it, and how it stands.

    `was` are the ids of the claims that became it; `refined_by` those of more precise claims that say all of it.
    """

    claim: Claim
    origins: tuple[str, ...]
    standing: Standing
    was: frozenset[str] = field(default_factory=frozenset)
    refined_by: tuple[str, ...] = ()


def weigh(
    claims: Sequence[Claim], origin_of: Mapping[str, str], published: Mapping[str, date | None]
) -> tuple[tuple[Weighed, ...], dict[str, str]]:
    """The claims with equivalent ones merged, in the order given; and what each id given became.

    A claim takes in another's evidence where that evidence carries what it says, every number, date, name
    and hedge of it; it takes in the other claim too where the same holds the other way round. So a vaguer
    claim gains support from a more precise one, and the precise one stays a claim of its own.
    """
    by_id = {claim.id: claim for claim in claims}
    carried = _carried(tuple(by_id.values()), published)
    absorbed = _absorbed(by_id, carried)
    merged = {
        key: _with_evidence(claim, [piece for pieces in carried[key].values() for piece in pieces])
        for key, claim in by_id.items()
        if key not in absorbed
    }
    final = {key: claim.id for key, claim in merged.items()}
    final |= {gone: final[stays] for gone, stays in absorbed.items()}
    was: defaultdict[str, set[str]] = defaultdict(set)
    for before, after in final.items():
        was[after].add(before)
    weighed = []
    for key, claim in merged.items():
        origins = tuple(dict.fromkeys(origin_of[article_id] for article_id in claim.article_ids))
        standing = Standing.CORROBORATED if len(origins) > 1 else Standing.SINGLE_ORIGIN
        finer = (final[each] for each in _finer(by_id[key], by_id, carried))
        links = tuple(dict.fromkeys(each for each in finer if each != claim.id))
        weighed.append(Weighed(claim, origins, standing, frozenset(was[claim.id]), links))
    return tuple(weighed), final


def corroborated(
    candidates: Sequence[Claim],
    weighed: Sequence[Weighed],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
) -> tuple[Weighed, ...]:
    """Those candidates, most often parts of what the weighed claims say, that evidence of several origins carries.

    Each takes in all evidence that carries it. One that says what a claim of as many origins says is left out, and of
    several that rest on the same evidence the longest stays.
    """
    own = {candidate.id: candidate for candidate in candidates}
    carried = _carried([item.claim for item in weighed], published, of=own, origin_of=origin_of)
    found: list[Weighed] = []
    for key, candidate in own.items():
        pieces = [piece for other, carrying in carried[key].items() if other not in own for piece in carrying]
        merged = _with_evidence(candidate, pieces)
        origins = tuple(dict.fromkeys(origin_of[article_id] for article_id in merged.article_ids))
        said = any(
            len(item.origins) >= len(origins) and set(candidate.evidence) <= set(item.claim.evidence)
            for item in weighed
        )
        if len(origins) > 1 and not said:
            links = [
                item.claim.id
                for item in weighed
                if set(item.claim.evidence) & set(merged.evidence)
                and _precision(item.claim)[0] > _precision(candidate)[0]
            ]
            found.append(
                Weighed(merged, origins, Standing.CORROBORATED, frozenset({key}), tuple(dict.fromkeys(links)))
            )
    found.sort(key=lambda item: (-len(item.origins), -len(item.claim.text)))
    kept: list[Weighed] = []
    for item in found:
        if not any(set(item.claim.evidence) & set(other.claim.evidence) for other in kept):
            kept.append(item)
    return tuple(kept)


def _finer(claim: Claim, claims: Mapping[str, Claim], carried: Carried) -> Iterator[str]:
    """Claims that say all that this one says, and give more numbers or dates."""
    for key in carried[claim.id]:
        other = claims[key]
        if _wholly(carried, claim, other) and _precision(other)[0] > _precision(claim)[0]:
            yield key


Carried = Mapping[str, Mapping[str, tuple[Evidence, ...]]]
"""By a claim's id and that of another: the evidence of the other that carries the first."""


@dataclass(frozen=True)
class _Witness:
    """One claim's evidence in one article, and what it is about."""

    claim: Claim
    pieces: tuple[Evidence, ...]
    about: frozenset[str]


def _carried(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    of: Mapping[str, Claim] | None = None,
    origin_of: Mapping[str, str] | None = None,
) -> Carried:
    """Who carries whom; with `of`, which of the claims carry these, other origins' only where `origin_of` is given."""
    # Each article has to carry a claim alone: one that does vouches for no other.
    witnesses = [
        _Witness(claim, pieces, frozenset().union(*(concepts(piece.quote) for piece in pieces)))
        for claim in claims
        for article_id in claim.article_ids
        if (pieces := tuple(piece for piece in claim.evidence if piece.article_id == article_id))
    ]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, witness in enumerate(witnesses):
        for concept in witness.about:
            index[concept].append(number)
    origins = origin_of or {}
    found: defaultdict[str, dict[str, tuple[Evidence, ...]]] = defaultdict(dict)
    for claim in claims if of is None else of.values():
        home = origins.get(claim.article_ids[0])
        for number in _candidates(claim, index):
            witness = witnesses[number]
            if witness.claim.id == claim.id or (
                home is not None and origins.get(witness.pieces[0].article_id) == home
            ):
                continue
            if _says(claim, witness, published, short=of is not None):
                others = found[claim.id].get(witness.claim.id, ())
                found[claim.id][witness.claim.id] = (*others, *witness.pieces)
    return found


def _candidates(claim: Claim, index: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """The witnesses that can have enough of the claim's concepts: each has one of its rarest (prefix filter)."""
    wanted = concepts(claim.text)
    if len(wanted) < _FEWEST_CONCEPTS:
        return
    spared = len(wanted) - math.ceil(CARRIED_WITH_FACTS * len(wanted)) + 1
    rarest = sorted(wanted, key=lambda concept: (len(index.get(concept, ())), concept))[:spared]
    yield from sorted({number for concept in rarest for number in index.get(concept, ())})


def _says(claim: Claim, witness: _Witness, published: Mapping[str, date | None], *, short: bool) -> bool:
    wanted = concepts(claim.text)
    least = CARRIED_WITH_FACTS if short and _precision(claim)[0] else CARRIED
    if len(wanted & witness.about) < least * len(wanted):
        return False
    # Names say whom it is about; what is said of them has to be there as well.
    told = wanted - name_concepts(claim.text)
    if len(told) < _FEWEST_TOLD or len(told & witness.about) < least * len(told):
        return False
    if witness.claim.attributed_to not in (None, claim.attributed_to):
        return False
    if not _same_numbers(claim, witness) or not _same_speaker(claim, witness):
        return False
    if not _same_hours(claim, witness):
        return False
    text = worded(claim.text, claim.attributed_to)
    return carries(witness.pieces, text, published) and _same_days(claim, witness.pieces, published)


def _same_numbers(claim: Claim, witness: _Witness) -> bool:
    """False where the witness lacks a number of the claim: the gate would say so, at a hundred times the cost."""
    wanted = [each for each in quantities(claim.text) if not each.vague and each.unit != "ordinal"]
    if not wanted:
        return True
    there = {
        bound
        for piece in witness.pieces
        for each in quantities(piece.quote)
        for bound in (each.low, each.high)
    }
    return all(each.low in there or each.high in there for each in wanted)


def _same_speaker(claim: Claim, witness: _Witness) -> bool:
    """False where both name who says it, and name others; "officials" count as much as a name does."""
    ours = speaker(claim.text) - PRONOUNS
    theirs = frozenset().union(*(speaker(piece.quote) for piece in witness.pieces)) - PRONOUNS
    return not (ours and theirs) or bool(ours & theirs)


def _same_hours(claim: Claim, witness: _Witness) -> bool:
    ours, theirs = _hours(claim.text), {each for piece in witness.pieces for each in _hours(piece.quote)}
    return ours <= theirs or not theirs


def _hours(text: str) -> set[Decimal]:
    return {quantity.low for quantity in quantities(text) if quantity.unit == "clock"}


def _same_days(claim: Claim, pieces: Sequence[Evidence], published: Mapping[str, date | None]) -> bool:
    """False where "on Monday" is one Monday in the claim's article and another in that of the evidence."""
    own = _days(claim.text, published.get(claim.article_ids[0]))
    other = [days for piece in pieces for days in _days(piece.quote, published.get(piece.article_id))]
    return not other or all(any(a[0] <= b[1] and b[0] <= a[1] for b in other) for a in own)


def _days(text: str, published: date | None) -> list[tuple[date, date]]:
    return [(found.start, found.end) for found in periods(text, published) if found.start and found.end]


def _absorbed(claims: Mapping[str, Claim], carried: Carried) -> dict[str, str]:
    """Claims that say nothing that another does not: each one's id, and the id of the claim that stays."""
    stays: dict[str, str] = {}
    kept: set[str] = set()
    for claim in sorted(claims.values(), key=_precision, reverse=True):
        if claim.id in stays:
            continue
        for key in carried[claim.id]:
            other = claims[key]
            mutual = _wholly(carried, claim, other) and _wholly(carried, other, claim)
            if mutual and key not in stays and key not in kept:
                stays[key] = claim.id
                kept.add(claim.id)
    return stays


def _wholly(carried: Carried, first: Claim, second: Claim) -> bool:
    return len(carried[first.id].get(second.id, ())) == len(second.evidence)


def _precision(claim: Claim) -> tuple[int, int]:
    return len(quantities(claim.text)) + len(periods(claim.text)), -len(claim.text)


def _with_evidence(claim: Claim, found: Sequence[Evidence]) -> Claim:
    pieces = tuple(dict.fromkeys((*claim.evidence, *found)))
    if pieces == claim.evidence:
        return claim
    return claim.model_copy(
        update={"evidence": pieces, "id": claim_id(claim.text, claim.attributed_to, pieces)}
    )
