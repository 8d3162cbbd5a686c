"""Which articles report the same event: the same doings of the same people at the same time.

Two articles whose times can't be one event's are never put together, however alike their words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from conspectus.consolidate.events.clusters import agglomerate
from conspectus.consolidate.events.likeness import divided, languages_of, likenesses
from conspectus.consolidate.events.neighbours import across_languages
from conspectus.consolidate.events.signatures import Signature, signature
from conspectus.model.article import Article
from conspectus.text.chronology import NEWS_LASTS, Chronology
from conspectus.text.similarity import Pairs

SAME_SUBJECT = 0.04
"""Likeness of words and names (0–1) from which articles can be about one event."""

_KEPT_APART = 0.3
_FEWEST_ANCHORS = 2
_ANCHORED = 0.25
_NOTHING = 0.015
_HANDFUL = 10
_FEW_DAYS = timedelta(days=3)
_NEARER = 1.1


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
    several = len(languages_of(signatures)) > 1

    def never(one: str, two: str) -> bool:
        first, second = signatures[one], signatures[two]
        return apart(first, second) or (several and _days_apart(first, second))

    events: list[list[str]] = []
    homes: list[int] = []
    subjects = agglomerate(
        list(signatures),
        alike,
        least=SAME_SUBJECT,
        # A round-up has something in common with each of what it tells of; these have nothing with each other.
        forbidden=(lambda one, two: alike.between(one, two) < _NOTHING)
        if not settled and _given_together(signatures)
        else None,
        settled=settled,
        exclusive=False,
    )
    for number, subject in enumerate(subjects):
        telling = divided({key: signatures[key] for key in subject}, alike)
        found = agglomerate(
            subject,
            telling,
            forbidden=never,
            # Of many articles one always names nobody whom another does.
            unlikely=lambda a, b: elsewhere(signatures[a], signatures[b]),
            settled=settled,
        )
        events += _with_the_nearest(found, telling, never, settled)
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


def _with_the_nearest(
    events: Sequence[Sequence[str]],
    telling: Pairs,
    never: Callable[[str, str], bool],
    settled: Sequence[Sequence[str]],
) -> list[list[str]]:
    """The events of a subject, with articles that another's are nearer to than their own in that one.

    They were joined by what all of their articles have in common, on average; what an article says is nearest to some.
    """
    groups = [list(event) for event in events]
    fixed = {key for event in settled for key in event}
    for key in [key for group in groups for key in group if key not in fixed]:
        own = next(group for group in groups if key in group)
        if len(own) == 1 or len(groups) == 1:
            continue
        least = _NEARER * _nearest(key, [other for other in own if other != key], telling)
        others = [
            group for group in groups if group is not own and not any(never(key, each) for each in group)
        ]
        nearest = max(others, key=lambda group: _nearest(key, group, telling), default=own)
        if nearest is not own and _nearest(key, nearest, telling) > least:
            own.remove(key)
            nearest.append(key)
    return groups


def _nearest(key: str, group: Sequence[str], alike: Pairs) -> float:
    """How alike the article is to the two of the group that it is most alike to, on average."""
    found = sorted((alike.between(key, other) for other in group), reverse=True)[:2]
    return sum(found) / len(found)


def _given_together(signatures: Mapping[str, Signature]) -> bool:
    """True for a handful of articles of a few days, each of which tells its own."""
    days = [item.time.not_before for item in signatures.values() if item.time.not_before]
    few = 0 < len(signatures) == len(days) <= _HANDFUL
    return few and max(days) - min(days) <= _FEW_DAYS


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
