# ruff: noqa: SIM905 — a word list reads best as words
"""Offices and roles: who is the chief executive, the minister, the judge."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.facts.names import Name
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.office_words import IMPLIED_BY, offices_in
from conspectus.verification.checks.parts import own_words
from conspectus.verification.verdict import Mismatch, MismatchKind

_GENERAL = frozenset("head manager director president minister secretary chair".split())
_HEADS = frozenset(("chair", "chief executive", "director", "president", "captain", "governor"))
_SUCCESSIONS = frozenset(
    "succeed succeeds succeeded succeeding successor replace replaces replaced replacing".split()
)
_REACH = 4
_ROOT = 8


def check(case: Case) -> Iterator[Mismatch]:
    """The offices of the claim that the evidence does not have, or gives to somebody else."""
    claimed = offices_in(case.claim.text)
    if not claimed:
        return
    held = [(a, office) for a in (*case.pieces, *case.wider, *case.known) for office in offices_in(a.text)]
    for first, last, office in claimed:
        if office == "head" and case.claim.reading.low(last + 1) in _WHERE_TO:
            continue
        words = " ".join(case.claim.reading.words[first : last + 1])
        same = [(a, other) for a, other in held if _compatible(office, other[2])]
        holder = _holder(case.claim, first, last)
        if not same:
            general = office in _GENERAL and any(office in a.lows for a in case.wider)
            # "The commissioner's office" for "her office" is told by a sentence before.
            meant = not held and case.claim.reading.low(last + 1) == "'s" and bool(case.lows & _SOMEBODY)
            second = not _STAND_INS.isdisjoint(case.claim.reading.lows[max(0, first - 1) : first])
            if not (general or meant or (_implied(office, case) and not second)):
                found = "; ".join(dict.fromkeys(other[2] for _, other in held)) or None
                yield Mismatch(
                    kind=MismatchKind.ROLE,
                    in_claim=words,
                    in_evidence=found,
                    message=f"The claim speaks of a “{words}”; the evidence does not."
                    + (f" It has “{found}”." if found else ""),
                )
        elif (other := _raised(case, first, same) or _elsewhere(case, last, same)) is not None:
            mine = " ".join(case.claim.reading.words[max(0, first - 2) : last + 4])
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine,
                in_evidence=other,
                message=f"The claim says “{mine}” where the evidence says “{other}”.",
            )
        elif (other := _otherwise_qualified(case, first, same)) is not None:
            mine = " ".join(case.claim.reading.words[max(0, first - 1) : last + 1])
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine,
                in_evidence=other,
                message=f"The claim says “{mine}” where the evidence says “{other}”.",
            )
        elif holder is not None:
            yield from _wrong_holder(words, holder, same, held)


def _otherwise_qualified(
    case: Case, first: int, same: list[tuple[Analysis, tuple[int, int, str]]]
) -> str | None:
    """The evidence's words where it has an "education director" for a "transport director", or only a deputy."""
    mine = case.claim.stems[first - 1] if first else None
    theirs = [(a.stems[at - 1] if at else None, a, at, end) for a, (at, end, _) in same]
    words = [" ".join(a.reading.words[at - 1 : end + 1]) for _, a, at, end in theirs if at]
    if all(at and a.reading.low(at - 1) in _SECONDS for _, a, at, _ in theirs):
        kept = _SECONDS | {"once", "former", "formerly"}
        return None if case.claim.lows & kept else words[0]
    if (
        mine is None
        or mine in case.stems
        or mine in _WHEN
        or mine.endswith(("er", "est", "st"))
        or not case.claim.reading.words[first - 1].islower()
    ):
        return None
    return (
        words[0]
        if all(m is not None and a.reading.words[at - 1].islower() for m, a, at, _ in theirs)
        else None
    )


def _raised(case: Case, first: int, same: list[tuple[Analysis, tuple[int, int, str]]]) -> str | None:
    """The evidence's words where the claim makes a deputy of its commissioner."""
    before = set(case.claim.reading.lows[max(0, first - _REACH) : first]) & _STAND_INS
    if not before or case.lows & (_SECONDS | _STANDING_IN):
        return None
    a, (at, end, _) = same[0]
    return " ".join(a.reading.words[max(0, at - 1) : end + 1])


