"""All that is said about one event, and how much a word that two sentences share ties them together."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.senses import family, keys
from conspectus.text.facts.names import name_words

_PRONOUN = re.compile(r"\W*(?:It|He|She|They|This|These|Its|His|Her|Their)\b")
_SUBJECT = 7
_RAREST = 5
_MOST = 60
_TERSE = 12


class Scene:
    """The statements of one event with an index over what they are about.

    `common` are names that run through the whole event: they tie and part nothing; `names` are
    all words of names, `name_keys` the same as keys.
    """

    def __init__(self, said: Sequence[Statement], common: frozenset[str] = frozenset()) -> None:
        """Reads what each statement is about."""
        self.said = tuple(said)
        self.common = common
        self._spoken: dict[frozenset[str], frozenset[str]] = {}
        self._wide: dict[str, frozenset[str]] = {}
        self._about = {each.item.claim.id: self._read(each) for each in self.said}
        counts = Counter(key for about in self._about.values() for key in about)
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self.said):
            for key in self._about[each.item.claim.id]:
                self._index[key].append(number)
        self._at: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
        told: defaultdict[str, set[str]] = defaultdict(set)
        for each in self.said:
            for article in each.item.claim.article_ids:
                told[article] |= keys(each.text, each.language)
            for place in each.places:
                self._at[place].append(each)
        self._told = dict(told)
        self.names = frozenset(part for each in self.said for part in name_words(each.text))
        self.name_keys = frozenset(family(part) for part in self.names)
        size = len(self.said) + 1
        scale = math.log(size / 2) or 1.0
        self._weights = {
            key: min(1.0, math.log(size / max(2, count)) / scale) for key, count in counts.items()
        }

    def _read(self, statement: Statement) -> frozenset[str]:
        return keys(statement.text, statement.language) - self.spoken(statement)

    def spoken(self, statement: Statement) -> frozenset[str]:
        """What names the statement's speaker, and names that are everywhere: no part of what it says."""
        voice = statement.voice
        if (known := self._spoken.get(voice)) is None:
            known = self._spoken[voice] = frozenset(map(family, voice)) | self.common
        return known

    def about(self, statement: Statement) -> frozenset[str]:
        """What the statement is about."""
        return self._about[statement.item.claim.id]

    def wide(self, statement: Statement) -> frozenset[str]:
        """What the statement is about, and, where it opens with a pronoun, what that stands for."""
        key = statement.item.claim.id
        if (known := self._wide.get(key)) is None:
            known = self.about(statement)
            if _PRONOUN.match(statement.text):
                opening = " ".join(statement.before.split()[:_SUBJECT])
                known |= keys(opening, statement.language) - self.spoken(statement)
            self._wide[key] = known
        return known

    def at(self, places: Iterable[tuple[str, int]]) -> Iterator[Statement]:
        """The statements that stand at one of those places of articles, each once for every such place."""
        for place in places:
            yield from self._at.get(place, ())

    def alike(self, article: str, other: str) -> float:
        """The share (0–1) of what the shorter of two articles is about that the other is about as well.

        Of a sentence or two it says nothing, and is 1.
        """
        one, two = self._told.get(article, set()), self._told.get(other, set())
        shorter = min(len(one), len(two))
        return len(one & two) / shorter if shorter > _TERSE else 1.0

    def weight(self, shared: Iterable[str]) -> float:
        """How closely these shared keys tie two statements: 1 for each that only they have, 0 for one that all have."""
        return math.fsum(self._weights.get(key, 1.0) for key in shared)

    def named(self, statement: Statement) -> frozenset[str]:
        """The words of the names in it, less its speaker's and those that run through the whole event."""
        return name_words(statement.text) - self.common - statement.voice

    def near(self, wanted: frozenset[str]) -> Iterator[Statement]:
        """The statements that share one of the rarest keys that any two share; what too many share tells nothing."""
        most = max(_MOST, len(self.said) // 4)
        known = [key for key in wanted if 1 < len(self._index.get(key, ())) <= most]
        rarest = sorted(known, key=lambda key: (len(self._index[key]), key))[:_RAREST]
        for number in sorted({number for key in rarest for number in self._index[key]}):
            yield self.said[number]
