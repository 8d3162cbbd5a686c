"""Days that count from another of the text: "by the end of that month", "the following year", "that September"."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.facts.dates import Mention
from conspectus.text.facts.resolving import Parts
from conspectus.verification.checks.case import Analysis, Case

_THEN = " then"
_MONTHS = 12


def meant(case: Case, piece: Analysis, mention: Mention) -> Iterator[Parts]:
    """What the mention of the evidence may mean, by each date that it can count from there or in what is known."""
    unit, step = mention.parts.relative or ("", 0)
    that = (
        mention.parts.month is not None
        and mention.parts.year is None
        and piece.reading.text[: mention.start].lower().split()[-1:] == ["that"]
    )
    if not that and unit not in (f"month{_THEN}", f"year{_THEN}"):
        return
    for other in (
        each.parts for text in (piece, *case.known) for each in text.mentions if each is not mention
    ):
        if that or unit.startswith("year"):
            if other.year is not None:
                yield mention.parts._replace(year=other.year + step, relative=None)
        elif other.month is not None:
            months = other.month - 1 + step
            year = None if other.year is None else other.year + months // _MONTHS
            yield Parts(year=year, month=months % _MONTHS + 1)
