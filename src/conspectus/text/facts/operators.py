"""What changes the truth of the words beside it: negation, modality, hedges and attribution.

Each operator has a scope: the tokens it speaks of. Scopes are found by clause, not by parsing; `clauses` says where
one ends.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from conspectus.text.facts import cues
from conspectus.text.facts.clauses import (
    REACH,
    clause_around,
    clause_end,
    clause_start,
    phrase_end,
    sentence_around,
)
from conspectus.text.facts.marks import CUE
from conspectus.text.facts.names import opens_sentence
from conspectus.text.facts.tokens import CLAUSE_MARKS, SENTENCE_MARKS, Reading, read

_ASIDE = 8
_PLAN_REACH = 5
_REMARK = 7
_FINITE = frozenset(
    ("had", "has", "have", "was", "were", "is", "are", "would", "will", "could", "should", "must")
)


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


class Operator(NamedTuple):
    """A cue and the tokens it speaks of: from `start` up to, not including, `end`.

    `first` and `last` are the cue's own tokens. For an attribution, `speaker` is the token range of who speaks.
    """

    kind: OperatorKind
    cue: str
    first: int
    last: int
    start: int
    end: int
    speaker: tuple[int, int] | None = None


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
    for length in cues.LENGTHS.get(f"{low} {reading.padded[index + 1]}", ()):
        kind = _KIND_OF.get(" ".join(reading.lows[index : index + length]))
        if kind is not None and _is_meant(reading, index, length, low):
            return kind, length
    kind = _KIND_OF.get(low)
    if kind is not None and _is_meant(reading, index, 1, low):
        return kind, 1
    if low in cues.SPEECH_VERBS and _is_speech(reading, index):
        return OperatorKind.ATTRIBUTION, 1
    if low.endswith("n't") or (low in cues.GIVES_UP and _gives_up_plan(reading, index)):
        return OperatorKind.NEGATION, 1
    return None


def _is_meant(reading: Reading, index: int, length: int, low: str) -> bool:
    before, after = reading.padded[index - 1], reading.padded[index + length]
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
        if low == "no" and (after in (".", ",", "doubt") or before == "."):
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
    if kind is OperatorKind.ATTRIBUTION:
        return _attribution(reading, cue, first, last)
    if cue in cues.CONDITIONS:
        start, end = sentence_around(reading, first)
    elif (
        cue in cues.SENTENCE_HEDGES
        and reading.padded[first - 1] == ","
        and reading.padded[last + 1][:1].isalnum()
    ):
        # ", reportedly from a single tank, and …" speaks of its own phrase.
        start, end = last + 1, phrase_end(reading, last + 1)
    elif cue in cues.SENTENCE_HEDGES:
        start, end = clause_around(reading, first, last)
    else:
        start, end = last + 1, clause_end(reading, last + 1)
        if reading.lows[first] in cues.NEAR_ONLY:
            end = next((i for i in range(start + 1, end) if reading.lows[i] in cues.ENDS_NEAR), end)
        if cue in cues.BACKWARD_TOO:
            start = clause_start(reading, first)
    return Operator(kind, cue, first, last, start, end)


def _attribution(reading: Reading, cue: str, first: int, last: int) -> Operator:
    sentence_start, sentence_end = sentence_around(reading, first)
    if cue in cues.SPEAKER_FOLLOWS:
        speaker_end = _speaker_end(reading, last + 1, sentence_end)
        if reading.padded[first - 1] == "," and reading.padded[first - 2] in ("that", "which", "who"):
            # "…, below the 95% that, according to …, is needed" speaks of what follows.
            sentence_start = first - 2
        return Operator(
            OperatorKind.ATTRIBUTION, cue, first, last, sentence_start, sentence_end, (last + 1, speaker_end)
        )
    speaker_start = clause_start(reading, first)
    aside = _aside(reading, sentence_start, first)
    if aside is not None:
        start, end = last + 1, _turn(reading, last + 1, sentence_end)
        if _is_trailing(reading, last + 1):
            start, end = sentence_start, aside
        return Operator(OperatorKind.ATTRIBUTION, cue, first, last, start, end, (aside, first))
    if cue in cues.PARTICIPLES and reading.padded[first - 1] == ",":
        # "The bank cut its rate, saying …": what was done is no word of anybody's.
        speaker = (sentence_start, min(first, sentence_start + _ASIDE))
        return Operator(
            OperatorKind.ATTRIBUTION,
            cue,
            first,
            last,
            last + 1,
            _turn(reading, last + 1, sentence_end),
            speaker,
        )
    if reading.padded[first - 1] in (",", '"') or opens_sentence(reading, first):
        # "…," said the minister, who …: what follows the speaker is nobody's word.
        speaker = (last + 1, _speaker_end(reading, last + 1, sentence_end))
        end = sentence_end if opens_sentence(reading, first) else first
        start = _speech_start(reading, sentence_start, first)
        return Operator(OperatorKind.ATTRIBUTION, cue, first, last, start, end, speaker)
    quoted = speaker_start > sentence_start and reading.low(speaker_start - 1) in (",", '"')
    if quoted and _is_trailing(reading, last + 1):
        # "The auditors, he said, had misread it" goes on after the verb.
        within = reading.padded[last + 1] == "," and reading.padded[last + 2] not in cues.AFTER_PAUSE
        start = _speech_start(reading, sentence_start, speaker_start)
        end = sentence_end if within else speaker_start
    else:
        start, end = last + 1, _turn(reading, last + 1, sentence_end)
    return Operator(OperatorKind.ATTRIBUTION, cue, first, last, start, end, (speaker_start, first))


def _speech_start(reading: Reading, start: int, end: int) -> int:
    """Where the speech begins that closes between the tokens: sentences earlier where it has several of them."""
    if reading.lows[start:end].count('"') != 1:
        return start
    opening = next((i for i in range(start - 1, -1, -1) if reading.lows[i] == '"'), None)
    return start if opening is None else opening


def _aside(reading: Reading, start: int, first: int) -> int | None:
    """Where the speaker begins in "Carla Nunes, who runs it, said …"; None where the comma closes a statement."""
    if reading.padded[first - 1] != ",":
        return None
    opening = next(
        (i for i in range(first - 2, max(start, first - 2 * _ASIDE), -1) if reading.lows[i] == ","), None
    )
    if opening is None or '"' in reading.lows[opening:first]:
        return None
    named = reading.word(opening + 1)[:1].isupper() or reading.word(opening + 1)[:1].isdigit()
    if reading.padded[first + 1] == "that" and reading.padded[opening + 1] not in cues.CLAUSE_WORDS:
        # "The agency, owner of both satellites, says that …"
        named = True
    inverted = reading.padded[first + 1] in cues.OPENS_ASIDE or reading.word(first + 1)[:1].isupper()
    inverted = inverted and not _states(reading, first + 1)
    if not named and (inverted or reading.padded[opening + 1] not in cues.OPENS_ASIDE):
        return None
    begin = clause_start(reading, opening)
    return begin if begin < opening else None


def _states(reading: Reading, start: int) -> bool:
    """True for "the market had feared worse", which is said, and not for "the minister", who speaks."""
    for low in reading.lows[start + 1 : start + _REMARK]:
        if low in _FINITE:
            return True
        if not low[0].isalnum() or low in cues.CLAUSE_WORDS:
            return False
    return False


def _is_trailing(reading: Reading, index: int) -> bool:
    """True where nothing that was said follows the verb: "…, the union said on Monday.", "…, he told reporters"."""
    at = index
    if reading.padded[index - 1] in ("told", "tells"):
        while at < len(reading) and reading.lows[at] not in cues.AFTER_STATEMENT and at - index < REACH:
            if reading.lows[at] == "that":
                return False
            at += 1
        return True
    return reading.low(at) in cues.AFTER_STATEMENT or not reading.low(at)


def _turn(reading: Reading, start: int, end: int) -> int:
    """Where the sentence goes on in its own voice: after "; ", or ", although no arrests have been made"."""
    told = reading.low(start - 1) in ("told", "tells")
    for index in range(start + 1, end):
        if reading.lows[index] == ";":
            return index
        if told and reading.lows[index] == "and" and reading.padded[index + 1].endswith("ed"):
            return index
        if reading.lows[index] in cues.BREAKS and reading.lows[index - 1] == ",":
            return index
    return end


def _speaker_end(reading: Reading, start: int, limit: int) -> int:
    end = start
    while end < limit and reading.lows[end] not in CLAUSE_MARKS and reading.lows[end] not in (",", '"'):
        if reading.lows[end] in cues.CLAUSE_WORDS or reading.lows[end] in cues.SPEECH_VERBS:
            break
        end += 1
    return end
