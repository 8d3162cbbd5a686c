"""What two sentences have in common: words of one sense, amounts of one thing, and whether they are compatible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from conspectus.consolidate.agreement.carrying import doubts
from conspectus.consolidate.conflicts.reading import NAME, Part, Read, Word
from conspectus.text.facts.cues import CUES
from conspectus.text.facts.words import stem
from conspectus.text.senses import LIGHT
from conspectus.verification.figures import GAP

_FEWEST = 2
_COUNTED_WITHIN = 2
_NEXT = re.compile(r"\s([a-z]+)\b")
_FUTURE = re.compile(rf"\b(?:{'|'.join(cue for cue, kind in CUES.items() if kind == 'future')})\b")


class Core(NamedTuple):
    """The words of a part that a part of another statement has too."""

    part: Part
    words: tuple[Word, ...]

    @property
    def covered(self) -> float:
        """The share (0–1) of the part's words that they are."""
        return len(self.words) / len(self.part.words)

    @property
    def amounts(self) -> list[Word]:
        """Those of them that give an amount."""
        return [word for word in self.words if word.amount is not None]

    @property
    def unnamed(self) -> int:
        """How many names of the part are not among them."""
        return sum(word.named for word in self.part.words if word not in self.words)

    @property
    def states(self) -> bool:
        """True where they tell of an act, or how many of what: of whom or what alone says nothing of them."""
        return any(word.acts or word.is_large for word in self.words) or any(
            one.amount is not None and one.amount.unit != NAME and two in _behind(one, self.part.words)
            for one, two in pairwise(self.words)
        )

    @property
    def doubts(self) -> frozenset[str]:
        """How the part denies, doubts or only expects what it says, up to the last of them."""
        told = self.part.text[: self.words[-1].end - self.part.start].lower()
        kinds = frozenset(CUES.get(each, each) for each in doubts(told))
        return kinds | {"future"} if _FUTURE.search(told) else kinds

    def quoted(self, text: str) -> str:
        """The words as they stand in the statement's text, with a gap where others that say something are left out."""
        found = ""
        for one, two in zip(self.words, (*self.words[1:], None), strict=True):
            found += text[one.start : one.end]
            if two is not None and not any(one.end <= word.start < two.start for word in self.part.words):
                found += text[one.end : two.start]
                continue
            # "34 people": they count, and say nothing by themselves.
            counted = _NEXT.match(text, one.end) if one.amount is not None else None
            if counted is not None and stem(counted[1].lower()) in LIGHT:
                found += counted[0]
            found += "" if two is None else GAP
        return found


def cores(mine: Read, theirs: Read) -> tuple[Core, Core] | None:
    """Of the two parts that have most in common, the words of each that they have in common."""
    tried = (
        (part, other, _met(part.words, other.words))
        for part in mine.parts
        for other in theirs.parts
        if not part.keys.isdisjoint(other.keys)
    )
    part, other, met = max(tried, key=lambda each: len(each[2]), default=(None, None, []))
    if part is None or other is None or not met:
        return None
    there = sorted((two for _, two in met), key=lambda word: word.start)
    return Core(part, tuple(one for one, _ in met)), Core(other, tuple(there))


def _met(mine: Sequence[Word], theirs: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Each of these words that one of the others says as well, with that one, in order; each of them once."""
    free = list(theirs)
    found = []
    for word in mine:
        for other in filter(word.same, free):
            if word.amount is None or _counts_alike(word, mine, other, theirs):
                free.remove(other)
                found.append((word, other))
                break
    return found


def _counts_alike(word: Word, mine: Sequence[Word], other: Word, theirs: Sequence[Word]) -> bool:
    """False for two bare numbers that may be of two things: the smaller they are, the more are equal by chance."""
    if word.is_telling or other.is_telling:
        return True
    if not (word.is_large or not _beside(word, mine, 1).isdisjoint(_beside(other, theirs, 1))):
        return False
    return not (_elsewhere(word, mine, other, theirs) or _elsewhere(other, theirs, word, mine))


def _elsewhere(word: Word, mine: Sequence[Word], other: Word, theirs: Sequence[Word]) -> bool:
    """True where the other statement says what stands behind this number, but not beside its own."""
    counted = _behind(word, mine)[:1]
    return any(
        any(map(each.same, theirs)) and not any(map(each.same, _behind(other, theirs)))
        for each in counted
        if not each.acts
    )


def agree(first: Core, second: Core) -> bool:
    """True where the words that both have tell something, and the same in each."""
    return (
        len(first.words) >= _FEWEST
        and (first.states or second.states)
        and first.doubts == second.doubts
        and _in_order([word for word in first.words if word.named], second.words)
        and _in_order(first.amounts, second.words)
    )


def _in_order(some: Sequence[Word], words: Sequence[Word]) -> bool:
    """True where the words that say the same as these follow each other as they do."""
    places = [next((place for place, other in enumerate(words) if word.same(other)), -1) for word in some]
    return places == sorted(places)


def counted(mine: Read, theirs: Read) -> bool | None:
    """True where both give one amount of one thing, None where each has an amount of one thing, and another one."""
    equal = [(one, two) for one in mine.amounts for two in theirs.amounts if one.same(two)]
    met = [word for pair in equal for word in pair]
    for one in mine.amounts:
        for two in theirs.amounts:
            if (
                one not in met
                and two not in met
                and (_of_one_unit(one, two) or _of_one(one, mine, two, theirs))
            ):
                return None
    if any(
        _elsewhere(one, mine.words, two, theirs.words) or _elsewhere(two, theirs.words, one, mine.words)
        for one, two in equal
        if not (one.is_telling or two.is_telling)
    ):
        return None
    return any(_of_one(one, mine, two, theirs) for one, two in equal)


def _of_one_unit(one: Word, two: Word) -> bool:
    first, second = (word.amount.unit for word in (one, two) if word.amount is not None)
    return bool(first) and first == second


def _of_one(word: Word, mine: Read, other: Word, theirs: Read) -> bool:
    """True where what stands beside two amounts has a word of one sense."""
    return not _beside(word, mine.words).isdisjoint(_beside(other, theirs.words))


def _beside(word: Word, words: Sequence[Word], within: int = _COUNTED_WITHIN) -> frozenset[str]:
    place = words.index(word)
    near = (*words[max(0, place - within) : place], *words[place + 1 : place + 1 + within])
    return frozenset(chain.from_iterable(each.senses for each in near))


def _behind(word: Word, words: Sequence[Word]) -> Sequence[Word]:
    place = words.index(word) + 1
    return words[place : place + _COUNTED_WITHIN]
