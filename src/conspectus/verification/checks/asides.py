"""Asides that the evidence has no word of: "…, where she is better paid", "… after complaints from donors".

A clause in other words than the evidence's may paraphrase it. Where everything else in the claim is the evidence's own,
and the sentence that says it has no clause of the same sort that the claim leaves out, there is nothing to paraphrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.text.facts.tokens import CLAUSE_MARKS
from conspectus.text.senses import LIGHT, meant
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, Case
from conspectus.verification.checks.parts import parts
from conspectus.verification.verdict import Mismatch, MismatchKind

_LEAST_KEPT = 3
"""Content words of the evidence that the rest of the claim has to have."""
_CAUSES = frozenset(str.split("after because as when while since although though before until"))
_RELATIVE = frozenset(("where", "who", "which", "whose"))
OPENS = _CAUSES | _RELATIVE
"""What opens a clause that another could do without."""
_PARTS = CLAUSE_MARKS | OPENS | {",", "and", "but"}
_NEGATIVE = re.compile(
    r"(?:un|in|im|non|dis)[a-z]{4,}|no|not|n't|never|nobody|none|nothing|without|hardly|"
    r"(?:fail|refus|deny|deni|lack|reject|declin|avoid|safe)[a-z]*"
)
"""What is not so is told in many ways: "she would not say why" and "she gave no reason"."""
_NONE: frozenset[str] = frozenset()

_Clause = tuple[str, range]
"""What opens it, empty at the beginning of a sentence, and its tokens."""


def asides(case: Case, added: frozenset[int]) -> Iterator[Mismatch]:
    """A clause of the claim, opened by "after", "where" or the like, that has all the tokens which are `added`."""
    claim, reading = case.claim, case.claim.reading
    for opening, tokens in _clauses(claim, 0, len(reading)):
        if opening not in OPENS or not added <= set(tokens):
            continue
        inside = _content(claim, tokens)
        kept = len(_content(claim, range(len(reading)))) - len(inside)
        if (
            set(inside) == added
            and kept >= _LEAST_KEPT
            and not any(_NEGATIVE.fullmatch(reading.lows[at]) for at in tokens)
            and not _left_out(case, opening in _CAUSES)
        ):
            start, end = reading.raw_range(tokens[0] - 1, tokens[-1])
            yield Mismatch(
                kind=MismatchKind.CONTENT,
                in_claim=claim.text[start:end],
                message=f"The claim adds “{claim.text[start:end]}”; the evidence has no word of it.",
            )
            return


def _clauses(analysis: Analysis, first: int, last: int) -> Iterator[_Clause]:
    lows = analysis.reading.lows
    begin, opening = first, ""
    for at in range(first, last):
        if lows[at] in _PARTS:
            if at > begin:
                yield opening, range(begin, at)
            begin, opening = at + 1, lows[at]
    if last > begin:
        yield opening, range(begin, last)


def _content(analysis: Analysis, tokens: range) -> list[int]:
    """The tokens that tell something: content words that are not light, and numbers."""
    lows = analysis.reading.lows
    return [
        at
        for at in tokens
        if lows[at][0].isdecimal() or (analysis.stems[at] is not None and analysis.stems[at] not in LIGHT)
    ]


def _left_out(case: Case, cause: bool) -> bool:
    """True where the sentence that says most of the claim has a clause of that sort of which the claim has no word."""
    claim = case.claim
    found = [(text, part) for text in case.wider for part in parts(text)]
    text, best = max(found, key=lambda each: len(each[1].stems & claim.stem_set))
    opens = _CAUSES if cause else _RELATIVE
    return any(
        opening in opens and not _met(case, text, tokens) for opening, tokens in _clauses(text, *best.bounds)
    )


def _met(case: Case, text: Analysis, tokens: range) -> bool:
    """True where the claim has a word of these in some form or sense, or they are none."""
    roots = [root for at in _content(text, tokens) if (root := text.stems[at]) is not None]
    senses = meant(text.text)
    mine = frozenset[str]().union(*meant(case.claim.text).values())
    beginnings = {root[:SHARED_BEGINNING] for root in case.claim.stem_set}
    return not roots or any(
        root[:SHARED_BEGINNING] in beginnings or not mine.isdisjoint(senses.get(root, _NONE))
        for root in roots
    )
