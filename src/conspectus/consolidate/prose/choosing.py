"""Verified sentences chosen by code within a length, each for what it says that those before it do not."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.numbers.measure import COUNT, TIME
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.language.senses import keys, language_of
from conspectus.consolidate.language.voices import PRONOUNS, speaker
from conspectus.model.evidence import Claim
from conspectus.text.concepts import concepts
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.text.spaceless import word_count

ENGLISH = "en"

REPEATS = 0.5
"""Share (0–1) of a sentence's concepts that an earlier one may already have said."""

_NEWS = 0.2
_MOST_FACTS = 3
_WORDS = 0.4
_SPOKEN = 0.05
_VOICE = 0.4
_TOLD = 0.7
_LARGE = 100


def choose(
    items: Sequence[Weighed],
    worth: Mapping[str, float],
    most: int,
    words: int | None = None,
    after: Sequence[str] = (),
    whole: Mapping[str, Claim] = MappingProxyType({}),
    elsewhere: Sequence[str] = (),
    languages: Mapping[str, str | None] = MappingProxyType({}),
    least: float = -math.inf,
) -> tuple[Weighed, ...]:
    """At most so many claims, within so many words, each of which says something that those before it do not.

    What is worth most comes first. A number or a date that was not given before adds to what a claim is worth, and so
    do words that several origins have and nothing before it had, after Gillick and Favre (2009), and a speaker who was
    not heard yet and whom more than one claim has; what an origin has said already counts a little against its next
    claim, so that one long article does not speak for all. A claim that is too long for what room is left gives way to
    the next; the first always stands, the others where they are worth `least` and more. Sentences in `after` are said
    already, and take up words and places; those `elsewhere` are said, and take up none. `whole` has, by id, what is
    printed in place of a claim that leans on the sentence before it, `languages` the language of each article, by id.

    Greedy selection within a budget, after Lin and Bilmes (2010).
    """
    chosen: list[_Candidate] = []
    spoken_in = {item.claim.id: languages.get(item.claim.article_ids[0]) or ENGLISH for item in items}
    several = len(set(spoken_in.values())) > 1
    left = [
        _Candidate.of(
            item, whole.get(item.claim.id, item.claim).text, spoken_in[item.claim.id], several=several
        )
        for item in sorted(items, key=lambda item: item.claim.id)
    ]
    said = [_Said.of(text, language_of(text), several=several) for text in (*after, *elsewhere)]
    given = {fact for each in said for fact in each.facts}
    spent = sum(word_count(text) for text in after)
    weight = _weights(left)
    heard: Counter[str] = Counter()
    speaking = Counter(word for each in left for word in each.voice)
    silent = {word for word, count in speaking.items() if count > 1}
    covered = frozenset[str]().union(*(each.about for each in said))

    def value(each: _Candidate) -> float:
        facts = _NEWS * min(_MOST_FACTS, len(each.facts - given))
        words = _WORDS * each.fresh(covered, weight)
        voice = 0.0 if silent.isdisjoint(each.voice) else _VOICE
        origins = each.item.origins
        spoken = _SPOKEN * (
            heard[origins[0]] if len(origins) == 1 else min(heard[origin] for origin in origins)
        )
        return worth[each.item.claim.id] + facts + words + voice - spoken

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
        if not first and value(best) < least:
            break
        # What several origins say comes before the longer sentences that it is said in.
        pieces = set(best.item.claim.evidence)
        agreed = (each for each in left if len(each.item.origins) > len(best.item.origins))
        best = max(
            (each for each in agreed if pieces & set(each.item.claim.evidence)), key=value, default=best
        )
        left.remove(best)
        poorer = [each for each in chosen if best.holds(each)]
        chosen = [each for each in chosen if each not in poorer] + [best]
        said.append(best.said)
        covered |= best.about
        heard.update(best.item.origins)
        silent -= best.voice
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
    """What a sentence is about, the facts it gives, and its language."""

    about: frozenset[str]
    facts: set[object]
    language: str

    @classmethod
    def of(cls, text: str, language: str, *, several: bool) -> _Said:
        return cls(subjects(text, language), numbers_and_days(text, language, several=several), language)

    def abroad(self, other: _Said) -> bool:
        """True where the other gives all of its facts in another language: so much is no chance."""
        return (
            self.language != other.language
            and self.facts <= other.facts
            and (len(self.facts) > 1 or any(map(_tells, self.facts)))
        )


@dataclass(eq=False)
class _Candidate:
    """A claim with what it says, and who says it; `compared` of what is said it was compared with."""

    item: Weighed
    said: _Said
    voice: frozenset[str]
    words: int
    compared: int = 0
    repeated: bool = False
    weighed: tuple[frozenset[str], float] | None = None

    @classmethod
    def of(cls, item: Weighed, text: str, language: str, *, several: bool) -> _Candidate:
        voice = speaker(item.claim.text, language) - PRONOUNS
        return cls(item, _Said.of(text, language, several=several), voice, word_count(text))

    @property
    def about(self) -> frozenset[str]:
        return self.said.about

    @property
    def facts(self) -> set[object]:
        return self.said.facts

    def fresh(self, covered: frozenset[str], weight: Mapping[str, float]) -> float:
        """The weight of what it says that is not `covered`, which never shrinks."""
        left = (self.about if self.weighed is None else self.weighed[0]) - covered
        if self.weighed is None or len(left) < len(self.weighed[0]):
            self.weighed = left, math.fsum(weight[word] for word in left)
        return self.weighed[1]

    def news(self, said: Sequence[_Said], given: set[object], covered: frozenset[str]) -> bool:
        """True where it says what is not among `said`, nor mostly `covered` by them all, or gives a new fact."""
        # What is repeated stays so.
        if not self.repeated:
            own = self.about
            self.repeated = len(own & covered) >= _TOLD * len(own) or any(
                len(own & earlier.about) >= REPEATS * len(own) or self.said.abroad(earlier)
                for earlier in said[self.compared :]
            )
            self.compared = len(said)
        return not self.repeated or not self.facts <= given

    def holds(self, other: _Candidate) -> bool:
        """True where it says all that the other says, of the same origins: the other is the poorer sentence."""
        return (
            other.about | other.facts <= self.about | self.facts
            and set(other.item.origins) <= set(self.item.origins)
            and len(other.item.origins) < 2
        )


def subjects(text: str, language: str | None = ENGLISH) -> frozenset[str]:
    """What the text is about: its concepts, or its words' stems in another language than English."""
    return concepts(text) if language in {None, ENGLISH} else keys(text, language or ENGLISH)


def _tells(fact: object) -> bool:
    """True for a large number, an amount of something but time, and a month or a day with its year."""
    match fact:
        case (_, Decimal() as high, str(unit)):
            return unit != TIME and (unit != COUNT or high >= _LARGE)
        case (int(), _, int(), _):
            return True
    return False


def numbers_and_days(text: str, language: str = ENGLISH, *, several: bool = False) -> set[object]:
    """The numbers and dates of a text; "hundreds" and "today" are none, for they tell nothing apart.

    Numbers in words are known in the languages that `measures` reads. With `several`, an amount is the same in all
    languages.
    """
    found: set[object]
    if language == ENGLISH and not several:
        found = {(each.low, each.high, each.unit) for each in quantities(text) if not each.vague}
    else:
        found = {(each.low, each.high, each.dimension) for each in measures(text, language)[1]}
    days = ((each.month, each.day, each.year, each.weekday) for each in (one.parts for one in periods(text)))
    return found | {day for day in days if any(part is not None for part in day)}
