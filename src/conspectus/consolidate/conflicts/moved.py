"""Amounts that only seem to contradict each other: counts that moved on, other periods, parts, round figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.amounts import Amount
from conspectus.consolidate.conflicts.counts import Pair, clarity
from conspectus.consolidate.conflicts.measures import compatible
from conspectus.consolidate.conflicts.questions import question
from conspectus.consolidate.conflicts.sides import side
from conspectus.model.briefing import Reconciled, Relation


def reconciled_counts(
    pairs: Mapping[Relation, Sequence[Pair]],
    published: Mapping[str, date | None],
    disputed: frozenset[str] = frozenset(),
) -> tuple[Reconciled, ...]:
    """The relations between amounts, each once; counts that moved are one question, earliest first.

    Of counts that are `disputed` (claim ids), only those of whoever counted last follow one another.
    """
    found = list(_updates(pairs.get(Relation.UPDATE, ()), published, disputed))
    for relation in (Relation.OTHER_PERIOD, Relation.NARROWER, Relation.ROUNDING):
        seen: set[str] = set()
        for first, second in pairs.get(relation, ()):
            keys = {first.statement.item.claim.id, second.statement.item.claim.id}
            if keys & seen:
                continue
            seen |= keys
            sides = tuple(side([each.statement], published) for each in (first, second))
            found.append(Reconciled(question=question((first, second)), relation=relation, sides=sides))
    return tuple(found)


def _updates(
    pairs: Sequence[Pair], published: Mapping[str, date | None], disputed: frozenset[str]
) -> list[Reconciled]:
    found = []
    groups: list[list[Amount]] = []
    for pair in pairs:
        home = next((group for group in groups if any(each in group for each in pair)), None)
        if home is None:
            groups.append(list(pair))
        else:
            home += [each for each in pair if each not in home]
    for group in groups:
        steps: list[Amount] = []
        voices = Counter(word for each in group for word in each.statement.voice)

        def order(amount: Amount, heard: Counter[str] = voices) -> tuple[date, int, tuple[int, int, str]]:
            # Of several counts of a day, the one of whoever counts most often leads on.
            known = max((heard[word] for word in amount.statement.voice), default=0)
            return amount.statement.day or date.min, -known, clarity(amount)

        last = max(group, key=order).statement.voice

        def stray(amount: Amount, said_last: frozenset[str] = last) -> bool:
            voice = amount.statement.voice
            contested = amount.statement.item.claim.id in disputed
            return contested and bool(voice and said_last) and not voice & said_last

        for amount in sorted((each for each in group if not stray(each)), key=order):
            same_day = steps and steps[-1].statement.day == amount.statement.day
            if not same_day and (not steps or not compatible(steps[-1].measure, amount.measure)):
                steps.append(amount)
        if len(steps) > 1:
            sides = tuple(side([each.statement], published) for each in steps)
            found.append(Reconciled(question=question(group), relation=Relation.UPDATE, sides=sides))
    return found


def replaced(pairs: Mapping[Relation, Sequence[Pair]]) -> frozenset[str]:
    """The ids of claims whose amount a later day's claim replaces."""
    older = set()
    for first, second in pairs.get(Relation.UPDATE, ()):
        if first.statement.day and second.statement.day and first.statement.day != second.statement.day:
            earlier = min(first, second, key=lambda each: each.statement.day or date.min)
            if earlier.moving:
                older.add(earlier.statement.item.claim.id)
    return frozenset(older)
