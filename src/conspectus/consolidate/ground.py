"""What the articles alone decide, whatever is said of them: origins, times and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from conspectus.consolidate.agreement.weighing import NOTHING_KNOWN, Ahead
from conspectus.consolidate.agreement.witnesses import quotable
from conspectus.consolidate.events.doubts import Part, doubts, regrouped
from conspectus.consolidate.events.grouping import Group, as_groups, grouped
from conspectus.consolidate.events.homes import homes
from conspectus.consolidate.events.likeness import likenesses
from conspectus.consolidate.events.roundups import strays
from conspectus.consolidate.events.settling import told_apart
from conspectus.consolidate.events.signatures import Signature, signature
from conspectus.consolidate.origins.resolving import find_origins
from conspectus.model.article import Article
from conspectus.model.briefing import Origin
from conspectus.model.evidence import Claim
from conspectus.tasks import aside
from conspectus.text.chronology import Chronology, Window, recalled_from
from conspectus.text.similarity import Pairs

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_OF_AN_ITEM = 0.5


@dataclass(frozen=True)
class Ground:
    """Of these articles the origins, each one's time, and the groups that report one event.

    `homes` has the sentences that are of another event than their article, as `homes` says; `named` the words of names
    of each group's articles. Behind the groups of articles stand those of items of round-ups, which have no articles.
    `settled` are the groups (article ids) where a model had a say in them, `sentences` those of each article that can
    be quoted, by number, as `quotable` has them; what is known `ahead` of those of a group is for `weigh`.
    """

    article_ids: tuple[str, ...]
    origins: tuple[Origin, ...]
    times: Mapping[str, Chronology]
    groups: tuple[Group, ...]
    homes: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    named: tuple[frozenset[str], ...] = ()
    settled: tuple[tuple[str, ...], ...] = ()
    sentences: Mapping[str, Mapping[int, Claim]] = field(default_factory=dict)
    ahead: Ahead = NOTHING_KNOWN

    def holds(self, articles: Sequence[Article]) -> bool:
        """True where these are the articles: with one fewer, origins and events can be others."""
        return self.article_ids == tuple(article.id for article in articles)


def ground_of(articles: Sequence[Article], settled: Sequence[Sequence[str]] = ()) -> Ground:
    """The ground under these articles; it needs no summary, so it can be laid while those are awaited.

    Events in `settled` (article ids) stay together and apart.
    """
    survey = _surveyed(articles)
    return _ground(survey, grouped(articles, settled, survey.signatures, survey.alike))


async def settled_ground(articles: Sequence[Article], model: LanguageModel) -> tuple[Ground, int]:
    """The ground with the model's word on which doubtful groups are one event, and how many calls that took."""
    survey, groups, parts = await aside(lambda: _doubted(articles))
    by_id = {article.id: article for article in articles}
    told = await told_apart(parts, by_id, model) if parts else []
    if not told:
        return await aside(lambda: _ground(survey, groups)), min(1, len(parts))

    def with_told() -> Ground:
        events = regrouped([group.article_ids for group in groups], told, survey.signatures)
        found = as_groups(events, list(by_id), survey.alike, survey.signatures)
        return replace(_ground(survey, found), settled=tuple(group.article_ids for group in found))

    return await aside(with_told), 1


def _doubted(articles: Sequence[Article]) -> tuple[_Survey, tuple[Group, ...], tuple[Part, ...]]:
    survey = _surveyed(articles)
    groups = grouped(articles, (), survey.signatures, survey.alike)
    return survey, groups, doubts([group.article_ids for group in groups], survey.signatures, survey.alike)


class _Survey(NamedTuple):
    """The articles with what tells their events, and the sentences of round-ups that are of another subject."""

    articles: Sequence[Article]
    signatures: Mapping[str, Signature]
    alike: Pairs
    away: Mapping[str, Sequence[Sequence[int]]]


def _surveyed(articles: Sequence[Article]) -> _Survey:
    away = strays(articles)
    signatures = {
        article.id: signature(article, frozenset(chain.from_iterable(away.get(article.id, ()))))
        for article in articles
    }
    return _Survey(articles, signatures, likenesses(signatures), away)


def _ground(survey: _Survey, groups: tuple[Group, ...]) -> Ground:
    articles, signatures, _, away = survey
    at_home: dict[str, dict[int, int]] = homes(articles, groups, signatures)
    items = [(article_id, item) for article_id, found in away.items() for item in found]
    for place, (article_id, item) in enumerate(items, start=len(groups)):
        at_home.setdefault(article_id, {}).update(dict.fromkeys(item, place))
    return Ground(
        article_ids=tuple(signatures),
        origins=find_origins(articles),
        times=_times(articles, signatures, groups),
        groups=(*groups, *(Group((), _OF_AN_ITEM) for _ in items)),
        homes=at_home,
        named=(
            *(
                frozenset[str]().union(*(signatures[key].mentioned for key in group.article_ids))
                for group in groups
            ),
            *(frozenset[str]() for _ in items),
        ),
        sentences={article.id: quotable(article) for article in articles},
    )


def window_of(group: Sequence[str], times: Mapping[str, Chronology]) -> Window | None:
    """The narrowest time that one of the event's articles gives it."""
    known = [main for article_id in group if (main := times[article_id].main) is not None]
    return min(known, key=lambda window: window.end - window.start, default=None)


def _times(
    articles: Sequence[Article], signatures: Mapping[str, Signature], groups: Sequence[Group]
) -> dict[str, Chronology]:
    """What each article says about time; what it recalls is seen from its event where it tells no day."""
    times = {key: each.time for key, each in signatures.items()}
    events = {key: window_of(group.article_ids, times) for group in groups for key in group.article_ids}
    return {
        each.id: replace(times[each.id], recalled=recalled_from(each, times[each.id], events.get(each.id)))
        for each in articles
    }
