"""Whose number it is: a number that the evidence gives to one thing and the claim to another."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.facts.number_words import TIME_UNITS
from conspectus.text.facts.numbers import EXACT, Quantity
from conspectus.text.facts.units import WORDS
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.neighbours import (
    FULL_STOP,
    PART_REACH,
    Near,
    counted_nouns,
    first_noun,
    likeness,
    neighbourhood,
    speaks,
)
from conspectus.verification.checks.same_amounts import same_amount
from conspectus.verification.verdict import Mismatch, MismatchKind

_LONGEST_LABEL = 100
_PERSONS = frozenset(("he", "she"))
_RIVAL_SHARE = 2
_RATES = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}


def wrong_noun(
    case: Case, wanted: Quantity, same: list[tuple[Analysis, Quantity]], pool: list[tuple[Analysis, Quantity]]
) -> Iterator[Mismatch]:
    """A number that the evidence gives, but of something else that it also counts."""
    if wanted.low == 1 or wanted.unit in ("ordinal", "percent", "fraction"):
        # "One preferred …" leaves its noun out, and "her 27th of the season" too; a share may be "of" anything.
        return
    if wanted.unit in TIME_UNITS and case.claim.stems[wanted.last + 1 : wanted.last + 2] in ((), (None,)):
        # "Nine hours by", "nine hours to": what follows is not what is counted.
        return
    nouns = counted_nouns(case.claim, wanted)
    if not nouns:
        return
    for piece, found in same:
        theirs_counted = counted_nouns(piece, found)
        if not theirs_counted or nouns & theirs_counted:
            return
    others = [
        found for piece, found in pool if not same_amount(wanted, found) and first_noun(piece, found) in nouns
    ]
    if others:
        theirs = same[0][1]
        yield Mismatch(
            kind=MismatchKind.NUMBER,
            in_claim=_with_noun(case.claim, wanted),
            in_evidence=f"{_with_noun(same[0][0], theirs)}; {others[0].text}",
            message=f"The evidence gives “{theirs.text}” for something else: "
            f"“{_with_noun(same[0][0], theirs)}”, not “{_with_noun(case.claim, wanted)}”.",
        )


def whole_for_part(claim: Analysis, wanted: Quantity, same: list[tuple[Analysis, Quantity]]) -> bool:
    """True for "640 of its flights" where the evidence has "212 of its 640 flights"."""
    if claim.reading.low(wanted.last + 1) != "of" or wanted.unit:
        return False
    return all(
        piece.reading.low(found.last + 1) != "of"
        and any(
            part.last < found.first <= part.last + PART_REACH
            and piece.reading.low(part.last + 1) == "of"
            and "," not in piece.reading.lows[part.last : found.first]
            for part in piece.quantities
        )
        for piece, found in same
    )


def other_prefix(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True for "10 microtesla" and "10 nanotesla": one unit, another thousand of it."""
    mine, theirs = claim.reading.padded[wanted.last + 1], piece.reading.padded[found.last + 1]
    if not (mine.startswith(_PREFIXES) and theirs.startswith(_PREFIXES)):
        return False
    sizes = [(p, low[len(p) :]) for low in (mine, theirs) for p in _PREFIXES if low.startswith(p)]
    return len(sizes) == 2 and sizes[0][1] == sizes[1][1] != "" and sizes[0][0] != sizes[1][0]


_PREFIXES = ("pico", "nano", "micro", "milli", "centi", "deci", "hecto", "kilo", "mega", "giga", "tera")


