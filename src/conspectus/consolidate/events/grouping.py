"""Which articles report the same event: the same doings of the same people at the same time.

Two articles whose times can't be one event's are never put together, however alike their words.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from conspectus.consolidate.events.clusters import agglomerate
from conspectus.consolidate.events.neighbours import across_languages
from conspectus.consolidate.events.signatures import Signature, signature
from conspectus.model.article import Article
from conspectus.text.chronology import NEWS_LASTS, Chronology
from conspectus.text.similarity import Pairs, cosines, rarity, vector

SAME_SUBJECT = 0.15
"""Likeness of words and of names (0–1 each, added) from which articles can be about one event."""

SAME_SUBJECT_OF_FEW = 0.1
"""The same where a handful of articles of a few days are all that there is: whoever gives these means few events, and
of so few every word that two share counts as common.
"""

_KEPT_APART = 0.3
# Where words have many endings, and nouns look like names, two reports of one thing look less alike.
_INFLECTED = 1.5
_SUBJECT = 0.5
_FEWEST_ANCHORS = 2
_ANCHORED = 0.25
_FEW = 60
_NOTHING = 0.04
_HANDFUL = 10
_FEW_DAYS = timedelta(days=3)
# A report or two that don't tell their day were given with the others all the same.
_DATED = 0.75


@dataclass(frozen=True)
class Group:
    """The ids of the articles of one event, and how sure it is (0–1) that they are one and no others belong to it."""

    article_ids: tuple[str, ...]
    certainty: float


def grouped(
    articles: Sequence[Article],
    settled: Sequence[Sequence[str]] = (),
    signatures: Mapping[str, Signature] | None = None,
    alike: Pairs | None = None,
) -> tuple[Group, ...]:
    """The articles of each event, with how sure that is, in the articles' order; each article is in one event.

    Articles are first parted by subject. Within a subject, words that all of its articles share tell
    nothing, and what divides them decides: so "another round of cuts at the same company" comes out as
    another event even where every sentence could stand in either. Nor are two articles one event where neither has
    the names that the other repeats. Articles in several languages are grouped by language first. Events in `settled`
    (article ids) stay as they are: what is new joins one of them, or is an event of its own.
    `signatures` are the articles' and `alike` the `likenesses` of these, where they are known.
    """
    if signatures is None:
        signatures = {article.id: signature(article) for article in articles}
    settled = _parted(settled)
    if alike is None:
        alike = likenesses(signatures)
    several = len(_languages(signatures)) > 1

    def never(one: str, two: str) -> bool:
        first, second = signatures[one], signatures[two]
        return apart(first, second) or (several and _days_apart(first, second))

    events: list[list[str]] = []
    homes: list[int] = []
    few = not settled and _given_together(signatures, _DATED)
    subjects = agglomerate(
        list(signatures),
        alike,
        least=SAME_SUBJECT_OF_FEW if few else SAME_SUBJECT,
        # A round-up has something in common with each of what it tells of; these have nothing with each other.
        forbidden=(lambda one, two: alike.between(one, two) < _NOTHING)
        if few and _given_together(signatures, 1.0)
        else None,
        settled=settled,
        exclusive=False,
    )
    for number, subject in enumerate(subjects):
        members = {key: signatures[key] for key in subject}
        events += agglomerate(
            subject,
            _telling(members, alike),
            forbidden=never,
            # Of many articles one always names nobody whom another does.
            unlikely=lambda a, b: elsewhere(signatures[a], signatures[b]),
            settled=settled,
        )
        homes += [number] * (len(events) - len(homes))
    if several:
        events = across_languages(
            events,
            homes,
            signatures,
            alike,
            apart=never,
            settled=frozenset(key for event in settled for key in event),
        )
    return as_groups(events, [article.id for article in articles], alike, signatures)


def as_groups(
    events: Sequence[Sequence[str]],
    order: Sequence[str],
    alike: Pairs,
    signatures: Mapping[str, Signature],
) -> tuple[Group, ...]:
    """The events with how sure each is, articles and events in the `order` of the articles' ids."""
    place = {key: index for index, key in enumerate(order)}
    events = [sorted(event, key=place.__getitem__) for event in events]
    rivals = _rivals(events, alike, signatures)
    found = [
        Group(tuple(event), _certainty(event, alike, rivals[number])) for number, event in enumerate(events)
    ]
    return tuple(sorted(found, key=lambda group: place[group.article_ids[0]]))


def _given_together(signatures: Mapping[str, Signature], dated: float) -> bool:
    """True for a handful of articles of a few days, of which that share (0–1) tell their day."""
    days = [item.time.not_before for item in signatures.values() if item.time.not_before]
    few = len(signatures) <= _HANDFUL and len(days) >= dated * len(signatures)
    return few and bool(days) and max(days) - min(days) <= _FEW_DAYS


