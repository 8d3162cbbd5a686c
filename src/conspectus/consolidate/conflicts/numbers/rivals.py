"""Amounts of two origins that can't both be right, where they are likely to be of one thing.

Two reports of one event tell mostly the same, in other words. Whether "137 km/h at the lighthouse" and "a gust of
146 km/h" are of one thing, no rule proves; a logistic regression over a few plain features says how likely it is. The
weights are fitted by `scripts/fit_rivals.py` on cases that rules may be written on; `eval/README.md` has the figures.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from conspectus.consolidate.conflicts.numbers.amounts import Amount
from conspectus.consolidate.conflicts.numbers.counts import given_too, other_moment, other_period
from conspectus.consolidate.conflicts.numbers.measure import COUNT, SHARE, compatible
from conspectus.consolidate.conflicts.numbers.subjects import one_scope, parallel, told_apart
from conspectus.consolidate.conflicts.numbers.sums import adds_up
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import different_voices, named_apart
from conspectus.consolidate.language.roles import PERSONS
from conspectus.consolidate.language.senses import family
from conspectus.text.facts.units import WORDS

WEIGHTS: Mapping[str, float] = {
    "always": 0.90,
    "among": -1.50,
    "ratio": -0.99,
    "tie": 1.47,
    "voices": 2.11,
    "head": 1.03,
    "share": -0.74,
    "slip": 2.82,
    "revised": -1.10,
}
"""How much each of the features adds to the log-odds that two amounts are rival accounts of one thing."""
LIKELY = 0.6
"""How likely that has to be for a reader to be shown them: of short reports that the weights were not fitted on, six
of seven are conflicts then.
"""

# How many did and how many did not are two counts.
_NOT = re.compile(r"\b(?:not|never|without|nicht|kein\w*|ne|pas|no|non|não)\b|n[’']t\b", re.IGNORECASE)
_UNITS = frozenset(family(word) for word in WORDS)
_ANOTHER = re.compile(r"\b(?:others?|another|separate|second|alone)\b", re.IGNORECASE)
# What something costs, is worth and is sold for is told with the same words.
_PRICES = frozenset({"cost", "worth", "fee"})
_FARTHEST = 20
_MOST_TIE = 3.0
_MOST_RATIO = 3.0


def rivals(
    found: Sequence[Amount], scene: Scene, settled: Iterable[tuple[Amount, Amount]] = ()
) -> Iterator[tuple[Amount, Amount]]:
    """The pairs of amounts that no reading reconciles and that are likely to be of one thing, less those `settled`."""
    known = {frozenset(map(id, pair)) for pair in settled}
    for first, second, told in candidates(found, scene):
        if frozenset((id(first), id(second))) in known:
            continue
        odds = math.exp(sum(WEIGHTS[name] * value for name, value in told.items()))
        likely = odds / (1 + odds) >= LIKELY
        if not likely or explained(first, second):
            continue
        if not given_too((first, second), found) and not adds_up(first, second, scene):
            yield first, second


def candidates(found: Sequence[Amount], scene: Scene) -> Iterator[tuple[Amount, Amount, dict[str, float]]]:
    """The pairs of amounts of different origins that can't both be right where they are of one thing.

    With each pair what tells whether it is, by the names in `WEIGHTS`.
    """
    by_kind: defaultdict[str, list[Amount]] = defaultdict(list)
    for amount in found:
        by_kind[amount.dimension].append(amount)
    for group in by_kind.values():
        for place, first in enumerate(group):
            others = [second for second in group[place + 1 :] if _apart(first, second)]
            among = math.log1p(sum(_like(first, each) for each in group)) if others else 0.0
            for second in others:
                yield first, second, _features(first, second, among, scene)


def _features(first: Amount, second: Amount, among: float, scene: Scene) -> dict[str, float]:
    a, b = first.statement, second.statement
    own = {first.head, second.head} | _UNITS
    tie = scene.weight((scene.wide(a) & scene.wide(b)) - own)
    low, high = sorted((first.measure.high, second.measure.high))
    return {
        "always": 1.0,
        "among": among,
        "ratio": min(_MOST_RATIO, math.log(high / low)),
        "tie": min(_MOST_TIE, tie),
        "voices": float(bool(a.voice) and bool(b.voice)),
        "head": float(first.dimension == COUNT and bool(first.head) and first.head == second.head),
        "share": float(first.dimension.startswith(SHARE)),
        "slip": float(_transposed(first.measure.low, second.measure.low)),
        "revised": float(first.revised or second.revised),
    }


def _apart(first: Amount, second: Amount) -> bool:
    a, b = first.statement, second.statement
    low, high = sorted((first.measure.high, second.measure.high))
    return (
        _like(first, second)
        and low > 0
        and high <= _FARTHEST * low
        and not compatible(first.measure, second.measure)
        and not set(a.item.origins) & set(b.item.origins)
        and different_voices(a, b)
    )


def explained(first: Amount, second: Amount) -> bool:
    """True where their words say that they are of two: another hour or period, or another part in the same words."""
    a, b = first.statement, second.statement
    if other_moment(a, b) or other_period(a, b) or not one_scope(first, second):
        return True
    if first.moving and second.moving and a.day != b.day:
        return True
    if _moved_on(first, second):
        return True
    for word in (_ANOTHER, _NOT):
        if bool(word.search(first.clause)) != bool(word.search(second.clause)):
            return True
    return parallel(first, second) and told_apart(first, second)


def _moved_on(first: Amount, second: Amount) -> bool:
    """True where the later of two days says that it moves on, and nobody is named who had counted otherwise."""
    days = [each.statement.day for each in (first, second)]
    if None in days or days[0] == days[1] or named_apart(first.statement, second.statement):
        return False
    return max(first, second, key=lambda each: each.statement.day or date.min).revised


def _like(first: Amount, second: Amount) -> bool:
    """True where one may count what the other does: the same nouns, what happened to the same, persons, or one slip."""
    if first.dimension != second.dimension or not _one_role(first, second):
        return False
    if first.dimension != COUNT or first.what & second.what or (_persons(first) and _persons(second)):
        return True
    return _transposed(first.measure.low, second.measure.low)


def _one_role(first: Amount, second: Amount) -> bool:
    if not first.roles or not second.roles or first.roles & second.roles:
        return True
    return first.dimension != COUNT and bool((first.roles | second.roles) & _PRICES)


def _persons(amount: Amount) -> bool:
    return amount.noun in PERSONS or (not amount.head and amount.moving)


def _transposed(one: Decimal, other: Decimal) -> bool:
    """True for 184 and 148: the same digits in another order, which is what a slip of the pen looks like."""
    digits = [str(each.normalize()).replace(".", "") for each in (one, other)]
    return len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1])
