"""Who names a value only to state another contradicts whoever states it."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing as found


@pytest.mark.parametrize(
    ("kind", "stated", "contested"),
    [
        (
            ConflictKind.DATE,
            "“Our foreman rang the harbour at 3.52,” the dairy said.",
            "The second entry was made not at eight minutes to four, as the dairy would have it, but at 4.31.",
        ),
        (
            ConflictKind.NUMBER,
            "Forty parcels were lost in Orle, the carrier said.",
            "It was not 40 parcels but 90 that were lost, the guild found.",
        ),
        (
            ConflictKind.NUMBER,
            "They were gone in less than five minutes, the prosecutor said.",
            "An hour went by, rather than five minutes, in the house.",
        ),
        (
            ConflictKind.NUMBER,
            "Selon la mairie, le nouveau pont sur la rivière coûte aux habitants 4,8 millions de francs.",
            "La chambre évalue le pont à 5,6 millions de francs, et non à 4,8 millions comme l'affirme la mairie.",
        ),
        (
            ConflictKind.NUMBER,
            "Nach Angaben der Reederei fehlten in Varn 412 Kisten.",
            "Es waren nicht 412 Kisten, wie die Reederei sagt, sondern 561.",
        ),
    ],
)
def test_not_this_but_that_is_set_against_this(kind: ConflictKind, stated: str, contested: str) -> None:
    """Wherever it is stated, in hours, counts and sums, in several languages."""
    (conflict,) = found(stated, contested).conflicts
    assert conflict.kind is kind
    assert [side.position for side in conflict.sides] == [stated, contested]


@pytest.mark.parametrize(
    "other",
    [
        "Ida Lenz will serve four years instead of forty in Varn, the court said.",
        "The carrier says that nine parcels rather than the 40 it had announced were lost.",
        "It was not 40 but the whole village that came, the guild found.",
        "It was not 40 parcels but 40 letters that were lost, the guild found.",
        "Not 41 but 90 parcels were lost in Varn by another carrier, the guild found.",
    ],
)
def test_what_contradicts_no_value_is_none(other: str) -> None:
    """A change, no other value, the same one, and a value that nobody states."""
    assert not found("Forty parcels were lost in Orle.", other).conflicts
