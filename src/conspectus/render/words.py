"""The words in which a briefing speaks about itself: dates, amounts, marks, reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from conspectus.model.briefing import ConflictKind, Relation, Standing
from conspectus.model.evidence import Verification
from conspectus.model.ledger import Reason
from conspectus.model.usage import Usage

# English whatever the locale is, so that the same briefing renders to the same bytes everywhere.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")
MARKS = {Standing.CORROBORATED: "●●", Standing.SINGLE_ORIGIN: "●", Standing.DISPUTED: "≠"}
HOW_TO_READ = (
    "●● two or more origins agree · ● one origin · ≠ origins differ · "
    "“…” a source’s own words · [1] opens the exact quote, under Sources."
)
CHECKS = {
    Verification.QUOTED: "the source’s own words",
    Verification.MECHANICAL: "checked mechanically",
    Verification.ENTAILMENT: "checked mechanically and by the model",
}
REASONS = {
    Reason.FAILED: "Could not be used",
    Reason.DUPLICATE: "Counted already through another article",
    Reason.BOILERPLATE: "On the page, but not the article",
    Reason.TRUNCATED: "Cut off",
    Reason.UNSUPPORTED: "Not carried by the evidence",
    Reason.OVER_BUDGET: "Supported, but without room here",
    Reason.LANGUAGE: "Quoted only, in a language that the model can’t do",
}
CONFLICTS = {
    ConflictKind.NUMBER: "a number",
    ConflictKind.DATE: "a date",
    ConflictKind.PLACE: "a place",
    ConflictKind.ACTOR: "who it was",
    ConflictKind.CAUSE: "a cause",
    ConflictKind.OCCURRENCE: "whether it happened",
    ConflictKind.CHARACTERISATION: "how to describe it",
}
RECONCILED = "Looks like a conflict and is none"
RELATIONS = {
    Relation.UPDATE: "The later report replaces the earlier one.",
    Relation.CORRECTION: "One corrects the other.",
    Relation.OTHER_PERIOD: "They are about different times.",
    Relation.NARROWER: "One is about a part of the other.",
    Relation.ROUNDING: "One is a round figure for the other.",
    Relation.REPORTED_ERROR: "One quotes somebody who is said to be wrong.",
}
UNKNOWN = "Not known"
STAGE_COLUMNS = ("Stage", "Time", "Waiting", "Calls", "Tokens", "Cost")
"""Waiting is for the endpoint, summed over calls that may have waited together."""


def day(value: date) -> str:
    """The date in words: 4 March 2025."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def period(text: str) -> str:
    """A date, month or interval of ISO 8601 in words; anything else as it stands."""
    try:
        return _period(*(date.fromisoformat(part) for part in text.split("/", 1)))
    except ValueError:
        month = _MONTH.fullmatch(text)
        return f"{_MONTHS[int(month['month']) - 1]} {month['year']}" if month else text


def _period(start: date, end: date | None = None) -> str:
    if end is None or start == end:
        return day(start)
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if whole_months and (start.year, start.month, end.month) == (end.year, 1, 12):
        return str(start.year)
    month = f"{_MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return month if whole_months else f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """The number with its noun: 1 article, 1,200 articles."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def certainty(value: float) -> str:
    """How sure the grouping of articles into an event is, on its scale: it is no probability."""
    return f"certainty of the grouping {value:.2f} of 1"


def seconds(value: float) -> str:
    """The duration as a person says it: 0.3 s, 6 min 12 s, 1 h 5 min."""
    if value < 10:
        return f"{value:.1f} s"
    whole = round(value)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def clock(value: float) -> str:
    """The duration as a clock shows it: 0:09, 6:12, 1:05:00."""
    minutes, rest = divmod(round(value), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def numbers(values: Sequence[int]) -> str:
    """The numbers in order, with runs folded: 2, 4–7, 9."""
    runs = groupby(enumerate(sorted(set(values))), key=lambda pair: pair[1] - pair[0])
    folded = [[number for _, number in run] for _, run in runs]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in folded)


def calls(usage: Usage) -> str:
    """How many calls were made, and what became of them."""
    parts = [count(usage.calls, "call")]
    if usage.cached:
        parts.append(f"{count(usage.cached, 'answer')} from the cache")
    if usage.reasks:
        parts.append(count(usage.reasks, "re-ask"))
    if usage.retries:
        parts.append(count(usage.retries, "retry", "retries"))
    return ", ".join(parts)


def tokens(usage: Usage) -> str:
    """How many tokens went in and came out."""
    cached = f" ({usage.cached_input_tokens:,} of them cached)" if usage.cached_input_tokens else ""
    return f"{usage.input_tokens:,} in{cached}, {usage.output_tokens:,} out"


def cost(usage: Usage) -> str:
    """The cost in US dollars; "unknown" where a price is not known, never zero."""
    if usage.cost_usd is None:
        return "unknown"
    if usage.cost_usd == 0:
        return "$0"
    return f"${usage.cost_usd:,.2f}" if usage.cost_usd >= 0.01 else f"${usage.cost_usd:.4f}"


def quoted(text: str) -> str:
    """The text in quotation marks that do not clash with those it has."""
    return f"‘{text}’" if any(mark in text for mark in '“”"') else f"“{text}”"
