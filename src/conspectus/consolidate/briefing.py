"""All rooms of consolidation in order: origins → events → agreement → conflicts → timeline → prose."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conspectus.consolidate.agreement.witnesses import NOTHING_WITHHELD, Withheld
from conspectus.consolidate.assign import told_of
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.early import Early, differing
from conspectus.consolidate.ground import Ground, ground_of
from conspectus.consolidate.prose.account import account, cited_claims
from conspectus.consolidate.prose.common import common_claims
from conspectus.consolidate.prose.compose import rank, room
from conspectus.consolidate.prose.composing import (
    Composed,
    composed,
    offer,
    offered,
)
from conspectus.consolidate.prose.headings import overall_title
from conspectus.consolidate.prose.material import Material, materials
from conspectus.consolidate.prose.reports import Reports
from conspectus.consolidate.prose.telling import Teller
from conspectus.model.article import Article
from conspectus.model.briefing import Event, Origin
from conspectus.model.evidence import Claim
from conspectus.model.ledger import LedgerEntry
from conspectus.model.summary import ArticleSummary
from conspectus.tasks import aside, both
from conspectus.vectors import Likeness
from conspectus.verification.audit import foresee

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel


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
    withheld: Withheld = NOTHING_WITHHELD,
    early: Early | None = None,
    likeness: Likeness | None = None,
) -> Consolidation:
    """One account of what the articles report, in which every sentence cites verified claims.

    `summaries` has one summary for each article; an article whose summary has no claim appears in no
    event, and its sentences stand in the ledger. The model, where there is one, only words what several
    origins have in common; code decides everything else. `length` is short, standard or long.
    `settled` are events (article ids) that stay as they are. A large model's accounts take `calls` at most. `ground` is
    that of the articles with these events, where it is known. On `withheld` sentences nothing rests. What was made and
    asked `early` is not made and asked again. `likeness` of sentences' vectors, if given, helps to tell what several
    origins say of one thing. Raises ModelError where a model is there and gives no answers at all.
    """
    # What takes long is done aside, so that a run can be stopped meanwhile.
    if ground is None or not ground.holds(articles):
        fixed = settled or (ground.settled if ground else ())
        ground = await aside(lambda: ground_of(articles, fixed))
    reports = Reports.of(articles, summaries, ground)
    groups, unselected = await aside(lambda: told_of(articles, summaries, ground, withheld))
    if model is not None and not model.profile.composes:
        found = await common_claims(groups, reports.origin_of, reports.published, model)
        groups = tuple(
            replace(group, claims=(*shared, *group.claims))
            for group, shared in zip(groups, found, strict=True)
        )
        first = {claim.id: 0 for shared in found for claim in shared}
        reports = replace(reports, position={**reports.position, **first})
    drafts, reports = await aside(
        lambda: materials(
            groups,
            reports,
            unselected,
            ground.ahead,
            early.made if early else {},
            early.maker if early else None,
        )
    )
    teller = Teller(reports, room(length, max_points), likeness)
    if model is not None and model.profile.composes:
        asked = min(offered(calls), len(drafts))
        telling = _Telling(drafts, teller, early, asked)
        offers = [
            offer(rank(draft.weighed, reports.position, frozenset()), reports.articles, teller.room.words)
            for draft in drafts[:asked]
        ]
        asked_before = early.asked if early else {}
        await both(composed(offers, model, telling.tell, calls=calls, early=asked_before), telling.compare())
    else:
        telling = _Telling(drafts, teller, early)
        await telling.compare()
    events = telling.events
    claims = _kept(drafts, cited_claims(events))
    return Consolidation(
        title=overall_title(events, articles),
        origins=ground.origins,
        events=events,
        claims=claims,
        ledger=account(articles, events, claims, withheld),
    )


class _Telling:
    """The events being told; the first `asked` wait for what a model composes of them.

    How the claims of each differ is forgotten with its telling: every two of its sentences were compared.
    """

    def __init__(
        self, drafts: Sequence[Material], teller: Teller, early: Early | None, asked: int = 0
    ) -> None:
        self._drafts = drafts
        self._teller = teller
        self._early = early
        self._asked = asked
        self._told: dict[int, Event] = {}
        self._compared = asyncio.Event()
        self._differ: dict[int, Differences] = {}

    @property
    def events(self) -> tuple[Event, ...]:
        """All of them in order, once all are told."""
        return tuple(self._told[number] for number in range(len(self._drafts)))

    async def compare(self) -> None:
        """What does not wait for a model: how the claims of each event differ, and all of those not asked about."""
        await aside(self._compare)
        self._compared.set()

    async def tell(self, answer: Mapping[int, Composed]) -> None:
        """Tells these events while the answers about others are awaited."""
        await self._compared.wait()
        self._told.update(
            await aside(lambda: {number: self._made(number, each) for number, each in answer.items()})
        )

    def _compare(self) -> None:
        reports = self._teller.reports
        for number, draft in enumerate(self._drafts):
            known = self._early.differing(draft) if self._early else None
            self._differ[number] = known or differing(draft, reports)
        left = range(self._asked, len(self._drafts))
        self._told.update({number: self._made(number, Composed()) for number in left})
        if self._asked:
            foresee(
                (item.claim for draft in self._drafts for item in (*draft.weighed, *draft.context)),
                reports.articles,
            )

    def _made(self, number: int, told: Composed) -> Event:
        return self._teller.event(number + 1, self._drafts[number], self._differ.pop(number), told)


def _kept(drafts: Sequence[Material], cited: frozenset[str]) -> tuple[Claim, ...]:
    """The claims that are cited or were chosen; what is printed in place of one, where cited."""
    whole = {key: claim for draft in drafts for key, claim in draft.whole.items() if claim.id in cited}
    claims = {
        item.claim.id: item.claim
        for draft in drafts
        for chosen, items in (
            (True, (*draft.weighed, *draft.context)),
            (False, (*draft.spare, *draft.spare_context)),
        )
        for item in items
        if item.claim.id in cited or (chosen and item.claim.id not in whole)
    }
    return (*claims.values(), *{claim.id: claim for claim in whole.values()}.values())
