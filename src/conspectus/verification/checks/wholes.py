# ruff: noqa: SIM905 — a word list reads best as words
"""Wholes: "none of the 63" of whom 58 are counted, "most" for the half or for 88 of 412."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from conspectus.text.facts.numbers import EXACT, Quantity
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_NEAR = 3
_NONE = frozenset(
    ("none", "nobody", "neither", "zero", "nil", "nothing", "without", "no-one", "single", "any")
)
_MOST = frozenset(("most", "majority"))
_SO_MUCH = _MOST | frozenset(
    "mostly largely mainly all every whole entire nearly almost bulk over more".split()
)
_BARELY = frozenset(("nearly", "almost", "not", "virtually", "practically"))
_TRIGGERS = _MOST | {"none", "all"}


_DETERMINERS = frozenset(("the", "its", "his", "her", "their", "these", "those"))
_REST = frozenset(
    "other others rest remaining remainder not no never nobody none neither without unlike but except only".split()
)


def check(case: Case) -> Iterator[Mismatch]:
    """A whole, or most of it, of which the evidence gives another share."""
    lows = case.claim.reading.lows
    for index, low in enumerate(lows) if not _TRIGGERS.isdisjoint(case.claim.lows) else ():
        after = lows[index + 1] if index + 1 < len(lows) else ""
        if low == "none" and after == "of":
            stated = None if case.lows & (_NONE | _SO_MUCH) else _part(case, index)
        elif low == "all" and case.claim.reading.low(index - 1) not in _BARELY:
            stated = None if case.lows & _SO_MUCH else _part(case, index, among=True)
        elif low in _MOST and after == "of" and not case.lows & _SO_MUCH:
            stated = _half(case) or _part(case, index, most=True)
        else:
            stated = None
        if stated is not None:
            words = " ".join(case.claim.reading.words[index : index + 4])
            yield Mismatch(
                kind=MismatchKind.QUANTIFIER,
                in_claim=words,
                in_evidence=stated,
                message=f"The claim says “{words}” where the evidence says “{stated}”.",
            )
            return
    yield from _other_part(case)


def _other_part(case: Case) -> Iterator[Mismatch]:
    """ "Three of their five sprints" where the evidence has two of them, and nobody speaks of the rest."""
    if not case.claim.lows.isdisjoint(_REST):
        return
    stated = [part for piece in case.pieces for part in _parts(piece) if piece.lows.isdisjoint(_REST)]
    for count, whole, words in _parts(case.claim):
        theirs = [told for counted, of, told in stated if of == whole and counted != count]
        if theirs and all(counted != count or of != whole for counted, of, _ in stated):
            yield Mismatch(
                kind=MismatchKind.NUMBER,
                in_claim=words,
                in_evidence=theirs[0],
                message=f"The claim says “{words}” where the evidence says “{theirs[0]}”.",
            )
            return


def _parts(analysis: Analysis) -> Iterator[tuple[Decimal, Decimal, str]]:
    """Each "two of the five": the part, the whole, and the words."""
    counts = [quantity for quantity in analysis.quantities if _counts(quantity)]
    for part, whole in pairwise(counts):
        if part.low < whole.low and whole.first - part.last <= _NEAR and _of(analysis, whole):
            yield part.low, whole.low, " ".join(analysis.reading.words[part.first : whole.last + 1])


def _part(case: Case, index: int, *, most: bool = False, among: bool = False) -> str | None:
    """The evidence's count of a part of the whole that the claim counts; where `most`, of no more than its half.

    Where `among`, only "so many of so many" tells a part.
    """
    whole = next((q for q in case.claim.quantities if index < q.first <= index + 4 and _counts(q)), None)
    if whole is None:
        return None
    for piece in case.pieces:
        counts = [q for q in piece.quantities if _counts(q)]
        wholes = [q for q in counts if q.low == whole.low]
        if any(not among or _of(piece, q) for q in wholes):
            parts = [q for q in counts if 0 < q.low < whole.low]
            if parts and (not most or all(2 * q.low <= whole.low for q in parts)):
                return _words(piece, parts[0])
    return None


def _of(analysis: Analysis, whole: Quantity) -> bool:
    """True for the five of "two of five" and of "two of the five"."""
    at = whole.first - 1 - (analysis.reading.low(whole.first - 1) in _DETERMINERS)
    return analysis.reading.low(at) == "of"


def _half(case: Case) -> str | None:
    """The evidence's "half of it", where it has no more."""
    for piece in case.pieces:
        for index, low in enumerate(piece.reading.lows):
            if low == "half" and piece.reading.low(index + 1) == "of":
                return " ".join(piece.reading.words[index : index + 4])
    return None


def _counts(quantity: Quantity) -> bool:
    return not (quantity.unit or quantity.vague or quantity.is_range or quantity.bound is not EXACT)


def _words(piece: Analysis, quantity: Quantity) -> str:
    return " ".join(piece.reading.words[quantity.first : quantity.last + 1])