def _parted(settled: Sequence[Sequence[str]]) -> list[list[str]]:
    """The settled events with no article in two of them: one that tells of several is free to join its nearest."""
    counts = Counter(key for event in settled for key in event)
    taken: set[str] = set()
    parted: list[list[str]] = []
    for event in settled:
        alone = [key for key in event if counts[key] == 1] or [key for key in event if key not in taken]
        taken.update(alone)
        parted.append(alone)
    return parted


def _rivals(
    events: Sequence[Sequence[str]], alike: Pairs, signatures: Mapping[str, Signature]
) -> dict[int, float]:
    """For each event, how alike the most similar other event is; less where time keeps the two apart."""
    home = {key: number for number, event in enumerate(events) for key in event}
    places = [home[key] for key in alike.keys]
    totals: defaultdict[tuple[int, int], float] = defaultdict(float)
    for first, row in zip(places, alike.rows, strict=True):
        for second, value in zip(places, row, strict=False):
            if first != second and value:
                totals[(first, second) if first < second else (second, first)] += value
    rivals = dict.fromkeys(range(len(events)), 0.0)
    for (first, second), total in totals.items():
        mean = total / (len(events[first]) * len(events[second]))
        if apart(signatures[events[first][0]], signatures[events[second][0]]):
            mean *= _KEPT_APART
        rivals[first], rivals[second] = max(rivals[first], mean), max(rivals[second], mean)
    return rivals


def _certainty(event: Sequence[str], alike: Pairs, rival: float) -> float:
    """The likeness within the event as a share of that and the likeness to its nearest rival."""
    pairs = [value for row in alike.among(event) for value in row]
    own = math.fsum(pairs) / len(pairs) if pairs else 2 * SAME_SUBJECT
    return round(own / (own + rival), 2) if own + rival else 0.5


def likenesses(signatures: Mapping[str, Signature]) -> Pairs:
    """How far each pair is on one subject: words and names, weighted by rarity.

    Between languages words tell nothing, and rare is what few articles in its own language have.
    """
    languages = _languages(signatures)
    if len(languages) < 2:
        return _likenesses(signatures, *languages)
    alike: dict[frozenset[str], float] = {}
    for language in languages:
        own = {key: item for key, item in signatures.items() if item.language in {None, language}}
        known = _likenesses(own, language).known()
        alike |= {frozenset((one, other)): value for one, other, value in known}
    return Pairs.of(tuple(signatures), alike)


def _languages(signatures: Mapping[str, Signature]) -> list[str]:
    return sorted({item.language for item in signatures.values() if item.language})


def _likenesses(signatures: Mapping[str, Signature], language: str = "en") -> Pairs:
    words = _vectors({key: item.words for key, item in signatures.items()})
    if len(words) > _FEW:
        # Of many articles, a word that most of them have is what articles are made of. A name is not.
        having = Counter(word for own in words.values() for word in own)
        words = {
            key: {word: value for word, value in own.items() if having[word] <= len(words) / 2}
            for key, own in words.items()
        }
    in_words = cosines(words)
    in_names = cosines(_vectors({key: item.names for key, item in signatures.items()}))
    factors = [_INFLECTED if language != "en" and item.language else 1.0 for item in signatures.values()]
    return Pairs(
        tuple(signatures),
        [
            array(
                "d", [max(own, other) * (one + two) for other, one, two in zip(factors, *rows, strict=False)]
            )
            for own, rows in zip(factors, zip(in_words.rows, in_names.rows, strict=True), strict=True)
        ],
    )


def _telling(signatures: Mapping[str, Signature], alike: Pairs) -> Pairs:
    """How alike each pair is in what divides these articles, and half of how far they are on one subject at all."""
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


def _vectors(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    weights = rarity(counts.values(), smooth=True)
    return {key: vector(found, weights) for key, found in counts.items()}


def apart(first: Signature, second: Signature) -> bool:
    """True where two articles' times rule out that they report one event."""
    a, b = first.time, second.time
    if a.main and b.main:
        return a.main.gap(b.main) > NEWS_LASTS
    return _written_too_late(a, b) or _written_too_late(b, a)


def _days_apart(first: Signature, second: Signature) -> bool:
    """True where the weekdays that both articles begin with rule out that they report one event."""
    one, two = first.marks.when, second.marks.when
    return one is not None and two is not None and one.gap(two) > NEWS_LASTS


def elsewhere(first: Signature, second: Signature) -> bool:
    """True where neither has the names that the other repeats: as much of one thing, at another place, to others."""
    if first.language != second.language:
        return False
    return all(
        len(one.anchors) >= _FEWEST_ANCHORS
        and len(one.anchors & other.mentioned) <= _ANCHORED * len(one.anchors)
        for one, other in ((first, second), (second, first))
    )


def _written_too_late(undated: Chronology, dated: Chronology) -> bool:
    """The undated article knows of days long after the dated event, or recalls that event's time."""
    if undated.main is not None or dated.main is None:
        return False
    if undated.not_before and undated.not_before - dated.main.end > NEWS_LASTS:
        return True
    return any(window.gap(dated.main) <= NEWS_LASTS for window in undated.recalled.values())
