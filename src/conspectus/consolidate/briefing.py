"""All rooms of consolidation in order: origins → events → agreement → conflicts → timeline → prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from conspectus.consolidate.account import account, cited_claims
from conspectus.consolidate.agreement import Weighed, corroborated, weigh
from conspectus.consolidate.antecedents import explained, said_once, with_antecedents
from conspectus.consolidate.assign import EventClaims, assign, place_of
from conspectus.consolidate.colophon import Colophons
from conspectus.consolidate.common import common_claims
from conspectus.consolidate.compose import LEAD, Room, choose, point, rank, room, worths
from conspectus.consolidate.composing import (
    Composed,
    composed,
    composed_conflicts,
    composed_points,
    offer,
    offered,
    within,
)
from conspectus.consolidate.conflicts import Differences, differences
from conspectus.consolidate.figures import with_shared
from conspectus.consolidate.ground import Ground, ground_of
from conspectus.consolidate.headings import overall_title, own_titles
from conspectus.consolidate.opening import NEARLY, lead, news, title
from conspectus.consolidate.shorter import shortened
from conspectus.consolidate.timeline import event_time, label, timeline
from conspectus.consolidate.unknown import unknowns
from conspectus.consolidate.witnesses import joined, parted, witnesses
from conspectus.model.article import Article
from conspectus.model.briefing import Event, Origin, Point
from conspectus.model.evidence import Claim
from conspectus.model.ledger import LedgerEntry
from conspectus.model.summary import ArticleSummary
from conspectus.tasks import aside, both
from conspectus.text.salience import standalone

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_CONTEXT = 4
_UNPLACED = 9
_FEWEST_WRITTEN = 2
_FULL_EVENTS = 6
_NEWS = 2.0
_BRIEF = Room(sentences=3, words=100)


@dataclass(frozen=True)
class Consolidation:
    """Everything of a briefing that the articles decide."""

    title: str
    origins: tuple[Origin, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    ledger: tuple[LedgerEntry, ...]


async def consolidate(
    articles: Sequence[Article],
    summaries: Sequence[ArticleSummary],
    model: LanguageModel | None,
    *,
    max_points: int,
    length: str = "standard",
    settled: Sequence[Sequence[str]] = (),
    calls: int = 1,
    ground: Ground | None = None,
) -> Consolidation:
    """One account of what the articles report, in which every sentence cites verified claims.

    `summaries` has one summary for each article; an article whose summary has no claim appears in no
    event, and its sentences stand in the ledger. The model, where there is one, only words what several
    origins have in common; code decides everything else. `length` is short, standard or long.
    `settled` are events (article ids) that stay as they are. A large model's accounts take `calls` at most. `ground` is
    that of the articles with these events, where it is known. Raises ModelError where a model is there and gives no
    answers at all.
    """
    # What takes long is done aside, so that a run can be stopped meanwhile.
    if ground is None or not ground.holds(articles):
        ground = await aside(lambda: ground_of(articles, settled))
    origins = ground.origins
    origin_of = {article_id: origin.id for origin in origins for article_id in origin.article_ids}
    published = {article.id: article.published for article in articles}
    by_id = {article.id: article for article in articles}
    position = {claim.id: index for summary in summaries for index, claim in enumerate(summary.claims)}
    spare = witnesses(articles, summaries)
    unselected = frozenset(claim.id for summary in spare for claim in summary.claims)
    groups = await aside(partial(assign, articles, joined(summaries, spare), ground))
    if model is not None and not model.profile.composes:
        found = await common_claims(groups, origin_of, published, model)
        groups = tuple(
            replace(group, claims=(*shared, *group.claims))
            for group, shared in zip(groups, found, strict=True)
        )
        position |= {claim.id: 0 for shared in found for claim in shared}
    drafts = await aside(lambda: _drafts(groups, by_id, origin_of, published, position, unselected))
    places = {
        summary.article_id: [event.where for event in summary.events if event.where] for summary in summaries
    }
    composing = model is not None and model.profile.composes
    asked = min(offered(calls), len(drafts)) if composing else 0

    def made(number: int, differ: Differences, told: Composed) -> Event:
        draft = drafts[number]
        space = _room(number + 1, draft, room(length, max_points))
        return _event(number + 1, draft, by_id, published, position, space, places, differ, told, origin_of)

    def compared() -> list[Differences | Event]:
        """What does not wait for a model: how the claims of each event differ, and of those not asked about all."""
        differ = [differences((*draft.weighed, *draft.spare), published, by_id) for draft in drafts]
        return [
            each if number < asked else made(number, each, Composed()) for number, each in enumerate(differ)
        ]

    told: dict[int, Composed] = {}
    if composing and model is not None:
        offers = [offer(rank(draft.weighed, position, frozenset()), by_id) for draft in drafts[:asked]]
        told, known = await both(composed(offers, model, calls=calls), aside(compared))
    else:
        known = await aside(compared)
    events = tuple(
        each if isinstance(each, Event) else made(number, each, told.get(number, Composed()))
        for number, each in enumerate(known)
    )
    cited = cited_claims(events)
    whole = {key: claim for draft in drafts for key, claim in draft.whole.items() if claim.id in cited}
    claims = tuple(
        {
            item.claim.id: item.claim
            for draft in drafts
            for chosen, items in (
                (True, (*draft.weighed, *draft.context)),
                (False, (*draft.spare, *draft.spare_context)),
            )
            for item in items
            if item.claim.id in cited or (chosen and item.claim.id not in whole)
        }.values()
    )
    claims += tuple({claim.id: claim for claim in whole.values()}.values())
    return Consolidation(
        title=overall_title(events, articles),
        origins=origins,
        events=events,
        claims=claims,
        ledger=account(articles, events, claims),
    )


@dataclass(frozen=True)
class _Draft:
    """`spare` are sentences that no summary chose: they bear witness, and are quoted where there is room for more.

    `whole` has what is quoted in place of those that lean on the sentence before them; `no_news` are the ids of what
    an article ends with: it bears witness, and is told only where there is nothing else.
    """

    group: EventClaims
    weighed: tuple[Weighed, ...]
    spare: tuple[Weighed, ...]
    context: tuple[Weighed, ...]
    spare_context: tuple[Weighed, ...]
    whole: Mapping[str, Claim]
    no_news: frozenset[str]


def _drafts(
    groups: Sequence[EventClaims],
    articles: Mapping[str, Article],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
    position: dict[str, int],
    unselected: frozenset[str],
) -> list[_Draft]:
    """What there is to tell of each event, the weightiest first; claims that others became get their `position`."""
    colophons = Colophons(tuple(articles.values()))
    drafts = []
    for group in groups:
        weighed, became = weigh(group.claims, origin_of, published)
        context, recalled = weigh(group.context, origin_of, published)
        for before, after in (became | recalled).items():
            place = position.get(before, _UNPLACED)
            position[after] = min(position.get(after, place), place)
        own, spare_own = parted(weighed, unselected)
        clauses = shortened([item.claim for item in (*own, *spare_own)], origin_of)
        own = (*corroborated(clauses, weighed, origin_of, published), *own)
        old, spare_old = parted(context, unselected)
        # An event whose every chosen claim is recalled has nothing else to lead with.
        kept = (own or old, spare_own, old if own else (), spare_old)
        every = [item for items in kept for item in items]
        draft = _Draft(
            group, *kept, with_antecedents(every, articles), colophons.ids(item.claim for item in every)
        )
        if draft.weighed:
            drafts.append(draft)
    return sorted(drafts, key=lambda draft: _weight(draft, origin_of))


def _weight(draft: _Draft, origin_of: Mapping[str, str]) -> tuple[int, int, tuple[str, ...]]:
    """What most origins report comes first, then what most articles do."""
    ids = draft.group.article_ids
    return -len({origin_of[each] for each in ids}), -len(ids), ids


def _room(number: int, draft: _Draft, usual: Room) -> Room:
    """How much the event may say: of many events, those behind that one article reports are brief."""
    brief = number > _FULL_EVENTS and len(draft.group.article_ids) == 1
    return Room(min(usual.sentences, _BRIEF.sentences), min(usual.words, _BRIEF.words)) if brief else usual


def _event(
    number: int,
    draft: _Draft,
    articles: Mapping[str, Article],
    published: Mapping[str, date | None],
    position: Mapping[str, int],
    space: Room,
    places: Mapping[str, Sequence[str]],
    differ: Differences,
    told: Composed,
    origin_of: Mapping[str, str],
) -> Event:
    whole = {} if told.sentences else draft.whole
    by_key = {item.claim.id: item.claim for item in (*draft.weighed, *draft.spare)}
    conflicts = (*differ.conflicts, *composed_conflicts(told, differ.said, differ, published))
    conflicts = explained(conflicts, by_key, whole)
    disputed = frozenset(
        claim_id for conflict in conflicts for side in conflict.sides for claim_id in side.claim_ids
    )
    outdated = differ.outdated
    ranked = rank(draft.weighed, position, outdated)
    by_id = {item.claim.id: item for item in ranked}
    written = within(composed_points(told, by_id, origin_of, published, disputed), space)
    if len(written) < _FEWEST_WRITTEN:
        written = []
    # What the model left out and matters follows in code's choice, as far as there is room.
    after = [each.text for each in written]
    cited = {key for each in written for key in each.claim_ids}
    # Of what no summary chose, only what gives facts and can be understood alone.
    spare = frozenset(
        item.claim.id for item in draft.spare if standalone(item.claim.text) > 0 and not written
    )
    left = [
        item
        for item in (*draft.weighed, *draft.spare)
        if item.claim.id not in cited and (item.claim.id in by_id or item.claim.id in spare)
    ]
    left = [item for item in left if item.claim.id not in draft.no_news] or left
    worth = worths((*draft.weighed, *draft.spare), position, outdated, spare, differ.shared)
    members = [articles[article_id] for article_id in draft.group.article_ids]
    told_first = news([item for item in left if item.claim.id not in outdated], members)
    chosen = choose(left, worth, space.sentences, space.words, after, whole)
    best = max(told_first, key=lambda key: (told_first[key], key), default=None)
    if (
        best
        and not written
        and all(told_first.get(i.claim.id, 0.0) < NEARLY * told_first[best] for i in chosen)
    ):
        worth[best] += _NEWS
        chosen = choose(left, worth, space.sentences, space.words, after, whole)
    chosen = said_once(chosen, whole)
    opening = () if written else lead(chosen, told_first, published)
    # An event that opens with one sentence has no more points for it.
    rest = [item for item in chosen if item not in opening][: space.sentences - LEAD]
    recalled = [*draft.context, *(each for each in draft.spare_context if standalone(each.claim.text) > 0)]
    recalled = [item for item in recalled if item.claim.id not in draft.no_news]
    context = said_once(
        choose(recalled, worths(recalled, position, frozenset()), _CONTEXT, whole=whole), whole
    )
    heading = title(
        opening or [by_id[written[0].claim_ids[0]]],
        [item.claim for item in ranked if item.claim.id not in outdated],
        own_titles(members, draft.weighed),
        published,
    )
    shown = [
        *(item.claim for item in ranked if item.claim.id in cited),
        *(item.claim for item in (*opening, *rest)),
    ]
    visible = frozenset(claim.id for claim in shown)

    shared = {whole[key].id if key in whole else key: figures for key, figures in differ.shared.items()}

    def told_by(points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple(with_shared(each, shared) for each in points)

    when = event_time(shown, draft.group.when, published)
    return Event(
        id=f"e{number}",
        title=heading.text,
        title_claim_ids=heading.claim_ids,
        when=None if when is None else label(when),
        where=place_of(draft.group, places, shown),
        article_ids=draft.group.article_ids,
        lead=told_by((*written[:LEAD], *(point(item, disputed, visible, whole) for item in opening))),
        points=told_by((*written[LEAD:], *(point(item, disputed, visible, whole) for item in rest))),
        context=tuple(point(item, disputed, whole=whole) for item in context),
        conflicts=conflicts,
        reconciled=explained(differ.reconciled, by_key, whole),
        unknown=tuple(
            point(item, disputed, whole=whole) for item in unknowns((*draft.weighed, *draft.spare))
        ),
        certainty=draft.group.certainty,
        timeline=timeline(shown, published),
    )
