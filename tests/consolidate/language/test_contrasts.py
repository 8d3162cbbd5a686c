"""Words that tell two things of one name apart."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.contrasts import other_part, side_by_side


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Profit was 7 million in the first half.", "Profit was 3 million in the second quarter.", True),
        ("It cured 40 people in phase two.", "It cured 300 people in phase three.", True),
        ("In Varn alone 58 barns burned down.", "240 barns burned down.", True),
        ("In Varn alone 58 barns burned down.", "The mayor of Varn counted 61 barns.", False),
        ("Across the county 240 barns burned down.", "In Varn 58 barns burned down.", True),
        ("Including the crew there were 123 aboard.", "There were 118 passengers.", True),
        ("The grant is 4 crowns per person.", "The grant is 90,000 crowns.", True),
        ("Each household gets 15 crowns.", "Every household gets 27 crowns.", False),
        ("The first reports spoke of nine.", "The last train carried twelve.", False),
        ("It was the first time that nine came.", "It was the last night, and twelve came.", False),
    ],
)
def test_a_part_is_not_the_whole(first: str, second: str, *, apart: bool) -> None:
    """Halves, phases, what is counted in or out, each and all."""
    assert other_part(first, second) is apart
    assert other_part(second, first) is apart


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Cherry growers lost half.", "Apple growers lost a third.", True),
        (
            "The town plans 18 million of spending on schools.",
            "It plans 6 million of spending on roads.",
            False,
        ),
        ("18 millions de dépenses de fonctionnement.", "6 millions de dépenses d’investissement.", False),
        ("18 millions de dépenses de fonctionnement.", "6 millions de dépenses de personnel.", True),
        ("Apple growers lost half.", "The growers lost a third.", False),
        ("Seven skiers were buried.", "Two skiers were buried.", False),
    ],
)
def test_words_beside_a_shared_word_tell_two_things_apart(first: str, second: str, *, apart: bool) -> None:
    """Where each has its own; numbers are none."""
    assert side_by_side(first, second) is apart
    assert side_by_side(second, first) is apart
