"""What there is to tell of each event: its claims weighed, what they recall, what leans on what, what is no news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from conspectus.caching import WHILE_WEIGHED, cached_property
from conspectus.consolidate.agreement.weighing import NOTHING_KNOWN, Ahead, Weighed, corroborated, weigh
from conspectus.consolidate.agreement.witnesses import parted
from conspectus.consolidate.assign import EventClaims
from conspectus.consolidate.prose.antecedents import with_antecedents
from conspectus.consolidate.prose.colophon import Colophons
from conspectus.consolidate.prose.datelines import without_datelines
from conspectus.consolidate.prose.recalling import with_news
from conspectus.consolidate.prose.reports import Reports
from conspectus.consolidate.prose.shorter import shortened
from conspectus.consolidate.prose.versions import replaced
from conspectus.model.article import Article
from conspectus.model.evidence import Claim

_UNPLACED = 9


@dataclass(frozen=True)
class Material:
    """What there is to tell of an event.

    `spare` are sentences that no summary chose: they bear witness, and are quoted where there is room for more.

    `whole` has what is quoted in place of those that lean on the sentence before them; `no_news` are
    the ids of what an article ends with, and of what was put right since: it bears witness, and is told only where
    there is nothing else.
    """

    group: EventClaims
    weighed: tuple[Weighed, ...]
    spare: tuple[Weighed, ...]
    context: tuple[Weighed, ...]
    spare_context: tuple[Weighed, ...]
    whole: Mapping[str, Claim]
    no_news: frozenset[str]


@dataclass(frozen=True)
class Made:
    """The material of an event with these claims, and the `position` of claims that its own became."""

    of: EventClaims
    material: Material
    position: Mapping[str, int]


def materials(
    groups: Sequence[EventClaims],
    reports: Reports,
    unselected: frozenset[str],
    ahead: Ahead = NOTHING_KNOWN,
    made: Mapping[tuple[str, ...], Made] = MappingProxyType({}),
    maker: Maker | None = None,
    *,
    clauses: bool = True,
) -> tuple[list[Material], Reports]:
    """What there is to tell of each event, the weightiest first, and the reports with the place of each of its claims.

    What of it is `made` (by the event's articles) is taken as it is, where it is of the same claims; what is not, the
    `maker` makes, where it is there and has the same articles. Without `clauses` a clause that several origins have in
    common is no claim beside their sentences.
    """
    if maker is None or not maker.has(reports.articles):
        maker = Maker(reports, ahead, clauses=clauses)
    found = []
    position = dict(reports.position)
    for group in groups:
        known = made.get(group.article_ids)
        if known is None or known.of != group:
            known = maker.made(group, position, unselected)
        position |= known.position
        if known.material.weighed:
            found.append(known.material)
    drafts = sorted(found, key=lambda material: weight(material.group.article_ids, reports.origin_of))
    return drafts, replace(reports, position=position)


class Maker:
    """Makes the material of events of these articles."""

    def __init__(self, reports: Reports, ahead: Ahead, *, clauses: bool = True) -> None:
        """Makes nothing yet; where claims stand in these reports does not matter."""
        self._reports = reports
        self._ahead = ahead
        self._clauses = clauses

    def has(self, articles: Mapping[str, Article]) -> bool:
        """True where these are the articles."""
        return self._reports.articles.keys() == articles.keys()

    @cached_property
    def _colophons(self) -> Colophons:
        return Colophons(tuple(self._reports.articles.values()))

    def read(self) -> None:
        """What the articles alone decide is known."""
        _ = self._colophons

    def made(self, event: EventClaims, known: Mapping[str, int], unselected: frozenset[str]) -> Made:
        """The event's material; `known` are the places of claims in their articles' summaries."""
        articles, origin_of, published = (
            self._reports.articles,
            self._reports.origin_of,
            self._reports.published,
        )
        group = with_news(event, articles)
        position = dict(known)
        weighed, became = weigh(group.claims, origin_of, published, self._ahead)
        context, recalled = weigh(group.context, origin_of, published, self._ahead)
        for before, after in (became | recalled).items():
            place = position.get(before, _UNPLACED)
            position[after] = min(position.get(after, place), place)
        weighed, context = (without_datelines(items, articles, position) for items in (weighed, context))
        own, spare_own = parted(weighed, unselected)
        if self._clauses:
            clauses = shortened([item.claim for item in (*own, *spare_own)])
            own = (*corroborated(clauses, weighed, origin_of, published), *own)
        old, spare_old = parted(context, unselected)
        # An event whose every chosen claim is recalled has nothing else to lead with.
        kept = (own or old, spare_own, old if own else (), spare_old)
        every = [item for items in kept for item in items]
        no_news = self._colophons.ids(item.claim for item in every) | replaced(every, articles)
        material = Material(group, *kept, with_antecedents(every, articles), no_news)
        placed = {key: place for key, place in position.items() if known.get(key) != place}
        # Other events have other sentences.
        WHILE_WEIGHED.clear()
        return Made(event, material, placed)


def weight(ids: Sequence[str], origin_of: Mapping[str, str]) -> tuple[int, int]:
    """The place among events of one with these articles: what most origins report comes first, then most articles.

    Of equals, that comes first whose first article was given first.
    """
    return -len({origin_of[each] for each in ids}), -len(ids)
