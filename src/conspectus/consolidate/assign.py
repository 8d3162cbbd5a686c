"""Which event each claim belongs to: its article's, an older one that it recalls, or the context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.consolidate.agreement.witnesses import NOTHING_WITHHELD, Withheld, allowed, joined, witnesses
from conspectus.consolidate.ground import Ground, window_of
from conspectus.model.article import Article
from conspectus.model.evidence import Claim
from conspectus.model.summary import ArticleSummary
from conspectus.text.chronology import NEWS_LASTS, RECALLED, Chronology, Window
from conspectus.text.concepts import concepts
from conspectus.text.facts.names import names
from conspectus.text.normalise import fold

_NAMES_SHARED = 2
_TELLS_OF = 2
_FEWEST_CONCEPTS = 8


@dataclass(frozen=True)
class EventClaims:
    """The articles whose news an event is, with its claims and time; `context` is about an earlier time.

    Claims may also come from articles that only recall the event.
    """

    article_ids: tuple[str, ...]
    claims: tuple[Claim, ...]
    context: tuple[Claim, ...]
    when: Window | None = None
    certainty: float | None = None


def told_of(
    articles: Sequence[Article],
    summaries: Sequence[ArticleSummary],
    ground: Ground,
    withheld: Withheld = NOTHING_WITHHELD,
) -> tuple[tuple[EventClaims, ...], frozenset[str]]:
    """What `assign` gives of the summaries and of sentences that none chose, and the ids of the latter as claims.

    On `withheld` sentences nothing rests.
    """
    chosen = allowed(articles, summaries, withheld)
    spare = allowed(articles, witnesses(articles, chosen, ground.sentences), withheld)
    unselected = frozenset(claim.id for summary in spare for claim in summary.claims)
    return assign(articles, joined(chosen, spare), ground), unselected


def assign(
    articles: Sequence[Article], summaries: Sequence[ArticleSummary], ground: Ground
) -> tuple[EventClaims, ...]:
    """The events that these articles report, each with the claims that are its own.

    A claim that rests on a sentence about an earlier time goes to the event of that time where these
    articles report it and it names somebody or something of theirs, and to its article's context where not. One that
    rests on a sentence about another event goes there. Events without claims are left out.
    `ground` is that of the articles.
    """
    by_id = {article.id: article for article in articles}
    claims = {summary.article_id: summary.claims for summary in summaries}
    times = ground.times
    groups = [group.article_ids for group in ground.groups]
    windows = [window_of(group, times) for group in groups]
    items = {index for index, group in enumerate(groups) if not group}
    own: list[list[Claim]] = [[] for _ in groups]
    context: list[list[Claim]] = [[] for _ in groups]
    for index, group in enumerate(groups):
        for article_id in group:
            for claim in claims.get(article_id, ()):
                touched = _touched(claim, by_id[article_id])
                elsewhere = {ground.homes.get(article_id, {}).get(number, index) for number in touched}
                if elsewhere & items:
                    # What a round-up tells in its other items is no part of this event, whenever it was.
                    own[min(elsewhere & items)].append(claim)
                    continue
                when = _recalled(touched, times[article_id], windows[index])
                if when is None:
                    own[elsewhere.pop() if len(elsewhere) == 1 else index].append(claim)
                    continue
                home = _event_of(when, windows, index, _named(claim), ground)
                if home is None:
                    context[index].append(claim)
                elif by_id[article_id].published is None and times[article_id].main is None:
                    # A report that tells no day may be news of either.
                    own[index].append(claim)
                else:
                    own[home].append(claim)
    events = []
    for index in range(len(groups)):
        # An event whose every claim is recalled has nothing else to lead with.
        claims_of = tuple(own[index] or context[index])
        if claims_of and (index not in items or _tells_enough(claims_of)):
            events.append(
                EventClaims(
                    article_ids=members(index, ground),
                    claims=claims_of,
                    context=tuple(context[index]) if own[index] else (),
                    when=windows[index],
                    certainty=ground.groups[index].certainty,
                )
            )
    return tuple(events)


def members(index: int, ground: Ground) -> tuple[str, ...]:
    """The articles of the ground's event of that number, and behind them those that tell of it too."""
    return (*ground.groups[index].article_ids, *_telling_too(index, ground))


def feeding(index: int, ground: Ground) -> frozenset[str]:
    """All articles whose claims may become those of the ground's event of that number, whatever they claim."""
    own = ground.groups[index].article_ids
    window = window_of(own, ground.times)
    recalling = (
        key
        for key, time in ground.times.items()
        if window is not None and any(window.gap(when) <= NEWS_LASTS for when in time.recalled.values())
    )
    elsewhere = (key for key, away in ground.homes.items() if index in away.values())
    return frozenset((*own, *recalling, *elsewhere))


def _tells_enough(claims: Sequence[Claim]) -> bool:
    """False for an item of a round-up that is no more than a reminder: "Patch your printers"."""
    return len(frozenset[str]().union(*(concepts(claim.text) for claim in claims))) >= _FEWEST_CONCEPTS


def _telling_too(index: int, ground: Ground) -> list[str]:
    """Articles of other events that tell of this one in two sentences or more; an item's article in one."""
    least = _TELLS_OF if ground.groups[index].article_ids else 1
    return [
        key for key, away in ground.homes.items() if sum(home == index for home in away.values()) >= least
    ]


def _touched(claim: Claim, article: Article) -> list[int]:
    """The numbers of the body sentences that the claim rests on."""
    touched = {sentence.id for piece in claim.evidence for sentence in article.touched(piece.span)}
    return [sentence.id for sentence in article.body if sentence.id in touched]


def _recalled(touched: Sequence[int], time: Chronology, event: Window | None) -> Window | None:
    """The earlier time that all of these sentences are about, or None where they are the news."""
    if not touched or any(number not in time.recalled for number in touched):
        return None
    when = time.recalled[touched[0]]
    if event is not None and event.start - when.end <= RECALLED:
        return None
    return when


def _named(claim: Claim) -> frozenset[str]:
    return frozenset(part for piece in claim.evidence for name in names(piece.quote) for part in name.words)


def _event_of(
    when: Window, windows: Sequence[Window | None], own: int, named: frozenset[str], ground: Ground
) -> int | None:
    """The other event of that time whose articles have a name in common with what is recalled, or two with its own."""
    for index, window in enumerate(windows):
        if index == own or window is None or window.gap(when) > NEWS_LASTS:
            continue
        if named & ground.named[index] or len(ground.named[own] & ground.named[index]) >= _NAMES_SHARED:
            return index
    return None


def place_of(group: EventClaims, places: Mapping[str, Sequence[str]], shown: Sequence[Claim]) -> str | None:
    """Where most of the summaries put the event, in words that the evidence shown has; else None."""
    counts = Counter(place for article_id in group.article_ids for place in places.get(article_id, ()))
    quotes = [fold(piece.quote).text for claim in shown for piece in claim.evidence]
    carried = (
        place for place, _ in counts.most_common() if any(fold(place).text in quote for quote in quotes)
    )
    return next(carried, None)
