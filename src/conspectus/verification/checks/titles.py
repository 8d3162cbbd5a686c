"""Titles of a year: "the 2024 champion, Ines Vold" for "Ines Vold, champion of 2025"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from conspectus.text.facts.dates import Mention
from conspectus.text.facts.resolving import Parts
from conspectus.verification.checks.case import Analysis

_REACH = 4
_NO_TITLE = frozenset(
    str.split("in since by until from of during after before than and to late early mid for or against at on")
)
"""Before a year, what keeps it from being the first half of a title."""


def holds_of_another_year(
    claim: Analysis, wanted: Mention, known: Sequence[tuple[Mention, Analysis, date | None]]
) -> bool:
    """True where the evidence gives a named holder the claim's title of another year, and never of this one."""
    mine = _title(claim, wanted)
    if mine is None:
        return False
    title, names = mine
    held = [
        (m.parts.year, found) for m, piece, _ in known if (found := _title(piece, m)) and found[0] == title
    ]
    years = {year for year, (_, holders) in held if holders & names}
    return bool(years) and wanted.parts.year not in {year for year, _ in held}


def _title(analysis: Analysis, mention: Mention) -> tuple[str, frozenset[str]] | None:
    """The stem of what is of that year, and the names beside it; None where no title is told or nobody is named."""
    year = mention.parts.year
    if year is None or mention.parts != Parts(year=year):
        return None
    reading = analysis.reading
    at = bisect_left(reading.starts, mention.start)
    if reading.low(at - 1) == "of" and at > 1:
        title = analysis.stems[at - 2]
    elif reading.low(at - 1) not in _NO_TITLE and at + 1 < len(reading):
        title = analysis.stems[at + 1]
    else:
        return None
    names = [n for n in analysis.names if at - 2 - _REACH <= n.last and n.first <= at + 1 + _REACH]
    words = frozenset(word for name in names for word in name.words)
    return None if title is None or not words else (title, words)
