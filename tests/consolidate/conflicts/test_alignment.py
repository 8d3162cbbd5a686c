"""Sentences of two reports that tell of one thing in words of their own."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from conspectus.consolidate.conflicts.alignment import LIKELY, WEIGHTS, Alignment
from conspectus.consolidate.conflicts.statements import Statement
from tests.support.worlds import scene
from tests.work import calls

_FIRST = (
    "A storm crossed the county of Varn on Friday.",
    "The strongest gust, 137 km/h, was measured at the lighthouse.",
    "Ferries to Orle were cancelled, and two roads were closed by trees.",
    "The mayor thanked the volunteers who had filled sandbags.",
)
_SECOND = (
    "Varn had its worst night in years.",
    "Instruments at the lighthouse showed a gust of 146 km/h.",
    "Trees lay on two roads, and no ferry left for Orle.",
    "Schools will open as usual on Monday.",
)


@pytest.fixture
def told() -> tuple[Alignment, dict[str, Statement]]:
    """The statements of both reports by their text, and how they are aligned."""
    made = scene(" ".join(_FIRST), " ".join(_SECOND))
    return Alignment(made), {each.text: each for each in made.said}


@pytest.mark.parametrize("number", [1, 2])
def test_what_tells_of_one_thing_is_likely_to_whether_it_agrees_or_not(
    told: tuple[Alignment, dict[str, Statement]], number: int
) -> None:
    """Two gusts that differ, and the same roads and ferries, each other's only counterparts."""
    alignment, said = told
    first, second = said[_FIRST[number]], said[_SECOND[number]]
    likelihood = alignment.likelihood(first, second)
    assert LIKELY <= likelihood == alignment.likelihood(second, first) < 1
    assert alignment.counterparts(first) == [(likelihood, second)]


def test_what_shares_nothing_has_no_counterpart(told: tuple[Alignment, dict[str, Statement]]) -> None:
    """Neither the mayor's thanks nor Monday's school has one; what one outlet tells is never its own."""
    alignment, said = told
    assert alignment.counterparts(said[_FIRST[3]]) == []
    assert alignment.counterparts(said[_SECOND[3]]) == []
    assert alignment.likelihood(said[_FIRST[1]], said[_FIRST[1]]) == 0


def test_what_others_tell_is_counted_by_origin(told: tuple[Alignment, dict[str, Statement]]) -> None:
    """Of the gust the other origin tells as surely as its nearest sentence is likely to; of the thanks nobody does."""
    alignment, said = told
    gust = said[_FIRST[1]]
    assert alignment.told_by_others(gust) == alignment.likelihood(gust, said[_SECOND[1]])
    assert alignment.told_by_others(said[_FIRST[3]]) == 0


def test_no_more_others_are_counted_than_matter() -> None:
    """Three others tell of the gust: two or half a one are as many as are asked for, and five are three."""
    made = scene(" ".join(_FIRST), *3 * [" ".join(_SECOND)])
    gust = next(each for each in made.said if each.text == _FIRST[1])
    alignment = Alignment(made)
    told = alignment.told_by_others(gust)
    assert 2 < told <= 3
    assert [alignment.told_by_others(gust, most) for most in (0.5, 2, 5)] == [0.5, 2, told]


def test_what_is_kept_of_a_large_event_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where next to no cosine may be kept, each is worked out anew and is the same."""
    made = scene(" ".join(_FIRST), *3 * [" ".join(_SECOND)])

    def told() -> list[tuple[float, list[tuple[float, Statement]]]]:
        alignment = Alignment(made)
        return [(alignment.told_by_others(each), alignment.counterparts(each)) for each in made.said]

    kept = told()
    monkeypatch.setattr("conspectus.consolidate.conflicts.alignment._MOST_KNOWN", 0)
    assert told() == kept


def test_where_enough_others_tell_the_rest_are_not_weighed() -> None:
    """Three others tell of the gust, thirty of the lighthouse only: the three are weighed first, and are enough."""
    rest = [
        f"The strongest door of the lighthouse was measured {number} times." for number in range(100, 130)
    ]
    made = scene(" ".join(_FIRST), *rest, *3 * [" ".join(_SECOND)])
    gust = next(each for each in made.said if each.text == _FIRST[1])
    two, nine = Alignment(made), Alignment(made)
    assert calls(lambda: two.told_by_others(gust, 2)) < calls(lambda: nine.told_by_others(gust, 9)) / 2


def test_the_odds_fall_where_articles_have_more_to_choose_from() -> None:
    """The same two sentences among a dozen others each, which have nothing to do with them."""

    def likelihood(more: int) -> float:
        towns = (
            "Kelm",
            "Sund",
            "Wick",
            "Brann",
            "Alder",
            "Selm",
            "Hask",
            "Orm",
            "Tarn",
            "Vik",
            "Lund",
            "Moss",
        )
        first, second = (
            " ".join(
                f"{verb} {noun} at {town} {what} {number}." for number, town in enumerate(towns[:more], start)
            )
            for verb, noun, what, start in (
                ("A", "barge", "took coal", 300),
                ("One", "signal", "stood red", 700),
            )
        )
        made = scene(f"{_FIRST[1]} {first}", f"{_SECOND[1]} {second}")
        said = {each.text: each for each in made.said}
        alignment = Alignment(made)
        told = alignment.features(said[_FIRST[1]], said[_SECOND[1]])
        odds = sum(WEIGHTS[name] * value for name, value in told.items())
        return alignment.likelihood(said[_FIRST[1]], said[_SECOND[1]]) - 1 / (1 + math.exp(-odds))

    assert likelihood(2) == 0
    assert likelihood(12) < 0


def test_vectors_are_weighed_where_they_are_given() -> None:
    """Sentences without a word in common are likely to be of one thing if their vectors are alike, and only then."""
    made = scene(" ".join(_FIRST), " ".join(_SECOND))
    said = {each.text: each for each in made.said}
    thanks, school = said[_FIRST[3]], said[_SECOND[3]]
    rows = {each.text: row for row, each in enumerate(made.said)}

    def alike(value: float) -> Alignment:
        def likeness(texts: Sequence[str]) -> list[list[float]]:
            assert list(texts) == list(rows)
            pair = {rows[thanks.text], rows[school.text]}
            return [
                [value if {one, two} == pair else 0.0 for two in range(len(texts))]
                for one in range(len(texts))
            ]

        return Alignment(made).weighing(likeness)

    assert Alignment(made).counterparts(thanks) == alike(0.2).counterparts(thanks) == []
    ((likelihood, counterpart),) = alike(0.9).counterparts(thanks)
    assert counterpart is school
    assert LIKELY <= likelihood == alike(0.9).likelihood(school, thanks)
    assert alike(0.9).counterparts(said[_FIRST[1]]) == []


def test_a_speaker_that_two_sentences_share_makes_them_no_more_alike() -> None:
    """What somebody says of one thing is nothing that they say of another."""
    made = scene("The barge is safe, Ada Holm said.", "Ada Holm said that no signal failed.")
    first, second = made.said
    assert first.voice & second.voice
    assert Alignment(made).alike(first, second) == 0
