# ruff: noqa: SIM905 — a word list reads best as words
"""Quantifiers: "all" for "some", "most" for nobody knows how many, and the bare noun for a part of it."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.facts.number_words import CARDINALS
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.words import STOP_WORDS
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_SUBJECT_REACH = 7
_ALL = frozenset(
    "all every each everyone everybody everything entire entirety whole always everywhere".split()
)


_ALL_KEPT_BY = _ALL | frozenset(
    "total throughout across unanimous unanimously nationwide both entirely completely fully altogether".split()
)


_NOT_ALL_AFTER = frozenset(
    "time but star out over right year along day at other else i we you he she it they".split()
)


_MOST = frozenset(("most", "majority", "mostly", "bulk", "predominantly"))


_MOST_KEPT_BY = _MOST | frozenset(
    "largely mainly primarily chiefly all every overwhelmingly nearly almost general generally widely".split()
)


_SOME = frozenset(("some", "several", "few", "certain", "handful"))


_PARTIAL = _SOME | _MOST | frozenset(("half", "many", "part", "portion"))


_PARTIAL_OR_ALL = _PARTIAL | _ALL
_TRIGGERS = _ALL | _MOST | {"both"}


def check(case: Case) -> Iterator[Mismatch]:
    """Quantifiers of the claim that are wider than the evidence's, or that it dropped."""
    lows = case.claim.reading.lows
    for index, low in enumerate(lows) if not _TRIGGERS.isdisjoint(case.claim.lows) else ():
        if (
            low in _ALL
            and not _is_idiom(lows, index)
            and not (case.lows & _ALL_KEPT_BY or _none_of_them(case))
            and not (low == "all" and "only" in case.lows)
            and not _is_rate(case, index)
            and not any(q.unit == "ordinal" and q.first == index + 1 for q in case.claim.quantities)
        ):
            yield _unfounded(case, index, "the evidence does not speak of all")
            return
        if (
            low in _MOST
            and not _is_margin(case.claim, index)
            and not case.lows & _MOST_KEPT_BY
            and not _most_by_number(case)
            and not _superlative(case, index)
        ):
            yield _unfounded(case, index, "the evidence does not say how many are the most")
            return
        if low == "both" and "both" not in case.lows and _one_of_two(case):
            yield _unfounded(case, index, "the evidence speaks of one of two")
            return
    yield from _topped(case)
    yield from _widened(case)


def _topped(case: Case) -> Iterator[Mismatch]:
    """ "The largest" where the evidence has "the third-largest" only."""
    claim = case.claim
    highest = [
        low for low in claim.lows & case.lows if low.endswith("est") and len(low) > _SHORTEST_SUPERLATIVE
    ]
    if not highest or claim.of_kind(OperatorKind.NEGATION):
        return
    for at, low in enumerate(claim.reading.lows):
        if low not in highest or _rank(claim, at) is not None:
            continue
        there = [(a, i) for a in case.texts for i, word in enumerate(a.reading.lows) if word == low]
        ranks = [_rank(a, i) for a, i in there]
        if ranks and None not in ranks:
            theirs = f"{ranks[0]}-{low}"
            yield Mismatch(
                kind=MismatchKind.QUANTIFIER,
                in_claim=low,
                in_evidence=theirs,
                message=f"The claim says “{low}” where the evidence says “{theirs}”.",
            )
            return


def _rank(analysis: Analysis, at: int) -> str | None:
    """The ordinal that stands before a superlative: "third" in "third-largest" and "second biggest"."""
    before = at - 1 - (analysis.reading.low(at - 1) == "-")
    for quantity in analysis.quantities:
        if quantity.unit == "ordinal" and quantity.low > 1 and quantity.first <= before <= quantity.last:
            return quantity.text
    return None


_SHORTEST_SUPERLATIVE = 5


def _one_of_two(case: Case) -> bool:
    texts = (" ".join(analysis.reading.lows) for analysis in case.wider)
    return any("one of the two" in text or "one of its two" in text for text in texts)


def _none_of_them(case: Case) -> bool:
    """True where a claim on all rests on a "none" of the evidence, or on one after the other ("case by case")."""
    for analysis in case.wider:
        lows = analysis.reading.lows
        if any(
            low == "by" and 0 < at < len(lows) - 1 and lows[at - 1] == lows[at + 1]
            for at, low in enumerate(lows)
        ):
            return True
    return bool(case.lows & {"none", "nobody", "no-one"}) or (
        "no" in case.lows and bool(case.claim.of_kind(OperatorKind.NEGATION))
    )


