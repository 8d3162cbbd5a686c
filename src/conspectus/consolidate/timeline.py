"""Dated claims in order, as precise as they are known; undated ones are left out rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from conspectus.model.briefing import TimelineEntry
from conspectus.model.evidence import Claim
from conspectus.text.chronology import Window, dates_news
from conspectus.text.facts.dates import Grain, Period, Relation, periods
from conspectus.verification.citing import sentence

MOST = 8
"""Entries that one event's timeline has at the most."""

_NEAR = 40
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) (?:expected|due|to)|beginning|starting|until|closes|opens|next)\b"
)
_PRECISE = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)


def label(period: Period) -> str:
    """The period for a reader: a day or a week in ISO 8601, a month by name, else the source's words."""
    if period.start is None or period.end is None:
        return period.text
    if period.grain is Grain.DAY:
        return period.start.isoformat()
    if period.parts.month and not period.parts.end_month and period.grain is Grain.MONTH:
        return f"{period.start:%B %Y}"
    return period.text if period.parts.year else f"{period.start.isoformat()}/{period.end.isoformat()}"


def dated(claim: Claim, published: Mapping[str, date | None]) -> Period | None:
    """The most precise period in which the claim's text says that something happened, or None.

    Relative dates are resolved against the publication date of the claim's first article. A day that no
    evidence gives is left out: a claim may be worded in a language in which its evidence's days aren't read. So is a
    bare weekday of what is to come, for which a weekday is taken to be past.
    """
    when = published.get(claim.article_ids[0])
    told = [
        given for piece in claim.evidence for given in periods(piece.quote, published.get(piece.article_id))
    ]
    found = [
        period
        for period in periods(claim.text, when)
        if period.relation is Relation.IN
        and dates_news(period)
        and _given(period, told)
        and not (period.parts.weekday is not None and _TO_COME.search(_before(claim.text, period)))
    ]
    return min(found, key=_precision, default=None)


def _before(text: str, period: Period) -> str:
    return text[max(0, period.span.start - _NEAR) : period.span.start]


def _given(period: Period, told: Sequence[Period]) -> bool:
    if period.start is None or period.end is None:
        return True
    return any(
        given.start is not None
        and given.end is not None
        and period.start <= given.start
        and given.end <= period.end
        for given in told
    )


def event_time(
    claims: Sequence[Claim], window: Window | None, published: Mapping[str, date | None]
) -> Period | None:
    """The most precise period within the event's window that a claim gives, or None where none does."""
    if window is None:
        return None
    within = [
        period
        for claim in claims
        if (period := dated(claim, published)) is not None
        and period.start is not None
        and period.end is not None
        and window.gap(Window(period.start, period.end)) == timedelta(0)
    ]
    return min(within, key=_precision, default=None)


def _precision(period: Period) -> int:
    return _PRECISE.index(period.grain) if period.grain in _PRECISE else len(_PRECISE)


def timeline(claims: Sequence[Claim], published: Mapping[str, date | None]) -> tuple[TimelineEntry, ...]:
    """The dated claims, earliest first; of several on one period, those that come first in `claims`."""
    entries = []
    for claim in claims:
        period = dated(claim, published)
        if period is None or period.start is None or period.end is None:
            continue
        entries.append(
            TimelineEntry(
                **dict(sentence(claim)),
                when=label(period),
                start=period.start,
                end=period.end,
            )
        )
    return tuple(sorted(entries[:MOST], key=lambda entry: (entry.start, entry.end)))
