"""Who says it."""

from __future__ import annotations

import pytest

from conspectus.consolidate.language.voices import speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to a former clerk, it happened twice.", {"former", "clerk"}),
        (
            "“It can’t be held,” says the letter, which Velm sent to its mayor, Ida Lenz, on Monday.",
            {"letter"},
        ),
        ("The mill is closed, according to Skerry Line.", {"skerry", "line"}),
        ("The mill is closed, said Otto Renk, who owns it.", {"otto", "renk"}),
        ("The mayor, Hana Brisk, says that the mill is closed.", {"hana", "brisk"}),
        ("The coastguard said on Monday that the mill is closed.", {"coastguard"}),
        ("Four people died in the mill at Varn, the coastguard said.", {"coastguard"}),
        ("The ministry’s figure was 112.", {"ministry"}),
        ("The growers have put the loss at 40 barrels.", {"growers"}),
        ("The guild speaks of just under 4,000 litres.", {"guild"}),
        ("The mill needs a roof at an estimated cost of 900 crowns.", set()),
        ("The growers have put the barrels at the gate.", set()),
        ("It started in the mill, she said.", {"she"}),
        ("Ida Lenz led after a third of the votes were counted on Sunday.", set()),
        ("The loss was not yet estimated.", set()),
        ("The mill is closed.", set()),
    ],
)
def test_a_speaker_is_known_by_the_words_that_name_them(text: str, who: set[str]) -> None:
    """In front, behind, inverted, as an owner of a figure, or by a pronoun."""
    assert speaker(text) == who
