"""What the articles alone decide, whatever is said of them: origins, times and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from conspectus.consolidate.events import Group, grouped
from conspectus.consolidate.homes import homes
from conspectus.consolidate.origins import find_origins
from conspectus.consolidate.roundups import strays
from conspectus.consolidate.signatures import signature
from conspectus.model.article import Article
from conspectus.model.briefing import Origin
from conspectus.text.chronology import Chronology

_OF_AN_ITEM = 0.5


@dataclass(frozen=True)
class Ground:
    """Of these articles the origins, each one's time, and the groups that report one event.

    `homes` has the sentences that are of another event than their article, as `homes` says; `named` the words of names
    of each group's articles. Behind the groups of articles stand those of items of round-ups, which have no articles.
    """

    article_ids: tuple[str, ...]
    origins: tuple[Origin, ...]
    times: Mapping[str, Chronology]
    groups: tuple[Group, ...]
    homes: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    named: tuple[frozenset[str], ...] = ()

    def holds(self, articles: Sequence[Article]) -> bool:
        """True where these are the articles: with one fewer, origins and events can be others."""
        return self.article_ids == tuple(article.id for article in articles)


def ground_of(articles: Sequence[Article], settled: Sequence[Sequence[str]] = ()) -> Ground:
    """The ground under these articles; it needs no summary, so it can be laid while those are awaited.

    Events in `settled` (article ids) stay together and apart.
    """
    away = strays(articles)
    signatures = {
        article.id: signature(article, frozenset(chain.from_iterable(away.get(article.id, ()))))
        for article in articles
    }
    groups = grouped(articles, settled, signatures)
    at_home: dict[str, dict[int, int]] = homes(articles, groups, signatures)
    items = [(article_id, item) for article_id, found in away.items() for item in found]
    for place, (article_id, item) in enumerate(items, start=len(groups)):
        at_home.setdefault(article_id, {}).update(dict.fromkeys(item, place))
    return Ground(
        article_ids=tuple(signatures),
        origins=find_origins(articles),
        times={key: each.time for key, each in signatures.items()},
        groups=(*groups, *(Group((), _OF_AN_ITEM) for _ in items)),
        homes=at_home,
        named=(
            *(
                frozenset[str]().union(*(signatures[key].mentioned for key in group.article_ids))
                for group in groups
            ),
            *(frozenset[str]() for _ in items),
        ),
    )
