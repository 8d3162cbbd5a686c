"""An event told: what of its material is chosen, what opens it, what else stands in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.assign import place_of
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.conflicts.shared import with_shared
from conspectus.consolidate.conflicts.unknown import unknowns
from conspectus.consolidate.language.roles import MOVING, roles, words_of
from conspectus.consolidate.prose.admitted import composed_conflicts, composed_points, within
from conspectus.consolidate.prose.antecedents import explained, overlap, quoted_with, said_once, told_within
from conspectus.consolidate.prose.choosing import choose
from conspectus.consolidate.prose.columns import gives_opinion
from conspectus.consolidate.prose.compose import LEAD, MOST_OTHERS, Room, asides, point, rank, worths
from conspectus.consolidate.prose.composing import Composed
from conspectus.consolidate.prose.counterparts import Told, side_by_side, told_by_others
from conspectus.consolidate.prose.headings import own_titles
from conspectus.consolidate.prose.material import Material
from conspectus.consolidate.prose.opening import in_main_language, lead, news, title
from conspectus.consolidate.prose.timeline import event_time, label, timeline
from conspectus.model.article import Article
from conspectus.model.briefing import Event, Point, Relation
from conspectus.model.evidence import CitedSentence, Claim, ClaimKind
from conspectus.text.leaning import leans
from conspectus.text.salience import standalone
from conspectus.text.spaceless import word_count
from conspectus.vectors import Likeness

_CONTEXT = 3
_WORTH_A_DAY = 0.5
_FEWEST_WRITTEN = 2
_FULL_EVENTS = 6
_NEWS = 2.0
_BRIEF = Room(sentences=3, words=100)
# Of the room that an event usually has, five articles have as good as all, and eight a fifth more.
_LEAST = 0.7
_SEVERAL = 3
_MOST = 1.2
_ARTICLES = 16


@dataclass(frozen=True)
class Teller:
    """Tells events from their material and how it differs, in the `room` that one event usually has.

    `position` is each claim's place in its article's summary, counted from 0; `places` are where the summaries of each
    article put its events. `likeness` of sentences' vectors, if given, helps to tell what is of one thing.
    """

    articles: Mapping[str, Article]
    published: Mapping[str, date | None]
    origin_of: Mapping[str, str]
    position: Mapping[str, int]
    places: Mapping[str, Sequence[str]]
    room: Room
    likeness: Likeness | None = None

    def event(self, number: int, material: Material, differ: Differences, told: Composed) -> Event:
        """The event as number `number`, counted from 1; `told` is what a model composed of it, if one did."""
        whole = {} if told.sentences else material.whole
        told_of = (*material.weighed, *material.spare, *material.context, *material.spare_context)
        by_key = {item.claim.id: item.claim for item in told_of}
        conflicts = (*differ.conflicts, *composed_conflicts(told, differ.said, differ, self.published))
        unknown = unknowns((*material.weighed, *material.spare))
        ids = [side.claim_ids[0] for each in conflicts for side in each.sides]
        conflicts = explained(conflicts, by_key, whole)
        positions = [side.position for each in conflicts for side in each.sides]
        space = self._room(number, material, sum(word_count(each) for each in positions))
        elsewhere = dict(zip(ids, positions, strict=True)) | _elsewhere(unknown, differ, whole)
        disputed = frozenset(
            claim_id for conflict in conflicts for side in conflict.sides for claim_id in side.claim_ids
        )
        outdated = differ.outdated
        ranked = rank(material.weighed, self.position, outdated)
        by_id = {item.claim.id: item for item in ranked}
        written = within(composed_points(told, by_id, self.origin_of, self.published, disputed), space)
        if len(written) < _FEWEST_WRITTEN:
            written = []
        opening, rest = self._chosen(material, differ, written, space, whole, elsewhere)
        first_told = opening or [by_id[written[0].claim_ids[0]]]
        heading = self._heading(
            material, first_told, [item for item in ranked if item.claim.id not in outdated]
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
        # What is printed with the sentence before it may have its day there.
        printed = [whole.get(claim.id, claim) for claim in shown]
        when = event_time(printed, material.group.when, self.published)
        return Event(
            id=f"e{number}",
            title=heading.text,
            title_claim_ids=heading.claim_ids,
            when=None if when is None else label(when),
            where=place_of(material.group, self.places, shown),
            article_ids=material.group.article_ids,
            lead=first,
            points=points,
            context=tuple(
                point(item, disputed, whole=whole)
                for item in self._recalled(material, whole, [*printed, *(item.claim for item in unknown)])
            ),
            conflicts=conflicts,
            reconciled=explained(differ.reconciled, by_key, whole),
            unknown=tuple(point(item, disputed, whole=whole) for item in unknown),
            certainty=material.group.certainty,
            timeline=timeline(
                [
                    claim
                    for claim in (*shown, *self._dated(ranked, visible, outdated | material.no_news))
                    if not gives_opinion(self.articles[claim.article_ids[0]])
                ],
                self.published,
                disputed,
            ),
        )

    def outline(self, number: int, material: Material) -> Event:
        """The event as number `number` with its title, time and place and what opens it: no two claims are compared."""
        nothing = Differences()
        whole = material.whole
        space = self._room(number, material, 0)
        unknown = unknowns((*material.weighed, *material.spare))
        opening, rest = self._chosen(material, nothing, (), space, whole, _elsewhere(unknown, nothing, whole))
        heading = self._heading(material, opening, rank(material.weighed, self.position, frozenset()))
        shown = [item.claim for item in (*opening, *rest)]
        visible = frozenset(claim.id for claim in shown)
        when = event_time(
            [whole.get(claim.id, claim) for claim in shown], material.group.when, self.published
        )
        return Event(
            id=f"e{number}",
            title=heading.text,
            title_claim_ids=heading.claim_ids,
            when=None if when is None else label(when),
            where=place_of(material.group, self.places, shown),
            article_ids=material.group.article_ids,
            lead=tuple(point(item, frozenset(), visible, whole) for item in opening),
            certainty=material.group.certainty,
        )

    def _heading(
        self, material: Material, opening: Sequence[Weighed], ranked: Sequence[Weighed]
    ) -> CitedSentence:
        """The event's title, from its articles' own where they fit what opens it.

        An article that is alone is what its headline says, whatever of it opens the event.
        """
        members = in_main_language(self._members(material))
        alone = len(material.group.article_ids) == 1
        told = [] if alone else [item.claim.text for item in opening]
        own = own_titles(members, material.weighed, told)
        spare = (*material.spare, *material.context, *material.spare_context) if alone else ()
        return title(
            opening, [item.claim for item in ranked], own, self.published, [item.claim for item in spare]
        )

    def _chosen(
        self,
        material: Material,
        differ: Differences,
        written: Sequence[Point],
        space: Room,
        whole: Mapping[str, Claim],
        elsewhere: Mapping[str, str],
    ) -> tuple[Sequence[Weighed], Sequence[Weighed]]:
        """What opens the event, and its further points; behind what a model has written only what that leaves out.

        What stands `elsewhere`, by claim id, is no point as well, unless the event opens with it or others agree.
        """
        # What the model left out and matters follows in code's choice, as far as there is room.
        after = [each.text for each in written]
        cited = {key for each in written for key in each.claim_ids}
        # Of what no summary chose, only what gives facts, or tells of people harmed, and can be understood alone.
        spare = frozenset(
            item.claim.id
            for item in material.spare
            if not written
            and (
                standalone(item.claim.text) > 0
                or (self._harm(item.claim) and item.claim.id not in whole and not leans(item.claim.text))
            )
        )
        ranked = {item.claim.id for item in material.weighed}
        left = [
            item
            for item in (*material.weighed, *material.spare)
            if item.claim.id not in cited and (item.claim.id in ranked or item.claim.id in spare)
        ]
        left = [item for item in left if item.claim.id not in material.no_news] or left
        told = (*material.weighed, *material.spare)
        aside = asides(told, self.articles, material.group.when)
        by_others = told_by_others(left, differ, MOST_OTHERS)
        worth = worths(told, self.position, differ.outdated, spare, differ.shared, whole, aside, by_others)
        told_first = news(
            [item for item in left if item.claim.id not in differ.outdated], self._members(material)
        )
        for item in left:
            if self._harm(item.claim):
                worth[item.claim.id] = max(worth[item.claim.id], self.room.least)
        chosen: tuple[Weighed, ...] = ()
        if not written:
            if told_first:
                worth[max(told_first, key=lambda key: (told_first[key], key))] += _NEWS
            chosen = choose(
                left,
                worth,
                space.sentences,
                space.words,
                whole=whole,
                languages=self._languages,
                least=space.least,
            )
            told_first = told_within(told_first, left, whole)
            chosen = tuple(lead(said_once(chosen, whole), told_first, self.published, whole))
            after = [whole.get(item.claim.id, item.claim).text for item in chosen]
        apart = [text for key, text in elsewhere.items() if key not in differ.shared or written]
        behind = [item for item in left if item not in chosen]
        chosen += choose(
            behind, worth, space.sentences, space.words, after, whole, apart, self._languages, space.least
        )
        chosen = said_once(chosen, whole)
        first = () if written else lead(chosen, told_first, self.published, whole)
        # An event that opens with one sentence has no more points for it.
        return first, [item for item in chosen if item not in first][: space.sentences - LEAD]

    def _harm(self, claim: Claim) -> bool:
        """True where the claim says that people were hurt, arrested and the like, or that nobody was."""
        language = self.articles[claim.article_ids[0]].language or "en"
        return not MOVING.isdisjoint(roles(words_of(claim.text, language), language))

    def _dated(
        self, ranked: Sequence[Weighed], visible: frozenset[str], outdated: frozenset[str]
    ) -> list[Claim]:
        """What else happened on a day that is known, though there is no room for it among the points."""
        return [
            item.claim
            for item in ranked
            if item.claim.id not in visible | outdated
            and item.claim.kind not in {ClaimKind.QUOTE, ClaimKind.OPINION}
            and standalone(item.claim.text) >= _WORTH_A_DAY
        ]

    def _recalled(
        self, material: Material, whole: Mapping[str, Claim], printed: Sequence[Claim]
    ) -> Sequence[Weighed]:
        """What the event's articles recall from other times, and what is `printed` does not say."""
        recalled = [
            *material.context,
            *(each for each in material.spare_context if standalone(each.claim.text) > 0),
        ]
        recalled = [
            item
            for item in recalled
            if item.claim.id not in material.no_news
            and not any(overlap(whole.get(item.claim.id, item.claim), each) for each in printed)
        ]
        worth = worths(recalled, self.position, frozenset(), whole=whole)
        said = [each.text for each in printed]
        told = choose(recalled, worth, _CONTEXT, whole=whole, elsewhere=said, languages=self._languages)
        return said_once(told, whole)

    @property
    def _languages(self) -> Mapping[str, str | None]:
        return {key: article.language for key, article in self.articles.items()}

    def _members(self, material: Material) -> list[Article]:
        return [self.articles[article_id] for article_id in material.group.article_ids]

    def _room(self, number: int, material: Material, disputed: int) -> Room:
        """How much the event may say: the more, the more articles tell of it; of many events those of one are brief.

        Its conflicts take so many words of it as are `disputed`. What tells too little is left out where several
        articles tell of the event: of one or two, each sentence is mostly the only one of its kind.
        """
        articles = len(material.group.article_ids)
        share = min(_MOST, _LEAST + articles / _ARTICLES)
        left = max(0, round(self.room.shared * share) - disputed)
        words = round(self.room.words * share) + left
        if number > _FULL_EVENTS and articles == 1:
            return _BRIEF._replace(
                sentences=min(self.room.sentences, _BRIEF.sentences), words=min(words, _BRIEF.words)
            )
        return self.room._replace(words=words, least=self.room.least if articles >= _SEVERAL else -math.inf)


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
