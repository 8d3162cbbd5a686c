"""Counts of different days of which the later one goes on from the earlier: partial, so far, and then in all.

A reader who is shown "160 so far" of a Tuesday beside "231 in all" of the Monday after has to think that somebody is
wrong. Votes move either way until all are counted; what else has been counted so far only grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from conspectus.consolidate.conflicts.numbers.amounts import Amount
from conspectus.consolidate.conflicts.numbers.measure import COUNT, compatible
from conspectus.consolidate.conflicts.numbers.running import VOTES
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import named_apart
from conspectus.text.caseless import Caseless

Pair = tuple[Amount, Amount]

_UNFINISHED = Caseless(
    r"\b(?:so far|to date|up to now|until now|as of|preliminary|provisional(?:ly)?|partial|"
    r"early (?:count|figures|returns|results)|by (?:noon|midday|midnight|(?:\w+day )?(?:morning|evening|night)|\w+day)|"
    r"still (?:being|to be) \w+|(?:were|are|was|is) (?:still )?being|"
    r"(?:have|has) (?:already )?been (?!paid|made)\w+)\b",
)
_COUNTING = Caseless(
    r"\bas (?:[\w-]+ ){1,5}?(?:were|are|was|is) (?:being )?(?:counted|tallied|processed)\b"
    r"|\b(?:with|after) [^,.;]{0,60}\b(?:counted|tallied|reporting|to be (?:counted|processed|tallied)|outstanding)\b",
)
_FINAL = Caseless(
    r"\b(?:in all|in total|altogether|all told|final|eventually|in the end|(?:has|have|had) (?:since )?risen to)\b",
)
_COUNTED_OUT = Caseless(
    r"\b(?:final (?:count|result|tally|results)|recount\w*|certified|canvass\w*|conceded)\b"
)
_TIED = 0.3


def follows(first: Amount, second: Amount) -> bool:
    """True where both were printed on different days and the later is the same count, taken further.

    Two named speakers may still quarrel, and so may two days' counts that both say that they are final.
    """
    a, b = first.statement, second.statement
    if first.dimension != COUNT or second.dimension != COUNT or a.published is None or b.published is None:
        return False
    if a.published == b.published or compatible(first.measure, second.measure) or named_apart(a, b):
        return False
    earlier, later = (first, second) if a.published < b.published else (second, first)
    before, after = earlier.statement.text, later.statement.text
    if first.noun in VOTES and second.noun in VOTES:
        under_way = bool(_COUNTING.search(before) or _UNFINISHED.search(before))
        return under_way or bool(_COUNTED_OUT.search(after))
    grown = later.measure.low > earlier.measure.high
    if not grown or _FINAL.search(before):
        return False
    return bool(_FINAL.search(after) or _UNFINISHED.search(before))


def followed(found: Sequence[Amount], scene: Scene, conflicting: Sequence[Pair]) -> list[Pair]:
    """Those of the conflicting pairs that are steps of one count, told by themselves or by others with those values."""
    steps = [
        pair
        for pair in combinations([each for each in found if each.head and not each.partial], 2)
        if pair[0].head == pair[1].head and pair[0].limits == pair[1].limits
        if follows(*pair) and _tied(*pair, scene)
    ]
    return [pair for pair in conflicting if follows(*pair) or any(_gives(pair, each) for each in steps)]


def overtaken_by(moved_on: Sequence[Pair], found: Sequence[Amount]) -> frozenset[str]:
    """The ids of the claims whose count a later one takes further, by these pairs: all that give it no later."""
    earlier = [min(pair, key=_printed) for pair in moved_on]
    return frozenset(
        each.statement.item.claim.id
        for old in earlier
        for each in found
        if each.head == old.head
        and each.limits == old.limits
        and compatible(each.measure, old.measure)
        and _printed(each) <= _printed(old)
    )


def _printed(amount: Amount) -> date:
    return amount.statement.published or date.max


def _tied(first: Amount, second: Amount, scene: Scene) -> bool:
    return scene.weight((first.about & second.about) - {first.head}) >= _TIED


def _gives(pair: Pair, step: Pair) -> bool:
    """True where the two are the counts of the step, and were not printed the other way round."""
    return pair[0].head == pair[1].head == step[0].head and any(
        compatible(one.measure, step[0].measure)
        and compatible(other.measure, step[1].measure)
        and _in_order(one, step[0], other, step[1])
        for one, other in (pair, pair[::-1])
    )


def _in_order(one: Amount, first: Amount, other: Amount, second: Amount) -> bool:
    days = [each.statement.published for each in (one, other, first, second)]
    if any(day is None for day in days):
        return False
    a, b, c, d = (day.toordinal() for day in days if day is not None)
    return (a < b) == (c < d) and a != b
