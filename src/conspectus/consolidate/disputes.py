"""Disputes that no amount shows: other causes of one thing, what one says and another denies, other days and places.

Every rule asks for two statements that are not one reporter's word, and for words that tie both to one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from conspectus.consolidate.causes import Dispute, causes
from conspectus.consolidate.sides import side
from conspectus.consolidate.statements import Statement, different_voices
from conspectus.consolidate.unknown import states_unknown
from conspectus.consolidate.voices import PRONOUNS
from conspectus.model.briefing import Conflict, ConflictKind
from conspectus.text.concepts import concept, concepts
from conspectus.text.facts.dates import periods
from conspectus.text.facts.names import names
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import stem

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|ruled out|contradict(?:s|ed)|dismiss(?:es|ed))\b"
    r"(?: (?:an?|the|any|all))?(?: (?:reports?|claims?|suggestions?|complaints?|accusations?|allegations?|rumou?rs?))?"
    r" that (?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_NEGATED = re.compile(
    r"\b(?:did|was|were|had|has|have|is|are|does|do)(?: not|n[’']t)\b|\bnever\b|\bnone\b", re.IGNORECASE
)
_ANY_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|neither|nor|without|denied|denies|rejected|ruled out)\b|n[’']t\b",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(
    r"\b[Nn]o (?P<noun>[a-z]{4,})(?: [a-z]+)? (?:had been|has been|was|were|had|has|have been|went|came)\b"
)
_NO_CAUSE = re.compile(
    r"(?:\bnot|n[’']t) (?:[a-z]+ ){0,3}(?:drivers?|driven|reasons?|causes?|caused|because|due to|to blame)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:will|would|may|might|could|should|plans?|expects?|expected|if|whether)\b", re.IGNORECASE
)
_DISAGREES = re.compile(
    r"\b(?:disagrees?|disagreed|nothing of the kind|on the contrary|the opposite is true)\b"
    r"|\b(?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|contradict(?:s|ed)|contest(?:s|ed)) "
    r"(?:that|this|it|the (?:claim|charge|accusation|report|account)s?)(?=[.,;:]|$| and\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:its|the|their|his|her|a) (?P<order>first|last) (?:[a-z]+ of (?:an? |the )?)?(?P<noun>[a-z]{3,})"
)
_PLACE = re.compile(
    r"\b(?:kilomet(?:re|er)s?|km|miles?) (?:to the )?(?:north|south|east|west)\S* of\b"
    r"|\b(?:beneath|under|near|off|outside|in|at) (?:[A-Z][\w’-]+)",
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|[A-Z]{1,2}ST|[A-Z]DT|local time|Central|Eastern|Pacific|Mountain) ?(?:time)?\b"
)
_REVISED = re.compile(
    r"\b(?:correct\w+|revis\w+|wrongly|mistaken\w*|earlier report|had been moved|postponed|delayed)\b", re.I
)

_MORE = re.compile(r"\b(?:more|another|again|second|further|next|also)\b", re.IGNORECASE)
_FRESH = timedelta(days=1)
_SUBSTANCE = 2
_DENIED = 0.6
_ONE_THING = 0.8
_RAREST = 4
_TOO_COMMON = 40
_SHARED = 3
_QUARTER = 15
_HALF_DAY = 720


def disputes(
    said: Sequence[Statement], published: Mapping[str, date | None], about: frozenset[str]
) -> tuple[Conflict, ...]:
    """The disputes among one event's statements; `about` are the concepts that the event is told with."""
    found: dict[frozenset[str], Conflict] = {}
    pairs = (
        *causes(said, about),
        *_denials(
            said,
            frozenset(
                concept(stem(part)) for each in said for name in names(each.text) for part in name.words
            ),
        ),
        *_disagreements(said),
        *_moments(said),
        *_firsts(said),
    )
    for kind, asked, first, second in pairs:
        key = frozenset((first.item.claim.id, second.item.claim.id))
        taken = {each for keys in found for each in keys}
        if len(key) < 2 or key & taken:  # one statement is a side of one dispute
            continue
        sides = (side([first], published), side([second], published))
        found[key] = Conflict(question=asked, kind=kind, sides=sides)
    return tuple(found.values())


def _denials(said: Sequence[Statement], named: frozenset[str]) -> Iterator[Dispute]:
    """What one says did not happen or denies, and another says did."""
    index = _index(said)
    for denying in said:
        denied = None if states_unknown(denying.text) else _denied(denying)
        if denied is None:
            continue
        what, least = denied
        best: tuple[int, Statement] | None = None
        for other in _near(what, index, said):
            shared = len(what & concepts(other.text))
            if (
                other is not denying
                and shared >= least
                and len(what & concepts(other.text) - named) >= _SUBSTANCE
                and shared >= _DENIED * len(what)
                and not _ANY_NEGATION.search(other.text)
                and not _OPEN.search(other.text)
                and _same_day(denying, other)
                and different_voices(denying, other)
                and (best is None or shared > best[0])
            ):
                best = (shared, other)
        if best is not None:
            if _NO_CAUSE.search(denying.text):
                yield ConflictKind.CAUSE, "What was the cause?", best[1], denying
            else:
                yield ConflictKind.OCCURRENCE, "Did it happen?", best[1], denying
    yield from _nothing_of_the_sort(said)


def _denied(statement: Statement) -> tuple[frozenset[str], int] | None:
    found = _DENIAL.search(statement.text)
    if found is not None:
        return concepts(found["what"]) - statement.spoken, 2
    if _NEGATED.search(statement.text) and not _OPEN.search(statement.text):
        return concepts(statement.text) - statement.spoken, _SHARED
    return None


