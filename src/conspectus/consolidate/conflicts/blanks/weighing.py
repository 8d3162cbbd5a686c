"""What would follow if the amounts or times of two gaps were of one thing: a conflict, or nothing.

The gates are those of conflicts that code finds: counts that moved on, other periods, hours, parts and places, round
figures, what somebody has corrected.
"""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.consolidate.conflicts.blanks.gaps import Gap
from conspectus.consolidate.conflicts.matters.moments import rival_times
from conspectus.consolidate.conflicts.matters.whens import When
from conspectus.consolidate.conflicts.numbers.amounts import Amount, amounts
from conspectus.consolidate.conflicts.numbers.counts import Pair, bearing, given_too
from conspectus.consolidate.conflicts.numbers.rivals import explained
from conspectus.consolidate.conflicts.numbers.sums import adds_up
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute
from conspectus.model.briefing import ConflictKind


class Weighing:
    """Weighs gaps of one event; `found` are the amounts that its statements give."""

    def __init__(self, found: Sequence[Amount], scene: Scene) -> None:
        self._found = found
        self._scene = scene

    def matters(self, first: Gap, second: Gap) -> bool:
        """True where a conflict would follow."""
        return self.rivals(first, second) is not None or self.dispute(first, second) is not None

    def rivals(self, first: Gap, second: Gap) -> Pair | None:
        """The two as amounts that can't both be right."""
        one, other = self._amount(first), self._amount(second)
        if one is None or other is None:
            return None
        if bearing(one, other, self._scene, one_thing=True) != "conflict" or explained(one, other):
            return None
        if given_too((one, other), self._found) or adds_up(one, other, self._scene):
            return None
        return one, other

    def dispute(self, first: Gap, second: Gap) -> Dispute | None:
        """The two as times of one happening."""
        if not isinstance(first.value, When) or not isinstance(second.value, When):
            return None
        if not rival_times(first.statement, second.statement, (first.start, second.start), self._scene):
            return None
        return ConflictKind.DATE, "When was it?", first.statement, second.statement

    def _amount(self, gap: Gap) -> Amount | None:
        """The gap's amount with what its words say of it; None where it is a time, or an amount of none."""
        if isinstance(gap.value, When):
            return None
        value = gap.value.dimension, gap.value.low, gap.value.high
        claim_id = gap.statement.item.claim.id
        known = [each for each in self._found if each.statement.item.claim.id == claim_id]
        return next(
            (
                each
                for each in (*known, *amounts(gap.statement, self._scene, bare=True))
                if (each.dimension, each.measure.low, each.measure.high) == value
            ),
            None,
        )
