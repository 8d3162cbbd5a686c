"""Which event each claim belongs to: its article's, an older one that it recalls, or the context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.consolidate.ground import Ground
from conspectus.model.article import Article
from conspectus.model.evidence import Claim
from conspectus.model.summary import ArticleSummary
from conspectus.text.chronology import NEWS_LASTS, RECALLED, Chronology, Window


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


def assign(
    articles: Sequence[Article], summaries: Sequence[ArticleSummary], ground: Ground
) -> tuple[EventClaims, ...]:
    """The events that these articles report, each with the claims that are its own.

    A claim that rests on a sentence about an earlier time goes to the event of that time where these
    articles report it, and to its article's context where they don't. Events without claims are left out.
    `ground` is that of the articles.
    """
    by_id = {article.id: article for article in articles}
    claims = {summary.article_id: summary.claims for summary in summaries}
    times = ground.times
    groups = [group.article_ids for group in ground.groups]
    windows = [_window(group, times) for group in groups]
    own: list[list[Claim]] = [[] for _ in groups]
    context: list[list[Claim]] = [[] for _ in groups]
    for index, group in enumerate(groups):
        for article_id in group:
            for claim in claims.get(article_id, ()):
                when = _recalled(claim, by_id[article_id], times[article_id], windows[index])
                if when is None:
                    own[index].append(claim)
                    continue
                home = _event_of(when, windows, index)
                if home is None:
                    context[index].append(claim)
                else:
                    own[home].append(claim)
    events = []
    for index, group in enumerate(groups):
        # An event whose every claim is recalled has nothing else to lead with.
        claims_of = tuple(own[index] or context[index])
        if claims_of:
            events.append(
                EventClaims(
                    article_ids=tuple(group),
                    claims=claims_of,
                    context=tuple(context[index]) if own[index] else (),
                    when=windows[index],
                    certainty=ground.groups[index].certainty,
                )
            )
    return tuple(events)


def _window(group: Sequence[str], times: Mapping[str, Chronology]) -> Window | None:
    """The narrowest time that one of the event's articles gives it."""
    known = [main for article_id in group if (main := times[article_id].main) is not None]
    return min(known, key=lambda window: window.end - window.start, default=None)


def _recalled(claim: Claim, article: Article, time: Chronology, event: Window | None) -> Window | None:
    """The earlier time that all of the claim's sentences are about, or None where they are the news."""
    spans = [piece.span for piece in claim.evidence]
    touched = [
        sentence.id for sentence in article.body if any(sentence.span.overlaps(span) for span in spans)
    ]
    if not touched or any(number not in time.recalled for number in touched):
        return None
    when = time.recalled[touched[0]]
    if event is not None and event.start - when.end <= RECALLED:
        return None
    return when


def _event_of(when: Window, windows: Sequence[Window | None], own: int) -> int | None:
    for index, window in enumerate(windows):
        if index != own and window is not None and window.gap(when) <= NEWS_LASTS:
            return index
    return None