def another_rate(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True for "a month" in the one and "a week" in the other."""
    mine = _rate(claim, wanted)
    return mine is not None and _rate(piece, found) not in (None, mine)


def _rate(analysis: Analysis, quantity: Quantity) -> str | None:
    lows = analysis.reading.padded
    at = quantity.last + 1
    if lows[at + 1] in ("a", "per", "each", "every") and lows[at][:1].isalpha():
        # "400 trains a day"
        at += 1
    if lows[at] in ("a", "an", "per", "each", "every") and lows[at + 1] in WORDS:
        return WORDS[lows[at + 1]].name
    return _RATES.get(lows[at])


def rate_fault(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> Mismatch:
    """The mismatch of an amount that is given for another stretch of time."""
    mine, theirs = _rate(claim, wanted), _rate(piece, found)
    return Mismatch(
        kind=MismatchKind.NUMBER,
        in_claim=f"{wanted.text} a {mine}",
        in_evidence=f"{found.text} a {theirs}",
        message=f"The claim says “{wanted.text}” a {mine}; the evidence says a {theirs}.",
    )


def wrong_place(
    case: Case, wanted: Quantity, same: list[tuple[Analysis, Quantity]], pool: list[tuple[Analysis, Quantity]]
) -> Mismatch | None:
    """A number whose neighbours in the claim are, in the evidence, another number's neighbours."""
    rivals = [
        (piece, found)
        for piece, found in pool
        if found.unit == wanted.unit != "ordinal"
        and not same_amount(wanted, found)
        and not is_label(piece, found)
        and not speaks(piece, found.first)
    ]
    exchanged = _exchanged(case.claim, wanted, same, rivals)
    if exchanged is not None:
        return _misplaced(wanted, exchanged)
    if wanted.low == 1 or not rivals:
        return None
    alone = sum(quantity.unit == wanted.unit for quantity in case.claim.quantities) == 1
    mine = neighbourhood(case.claim, wanted)
    if alone:
        mine = mine._replace(anchors=neighbourhood(case.claim, wanted, FULL_STOP).anchors)
    if not (mine.words or mine.anchors):
        return None
    if any(_same_role(case.claim, wanted, piece, found) for piece, found in same):
        return None
    own = [neighbourhood(piece, found) for piece, found in same]
    around = [(neighbourhood(*other), other) for other in rivals]
    theirs, nearest = max(around, key=lambda each: likeness(mine, each[0]))
    rival = nearest[1]
    nouns = (first_noun(case.claim, wanted), first_noun(*nearest))
    if None not in nouns and nouns[0] != nouns[1]:
        return None
    overlap = len(mine.words & theirs.words)
    misplaced = overlap >= min(_RIVAL_SHARE, len(mine.words)) and not any(
        not near.words
        or mine.anchors & near.anchors
        or (mine.words & near.words and overlap < len(mine.words & near.words) + _RIVAL_SHARE)
        for near in own
    )
    crossed = bool(mine.anchors & theirs.anchors) and all(
        near.anchors and not mine.anchors & near.anchors for near in own
    )
    told = any(same_amount(quantity, rival) for quantity in case.claim.quantities)
    if not (misplaced and mine.words and not told) and not crossed:
        return None
    if any(_meant_there(case, mine, piece, found) for piece, found in same):
        return None
    return _misplaced(wanted, rival)


def _meant_there(case: Case, mine: Near, piece: Analysis, found: Quantity) -> bool:
    """True where the evidence gives the number to a "she" whom the sentence before may name as the claim does."""
    before = frozenset[str]().union(*(name.words for text in case.known for name in text.names))
    start, _ = piece.sentence_bounds(found.first)
    open_here = not _PERSONS.isdisjoint(piece.reading.lows[start : found.first])
    return open_here and not mine.anchors.isdisjoint(before)


def _misplaced(wanted: Quantity, rival: Quantity) -> Mismatch:
    return Mismatch(
        kind=MismatchKind.NUMBER,
        in_claim=wanted.text,
        in_evidence=rival.text,
        message=f"The evidence gives “{wanted.text}” for something else; of this it says “{rival.text}”.",
    )


def _exchanged(
    claim: Analysis,
    wanted: Quantity,
    same: list[tuple[Analysis, Quantity]],
    rivals: list[tuple[Analysis, Quantity]],
) -> Quantity | None:
    """The number from which the evidence says that it went, where the claim has it go to there, or the reverse."""
    cue = claim.reading.low(wanted.first - 1)
    other = {"from": "to", "to": "from"}.get(cue)
    if other is None or any(piece.reading.low(found.first - 1) != other for piece, found in same):
        return None
    return next((q for piece, q in rivals if piece.reading.low(q.first - 1) == cue), None)


def _same_role(claim: Analysis, wanted: Quantity, piece: Analysis, found: Quantity) -> bool:
    """True where both stand at the same end of "from … to …"."""
    cue = claim.reading.low(wanted.first - 1)
    return cue in ("from", "to") and piece.reading.low(found.first - 1) == cue


def noun_counted_otherwise(claim: Analysis, wanted: Quantity, pool: list[tuple[Analysis, Quantity]]) -> bool:
    """True where the evidence gives another number for what the claim counts."""
    noun = first_noun(claim, wanted)
    if noun is None:
        return False
    return any(
        first_noun(piece, found) == noun and found.low != wanted.low and not is_label(piece, found)
        for piece, found in pool
    )


def is_label(piece: Analysis, found: Quantity) -> bool:
    """True for the 3 of "phase 3", and of "Kestrel 3", which counts nothing."""
    low = piece.reading.padded[found.first - 1]
    if low in _LABELLED:
        return True
    if found.unit or found.bound is not EXACT or found.first <= 1 or found.high >= _LONGEST_LABEL:
        return False
    return piece.reading.words[found.first - 1][0].isupper() and low not in WORDS


_LABELLED = frozenset(
    [
        "phase",
        "stage",
        "type",
        "grade",
        "level",
        "category",
        "tier",
        "class",
        "version",
        "round",
        "platform",
        "number",
    ]
)


def _with_noun(analysis: Analysis, quantity: Quantity) -> str:
    following = analysis.reading.words[quantity.last + 1 : quantity.last + 2]
    return " ".join((quantity.text, *following))
