# ruff: noqa: SIM905 — a word list reads best as words
"""Causes: what is said to have come of what, exchanged, given to another effect, or made up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from conspectus.text.facts.tokens import SENTENCE_MARKS
from conspectus.text.facts.words import STOP_WORDS
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_CAUSE_FOLLOWS = (
    ("because", "of"), ("because",), ("due", "to"), ("owing", "to"), ("thanks", "to"), ("as", "a", "result", "of"),
    ("caused", "by"), ("prompted", "by"), ("on", "account", "of"), ("for", "reasons", "of"),
    ("attributed", "to"), ("attributed", "mainly", "to"), ("attributed", "largely", "to"),
    ("attributed", "partly", "to"), ("blamed", "on"), ("resulted", "from"), ("triggered", "by"),
)  # fmt: skip
_EFFECT_FOLLOWS = (
    ("led", "to"), ("has", "caused"), ("had", "caused"), ("caused",), ("prompted",), ("forced",), ("resulting", "in"),
    ("resulted", "in"), (",", "so"), ("therefore",), ("which", "is", "why"),
    ("reason", "for"), ("reasons", "for"), ("leading", "to"), ("triggered",),
)  # fmt: skip
_LOOSE = (("when",), ("after",), ("following",))
"""What may stand for a cause in the evidence: who makes it the effect turns it round all the same."""
_CONCEDED = (("although",), ("though",), ("despite",), ("even", "though"))
_LED_REACH = 6
_RESULT = ("as", "a", "result")
_MARKERS = (*((words, True) for words in _CAUSE_FOLLOWS), *((words, False) for words in _EFFECT_FOLLOWS))
_BY_FIRST_WORD = {
    first: tuple((words, cause_follows) for words, cause_follows in _MARKERS if words[0] == first)
    for first in {words[0] for words, _ in _MARKERS}
}
"""For the first word of each marker those that begin with it, and whether the cause follows."""
_FIRST_WORDS = frozenset((*_BY_FIRST_WORD, "result"))
_ENDS = SENTENCE_MARKS | {";", "–", "(", ")"}
_PAUSES = frozenset((",", "and", "but"))
_LEAD = 2
_FEWEST = 2


class _Link(NamedTuple):
    effect: frozenset[str]
    cause: frozenset[str]
    words: str


def check(case: Case) -> Iterator[Mismatch]:
    """The first cause of the claim that is, in the evidence, the effect, another effect's cause, or nowhere."""
    for mine in _links(case.claim):
        stated = [link for analysis in case.wider for link in _links(analysis)]
        rival = _turned(mine, stated) or _crossed(mine, stated) or _loosely(mine, case)
        if rival is not None:
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine.words,
                in_evidence=rival.words,
                message=f"The claim says “{mine.words}” where the evidence says “{rival.words}”.",
            )
            return
        fewest = 1 if mine.words.lower().startswith("for ") else _FEWEST
        if len(mine.cause) >= fewest and not _known(mine.cause, case):
            yield Mismatch(
                kind=MismatchKind.CONTENT,
                in_claim=mine.words,
                message=f"The evidence has nothing of the cause that the claim gives: “{mine.words}”.",
            )
            return


def _turned(mine: _Link, stated: list[_Link]) -> _Link | None:
    """A link of the evidence that runs the other way round."""
    for link in stated:
        exchanged = (mine.effect & link.cause, mine.cause & link.effect)
        kept = len(mine.effect & link.effect) + len(mine.cause & link.cause)
        if all(exchanged) and sum(map(len, exchanged)) >= kept + _LEAD:
            return link
    return None


def _loosely(mine: _Link, case: Case) -> _Link | None:
    """A link that runs the other way with "when" or "after", or the same way with "although"."""
    for analysis in case.wider:
        turned = _turned(mine, list(_found(analysis, _LOOSE)))
        if turned is not None:
            return turned
        for link in _found(analysis, _CONCEDED):
            kept = mine.cause & link.cause
            if len(mine.effect & link.effect) >= _FEWEST and kept and 2 * len(kept) >= len(mine.cause):
                return link
    return None