def _elsewhere(case: Case, last: int, same: list[tuple[Analysis, tuple[int, int, str]]]) -> str | None:
    """The evidence's words where it has a head of security for the claim's "head of marketing", and no other."""
    mine = _field(case.claim, last)
    if not mine or mine & case.stems or any(mine & a.stem_set for a in case.known):
        return None
    theirs = [(_field(a, end), a, at) for a, (at, end, _) in same]
    if not all(field for field, _, _ in theirs):
        return None
    _, a, at = theirs[0]
    return " ".join(a.reading.words[at : at + 4])


def _field(analysis: Analysis, last: int) -> frozenset[str]:
    """The stems of what an office is of or for, in small letters: "security" for "head of security"."""
    reading = analysis.reading
    if reading.low(last + 1) not in ("of", "for"):
        return frozenset()
    found = set[str]()
    for index in range(last + 2, min(last + 2 + _REACH, len(reading))):
        if reading.low(index) in _FIELD_ENDS or not reading.words[index].islower():
            break
        found |= analysis.stems_in(index, index + 1)
    return frozenset(found)


_FIELD_ENDS = frozenset(
    (",", ".", ";", ":", '"', "and", "or", "who", "which", "that", "in", "at", "said", "says")
)
_STAND_INS = frozenset(("deputy", "vice", "assistant", "interim"))
_STANDING_IN = _STAND_INS | frozenset(("number", "second", "stand-in", "temporary", "temporarily", "under"))
_SOMEBODY = frozenset(("he", "his", "him", "she", "her"))
_WHERE_TO = frozenset(("for", "to", "towards", "back", "home", "off", "into", "straight"))
"""What follows the verb "head"."""
_WHEN = frozenset(("now", "then", "current", "former", "today"))
_SECONDS = frozenset(("deputy", "vice", "assistant", "acting", "interim"))


def _implied(office: str, case: Case) -> bool:
    """True for the prosecutors of a "prosecution service" and the judge of a court."""
    if (office == "judge" and "court" in case.lows) or (office == "author" and stem("write") in case.stems):
        return True
    if not IMPLIED_BY.get(office, frozenset()).isdisjoint(case.lows):
        return True
    if {stem(office.removesuffix(ending)) for ending in ("", "r", "er", "or")} & case.stems:
        # The manager of what "she manages", the founder of what "he founded".
        return True
    return len(office) > _ROOT + 1 and any(s[:_ROOT] == office[:_ROOT] for s in case.stems)


def _compatible(claimed: str, stated: str) -> bool:
    """True for the same office, and for "minister" where the evidence has the finance minister."""
    return (
        claimed == stated
        or (claimed == "head" and stated in _HEADS)
        or (claimed in _GENERAL and stated.endswith(claimed) and not stated.startswith(("vice", "deputy")))
    )


def _holder(analysis: Analysis, first: int, last: int) -> Name | None:
    """The name beside the office, people's names before organisations'."""

    def distance(name: Name) -> int:
        if name.first <= first and last <= name.last:
            return 0
        return name.first - last if name.first > last else first - name.last

    near = [n for n in analysis.names if distance(n) <= _REACH and own_words(n)]
    near = [n for n in near if not _owns(analysis, n, first)]
    return min(near, key=distance, default=None)


def _owns(analysis: Analysis, name: Name, first: int) -> bool:
    """True for the organisation in "Amazon's chief executive" and "chief executive of Amazon"."""
    reading = analysis.reading
    return (name.last < first and "'s" in reading.lows[name.last : first + 1]) or reading.low(name.first - 1) in (
        "of", "at", "for", "from",
    )  # fmt: skip


def _wrong_holder(
    words: str,
    holder: Name,
    same: list[tuple[Analysis, tuple[int, int, str]]],
    held: list[tuple[Analysis, tuple[int, int, str]]],
) -> Iterator[Mismatch]:
    claimed = own_words(holder)
    if any(a.lows & _SUCCESSIONS and claimed & a.capitals for a, _ in same):
        # "She will succeed him as …": the office is that of both.
        return
    holders = [(_holder(a, first, last), a) for a, (first, last, _) in same]
    named = [(other, a) for other, a in holders if other is not None]
    if not named or len(named) < len(holders) or any(claimed & own_words(other) for other, _ in named):
        return
    others = {
        office: a.reading for a, (first, last, office) in held
        if (other := _holder(a, first, last)) is not None and claimed & own_words(other)
    }  # fmt: skip
    if others:
        theirs = "; ".join(others)
        yield Mismatch(
            kind=MismatchKind.ROLE,
            in_claim=f"{words} {holder.text}",
            in_evidence=f"{words} {named[0][0].text}",
            message=f"The evidence calls {holder.text} “{theirs}”; the “{words}” there is {named[0][0].text}.",
        )
