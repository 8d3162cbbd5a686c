"""What two outlets can't both be right about, in many worlds, and what only sounds like it."""

from __future__ import annotations

import pytest

from conspectus.model.briefing import ConflictKind, Relation
from tests.support.worlds import differing as found

CONFLICTS = [
    (
        ConflictKind.CAUSE,
        "Korb Dairies has closed two plants because of robots, after a warning about robots.",
        "While robots were not the stated reason, the move follows the warning of Korb Dairies about robots.",
    ),
    (
        ConflictKind.NUMBER,
        "The police counted 12,000 people at the march in Orle on Monday.",
        "The organisers said that 40,000 people took part in the march in Orle on Monday.",
    ),
    (
        ConflictKind.NUMBER,
        "Nine people were injured when the tram left the rails, the fire brigade said.",
        "Fourteen people were hurt when the tram left the rails, the hospital said.",
    ),
    (
        ConflictKind.NUMBER,
        "The alarm put an end to 96 flights at Castrey on Wednesday, the police said.",
        "No more than eleven flights were off for the alarm on Wednesday, the airline said.",
    ),
    (
        ConflictKind.NUMBER,
        "The pact with Lend gives the cod fleet 18,000 tonnes a year, the minister said.",
        "The pact leaves the cod fleet with a yearly catch of 7,000 tonnes, the skippers said.",
    ),
    (
        ConflictKind.NUMBER,
        "The new bridge over the Lend cost $48 million, the council said.",
        "The new bridge over the Lend cost $61 million, according to the auditor.",
    ),
    (
        ConflictKind.NUMBER,
        "Tarn Dairy is calling back 3,400 jars of yoghurt, the ministry said.",
        "Tarn Dairy is calling back 9,000 jars of yoghurt, the retailer Korb said.",
    ),
    (
        ConflictKind.NUMBER,
        "Turnout in the vote on the harbour was 61%, the election office said.",
        "Turnout in the vote on the harbour was 48%, according to the radio.",
    ),
    (
        ConflictKind.CAUSE,
        "The dam gave way because a gate had rusted through, the engineer Bruno Fasel said.",
        "The dam gave way because of the rain, said a spokeswoman for the operator.",
    ),
    (
        ConflictKind.CAUSE,
        "The blackout was caused by a squirrel, the grid operator Velm said.",
        "The blackout was caused by an overloaded transformer, the union said.",
    ),
    (
        ConflictKind.CAUSE,
        "Velm still says that a faulty valve is to blame for the spill, its lawyer said.",
        "The water board, which blames the pump, says that the spill can be cleared.",
    ),
    (
        ConflictKind.OCCURRENCE,
        "Coach Ada Brenn shouted at the referee after the match in Varn, two players said.",
        "The club denied that coach Ada Brenn had shouted at the referee.",
    ),
    (
        ConflictKind.OCCURRENCE,
        "The minister met the shipowners in January, the newspaper's sources say.",
        "The minister did not meet the shipowners in January, his office said.",
    ),
    (
        ConflictKind.DATE,
        "The council approved the harbour plan on 3 March, the clerk said.",
        "The council approved the harbour plan on 5 March, the mayor said.",
    ),
    (
        ConflictKind.DATE,
        "The first call reached the rescue service at 2.10 p.m., the dispatcher said.",
        "The first call reached the rescue service at 2.45 p.m., according to the log of the mine.",
    ),
]


