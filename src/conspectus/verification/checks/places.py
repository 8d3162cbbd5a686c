"""Where it is, and whose office: "homes in Thane" for those in Carrow, "Malawi's president" for Chad's."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.facts.lexicon import PLACE_OF
from conspectus.text.facts.names import Name, bare
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.office_words import offices_in
from conspectus.verification.checks.parts import own_words
from conspectus.verification.checks.speakers import same_initials
from conspectus.verification.verdict import Mismatch, MismatchKind

_WHERE = frozenset(("in", "at", "near", "outside"))
_WITHIN = 4
"""How many tokens behind the name of a place what it lies in may stand."""
_ADJECTIVES = 2
_NOBODY: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Mismatch]:
    """Places of the claim where the evidence has another for the same, and offices of another country."""
    if not case.claim.names:
        return
    yield from _elsewhere(case)
    yield from _of_another(case)


def _elsewhere(case: Case) -> Iterator[Mismatch]:
    if _WHERE.isdisjoint(case.claim.lows):
        return
    said = frozenset[str]().union(*map(own_words, case.claim.names))
    for name in case.claim.names:
        root = _placed(case.claim, name)
        words = own_words(name)
        if root is None or not words or (len(words) == 1 and PLACE_OF.keys() & words):
            # What is in a town is in its country too.
            continue
        there = [
            (text, other)
            for text in case.texts
            if root in text.stem_set
            for other in text.names
            if _placed(text, other) == root and own_words(other)
        ]
        if (
            there
            and any(not words.isdisjoint(text.capitals) for text in case.texts)
            and not any(own_words(other) & said or _within(text, other, words) for text, other in there)
        ):
            yield Mismatch(
                kind=MismatchKind.NAME,
                in_claim=name.text,
                in_evidence=there[0][1].text,
                message=f"The evidence says this of “{there[0][1].text}”, not of “{name.text}”.",
            )
            return


def _placed(analysis: Analysis, name: Name) -> str | None:
    """The stem of what is said to be in the place: the content word right before "in Carrow"."""
    at = name.first - 1
    if analysis.reading.padded[at] not in _WHERE or at < 1:
        return None
    return analysis.stems[at - 1]


def _within(text: Analysis, name: Name, words: frozenset[str]) -> bool:
    """True where the claim's place follows the evidence's: "in Carrow, near Thane"."""
    following = text.reading.words[name.last + 1 : name.last + 1 + _WITHIN]
    return not words.isdisjoint(map(bare, following))


def _of_another(case: Case) -> Iterator[Mismatch]:
    claim = case.claim
    for first, last, office in offices_in(claim.text):
        owner, holder = _owner(claim, first), _holder(claim, last)
        if not (owner and holder):
            continue
        held = [
            (text, start, found)
            for text in (*case.texts, *case.known)
            for start, end, other in offices_in(text.text)
            if other == office and holder & _holder(text, end) and (found := _owner(text, start))
        ]
        if held and not any(_alike(owner, found) for _, _, found in held):
            text, start, _ = held[0]
            mine, theirs = _told(claim, first), _told(text, start)
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine,
                in_evidence=theirs,
                message=f"The claim says “{mine}” where the evidence says “{theirs}”.",
            )
            return


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some & others) or same_initials(some, others)


def _told(analysis: Analysis, first: int) -> str:
    """The words from the country up to the name of whoever holds the office that begins at the token."""
    reading = analysis.reading
    start, end = first, first + 1
    while start > 0 and not reading.words[start][:1].isupper():
        start -= 1
    while end < len(reading) and not reading.words[end][:1].isupper():
        end += 1
    start, end = reading.raw_range(start, min(end, len(reading) - 1))
    return analysis.text[start:end]


def _owner(analysis: Analysis, first: int) -> frozenset[str]:
    """Whose office begins at the token: "Turkey's foreign minister", "Turkish foreign minister"; empty for nobody's."""
    words = analysis.reading.words
    for at in range(first - 1, max(-1, first - 2 - _ADJECTIVES), -1):
        if words[at] == "'s":
            owner = next((name for name in analysis.names if name.first <= at - 1 <= name.last), None)
            return frozenset(PLACE_OF.get(word, word) for word in owner.words) if owner else _NOBODY
        if words[at][:1].isupper():
            place = PLACE_OF.get(analysis.reading.lows[at])
            return frozenset((place,)) if place else _NOBODY
        if not words[at].isalpha():
            return _NOBODY
    return _NOBODY


def _holder(analysis: Analysis, last: int) -> frozenset[str]:
    """The words of the name that stands right behind the office, a comma between them or not."""
    after = last + 1 + (analysis.reading.padded[last + 1] == ",")
    return next((own_words(name) for name in analysis.names if name.first <= after <= name.last), frozenset())
