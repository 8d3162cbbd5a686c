"""Dates: every period of the claim is the evidence's, or contains it, or says the same words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from conspectus.text.facts.dates import Mention, Relation
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.resolving import Parts, extent
from conspectus.text.facts.units import in_base
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case, pairs
from conspectus.verification.verdict import Mismatch, MismatchKind

# In days.
_SLACK, _WEEK, _YEAR = 2, 7, 365.25
_LATER = (Relation.SINCE, Relation.AFTER)
_EARLIER = (Relation.UNTIL, Relation.BY, Relation.BEFORE)
_AGAINST = {**dict.fromkeys(_LATER, _EARLIER), **dict.fromkeys(_EARLIER, _LATER), Relation.IN: _LATER}
_BEGINNING = frozenset(map(stem, ("begin", "start", "introduce", "launch", "open", "impose")))
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
        ] or [
            (m, piece)
            for m, piece, published in known
            if _ends_alike(case.claim, wanted, piece, m, published)
            or _next_year(case, wanted.parts, m.parts, published)
            or _counted_from(wanted, m, piece, published)
            or _counted_back(wanted, m, published)
        ]
        if not same and (_lasted(case, wanted) or _has_no_day(wanted, known)):
            continue
        if same and _month_otherwise(wanted, same, known):
            same = []
        if same and _other_step(case, wanted, [m for m, _ in same], [m for m, _, _ in known]):
            same = []
        if not same:
            yield _absent(case, wanted, [(m, piece) for m, piece, _ in known])
        elif (rival := _other_limit(wanted, same, known)) is not None:
            yield _turned(case, wanted, *rival)
        elif (
            case.claim.lows.isdisjoint(_COMPARING)
            and not _works_out(case)
            and all(_is_base(piece, m) for m, piece in same)
        ):
            yield _absent(case, wanted, [(m, piece) for m, piece, _ in known if not _is_base(piece, m)])
        elif all(_about(piece, m) for m, piece in same) and case.claim.lows.isdisjoint(_ABOUT):
            mine, theirs = _words(case.claim, wanted), _words(same[0][1], same[0][0])
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=mine,
                in_evidence=f"about {theirs}",
                message=f"The claim says “{mine}” where the evidence says “about {theirs}”.",
            )
        elif all(_at_least(piece, m) for m, piece in same) and not _keeps_open(case.claim, wanted):
            mine, theirs = _words(case.claim, wanted), _words(same[0][1], same[0][0])
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=mine,
                in_evidence=f"at least {theirs}",
                message=f"The claim says “{mine}” where the evidence says “at least {theirs}”.",
            )
        elif all(
            m.relation in _AGAINST.get(wanted.relation, ())
            and not (wanted.relation is Relation.IN and _is_a_day(wanted.parts))
            and not _compared(case.claim, wanted)
            and not _not_before(piece, m)
            and not (m.relation is Relation.SINCE and not _BEGINNING.isdisjoint(case.claim.stem_set))
            for m, piece in same
        ):
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


def _ends_alike(
    claim: Analysis, wanted: Mention, piece: Analysis, found: Mention, published: date | None
) -> bool:
    """True for "by 30 June" and "by the end of June", and for the year to come that a limit without one may mean."""
    if published is None or not {wanted.relation, found.relation} <= {Relation.BY, Relation.UNTIL}:
        return False
    mine = extent(wanted.parts, published)
    whole = _ends_with(claim, wanted, "end of") or _ends_with(piece, found, "end of")
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
    to_come = case.claim.of_kind(OperatorKind.FUTURE, OperatorKind.EXPECTATION)
    if published is None or not to_come:
        return False
    mine, theirs = extent(wanted, published), _next_time(found, published)
    return bool(mine and theirs and mine[0] <= theirs[0] and theirs[1] <= mine[1])


def _ends_with(analysis: Analysis, mention: Mention, words: str) -> bool:
    return analysis.reading.text[: mention.start].lower().rstrip().endswith((words, f"{words} the"))


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


def _month_otherwise(
    wanted: Mention, same: list[tuple[Mention, Analysis]], known: list[tuple[Mention, Analysis, date | None]]
) -> bool:
    """True for "in June" where the evidence has "last month" for May, and only a day of June besides."""
    if wanted.parts.month is None or wanted.parts.day is not None:
        return False
    days = all(m.parts.weekday is not None or (m.parts.relative or ("",))[0] == "day" for m, _ in same)
    others = [m for m, _, _ in known if m not in {found for found, _ in same}]
    return days and any((m.parts.relative or ("",))[0] in ("month", "named month") for m in others)


def _other_limit(
    wanted: Mention, same: list[tuple[Mention, Analysis]], known: list[tuple[Mention, Analysis, date | None]]
) -> tuple[Mention, Analysis] | None:
    """The Friday of "on Thursday … by Friday", where the claim says "by Thursday"."""
    if wanted.relation is Relation.IN or any(m.relation is wanted.relation for m, _ in same):
        return None
    rivals = [(m, piece) for m, piece, _ in known if m.relation is wanted.relation]
    return rivals[0] if rivals else None


_COMPARING = frozenset("than from compared against versus since on later earlier".split())  # noqa: SIM905


def _is_base(piece: Analysis, mention: Mention) -> bool:
    """True for the 2023 of "8% more than in 2023": nothing is said to have happened then."""
    before = piece.reading.text[: mention.start].lower().rstrip()
    return before.endswith((" than in", " than", " compared with", " compared to", " versus"))


def _is_a_day(parts: Parts) -> bool:
    """True for a day, on which what has lasted since may have begun."""
    return parts.day is not None or parts.weekday is not None


def _works_out(case: Case) -> bool:
    """True where the claim has an amount that the evidence does not state: the one that it is compared with."""
    stated = {q.low for piece in case.pieces for q in piece.quantities}
    return any(q.low not in stated for q in case.claim.quantities)


def _compared(claim: Analysis, wanted: Mention) -> bool:
    """True for the 1985 of "fewer than in 1985", which may be "since 1985"."""
    return claim.reading.text[: wanted.start].lower().rstrip().endswith(("than in", "as in", "from", "with"))


def _not_before(piece: Analysis, mention: Mention) -> bool:
    """True for "will not be allowed home before Wednesday": then they will, as far as is known."""
    return mention.relation is Relation.BEFORE and any(
        piece.reading.starts[operator.first]
        < mention.start
        <= piece.reading.ends[min(operator.end, len(piece.reading) - 1)]
        for operator in piece.of_kind(OperatorKind.NEGATION)
    )


def _counted_back(wanted: Mention, found: Mention, published: date | None) -> bool:
    """True for "ten years earlier" where the evidence of 2025 has "2015"."""
    unit, count = wanted.parts.relative or ("", 0)
    if not unit.endswith("year apart") or found.parts.year is None or published is None:
        return False
    return found.parts.year == published.year + count


def _lasted(case: Case, wanted: Mention) -> bool:
    """True for "more than ten years ago" where the evidence says "more in a decade"."""
    unit, count = wanted.parts.relative or ("", 0)
    mine = in_base(Decimal(abs(count)), unit.removesuffix(" ago")) if unit.endswith(" ago") else None
    return mine is not None and any(
        in_base(quantity.low, quantity.unit) == mine for piece in case.pieces for quantity in piece.quantities
    )


def _has_no_day(wanted: Mention, known: list[tuple[Mention, Analysis, date | None]]) -> bool:
    """True for "the previous year" and "two weeks before", which count from what no date tells.

    Not where the evidence counts otherwise: "three weeks before".
    """
    if not _is_anaphoric(wanted.parts):
        return False
    unit = _counted(wanted.parts)[0]
    return all(m.parts.relative is None or _counted(m.parts)[0] != unit for m, _, _ in known)


def _counted(parts: Parts) -> tuple[str, int]:
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
    if wanted.relative and found.relative and _counted(wanted) == _counted(found):
        return True
    if wanted.relative and found.relative == (wanted.relative[0].removesuffix(" then"), wanted.relative[1]):
        # "The previous year" and "last year", where no date says which of the two is later.
        return True
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


def _about(analysis: Analysis, mention: Mention) -> bool:
    if mention.parts.relative is not None or mention.parts.weekday is not None:
        return False
    return (
        analysis.reading.text[: mention.start]
        .lower()
        .rstrip()
        .endswith((" about", " around", " circa", " roughly"))
    )


_ABOUT = frozenset("about around circa roughly approximately some near nearly estimated or".split())  # noqa: SIM905


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
    undated = {piece for piece, published in pairs(case) if published is None}
    unresolved = any(piece in undated and _may_be(wanted.parts, m.parts) for m, piece in known)
    why = " No publication date was given to resolve it against." if unresolved else ""
    return Mismatch(
        kind=MismatchKind.DATE,
        in_claim=words,
        in_evidence=found,
        message=f"The claim says “{words}”, which the evidence does not.{has}{why}",
        unresolved=unresolved,
    )


def _may_be(wanted: Parts, found: Parts) -> bool:
    """True where only a publication date could tell: "24 July 2025" may be "Thursday", since it was one."""
    if extent(wanted, None) is not None and extent(found, None) is not None:
        return False
    if wanted.relative is not None and found.relative is not None:
        return False
    mine, theirs = _with_weekday(wanted), _with_weekday(found)
    both = ((getattr(mine, name), getattr(theirs, name)) for name in _FIELDS)
    return all(one == other for one, other in both if one is not None and other is not None)


def _with_weekday(parts: Parts) -> Parts:
    days = extent(parts, None)
    if days is None or days[0] != days[1] or days[0] is None:
        return parts
    return parts._replace(weekday=days[0].weekday())


def _turned(case: Case, wanted: Mention, found: Mention, piece: Analysis) -> Mismatch:
    mine, theirs = _words(case.claim, wanted), _words(piece, found)
    return Mismatch(
        kind=MismatchKind.DATE,
        in_claim=f"{wanted.relation.value} {mine}",
        in_evidence=f"{found.relation.value} {theirs}",
        message=f"The claim says “{wanted.relation.value} {mine}” where the evidence says "
        f"“{found.relation.value} {theirs}”.",
    )
