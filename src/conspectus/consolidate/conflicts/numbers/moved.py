"""Amounts that only seem to contradict each other: counts that moved on, other periods, parts, round figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.numbers.amounts import Amount
from conspectus.consolidate.conflicts.numbers.counts import Pair, clarity
from conspectus.consolidate.conflicts.numbers.followed import follows
from conspectus.consolidate.conflicts.numbers.measure import compatible
from conspectus.consolidate.conflicts.numbers.printed import replacing
from conspectus.consolidate.conflicts.questions import question
from conspectus.consolidate.conflicts.sides import in_order, side
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
            place = _place(steps, amount)
            if place is not None:
                steps.insert(place, amount)
        if len(steps) > 1:
            sides = in_order([each.statement for each in steps], published)
            found.append(Reconciled(question=question(group), relation=Relation.UPDATE, sides=sides))
    return found


def _place(steps: Sequence[Amount], amount: Amount) -> int | None:
    """Where the count stands among those of a group, the earliest first; None where it is no step of its own.

    A day has one, and more where their hours tell which replaced which.
    """
    told = [replacing(each, amount) for each in steps]
    day = amount.statement.day
    if any(each.statement.day == day and not pair for each, pair in zip(steps, told, strict=True)):
        return None
    place = next((number for number, pair in enumerate(told) if pair and pair[0] is amount), len(steps))
    return None if place and compatible(steps[place - 1].measure, amount.measure) else place


def replaced(pairs: Mapping[Relation, Sequence[Pair]]) -> frozenset[str]:
    """The ids of claims whose amount a later claim replaces: one of a later day, or one that was printed later."""
    older = set()
    for first, second in pairs.get(Relation.UPDATE, ()):
        if by_hour := replacing(first, second):
            older.add(by_hour[0].statement.item.claim.id)
        elif first.statement.day and second.statement.day and first.statement.day != second.statement.day:
            earlier = min(first, second, key=lambda each: each.statement.day or date.min)
            if earlier.moving or follows(first, second):
                older.add(earlier.statement.item.claim.id)
    return frozenset(older)