def _crossed(mine: _Link, stated: list[_Link]) -> _Link | None:
    """The evidence's link for the claim's effect, where another one has the claim's cause."""
    own = [link for link in stated if mine.cause & link.cause]
    others = [link for link in stated if mine.effect & link.effect and not mine.cause & link.cause]
    if not own or not others:
        return None
    best = max(others, key=lambda link: len(mine.effect & link.effect))
    reach = max(len(mine.effect & link.effect) for link in own)
    return best if len(mine.effect & best.effect) >= reach + _LEAD else None


def _known(words: frozenset[str], case: Case) -> bool:
    if words & case.stems:
        return True
    return any(word[:SHARED_BEGINNING] in case.beginnings for word in words)


@lru_cache(maxsize=32)
def _links(analysis: Analysis) -> tuple[_Link, ...]:
    if _FIRST_WORDS.isdisjoint(analysis.lows):
        return ()
    lows = analysis.reading.lows
    found = []
    for at, low in enumerate(lows):
        for words, cause_follows in _BY_FIRST_WORD.get(low, ()):
            if lows[at : at + len(words)] == words and not _is_to_come(lows, at + len(words), words):
                found.append(_link(analysis, at, at + len(words), cause_follows=cause_follows))
                break
        if low == "led" and _leads_to(lows, at):
            # "The loss of jobs led the company to move": as "led to".
            found.append(_link(analysis, at, at + 1, cause_follows=False))
        if lows[at : at + len(_RESULT)] == _RESULT and analysis.reading.low(at + len(_RESULT)) != "of":
            found.append(_result(analysis, at))
    return tuple(link for link in found if link.effect and link.cause)


def _is_to_come(lows: tuple[str, ...], after: int, words: tuple[str, ...]) -> bool:
    """True for "due to be finished", which tells a day and no cause."""
    return words == ("due", "to") and after < len(lows) and lows[after] in _VERBS


_VERBS = frozenset(
    "be open reopen start begin end finish run take arrive leave return meet go come expire".split()
)


def _found(analysis: Analysis, markers: tuple[tuple[str, ...], ...]) -> Iterator[_Link]:
    lows = analysis.reading.lows
    for words in markers:
        if words[0] in analysis.lows:
            for at in range(len(lows)):
                if lows[at : at + len(words)] == words:
                    yield _link(analysis, at, at + len(words), cause_follows=True)


def _leads_to(lows: tuple[str, ...], led: int) -> bool:
    """True for "led the company to move", not for "led Strand by 51 to 49" nor "led the team to the final"."""
    at = next((i for i in range(led + 2, min(len(lows) - 1, led + _LED_REACH)) if lows[i] == "to"), None)
    return (
        at is not None
        and lows[at + 1].isalpha()
        and lows[at + 1] not in STOP_WORDS
        and "by" not in lows[led:at]
    )


def _result(analysis: Analysis, first: int) -> _Link:
    """ "Lund limped off, and Tarnside lost control as a result": the clause before is the cause."""
    lows = analysis.reading.lows
    start, end = first, first + len(_RESULT)
    while start > 0 and lows[start - 1] not in _ENDS:
        start -= 1
    opening = next((i for i in range(first - 1, start, -1) if lows[i] in ("and", "but", ";")), start)
    words = " ".join(analysis.reading.words[opening:end])
    return _Link(analysis.told_in(opening, first), analysis.told_in(start, opening), words)


def _link(analysis: Analysis, first: int, after: int, *, cause_follows: bool) -> _Link:
    lows = analysis.reading.lows
    start, end = first, after
    while start > 0 and lows[start - 1] not in _ENDS:
        start -= 1
    while end < len(lows) and lows[end] not in _ENDS:
        end += 1
    pause = next((i for i in range(after, end) if lows[i] in _PAUSES), end)
    if start == first and cause_follows and pause < end:
        # "Because no inspection had been booked, the crane …"
        before, behind = analysis.told_in(pause, end), analysis.told_in(after, pause)
    else:
        opening = next((i for i in range(first - 1, start, -1) if lows[i] in ("and", "but", ";")), start)
        before, behind = analysis.told_in(opening, first), analysis.told_in(after, pause)
    words = " ".join(analysis.reading.words[first:pause])
    return _Link(before, behind, words) if cause_follows else _Link(behind, before, words)
