"""Which articles report the same event: the same doings of the same people at the same time.

Average-link agglomeration (Sokal and Michener 1958) under cannot-link constraints (Davidson and Ravi
2005): two articles whose times can't be one event's are never put together, however alike their words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.consolidate.chronology import LEAD, NEWS_LASTS, Chronology, chronology
from conspectus.model.article import Article
from conspectus.text.facts.names import names
from conspectus.text.facts.words import content_words
from conspectus.text.similarity import cosine, rarity, vector

SAME_SUBJECT = 0.15
"""Likeness of words and of names (0–1 each, added) from which articles can be about one event."""

_SPOKEN = re.compile(r"[“\"][^”\"]{40,}[”\"]")


@dataclass(frozen=True)
class Signature:
    """What tells an article's event from others: its words, its names and its time."""

    words: Counter[str]
    names: Counter[str]
    time: Chronology


def signature(article: Article) -> Signature:
    """The article's own news: without what it recalls, and without what spokespeople always say."""
    time = chronology(article)
    words: Counter[str] = Counter()
    named: Counter[str] = Counter()
    if article.title:
        words.update(set(content_words(article.title)))
    for order, sentence in enumerate(article.body):
        if sentence.id in time.recalled:
            continue
        text = _SPOKEN.sub(" ", article.sentence_text(sentence))
        for word in set(content_words(text)):
            words[word] += 2 if order < LEAD else 1
        named.update({part for name in names(text) for part in name.text.casefold().split()})
    return Signature(words=words, names=named, time=time)


def group_articles(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles of each event, in the articles' order; each article is in one event.

    Articles are first parted by subject. Within a subject, words that all of its articles share tell
    nothing, and what divides them decides: so "another round of cuts at the same company" comes out as
    another event even where every sentence could stand in either.
    """
    signatures = {article.id: signature(article) for article in articles}
    alike = _alike(signatures)
    events = []
    for subject in agglomerate(list(signatures), alike, least=SAME_SUBJECT):
        members = {key: signatures[key] for key in subject}
        events += agglomerate(
            subject, _telling(members), forbidden=lambda a, b: apart(signatures[a], signatures[b])
        )
    order = {article.id: index for index, article in enumerate(articles)}
    return tuple(
        sorted((tuple(sorted(event, key=order.__getitem__)) for event in events), key=lambda e: order[e[0]])
    )


Likeness = Mapping[frozenset[str], float]


def agglomerate(
    keys: Sequence[str],
    likeness: Likeness,
    *,
    least: float = -math.inf,
    forbidden: Callable[[str, str], bool] | None = None,
) -> list[list[str]]:
    """The keys in groups: the most alike two on average are joined until none are `least` alike.

    Groups are never joined where two of their members are `forbidden` to be in one.
    """
    groups = [[key] for key in keys]
    while True:
        best: tuple[float, int, int] | None = None
        for first, second in combinations(range(len(groups)), 2):
            pairs = [(a, b) for a in groups[first] for b in groups[second]]
            score = math.fsum(likeness[frozenset(pair)] for pair in pairs) / len(pairs)
            if score < least or (best is not None and score <= best[0]):
                continue
            if forbidden is None or not any(forbidden(a, b) for a, b in pairs):
                best = (score, first, second)
        if best is None:
            return groups
        groups[best[1]] += groups.pop(best[2])


def _alike(signatures: Mapping[str, Signature]) -> Likeness:
    """How far each pair is on one subject: words and names, weighted by rarity."""
    words = _vectors({key: item.words for key, item in signatures.items()})
    named = _vectors({key: item.names for key, item in signatures.items()})
    return {
        frozenset((a, b)): cosine(words[a], words[b]) + cosine(named[a], named[b])
        for a, b in combinations(signatures, 2)
    }


def _telling(signatures: Mapping[str, Signature]) -> Likeness:
    """How alike each pair is in what divides these articles."""
    weights = rarity((item.words for item in signatures.values()), smooth=False)
    # A word that an article says once is an accident of wording; what it repeats is its subject.
    repeated = {
        key: vector({word: count - 1 for word, count in item.words.items() if count > 1}, weights)
        for key, item in signatures.items()
    }
    return {
        frozenset(pair): cosine(repeated[pair[0]], repeated[pair[1]]) + _day_bonus(pair, signatures)
        for pair in combinations(signatures, 2)
    }


def _vectors(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    weights = rarity(counts.values(), smooth=True)
    return {key: vector(found, weights) for key, found in counts.items()}


def _day_bonus(pair: tuple[str, str], signatures: Mapping[str, Signature]) -> float:
    """A lead's "on Thursday" speaks for an event that is known to have been on a Thursday."""
    for first, second in (pair, pair[::-1]):
        weekday, main = signatures[first].time.weekday, signatures[second].time.main
        if weekday is not None and main is not None and main.start == main.end:
            return 0.05 if main.start.weekday() == weekday else -0.05
    return 0.0


def apart(first: Signature, second: Signature) -> bool:
    """True where two articles' times rule out that they report one event."""
    a, b = first.time, second.time
    if a.main and b.main:
        return a.main.gap(b.main) > NEWS_LASTS
    return _written_too_late(a, b) or _written_too_late(b, a)


def _written_too_late(undated: Chronology, dated: Chronology) -> bool:
    """The undated article knows of days long after the dated event, or recalls that event's time."""
    if undated.main is not None or dated.main is None:
        return False
    if undated.not_before and undated.not_before - dated.main.end > NEWS_LASTS:
        return True
    return any(window.gap(dated.main) <= NEWS_LASTS for window in undated.recalled.values())
