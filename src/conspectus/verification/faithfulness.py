"""The mechanical gate: a claim that states what its evidence does not is refused, with the reason.

Numbers, dates, names, negation, modality, hedges, attribution, quantifiers, offices and doer/target are compared
fact by fact; no model is asked and nothing is guessed. What mechanics can't tell (a paraphrase, a cause, an
implication) passes here and is the entailment check's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from conspectus.verification.checks import (
    additions,
    addresses,
    amounts,
    bindings,
    causes,
    comparisons,
    content,
    days,
    deeds,
    doers,
    modality,
    negation,
    offices,
    opposites,
    places,
    proper,
    quantifiers,
    quotations,
    siblings,
    standings,
    swaps,
    voices,
    wholes,
)
from conspectus.verification.checks.case import Case, analyse, analyse_all, is_verbatim, widen
from conspectus.verification.foreign import compare
from conspectus.verification.languages import language_of
from conspectus.verification.verdict import Mismatch, MismatchKind, Verdict

__all__ = [
    "CHECKS",
    "Asked",
    "Mismatch",
    "MismatchKind",
    "Verdict",
    "examine",
    "examine_all",
    "holds",
    "without",
]

_TOGETHER = 128
"""So many claims are examined side by side: their texts are less than are kept (`case.KEPT`)."""

_CHECKS: tuple[Callable[[Case], Iterator[Mismatch]], ...] = (
    amounts.check,
    days.check,
    proper.check,
    addresses.check,
    bindings.check,
    places.check,
    offices.check,
    negation.check,
    modality.check,
    voices.check,
    opposites.check,
    siblings.check,
    standings.check,
    comparisons.check,
    quantifiers.check,
    wholes.check,
    quotations.check,
    swaps.check,
    causes.check,
    content.check,
)
_LAST: tuple[Callable[[Case], Iterator[Mismatch]], ...] = (
    deeds.check,
    doers.check,
    additions.check,
)
"""Looked at where nothing else is wrong: they compare all words, and what is wrong otherwise is seldom only added."""


def _name(check: Callable[[Case], Iterator[Mismatch]]) -> str:
    return check.__module__.rpartition(".")[2]


CHECKS = tuple(map(_name, (*_CHECKS, *_LAST)))
"""The names of all checks, in the order in which they are asked."""
_left_out: ContextVar[str | None] = ContextVar("left_out", default=None)


@contextmanager
def without(check: str) -> Iterator[None]:
    """Within it claims are examined without that check of `CHECKS`, so that what it costs and buys can be measured."""
    token = _left_out.set(check)
    try:
        yield
    finally:
        _left_out.reset(token)


class Asked(NamedTuple):
    """A claim with what `examine` is told beside it."""

    claim: str
    evidence: Sequence[str]
    published: date | Sequence[date | None] | None = None
    attributed_to: str | None = None
    context: Sequence[str] = ()
    known: Sequence[str] = ()


def examine(
    claim: str,
    evidence: Sequence[str],
    *,
    published: date | Sequence[date | None] | None = None,
    attributed_to: str | None = None,
    context: Sequence[str] = (),
    known: Sequence[str] = (),
) -> Verdict:
    """The verdict on a claim against the union of its evidence.

    `evidence` are verbatim quotes; `context` the full sentences they were cut from, whose negations, hedges and
    attributions count although they stand outside the quote; `known` texts (a headline, the sentence before) that
    may vouch for names and offices only. `published` is the publication date of the article, or one for each piece
    of evidence, against which "Thursday" is resolved. `attributed_to` names the speaker where the claim's own words
    don't. A claim that is a whole sentence of its evidence passes, whatever its typography. Other languages than
    English are compared as far as `foreign` can, and `notes` say how far. Raises ValueError where there is no
    evidence, or where the dates are not as many as the pieces.
    """
    found = _prepared(claim, evidence, published, attributed_to, context, known)
    return found if isinstance(found, Verdict) else _judged(found, tuple(_mismatches(found)))


def examine_all(asked: Iterable[Asked]) -> list[Verdict]:
    """The verdicts that `examine` gives, in order, in two thirds of the time.

    Each check goes through many claims before the next one does, so that the processor still has at hand what a check
    needs. Raises ValueError where one has no evidence.
    """
    left = iter(asked)
    verdicts: list[Verdict] = []
    while some := list(islice(left, _TOGETHER)):
        verdicts += _side_by_side(some)
    return verdicts


def _side_by_side(asked: Sequence[Asked]) -> Iterator[Verdict]:
    analyse_all(
        chain.from_iterable((each.claim, *each.evidence, *each.context, *each.known) for each in asked)
    )
    found = [_prepared(*each) for each in asked]
    cases: list[tuple[Case, list[Mismatch]]] = [(each, []) for each in found if isinstance(each, Case)]
    for check in _asked_of(_CHECKS):
        for case, mismatches in cases:
            mismatches += check(case)
    last = [(case, mismatches) for case, mismatches in cases if not mismatches]
    for check in _asked_of(_LAST):
        for case, mismatches in last:
            mismatches += check(case)
    judged = (_judged(case, tuple(mismatches)) for case, mismatches in cases)
    return (each if isinstance(each, Verdict) else next(judged) for each in found)


def _judged(case: Case, reasons: tuple[Mismatch, ...]) -> Verdict:
    unmatched = () if reasons else content.unmatched(case)
    return Verdict(reasons=reasons, carried=content.carried(case), unmatched=unmatched)


def holds(
    claim: str, evidence: Sequence[str], *, published: date | Sequence[date | None] | None = None
) -> bool:
    """True where `examine` finds nothing wrong; looks no further than the first thing that is."""
    found = _prepared(claim, evidence, published, None, (), ())
    return next(_mismatches(found), None) is None if isinstance(found, Case) else found.supported


def _mismatches(case: Case) -> Iterator[Mismatch]:
    wrong = False
    for check in _asked_of(_CHECKS):
        for mismatch in check(case):
            wrong = True
            yield mismatch
    if not wrong:
        yield from (mismatch for check in _asked_of(_LAST) for mismatch in check(case))


def _asked_of(
    checks: tuple[Callable[[Case], Iterator[Mismatch]], ...],
) -> tuple[Callable[[Case], Iterator[Mismatch]], ...]:
    """The checks without the one that is left out."""
    left_out = _left_out.get()
    if left_out is None:
        return checks
    return tuple(check for check in checks if _name(check) != left_out)


def _prepared(
    claim: str,
    evidence: Sequence[str],
    published: date | Sequence[date | None] | None,
    attributed_to: str | None,
    context: Sequence[str],
    known: Sequence[str],
) -> Case | Verdict:
    """The case for the checks, or the verdict where it takes none of them."""
    pieces = tuple(evidence)
    if not pieces:
        raise ValueError("a claim without evidence can't be examined")
    dates = (
        (published,) * len(pieces) if isinstance(published, date) or published is None else tuple(published)
    )
    if len(dates) != len(pieces):
        raise ValueError(f"{len(dates)} publication dates for {len(pieces)} pieces of evidence")
    wider = widen(pieces, tuple(context))
    if is_verbatim(claim, wider):
        return Verdict()
    languages = language_of(claim, wider, known)
    if languages is not None:
        days = dict(zip(pieces, dates, strict=True))
        usual = next(filter(None, dates), None)
        return compare(claim, wider, languages, [days.get(piece, usual) for piece in wider])
    return Case(
        claim=analyse(claim),
        pieces=tuple(map(analyse, pieces)),
        wider=tuple(map(analyse, wider)),
        known=tuple(map(analyse, known)),
        dates=dates,
        attributed_to=attributed_to,
    )
