"""Whose word something is: the tokens that an attribution speaks of, and those that name who speaks."""

from __future__ import annotations

from typing import NamedTuple

from conspectus.text.facts import cues
from conspectus.text.facts.clauses import REACH, clause_start, sentence_around
from conspectus.text.facts.names import opens_sentence
from conspectus.text.facts.tokens import CLAUSE_MARKS, Reading
from conspectus.text.facts.words import IRREGULAR_FORMS

_ASIDE = 8
_REMARK = 7
_FINITE = frozenset(
    ("had", "has", "have", "was", "were", "is", "are", "would", "will", "could", "should", "must")
)


class Attributed(NamedTuple):
    """The tokens from `start` up to, not including, `end`, which are told as the `speaker`'s word."""

    start: int
    end: int
    speaker: tuple[int, int]


def attributed(reading: Reading, cue: str, first: int, last: int) -> Attributed:
    """What is attributed by the cue that stands from token `first` to `last`, and to whom."""
    sentence_start, sentence_end = sentence_around(reading, first)
    if cue in cues.SPEAKER_FOLLOWS:
        speaker_end = _speaker_end(reading, last + 1, sentence_end)
        if reading.padded[first - 1] == "," and reading.padded[first - 2] in ("that", "which", "who"):
            # "…, below the 95% that, according to …, is needed" speaks of what follows.
            sentence_start = first - 2
        return Attributed(sentence_start, sentence_end, (last + 1, speaker_end))
    speaker_start = _joined(reading, clause_start(reading, first), first)
    aside = _aside(reading, sentence_start, first)
    if aside is not None:
        start, end = last + 1, _turn(reading, last + 1, sentence_end)
        if _is_trailing(reading, last + 1):
            start, end = sentence_start, aside
        return Attributed(start, end, (aside, first))
    if cue in cues.PARTICIPLES and reading.padded[first - 1] == ",":
        # "The bank cut its rate, saying …": what was done is no word of anybody's.
        speaker = (sentence_start, min(first, sentence_start + _ASIDE))
        return Attributed(last + 1, _turn(reading, last + 1, sentence_end), speaker)
    if reading.padded[first - 1] in (",", '"') or opens_sentence(reading, first):
        # "…," said the minister, who …: what follows the speaker is nobody's word.
        speaker = (last + 1, _speaker_end(reading, last + 1, sentence_end))
        end = sentence_end if opens_sentence(reading, first) else first
        start = _speech_start(reading, sentence_start, first)
        return Attributed(start, end, speaker)
    if (
        reading.low(first) in ("told", "tells")
        and reading.padded[first - 1] in ("and", "but")
        and _is_trailing(reading, last + 1)
    ):
        # "It knew in May, and told them only now" tells that they were told, and gives no words.
        return Attributed(last + 1, last + 1, (speaker_start, first))
    quoted = speaker_start > sentence_start and reading.low(speaker_start - 1) in (",", '"')
    if quoted and _is_trailing(reading, last + 1):
        # "The auditors, he said, had misread it" goes on after the verb.
        within = reading.padded[last + 1] == "," and reading.padded[last + 2] not in cues.AFTER_PAUSE
        start = _speech_start(reading, sentence_start, speaker_start)
        end = sentence_end if within else speaker_start
    else:
        start, end = last + 1, _turn(reading, last + 1, sentence_end)
    return Attributed(start, end, _subject(reading, sentence_start, speaker_start, first))


def _subject(reading: Reading, sentence: int, start: int, verb: int) -> tuple[int, int]:
    """Who speaks; of "Pling, which has users, called it wrong and said" what opens the sentence."""
    if reading.lows[start:verb] != ("and",):
        return start, verb
    reach = range(sentence + 1, min(start, sentence + _ASIDE))
    end = next(
        (at for at in reach if reading.lows[at] in (",", "and") or _is_verb(reading.lows[at])), reach.stop
    )
    return sentence, end


def _joined(reading: Reading, start: int, verb: int) -> int:
    """Where the speaker begins: behind the "and" of "denied it and his lawyer said"."""
    for at in range(verb - 1, start, -1):
        if reading.lows[at] == "and":
            told = any(_is_verb(low) for low in reading.lows[start:at])
            if not told:
                return start
            return at + 1 if at + 1 < verb else start
    return start


def _is_verb(low: str) -> bool:
    return low in _FINITE or low.endswith("ed") or low in IRREGULAR_FORMS or low in cues.SPEECH_VERBS


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
