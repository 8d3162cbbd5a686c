"""What changes the truth of the words beside it: negation, modality, hedges and attribution.

Each operator has a scope: the tokens it speaks of. Scopes are found by clause, not by parsing; `clauses` says where
one ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from conspectus.text.facts import cues
from conspectus.text.facts.attributed import attributed
from conspectus.text.facts.clauses import (
    clause_around,
    clause_end,
    clause_start,
    phrase_end,
    sentence_around,
)
from conspectus.text.facts.marks import CUE
from conspectus.text.facts.tokens import SENTENCE_MARKS, Reading, read

_PLAN_REACH = 5
_REMARK = 7
# "rejected the opposition's repeated claims that"
_SAYING_REACH = 6
# "called the latest reports that"
_CALLED_REACH = 4
_TOLD_REACH = 30
_BE = frozenset(("was", "were", "is", "are", "been", "be", "being"))


class OperatorKind(StrEnum):
    """What an operator does to what it speaks of."""

    NEGATION = "negation"
    POSSIBILITY = "possibility"
    """may, might, could"""
    EXPECTATION = "expectation"
    """plans to, is expected to, likely"""
    FUTURE = "future"
    """will, is to, is set to"""
    OBLIGATION = "obligation"
    """should, must, has to"""
    CONDITION = "condition"
    """if, unless, would"""
    HEDGE = "hedge"
    """reportedly, apparently, appears to"""
    ATTRIBUTION = "attribution"
    """according to, said, told, claims"""


NEGATION, HEDGE, ATTRIBUTION = OperatorKind.NEGATION, OperatorKind.HEDGE, OperatorKind.ATTRIBUTION
"""The kinds that are asked for most: Python 3.11 looks members up in their class ten times as slowly as names."""


@dataclass(slots=True, unsafe_hash=True)
class Operator:
    """A cue and the tokens it speaks of: from `start` up to, not including, `end`.

    `first` and `last` are the cue's own tokens. For an attribution, `speaker` is the token range of who speaks. Never
    changed, and not declared frozen, for speed.
    """

    kind: OperatorKind
    cue: str
    first: int
    last: int
    start: int
    end: int
    speaker: tuple[int, int] | None = None


_NO_CUE: dict[str, tuple[int, ...]] = {}
_KIND_OF = {cue: OperatorKind(kind) for cue, kind in cues.CUES.items()}


def operators(text: str) -> tuple[Operator, ...]:
    """The operators of the text in the order of their cues."""
    reading = read(text)
    found: list[Operator] = []
    last = -1
    for index in reading.marked(CUE):
        if index > last:
            cue = _cue(reading, index)
            if cue is not None:
                kind, length = cue
                last = index + length - 1
                found.append(_operator(reading, kind, index, last))
    return tuple(found)


def _cue(reading: Reading, index: int) -> tuple[OperatorKind, int] | None:
    """The longest cue that begins at the token, with its length in tokens."""
    low = reading.lows[index]
    for length in cues.LENGTHS.get(low, _NO_CUE).get(reading.padded[index + 1], ()):
        kind = _KIND_OF.get(" ".join(reading.lows[index : index + length]))
        if kind is not None and _is_meant(reading, index, length, low):
            return kind, length
    if low in cues.TURNS_DOWN and (length := _turned_down(reading, index)):
        return NEGATION, length
    if low in cues.SAYINGS and _turned_down_behind(reading, index):
        return NEGATION, 1
    kind = _KIND_OF.get(low)
    if kind is not None and _is_meant(reading, index, 1, low):
        return kind, 1
    if low in cues.SPEECH_VERBS and _is_speech(reading, index):
        return ATTRIBUTION, 1
    if low.endswith("n't") or (low in cues.GIVES_UP and _gives_up_plan(reading, index)):
        return OperatorKind.NEGATION, 1
    return None


def _turned_down(reading: Reading, index: int) -> int:
    """How many words "rejected complaints by growers" has before the "that" or "of" of what is denied; 0 without."""
    phrasal = reading.padded[index + 1] in cues.ASIDE
    if reading.lows[index] in cues.PHRASAL and not phrasal:
        return 0
    begin = index + 1 + phrasal
    for at, low in enumerate(reading.lows[begin : begin + _SAYING_REACH], start=begin):
        if low in cues.SAYINGS:
            behind, following = reading.padded[at + 1], reading.lows[at + 1 : at + 1 + _SAYING_REACH]
            if behind in ("that", "of"):
                return at + 1 - index
            if behind in ("by", "from") and "that" in following:
                return at + 1 - index + following.index("that")
        if low in SENTENCE_MARKS or low == ",":
            break
    return 0


def _turned_down_behind(reading: Reading, index: int) -> int:
    """Where what "claims that …" tell ends, if they "were rejected", "are false" or are "called" so; 0 without."""
    if reading.padded[index + 1] != "that":
        return 0
    called = not cues.CALLS.isdisjoint(reading.lows[max(0, index - _CALLED_REACH) : index])
    told = False
    for at, low in enumerate(reading.lows[index + 2 : index + _TOLD_REACH], start=index + 2):
        if low in SENTENCE_MARKS:
            break
        if called and told and low in cues.NO_TRUTH:
            return at
        if low in _BE:
            following = reading.padded[at + 1]
            if told and (following in cues.NO_TRUTH or following in cues.TURNS_DOWN - cues.PHRASAL):
                return at
        told = told or low in cues.FINITE or low.endswith("ed")
    return 0


def _is_meant(reading: Reading, index: int, length: int, low: str) -> bool:
    before, after = reading.padded[index - 1], reading.padded[index + length]
    if (
        low == "not"
        and length > 1
        and before in ("had", "has", "have")
        and reading.lows[index + 1] == "known"
    ):
        # "She had not known" denies, "the cause is not known" leaves open.
        return False
    if low == "depending" and after in cues.WHOM:
        return False
    if low in ("plan", "plans") and _is_given_up(reading, index):
        return False
    if low in ("likely", "unlikely") and before in ("as", "more", "less", "most", "least"):
        return False
    if length == 1:
        if low.startswith("consider") and not (after.endswith("ing") or after in cues.CONSIDERED):
            return False
        if low == "if" and _is_aside(reading, index):
            return False
        if (
            low in ("may", "might", "will", "must")
            and reading.words[index][0].isupper()
            and (index or reading.word(index + 1)[:1].isupper())
        ):
            return False
        if low in ("will", "might", "must") and before in (
            "the",
            "his",
            "her",
            "their",
            "a",
            "of",
            "political",
        ):
            return False
        if low == "could" and after == "not":
            return False
        if low == "not" and after in ("only", "just", "merely", "simply", "least"):
            return False
        if low == "no" and after in ("later", "sooner", "earlier"):
            return False
        if low == "no" and after in (".", ",", "doubt"):
            return False
    return True


def _is_aside(reading: Reading, index: int) -> bool:
    """True for ", if that is the word," between its commas: a remark, and no condition."""
    return reading.padded[index - 1] == "," and "," in reading.lows[index + 1 : index + _REMARK]


def _gives_up_plan(reading: Reading, index: int) -> bool:
    return not {"plan", "plans"}.isdisjoint(reading.lows[index + 1 : index + _PLAN_REACH]) and (
        not reading.low(index).startswith(("give", "giving", "gave")) or reading.padded[index + 1] == "up"
    )


def _is_given_up(reading: Reading, index: int) -> bool:
    """True for the plan of "gave up its plan to" and "scrapped plans to"."""
    before = range(max(0, index - _PLAN_REACH + 1), index)
    return any(reading.lows[i] in cues.GIVES_UP and _gives_up_plan(reading, i) for i in before)


def _is_speech(reading: Reading, index: int) -> bool:
    """Speech verbs that have another sense ("added 500 jobs") count only with "that" or a quotation beside them."""
    if reading.padded[index - 1] in ("not", "to", "never") or reading.padded[index - 1].endswith("n't"):
        return False
    if reading.padded[index - 1] in ("was", "were", "been", "be", "being", "is", "are"):
        return False
    if reading.lows[index] not in cues.AMBIGUOUS_SPEECH:
        return True
    after = reading.padded[index + 1]
    return after in ("that", ":", '"', "how", "he", "she", "they") or (
        (after == "" or after in SENTENCE_MARKS) and reading.padded[index - 2] in (",", '"')
    )


def _operator(reading: Reading, kind: OperatorKind, first: int, last: int) -> Operator:
    cue = " ".join(reading.lows[first : last + 1])
    if cue in cues.SAYINGS:
        return Operator(kind, cue, first, last, last + 2, _turned_down_behind(reading, first))
    if kind is ATTRIBUTION:
        return Operator(kind, cue, first, last, *attributed(reading, cue, first, last))
    if cue in cues.CONDITIONS:
        start, end = sentence_around(reading, first)
    elif (
        cue in cues.SENTENCE_HEDGES
        and reading.padded[first - 1] == ","
        and reading.padded[last + 1][:1].isalnum()
    ):
        # ", reportedly from a single tank, and …" speaks of its own phrase.
        start, end = last + 1, phrase_end(reading, last + 1)
    elif cue in cues.IMPERSONAL and reading.padded[first - 1] == ",":
        start, end = sentence_around(reading, first)
    elif cue in cues.SENTENCE_HEDGES:
        start, end = clause_around(reading, first, last)
    else:
        start, end = last + 1, clause_end(reading, last + 1)
        if reading.lows[first] in cues.NEAR_ONLY:
            end = next((i for i in range(start + 1, end) if reading.lows[i] in cues.ENDS_NEAR), end)
        if cue in cues.BACKWARD_TOO:
            start = clause_start(reading, first)
    return Operator(kind, cue, first, last, start, end)
