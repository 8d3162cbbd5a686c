"""Where sentences and clauses begin and end, told by marks and words alone."""

from __future__ import annotations

from conspectus.text.facts import cues
from conspectus.text.facts.tokens import CLAUSE_MARKS, SENTENCE_MARKS, Reading

REACH = 14
"""How many tokens a clause is followed from the word that asks for it, at most."""
_SUBJECT_REACH = 4
_SAYING = frozenset(("said", "says", "told", "added", "insisted", "argued", "warned"))


def sentence_around(reading: Reading, index: int) -> tuple[int, int]:
    """The sentence around the token; a full stop ends one only where a capital follows."""
    words = reading.words
    start, end, size = index, index, len(words)
    while start > 0 and not (words[start - 1] in SENTENCE_MARKS and _ends_sentence(reading, start - 1)):
        start -= 1
    while end < size and not (words[end] in SENTENCE_MARKS and _ends_sentence(reading, end)):
        end += 1
    return start, end


def _ends_sentence(reading: Reading, index: int) -> bool:
    """True where a capital, a digit or nothing follows the mark at the token."""
    after = reading.word(index + 1)
    if after in ('"', "'", ")"):
        after = reading.word(index + 2)
    return not after or after[0].isupper() or after in ('"', "–") or after[0].isdecimal()


def clause_end(reading: Reading, start: int) -> int:
    """The token at which the clause ends that goes on at `start`; `REACH` tokens on at the latest."""
    lows = reading.lows
    for end in range(start, min(len(lows), start + REACH)):
        low = lows[end]
        if low in CLAUSE_MARKS or (low == "," and (_ends_list(reading, end) or _begins_anew(reading, end))):
            return end
        if low == "and" and end > start and not _SAYING.isdisjoint(lows[end + 1 : end + 1 + _SUBJECT_REACH]):
            # "Denied the theft and her lawyer said …"
            return end
        if end > start and low in cues.CLAUSE_WORDS:
            asked = lows[end - 1] in cues.ASKS and low in cues.QUESTION_WORDS
            if not asked:
                return end
    return max(start, min(len(lows), start + REACH))


def clause_start(reading: Reading, first: int) -> int:
    """The first token of the clause that goes on at `first`; `REACH` tokens back at the earliest."""
    start = first
    while start > 0 and first - start < REACH:
        low = reading.lows[start - 1]
        if low in CLAUSE_MARKS or low in (",", '"') or low in cues.CLAUSE_WORDS:
            break
        start -= 1
    return start


def phrase_end(reading: Reading, start: int) -> int:
    """The token at which the next comma, or the end of the clause, closes what goes on at `start`."""
    end = start
    while end < len(reading) and reading.lows[end] != "," and reading.lows[end] not in CLAUSE_MARKS:
        end += 1
    return end


def _ends_list(reading: Reading, index: int) -> bool:
    """A comma ends a clause unless it stands in a list of words or inside a date."""
    after, beyond = reading.padded[index + 1], reading.padded[index + 2]
    return not (beyond in (",", "and", "or", "nor") or after in ("and", "or", "nor"))


def _begins_anew(reading: Reading, index: int) -> bool:
    """True for the comma of ", and in the end I sold it": what follows "and" has a subject of its own."""
    following = reading.lows[index + 1 : index + 2 + _SUBJECT_REACH]
    return following[:1] == ("and",) and not cues.SUBJECTS.isdisjoint(following)


def clause_around(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The tokens around those from `first` to `last` up to the nearest marks and words that break a sentence."""
    start = first
    while (
        start > 0
        and reading.lows[start - 1] not in CLAUSE_MARKS
        and reading.lows[start - 1] not in cues.BREAKS
    ):
        start -= 1
    end = last + 1
    while (
        end < len(reading) and reading.lows[end] not in CLAUSE_MARKS and reading.lows[end] not in cues.BREAKS
    ):
        end += 1
    return start, end
