"""What is passed on and nobody stands by."""

from __future__ import annotations

import pytest

from conspectus.text.hearsay import hearsay, owns_to_hearsay


@pytest.mark.parametrize(
    "text",
    [
        "Rumour has it that the mill is for sale.",
        "Word around the harbour is that the ferry never had a licence.",
        "A cousin of mine who knows the mayor says the bridge was paid for twice.",
        "I hear that the coach has packed his bags.",
        "The treasurer's brother supposedly runs the firm.",
        "The mill is for sale, though I can't prove it.",
        "Es wird gemunkelt, dass die Mühle verkauft wird.",
    ],
)
def test_what_nobody_stands_by_is_hearsay(text: str) -> None:
    """Whoever passes it on says so."""
    assert hearsay(text)


@pytest.mark.parametrize(
    "text",
    [
        "The owner denied a rumour that the mill is for sale: rumour has it wrong, she said.",
        "A spokeswoman said that the mill is for sale.",
        "“Rumour has it that we are closing,” said Jan Roo, who runs the mill.",
        "The supposedly fireproof doors burned through in four minutes.",
        "The court heard that the doors had been locked.",
        "A colleague who was on the platform was hurt.",
    ],
)
def test_what_somebody_stands_by_is_none(text: str) -> None:
    """A speaker, a court or a denial is no hearsay."""
    assert not hearsay(text)


def test_a_text_owns_that_what_stands_before_it_is_hearsay() -> None:
    """ "Nobody will confirm it" speaks of the sentence before; a spokesman's silence does not."""
    assert owns_to_hearsay("Nobody will confirm it, of course.")
    assert owns_to_hearsay("Make of that what you will.")
    assert not owns_to_hearsay("The ministry declined to confirm it.")
