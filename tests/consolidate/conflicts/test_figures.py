"""Figures that several origins give are found, and equal numbers of different things are not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from conspectus.consolidate.conflicts.figures import figures_given
from conspectus.consolidate.conflicts.numbers.counts import stated
from conspectus.consolidate.conflicts.shared import collected, with_shared
from conspectus.consolidate.prose.compose import worths
from conspectus.model.briefing import Point, Shared, Standing
from conspectus.model.evidence import Verification
from tests.support.articles import ROOT
from tests.support.shared import GAZETTE, HERALD, shared_briefing
from tests.support.worlds import differing, scene

BURNT = "Hearth & Home is aware of 31 reports of burns, none of them life-threatening."
KNOWS = "The maker says it knows of 31 people who were burnt by its cookers."


def figures(*told: str | tuple[str, str]) -> list[str]:
    """The words of each figure that is shared, in order of the statements."""
    return [each.words for one in differing(*told).shared.values() for each in one]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (BURNT, KNOWS, ["31 reports", "31 people"]),
        (HERALD, GAZETTE, ["34 people", "Thirty-four people"]),
        (
            "The unit had sales of $46 billion, a record.",
            "Sales of 46bn dollars pleased nobody at the unit.",
            ["$46 billion", "46bn dollars"],
        ),
        (
            "Four workers were killed when fire swept through the hall.",
            "Four people died: a steward, a nurse and two cooks.",
            ["Four workers", "Four people"],
        ),
        (
            "The maker calls back about 412,000 pots.",
            "Since the autumn 412,000 have been sold in the shops of the chain.",
            ["about 412,000 pots", "412,000"],
        ),
        (
            "An alarm tripped at 3:40 a.m., and nobody heard it.",
            "At 3.40 on Monday morning the alarm of tank 7 was triggered.",
            ["3:40 a.m.", "3.40 on Monday morning"],
        ),
        ("The mayor had the papers at 23:41.", "They came in at 23.41.", ["23:41", "23.41"]),
        (
            "The five choristers died in the hall on 20 November 2021.",
            "On November 20, 2021, five were killed while the choristers rehearsed.",
            ["20 November 2021", "November 20, 2021", "five choristers", "five"],
        ),
    ],
)
def test_one_figure_in_two_sentences_is_shared(first: str, second: str, words: list[str]) -> None:
    """Whatever else the two say: a number, an hour or a day, and each side names its own words for it."""
    said = scene(first, second)
    assert sorted(each.words for each in figures_given(stated(said), said)) == sorted(words)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (BURNT, KNOWS.replace("31", "32"), "another number"),
        ("Four workers were killed in the fire.", "Four engines came to the fire.", "another thing counted"),
        ("Four people died in the fire.", "Four people were injured in the fire.", "another fate"),
        ("The four storeys burned out.", "Four men were in the yard.", "nothing in common"),
        ("At least 300 jobs will go at the mill.", "Up to 300 jobs will go at the mill.", "other bounds"),
        ("Joan Mickle, 58, was burnt.", "The board counts 58 people who were burnt.", "an age"),
        ("Of the workers 40 officers were hurt.", "In all 40 workers were hurt.", "a part"),
        (
            "In 2019 the mill lost 60 workers.",
            ("The mill lost 60 workers on Monday.", "2025-03-11"),
            "another time",
        ),
        (
            "The ministry said 60, not 70 houses burned.",
            "The mayor said that 70 houses burned.",
            "what it is not",
        ),
        (
            "An alarm tripped at 3:40 a.m.",
            "The alarm was switched off at 3:40 p.m.",
            "another half of the day",
        ),
        (
            "Varn led the cup final 1-0 at half-time.",
            "In the second half of the cup final Varn was tired.",
            "halves of a match",
        ),
        ("The mayor arrived at 3:40 a.m.", "Rain began to fall at 3:40 a.m.", "one round hour of two things"),
        (
            "The hall burned on 20 November 2021.",
            "A bank was robbed on 20 November 2021.",
            "one day of two things",
        ),
        ("The hall burned on 8 March.", "The hall burned down on Monday, 8 March.", "the day of the news"),
    ],
)
def test_equal_numbers_of_two_things_are_not_shared(
    first: str, second: str | tuple[str, str], why: str
) -> None:
    """A number alone ties nothing."""
    assert figures(first, second) == [], why


def test_claims_that_dispute_each_other_share_no_figure() -> None:
    """Whichever of the two is asked for."""
    said = scene(BURNT, KNOWS)
    one, other = (each.item.claim.id for each in said.said)
    assert set(collected(figures_given(stated(said), said))) == {one, other}
    assert collected(figures_given(stated(said), said), frozenset(((one, other), (other, one)))) == {}


def test_a_point_has_the_figures_that_others_give() -> None:
    """The point keeps its single origin, and names the other one for its figure only."""
    (event,) = shared_briefing().events
    (point,) = [each for each in (*event.lead, *event.points) if each.text == HERALD]
    (figure,) = point.shared
    assert point.standing is Standing.SINGLE_ORIGIN
    assert figure.words == "34 people … hospital"
    assert not set(figure.origins) & set(point.origins)
    assert shared_briefing().claim(figure.claim_ids[0]).text == GAZETTE


def test_a_figure_that_the_point_leaves_out_is_not_named() -> None:
    """A shortened point shares only what still stands in it, and nothing with the origins that carry it."""
    point = Point(
        text="People were taken to hospital.", claim_ids=("c1",), verified=Verification.MECHANICAL,
        standing=Standing.SINGLE_ORIGIN, origins=("o1",),
    )  # fmt: skip
    known = {"c1": (Shared(words="34 people", claim_ids=("c2",), origins=("o2",)),)}
    assert with_shared(point, known) == point
    told = point.model_copy(update={"text": "34 people were taken to hospital."})
    assert with_shared(told, known).shared == known["c1"]
    assert with_shared(told.model_copy(update={"origins": ("o1", "o2")}), known).shared == ()


def test_what_has_a_shared_figure_is_worth_more() -> None:
    """Of two sentences alike in all else the one whose figure another origin gives comes first."""
    known = differing("The mill lost 60 weavers in May.", "The mill lost 40 dyers in May.")
    weighed = [each.item for each in known.said.values()]
    figure = Shared(words="40 dyers", claim_ids=("c1",), origins=("o9",))
    key = weighed[1].claim.id
    plain, more = (worths(weighed, {}, frozenset(), shared=shared) for shared in ({}, {key: [figure]}))
    assert more[key] > plain[key]
    assert more[weighed[0].claim.id] == plain[weighed[0].claim.id]


COUNTED_TWICE = """
from tests.support.worlds import differing
found = differing(
    "Six people lost their lives at the Kembel mill on Tuesday.",
    "Fire at the mill killed six workers, the Kembel police said.",
    "Six people died in the fire at the Kembel mill.",
)
for claim_id, shared in found.shared.items():
    print(claim_id, [(each.words, each.claim_ids) for each in shared])
"""


def test_every_process_names_the_claims_in_one_order() -> None:
    """What is counted as people and as dead meets others in both, and sets of these have no order."""
    told = {
        subprocess.run(  # noqa: S603  # this interpreter, a program of our own
            [sys.executable, "-c", COUNTED_TWICE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(told) == 1
    assert b"Six people" in told.pop()


def test_where_little_is_told_one_figure_is_of_one_thing() -> None:
    """Of two short reports, that is; where much is measured, or told, the words around the figure have to tie it."""
    firm, landlord = (
        "The firm that let the flats was fined £72,000.",
        "For damp walls she pays £72,000 to her tenants.",
    )
    assert figures(firm, landlord) == ["£72,000", "£72,000"]
    sums = " ".join(
        f"The roof of house {letter} cost £{n}1,000." for n, letter in enumerate("QRSTU", start=1)
    )
    assert "£72,000" not in figures(f"{firm} {sums}", landlord)
    much = " ".join(
        f"{first}{second}ron sat down." for first in "BCDFGHK" for second in ("a", "e", "i", "o", "u", "y")
    )
    assert "£72,000" not in figures(f"{firm} {much}", landlord)
    assert figures("Only three people were hurt.", "The cats had three kittens.") == []
