"""Whether two amounts are of one thing, as far as the words beside them tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from conspectus.consolidate.conflicts.numbers.amounts import SCOPES, Amount
from conspectus.consolidate.conflicts.numbers.measure import (
    COUNT,
    MONEY,
    SHARE,
    SPEED,
    TIME,
    Measure,
    compatible,
)
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement, named_apart
from conspectus.consolidate.language.contrasts import other_part, side_by_side
from conspectus.consolidate.language.roles import ANYBODY, GENERIC

_SINCE = re.compile(
    r"\b(?:[Ss]ince|[Ss]eit|[Dd]epuis|[Dd]esde|[Dd]al|[Ss]inds)\b[^.,;]{0,40}?\b((?:19|20)\d\d)\b"
)
_LED_BY = re.compile(r"[^\W\d_]{3,}")
_LEAD = 3
_FAR = 20
_FEW = 3
_PARALLEL = 0.6
_SLIPS = frozenset({Decimal(1000), Decimal(1000000)})
# How closely shared words have to tie two sentences, where 1 is a word that only they share.
_SAME_ROLE = 0.0
_ONE_ROLE = 0.5
_SAME_NOUN = 0.9
_SAME_PRICE = 0.4
_MONEY_ALONE = 1.6
_SHARE_ALONE = 1.2
_DURATION = 1.2
_MEASURED = 1.0
_SPEED = 0.0
_NAMED_ALONE = 1.5
_CLOSE = 1.9
_MUCH = 3


def one_subject(first: Amount, second: Amount, scene: Scene, of_head: int = 0) -> bool:
    """True where both amounts are of one place or group and of one quality of it."""
    if told_apart(first, second):
        return False
    shared = first.about & second.about
    tie = scene.weight(shared - {first.head})
    own = [each.named - each.statement.home for each in (first, second)]
    if not (first.roles and second.roles) and bool(own[0]) != bool(own[1]) and tie < _NAMED_ALONE:
        return False
    if first.dimension == COUNT:
        return not _implausible(first, second) and _one_count(first, second, tie, of_head)
    if first.dimension.startswith(MONEY):
        return _one_price(first, second, tie, shared)
    if _implausible(first, second):
        return False
    if first.dimension.startswith(SHARE):
        return tie >= _SHARE_ALONE and len(shared) > 1
    if first.dimension == TIME:
        return tie >= _DURATION
    return tie >= (_SPEED if first.dimension == SPEED else _MEASURED)


def told_apart(first: Amount, second: Amount) -> bool:
    """True where the words at the amounts make them of two places, groups, parts or qualities."""
    if not one_scope(first, second) or other_part(first.statement.text, second.statement.text):
        return True
    # In the same words throughout, each other word tells the two apart.
    texts = [each.statement.text if parallel(first, second) else each.clause for each in (first, second)]
    return bool(side_by_side(*texts))


def since(amount: Amount) -> frozenset[str]:
    """The years since which it counts, as its sentence says."""
    return frozenset(_SINCE.findall(amount.statement.text))


def vouched(first: Amount, second: Amount, scene: Scene) -> bool:
    """True where both count what news counts (the dead, jobs), two speakers give them, or nearly all else is the same.

    Of anything else there are many amounts in an event, debts and costs that nobody is said to have named among
    them, and some that look like rivals are of two things.
    """
    voices = first.statement.voice, second.statement.voice
    alike = bool(first.roles & second.roles) and (first.dimension == COUNT or any(voices))
    if alike or _slipped(first, second):
        return True
    if all(voices) and not voices[0] & voices[1]:
        return True
    if first.dimension == TIME:
        return False
    shared = (first.about & second.about) - {first.head}
    return parallel(first, second) and len(shared) >= _MUCH and scene.weight(shared) >= _CLOSE


def placed(found: Sequence[Amount]) -> list[Amount]:
    """The amounts, each knowing whether its place is one of several that the event is counted at.

    A place that says no more than where the whole article plays is none of several, unless another article counts
    for it as well.
    """
    several = {name for each in found for name in each.named & each.where_names - each.statement.home}
    return [replace(each, apart=each.named & each.where_names & (several | each.fronted)) for each in found]


def one_scope(first: Amount, second: Amount) -> bool:
    """True where no place, name or noun at the amounts makes one of them one of something else."""
    if first.dimension == COUNT and bool(first.apart) != bool(second.apart):
        return False
    if not SCOPES.isdisjoint(first.limits ^ second.limits):
        return False
    if first.there != second.there and first.dimension == COUNT and not first.roles & second.roles:
        return False
    if first.head == second.head and _other_things(first, second):
        return False
    return not (first.named and second.named and not first.named & second.named)


def _other_things(first: Amount, second: Amount) -> bool:
    """True where words at the amount make it one of another thing: of three threatened species, of cod."""
    both = first.qualified & second.qualified
    mine, theirs = first.qualified - second.about - both, second.qualified - first.about - both
    if mine and theirs:
        return True
    # In other words throughout, "hens" may be the laying hens; in the same words they are all hens.
    return bool(first.head) and parallel(first, second) and bool(mine or theirs)


def parallel(first: Amount, second: Amount) -> bool:
    """True where the two sentences are for the most part of the same words."""
    return len(first.about & second.about) >= _PARALLEL * min(len(first.about), len(second.about))


def _one_count(first: Amount, second: Amount, tie: float, of_head: int) -> bool:
    persons = [each.noun in ANYBODY or not each.head for each in (first, second)]
    if first.roles and second.roles:
        if not first.roles & second.roles:
            return False
        # Of the dead of one time, "workers" and "ouvriers" may be the same.
        abroad = first.statement.language != second.statement.language and bool(since(first) & since(second))
        return (any(persons) or first.head == second.head or abroad) and tie >= _SAME_ROLE
    if not first.head or first.head != second.head:
        return False
    if first.noun in GENERIC or second.noun in GENERIC:
        return tie >= _SAME_NOUN and (bool(first.where & second.where) or 0 < of_head <= _FEW)
    spoken = first.statement.voice or second.statement.voice
    if 0 < of_head <= _FEW and (
        spoken or tie >= _ONE_ROLE
    ):  # nothing else of the kind is counted in the event
        return True
    if first.noun == second.noun and _named_alike(first, second):
        return True
    return tie >= (_ONE_ROLE if first.roles or second.roles else _SAME_NOUN)


def _named_alike(first: Amount, second: Amount) -> bool:
    """True where two named speakers lead up to the number in the same words: "the box held 212", "the box held 390"."""
    a, b = first.statement, second.statement
    if not named_apart(a, b):
        return False
    one, other = (
        _LED_BY.findall(each.statement.text, 0, each.measure.start)[-_LEAD:] for each in (first, second)
    )
    return len(one) == _LEAD and [each.lower() for each in one] == [each.lower() for each in other]


def _one_price(first: Amount, second: Amount, tie: float, shared: frozenset[str]) -> bool:
    if shared and _slipped(first, second):
        return True
    if _implausible(first, second) or (first.roles and second.roles and not first.roles & second.roles):
        return False
    return tie >= (_SAME_PRICE if first.roles & second.roles else _MONEY_ALONE)


def _implausible(first: Amount, second: Amount) -> bool:
    """True where two amounts are too far apart to be of one thing."""
    low, high = sorted((first.measure.high, second.measure.high))
    return low > 0 and high / low > _FAR


def _gives(statement: Statement, measure: Measure) -> bool:
    """True where the statement has that amount as well: "610,000, and we haven't even got 610"."""
    return any(
        each.dimension == measure.dimension and compatible(each, measure)
        for each in measures(statement.text, statement.language)[1]
    )


def _slipped(first: Amount, second: Amount) -> bool:
    """True where the same digits stand with other magnitudes: $14.6 billion and $14.6 million."""
    one, other = first.measure, second.measure
    if not one.low or not other.low or one.low != one.high or other.low != other.high:
        return False
    if _gives(first.statement, other) or _gives(second.statement, one):
        return False
    return max(one.low, other.low) / min(one.low, other.low) in _SLIPS
