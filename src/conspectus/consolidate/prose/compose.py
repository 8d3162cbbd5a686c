"""The briefing's prose: verified sentences chosen and ordered by code, each citing its claims."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.model.article import Article
from conspectus.model.briefing import Point, Shared, Standing
from conspectus.model.evidence import Claim, ClaimKind, Evidence
from conspectus.text.chronology import RECALLED, Window
from conspectus.text.concepts import concepts
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.text.salience import centrality, standalone
from conspectus.verification.citing import sentence

LEAD = 2
"""Sentences that open an event at the most."""

REPEATS = 0.5
"""Share (0–1) of a sentence's concepts that an earlier one may already have said."""


class Room(NamedTuple):
    """How many sentences and words an event's lead and points may have together."""

    sentences: int
    words: int


def room(length: str, max_points: int) -> Room:
    """The room of that length: short, standard or long."""
    sentences, words = {
        "short": (min(2, max_points), 120),
        "standard": (max_points, 400),
        "long": (3 * max_points, 1200),
    }[length]
    return Room(sentences + LEAD, words)


_NEWS = 0.2
_MOST_FACTS = 3
_WORDS = 0.4
_SPOKEN = 0.05
_TOLD = 0.7
_LATE = 0.3
_STRANGE = 0.6
_OLD = 0.4
# Half of what it is worth that another origin says all of it.
_SHARED = 0.3
_MOST_OTHERS = 2


def asides(
    weighed: Sequence[Weighed], articles: Mapping[str, Article], when: Window | None = None
) -> dict[str, float]:
    """How far each of the claims is told in passing, by id, 0 to 1.3.

    News is told first, and others tell it too: what stands late in its article, in words that no other claim of the
    event has, is colour or background, and so is what names a time long before the event, which was `when`.
    """
    about = {item.claim.id: concepts(item.claim.text) for item in weighed}
    users = Counter(word for words in about.values() for word in words)
    found = {}
    for item in weighed:
        piece, words = item.claim.evidence[0], about[item.claim.id]
        late = piece.start / len(articles[piece.article_id].text)
        strange = sum(users[word] == 1 for word in words) / max(1, len(words))
        named = periods(item.claim.text, articles[piece.article_id].published) if when else ()
        old = any(each.end and when and when.start - each.end > RECALLED for each in named)
        found[item.claim.id] = _LATE * late + _STRANGE * strange + _OLD * old
    return found


def worths(
    weighed: Sequence[Weighed],
    position: Mapping[str, int],
    outdated: frozenset[str],
    spare: frozenset[str] = frozenset(),
    shared: Mapping[str, Sequence[Shared]] = MappingProxyType({}),
    whole: Mapping[str, Claim] = MappingProxyType({}),
    aside: Mapping[str, float] = MappingProxyType({}),
) -> dict[str, float]:
    """What each claim is worth among these, by id: corroborated, central to the event, early in its article.

    `position` is each claim's place in its article's summary, counted from 0, by claim id. Claims in `outdated` are
    worth least, for a later count has replaced theirs; those in `spare`, which no summary chose, a little less.
    `shared` are the figures of each that other origins give too, `whole` what is printed in place of some, and `aside`
    how far some are told in passing.
    """
    central = centrality({item.claim.id: item.claim.text for item in weighed})

    def worth(item: Weighed) -> float:
        key = item.claim.id
        others = {origin for each in shared.get(key, ()) for origin in each.origins} - set(item.origins)
        agreed = 0.6 * (len(item.origins) - 1) + _SHARED * min(len(others), _MOST_OTHERS)
        opinion = 0.5 if item.claim.kind is ClaimKind.OPINION else 0.0
        early = 0.15 / (1 + position.get(key, 9))
        late = 3.0 if key in outdated else 0.0
        unchosen = 0.1 if key in spare else 0.0
        alone = standalone(whole.get(key, item.claim).text)
        return agreed + central[key] + early + alone - opinion - late - unchosen - aside.get(key, 0.0)

    found = {item.claim.id: worth(item) for item in weighed}
    # What several origins say comes before the longer sentences that it is said in.
    within: defaultdict[Evidence, list[str]] = defaultdict(list)
    for item in weighed:
        if len(item.origins) == 1:
            for piece in item.claim.evidence:
                within[piece].append(item.claim.id)
    for item in weighed:
        if len(item.origins) > 1:
            longer = [found[key] + 0.01 for piece in item.claim.evidence for key in within[piece]]
            found[item.claim.id] = max([found[item.claim.id], *longer])
    return found


def rank(
    weighed: Sequence[Weighed], position: Mapping[str, int], outdated: frozenset[str]
) -> tuple[Weighed, ...]:
    """The claims, what matters most first, as `worths` has it."""
    worth = worths(weighed, position, outdated)
    return tuple(sorted(weighed, key=lambda item: (-worth[item.claim.id], item.claim.id)))


