"""Whether two dates may be one: equal, one within the other, or told by other words of the same day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter

from conspectus.text.facts.dates import Mention, Relation
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.resolving import Parts, extent
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.meant_days import meant
from conspectus.verification.checks.neighbours import neighbourhood
from conspectus.verification.checks.same_amounts import same_amount
from conspectus.verification.checks.steps import leads_to
from conspectus.verification.checks.titles import holds_of_another_year

# In days.
_SLACK, _WEEK, _YEAR = 2, 7, 365.25
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

_TO_COME = (OperatorKind.FUTURE, OperatorKind.EXPECTATION)
_told = attrgetter(*_FIELDS)
Known = tuple[Mention, Analysis, date | None]
"""A date of the evidence, where it stands, and when its article was published."""


def matching(case: Case, wanted: Mention, known: list[Known]) -> list[tuple[Mention, Analysis]]:
    """The dates of the evidence that may be the claim's: those that agree with it, else those that come to it."""
    return [(m, piece) for m, piece, published in known if _agrees(case, wanted, m, piece, published)] or [
        (m, piece)
        for m, piece, published in known
        if _ends_alike(case.claim, wanted, piece, m, published)
        or _next_year(case, wanted.parts, m.parts, published)
        or _counted_from(wanted, m, piece, published)
        or leads_to(wanted, m, piece, published)
    ]


def _agrees(case: Case, wanted: Mention, m: Mention, piece: Analysis, published: date | None) -> bool:
    """True also for "the end of July" where the evidence says "the end of that month" behind "3 July"."""
    counted_from = tuple(meant(case, piece, m))
    if not counted_from:
        return _agree(wanted.parts, m.parts, published, case)
    if not m.parts.month and _agree(wanted.parts, m.parts, published, case):
        return True
    return any(
        _agree(wanted.parts, parts, published, case)
        or _ends_alike(case.claim, wanted, piece, replace(m, parts=parts), published)
        for parts in counted_from
    )


def told_otherwise(
    case: Case, wanted: Mention, same: list[tuple[Mention, Analysis]], known: list[Known]
) -> bool:
    """True where the evidence has other words for what the claim's words mean, and what matches is a coincidence."""
    return _other_step(case, wanted, [m for m, _ in same], [m for m, _, _ in known]) or (
        bool(wanted.parts.year)
        and len(known) > len(same)
        and (holds_of_another_year(case.claim, wanted, known) or _counted_for_another(case, wanted, same))
    )


def _agree(wanted: Parts, found: Parts, published: date | None, case: Case) -> bool:
    """True where the evidence's date is the claim's, or within it, or told by words that may mean it."""
    if wanted == found:
        return True
    mine, theirs = extent(wanted, published), extent(found, published)
    if mine and theirs:
        if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
            return True
        return _weekday_either_side(wanted, found, mine, theirs)
    return _fields_agree(wanted, found, case)


def _ends_alike(
    claim: Analysis, wanted: Mention, piece: Analysis, found: Mention, published: date | None
) -> bool:
    """True for "by 30 June" and "by the end of June", and for the year to come that a limit without one may mean."""
    if published is None or not {wanted.relation, found.relation} <= {Relation.BY, Relation.UNTIL}:
        return False
    mine = extent(wanted.parts, published)
    whole = _at_the_end(claim, wanted) or _at_the_end(piece, found)
    for theirs in (extent(found.parts, published), _next_time(found.parts, published)):
        if mine and theirs and theirs[1] == mine[1] and (whole or mine[0] <= theirs[0]):
            return True
    return False


def _next_time(parts: Parts, published: date) -> tuple[date, date] | None:
    """The first time from the publication date on that a date without a year comes, None for other dates."""
    if parts.year is not None or parts.month is None or parts.relative is not None:
        return None
    years = (published.year, published.year + 1)
    limits = (extent(parts._replace(year=year), published) for year in years)
    return next((found for found in limits if found and found[1] >= published), None)


def _next_year(case: Case, wanted: Parts, found: Parts, published: date | None) -> bool:
    """True for "1 January 2026" of what is to come, where an article of 2025 says "1 January"."""
    to_come = case.claim.of_kinds(_TO_COME)
    if published is None or not to_come:
        return False
    mine, theirs = extent(wanted, published), _next_time(found, published)
    return bool(mine and theirs and mine[0] <= theirs[0] and theirs[1] <= mine[1])


def _at_the_end(analysis: Analysis, mention: Mention) -> bool:
    return analysis.reading.text[: mention.start].lower().rstrip().endswith(("end of", "end of the"))


