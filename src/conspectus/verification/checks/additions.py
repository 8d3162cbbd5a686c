"""Additions: a sentence of the evidence, nearly word for word, with something put in that no evidence has.

That the evidence lacks a claim's words tells nothing by itself: a paraphrase has others. Where the words around them
are the evidence's own, in its order, and nothing of the evidence stands in their place, they paraphrase nothing. The
two are laid side by side by their longest common subsequence of content words (Hunt & Szymanski 1977).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conspectus.text.facts.tokens import SENTENCE_MARKS
from conspectus.text.senses import LIGHT, meant
from conspectus.verification.checks.asides import OPENS, asides
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, Case
from conspectus.verification.checks.content import strange
from conspectus.verification.verdict import Mismatch, MismatchKind

_LEAST_ADDED = 2
"""Foreign words in a row that make an addition: one alone stands for another too often ("provided" for "if")."""
_LEAST_ALIGNED = 3
_LEAST_OF_CLAIM = 0.8
"""The share of the claim's other content words that have to stand in one sentence of the evidence, in its order."""
_LEAST_OF_EVIDENCE = 0.5
"""The share of that sentence's content words that the claim has to have."""
_MOSTLY = 0.6
_USED = 0.5
_NONE: frozenset[str] = frozenset()
_PRONOUNS = frozenset(
    str.split("i we he she it they you me us him her them this that these those mine ours hers theirs")
)
_NARRATORS = frozenset(
    str.split(
        "author writer columnist diarist reporter correspondent newspaper paper article blogger essayist editor"
    )
)
"""Who tells an article in the first person is named by whoever reports of it."""

Word = tuple[int, frozenset[str]]
"""A token's place, and by what it meets others: its stem, how that begins, what it may mean; a number by itself."""


def check(case: Case) -> Iterator[Mismatch]:
    """What the claim puts into a sentence of the evidence that it otherwise repeats, or adds in a clause of its own."""
    if len(case.foreign) < _LEAST_ADDED:
        return
    beside = _side_by_side(case.claim, case.foreign - case.claim.named)
    if not beside and OPENS.isdisjoint(case.claim.lows):
        return
    added = strange(case)
    if len(added) >= _LEAST_ADDED:
        found = next(_put_in(case, added), None) if beside else None
        yield from asides(case, added) if found is None else (found,)


def _put_in(case: Case, added: frozenset[int]) -> Iterator[Mismatch]:
    mine = [word for sentence in worded(case.claim) for word in sentence]
    sentences = [(text, sentence) for text in case.texts for sentence in worded(text)]
    for text, sentence in sentences:
        found = _between(case.claim, mine, added, text, sentence)
        if found is not None and all(
            _is_used(other, mine) for _, other in sentences if other is not sentence
        ):
            yield Mismatch(
                kind=MismatchKind.CONTENT,
                in_claim=found,
                message=f"The claim adds “{found}” to what the evidence says.",
            )


def _side_by_side(claim: Analysis, foreign: frozenset[str]) -> bool:
    """True where two foreign content words follow each other; most claims have none, and are done with."""
    roots = [root for root in claim.stems if root is not None]
    return any(one in foreign and other in foreign for one, other in pairwise(roots))


def worded(analysis: Analysis) -> Iterator[list[Word]]:
    """Its sentences, each as its content words and numbers; light words are left out."""
    senses = meant(analysis.text)
    words: list[Word] = []
    for at, (low, root) in enumerate(zip(analysis.reading.lows, analysis.stems, strict=True)):
        if low in SENTENCE_MARKS:
            if words:
                yield words
            words = []
        elif root is not None and root not in LIGHT:
            words.append((at, senses.get(root, _NONE) | {root, root[:SHARED_BEGINNING]}))
        elif low[0].isdecimal():
            words.append((at, frozenset((low,))))
    if words:
        yield words


def _is_used(sentence: list[Word], mine: list[Word]) -> bool:
    """True where the claim has much of the sentence in its own words; else what is put in may reword it."""
    return sum(any(not a.isdisjoint(b) for _, b in mine) for _, a in sentence) >= _USED * len(sentence)


def _between(
    claim: Analysis, mine: list[Word], added: frozenset[int], text: Analysis, theirs: list[Word]
) -> str | None:
    """What the claim puts between two words that stand side by side in the sentence, or behind all of it.

    What stands before all of it names whom the sentence calls "we", or leaves out.
    """
    aligned = _aligned(mine, theirs)
    if len(aligned) < max(_LEAST_ALIGNED, _LEAST_OF_EVIDENCE * len(theirs)):
        return None
    for (i, j), (after, beyond) in pairwise([*aligned, (len(mine), len(theirs))]):
        put_in = mine[i + 1 : after]
        foreign = [at for at, _ in put_in if at in added]
        if (
            beyond == j + 1
            and _PRONOUNS.isdisjoint(_gap(text, theirs, j))
            and len(foreign) >= max(_LEAST_ADDED, _MOSTLY * len(put_in))
            and len(aligned) >= _LEAST_OF_CLAIM * (len(mine) - len(put_in))
            and _NARRATORS.isdisjoint(claim.reading.lows[foreign[0] : foreign[-1] + 1])
        ):
            start, end = claim.reading.raw_range(foreign[0], foreign[-1])
            return claim.text[start:end]
    return None


def _gap(text: Analysis, theirs: list[Word], j: int) -> tuple[str, ...]:
    """The small words between two content words of the sentence, or behind its last."""
    at = theirs[j][0]
    end = theirs[j + 1][0] if j + 1 < len(theirs) else text.sentence_bounds(at)[1]
    return text.reading.lows[at + 1 : end]


def _aligned(mine: list[Word], theirs: list[Word]) -> list[tuple[int, int]]:
    """The longest common subsequence of two lists of words, as pairs of places in them."""
    same = [[not a.isdisjoint(b) for _, b in theirs] for _, a in mine]
    longest = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in reversed(range(len(mine))):
        for j in reversed(range(len(theirs))):
            apart = max(longest[i + 1][j], longest[i][j + 1])
            longest[i][j] = longest[i + 1][j + 1] + 1 if same[i][j] else apart
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(mine) and j < len(theirs):
        if same[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
