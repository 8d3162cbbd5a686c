"""Dates: every period of the claim is the evidence's, or contains it, or says the same words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from conspectus.text.facts.dates import Mention, Relation
from conspectus.text.facts.resolving import Parts, extent
from conspectus.verify.checks.case import Analysis, Case, pairs
from conspectus.verify.verdict import Mismatch, MismatchKind

_LATER = (Relation.SINCE, Relation.AFTER)
_EARLIER = (Relation.UNTIL, Relation.BY, Relation.BEFORE)
_AGAINST = {
    **dict.fromkeys(_LATER, (*_EARLIER, Relation.IN)),
    **dict.fromkeys(_EARLIER, _LATER),
    Relation.IN: (*_LATER, Relation.BEFORE),
}
_FIELDS = (
    "year",
    "month",
    "day",
    "end_year",
    "end_month",
    "end_day",
    "weekday",
    "quarter",
    "half",
    "season",
    "decade",
)


def check(case: Case) -> Iterator[Mismatch]:
    """The dates of the claim that the evidence does not carry."""
    if not case.claim.mentions:
        return
    known = [(mention, piece, published) for piece, published in pairs(case) for mention in piece.mentions]
    for wanted in case.claim.mentions:
        same = [
            (m, piece) for m, piece, published in known if _agrees(wanted.parts, m.parts, published, case)
        ]
        if not same:
            yield _absent(case, wanted, [(m, piece) for m, piece, _ in known])
        elif all(_at_least(piece, m) for m, piece in same) and not _keeps_open(case.claim, wanted):
            mine, theirs = _words(case.claim, wanted), _words(same[0][1], same[0][0])
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=mine,
                in_evidence=f"at least {theirs}",
                message=f"The claim says “{mine}” where the evidence says “at least {theirs}”.",
            )
        elif all(m.relation in _AGAINST.get(wanted.relation, ()) for m, _ in same):
            yield _turned(case, wanted, *same[0])


def _agrees(wanted: Parts, found: Parts, published: date | None, case: Case) -> bool:
    if wanted == found:
        return True
    mine, theirs = extent(wanted, published), extent(found, published)
    if mine and theirs:
        if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
            return True
        return _weekday_either_side(wanted, found, mine, theirs)
    return _fields_agree(wanted, found, case)


def _weekday_either_side(
    wanted: Parts, found: Parts, mine: tuple[date, date], theirs: tuple[date, date]
) -> bool:
    """A bare weekday may be the one before the article or the one after it."""
    if wanted.weekday is None and found.weekday is None:
        return False
    week = timedelta(days=7)
    return any(mine[0] <= theirs[0] + step and theirs[1] + step <= mine[1] for step in (-week, week))


def _fields_agree(wanted: Parts, found: Parts, case: Case) -> bool:
    """True where what the claim's words say is said by the evidence's words too; the year may stand elsewhere."""
    if wanted.relative is not None and wanted.relative != found.relative:
        return _is_anaphoric(wanted) and _has_two(case)
    anything = wanted.relative is not None
    for field in _FIELDS:
        value, other = getattr(wanted, field), getattr(found, field)
        if value is None:
            continue
        if value != other and not (field == "year" and other is None and _year_stands(value, case)):
            return False
        anything = anything or (value == other and field != "year") or (field == "year" and value == other)
    return anything


def _is_anaphoric(parts: Parts) -> bool:
    """True for "a month earlier" and "the previous year", which count from another date of the text."""
    return parts.relative is not None and parts.relative[0].endswith((" apart", " then"))


def _has_two(case: Case) -> bool:
    return len({mention.parts for piece in case.pieces for mention in piece.mentions}) > 1


def _year_stands(year: int, case: Case) -> bool:
    return any(mention.parts.year == year for piece in case.pieces for mention in piece.mentions)


def _at_least(analysis: Analysis, mention: Mention) -> bool:
    return analysis.reading.text[: mention.start].lower().rstrip().endswith("at least")


def _keeps_open(claim: Analysis, mention: Mention) -> bool:
    """True for "until at least Sunday", "not before Sunday" and "Sunday at the earliest"."""
    return (
        _at_least(claim, mention)
        or bool(claim.lows & {"earliest", "before"})
        or "or later" in claim.reading.text
    )


def _words(analysis: Analysis, mention: Mention) -> str:
    return analysis.reading.text[mention.start : mention.end]


def _absent(case: Case, wanted: Mention, known: list[tuple[Mention, Analysis]]) -> Mismatch:
    words = _words(case.claim, wanted)
    found = "; ".join(_words(piece, mention) for mention, piece in known) or None
    has = f" It has “{found}”." if found else " It has no date."
    undated = found and not any(case.dates)
    unresolved = " No publication date was given to resolve it against." if undated else ""
    return Mismatch(
        kind=MismatchKind.DATE,
        in_claim=words,
        in_evidence=found,
        message=f"The claim says “{words}”, which the evidence does not.{has}{unresolved}",
    )


def _turned(case: Case, wanted: Mention, found: Mention, piece: Analysis) -> Mismatch:
    mine, theirs = _words(case.claim, wanted), _words(piece, found)
    return Mismatch(
        kind=MismatchKind.DATE,
        in_claim=f"{wanted.relation.value} {mine}",
        in_evidence=f"{found.relation.value} {theirs}",
        message=f"The claim says “{wanted.relation.value} {mine}” where the evidence says "
        f"“{found.relation.value} {theirs}”.",
    )
