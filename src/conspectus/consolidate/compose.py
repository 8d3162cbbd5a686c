"""The briefing's prose: verified sentences chosen and ordered by code, each citing its claims."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from conspectus.consolidate.agreement import Weighed
from conspectus.model.briefing import Point, Standing
from conspectus.model.evidence import CitedSentence, Claim, ClaimKind, Verification
from conspectus.text.concepts import concepts
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.text.salience import centrality, standalone
from conspectus.verification.citing import carries, cite, sentence

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
    return Room(sentences + _LEAD, words)


_LEAD = 2
_HEADLINED = 3
_TITLE_WORDS = (5, 14)
# A headline may end where the main clause does.
_CLAUSE_END = re.compile(r",| — | – |;|:| \b(?:as|after|while|because|which|who|amid|in a|in what|with)\b ")


def rank(
    weighed: Sequence[Weighed], position: Mapping[str, int], outdated: frozenset[str]
) -> tuple[Weighed, ...]:
    """The claims, what matters most first: corroborated, central to the event, early in its article.

    `position` is each claim's place in its article's summary, counted from 0, by claim id; claims in
    `outdated` come last, for a later count has replaced theirs.
    """
    central = centrality({item.claim.id: item.claim.text for item in weighed})

    def worth(item: Weighed) -> float:
        key = item.claim.id
        agreed = 0.6 * (len(item.origins) - 1)
        opinion = 0.5 if item.claim.kind is ClaimKind.OPINION else 0.0
        early = 0.5 / (1 + position.get(key, 9))
        late = 3.0 if key in outdated else 0.0
        return agreed + central[key] + early + standalone(item.claim.text) - opinion - late

    return tuple(sorted(weighed, key=lambda item: (-worth(item), item.claim.id)))


def choose(
    ranked: Sequence[Weighed], most: int, words: int | None = None, after: Sequence[str] = ()
) -> tuple[Weighed, ...]:
    """The first `most` of the ranked claims that say something that those before them do not, within so many words.

    A claim that is too long for what room is left gives way to the next; the first always stands. Sentences in
    `after` are said already, and take up words and places.

    A number or a date that was not given before is something new, whatever the words around it.
    """
    chosen: list[Weighed] = []
    said = [concepts(text) for text in after]
    given = {fact for text in after for fact in numbers_and_days(text)}
    spent = sum(len(text.split()) for text in after)
    for item in ranked:
        if len(chosen) + len(after) >= most:
            break
        about, facts = concepts(item.claim.text), numbers_and_days(item.claim.text)
        repeated = any(len(about & earlier) >= REPEATS * len(about) for earlier in said)
        if repeated and facts <= given:
            continue
        length = len(item.claim.text.split())
        if words is not None and said and spent + length > words:
            continue
        spent += length
        chosen.append(item)
        said.append(about)
        given |= facts
    return tuple(chosen)


def numbers_and_days(text: str) -> set[object]:
    """The numbers and dates of a text; "hundreds" is none, for it tells nothing apart."""
    found: set[object] = {(each.low, each.high, each.unit) for each in quantities(text) if not each.vague}
    return found | {(period.parts.month, period.parts.day, period.parts.year) for period in periods(text)}


def point(item: Weighed, disputed: frozenset[str], shown: frozenset[str] = frozenset()) -> Point:
    """The claim as a point with its standing; disputed where a conflict has it as a side.

    It links to more precise claims that are among those `shown`.
    """
    cited = sentence(item.claim)
    standing = Standing.DISPUTED if item.claim.id in disputed else item.standing
    return Point(
        text=cited.text,
        claim_ids=cited.claim_ids,
        verified=cited.verified,
        standing=standing,
        origins=item.origins,
        refined_by=tuple(each for each in item.refined_by if each in shown),
    )


def lead(chosen: Sequence[Weighed], headlines: Sequence[str] = ()) -> tuple[Weighed, ...]:
    """The one or two claims that open the event: of its headlines' news where one is, and no quotation.

    A quotation needs what comes before it; and what most outlets agree on may be said in passing.
    """
    plain = [item for item in chosen if item.claim.kind not in {ClaimKind.QUOTE, ClaimKind.OPINION}]
    told = [concepts(headline) for headline in headlines]
    news = [
        item
        for item in plain
        if any(len(concepts(item.claim.text) & headline) >= _HEADLINED for headline in told)
    ]
    return tuple((news or plain or list(chosen))[:_LEAD])


def title(
    opening: Sequence[Weighed],
    claims: Sequence[Claim],
    titles: Sequence[str],
    published: Mapping[str, date | None],
) -> CitedSentence:
    """A headline that the claims' evidence carries: an article's own, else the opening's main clause.

    Where no shortening passes the gate the whole opening sentence is the headline.
    """
    for wording in titles:  # in order of preference
        if (cited := cite(wording, claims, published)) is not None:
            return cited
    first = opening[0].claim
    for end in _CLAUSE_END.finditer(first.text):
        wording = first.text[: end.start()].rstrip()
        if _TITLE_WORDS[0] <= len(wording.split()) <= _TITLE_WORDS[1] and carries(
            first.evidence, wording, published
        ):
            return CitedSentence(text=wording, claim_ids=(first.id,), verified=Verification.MECHANICAL)
    whole = sentence(first)
    # The last point of "by 6 p.m." is no full stop.
    stopless = whole.text.removesuffix(".")
    return (
        whole.model_copy(update={"text": stopless}) if carries(first.evidence, stopless, published) else whole
    )
