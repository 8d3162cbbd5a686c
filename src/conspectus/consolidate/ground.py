"""What the articles alone decide, whatever is said of them: origins, times and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from conspectus.consolidate.events import Group, grouped, signature
from conspectus.consolidate.homes import homes
from conspectus.consolidate.origins import find_origins
from conspectus.model.article import Article
from conspectus.model.briefing import Origin
from conspectus.text.chronology import Chronology


@dataclass(frozen=True)
class Ground:
    """Of these articles the origins, each one's time, and the groups that report one event.

    `homes` has the sentences that are of another event than their article, as `homes` says; `named` the words of names
    of each group's articles.
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
    signatures = {article.id: signature(article) for article in articles}
    groups = grouped(articles, settled, signatures)
    return Ground(
        article_ids=tuple(signatures),
        origins=find_origins(articles),
        times={key: each.time for key, each in signatures.items()},
        groups=groups,
        homes=homes(articles, groups, signatures),
        named=tuple(
            frozenset[str]().union(*(signatures[key].mentioned for key in group.article_ids))
            for group in groups
        ),
    )
