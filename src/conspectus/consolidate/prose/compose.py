"""What sentences are worth before any is chosen, and the points they become, each citing its claims."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.choosing import subjects
from conspectus.consolidate.prose.columns import gives_opinion
from conspectus.consolidate.prose.recalling import to_this_day
from conspectus.model.article import Article
from conspectus.model.briefing import Point, Shared, Standing
from conspectus.model.evidence import Claim, ClaimKind
from conspectus.text.chronology import RECALLED, Window
from conspectus.text.facts.dates import periods
from conspectus.text.hearsay import hearsay, owns_to_hearsay
from conspectus.text.salience import centrality, standalone
from conspectus.verification.citing import sentence

LEAD = 2
"""Sentences that open an event at the most."""

_LEAST = 0.0
"""What takes as much from a sentence's worth as it adds: opinion, colour, what its outlet has said before."""


class Room(NamedTuple):
    """How many sentences and words an event's lead and points may have together.

    `shared` are words that they may have besides, as many as the sides of its conflicts do not take. What is worth less
    than `least` is left out even where there is room.
    """

    sentences: int
    words: int
    shared: int = 0
    least: float = -math.inf


def room(length: str, max_points: int) -> Room:
    """The room of that length: short, standard or long."""
    sentences, words, shared, least = {
        "short": (min(2, max_points), 120, 0, _LEAST),
        "standard": (max_points, 460, 120, _LEAST),
        "long": (2 * max_points, 1200, 0, -math.inf),
    }[length]
    return Room(sentences + LEAD, words, shared, least)


_LATE = 0.3
_STRANGE = 0.6
_OLD = 0.4
_OPINION = 0.5
_HEARSAY = 2.0
# Half of what it is worth that another origin says all of it.
_SHARED = 0.3
_TOLD = 1.0
MOST_OTHERS = 2
"""Other origins that tell of the same count up to so many."""


def asides(
    weighed: Sequence[Weighed], articles: Mapping[str, Article], when: Window | None = None
) -> dict[str, float]:
    """How far each of the claims is told in passing, by id, 0 to 3.8.

    News is told first, and others tell it too: what stands late in its article, in words that no other claim of the
    event has, is colour or background, and so is what names a time long before the event, which was `when`, and what
    stands in an article that calls itself opinion. Hearsay is no news until somebody stands by it.
    """
    about = {
        item.claim.id: subjects(item.claim.text, articles[item.claim.article_ids[0]].language)
        for item in weighed
    }
    users = Counter(word for words in about.values() for word in words)
    columns = {
        key for key in {item.claim.evidence[0].article_id for item in weighed} if gives_opinion(articles[key])
    }
    found = {}
    for item in weighed:
        piece, words = item.claim.evidence[0], about[item.claim.id]
        late = piece.start / len(articles[piece.article_id].text)
        strange = sum(users[word] == 1 for word in words) / max(1, len(words))
        named = periods(item.claim.text, articles[piece.article_id].published) if when else ()
        old = any(
            each.end and when and when.start - each.end > RECALLED and not to_this_day(item.claim.text, each)
            for each in named
        )
        opinion = piece.article_id in columns
        rumour = _passed_on(item.claim, articles[piece.article_id])
        found[item.claim.id] = (
            _LATE * late + _STRANGE * strange + _OLD * old + _OPINION * opinion + _HEARSAY * rumour
        )
    return found


def _passed_on(claim: Claim, article: Article) -> bool:
    """True where the claim is hearsay, by its own words or those of the sentence behind it."""
    if hearsay(claim.text):
        return True
    end = claim.evidence[0].end
    behind = next((each for each in article.body if each.span.start >= end), None)
    return behind is not None and owns_to_hearsay(article.sentence_text(behind))


def worths(
    weighed: Sequence[Weighed],
    position: Mapping[str, int],
    outdated: frozenset[str],
    spare: frozenset[str] = frozenset(),
    shared: Mapping[str, Sequence[Shared]] = MappingProxyType({}),
    whole: Mapping[str, Claim] = MappingProxyType({}),
    aside: Mapping[str, float] = MappingProxyType({}),
    told: Mapping[str, float] = MappingProxyType({}),
) -> dict[str, float]:
    """What each claim is worth among these, by id: corroborated, central to the event, early in its article.

    `position` is each claim's place in its article's summary, counted from 0, by claim id. Claims in `outdated` are
    worth least, for a later count has replaced theirs; those in `spare`, which no summary chose, a little less.
    `shared` are the figures of each that other origins give too, `whole` what is printed in place of some, `aside`
    how far some are told in passing, and `told` how many other origins are expected to tell of the same.
    """
    central = centrality({item.claim.id: item.claim.text for item in weighed})

    def worth(item: Weighed) -> float:
        key = item.claim.id
        others = {origin for each in shared.get(key, ()) for origin in each.origins} - set(item.origins)
        agreed = 0.6 * (len(item.origins) - 1) + _SHARED * min(len(others), MOST_OTHERS)
        agreed += _TOLD * min(told.get(key, 0.0), MOST_OTHERS)
        opinion = _OPINION if item.claim.kind is ClaimKind.OPINION else 0.0
        early = 0.15 / (1 + position.get(key, 9))
        late = 3.0 if key in outdated else 0.0
        unchosen = 0.1 if key in spare else 0.0
        alone = standalone(whole.get(key, item.claim).text)
        return agreed + central[key] + early + alone - opinion - late - unchosen - aside.get(key, 0.0)

    return {item.claim.id: worth(item) for item in weighed}


def rank(
    weighed: Sequence[Weighed], position: Mapping[str, int], outdated: frozenset[str]
) -> tuple[Weighed, ...]:
    """The claims, what matters most first, as `worths` has it."""
    worth = worths(weighed, position, outdated)
    return tuple(sorted(weighed, key=lambda item: (-worth[item.claim.id], item.claim.id)))


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
