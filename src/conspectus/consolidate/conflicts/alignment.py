"""How likely it is that two sentences of two reports tell of one thing, in whatever words.

Sentence alignment of comparable texts (Barzilay and Elhadad 2003): whether "four people were treated for smoke at the
scene" and "seven residents were given oxygen on the pavement" are of one thing, no rule proves. A logistic regression
over a few plain features says how likely it is, whether they agree or not; one more is how alike their vectors are,
where an encoder of sentences is given, which also sees it across languages. The weights are fitted by
`scripts/fit_alignment.py` on cases that rules may be written on; `eval/README.md` has the figures.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from typing import NamedTuple

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.senses import keys
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words, stem
from conspectus.text.similarity import Cosines, rarity, vector
from conspectus.vectors import Likeness

WEIGHTS: Mapping[str, float] = {
    "always": -2.46,
    "words": 5.78,
    "tie": 1.09,
    "number": 2.26,
    "numbers": 0.73,
    "distance": -2.28,
    "mutual": 0.38,
    "margin": 2.22,
}
"""How much each of the features adds to the log-odds that two sentences tell of one thing."""
WITH_VECTORS: Mapping[str, float] = {
    "always": -3.88,
    "words": -3.14,
    "tie": 0.76,
    "number": 1.59,
    "numbers": 0.50,
    "distance": -1.72,
    "mutual": 0.42,
    "margin": 3.70,
    "vectors": 9.55,
}
"""The same where the likeness of the sentences' vectors is one of them."""
LIKELY = 0.6
"""How likely that has to be for a reader to be shown them beside each other."""

_HARDLY = 0.3

# Below that likeness of words, or of vectors, nothing is likely, whatever else is shared.
_LEAST = 0.1
_LEAST_BY_VECTORS = 0.3
# So many cosines of an event's words are kept at the most: all of a thousand statements.
_MOST_KNOWN = 1_000_000
_MOST_TIE = 4.0
_FAR = 8
_SHORT = 8


class _Nearest(NamedTuple):
    """How alike to a statement the nearest and the second nearest of one article's are."""

    first: float
    second: float


