"""Which of an event's claims are told: what opens it, its further points, what it recalls, and in how much room."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.language.roles import MOVING, roles, words_of
from conspectus.consolidate.prose.antecedents import overlap, said_once, told_within
from conspectus.consolidate.prose.choosing import choose
from conspectus.consolidate.prose.compose import LEAD, MOST_OTHERS, Room, asides, worths
from conspectus.consolidate.prose.counterparts import told_by_others
from conspectus.consolidate.prose.material import Material
from conspectus.consolidate.prose.opening import lead, news
from conspectus.consolidate.prose.reports import Reports
from conspectus.model.briefing import Point
from conspectus.model.evidence import Claim, ClaimKind
from conspectus.text.leaning import leans
from conspectus.text.salience import standalone

_CONTEXT = 3
_WORTH_A_DAY = 0.5
_FULL_EVENTS = 6
_NEWS = 2.0
_BRIEF = Room(sentences=3, words=100)
# Of the room that an event usually has, five articles have as good as all, and eight a fifth more.
_LEAST = 0.7
_SEVERAL = 3
_MOST = 1.2
_ARTICLES = 16


@dataclass(frozen=True)
class Selection:
    """Selects what is told of events, in the `room` that one event usually has."""

    reports: Reports
    room: Room

    def room_of(self, number: int, material: Material, disputed: int) -> Room:
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

    def told(
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
        spare = frozenset[str]() if written else self._spare(material, whole)
        left = _left(material, spare, {key for each in written for key in each.claim_ids})
        worth = self._worth(material, differ, left, spare, whole)
        members = [self.reports.articles[key] for key in material.group.article_ids]
        told_first = news([item for item in left if item.claim.id not in differ.outdated], members)
        languages = self.reports.languages
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
                languages=languages,
                least=space.least,
            )
            told_first = told_within(told_first, left, whole)
            chosen = tuple(lead(said_once(chosen, whole), told_first, self.reports.published, whole))
            after = [whole.get(item.claim.id, item.claim).text for item in chosen]
        apart = [text for key, text in elsewhere.items() if key not in differ.shared or written]
        behind = [item for item in left if item not in chosen]
        chosen += choose(
            behind, worth, space.sentences, space.words, after, whole, apart, languages, space.least
        )
        chosen = said_once(chosen, whole)
        first = () if written else lead(chosen, told_first, self.reports.published, whole)
        # An event that opens with one sentence has no more points for it.
        return first, [item for item in chosen if item not in first][: space.sentences - LEAD]

    def recalled(
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
        worth = worths(recalled, self.reports.position, frozenset(), whole=whole)
        said = [each.text for each in printed]
        languages = self.reports.languages
        told = choose(recalled, worth, _CONTEXT, whole=whole, elsewhere=said, languages=languages)
        return said_once(told, whole)

    def _spare(self, material: Material, whole: Mapping[str, Claim]) -> frozenset[str]:
        """Of what no summary chose, what gives facts, or tells of people harmed, and can be understood alone."""
        return frozenset(
            item.claim.id
            for item in material.spare
            if standalone(item.claim.text) > 0
            or (self._harm(item.claim) and item.claim.id not in whole and not leans(item.claim.text))
        )

    def _worth(
        self,
        material: Material,
        differ: Differences,
        left: Sequence[Weighed],
        spare: frozenset[str],
        whole: Mapping[str, Claim],
    ) -> dict[str, float]:
        """What each claim is worth, by id; what tells of people harmed, enough to be told where there is room."""
        told = (*material.weighed, *material.spare)
        aside = asides(told, self.reports.articles, material.group.when)
        by_others = told_by_others(left, differ, MOST_OTHERS)
        worth = worths(
            told, self.reports.position, differ.outdated, spare, differ.shared, whole, aside, by_others
        )
        for item in left:
            if self._harm(item.claim):
                worth[item.claim.id] = max(worth[item.claim.id], self.room.least)
        return worth

    def _harm(self, claim: Claim) -> bool:
        """True where the claim says that people were hurt, arrested and the like, or that nobody was."""
        language = self.reports.articles[claim.article_ids[0]].language or "en"
        return not MOVING.isdisjoint(roles(words_of(claim.text, language), language))


def _left(material: Material, spare: frozenset[str], cited: set[str]) -> list[Weighed]:
    """What may be chosen: nothing that is `cited` already, and news as long as there is any."""
    told = ({item.claim.id for item in material.weighed} | spare) - cited
    left = [item for item in (*material.weighed, *material.spare) if item.claim.id in told]
    return [item for item in left if item.claim.id not in material.no_news] or left


def dated(ranked: Sequence[Weighed], told: frozenset[str]) -> list[Claim]:
    """What else happened on a day that is known, though there is no room for it among what is `told`, by id."""
    return [
        item.claim
        for item in ranked
        if item.claim.id not in told
        and item.claim.kind not in {ClaimKind.QUOTE, ClaimKind.OPINION}
        and standalone(item.claim.text) >= _WORTH_A_DAY
    ]
