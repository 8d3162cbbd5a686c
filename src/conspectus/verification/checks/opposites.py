# ruff: noqa: SIM905 — a word list reads best as words
"""Opposites: "rose" for "fell", "more" for "fewer", "won" for "lost"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from conspectus.text.facts.operators import NEGATION
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.opposite_words import DIRECTIONS, OPPOSITES
from conspectus.verification.checks.standings import is_converse
from conspectus.verification.verdict import Mismatch, MismatchKind


@dataclass(frozen=True, eq=False, slots=True)
class _Pair:
    kind: MismatchKind
    side: frozenset[str]
    opposite: frozenset[str]
    ends: frozenset[str]
    """Its words, and those that end a clause: what stands beside one of them ends at the next."""


def _pairs() -> dict[str, tuple[_Pair, ...]]:
    """For each word the pairs of opposites that it stands in."""
    rows: list[tuple[MismatchKind, str]] = [(MismatchKind.COMPARATIVE, DIRECTIONS.replace("\n", " "))]
    joined = [row for row in OPPOSITES.split(";") if row.strip()]
    comparative = 13
    rows += [
        (MismatchKind.COMPARATIVE if at < comparative else MismatchKind.CONTENT, line)
        for at, line in enumerate(joined)
    ]
    found: dict[str, tuple[_Pair, ...]] = {}
    for kind, line in rows:
        left, right = (frozenset(half.split()) for half in line.split("|"))
        for side, opposite in ((left, right), (right, left)):
            for word in side:
                found[word] = (
                    *found.get(word, ()),
                    _Pair(kind, side, opposite, side | opposite | _ENDS_CLAUSE),
                )
    return found


_ENDS_CLAUSE = frozenset(("and", "while", "but", "as", "after", "when", "because", "although"))
_INSIDE_CLAUSE = frozenset(("'s", "-", "'", "%", "$", "€", "£"))


_PAIRS = _pairs()
_ABOVE = {
    **dict.fromkeys(("lower", "less", "fewer"), frozenset(("below", "under"))),
    **dict.fromkeys(("higher", "more"), frozenset(("above", "over"))),
}
_PARTICLES = frozenset(("up", "down"))
_SIDES = frozenset(("for", "against"))
"""Words that tell a side behind "voted"."""
_WITHOUT_SIDES = _PAIRS.keys() - _SIDES
_LIMITS = frozenset(("over", "under", "above", "below", "short"))
_LIMIT_OF = frozenset("budget expectations forecasts target estimates water ground average".split())
_AFTER_AMOUNT = frozenset(("more", "less", "fewer"))
"""Directions where an amount stands before them ("8% more"), and a mere comparison elsewhere."""
_JUDGED = frozenset(("open",)) | _SIDES | _PARTICLES | _AFTER_AMOUNT | _LIMITS
"""Words that are not meant wherever they stand."""
_PHRASAL = frozenset(
    stem(word)
    for word in (
        "give set make take end pick sign bring hold back call break shut stand step sit line turn open show let "
        "keep catch clear wrap wind stay"
    ).split()
)
_QUESTIONS = frozenset(("who", "whom", "what", "whether", "how", "why", "when", "where", "which"))
_REACH = 7
_LEAST_MARGIN = 2


def check(case: Case) -> Iterator[Mismatch]:
    """Words of the claim for which the evidence has the opposite, said of the same thing."""
    meant = _PAIRS.keys() if "vote" in case.claim.stem_set else _WITHOUT_SIDES
    if meant.isdisjoint(case.claim.lows):
        return
    counted = case.claim.counted
    for index, low in enumerate(case.claim.reading.lows):
        if low not in meant or index in counted:
            continue
        for pair in _PAIRS[low]:
            if not _is_meant(case.claim, index, pair):
                continue
            if low in _ABOVE and any(_stands_above(analysis, _ABOVE[low]) for analysis in case.texts):
                # "A fifth lower" is "a fifth below".
                continue
            against = _places(case, pair, pair.opposite)
            if low in ("ahead", "behind") and is_converse(case):
                continue
            if not against or _negated(case, index, pair):
                continue
            own = _places(case, pair, pair.side)
            if own and "woman" in pair.side | pair.opposite:
                # Where both are spoken of, which one is meant is not told by what stands beside the words.
                continue
            if not (
                _nearer(case.claim, index, pair, against, own)
                if own
                else _alike(case.claim, index, pair, against)
            ):
                continue
            theirs = ", ".join(sorted({analysis.reading.lows[at] for analysis, at in against}))
            yield Mismatch(
                kind=pair.kind,
                in_claim=low,
                in_evidence=theirs,
                message=f"The claim says “{low}” where the evidence says “{theirs}”."
                if not own
                else f"In the evidence “{low}” is said of something else; of this, “{theirs}”.",
            )
            return


def _stands_above(analysis: Analysis, words: frozenset[str]) -> bool:
    """True where one of the words follows an amount: "a fifth below"."""
    if words.isdisjoint(analysis.lows):
        return False
    lows = analysis.reading.padded
    return any(lows[q.last + 1] in words for q in analysis.quantities) or any(
        low in ("above", "below", "under") and low in words for low in analysis.lows
    )


_Place = tuple[Analysis, int]


def _places(case: Case, pair: _Pair, words: frozenset[str]) -> list[_Place]:
    """Where the evidence has one of the words in the pair's sense."""
    if words.isdisjoint(case.lows):
        return []
    return [
        (analysis, at)
        for analysis in case.wider
        if not words.isdisjoint(analysis.lows)
        for at, low in enumerate(analysis.reading.lows)
        if low in words and _is_meant(analysis, at, pair) and not _counted(analysis, at)
    ]


