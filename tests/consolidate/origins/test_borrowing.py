"""Whose reporting an article passes on."""

from __future__ import annotations

import pytest

from conspectus.consolidate.origins.borrowing import lender, wire_credit
from conspectus.consolidate.origins.resolving import find_origins
from tests.support.articles import written

FIRE = (
    "Workers who fled the mill found a door chained, {said}. Four of them had tried it. "
    "The door has been taken away. The mill's owner would not comment. Rain is forecast."
)
OWN = (
    "The yard of the mill was quiet on Sunday. Smoke hung over the lane. Two engines stood at the gate. "
    "A crane came at noon. The roof was lifted off in three pieces. Neighbours brought soup. Nobody slept much."
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"SANDEL, 17 may 2025, 21:52 (Agencia Ribera).- {OWN}", "Agencia Ribera"),
        (f"Sandel (nsp). {OWN}", "nsp"),
        (f"BERLIN/dpa - {OWN}", "dpa"),
        (f"{OWN}\n\nQuelle: dpa", "dpa"),
        (f"{OWN}\n\nSource: Reuters", "Reuters"),
        (f"{OWN}\n\nWith reporting by Reuters", "Reuters"),
        (
            f"Der Hof war leer, wie die Nachrichtenagentur Lend Press Agency meldet. {OWN}",
            "Lend Press Agency",
        ),
        (f"Angela Oyen (CDU) kam am Sonntag. {OWN}", None),
        (f"{OWN} The crane, Reuters reported, was hired.", None),
    ],
)
def test_a_credit_stands_where_credits_do(text: str, agency: str | None) -> None:
    """In the dateline, in a line of its own, or in the opening; in passing it is none."""
    assert wire_credit(written(text)) == agency


def test_an_agencys_help_does_not_make_it_the_agencys() -> None:
    """Named people of the outlet wrote it; nor does an agency in the opening where people spoke to the outlet."""
    helped = written(f"{OWN}\n\nWith reporting by Reuters").model_copy(update={"byline": "Ida Kern"})
    assert wire_credit(helped) is None
    spoken = f'The mill burns, according to Reuters. {OWN} "I ran," Lech Banas told the Post.'
    assert wire_credit(written(spoken), own="Sandel Post") is None
    assert wire_credit(written(spoken), own="Arden Mail") == "Reuters"


def test_an_agencys_staff_is_the_agency() -> None:
    """Its own page signs with the staff, others' datelines with the name."""
    own = written(OWN, outlet="Northern Wire").model_copy(update={"byline": "Northern Wire staff"})
    assert wire_credit(own) == "Northern Wire"


def test_a_byline_that_other_datelines_credit_is_an_agency() -> None:
    """No list knows every agency."""
    first = written(f"SANDEL (Northgate Press) - {OWN}", outlet="Arden Mail")
    second = written(FIRE.format(said="police said"), outlet="Lend Radio").model_copy(
        update={"byline": "Northgate Press"}
    )
    (origin,) = find_origins([first, second])
    assert origin.name == "Northgate Press"


def test_what_is_mostly_anothers_is_the_others() -> None:
    """The paper that it leans on may be at hand or not; one that it names in passing lends nothing."""
    post = written(OWN, outlet="Sandel Evening Post")
    leaning = FIRE.format(said="the Sandel Evening Post reports").replace(
        "The door", "The paper says the door"
    )
    radio = written(leaning, outlet="Lend Radio")
    assert len(find_origins([post, radio])) == 1
    other = written(leaning.replace("Rain", "Sleet"), outlet="Arden Mail")
    assert len(find_origins([radio, other])) == 1
    aside = " ".join(f"Witness {n} saw number {n + 7} run. " for n in range(5))
    passing = written(f"{aside} The door was chained, the Sandel Evening Post reported.", outlet="Lend Radio")
    assert len(find_origins([post, passing])) == 2


def test_whoever_is_spoken_to_reports() -> None:
    """An article that leans on another paper and has its own witness is its own."""
    text = FIRE.format(said="the Sandel Evening Post reports").replace("The door", "The paper says the door")
    assert lender(written(text), {}) == "Sandel Evening Post"
    assert lender(written(f'{text} "I saw it," Lech Banas told this newspaper.'), {}) is None


def test_an_institution_that_is_quoted_is_no_lender() -> None:
    """The board's own page and a report on what the board says are two origins."""
    board = written(OWN, outlet="Mill Safety Board")
    report = written(FIRE.format(said="the Mill Safety Board reported"), outlet="Lend Radio")
    assert len(find_origins([board, report])) == 2