def _nothing_of_the_sort(said: Sequence[Statement]) -> Iterator[Dispute]:
    """ "No alert was handed to us" against "the alert went out": somebody's word against somebody's."""
    for denying in said:
        found = _NO_SUCH.search(denying.text)
        if found is None or not denying.voice:
            continue
        noun = found["noun"]
        there = re.compile(rf"\b(?:[Tt]he|[Aa]n?) {re.escape(noun)}\b")
        for other in said:
            if (
                other.voice
                and there.search(other.text)
                and not _ANY_NEGATION.search(other.text)
                and not _OPEN.search(other.text)
                and not _later(other, denying)
                and different_voices(denying, other)
            ):
                yield ConflictKind.OCCURRENCE, f"Was there {_with_article(noun)}?", other, denying
                break


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _disagreements(said: Sequence[Statement]) -> Iterator[Dispute]:
    """A sentence that says that somebody disagrees, and the sentence before it."""
    places = {(each.article_id, each.number): each for each in said}
    for each in said:
        if not _DISAGREES.search(each.text):
            continue
        earlier = places.get((each.article_id, each.number - 1))
        # "The foundry denies that": what it says instead comes next.
        short = len(concepts(each.text) - each.spoken) < _SHARED
        other = places.get((each.article_id, each.number + 1)) if short else each
        if earlier is None or other is None or earlier.voice & other.voice - PRONOUNS:
            continue
        if len(concepts(earlier.text)) < _SHARED or _DISAGREES.search(earlier.text):
            continue
        if _PLACE.search(other.text) and _PLACE.search(earlier.text):
            yield ConflictKind.PLACE, "Where was it?", earlier, other
        else:
            yield ConflictKind.CHARACTERISATION, "Which account is right?", earlier, other


def _firsts(said: Sequence[Statement]) -> Iterator[Dispute]:
    """What can be first only once, on two days."""
    dated = [
        (found["order"], concepts(found["noun"]), days, each)
        for each in said
        if (found := _FIRST.search(each.text)) is not None
        and len(days := _days(each)) == 1
        and not _ANY_NEGATION.search(each.text)
    ]
    for first, second in combinations(dated, 2):
        same = first[0] == second[0] and first[1] & second[1] and first[2] != second[2]
        if same and different_voices(first[3], second[3]):
            yield ConflictKind.DATE, "When was it?", first[3], second[3]


def _moments(said: Sequence[Statement]) -> Iterator[Dispute]:
    """One thing on two days, or at two hours of one day."""
    index = _index(said)
    order = {id(each): number for number, each in enumerate(said)}
    for first in said:
        about = concepts(first.text) - first.spoken
        if len(about) < _SHARED or _REVISED.search(first.text) or _ANY_NEGATION.search(first.text):
            continue
        for second in _near(about, index, said):
            if order[id(second)] <= order[id(first)] or not different_voices(first, second):
                continue
            other = concepts(second.text) - second.spoken
            shared = len(about & other)
            if shared < _SHARED or shared < _ONE_THING * min(len(about), len(other)):
                continue
            if _REVISED.search(second.text) or _ANY_NEGATION.search(second.text):
                continue
            if _other_day(first, second) or _other_hour(first, second):
                yield ConflictKind.DATE, "When was it?", first, second


def _other_day(first: Statement, second: Statement) -> bool:
    days = [_days(each) for each in (first, second)]
    if any(len(each) != 1 for each in days) or days[0] == days[1] or not _same_names(first, second):
        return False
    # Each day's news speaks of its own day.
    news = [
        each.published is not None and abs(min(day) - each.published) <= _FRESH
        for each, day in zip((first, second), days, strict=True)
    ]
    return not (all(news) and first.published != second.published) and not _MORE.search(
        f"{first.text} {second.text}"
    )


def _days(statement: Statement) -> set[date]:
    found = periods(statement.text, statement.published)
    return {each.start for each in found if each.start is not None and each.start == each.end}


def _other_hour(first: Statement, second: Statement) -> bool:
    if _ZONE.search(first.text) or _ZONE.search(second.text) or not _same_day(first, second):
        return False
    hours = [
        [quantity.low for quantity in quantities(each.text) if quantity.unit == "clock"]
        for each in (first, second)
    ]
    if any(len(each) != 1 for each in hours) or not _same_names(first, second):
        return False
    apart = abs(hours[0][0] - hours[1][0]) % _HALF_DAY
    return min(apart, _HALF_DAY - apart) > _QUARTER


def _same_names(first: Statement, second: Statement) -> bool:
    """True where the places and people named beside speakers are the same, as far as both name any."""
    named = [
        {part for name in names(each.text) for part in name.words} - each.voice for each in (first, second)
    ]
    return not all(named) or (bool(named[0] & named[1]) and not (named[0] - named[1] and named[1] - named[0]))


def _later(first: Statement, second: Statement) -> bool:
    """True where the first was published on a later day: what was not so may have become so."""
    return bool(first.published and second.published and first.published > second.published)


def _same_day(first: Statement, second: Statement) -> bool:
    return first.day is None or second.day is None or first.day == second.day


def _index(said: Sequence[Statement]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(said):
        for key in concepts(each.text):
            index[key].append(number)
    return dict(index)


def _near(
    wanted: frozenset[str], index: Mapping[str, Sequence[int]], said: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements that share one of the rarest concepts; what too many share tells nothing."""
    known = [key for key in wanted if key in index and len(index[key]) <= max(_TOO_COMMON, len(said) // 4)]
    rarest = sorted(known, key=lambda key: (len(index[key]), key))[:_RAREST]
    for number in sorted({number for key in rarest for number in index[key]}):
        yield said[number]