def _counted(analysis: Analysis, index: int) -> bool:
    """True for a word that is part of an amount, as in "more than 80"."""
    return any(q.first <= index <= q.last for q in analysis.quantities if q.unit != "times")


def _nearer(claim: Analysis, index: int, pair: _Pair, against: list[_Place], own: list[_Place]) -> bool:
    """True where what the claim says the word of is, in the evidence, said with the opposite and not with the word.

    Where the evidence's own use of the word stands beside pronouns only, nothing can be told.
    """
    if amounts := _amounts(claim, index, pair):
        # "Rose 11%" where it "fell 11% and recovered by 3%"
        theirs, mine = (
            [_amounts(*place, pair) for place in places if _amounts(*place, pair)]
            for places in (against, own)
        )
        if theirs and mine:
            return any(amounts <= each for each in theirs) and all(amounts.isdisjoint(each) for each in mine)
    if not all(_beside(*place, pair)[0] for place in own):
        return False
    return _likeness(claim, index, pair, against) >= _likeness(claim, index, pair, own) + _LEAST_MARGIN


def _amounts(analysis: Analysis, index: int, pair: _Pair) -> frozenset[str]:
    """The figures behind the token, in its clause."""
    return frozenset(each for each in _beside(analysis, index, pair)[1] if each[0].isdecimal())


def _alike(claim: Analysis, index: int, pair: _Pair, against: list[_Place]) -> bool:
    """True where the claim says its word of something that the evidence says the opposite of."""
    return bool(_likeness(claim, index, pair, against)) or not any(_beside(claim, index, pair))


def _likeness(claim: Analysis, index: int, pair: _Pair, places: list[_Place]) -> int:
    """How much of what stands beside the claim's word stands beside the most alike of the places.

    What rises or falls stands before the word, what is approved or sold behind it: that side counts twice.
    """
    before, after = _beside(claim, index, pair)
    subject, thing = (2, 1) if pair.kind is MismatchKind.COMPARATIVE else (1, 2)
    found = [0]
    for place in places:
        others = _beside(*place, pair)
        same_side = subject * len(before & others[0]) + thing * len(after & others[1])
        found.append(same_side + len((before | after) & (others[0] | others[1])))
    return max(found)


