"""An event told: its title, time and place, its cited points, and what stands beside and below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from conspectus.caching import cached_property
from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.assign import place_of
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.conflicts.shared import with_shared
from conspectus.consolidate.conflicts.unknown import unknowns
from conspectus.consolidate.prose.admitted import composed_conflicts, composed_points, within
from conspectus.consolidate.prose.antecedents import explained, quoted_with
from conspectus.consolidate.prose.columns import gives_opinion
from conspectus.consolidate.prose.compose import LEAD, Room, point, rank
from conspectus.consolidate.prose.composing import Composed
from conspectus.consolidate.prose.counterparts import Told, side_by_side
from conspectus.consolidate.prose.headings import own_titles
from conspectus.consolidate.prose.material import Material
from conspectus.consolidate.prose.opening import in_main_language, title
from conspectus.consolidate.prose.reports import Reports
from conspectus.consolidate.prose.selection import Selection, dated
from conspectus.consolidate.prose.timeline import event_time, label, timeline
from conspectus.model.briefing import Event, Point, Relation
from conspectus.model.evidence import CitedSentence, Claim
from conspectus.text.hearsay import hearsay
from conspectus.text.spaceless import word_count
from conspectus.vectors import Likeness

_FEWEST_WRITTEN = 2


class _Frame(TypedDict):
    """What an event has before any two of its claims are compared, but for what opens it."""

    id: str
    title: str
    title_claim_ids: tuple[str, ...]
    when: str | None
    where: str | None
    article_ids: tuple[str, ...]
    certainty: float | None


@dataclass(frozen=True)
class Teller:
    """Tells events from their material and how it differs, in the `room` that one event usually has.

    `likeness` of sentences' vectors, if given, helps to tell what is of one thing.
    """

    reports: Reports
    room: Room
    likeness: Likeness | None = None

    @cached_property
    def _selection(self) -> Selection:
        return Selection(self.reports, self.room)

    def event(self, number: int, material: Material, differ: Differences, composed: Composed) -> Event:
        """The event as number `number`, counted from 1; `composed` is what a model wrote of it, if one did."""
        reports = self.reports
        whole = {} if composed.sentences else material.whole
        told_of = (*material.weighed, *material.spare, *material.context, *material.spare_context)
        by_key = {item.claim.id: item.claim for item in told_of}
        conflicts = (*differ.conflicts, *composed_conflicts(composed, differ.said, differ, reports.published))
        unknown = unknowns((*material.weighed, *material.spare))
        ids = [side.claim_ids[0] for each in conflicts for side in each.sides]
        conflicts = explained(conflicts, by_key, whole)
        positions = [side.position for each in conflicts for side in each.sides]
        space = self._selection.room_of(number, material, sum(word_count(each) for each in positions))
        elsewhere = dict(zip(ids, positions, strict=True)) | _elsewhere(unknown, differ, whole)
        disputed = frozenset(
            claim_id for conflict in conflicts for side in conflict.sides for claim_id in side.claim_ids
        )
        ranked = rank(material.weighed, reports.position, differ.outdated)
        by_id = {item.claim.id: item for item in ranked}
        written = within(
            composed_points(composed, by_id, reports.origin_of, reports.published, disputed), space
        )
        if len(written) < _FEWEST_WRITTEN:
            written = []
        opening, rest = self._selection.told(material, differ, written, space, whole, elsewhere)
        heading = self._heading(
            material,
            opening or [by_id[written[0].claim_ids[0]]],
            [item for item in ranked if item.claim.id not in differ.outdated],
        )
        cited = {key for each in written for key in each.claim_ids}
        shown = [
            *(item.claim for item in ranked if item.claim.id in cited),
            *(item.claim for item in (*opening, *rest)),
        ]
        visible = frozenset(claim.id for claim in shown)
        said = {key: each.item.claim for key, each in differ.said.items()}
        shared = quoted_with(differ.shared, said, whole)

        def as_told(written: Sequence[Point], chosen: Sequence[Weighed]) -> list[Told]:
            points = [
                *((each.claim_ids[0], each) for each in written),
                *((item.claim.id, point(item, disputed, visible, whole)) for item in chosen),
            ]
            return [Told(key, with_shared(each, shared)) for key, each in points]

        first, points = side_by_side(
            as_told(written[:LEAD], opening), as_told(written[LEAD:], rest), differ, self.likeness
        )
        printed = [whole.get(claim.id, claim) for claim in shown]
        recalled = self._selection.recalled(material, whole, [*printed, *(item.claim for item in unknown)])
        on_days = [*shown, *dated(ranked, visible | differ.outdated | material.no_news)]
        return Event(
            **self._frame(number, material, heading, shown, whole),
            lead=first,
            points=points,
            context=tuple(point(item, disputed, whole=whole) for item in recalled),
            conflicts=conflicts,
            reconciled=explained(differ.reconciled, by_key, whole),
            unknown=tuple(point(item, disputed, whole=whole) for item in unknown),
            timeline=timeline(
                [
                    each
                    for each in on_days
                    if not gives_opinion(reports.articles[each.article_ids[0]]) and not hearsay(each.text)
                ],
                reports.published,
                disputed,
            ),
        )

    def outline(self, number: int, material: Material) -> Event:
        """The event as number `number` with its title, time and place and what opens it: no two claims are compared."""
        nothing = Differences()
        whole = material.whole
        space = self._selection.room_of(number, material, 0)
        elsewhere = _elsewhere(unknowns((*material.weighed, *material.spare)), nothing, whole)
        opening, rest = self._selection.told(material, nothing, (), space, whole, elsewhere)
        ranked = rank(material.weighed, self.reports.position, frozenset())
        shown = [item.claim for item in (*opening, *rest)]
        visible = frozenset(claim.id for claim in shown)
        return Event(
            **self._frame(number, material, self._heading(material, opening, ranked), shown, whole),
            lead=tuple(point(item, frozenset(), visible, whole) for item in opening),
        )

    def _frame(
        self,
        number: int,
        material: Material,
        heading: CitedSentence,
        shown: Sequence[Claim],
        whole: Mapping[str, Claim],
    ) -> _Frame:
        # What is printed with the sentence before it may have its day there.
        printed = [whole.get(claim.id, claim) for claim in shown]
        when = event_time(printed, material.group.when, self.reports.published)
        return _Frame(
            id=f"e{number}",
            title=heading.text,
            title_claim_ids=heading.claim_ids,
            when=None if when is None else label(when),
            where=place_of(material.group, self.reports.places, shown),
            article_ids=material.group.article_ids,
            certainty=material.group.certainty,
        )

    def _heading(
        self, material: Material, opening: Sequence[Weighed], ranked: Sequence[Weighed]
    ) -> CitedSentence:
        """The event's title, from its articles' own where they fit what opens it.

        An article that is alone is what its headline says, whatever of it opens the event.
        """
        members = in_main_language([self.reports.articles[key] for key in material.group.article_ids])
        alone = len(material.group.article_ids) == 1
        told = [] if alone else [item.claim.text for item in opening]
        days = [self.reports.published[key] for key in opening[0].claim.article_ids]
        since = min((day for day in days if day), default=None)
        own = own_titles(members, material.weighed, told, since)
        spare = (*material.spare, *material.context, *material.spare_context) if alone else ()
        others = [item.claim for item in spare]
        return title(opening, [item.claim for item in ranked], own, self.reports.published, others)


def _elsewhere(unknown: Sequence[Weighed], differ: Differences, whole: Mapping[str, Claim]) -> dict[str, str]:
    """What is told apart from the points and the conflicts, by claim id, as it is printed there.

    A count that another has replaced stands beside that one, what was put right beside what is, and is no news.
    """
    replaced = {
        side.claim_ids[0]: side.position
        for each in differ.reconciled
        for side in each.sides
        if side.claim_ids[0] in differ.outdated or each.relation is Relation.CORRECTION
    }
    return {item.claim.id: whole.get(item.claim.id, item.claim).text for item in unknown} | replaced
