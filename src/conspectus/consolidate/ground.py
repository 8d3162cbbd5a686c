"""What the articles alone decide, whatever is said of them: origins, times and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.consolidate.events import Group, grouped, signature
from conspectus.consolidate.origins import find_origins
from conspectus.model.article import Article
from conspectus.model.briefing import Origin
from conspectus.text.chronology import Chronology


@dataclass(frozen=True)
class Ground:
    """Of these articles the origins, each one's time, and the groups that report one event."""

    article_ids: tuple[str, ...]
    origins: tuple[Origin, ...]
    times: Mapping[str, Chronology]
    groups: tuple[Group, ...]

    def holds(self, articles: Sequence[Article]) -> bool:
        """True where these are the articles: with one fewer, origins and events can be others."""
        return self.article_ids == tuple(article.id for article in articles)


def ground_of(articles: Sequence[Article], settled: Sequence[Sequence[str]] = ()) -> Ground:
    """The ground under these articles; it needs no summary, so it can be laid while those are awaited.

    Events in `settled` (article ids) stay together and apart.
    """
    signatures = {article.id: signature(article) for article in articles}
    return Ground(
        article_ids=tuple(signatures),
        origins=find_origins(articles),
        times={key: each.time for key, each in signatures.items()},
        groups=grouped(articles, settled, signatures),
    )
