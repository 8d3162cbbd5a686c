"""How alike articles are: by words and names, weighted by how rare these are."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from conspectus.consolidate.events.signatures import Signature
from conspectus.text.chronology import NEWS_LASTS, Chronology
from conspectus.text.similarity import Pairs, cosines, rarity, vector
from conspectus.text.usual import usual_words

_SUBJECT = 1.25
_NAMED = 1.2
# Articles of other days weigh as much as so many of these in what is usual.
_USUAL = 400
_UNSEEN = 0.3
# The town's name, or the mayor's, makes no two articles one event where they have little else in common.
_ONE_WORD = 0.75
_ABROAD = 0.5
_DAYS_APART = ((timedelta(days=3), 1.0), (timedelta(days=7), 0.5))
_LONG_APART = 0.25


def likenesses(signatures: Mapping[str, Signature]) -> Pairs:
    """How far each pair is on one subject: words and names, weighted by rarity.

    Between languages words tell nothing, and rare is what few articles in its own language have.
    """
    languages = languages_of(signatures)
    if len(languages) < 2:
        return _likenesses(signatures, *languages)
    alike: dict[frozenset[str], float] = {}
    for language in languages:
        own = {key: item for key, item in signatures.items() if item.language in {None, language}}
        known = _likenesses(own, language).known()
        alike |= {frozenset((one, other)): value for one, other, value in known}
    return Pairs.of(tuple(signatures), alike)


def languages_of(signatures: Mapping[str, Signature]) -> list[str]:
    """The languages that articles are known to be in, sorted."""
    return sorted({item.language for item in signatures.values() if item.language})


def _likenesses(signatures: Mapping[str, Signature], language: str = "en") -> Pairs:
    alike = _in_english(signatures) if language == "en" else _abroad(signatures)
    times = [item.time for item in signatures.values()]
    rows = zip(times, alike.rows, strict=True)
    return Pairs(
        alike.keys,
        [
            array(
                "d",
                [value and value * _at_once(own, other) for other, value in zip(times, row, strict=False)],
            )
            for own, row in rows
        ],
    )


def _at_once(one: Chronology, other: Chronology) -> float:
    """How far two articles' days speak for one event (0–1): the same thing days later is often another.

    What comes of an event weeks later names a day that its first reports name, and does not say that it happened anew.
    """
    if one.main is None or other.main is None:
        return 1.0
    gap = one.main.gap(other.main)
    later = one if one.main.start > other.main.start else other
    if gap <= NEWS_LASTS and not later.anew and not one.days.isdisjoint(other.days):
        return 1.0
    return next((share for most, share in _DAYS_APART if gap <= most), _LONG_APART)


def _in_english(signatures: Mapping[str, Signature]) -> Pairs:
    """How alike the words are, names a little more than others.

    What is rare is told by what is usual in the news at first, and the more articles there are the more by these.
    """
    total, known = usual_words()
    articles = len(signatures)
    having = Counter(word for item in signatures.values() for word in item.words)
    weights = {
        word: math.log1p((articles + _USUAL) / (count + _USUAL * (known.get(word, 0) + _UNSEEN) / total)) ** 2
        for word, count in having.items()
    }
    return cosines(
        {
            key: vector(
                {
                    word: math.sqrt(count) * (_NAMED if word in item.mentioned else 1.0)
                    for word, count in item.words.items()
                },
                weights,
            )
            for key, item in signatures.items()
        },
        _ONE_WORD,
    )


def _abroad(signatures: Mapping[str, Signature]) -> Pairs:
    """How alike words and names are, where nobody has counted what is usual: of few articles words tell little."""
    words = cosines(_vectors({key: item.words for key, item in signatures.items()}), _ONE_WORD)
    names = cosines(_vectors({key: item.names for key, item in signatures.items()}))
    rows = zip(words.rows, names.rows, strict=True)
    return Pairs(
        words.keys, [[_ABROAD * (one + two) for one, two in zip(*pair, strict=True)] for pair in rows]
    )


def _vectors(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    weights = rarity(counts.values(), smooth=True)
    return {key: vector(found, weights) for key, found in counts.items()}


def divided(signatures: Mapping[str, Signature], alike: Pairs) -> Pairs:
    """How alike each pair is in what divides these articles, and how far they are on one subject at all."""
    weights = rarity((item.words for item in signatures.values()), smooth=False)
    # A word that an article says once is an accident of wording; what it repeats is its subject.
    repeated = cosines(
        {
            key: vector({word: count - 1 for word, count in item.words.items() if count > 1}, weights)
            for key, item in signatures.items()
        }
    )
    keys = tuple(signatures)
    rows = zip(repeated.rows, alike.among(keys), strict=True)
    return Pairs(keys, [[one + _SUBJECT * other for one, other in zip(*pair, strict=True)] for pair in rows])
