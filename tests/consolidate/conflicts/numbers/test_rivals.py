"""Amounts that are each other's counterparts in two reports of one event."""

from __future__ import annotations

import pytest

from conspectus.consolidate.conflicts.numbers.counts import stated
from conspectus.consolidate.conflicts.numbers.rivals import candidates, explained
from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing, scene

_STORM = (
    "A storm crossed the county of Varn on Friday. Trees fell on two roads. Ferries to Orle were cancelled."
)
_GALE = "Varn had its worst night in years. Ferries stayed in port. Schools will open as usual on Monday."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The strongest gust, 137 km/h, was measured at the lighthouse.",
            "At the lighthouse the instruments showed a gust of 146 km/h.",
        ),
        (
            "Four people were treated for smoke at the roadside.",
            "Seven residents were given oxygen at the roadside after breathing in smoke.",
        ),
        (
            "The roof of the market hall will cost €184 million.",
            "For 148 million euros the market hall gets a roof.",
        ),
        ("All 31,000 birds on the farm are being culled.", "On the farm 13,000 turkeys are being put down."),
        ("The dogs killed 23 sheep.", "Thirty-two sheep have been found dead at Orle."),
        # One slip, of whatever it is counted.
        ("The curator said 83 coins were gone.", "The 38 silver pieces had been dug up in 2022."),
        (
            "The bus drivers would get 90 crowns a month and 600 crowns at once.",
            "Drivers of the bus get 60 crowns a month and 600 crowns at once.",
        ),
    ],
)
def test_counterparts_that_differ_conflict(first: str, second: str) -> None:
    """However differently the two outlets word it."""
    (conflict,) = differing(f"{_STORM} {first}", f"{_GALE} {second}").conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert len(conflict.sides) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Nothing ties them.
        ("The hall cost 90 million crowns.", "The ferry makes 60 million crowns a year."),
        # Too far apart to be of one thing.
        ("Smoke drove 300 people from the hall.", "Four people breathed in smoke at the hall."),
        # One tells both shares, of which the other has one.
        (
            "The mill said it would drop 14 percent of its staff after its profit fell by nearly a quarter.",
            "The mill said that its profit had fallen by 24 percent and that staff would go.",
        ),
        # Another article has a nearer counterpart.
        (
            "The gust at the lighthouse reached 137 km/h.",
            "The gust at the lighthouse reached 137 km/h. Farther inland a gust reached 110 km/h.",
        ),
        # Of shares there are many.
        ("Some 40 per cent of the tiles fell.", "Insurers expect 30 per cent of tiles to be replaced."),
    ],
)
def test_what_is_no_counterpart_does_not_conflict(first: str, second: str) -> None:
    """Two amounts of one unit are not of one thing for that."""
    assert not differing(f"{_STORM} {first}", f"{_GALE} {second}").conflicts


@pytest.mark.parametrize(
    ("second", "compared"),
    [
        ("Roofs of 230 houses were torn off.", 1),
        ("Roofs of 230 houses were not torn off.", 0),
        ("Roofs of 230 houses in another street were torn off.", 0),
        ("Roofs of 140 houses were torn off.", 0),
        ("Roofs of 5,200 houses were torn off.", 0),
    ],
)
def test_what_can_be_right_of_two_groups_is_not_weighed(second: str, compared: int) -> None:
    """Those that did not, others, the same number, and one that is too far away."""
    said = scene("The storm damaged 140 houses.", second)
    pairs = [(a, b) for a, b, _ in candidates(stated(said), said) if not explained(a, b)]
    assert len(pairs) == compared


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        ("Orle's new quay is to cost 14 million euros, the county said.", 1),
        ("The county now expects Orle's new quay to cost 14 million euros.", 0),
    ],
)
def test_a_later_figure_that_says_it_moves_on_is_no_rival(second: str, shown: int) -> None:
    """Who "now" expects more had expected less before."""
    first = "Orle's new quay would cost 9 million euros, the county said."
    assert len(differing(first, (second, "2025-03-15")).conflicts) == shown


@pytest.mark.parametrize(("day", "shown"), [("2025-03-11", 1), ("2025-03-15", 0)])
def test_a_price_is_another_one_on_each_day_of_trading(day: str, shown: int) -> None:
    """Shares that fell to one price and closed at another days later are no conflict, and one of a day is told once."""
    first = "Shares of the Orle mill fell 11 per cent to 286 pence."
    second = "Shares of the Orle mill fell 19 per cent and closed at 262 pence."
    assert len(differing(first, (second, day)).conflicts) == shown


def test_those_with_something_are_some_of_them() -> None:
    """All else being equal, what is counted without a word about it is another number."""
    sample = "The thieves put 500 coins on view in Varn, the curator said."
    holed = "A dealer in Varn said that he had seen 143 coins with a hole."
    assert not differing(f"{_STORM} {sample}", f"{_GALE} {holed}").conflicts


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        ("The kidnappers had asked for 6 million euros, according to a cousin of the miller.", 1),
        ("Those who asked for 9 million euros will get less, said the kidnappers' lawyer.", 1),
        ("The kidnappers asked 6 million viewers to watch, according to a cousin of the miller.", 0),
    ],
)
def test_a_sum_that_somebody_asked_for_is_weighed(second: str, shown: int) -> None:
    """Whom a reporter asked is no amount; what somebody asks for is one."""
    said = scene("The kidnappers of the miller want 4 million euros, said the mayor of Orle.", second)
    pairs = [(a, b) for a, b, _ in candidates(stated(said), said) if not explained(a, b)]
    assert len(pairs) == shown