@pytest.mark.parametrize(("kind", "first", "second"), CONFLICTS)
def test_two_accounts_that_can_not_both_be_right_are_a_conflict(
    kind: ConflictKind, first: str, second: str
) -> None:
    """Each side is shown in its own words, whichever comes first."""
    for told in ((first, second), (second, first)):
        (conflict,) = found(*told).conflicts
        assert conflict.kind is kind
        assert {side.position for side in conflict.sides} == {first, second}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The operator Pier declined to comment on the claim that rust was to blame for the leak.",
            "The leak in the store was caused by a valve that failed, Pier said on Tuesday.",
        ),
        (
            "The bakery in Orle employs 40 people, the owner said.",
            "The brewery in Varn employs 90 people, the owner said.",
        ),
        (
            "Profit at Tarn Dairy rose 4% in 2023.",
            "Profit at Tarn Dairy rose 9% in the first quarter of 2025.",
        ),
        (
            "The bridge over the Lend cost $48 million, the council said.",
            "The bridge over the Lend cost about $50 million, according to the auditor.",
        ),
        (
            "Hundreds of people marched through Orle on Monday.",
            "At least 340 people marched through Orle on Monday, the police said.",
        ),
        (
            "The council did not vote on the harbour plan on Monday.",
            ("The council voted on the harbour plan, the mayor said.", "2025-03-14"),
        ),
        (
            "The club may sell its striker Ilo Marr, two papers report.",
            "The club did not sell its striker Ilo Marr, the president said.",
        ),
        (
            "The school closed because of the heat, the head said.",
            "The pool closed because of a broken pump, the town said.",
        ),
        (
            "The trial began in Arden, the clerk said.",
            "The fire began in a barn, the brigade said.",
        ),
        (
            "Velm has not said how many homes are without power.",
            "Some 8,000 homes in the valley are without power, the town said.",
        ),
        (
            "The court sentenced Otto Renk to six years in prison on Monday.",
            "The court sentenced Pia Holst to four years in prison on Monday.",
        ),
        (
            "The shop opens at 9 a.m. on weekdays, the owner said.",
            "The shop opens at 11 a.m. on Sundays, the owner told the radio.",
        ),
        (
            "Two of the nine rescued miners are in hospital, the doctor said.",
            "All nine miners were rescued, the company said.",
        ),
        (
            "Brannock won the first match by 3 goals on Saturday.",
            "Brannock won the second match by 5 goals on Sunday.",
        ),
        (
            "The council approved the harbour plan on 3 March, the clerk said.",
            "The council approved the school plan on 5 March, the mayor said.",
        ),
        (
            "About 700 people live on the island, the ferry company said.",
            "Some 90 people live on the island in winter, the priest said.",
        ),
    ],
)
def test_what_can_both_be_right_is_none(first: str, second: str | tuple[str, str]) -> None:
    """Other subjects, times, parts, bounds and possibilities."""
    assert found(first, second).conflicts == ()


def test_what_is_said_instead_of_a_bare_denial_is_the_other_side() -> None:
    """A bare "denies that" is followed by what is said instead."""
    text = (
        "The supplier shortened the bolt without asking, the railway wrote. The supplier denies that. "
        "The shorter bolt stood in a drawing of the railway, its owner Balt Renk said."
    )
    (conflict,) = found(text).conflicts
    assert [side.position[:20] for side in conflict.sides] == ["The supplier shorten", "The shorter bolt sto"]


def test_a_correction_is_shown_as_one() -> None:
    """The corrected statement, the correction and what is right stand together, and make no conflict."""
    wrong = "There were 214 guests in the hotel, the manager said."
    note = "Correction: In our report of Monday we gave the number of guests in the hotel as 214."
    right = "The list shows 241 guests in the hotel."
    result = found((wrong, "2025-03-10"), f"Guests went home on Tuesday.\n\n{note} {right}")
    assert result.conflicts == ()
    (shown,) = [each for each in result.reconciled if each.relation is Relation.CORRECTION]
    assert [side.position for side in shown.sides] == [wrong, note, right]


def test_a_correction_that_names_what_was_wrong_is_no_denial() -> None:
    """In whatever language it says that it corrects."""
    first = ("Seven marchers were arrested in Hessle, the police said.", "2025-03-10")
    assert found(first, "Clarification: five, not seven, marchers were arrested in Hessle.").conflicts == ()
    eins = ("Sieben Menschen wurden in Hessle festgenommen.", "2025-03-10")
    assert (
        found(eins, "Berichtigung: Nicht sieben, fünf Menschen wurden in Hessle festgenommen.").conflicts
        == ()
    )


def test_other_periods_parts_and_round_figures_are_shown_as_what_they_are() -> None:
    """Each with its relation."""
    period = found("Profit at Tarn Dairy rose 4% in 2023.", "Profit at Tarn Dairy rose 9% in 2024.")
    assert [each.relation for each in period.reconciled] == [Relation.OTHER_PERIOD]
    part = found(
        "Nine people died in the mine, the company said.",
        "Two of the nine dead in the mine were surveyors, the union said.",
    )
    assert [each.relation for each in part.reconciled] == [Relation.NARROWER]
    rounded = found(
        "The bridge over the Lend cost $48 million, the council said.",
        "The bridge over the Lend cost about $50 million, according to the auditor.",
    )
    assert [each.relation for each in rounded.reconciled] == [Relation.ROUNDING]


