"""Equivalent claims become one claim with all their evidence; agreement is counted by origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import and_, or_

from conspectus.consolidate.agreement.carrying import answers, at_other_times, needed, questions, says
from conspectus.model.briefing import Standing
from conspectus.model.evidence import Claim, Evidence, claim_id
from conspectus.text.facts.dates import mentions
from conspectus.text.facts.numbers import quantities
from conspectus.verification.citing import carries

_FEWEST_ORIGINS = 2


Carried = Mapping[str, Mapping[str, tuple[Evidence, ...]]]
"""By a claim's id and that of another: the evidence of the other that carries the first."""


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


@dataclass(frozen=True)
class Ahead:
    """Which claims of an event carry which, as far as that is known before all of its claims are.

    `event` has by a claim's id the number of the event in which it was compared with all others that have the same.
    """

    event: Mapping[str, int] = field(default_factory=dict)
    carried: Carried = field(default_factory=dict)

    def knows(self, first: str, second: str) -> bool:
        """True where it is known whether one of these claims carries the other."""
        event = self.event.get(first)
        return event is not None and event == self.event.get(second)


def compared_ahead(events: Sequence[Sequence[Claim]], published: Mapping[str, date | None]) -> Ahead:
    """Of the claims of each event, which carry which."""
    return Ahead(
        event={claim.id: number for number, claims in enumerate(events) for claim in claims},
        carried={key: found for claims in events for key, found in _carried(claims, published).items()},
    )


NOTHING_KNOWN = Ahead()

_Resting = defaultdict[Evidence, dict[int, Weighed]]
"""The claims that rest on a piece of evidence, by their number."""


def weigh(
    claims: Sequence[Claim],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
    ahead: Ahead = NOTHING_KNOWN,
) -> tuple[tuple[Weighed, ...], dict[str, str]]:
    """The claims with equivalent ones merged, in the order given; and what each id given became.

    A claim takes in another's evidence where that evidence carries what it says, every number, date, name
    and hedge of it; it takes in the other claim too where the same holds the other way round. So a vaguer
    claim gains support from a more precise one, and the precise one stays a claim of its own.
    """
    by_id = {claim.id: claim for claim in claims}
    carried = _carried(tuple(by_id.values()), published, ahead=ahead)
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
    resting: _Resting = defaultdict(dict)
    for number, item in enumerate(weighed):
        for piece in item.claim.evidence:
            resting[piece][number] = item
    found: list[Weighed] = []
    for key, candidate in own.items():
        # What nobody else says needs no look at whether its own evidence bears it out.
        if not carried[key] or not carries(candidate.evidence, candidate.text, published):
            continue
        pieces = [
            piece
            for other, carrying in carried[key].items()
            if other not in own and not at_other_times(candidate.evidence, carrying, published)
            for piece in carrying
        ]
        merged = _with_evidence(candidate, pieces)
        origins = tuple(dict.fromkeys(origin_of[article_id] for article_id in merged.article_ids))
        if len(origins) >= _FEWEST_ORIGINS and not _is_said(candidate, len(origins), resting):
            links = _more_precise(candidate, merged.evidence, resting)
            found.append(Weighed(merged, origins, Standing.CORROBORATED, frozenset({key}), links))
    return tuple(_longest(found))


def _is_said(candidate: Claim, origins: int, resting: _Resting) -> bool:
    """True where a claim of as many origins rests on all of its evidence: only such a one can say the same."""
    return any(
        len(item.origins) >= origins and all(number in resting[piece] for piece in candidate.evidence)
        for number, item in resting[candidate.evidence[0]].items()
    )


def _more_precise(candidate: Claim, evidence: Sequence[Evidence], resting: _Resting) -> tuple[str, ...]:
    """The claims on that evidence that give more numbers or dates, by id."""
    precision = _precision(candidate)[0]
    beside = {number: item for piece in evidence for number, item in resting[piece].items()}
    links = [item.claim.id for _, item in sorted(beside.items()) if _precision(item.claim)[0] > precision]
    return tuple(dict.fromkeys(links))


def _longest(found: Sequence[Weighed]) -> Iterator[Weighed]:
    """Of those that rest on the same evidence the one that says most."""
    taken: set[Evidence] = set()
    # Two words that three origins say are worth less than five that two do.
    for item in sorted(
        found,
        key=lambda item: (
            (1 - len(item.origins)) * (len(questions(item.claim.text)) + _precision(item.claim)[0]),
            len(item.claim.text),
            item.claim.text,
        ),
    ):
        if taken.isdisjoint(item.claim.evidence):
            taken.update(item.claim.evidence)
            yield item


def _finer(claim: Claim, claims: Mapping[str, Claim], carried: Carried) -> Iterator[str]:
    """Claims that say all that this one says, and give more numbers or dates."""
    for key in carried[claim.id]:
        other = claims[key]
        if _wholly(carried, claim, other) and _precision(other)[0] > _precision(claim)[0]:
            yield key


@dataclass(frozen=True)
class _Witness:
    """One claim's evidence in one article."""

    claim: Claim
    pieces: tuple[Evidence, ...]


def _carried(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    of: Mapping[str, Claim] | None = None,
    origin_of: Mapping[str, str] | None = None,
    ahead: Ahead = NOTHING_KNOWN,
) -> Carried:
    """Who carries whom; with `of`, which of the claims carry these, other origins' only where `origin_of` is given."""
    # Each article has to carry a claim alone: one that does vouches for no other.
    witnesses = [
        _Witness(claim, pieces)
        for claim in claims
        for article_id in claim.article_ids
        if (pieces := tuple(piece for piece in claim.evidence if piece.article_id == article_id))
    ]
    index: defaultdict[str, int] = defaultdict(int)
    for number, witness in enumerate(witnesses):
        for piece in witness.pieces:
            for word in answers(piece.quote):
                index[word] |= 1 << number
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
            if ahead.knows(claim.id, witness.claim.id):
                said = witness.claim.id in ahead.carried.get(claim.id, ())
            else:
                said = says(claim, witness.pieces, published, attributed_to=witness.claim.attributed_to)
            if said:
                others = found[claim.id].get(witness.claim.id, ())
                found[claim.id][witness.claim.id] = (*others, *witness.pieces)
    return found


def _candidates(claim: Claim, index: Mapping[str, int]) -> Iterator[int]:
    """The witnesses that can have an answer to as many words of the claim as are needed, by number.

    `index` has for each answer the witnesses that give it, a bit for each. Where not every word has to be answered,
    they are those that answer one of the words that fewest do (prefix filter).
    """
    having = []
    for senses in questions(claim.text):
        some = 0
        for sense in senses:
            some |= index.get(sense, 0)
        having.append(some)
    spared = len(having) - needed(claim.text)
    if not having:
        return
    fewest = sorted(having, key=int.bit_count)[: spared + 1]
    left = reduce(or_, fewest) if spared else reduce(and_, having)
    while left:
        lowest = left & -left
        yield lowest.bit_length() - 1
        left ^= lowest


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
    return len(quantities(claim.text)) + len(mentions(claim.text)), -len(claim.text)


def _with_evidence(claim: Claim, found: Sequence[Evidence]) -> Claim:
    pieces = tuple(dict.fromkeys((*claim.evidence, *found)))
    if pieces == claim.evidence:
        return claim
    return claim.model_copy(
        update={"evidence": pieces, "id": claim_id(claim.text, claim.attributed_to, pieces)}
    )
