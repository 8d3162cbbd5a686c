"""Events made ready, and their accounts asked for, while the summaries of others are still awaited.

Nothing is decided here: what is made and asked is what `consolidate` makes and asks of the same claims, and where its
claims are others it does not take it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from conspectus.caching import WHILE_COMPARED
from conspectus.consolidate.assign import feeding, members, told_of
from conspectus.consolidate.conflicts.finding import Differences, differences
from conspectus.consolidate.ground import Ground
from conspectus.consolidate.prose.compose import Room, rank
from conspectus.consolidate.prose.composing import Asked, Composed, Offer, asked_alone, asked_early, offer
from conspectus.consolidate.prose.material import Made, Maker, Material, weight
from conspectus.consolidate.prose.reports import Reports, positions
from conspectus.model.article import Article
from conspectus.model.summary import ArticleSummary
from conspectus.tasks import Beside, aside

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_TIME_LEFT = 0.1
"""The share of summaries that are awaited as long as there is time for what nobody waits for yet."""


class Early:
    """Makes an event ready as soon as no summary that is awaited can change it, and asks for its account.

    `room` is that of one event; `calls` says how many calls the accounts may take, as far as that is known: an account
    is asked for only where it gets a call of its own. Of events, by their articles, `made` is their material and
    `differ` how its claims do, where there was time for that; `asked` are the accounts by what was asked. `maker` makes
    the others.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        ground: Ground,
        model: LanguageModel,
        room: Room,
        *,
        calls: Callable[[], int],
        beside: Beside,
    ) -> None:
        self._reports = Reports.of(articles, (), ground)
        self._ground = ground
        self._model = model
        self._room = room
        self._calls = calls
        self._beside = beside
        self.maker = Maker(self._reports, ground.ahead)
        self._summaries: dict[str, ArticleSummary] = {}
        events = [members(index, ground) for index in range(len(ground.groups))]
        order = sorted(range(len(events)), key=lambda index: weight(events[index], self._reports.origin_of))
        # An item of a round-up may turn out to be none, so only what is an article's own event is made ready.
        self._places = {index: place for place, index in enumerate(order) if ground.groups[index].article_ids}
        self._waiting = {index: feeding(index, ground) for index in self._places}
        self._count = len(events)
        self._over = False
        self._making: list[asyncio.Task[None]] = []
        self.made: dict[tuple[str, ...], Made] = {}
        self.differ: dict[tuple[str, ...], Differences] = {}
        self.asked: dict[Asked, Awaitable[Composed]] = {}
        beside.begin(aside(self.maker.read))

    def summarised(self, summary: ArticleSummary) -> None:
        """This is an article's last word."""
        self._summaries[summary.article_id] = summary
        for index in [index for index, articles in self._waiting.items() if summary.article_id in articles]:
            waiting = self._waiting[index] - self._summaries.keys()
            if not waiting:
                del self._waiting[index]
                self._making.append(self._beside.begin(self._made_ready(index)))

    async def settled(self) -> None:
        """Every event whose articles have their last word is made ready, and its account is asked for."""
        if self._making:
            await asyncio.wait(self._making)

    def end(self) -> None:
        """No account is asked for from now on: what was awaited is there, or does not come."""
        self._over = True

    def differing(self, material: Material) -> Differences | None:
        """How the claims of that very material differ, where that is worked out; it is handed over once."""
        known = self.made.get(material.group.article_ids)
        if known is None or known.material is not material:
            return None
        return self.differ.pop(material.group.article_ids, None)

    async def _made_ready(self, index: int) -> None:
        found = await aside(lambda: None if self._over else self._made(index))
        if found is None or self._over:
            return
        made, offered = found
        self.made[made.of.article_ids] = made
        alone = asked_alone(self._count, self._calls())
        if made.material.weighed and self._places[index] < alone:
            self.asked[offered.asked] = self._beside.begin(asked_early(offered, self._model))
        # What the last summaries are awaited for would wait behind it; while accounts are, there is time again.
        if len(self._reports.articles) - len(self._summaries) >= _TIME_LEFT * len(self._reports.articles):
            material, reports = made.material, self._reports
            self.differ[made.of.article_ids] = await aside(lambda: differing(material, reports))

    def _made(self, index: int) -> tuple[Made, Offer] | None:
        """The event's material, and what a model is offered of it; None where nothing is told of it."""
        ground = self._ground
        wanted = feeding(index, ground)
        articles = [article for key, article in self._reports.articles.items() if key in wanted]
        summaries = [self._summaries[article.id] for article in articles]
        position = positions(summaries)
        own = members(index, ground)
        events, unselected = told_of(articles, summaries, ground)
        event = next((each for each in events if each.article_ids == own), None)
        if event is None:
            return None
        made = self.maker.made(event, position, unselected)
        ranked = rank(made.material.weighed, {**position, **made.position}, frozenset())
        return made, offer(ranked, self._reports.articles, self._room.words)


def differing(material: Material, reports: Reports) -> Differences:
    """How the claims of an event differ."""
    found = differences(
        (*material.weighed, *material.spare),
        reports.published,
        reports.articles,
        recalled=(*material.context, *material.spare_context),
    )
    # Other events have other sentences.
    WHILE_COMPARED.clear()
    return found
