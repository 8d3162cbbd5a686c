"""What every part of the program says in English: dates, amounts, durations; and the marks of standing.

A briefing's own words are `wording`'s, in its language.
"""

from __future__ import annotations

from conspectus.model.briefing import Standing
from conspectus.render.wording import ENGLISH

PARTLY = "◐"
"""The mark of what one origin carries and others give a figure of."""
BESIDE = "⇄"
"""The mark of what another origin tells of what is likely the same as what stands above it."""
MARKS = {Standing.CORROBORATED: "●●", Standing.SINGLE_ORIGIN: "●", Standing.DISPUTED: "≠"}

day = ENGLISH.day
period = ENGLISH.period
seconds = ENGLISH.seconds
calls = ENGLISH.calls
tokens = ENGLISH.tokens
cost = ENGLISH.cost
quoted = ENGLISH.quoted


def count(number: int, singular: str, plural: str | None = None) -> str:
    """The number with its noun: 1 article, 1,200 articles."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def clock(value: float) -> str:
    """The duration as a clock shows it: 0:09, 6:12, 1:05:00."""
    minutes, rest = divmod(round(value), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
