# ruff: noqa: SIM905 — a word list reads best as words
"""Courses: what "fell to 140" where the evidence has "140, after 118", and what was said but "was in error"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_DOWN = frozenset(
    "fell falls fallen dropped drops declined declines decreased shrank slipped sank dipped tumbled".split()
)
_UP = frozenset("rose rises risen grew grown climbed climbs increased jumped soared surged".split())
_BEFORE = frozenset(("after", "from", "against"))
_WRONG = r"(?:in error|an error|a mistake|false|untrue|wrong|mistaken|incorrect|inaccurate|not true|unfounded|baseless)"
_REFUTED = re.compile(
    rf"\bthat (?P<said>[^.;:]+?) (?:was|were|is|are|had been|has been|proved|turned out to be) {_WRONG}\b",
    re.IGNORECASE,
)
_DOUBTED = frozenset(
    "error errors wrong wrongly false falsely untrue mistake mistaken mistakenly incorrect incorrectly inaccurate "
    "inaccurately unfounded baseless corrected correction erroneous erroneously rumour rumours".split()
)
_KEPT = frozenset(("remain", "remains", "remained", "still", "stays", "stayed"))
_ENOUGH = 0.75
_REACH = 8


def check(case: Case) -> Iterator[Mismatch]:
    """A course turned round, a refuted statement told as a fact, and an end of what goes on."""
    yield from _turned(case)
    yield from _refuted(case)
    yield from _ended(case)


def _turned(case: Case) -> Iterator[Mismatch]:
    down, up = case.claim.lows & _DOWN, case.claim.lows & _UP
    if bool(down) == bool(up) or len(case.claim.quantities) != 1:
        return
    wanted = case.claim.quantities[0]
    if case.claim.reading.low(wanted.first - 1) != "to":
        return
    for piece in case.pieces:
        stated = [q for q in piece.quantities if not (q.vague or q.is_range)]
        for now, then in pairwise(stated):
            before = piece.reading.low(then.first - 1)
            if now.low != wanted.low or before not in _BEFORE or then.unit not in (now.unit, ""):
                continue
            if now.low != then.low and (now.low > then.low) is bool(down):
                theirs = " ".join(piece.reading.words[now.first : then.last + 1])
                verb = min(down or up)
                yield Mismatch(
                    kind=MismatchKind.COMPARATIVE,
                    in_claim=verb,
                    in_evidence=theirs,
                    message=f"The claim says “{verb}” where the evidence has “{theirs}”.",
                )
                return


def _refuted(case: Case) -> Iterator[Mismatch]:
    if case.claim.lows & _DOUBTED or case.claim.of_kind(OperatorKind.NEGATION, OperatorKind.ATTRIBUTION):
        return
    for analysis in case.wider:
        if analysis.lows.isdisjoint(_DOUBTED) and "true" not in analysis.lows:
            continue
        for match in _REFUTED.finditer(analysis.reading.text):
            inside = [
                i
                for i, at in enumerate(analysis.reading.starts)
                if match.start("said") <= at < match.end("said")
            ]
            said = analysis.stems_in(inside[0], inside[-1] + 1)
            outside = analysis.stems_in(0, inside[0]) | analysis.stems_in(inside[-1] + 1, len(analysis.stems))
            told = said & case.claim.stem_set
            if len(told) > 1 and len(told) >= _ENOUGH * len(said) and not told <= outside:
                yield Mismatch(
                    kind=MismatchKind.NEGATION,
                    in_claim=case.claim.text,
                    in_evidence=match[0],
                    message=f"The evidence says “{match[0]}”; the claim states it as a fact.",
                )
                return


def _ended(case: Case) -> Iterator[Mismatch]:
    """ "No longer open" where the evidence says "remains open"."""
    lows = case.claim.reading.lows
    at = next((i for i, low in enumerate(lows[:-1]) if low == "no" and lows[i + 1] == "longer"), None)
    if at is None or case.lows.isdisjoint(_KEPT) or not case.lows.isdisjoint(("longer", "until")):
        return
    ended = next((s for s in case.claim.stems[at + 2 :] if s is not None), None)
    for analysis in case.wider:
        if ended in _going_on(analysis):
            yield Mismatch(
                kind=MismatchKind.NEGATION,
                in_claim=" ".join(case.claim.reading.words[at : at + 3]),
                message="The claim says that it has ended; the evidence says that it goes on.",
            )
            return


def _going_on(analysis: Analysis) -> frozenset[str]:
    """The first content word after each "remains" or "still"."""
    found = set[str]()
    for index, low in enumerate(analysis.reading.lows):
        if low in _KEPT:
            following = analysis.stems[index + 1 : index + _REACH]
            found |= {next((s for s in following if s is not None), stem(low))}
    return frozenset(found)