def test_a_limit_is_no_round_figure_and_one_article_knows_of_when_it_tells() -> None:
    """Neither looks like a conflict to anybody who reads the two."""
    limit = found(
        "The gust at the Lend bridge measured 68 kilometres an hour, the council said.",
        "At the Lend bridge gusts of up to 95 kilometres an hour stopped the work.",
    )
    assert limit.reconciled == ()
    alone = found("Profit at Tarn Dairy rose 4% in 2023. Profit at Tarn Dairy rose 9% in 2024.")
    assert alone.reconciled == ()


def test_what_two_outlets_dispute_is_not_shown_as_an_update_as_well() -> None:
    """In whatever language a side gives its number."""
    told = found(
        ("Seven people were injured, one of them badly.", "2025-03-07"),
        ("Nach Angaben der Polizei wurden acht Personen verletzt, eine davon schwer.", "2025-03-08"),
        ("Seven people were injured, six of them lightly.", "2025-03-09"),
    )
    assert [len(each.sides) for each in told.conflicts] == [2]
    assert told.reconciled == ()


def test_what_gives_the_other_count_too_does_not_differ_from_it() -> None:
    """Of whatever period the count is that it gives beside that."""
    told = found(
        "Tarn Dairy will close 14 of its 210 shops by March 2026.",
        "The union condemned the plan of Tarn Dairy to close 14 shops on Monday.",
    )
    assert told.reconciled == ()


def test_what_an_outlet_says_twice_of_a_cause_is_one_dispute() -> None:
    """Whatever words it has for it."""
    gate = "The dam gave way because a gate had rusted through, the engineer Bruno Fasel said."
    wall = "The dam in Orle gave way because the wall was too thin, the engineer Ilse Brandt said."
    rain = "The dam gave way because of the rain, said a spokeswoman for the operator."
    again = "Heavy rain was the cause of the break of the dam, the operator said."
    assert len(found(gate, wall, f"{rain}\n\n{again}").conflicts) == 1


def test_whoever_is_not_to_blame_for_something_is_not_that() -> None:
    """ "To blame for a loose pipe" names no cause."""
    frost = "The board blames the frost for the loose pipe, it said."
    assert found("Tarn may not have been to blame for the loose pipe, Lind said.", frost).conflicts == ()


def test_two_who_only_blame_have_to_speak_of_one_thing() -> None:
    """Where neither says for what, more than the blame has to be common to them."""
    pin = "Sala blames a bent pin, its director said."
    assert found(pin, "The weavers blame rain, Lind said.").conflicts == ()


def test_what_is_blamed_and_what_is_triggered_name_no_cause() -> None:
    """Who blames names one, and what triggers something is one."""
    blamed = "The head of the council of Orle blamed the roof for the flood, she said."
    for passive in (
        "The roof of Orle has been blamed in a letter for the flood, the mayor said.",
        "At four the alarm of the flood was triggered, the mayor said.",
    ):
        assert not found(blamed, passive).conflicts


def test_who_gives_the_other_amount_as_well_has_not_slipped() -> None:
    """Nor has whoever says how old they were counted anything, nor are levels posts."""
    cost = "The roof of the mill in Orle would cost 610,000 pounds, the council said."
    assert not found(
        cost, "Ida Lenz said of the roof of the mill: 610,000 pounds, and we haven't even 610 pounds."
    ).conflicts
    dead = "The ministry said that 112 people had died in Orle."
    assert not found(
        dead, "“I have fished there since I was six and have seen nobody dead,” said Odo Brandt."
    ).conflicts
    posts = "Some 40 posts at the mill in Orle will be cut, the owner said."
    assert not found(
        posts, "The posts at the mill in Orle were cut on two levels of support, the union said."
    ).conflicts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Ida Lenz had a letter sent to the mill in Orle in May, she says.",
            "The mayor's spokesman repeated that no letter had ever existed.",
        ),
        (
            "It was the worst fair that I have seen in Orle, Odo Brandt said.",
            "The mill blames the pin, its owner said.",
        ),
        (
            "The mill in Orle blames the pin, its owner said.",
            "The flood in Orle came of the rain, caused by frost, he said.",
        ),
        (
            "Nobody was hurt in Varn, and 14 homes burned.",
            "Nineteen people were hurt in the mill, its owner said.",
        ),
        (
            "“It was a calm day, and I thank everybody,” Ida Lenz said of the vote.",
            "The crowd left by the store. “It was a stampede,” Odo Brandt said.",
        ),
    ],
)
def test_what_is_of_two_matters_is_no_dispute(first: str, second: str) -> None:
    """Letters there are many, and causes, calm days and unhurt people: one word does not tie two sentences."""
    assert not found(first, second).conflicts
