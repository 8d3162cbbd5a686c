"""What one sentence says of two speakers is a conflict of its halves, each with its own words as evidence."""

from __future__ import annotations

import pytest

from conspectus import brief, verify
from conspectus.model.briefing import ConflictKind
from conspectus.settings import Settings
from tests.support.articles import written
from tests.support.worlds import differing as found


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "Ils étaient 4 800 selon les syndicats, 1 900 selon la préfecture.",
            ["Ils étaient 4 800 selon les syndicats", "1 900 selon la préfecture."],
        ),
        (
            "The guild says that 380 barns burnt down, while the ministry puts it at 112, its minister said.",
            ["The guild says that 380 barns burnt down", "the ministry puts it at 112, its minister said."],
        ),
        (
            "The police counted 1,900 marchers in Orle, the organisers 4,800.",
            ["The police counted 1,900 marchers in Orle", "the organisers 4,800."],
        ),
        (
            "La préfecture a compté 1 900 manifestants, les organisateurs 4 800.",
            ["La préfecture a compté 1 900 manifestants", "les organisateurs 4 800."],
        ),
    ],
)
def test_two_speakers_of_one_sentence_are_two_sides(text: str, halves: list[str]) -> None:
    """The second may leave out what is counted, and the verb."""
    (conflict,) = found(text).conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert [side.position for side in conflict.sides] == halves


@pytest.mark.parametrize(
    "text",
    [
        "The police counted 1,900 marchers in Orle, and the police chief saw 12 horses.",
        "The police counted 1,900 marchers in Orle, the police 4,800.",
        "The police counted 1,900 marchers in Orle, 400 more than last year.",
        "The police counted 1,900 marchers in Orle, among them 400 pupils, said the school.",
        "In Orle 1,900 marched, in Varn 4,800.",
        "With 12 per cent of the votes counted, Ida Lenz had 54 per cent, said the commission.",
        "Sixty-four people were in the hall, according to the indictment, though it is licensed for 50.",
        "The police counted 1,900 marchers in Orle, the organisers 1,900.",
    ],
)
def test_other_sentences_with_two_figures_are_none(text: str) -> None:
    """Other things, one speaker, more of them, a part, nobody's word, and the same figure."""
    assert not found(text).conflicts


def test_a_briefing_shows_both_halves_and_holds_its_promises() -> None:
    """Several articles that tell of the two figures are one conflict, whose sides have words of each."""
    one = written(
        "Workers marched through Orle on Monday. The police counted 1,900 marchers in Orle, the organisers 4,800. "
        "The march ended at the town hall at noon.",
        outlet="The Orle Echo",
        day="2025-03-11",
    )
    other = written(
        "Orle saw its largest march for years on Monday. Marchers were 4,800 according to the union, "
        "1,900 according to the prefect. Trams stood still until the evening.",
        outlet="Radio Tarn",
        day="2025-03-11",
    )
    briefing = brief((one, other), settings=Settings(model="none"))
    (conflict,) = [each for event in briefing.events for each in event.conflicts]
    assert [side.position for side in conflict.sides] == [
        "The police counted 1,900 marchers in Orle",
        "the organisers 4,800.",
    ]
    assert verify(briefing) == ()
