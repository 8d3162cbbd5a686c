"""Where an event's articles can't all be right, and where they only seem not to be.

Code finds what code can prove (`counts`, `disputes`), and amounts that are likely to be of one thing (`rivals`); a
conflict has two sides whose own words carry them. What looks like one and is none is kept apart, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain, permutations

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.alignment import Alignment
from conspectus.consolidate.conflicts.disputes import disputes
from conspectus.consolidate.conflicts.figures import figures_given
from conspectus.consolidate.conflicts.numbers.copied import set_right
from conspectus.consolidate.conflicts.numbers.counts import compared, number_conflicts, stated, unexplained
from conspectus.consolidate.conflicts.numbers.followed import followed, overtaken_by
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.numbers.moved import reconciled_counts, replaced
from conspectus.consolidate.conflicts.numbers.raised import overtaken
from conspectus.consolidate.conflicts.numbers.rivals import rivals
from conspectus.consolidate.conflicts.numbers.tallies import tallies
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.shared import collected
from conspectus.consolidate.conflicts.statements import Statement, leading_names, statements
from conspectus.consolidate.conflicts.stretches import stretches
from conspectus.consolidate.conflicts.told.corrections import corrections
from conspectus.consolidate.conflicts.told.retractions import without_retractions
from conspectus.consolidate.conflicts.told.withdrawn import without_withdrawn
from conspectus.model.article import Article
from conspectus.model.briefing import Conflict, ConflictKind, Reconciled, Relation, Shared, Side


@dataclass(frozen=True)
class Differences:
    """What an event's statements differ on; `outdated` are claims that a later count has replaced.

    `said` are all statements that were compared, by claim id, and `alignment` tells how likely any two of these are of
    one thing; `shared` are the figures of each that other origins give too.
    """

    conflicts: tuple[Conflict, ...] = ()
    reconciled: tuple[Reconciled, ...] = ()
    outdated: frozenset[str] = frozenset()
    said: Mapping[str, Statement] = field(default_factory=dict)
    shared: Mapping[str, tuple[Shared, ...]] = field(default_factory=dict)
    alignment: Alignment | None = None


def differences(
    weighed: Sequence[Weighed],
    published: Mapping[str, date | None],
    articles: Mapping[str, Article] | None = None,
    recalled: Sequence[Weighed] = (),
) -> Differences:
    """The conflicts among one event's claims, and what only looks like one.

    `published` gives each article's publication date, by id; `articles` the articles themselves, whose sentences
    around a claim tell what "it" is and who speaks. What is `recalled` of earlier times is compared only where the
    articles' own words set it against something.
    """
    known = articles or {}
    said = statements(weighed, published, known)
    line = [*said, *statements(recalled, published, known)]
    members = {each.article_id: known[each.article_id] for each in said if each.article_id in known}
    scene = Scene(said, leading_names(tuple(members.values())))
    amounts = stated(scene)
    proven, others = compared(amounts, scene)
    settled = [pair for pairs in (proven, *others.values()) for pair in pairs]
    conflicting = unexplained([*proven, *rivals(amounts, scene, settled)], others)
    moved_on = followed(amounts, scene, conflicting)
    conflicting = [pair for pair in conflicting if pair not in moved_on]
    others[Relation.UPDATE] = [*others.get(Relation.UPDATE, ()), *moved_on]
    corrected, wrong = corrections(said, published)
    ended = tuple(tallies(scene))
    tallied = {_claims(first, second) for _, _, first, second in ended}
    right = [
        pair
        for pair in conflicting
        if not {each.statement.item.claim.id for each in pair} & wrong
        and _claims(pair[0].statement, pair[1].statement) not in tallied
        and not set_right(pair[0].statement, pair[1].statement, known)
    ]
    disputed = frozenset(each.statement.item.claim.id for pair in right for each in pair)
    counted = number_conflicts(right, published)
    told = [frozenset(key for one in each.sides for key in one.claim_ids) for each in corrected]
    told_otherwise = disputes(scene, published, line, ended)
    found = (*counted, *(each for each in told_otherwise if not _counted(each, disputed)))
    by_claim = {each.item.claim.id: each for each in line}
    conflicts, retracted = without_retractions(
        [each for each in found if not any(_within(each, keys) for keys in told)], by_claim, known
    )
    conflicts, withdrawn, unsaid = without_withdrawn(conflicts, line, published)
    return Differences(
        conflicts=conflicts,
        reconciled=(
            *corrected,
            *retracted,
            *withdrawn,
            *(
                each
                for each in reconciled_counts(others, published, disputed)
                if not any(_told_apart(each, one, by_claim) for one in conflicts)
            ),
        ),
        outdated=replaced(others) | overtaken_by(moved_on, amounts) | wrong | overtaken(said) | unsaid,
        said={each.item.claim.id: each for each in said},
        shared=collected(chain(figures_given(amounts, scene), stretches(scene)), _opposed(conflicts)),
        alignment=Alignment(scene),
    )


def _claims(*said: Statement) -> frozenset[str]:
    return frozenset(each.item.claim.id for each in said)


def _opposed(conflicts: Sequence[Conflict]) -> frozenset[tuple[str, str]]:
    """The pairs of claims, either way round, that stand on different sides of a conflict and on no side together."""
    sides = [[frozenset(side.claim_ids) for side in conflict.sides] for conflict in conflicts]
    return frozenset(
        (one, other)
        for each in sides
        for first, second in permutations(each, 2)
        for one in first
        for other in second
        if not any({one, other} <= side for side in each)
    )


def _told_apart(reconciled: Reconciled, conflict: Conflict, said: Mapping[str, Statement]) -> bool:
    """True where the conflict has these amounts on different sides: they can't be shown as none as well."""
    if conflict.kind is not ConflictKind.NUMBER or conflict.question != reconciled.question:
        return False
    there = [_amounts(side, said) for side in conflict.sides]
    here = [_amounts(side, said) for side in reconciled.sides]
    met = [{number for number, amounts in enumerate(there) if amounts & each} for each in here]
    return any(one and other and one != other for one, other in permutations(met, 2))


def _amounts(side: Side, said: Mapping[str, Statement]) -> frozenset[tuple[str, Decimal, Decimal]]:
    language = next((said[key].language for key in side.claim_ids if key in said), "en")
    return frozenset((each.dimension, each.low, each.high) for each in measures(side.position, language)[1])


def _counted(conflict: Conflict, disputed: frozenset[str]) -> bool:
    """True where amounts of its sides are among those that are compared already."""
    return conflict.kind is ConflictKind.NUMBER and all(
        set(one.claim_ids) & disputed for one in conflict.sides
    )


def _within(conflict: Conflict, claim_ids: frozenset[str]) -> bool:
    """True where the articles themselves tell that one of the sides was mistaken."""
    return all(set(one.claim_ids) & claim_ids for one in conflict.sides)
