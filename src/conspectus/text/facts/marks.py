"""What a word may begin: so that a text is looked through once, and not anew for each kind of fact."""

from __future__ import annotations

from conspectus.text.facts.cues import BEGINNINGS
from conspectus.text.facts.date_anchors import BY_ANCHOR
from conspectus.text.facts.number_words import STARTERS

DATE = 1
"""The word may be part of a date: a month, a unit of time's "last", four digits."""
NUMBER = 2
"""A number may begin with the word."""
CUE = 4
"""The cue of an operator may begin with the word."""
RAISED = 8
"""The word has a capital letter."""
_YEAR_LENGTH = 4


def marks_of(word: str, low: str) -> int:
    """The marks of a token, given as it stands and lower-cased, added up; 0 for most."""
    digits = low[0].isdecimal()
    dated = low in BY_ANCHOR or (digits and len(low) >= _YEAR_LENGTH and low[:_YEAR_LENGTH].isdecimal())
    return (
        DATE * dated
        + NUMBER * (digits or low in STARTERS)
        + CUE * (low in BEGINNINGS or low.endswith("n't"))
        + RAISED * (word != low)
    )