def _is_idiom(lows: tuple[str, ...], index: int) -> bool:
    before = lows[index - 1] if index else ""
    after = lows[index + 1] if index + 1 < len(lows) else ""
    return (
        before in ("at", "after", "above", "over", "not", "of")
        or after in _NOT_ALL_AFTER
        or after == "-"
        or _is_level_score(lows, index)
        or (
            lows[index] in ("each", "every")
            and (after in ("other", "year", "day", "month", "week") or before == ",")
        )
    )


def _is_rate(case: Case, index: int) -> bool:
    """True for "£3 for each share" where the evidence has "£3 a share"."""
    claim = case.claim
    nouns = claim.stems_in(index + 1, index + 4)
    return (
        claim.reading.lows[index] in ("each", "every")
        and claim.reading.low(index - 1) == "for"
        and any(q.last == index - 2 for q in claim.quantities)
        and any(
            q.last + 2 < len(piece.stems)
            and piece.reading.low(q.last + 1) in ("a", "an", "per")
            and piece.stems[q.last + 2] in nouns
            for piece in case.pieces
            for q in piece.quantities
        )
    )


def _is_level_score(lows: tuple[str, ...], index: int) -> bool:
    """True for "at two all" and "a 3-all draw"."""
    if lows[index] != "all" or index < 2:
        return False
    joined = lows[index - 1] == "-"
    number = lows[index - 2] if joined else lows[index - 1]
    scored = joined or lows[index - 2] in _SCORED
    return scored and (number.isdecimal() or number in CARDINALS or number == "nil")


_SCORED = frozenset(("at", "drew", "level", "tied", "finished", "ended", "stood"))


def _most_by_number(case: Case) -> bool:
    """True for "most" where the evidence has more than half."""
    return any(
        (q.unit == "percent" and q.low > 50) or (q.unit == "fraction" and q.low * 2 >= 1)
        for piece in case.pieces
        for q in piece.quantities
    ) or any(map(_more_than_half, case.pieces))


def _more_than_half(piece: Analysis) -> bool:
    """True for "of 63 households 58 did"."""
    wholes = [q.low for q in piece.quantities if not q.unit and piece.reading.low(q.first - 1) == "of"]
    parts = [q.low for q in piece.quantities if not (q.unit or q.vague)]
    return any(part < whole < 2 * part for whole in wholes for part in parts)


def _is_margin(claim: Analysis, index: int) -> bool:
    """True for "a majority of eight"."""
    return claim.reading.low(index + 1) == "of" and any(
        index < q.first <= index + 3 and not q.unit for q in claim.quantities
    )


def _superlative(case: Case, index: int) -> bool:
    """True for "the most powerful", "at most", and for the "most" that closes "where it sells most"."""
    reading = case.claim.reading
    before, after = reading.low(index - 1), reading.low(index + 1)
    return (
        before in ("the", "at", "its", "their", "'s", "recent")
        or after == "recent"
        or (before[:1].isalpha() and before not in STOP_WORDS and not after[:1].isalnum())
    )


def _unfounded(case: Case, index: int, why: str) -> Mismatch:
    words = " ".join(case.claim.reading.words[index : index + 3])
    return Mismatch(kind=MismatchKind.QUANTIFIER, in_claim=words, message=f"The claim says “{words}”; {why}.")


def _noun(analysis: Analysis, index: int) -> str | None:
    """The stem of the first content word after a quantifier: "workers" in "some of the workers"."""
    return next((s for s in analysis.stems[index + 1 : index + 5] if s is not None), None)


def _widened(case: Case) -> Iterator[Mismatch]:
    """The evidence speaks of most, some or part of the things; the claim of the things."""
    claim = case.claim
    if not claim.lows.isdisjoint(_PARTIAL_OR_ALL) or claim.quantities or claim.of_kind(OperatorKind.HEDGE):
        return
    for analysis in case.wider:
        if _PARTIAL.isdisjoint(analysis.lows):
            continue
        for index, low in enumerate(analysis.reading.lows):
            if low not in _PARTIAL or analysis.reading.low(index - 1) in ("the", "its", "their", "at"):
                continue
            noun = _noun(analysis, index)
            of = analysis.reading.low(index + 1) == "of" or low == "most"
            if (
                of
                and noun is not None
                and noun in claim.stems[:_SUBJECT_REACH]
                and _same_clause(case, analysis, index)
            ):
                words = " ".join(analysis.reading.words[index : index + 4])
                yield Mismatch(
                    kind=MismatchKind.QUANTIFIER,
                    in_claim=claim.text,
                    in_evidence=words,
                    message=f"The evidence says “{words}”; the claim leaves out that it is not all.",
                )
                return


def _same_clause(case: Case, analysis: Analysis, index: int) -> bool:
    near = analysis.stems_in(index, index + 9)
    return len(near & case.claim.stem_set) >= min(2, len(case.claim.stem_set))
