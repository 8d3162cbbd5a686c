"""Dates: every period of the claim is the evidence's, or contains it, or says the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from conspectus.text.facts.dates import Mention, Relation
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.resolving import Parts, extent
from conspectus.text.facts.units import in_base
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case, pairs
from conspectus.verification.checks.same_days import (
    Known,
    counted,
    is_anaphoric,
    matching,
    may_be,
    told_otherwise,
)
from conspectus.verification.verdict import Mismatch, MismatchKind

_LATER = (Relation.SINCE, Relation.AFTER)
_EARLIER = (Relation.UNTIL, Relation.BY, Relation.BEFORE)
_AGAINST = {**dict.fromkeys(_LATER, _EARLIER), **dict.fromkeys(_EARLIER, _LATER), Relation.IN: _LATER}
_BEGINNING = frozenset(map(stem, ("begin", "start", "introduce", "launch", "open", "impose")))


def check(case: Case) -> Iterator[Mismatch]:
    """The dates of the claim that the evidence does not carry."""
    if not case.claim.mentions:
        return
    known = [(mention, piece, published) for piece, published in pairs(case) for mention in piece.mentions]
    for wanted in case.claim.mentions:
        same = matching(case, wanted, known)
        if not same and (
            _lasted(case, wanted)
            or _has_no_day(wanted, known)
            or _is_running(case, wanted)
            or _is_now(case, wanted)
        ):
            continue
        if same and told_otherwise(case, wanted, same, known):
            same = []
        if not same:
            yield _absent(case, wanted, [(m, piece) for m, piece, _ in known])
        elif (rival := _other_limit(wanted, same, known)) is not None:
            yield _turned(case, wanted, *rival)
        elif all(_about(piece, m) for m, piece in same) and case.claim.lows.isdisjoint(_ABOUT):
            mine, theirs = _words(case.claim, wanted), _words(same[0][1], same[0][0])
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=mine,
                in_evidence=f"about {theirs}",
                message=f"The claim says “{mine}” where the evidence says “about {theirs}”.",
            )
        elif all(_at_least(piece, m) or _earliest(piece, m) for m, piece in same) and not _keeps_open(
            case.claim, wanted
        ):
            mine, theirs = _words(case.claim, wanted), _words(same[0][1], same[0][0])
            told = f"{theirs} at the earliest" if _earliest(same[0][1], same[0][0]) else f"at least {theirs}"
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=mine,
                in_evidence=told,
                message=f"The claim says “{mine}” where the evidence says “{told}”.",
            )
        elif all(
            m.relation in _AGAINST.get(wanted.relation, ())
            and not case.claim.of_kind(OperatorKind.NEGATION)
            and not (wanted.relation is Relation.IN and (_is_a_day(wanted.parts) or _works_out(case)))
            and not _compared(case.claim, wanted)
            and not (m.relation is Relation.SINCE and not _BEGINNING.isdisjoint(case.claim.stem_set))
            for m, piece in same
        ):
            yield _turned(case, wanted, *same[0])


def _other_limit(
    wanted: Mention, same: list[tuple[Mention, Analysis]], known: list[Known]
) -> tuple[Mention, Analysis] | None:
    """The Friday of "on Thursday … by Friday", where the claim says "by Thursday"."""
    if wanted.relation is Relation.IN or any(m.relation is wanted.relation for m, _ in same):
        return None
    rivals = [(m, piece) for m, piece, _ in known if m.relation is wanted.relation]
    return rivals[0] if rivals else None


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


def _lasted(case: Case, wanted: Mention) -> bool:
    """True for "more than ten years ago" where the evidence says "more in a decade"."""
    unit, count = wanted.parts.relative or ("", 0)
    mine = in_base(Decimal(abs(count)), unit.removesuffix(" ago")) if unit.endswith(" ago") else None
    return mine is not None and any(
        in_base(quantity.low, quantity.unit) == mine for piece in case.pieces for quantity in piece.quantities
    )


def _has_no_day(wanted: Mention, known: list[Known]) -> bool:
    """True for "the previous year" and "two weeks before", which count from what no date tells.

    Not where the evidence counts otherwise: "three weeks before".
    """
    if not is_anaphoric(wanted.parts):
        return False
    unit = counted(wanted.parts)[0]
    return all(m.parts.relative is None or counted(m.parts)[0] != unit for m, _, _ in known)


def _is_now(case: Case, wanted: Mention) -> bool:
    """True for the day of publication where the evidence says what is so now."""
    return any(
        published is not None
        and not _NOW.isdisjoint(piece.lows)
        and extent(wanted.parts, published) == (published, published)
        for piece, published in pairs(case)
    )


_NOW = frozenset(("now", "currently"))


def _is_running(case: Case, wanted: Mention) -> bool:
    """True for "this year" where the evidence has "its full-year target" or "for the year"."""
    unit, offset = wanted.parts.relative or ("", 1)
    running = _RUNNING.get(unit)
    return offset == 0 and running is not None and any(running.search(a.reading.text) for a in case.pieces)


_RUNNING = {
    unit: re.compile(
        rf"\b(?:full|whole|entire)[ -]{unit}\b|\b(?:for|of|in|over) the {unit}\b(?! to | before| after|-)"
        rf"|\bthe {unit}'s\b|\b{unit}[ -]to[ -]date\b",
        re.IGNORECASE,
    )
    for unit in ("year", "season", "quarter", "month")
}


def _at_least(analysis: Analysis, mention: Mention) -> bool:
    return analysis.reading.text[: mention.start].lower().rstrip().endswith("at least")


def _earliest(analysis: Analysis, mention: Mention) -> bool:
    return analysis.reading.text[mention.end :].lower().startswith((" at the earliest", " at earliest"))


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
    unresolved = any(piece in undated and may_be(wanted.parts, m.parts) for m, piece in known)
    why = " No publication date was given to resolve it against." if unresolved else ""
    return Mismatch(
        kind=MismatchKind.DATE,
        in_claim=words,
        in_evidence=found,
        message=f"The claim says “{words}”, which the evidence does not.{has}{why}",
        unresolved=unresolved,
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
