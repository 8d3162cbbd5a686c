"""The amounts, days and names of a claim: where they stand, whether a sentence has them, and what it has instead."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from conspectus.model.article import Span
from conspectus.text.facts.dates import Mention
from conspectus.text.facts.lexicon import PLACE_OF
from conspectus.text.facts.names import Name
from conspectus.text.facts.numbers import Quantity
from conspectus.text.facts.resolving import Parts, extent
from conspectus.text.senses import LIGHT
from conspectus.verification.checks.belonging import is_label
from conspectus.verification.checks.case import SHARED_BEGINNING, Analysis, Case, analyse
from conspectus.verification.checks.neighbours import counted_nouns
from conspectus.verification.checks.parts import own_words
from conspectus.verification.checks.same_amounts import same_amount
from conspectus.verification.checks.same_days import matching
from conspectus.verification.evidence_search import Place

_CLAUSES = re.compile(r"[,;:]\s|\b(?:and|but|while|as|when|where|which|who|after|before|because)\b")
_JOINTS = re.compile(r",\s+(?:and|but|while|whereas)\b|;\s")
_SHORTEST = 3
"""Content words that a clause has at least; one with fewer belongs to the clause before it, or behind it."""
_WHERE = frozenset(("in", "at", "near", "outside"))
_PREPOSITIONS = frozenset(
    str.split(
        "on of to from by with against for over above below under between around through inside behind across along "
        "into than like about towards among without beside beyond off"
    )
)
_UNCOUNTED = frozenset(("ordinal", "clock", "fraction"))
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_FEW = 2
_SIZE = 50
"""How many times as large one of two amounts of one sort may be."""
_GRAINS = (1, 7, 31, 92, 366)
_ANY_DAY = date(2000, 7, 1)


@dataclass(frozen=True)
class Fact:
    """An amount, a day or a name of a claim, with its tokens, and where in its clause a name stands."""

    what: Quantity | Mention | Name
    first: int
    last: int
    stands: str = ""


def facts_of(claim: Analysis) -> Iterator[Fact]:
    """The amounts, days and names of the claim that may be another's."""
    for amount in claim.quantities:
        bare = not amount.unit and (amount.low <= _FEW or _CLOCK.fullmatch(amount.text))
        aged = claim.reading.low(amount.last + 1) == "-"
        if not (amount.vague or amount.unit in _UNCOUNTED or bare or aged):
            yield Fact(amount, amount.first, amount.last)
    starts = claim.reading.starts
    for day in claim.mentions:
        if day.parts.relative is None or day.parts.weekday is not None:
            yield Fact(day, bisect_right(starts, day.start) - 1, bisect_left(starts, day.end) - 1)
    for name in claim.names:
        if own_words(name):
            yield Fact(name, name.first, name.last, _stands(claim, name))


def _stands(analysis: Analysis, name: Name) -> str:
    """Behind which preposition the name stands, "place" for those of places, empty behind none."""
    before = analysis.reading.padded[name.first - 1]
    return "place" if before in _WHERE else before if before in _PREPOSITIONS else ""


def _has_the(analysis: Analysis, first: int) -> bool:
    return analysis.reading.padded[first - 1] == "the"


def clauses_of(claim: Analysis) -> list[list[int]]:
    """The tokens of the claim's clauses."""
    reading = claim.reading
    cuts = [match.start() for match in _CLAUSES.finditer(reading.text)]
    found: list[list[int]] = []
    lengths: list[int] = []
    for start, end in pairwise([0, *cuts, len(reading.text)]):
        clause = [at for at, begin in enumerate(reading.starts) if start <= begin < end]
        length = sum(claim.stems[at] is not None and claim.stems[at] not in LIGHT for at in clause)
        if found and min(length, lengths[-1]) < _SHORTEST:
            found[-1] += clause
        else:
            found.append(clause)
            lengths.append(length)
    return found


def parted(place: Place) -> list[Place]:
    """The sentence in the clauses that "and", "but" or a semicolon joins."""
    start = place.sentence.span.start
    cuts = [match.start() for match in _JOINTS.finditer(place.text)]
    return [
        Place(place.article, place.sentence.model_copy(update={"span": Span(start=start + a, end=start + b)}))
        for a, b in pairwise([0, *cuts, len(place.text)])
        if a < b
    ]


def carries(claim: Analysis, fact: Fact, place: Place) -> bool:
    """True where the sentence has the fact."""
    text = analyse(place.text)
    if isinstance(fact.what, Quantity):
        return (
            any(one_amount(fact.what, found) for found in text.quantities)
            or fact.what.text.lower() in text.lows
        )
    if isinstance(fact.what, Mention):
        return _has_day(claim, fact.what, text, place.article.published)
    return _has_name(fact.what, text)