def choose(
    items: Sequence[Weighed],
    worth: Mapping[str, float],
    most: int,
    words: int | None = None,
    after: Sequence[str] = (),
    whole: Mapping[str, Claim] = MappingProxyType({}),
    elsewhere: Sequence[str] = (),
) -> tuple[Weighed, ...]:
    """At most so many claims, within so many words, each of which says something that those before it do not.

    What is worth most comes first. A number or a date that was not given before adds to what a claim is worth, and so
    do words that several origins have and nothing before it had, after Gillick and Favre (2009); what an origin has
    said already counts a little against its next claim, so that one long article does not speak for all. A claim that
    is too long for what room is left gives way to the next; the first always stands. Sentences in `after` are said
    already, and take up words and places; those `elsewhere` are said, and take up none. `whole` has, by id, what is
    printed in place of a claim that leans on the sentence before it.

    Greedy selection within a budget, after Lin and Bilmes (2010).
    """
    chosen: list[_Candidate] = []
    said = [_Said(concepts(text), numbers_and_days(text)) for text in (*after, *elsewhere)]
    given = {fact for each in said for fact in each.facts}
    spent = sum(len(text.split()) for text in after)
    left = [
        _Candidate.of(item, whole.get(item.claim.id, item.claim).text)
        for item in sorted(items, key=lambda item: item.claim.id)
    ]
    weight = _weights(left)
    heard: Counter[str] = Counter()
    covered = frozenset[str]().union(*(each.about for each in said))

    def value(each: _Candidate) -> float:
        facts = _NEWS * min(_MOST_FACTS, len(each.facts - given))
        words = _WORDS * math.fsum(weight[word] for word in each.about - covered)
        spoken = _SPOKEN * min(heard[origin] for origin in each.item.origins)
        return worth[each.item.claim.id] + facts + words - spoken

    while len(chosen) + len(after) < most:
        first = not chosen and not after
        room = None if words is None or first else words - spent
        # What is said already, or too long, stays so.
        news = [
            each for each in left if each.news(said, given, covered) and (room is None or each.words <= room)
        ]
        left = news or (left if first else [])
        if not left:
            break
        best = max(left, key=value)
        # What several origins say comes before the longer sentences that it is said in.
        pieces = set(best.item.claim.evidence)
        agreed = (each for each in left if len(each.item.origins) > len(best.item.origins))
        best = max(
            (each for each in agreed if pieces & set(each.item.claim.evidence)), key=value, default=best
        )
        left.remove(best)
        poorer = [each for each in chosen if best.holds(each)]
        chosen = [each for each in chosen if each not in poorer] + [best]
        said.append(_Said(best.about, best.facts))
        covered |= best.about
        heard.update(best.item.origins)
        given |= best.facts
        spent += best.words - sum(each.words for each in poorer)
    return tuple(each.item for each in chosen)


def _weights(candidates: Sequence[_Candidate]) -> dict[str, float]:
    """For each concept the share of the other origins that have it too; 0 where one origin alone does."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for each in candidates:
        for word in each.about:
            users[word].update(each.item.origins)
    others = len(frozenset[str]().union(*users.values())) - 1
    return {word: (len(having) - 1) / max(1, others) for word, having in users.items()}


class _Said(NamedTuple):
    """What a sentence is about, and the facts it gives."""

    about: frozenset[str]
    facts: set[object]


@dataclass(eq=False)
class _Candidate:
    """A claim with what it is about and the facts it gives; `heard` of what is said it was compared with."""

    item: Weighed
    about: frozenset[str]
    facts: set[object]
    words: int
    heard: int = 0
    repeated: bool = False

    @classmethod
    def of(cls, item: Weighed, text: str) -> _Candidate:
        return cls(item, concepts(text), numbers_and_days(text), len(text.split()))

    def news(self, said: Sequence[_Said], given: set[object], covered: frozenset[str]) -> bool:
        """True where it says what is not among `said`, nor mostly `covered` by them all, or gives a new fact."""
        fresh = said[self.heard :]
        self.heard = len(said)
        self.repeated |= any(
            len(self.about & earlier.about) >= REPEATS * len(self.about) for earlier in fresh
        )
        self.repeated |= len(self.about & covered) >= _TOLD * len(self.about)
        return not self.repeated or not self.facts <= given

    def holds(self, other: _Candidate) -> bool:
        """True where it says all that the other says, of the same origins: the other is the poorer sentence."""
        return (
            other.about | other.facts <= self.about | self.facts
            and set(other.item.origins) <= set(self.item.origins)
            and len(other.item.origins) < 2
        )


def numbers_and_days(text: str) -> set[object]:
    """The numbers and dates of a text; "hundreds" and "today" are none, for they tell nothing apart."""
    found: set[object] = {(each.low, each.high, each.unit) for each in quantities(text) if not each.vague}
    days = ((each.month, each.day, each.year, each.weekday) for each in (one.parts for one in periods(text)))
    return found | {day for day in days if any(part is not None for part in day)}


def point(
    item: Weighed,
    disputed: frozenset[str],
    shown: frozenset[str] = frozenset(),
    whole: Mapping[str, Claim] = MappingProxyType({}),
) -> Point:
    """The claim as a point with its standing; disputed where a conflict has it as a side.

    It links to more precise claims that are among those `shown`. `whole` has, by id, what is printed in its place.
    """
    cited = sentence(whole.get(item.claim.id, item.claim))
    # Where a conflict has the claim alone as its side, the claim is cited too.
    ids = (*cited.claim_ids, *(disputed & {item.claim.id} - set(cited.claim_ids)))
    standing = Standing.DISPUTED if disputed & set(ids) else item.standing
    return Point(
        text=cited.text,
        claim_ids=ids,
        verified=cited.verified,
        standing=standing,
        origins=item.origins,
        refined_by=tuple(
            whole[each].id if each in whole else each for each in item.refined_by if each in shown
        ),
    )