@lru_cache(maxsize=64)
def _beside(analysis: Analysis, index: int, pair: _Pair) -> tuple[frozenset[str], frozenset[str]]:
    """The content words and numbers of the token's clause before and after it, up to the next word of the pair."""
    lows = analysis.reading.lows
    start = index - 1
    if lows[max(0, start - 1) : index] in (("more", "than"), ("less", "than")):
        # "Production more than doubled"
        start -= 2
    before = range(start, max(-1, start - _REACH), -1)
    return _words(analysis, before, pair), _words(analysis, _behind(lows, index), pair)


def _behind(lows: tuple[str, ...], index: int) -> Iterator[int]:
    """The next tokens: "convicted Lind, a former treasurer, of fraud" goes on after the aside."""
    at, size = index + 1, len(lows)
    for _ in range(_REACH):
        if at < size and lows[at] == ",":
            closing = next((i for i in range(at + 1, min(size, at + _REACH)) if lows[i] == ","), None)
            if closing is None:
                return
            at = closing + 1
        if at >= size:
            return
        yield at
        at += 1


def _words(analysis: Analysis, tokens: Iterable[int], pair: _Pair) -> frozenset[str]:
    found = set()
    lows, stems, ends = analysis.reading.lows, analysis.stems, pair.ends
    for at in tokens:
        low = lows[at]
        if low in ends:
            if low == "and" and _joins_names(analysis, at):
                continue
            break
        root = stems[at]
        if not root:
            if low[0].isdecimal():
                root = low
            elif low[0].isalnum() or low in _INSIDE_CLAUSE:
                continue
            else:
                break
        if low not in _PAIRS:
            found.add(root)
    return frozenset(found)


def _joins_names(analysis: Analysis, index: int) -> bool:
    """True for the "and" of "between Turin and Lyon"."""
    around = analysis.reading.word(index - 1), analysis.reading.word(index + 1)
    return all(word[:1].isupper() for word in around)


def _is_meant(analysis: Analysis, index: int, pair: _Pair) -> bool:
    """False for the "up" of "gave up", and for the "more" of "more schools" where directions are compared."""
    low = analysis.reading.lows[index]
    if low not in _JUDGED:
        return True
    if low == "open" and analysis.reading.low(index + 1) in _QUESTIONS:
        # "Left open who had closed it"
        return False
    if low in _SIDES:
        return stem(analysis.reading.low(index - 1)) == "vote"
    if low in _PARTICLES:
        return _is_direction(analysis, index)
    if low in _AFTER_AMOUNT and "rose" in pair.side | pair.opposite:
        return any(q.last == index - 1 and q.unit != "times" for q in analysis.quantities)
    if low in _LIMITS:
        beside = any(index < q.first <= index + 2 or q.last == index - 1 for q in analysis.quantities)
        return beside or analysis.reading.low(index + 1) in _LIMIT_OF
    return True


def _is_direction(analysis: Analysis, index: int) -> bool:
    """True for "up 5%" and "went up", not for "giving up" and "up to"."""
    reading = analysis.reading
    if reading.low(index + 1) in ("the", "a", "an", "his", "her", "its", "their"):
        return False
    if reading.low(index + 1) == "to" and not reading.low(index - 1).endswith("ed"):
        return False
    return stem(reading.low(index - 1)) not in _PHRASAL


def _negated(case: Case, index: int, pair: _Pair) -> bool:
    """True where one of the opposites stands under a negation: "did not rise" and "fell" may agree."""
    for analysis in (case.claim, *case.wider):
        for operator in analysis.of_kind(NEGATION):
            scope = range(operator.first, operator.end)
            if analysis is case.claim and index in scope:
                return True
            if analysis is not case.claim and pair.opposite & set(
                analysis.reading.lows[operator.last + 1 : operator.end]
            ):
                return True
    return False