def _has_day(claim: Analysis, wanted: Mention, text: Analysis, published: date | None) -> bool:
    return bool(days_of(claim, wanted, text, published))


def days_of(claim: Analysis, wanted: Mention, text: Analysis, published: date | None) -> list[Mention]:
    """The days of the text that may be the claim's."""
    if not text.mentions:
        return []
    known = [(found, text, published) for found in text.mentions]
    return [found for found, _ in matching(alone(claim, text, published), wanted, known)]


def alone(claim: Analysis, text: Analysis, published: date | None) -> Case:
    """The claim against that text alone."""
    return Case(claim, (text,), (text,), (), (published,), None)


def _has_name(name: Name, text: Analysis) -> bool:
    """True where the text has a part of the name, the name of the same country, or the name that its letters are of."""
    words = own_words(name)
    if not words.isdisjoint(text.capitals):
        return True
    country = PLACE_OF.get(" ".join(name.words))
    return any(
        (len(name.words) == 1 and other.acronym == name.words[0])
        or (len(other.words) == 1 and other.words[0] == name.acronym)
        or (country is not None and PLACE_OF.get(" ".join(other.words)) == country)
        for other in text.names
    )


def instead_of(
    claim: Analysis, fact: Fact, told: Collection[str], place: Place, names: frozenset[str]
) -> str | None:
    """What the sentence has of the same sort in the fact's place, and the claim nowhere: nearest to what is told."""
    text, published = analyse(place.text), place.article.published
    found: list[tuple[int, str]] = []
    if isinstance(fact.what, Quantity):
        found = [
            (each.first, each.text) for each in text.quantities if _is_rival(claim, fact.what, text, each)
        ]
    elif isinstance(fact.what, Mention):
        starts, words = text.reading.starts, text.reading.text
        found = [
            (bisect_left(starts, day.start), words[day.start : day.end])
            for day in text.mentions
            if _is_rival_day(claim, fact.what, text, day, published)
        ]
    else:
        said = claim.lows.union(*map(own_words, claim.names))
        for name in text.names:
            words_of_it = own_words(name)
            known = words_of_it.isdisjoint(said) and not words_of_it.isdisjoint(names)
            if known and _stands(text, name) == fact.stands:
                found.append((name.first, name.text))
        # What has a "the" is rather in the place of what has one.
        alike = [each for each in found if _has_the(text, each[0]) == _has_the(claim, fact.first)]
        found = alike or found
    beginnings = {root[:SHARED_BEGINNING] for root in told}
    shared = [
        at
        for at, (root, low) in enumerate(zip(text.stems, text.reading.lows, strict=True))
        if (root or low)[:SHARED_BEGINNING] in beginnings
    ]
    return min(found, key=lambda each: (sum(abs(each[0] - at) for at in shared), each), default=(0, None))[1]


def _is_rival_day(
    claim: Analysis, wanted: Mention, text: Analysis, found: Mention, published: date | None
) -> bool:
    """True for a period of the same length that is none of the claim's."""
    if found.relation != wanted.relation or _grain(found.parts, published) != _grain(wanted.parts, published):
        return False
    known = [(found, text, published)]
    return not any(matching(alone(claim, text, published), mine, known) for mine in claim.mentions)


def _is_rival(claim: Analysis, wanted: Quantity, text: Analysis, found: Quantity) -> bool:
    """True for an amount of the same sort and size, of the same things as far as both say of what they are."""
    few = found.low <= _FEW and not found.unit
    if found.unit != wanted.unit or found.vague or few or is_label(text, found):
        return False
    if (
        any(one_amount(found, mine) for mine in claim.quantities)
        or not wanted.low * _SIZE >= found.low >= wanted.low / _SIZE
    ):
        return False
    mine, theirs = counted_nouns(claim, wanted), counted_nouns(text, found)
    return bool(wanted.unit) or not (mine and theirs) or not mine.isdisjoint(theirs)


def one_amount(one: Quantity, other: Quantity) -> bool:
    """True for one amount, which either may give without its unit."""
    unit = one.unit and other.unit
    return same_amount(one, other) or same_amount(other, one) or (not unit and one.low == other.low)


def _grain(parts: Parts, published: date | None) -> int | None:
    """How long a period is at most, in days; None where that can't be known."""
    limits = extent(parts, published or _ANY_DAY)
    days = (limits[1] - limits[0]).days + 1 if limits else 0
    return next((most for most in _GRAINS if days <= most), None) if limits else None