def _counted_from(wanted: Mention, found: Mention, piece: Analysis, published: date | None) -> bool:
    """True for "March 2024" where the evidence says "in March … than a year earlier"."""
    if found.parts.relative is None or not found.parts.relative[0].endswith("year apart"):
        return False
    mine, step = extent(wanted.parts, published), found.parts.relative[1]
    for other in piece.mentions:
        theirs = extent(other.parts, published)
        if mine and theirs and other is not found:
            moved = round(step * _YEAR)
            if _within(_shifted(theirs, moved), mine, slack=_SLACK):
                return True
    return False


def _counted_for_another(case: Case, wanted: Mention, same: list[tuple[Mention, Analysis]]) -> bool:
    """True for "6% in 2026" where the evidence has "6% in 2025", and of 2026 only the Thursday on which it was said."""
    if wanted.parts != Parts(year=wanted.parts.year) or any(m.parts.year is not None for m, _ in same):
        return False
    mine = [q for q in case.claim.quantities if wanted.parts in neighbourhood(case.claim, q).anchors]
    theirs = [
        neighbourhood(piece, found).anchors
        for piece in case.pieces
        for found in piece.quantities
        if any(same_amount(q, found) for q in mine)
    ]
    return bool(theirs) and all(
        any(isinstance(a, Parts) and a.year not in (None, wanted.parts.year) for a in anchors)
        and not any(m.parts in anchors for m, _ in same)
        for anchors in theirs
    )


def counted(parts: Parts) -> tuple[str, int]:
    """The unit and number of a relative date; a fortnight is two weeks."""
    unit, count = parts.relative or ("", 0)
    return (unit.replace("fortnight", "week"), 2 * count) if "fortnight" in unit else (unit, count)


def _other_step(case: Case, wanted: Mention, same: list[Mention], known: list[Mention]) -> bool:
    """True for "this month" where the evidence has "next month", and the date that fits is told by other words."""
    if wanted.parts.relative is None:
        return False
    unit, offset = wanted.parts.relative
    rivals = {m.parts.relative for m in known if m.parts.relative and m.parts.relative[0] == unit}
    if not rivals or (unit, offset) in rivals:
        return False
    told = {m.parts for m in case.claim.mentions if m is not wanted}
    return all(m.parts in told for m in same)


def _weekday_either_side(
    wanted: Parts, found: Parts, mine: tuple[date, date], theirs: tuple[date, date]
) -> bool:
    """A bare weekday may be the one before the article or the one after it."""
    if wanted.weekday is None and found.weekday is None:
        return False
    return any(_within(_shifted(theirs, step), mine) for step in (-_WEEK, _WEEK))


def _shifted(period: tuple[date, date], days: int) -> tuple[int, int]:
    """Numbers of days, because what is added may leave the calendar."""
    return period[0].toordinal() + days, period[1].toordinal() + days


def _within(inner: tuple[int, int], outer: tuple[date, date], slack: int = 0) -> bool:
    return outer[0].toordinal() - slack <= inner[0] and inner[1] <= outer[1].toordinal() + slack


def _fields_agree(wanted: Parts, found: Parts, case: Case) -> bool:
    """True where what the claim's words say is said by the evidence's words too; the year may stand elsewhere."""
    if wanted.relative and found.relative and counted(wanted) == counted(found):
        return True
    if wanted.relative and found.relative == (wanted.relative[0].removesuffix(" then"), wanted.relative[1]):
        # "The previous year" and "last year", where no date says which of the two is later.
        return True
    if wanted.relative is not None and wanted.relative != found.relative:
        return is_anaphoric(wanted) and _has_two(case)
    anything = wanted.relative is not None
    for field, value, other in zip(_FIELDS, _told(wanted), _told(found), strict=True):
        if value is None:
            continue
        if value != other and not (field == "year" and other is None and _year_stands(value, case)):
            return False
        anything = anything or (value == other and field != "year") or (field == "year" and value == other)
    return anything


def is_anaphoric(parts: Parts) -> bool:
    """True for "a month earlier" and "the previous year", which count from another date of the text."""
    return parts.relative is not None and parts.relative[0].endswith((" apart", " then"))


def _has_two(case: Case) -> bool:
    return len({mention.parts for piece in case.pieces for mention in piece.mentions}) > 1


def _year_stands(year: int, case: Case) -> bool:
    return any(mention.parts.year == year for piece in case.pieces for mention in piece.mentions)


def may_be(wanted: Parts, found: Parts) -> bool:
    """True where only a publication date could tell: "24 July 2025" may be "Thursday", since it was one."""
    if extent(wanted, None) is not None and extent(found, None) is not None:
        return False
    if wanted.relative is not None and found.relative is not None:
        return False
    both = zip(_told(_with_weekday(wanted)), _told(_with_weekday(found)), strict=True)
    return all(one == other for one, other in both if one is not None and other is not None)


def _with_weekday(parts: Parts) -> Parts:
    days = extent(parts, None)
    if days is None or days[0] != days[1] or days[0] is None:
        return parts
    return parts._replace(weekday=days[0].weekday())
