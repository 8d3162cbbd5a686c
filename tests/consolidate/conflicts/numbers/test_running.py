"""Homes without power, burnt ground and votes counted: another amount an hour later, and no conflict for that."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import Relation
from tests.consolidate.conflicts.numbers.test_printed import AFTERNOON, MORNING, Told, differing

RUNNING = {
    "homes without power": (
        "The storm left 8,200 homes without power in Arden, the grid operator said.",
        "The storm left 3,100 homes without power in Arden, the grid operator said.",
    ),
    "no electricity": (
        "Some 8,200 households in Arden had no electricity after the storm.",
        "3,100 households in Arden had no electricity after the storm, the mayor said.",
    ),
    "in French": (
        "À Varnes, 8 200 foyers étaient privés d’électricité après la tempête.",
        "À Varnes, 3 100 foyers étaient privés d’électricité après la tempête.",
    ),
    "in Spanish": (
        "El temporal dejó sin luz a 8.200 hogares en Alcor.",
        "El temporal dejó sin luz a 3.100 hogares en Alcor.",
    ),
    "burnt": (
        "The fire in the Varn hills has burned 240 hectares, the fire service said.",
        "The fire in the Varn hills has burned 610 hectares, the governor said.",
    ),
    "burnt, in acres": (
        "The blaze in the Varn hills has scorched 240 acres.",
        "The blaze in the Varn hills has scorched 610 acres.",
    ),
    "burnt, in French": (
        "L’incendie a parcouru 240 hectares dans les collines de Varnes.",
        "L’incendie a parcouru 610 hectares dans les collines de Varnes.",
    ),
    "burnt, in Spanish": (
        "El incendio de Alcor ha quemado 240 hectáreas.",
        "El incendio de Alcor ha quemado 610 hectáreas.",
    ),
    "votes": (
        "With 30 per cent of the votes counted in Arden, Lena Voss led the race for mayor.",
        "With 85 per cent of the votes counted in Arden, Lena Voss led the race for mayor.",
    ),
}
STILL = {
    "whose power was cut at all": (
        "The storm cut power to 8,200 customers in Arden, the utility said.",
        "The storm cut power to 14,500 customers in Arden, said the governor.",
    ),
    "burnt ground that another has smaller": (
        "The fire in the Varn hills has burned 610 hectares, the fire service said.",
        "The fire in the Varn hills has burned 240 hectares, the forest owners said.",
    ),
    "the size of what burns": (
        "The fire burns in a park of 240 hectares at Varn, the mayor said.",
        "The fire burns in a park of 610 hectares at Varn, the owner said.",
    ),
    "barns that a fire destroyed": (
        "The fire in the Varn hills destroyed 40 barns, the mayor said.",
        "The fire in the Varn hills destroyed 62 barns, the farmers said.",
    ),
    "ground": (
        "The farm at Orle covers 240 hectares, the mayor said.",
        "The farm at Orle covers 610 hectares, the union said.",
    ),
    "votes that were cast": (
        "The motion got 212 votes in Arden, the clerk said.",
        "The motion got 238 votes in Arden, the mayor said.",
    ),
    "homes": (
        "The council sold 240 homes in Arden, the mayor said.",
        "The council sold 610 homes in Arden, the tenants said.",
    ),
    "homes with power": (
        "The plant at Orle makes power for 8,200 homes, the mayor said.",
        "The plant at Orle makes power for 14,500 homes, the owner said.",
    ),
    "schools, where homes have no power": (
        "The storm closed 40 schools in Arden and left homes without power, the mayor said.",
        "The storm closed 62 schools in Arden and left homes without power, the union said.",
    ),
}
TIMES = [(MORNING, AFTERNOON), ("2026-03-03", "2026-03-05")]


@pytest.mark.parametrize(("first", "second"), RUNNING.values(), ids=list(RUNNING))
def test_what_goes_on_moves_from_hour_to_hour_and_from_day_to_day(first: str, second: str) -> None:
    """The later replaces the earlier; at one time they contradict each other."""
    for earlier, later in TIMES:
        for told in (
            [Told(first, earlier), Told(second, later)],
            [Told(second, later), Told(first, earlier)],
        ):
            found = differing(*told)
            (update,) = found.reconciled
            assert update.relation is Relation.UPDATE
            assert [side.position for side in update.sides] == [first, second]
            assert not found.conflicts
            assert found.outdated == set(update.sides[0].claim_ids)
    assert differing(Told(first, MORNING), Told(second, MORNING)).conflicts


@pytest.mark.parametrize(("first", "second"), STILL.values(), ids=list(STILL))
def test_what_stays_contradicts_at_any_time(first: str, second: str) -> None:
    """However far apart it was printed."""
    for earlier, later in TIMES:
        assert differing(Told(first, earlier), Told(second, later)).conflicts


def test_german_households_without_power_move_on() -> None:
    """In the order in which they were counted."""
    first, second = (f"Nach dem Sturm waren in Altfeld {n} Haushalte ohne Strom." for n in (8200, 3100))
    (update,) = differing(Told(second, AFTERNOON), Told(first, MORNING)).reconciled
    assert [side.position for side in update.sides] == [first, second]
