"""How alike texts are: shared runs of words for copies, weighted words for subjects.

Shingling after Broder (1997), "On the resemblance and containment of documents"; weighted cosine
after Salton and Buckley (1988), "Term-weighting approaches in automatic text retrieval".
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

Vector = Mapping[str, float]
_Word = TypeVar("_Word", bound=Hashable)


def shingles(words: Sequence[_Word], size: int = 5) -> frozenset[tuple[_Word, ...]]:
    """Every run of `size` words; a shorter text is its own only shingle, an empty one has none."""
    if not words:
        return frozenset()
    return frozenset(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def vector(counts: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """The counts, each times its weight, scaled to length 1; empty where nothing weighs anything."""
    raw = {word: count * weights.get(word, 0.0) for word, count in counts.items()}
    # fsum rounds once, so that the order of the words, which sets don't keep, changes no digit.
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items() if value} if length else {}


def cosine(first: Vector, second: Vector) -> float:
    """How far two vectors of length 1 point the same way, 0–1 for non-negative weights."""
    return math.fsum([first[word] * second[word] for word in first.keys() & second.keys()])


class Pairs:
    """How alike every two of some keys are: 0 where they have nothing in common.

    `rows` has for each key, in order, its likeness to those before it.
    """

    __slots__ = ("_place", "rows")

    def __init__(self, keys: Sequence[str], rows: Sequence[Sequence[float]]) -> None:
        self._place = {key: place for place, key in enumerate(keys)}
        self.rows = rows

    @classmethod
    def of(cls, keys: Sequence[str], known: Mapping[frozenset[str], float]) -> Pairs:
        """The pairs of these keys, those that are not known with nothing in common."""
        return cls(
            keys,
            [[known.get(frozenset((key, other)), 0.0) for other in keys[:n]] for n, key in enumerate(keys)],
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(self._place)

    def known(self) -> Iterator[tuple[str, str, float]]:
        """Every two that have something in common, and how alike they are."""
        keys = self.keys
        for key, row in zip(keys, self.rows, strict=True):
            yield from ((other, key, value) for other, value in zip(keys, row, strict=False) if value)

    def between(self, one: str, other: str) -> float:
        """How alike two different keys are."""
        first, second = self._place[one], self._place[other]
        return self.rows[first][second] if first > second else self.rows[second][first]

    def among(self, keys: Sequence[str]) -> list[list[float]]:
        """The rows of these keys alone, in this order."""
        places = [self._place[key] for key in keys]
        rows = self.rows
        return [
            [rows[own][other] if own > other else rows[other][own] for other in places[:number]]
            for number, own in enumerate(places)
        ]


def cosines(vectors: Mapping[str, Vector], share: float = math.inf) -> Pairs:
    """The cosine of every two of the vectors, each of length 1 or empty.

    What makes up most of it counts for at most that `share` of all else together: where there is nothing else, for
    nothing. They come from an inverted index, so what shares nothing costs next to nothing.
    """
    rows: list[array[float]] = []
    having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, own in enumerate(vectors.values()):
        # A list is added to in half the time that an array takes.
        row = [0.0] * place
        most = [0.0] * place
        # Always in the same order, so that rounding is the same too.
        for word, value in sorted(own.items()):
            others = having[word]
            for other, theirs in others:
                row[other] += (part := value * theirs)
                if part > most[other]:
                    most[other] = part
            others.append((place, value))
        if share < math.inf:
            row = [min(all_, (1 + share) * (all_ - part)) for all_, part in zip(row, most, strict=True)]
        rows.append(array("d", row))
    return Pairs(tuple(vectors), rows)


class Cosines:
    """The cosines of some vectors, each of length 1 or empty, as `cosines` has them: those that are asked for."""

    __slots__ = ("_having", "_vectors", "_words")

    def __init__(self, vectors: Iterable[Vector]) -> None:
        # Always in the same order, so that rounding is the same too.
        self._vectors = [dict(sorted(each.items())) for each in vectors]
        self._words = [frozenset(each) for each in self._vectors]
        self._having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, own in enumerate(self._vectors):
            for word, value in own.items():
                self._having[word].append((place, value))

    def between(self, one: int, other: int) -> float:
        """The cosine of these two, by their places."""
        return self.among(one, (other,))[0]

    def among(self, one: int, others: Iterable[int]) -> list[float]:
        """The cosine of this one and each of the others, in their order."""
        own, words, found = self._vectors[one], self._words[one], []
        for other in others:
            alike = 0.0
            if shared := words & self._words[other]:
                theirs = self._vectors[other]
                for word in sorted(shared):
                    alike += own[word] * theirs[word]
            found.append(alike)
        return found

    def row(self, one: int) -> list[float]:
        """The cosine of this one and each, in order; nearly 1 for itself."""
        row = [0.0] * len(self._vectors)
        for word, value in self._vectors[one].items():
            for other, theirs in self._having[word]:
                row[other] += value * theirs
        return row


def rarity(documents: Iterable[Iterable[str]], *, smooth: bool) -> dict[str, float]:
    """How much each word tells documents apart: the logarithm of N over the number that have it.

    Smoothed weights stay above zero for words that every document has, and so measure being on the
    same subject at all; unsmoothed ones ignore these words, and so measure what divides a subject.
    """
    seen: Counter[str] = Counter()
    total = 0
    for words in documents:
        total += 1
        seen.update(set(words))
    if smooth:
        return {word: math.log(1 + total / count) for word, count in seen.items()}
    return {word: math.log(total / count) for word, count in seen.items()}
