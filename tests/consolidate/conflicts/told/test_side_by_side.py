"""Two speakers' figures, one behind the other in one article, are rivals where the second has nothing else to count."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind
from tests.support.worlds import differing as found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The growers' guild said that 171 barns in Orle had burnt down.",
            "The ministry's count for that day is 112.",
        ),
        ("The hall held 64 singers that night, the prosecutor said.", "The parish says 48."),
        (
            "Según la Unión, el precio acordado era de 27 millones de euros, todos fijos.",
            "El Racing habló de 22.",
        ),
        ("Nach Angaben der Polizei fehlen in Orle elf Krüge.", "Die Kuratorin spricht von vierzehn."),
        (
            "Nearly 190,000 parcels were lost in Orle, the guild said.",
            "The post has put the figure at fewer than 30,000.",
        ),
        ("The growers speak of just under 4,000 litres.", "The inspector’s report speaks of 20,500 litres."),
        (
            "900,000 crowns, says the council.",
            "Their survey says that 240,000 crowns will do for thirty years.",
        ),
        ("Die Polizei spricht von elf.", "In der Liste, die der Kuratorin vorliegt, stehen vierzehn."),
        (
            "The announced attendance of 5,120 is open to doubt.",
            "Orle police said that 4,480 people had been in the hall; about 900 of them stood.",
        ),
        ("Selon les syndicats, 71 % du personnel était en grève à Orle.", "La direction parle de 38 %."),
    ],
)
def test_a_figure_without_a_noun_is_of_what_the_one_before_it_counts(first: str, second: str) -> None:
    """The words that they share are none."""
    (conflict,) = found(f"{first} {second}").conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert [side.position for side in conflict.sides] == [first, second]


def test_who_speaks_elsewhere_can_have_a_figure_of_theirs() -> None:
    """Of others, what they have is their own."""
    told = "The prosecutor said that 64 singers came. The parish had 48."
    assert not found(told).conflicts
    assert found(f"{told} The mayor thanked all of them. The parish said that the hall was full.").conflicts


def test_one_dispute_is_shown_once() -> None:
    """Figures that are compared by what they count aren't set side by side again."""
    text = "The hospital said on Tuesday that 171 people had died by noon. The ministry’s figure for that hour was 112."
    assert len(found(text).conflicts) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The prosecutor said that 64 singers were in the hall.",
            "The parish says that 48 chairs had been lent.",
        ),
        ("The prosecutor said that 64 singers were in the hall.", "The prosecutor had said 48."),
        ("Sixty-four singers were in the hall at Orle.", "The sum was 48."),
        ("The prosecutor said that 64 singers were in the hall.", "The parish still had 48."),
        ("Ida Lenz won 48 per cent, the election office said.", "Her rival, Otto Renk, had 44 per cent."),
        ("The Reds won 31 seats in Orle, the commission said.", "The Blues had 28."),
        ("The prosecutor said that 64 singers were in the hall.", "The parish says 64."),
        ("The prosecutor said that 64 singers were in the hall.", "The parish says 9,000."),
        (
            "The union said that the rise is worth 3 per cent.",
            "Profits have grown by 8 per cent, the firm said.",
        ),
        (
            "The announced attendance of 5,120 is open to doubt.",
            "Orle police said that 4,480 people had been arrested.",
        ),
        (
            "The announced attendance of 5,120 is open to doubt.",
            "Orle police said that 48 people had come late.",
        ),
    ],
)
def test_other_figures_are_no_rivals(first: str, second: str) -> None:
    """Other things, one speaker, nobody's word, another time, the same figure, what can't be of one thing, and some of
    a crowd.
    """
    assert not found(f"{first} {second}").conflicts


def test_what_has_no_role_needs_two_speakers_or_much_in_common() -> None:
    """There are many amounts in an event: shares, sums, points."""
    shares = (
        "Pills from Orle raise the risk by 31 per cent, a study found.",
        "Other pills showed a rise of 12 per cent.",
    )
    assert not found(*shares).conflicts
    crates = (
        "Korb lost 300 crates in Orle, the guild said.",
        "Korb lost 1,900 crates in Orle, its owner Ida Lenz said.",
    )
    assert found(*crates).conflicts
    crew = "The council of Castrey voted on Monday to close {} of its branch libraries from the summer."
    assert found(crew.format("six"), crew.format("four")).conflicts
    owed = "The dairy in Orle owed {} million crowns to its growers{}."
    assert found(owed.format(61, ""), owed.format(23, ", the bank said")).conflicts
    other = "Debts of {} million crowns were on the books of the dairy."
    assert not found("The dairy in Orle owes its growers 61 million crowns.", other.format(23)).conflicts


def test_of_a_row_of_amounts_the_last_two_are_rivals() -> None:
    """What a third has of them, with another's in between, is nobody's count of what the second counts."""
    told = (
        "Pellworm said on Friday that it had orders for 310 looms from Orle and could deliver 200 of them by June. "
        "Varn & Son has orders for 140 and expects to deliver all of them in time. "
        "Orle needs 550 looms, according to the ministry. The growers' guild says 700."
    )
    (conflict,) = found(told).conflicts
    assert [side.position for side in conflict.sides] == [
        "Orle needs 550 looms, according to the ministry.",
        "The growers' guild says 700.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        (
            "The hall held 64 singers that night, the prosecutor said.",
            "The parish says 48.",
            "How many singers?",
        ),
        (
            "The growers put the loss at 40 per cent.",
            "The ministry says 25 per cent.",
            "Which number is right?",
        ),
    ],
)
def test_the_question_says_what_is_counted(first: str, second: str, asked: str) -> None:
    """Where the first figure has a noun."""
    (conflict,) = found(f"{first} {second}").conflicts
    assert conflict.question == asked