class Alignment:
    """The statements of one event, and how likely any two of them tell of one thing."""

    def __init__(self, scene: Scene, likeness: Likeness | None = None) -> None:
        """Reads the words of each statement; what is compared is compared when it is asked for.

        `likeness` says how alike they are by their vectors, if it is to be weighed.
        """
        self._scene = scene
        self._likeness = likeness and likeness([each.text for each in scene.said])
        self._rows = {each.item.claim.id: row for row, each in enumerate(scene.said)}
        words = [_words(each) for each in scene.said]
        weights = rarity(words, smooth=True)
        self._words = Cosines([vector(dict.fromkeys(each, 1.0), weights) for each in words])
        self._amounts = [_amounts(each) for each in scene.said]
        self._together = tuple({each.item.origins: None for each in scene.said})
        places = {origins: place for place, origins in enumerate(self._together)}
        self._origins = [places[each.item.origins] for each in scene.said]
        self._of_article: defaultdict[str, list[int]] = defaultdict(list)
        for row, each in enumerate(scene.said):
            for article in each.item.claim.article_ids:
                self._of_article[article].append(row)
        self._known: dict[int, array[float]] = {}
        self._most_known = _MOST_KNOWN // max(1, len(words)) or 1

    def weighing(self, likeness: Likeness) -> Alignment:
        """The alignment of the same statements in which the likeness of their vectors is weighed, too."""
        made = copy(self)
        made._likeness = likeness([each.text for each in self._scene.said])
        return made

    def forget(self) -> None:
        """No cosine is kept: what is asked for again is worked out again."""
        self._known.clear()

    def likelihood(self, first: Statement, second: Statement) -> float:
        """How likely (0–1) it is that both tell of one thing; 0 for what one origin tells."""
        if set(first.item.origins) & set(second.item.origins):
            return 0.0
        weights = WEIGHTS if self._likeness is None else WITH_VECTORS
        told = math.fsum(weights[name] * value for name, value in self.features(first, second).items())
        return 1 / (1 + math.exp(self._choice(first, second) - told))

    def counterparts(self, statement: Statement) -> list[tuple[float, Statement]]:
        """What other origins are likely to tell of the same, and how likely, the likeliest first."""
        own = frozenset(statement.item.origins)
        # Known of all at once from here on.
        self._alike_to(self._rows[statement.item.claim.id])
        found = [
            (likelihood, each)
            for each in self._scene.said
            if own.isdisjoint(each.item.origins)
            and self._may_be_likely(statement, each)
            and (likelihood := self.likelihood(statement, each)) >= LIKELY
        ]
        return sorted(found, key=lambda each: (-each[0], each[1].item.claim.id))

    def told_by_others(self, statement: Statement, most: float = math.inf) -> float:
        """How many other origins are expected to tell of the same, by what each article has that is most alike.

        Those are left out of which it is hardly likely, and no more than `most` are counted.
        """
        best = defaultdict[str, float](float)
        told = 0.0
        for nearest in self._nearest_elsewhere(statement):
            likelihood = (
                self.likelihood(statement, nearest) if self._may_be_likely(statement, nearest) else 0.0
            )
            if likelihood >= _HARDLY:
                for origin in nearest.item.origins:
                    best[origin] = max(best[origin], likelihood)
                told = math.fsum(best.values())
            if told >= most:
                return most
        return told

    def _nearest_elsewhere(self, statement: Statement) -> list[Statement]:
        """What each article has of other origins that is most alike, the most alike first."""
        own = frozenset(statement.item.origins)
        apart = [own.isdisjoint(origins) for origins in self._together]
        alike = self._alike_to(self._rows[statement.item.claim.id])
        others = [
            value if apart[origins] else -1.0 for value, origins in zip(alike, self._origins, strict=True)
        ]
        nearest = set()
        for rows in self._of_article.values():
            there = [others[row] for row in rows]
            nearest.add(rows[there.index(max(there))])
        found = sorted((-others[row], row) for row in nearest if others[row] >= 0)
        return [self._scene.said[row] for _, row in found]

    def features(self, first: Statement, second: Statement) -> dict[str, float]:
        """What tells whether two statements of two origins are of one thing, by the names of the weights."""
        scene = self._scene
        alike, by_vectors = self.alike(first, second), self._by_vectors(first, second)
        given, other = (self._amounts[self._rows[each.item.claim.id]] for each in (first, second))
        theirs, mine = self._best(first, second), self._best(second, first)
        return {
            "always": 1.0,
            "words": alike,
            "tie": min(_MOST_TIE, scene.weight(scene.wide(first) & scene.wide(second))),
            "number": float(bool(given & other)),
            "numbers": float(bool(given and other and not given & other)),
            "distance": abs(first.number - second.number) / _FAR,
            "mutual": float(0 < theirs.first <= alike) + float(0 < mine.first <= alike),
            "margin": alike
            - max(each.second if each.first <= alike else each.first for each in (theirs, mine)),
            **({} if by_vectors is None else {"vectors": by_vectors}),
        }

    def _may_be_likely(self, first: Statement, second: Statement) -> bool:
        by_vectors = self._by_vectors(first, second)
        return self.alike(first, second) >= _LEAST if by_vectors is None else by_vectors >= _LEAST_BY_VECTORS

    def _by_vectors(self, first: Statement, second: Statement) -> float | None:
        if self._likeness is None:
            return None
        return float(self._likeness[self._rows[first.item.claim.id]][self._rows[second.item.claim.id]])

    def _choice(self, first: Statement, second: Statement) -> float:
        """By how much the log-odds fall where both articles have more to choose from than the short reports fitted on.

        Of so many statements one is the counterpart, so that the odds fall as their number rises.
        """
        sizes = (len(self._of_article[each.article_id]) for each in (first, second))
        return max(0.0, math.log(math.sqrt(math.prod(sizes)) / _SHORT))

    def alike(self, first: Statement, second: Statement) -> float:
        """The cosine (0–1) of their words, the rarer ones weighing more."""
        one, other = self._rows[first.item.claim.id], self._rows[second.item.claim.id]
        return self._among(one, [other])[0]

    def _alike_to(self, row: int) -> array[float]:
        """How alike each of the statements is to that one, in order."""
        if (alike := self._known.get(row)) is None:
            if len(self._known) >= self._most_known:
                self._known.clear()
            alike = array("d", self._words.row(row))
            alike[row] = 1.0
            self._known[row] = alike
        return alike

    def _among(self, row: int, others: Sequence[int]) -> list[float]:
        """How alike each of these is to that one."""
        if row in self._known or self._most_known >= len(self._rows):
            alike = self._alike_to(row)
            return [alike[other] for other in others]
        found = self._words.among(row, others)
        return [1.0 if other == row else value for other, value in zip(others, found, strict=True)]

    def _best(self, statement: Statement, other: Statement) -> _Nearest:
        """Of the other's article, how alike the two nearest are."""
        found = self._among(self._rows[statement.item.claim.id], self._of_article[other.article_id])
        first, second = sorted((*found, 0.0), reverse=True)[:2]
        return _Nearest(first, second)


def _words(statement: Statement) -> frozenset[str]:
    if statement.language == "en":
        return frozenset(content_words(statement.text)) - frozenset(map(stem, statement.voice))
    return keys(statement.text, statement.language)


def _amounts(statement: Statement) -> frozenset[object]:
    return frozenset((each.low, each.high) for each in quantities(statement.text) if not each.vague)
