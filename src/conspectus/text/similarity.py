"""How alike texts are: shared runs of words for copies, weighted words for subjects.

Shingling after Broder (1997), "On the resemblance and containment of documents"; weighted cosine
after Salton and Buckley (1988), "Term-weighting approaches in automatic text retrieval".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

Vector = Mapping[str, float]


def shingles(words: Sequence[str], size: int = 5) -> frozenset[tuple[str, ...]]:
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
    if len(first) > len(second):
        first, second = second, first
    return math.fsum(value * second.get(word, 0.0) for word, value in first.items())


def cosines(vectors: Mapping[str, Vector]) -> dict[frozenset[str], float]:
    """The cosine of every two of the vectors, each of length 1, that have anything in common.

    Pairs come from an inverted index, so what shares nothing costs nothing.
    """
    keys = list(vectors)
    rows: list[defaultdict[int, float]] = [defaultdict(float) for _ in keys]
    having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, key in enumerate(keys):
        row = rows[place]
        # Always in the same order, so that rounding is the same too.
        for word, value in sorted(vectors[key].items()):
            for other, theirs in having[word]:
                row[other] += value * theirs
            having[word].append((place, value))
    return {
        frozenset((keys[place], keys[other])): value
        for place, row in enumerate(rows)
        for other, value in row.items()
    }


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
