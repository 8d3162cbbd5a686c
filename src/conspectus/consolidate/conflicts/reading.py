"""A statement read word by word: what each word may mean, what amounts it gives, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from conspectus.caching import WHILE_COMPARED, kept
from conspectus.consolidate.agreement.carrying import parts
from conspectus.consolidate.conflicts.shared import bounds_agree
from conspectus.consolidate.language.clauses import VERB
from conspectus.text.facts.names import name_words
from conspectus.text.facts.numbers import Quantity, quantities
from conspectus.text.senses import meant, phrases

_LARGE = 12
"""Above this numbers are not everywhere, and seldom equal by chance."""
_TELLING_DIGITS = 3
"""As many digits before the last zeros make a number that hardly two things of one event have."""
# Of these a number is no number of all who are meant.
_AGE, NAME, _SOME = "age", "name", "some"
_AFTER_NAME = re.compile(r"[A-Z][\w’'-]+(?:, (?:aged )?| \()$")
_IN_NAME = re.compile(r"[A-Z][\w’'-]+ $")
_AND_MORE = re.compile(r"\s[\w’'-]+ and (?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_TOKEN = re.compile(r"[\w’'-]+(?:[.,:]\d+)*")
_OWNING = re.compile(r"['’]s?$")
_ACT = re.compile(
    rf"(?!said|says?|told|tells?|added|adds?){VERB.pattern}|[a-z]{{3,}}ing|beaten|begun|blown|broken|chosen|drawn|driven|"
    r"fallen|flown|frozen|given|grown|hidden|hurt|known|risen|seen|shaken|shown|spoken|stolen|sunk|taken|thrown|torn|worn|"
    r"written"
)
# Phrases that are read as one word and tell of no act.
_TITLES = frozenset(("ceo", "ai", "interest"))


class Word(NamedTuple):
    """A word at `start` to `end` that says something: what its parts may mean each, or the amount that it gives.

    `keys` are its senses, or what its amount lies between: two words that are the same have one in common.
    """

    start: int
    end: int
    meanings: tuple[frozenset[str], ...]
    senses: frozenset[str]
    keys: frozenset[object]
    amount: Quantity | None
    named: bool
    acts: bool

    def same(self, other: Word) -> bool:
        """True for one amount within the same bounds, and where the other has a sense of each of its parts."""
        if self.amount is None and self.senses.isdisjoint(other.senses):
            return False
        if self.named or other.named:
            return self.meanings == other.meanings
        if self.amount is None or other.amount is None:
            return self.amount is other.amount and not any(map(other.senses.isdisjoint, self.meanings))
        one, two = self.amount, other.amount
        if one.unit != two.unit and not {_AGE, NAME, _SOME}.isdisjoint((one.unit, two.unit)):
            return False
        same = (one.low, one.high) == (two.low, two.high) and bounds_agree(one.bound, two.bound)
        return same and (one.unit == two.unit or not (one.unit and two.unit))

    @property
    def is_large(self) -> bool:
        """True for an amount that is not everywhere, and no age."""
        return self.amount is not None and self.amount.high > _LARGE and self.amount.unit != _AGE

    @property
    def is_telling(self) -> bool:
        """True for an amount that says what it counts, or has digits enough."""
        if self.amount is None:
            return False
        return (
            bool(self.amount.unit) or len(self.amount.high.normalize().as_tuple().digits) >= _TELLING_DIGITS
        )


class Part(NamedTuple):
    """A part of a statement, where it begins there, its words, and the senses and amounts of these."""

    text: str
    start: int
    words: tuple[Word, ...]
    keys: frozenset[object]


class Read(NamedTuple):
    """A statement's parts, and all of their words, senses and amounts."""

    parts: tuple[Part, ...]
    words: tuple[Word, ...]
    keys: frozenset[object]

    @property
    def amounts(self) -> list[Word]:
        """Those of its words that give an amount."""
        return [word for word in self.words if word.amount is not None]


def read(text: str) -> Read:
    """The English statement in its parts."""
    found: list[Part] = []
    start = 0
    for part in parts(text):
        start = text.index(part, start)
        words = tuple(_words(part, start))
        found.append(Part(part, start, words, frozenset[object]().union(*(word.keys for word in words))))
        start += len(part)
    words = tuple(chain.from_iterable(part.words for part in found))
    return Read(tuple(found), words, frozenset[object]().union(*(part.keys for part in found)))


def _words(part: str, offset: int) -> Iterator[Word]:
    read = [*phrases(part)]
    named = set(map(_bare, name_words(part)))
    numbers = [each for each in quantities(part) if not each.vague and each.unit != "ordinal"]
    for match in _TOKEN.finditer(part):
        start, end = match.span()
        amount = next((each for each in numbers if each.start < end and start < each.end), None)
        if amount is not None:
            # "Half" is of a length, of a match and of a year.
            if amount.unit != "fraction":
                yield Word(
                    offset + start,
                    offset + end,
                    (),
                    frozenset(),
                    frozenset(((amount.low, amount.high),)),
                    _of_all(amount, part),
                    named=False,
                    acts=False,
                )
            continue
        phrase = next((each for each in read if each[0] < end and start < each[1]), None)
        if phrase is not None and phrase[0] < start:
            continue
        sense = (
            _sense(match[0]) if phrase is None else _Sense.of(phrase[2], acts=_TITLES.isdisjoint(phrase[2]))
        )
        if sense.meanings:
            title = phrase is not None and not sense.acts
            yield Word(
                offset + start,
                offset + (end if phrase is None else max(end, phrase[1])),
                sense.meanings,
                sense.senses,
                sense.senses,
                None,
                named=title or _bare(match[0]) in named,
                acts=sense.acts,
            )


class _Sense(NamedTuple):
    """What the parts of a word or phrase may mean each, and all together; whether it is a word of an act."""

    meanings: tuple[frozenset[str], ...]
    senses: frozenset[str]
    acts: bool

    @classmethod
    def of(cls, known: Mapping[str, frozenset[str]], *, acts: bool) -> _Sense:
        meanings = tuple(known.values())
        return cls(meanings, kept(chain.from_iterable(meanings)), acts)


@WHILE_COMPARED.keep(most=4096)
def _sense(word: str) -> _Sense:
    return _Sense.of(meant(word), acts=_ACT.fullmatch(word) is not None)


def _bare(word: str) -> str:
    return _OWNING.sub("", word).lower()


def _of_all(amount: Quantity, part: str) -> Quantity:
    """The amount, as one of another unit where it is an age, a name's, or of some of those who are named."""
    if _AFTER_NAME.search(part, 0, amount.start):
        return replace(amount, unit=_AGE)
    if amount.high <= _LARGE and not amount.unit and _IN_NAME.search(part, 0, amount.start):
        return replace(amount, unit=NAME)
    return replace(amount, unit=_SOME) if _AND_MORE.match(part, amount.end) else amount
