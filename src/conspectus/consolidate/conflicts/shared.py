"""What several origins tell in one sentence each, whatever else the sentences say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from conspectus.consolidate.conflicts.statements import Statement
from conspectus.model.briefing import Point, Shared
from conspectus.text.facts.numbers import Bound
from conspectus.verification.figures import stands

_PLAIN = frozenset((Bound.EXACT, Bound.ABOUT))


class Telling(NamedTuple):
    """Words of a statement that another statement tells too, and how closely these words tie the two."""

    statement: Statement
    other: Statement
    words: str
    tie: float


def bounds_agree(one: Bound, other: Bound) -> bool:
    """True for one bound twice, and for 340 and about 340; "at least 340" is another figure."""
    return one is other or {one, other} <= _PLAIN


def collected(
    tellings: Iterable[Telling], opposed: Set[tuple[str, str]] = frozenset()
) -> dict[str, tuple[Shared, ...]]:
    """By a claim's id, the words of it that claims of other origins tell too.

    `opposed` are pairs of claims that dispute each other. Of each other origin the claim that is tied most closely is
    named.
    """
    shared: defaultdict[str, dict[str, dict[str, tuple[float, str]]]] = defaultdict(dict)
    for each in tellings:
        own, other = each.statement.item.claim.id, each.other.item
        if (own, other.claim.id) in opposed:
            continue
        origins = shared[own].setdefault(each.words, {})
        for origin in other.origins:
            origins[origin] = max(origins.get(origin, (each.tie, other.claim.id)), (each.tie, other.claim.id))
    return {
        key: tuple(
            Shared(
                words=words,
                claim_ids=tuple(dict.fromkeys(claim_id for _, claim_id in origins.values())),
                origins=tuple(sorted(origins)),
            )
            for words, origins in told.items()
        )
        for key, told in shared.items()
    }


def with_shared(point: Point, shared: Mapping[str, Sequence[Shared]]) -> Point:
    """The point with what stands in its words and is told by origins that don't carry all of it, the longest words."""
    told = {
        each.words: each
        for claim_id in point.claim_ids
        for each in shared.get(claim_id, ())
        if stands(each.words, point.text) and not set(each.origins) & set(point.origins)
    }
    kept = tuple(each for each in told.values() if not any(_more(one, each) for one in told.values()))
    return point.model_copy(update={"shared": kept}) if kept else point


def _more(one: Shared, other: Shared) -> bool:
    """True where the one says what the other says, and more, of the same origins."""
    return (
        one.words != other.words and stands(other.words, one.words) and set(other.origins) <= set(one.origins)
    )
