"""Figures that several origins give: one number of one thing at one time, whatever else their sentences say.

Outlets hardly ever word a whole sentence alike, and yet most of a story's numbers stand in several of them. Less is
asked of two equal amounts than of two that are to contradict each other: that they are equal says much by itself, and
the more so the less round they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from conspectus.consolidate.conflicts.numbers.amounts import Amount
from conspectus.consolidate.conflicts.numbers.counts import near, one_time, other_period
from conspectus.consolidate.conflicts.numbers.measure import COUNT, TIME, Measure
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.shared import Telling, bounds_agree
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.roles import ANYBODY, MOVING
from conspectus.text.chronology import NEWS_LASTS
from conspectus.text.facts.dates import periods
from conspectus.text.facts.hours import HALF_DAY, Hour, hours
from conspectus.verification.figures import Told, gives

_SMALL = 12
"""Up to here numbers are everywhere, and equal by chance."""
_FEW_STATEMENTS, _FEW_VALUES = 40, 5
_AGES = 110
_MOST_ALIKE = 60
# How closely shared words have to tie two sentences, where 1 is a word that only they share.
_SMALL_TIE = 0.9
_DURATION_TIE = 1.0
_BARE_TIE = 0.8
_TIE = 0.3
_MOMENT_TIE = 0.5
_ROUND_MINUTES = 5
_TELLING_DIGITS = 3
"""As many digits before the last zeros make a number that hardly two things of one event have."""
_NO_NUMBER = re.compile(
    r"\b(?:not|rather than|instead of|nicht|statt|pas|no|non)\s+(?:at |on |à |a |auf |bei )?$", re.IGNORECASE
)
# "At half-time", "the second half": of a match.
_OF_A_MATCH = re.compile(r"\b(?:first|second|each|either|other|opening|better)\s+$", re.IGNORECASE)
_NO_HOUR = re.compile(
    r"\b(?:not|rather than|instead of|nicht|statt|pas|no)\s+(?:at|by|before|after|until|um|a las|à|às|alle)\s+$",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"[A-Z][\w’'-]+, (?:aged? )?$")
_NOUN_WITHIN = 2


@dataclass(frozen=True)
class _Given:
    """What a statement gives in these `words`."""

    statement: Statement
    words: str


@dataclass(frozen=True)
class _Figure(_Given):
    """An amount of a statement, and as `amount` what it counts, where that is known."""

    measure: Measure
    amount: Amount | None

    @property
    def noun(self) -> str:
        return self.amount.noun if self.amount else ""

    @property
    def is_small(self) -> bool:
        return self.measure.dimension == COUNT and self.measure.high <= _SMALL


def figures_given(found: Sequence[Amount], scene: Scene) -> Iterator[Telling]:
    """The figures in a statement's words that statements of other origins give too.

    `found` are the scene's amounts as far as it is known what they count.
    """
    figures = list(_figures(found, scene))
    values = _values(figures)
    numbers = ((_tie(*pair, scene, values), *pair) for pair in _equal(iter(figures)))
    times = ((_tie_of_times(*pair, scene), *pair) for pair in _at_once(scene))
    tied: Iterable[tuple[float | None, _Given, _Given]] = chain(numbers, times)
    for tie, first, second in tied:
        if tie is None:
            continue
        for mine, theirs in ((first, second), (second, first)):
            there = [_told(theirs.statement, piece.quote) for piece in theirs.statement.item.claim.evidence]
            if gives(there, mine.words, _told(mine.statement, mine.statement.text)):
                yield Telling(mine.statement, theirs.statement, mine.words, tie)


def _told(statement: Statement, words: str) -> Told:
    return Told(words, statement.published, statement.language)


def _figures(found: Sequence[Amount], scene: Scene) -> Iterator[_Figure]:
    known: defaultdict[object, list[Amount]] = defaultdict(list)
    for each in found:
        known[id(each.statement), _value(each.measure)].append(each)
    for statement in scene.said:
        raw = statement.text
        # In other languages number words were read as digits, which do not stand there.
        read, stated = measures(raw, statement.language)
        for measure in stated:
            words = read[measure.start : measure.end].strip()
            start = raw.find(words, measure.start if read == raw else 0)
            # "Four hundred and twelve?" doubts it.
            doubted = _NO_NUMBER.search(raw, 0, start) or raw[start + len(words) :].lstrip().startswith("?")
            if not words or not measure.high or start < 0 or doubted:
                continue
            if any(hour.start <= start < hour.end for hour in hours(raw)):
                continue
            half = words.lower() == "half"
            if half and (raw[start + 4 :].startswith(("-", " time")) or _OF_A_MATCH.search(raw, 0, start)):
                continue
            if measure.dimension == COUNT and measure.high <= _AGES and _AFTER_NAME.search(raw, 0, start):
                continue
            # Amounts are read from the text in plainer words, whose places differ a little.
            alike = known[id(statement), _value(measure)]
            amount = min(alike, key=lambda each: abs(each.measure.start - start), default=None)
            yield _Figure(statement, _with_noun(words, raw[start + len(words) :], amount), measure, amount)


def _with_noun(words: str, after: str, amount: Amount | None) -> str:
    """The number with what it counts, where that follows it closely: "31 reports", "412 destroyed homes"."""
    noun = amount.noun if amount else ""
    counted = re.match(rf"(?:\s[\w’'-]+){{0,{_NOUN_WITHIN}}}?\s{re.escape(noun)}\b", after) if noun else None
    return f"{words}{counted[0]}" if counted else words


def _value(measure: Measure) -> tuple[object, ...]:
    return measure.dimension, measure.low, measure.high


def _equal(figures: Iterator[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """Pairs of equal figures of different origins; small counts only where they are of one noun or role."""
    groups: defaultdict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    for figure in figures:
        kinds = (figure.amount.what if figure.amount else ()) if figure.is_small else ("",)
        for kind in sorted(kinds):
            groups[*_value(figure.measure), kind].append(figure)
    pairs: dict[tuple[int, int], tuple[_Figure, _Figure]] = {}
    for group in groups.values():
        # What so many give is a number of everything.
        for first, second in combinations(group, 2) if len(group) <= _MOST_ALIKE else ():
            if not set(first.statement.item.origins) & set(second.statement.item.origins):
                pairs[id(first), id(second)] = (first, second)
    yield from pairs.values()


def _values(figures: Sequence[_Figure]) -> Counter[str]:
    """How many different values the event has of each dimension, small counts apart."""
    measured = (each.measure for each in figures if not each.is_small)
    return Counter(
        dimension for dimension, _, _ in {(each.dimension, each.low, each.high) for each in measured}
    )


def _tie(first: _Figure, second: _Figure, scene: Scene, values: Mapping[str, int]) -> float | None:
    """How closely the words around them tie two equal figures, None where they may be of two things."""
    a, b = first.statement, second.statement
    if not bounds_agree(first.measure.bound, second.measure.bound):
        return None
    roles = [each.amount.roles if each.amount else frozenset[str]() for each in (first, second)]
    if all(roles) and not roles[0] & roles[1]:
        return None
    if first.amount and second.amount and _of_parts(first.amount, second.amount):
        return None
    telling = _digits(first.measure) >= _TELLING_DIGITS
    # Where little is told and hardly anything measured so, nothing else is likely to come to the same.
    short = len(scene.said) <= _FEW_STATEMENTS
    rare = short and not first.is_small and values[first.measure.dimension] <= _FEW_VALUES
    at_once = not other_period(a, b) if rare else one_time(a, b)
    if not telling and not at_once and not (roles[0] & roles[1] & MOVING and near(a, b)):
        return None
    heads = {each.amount.head for each in (first, second) if each.amount}
    tie = scene.weight((scene.about(a) & scene.about(b)) - heads)
    same_noun = len(heads) == 1 and "" not in heads and bool(first.amount and second.amount)
    same_role = bool(roles[0] & roles[1])
    if telling or rare:
        enough = True
    elif first.is_small:
        anybody = any(not each.noun or each.noun in ANYBODY for each in (first, second))
        enough = (same_role and (anybody or same_noun)) or (same_noun and tie >= _SMALL_TIE)
    elif first.measure.dimension == TIME:
        enough = tie >= _DURATION_TIE
    elif first.measure.dimension == COUNT and not (first.noun and second.noun):
        enough = same_role or tie >= _BARE_TIE
    else:
        enough = same_noun or same_role or tie >= _TIE
    return tie if enough else None


@dataclass(frozen=True)
class _Moment(_Given):
    """An hour, or a day that is not the news's own."""

    hour: Hour | None = None


def _at_once(scene: Scene) -> Iterator[tuple[_Moment, _Moment]]:
    """Pairs of equal hours, and of equal days, that statements of different origins give."""
    groups: defaultdict[object, list[_Moment]] = defaultdict(list)
    for statement in scene.said:
        text = statement.text
        for hour in hours(text):
            if _NO_HOUR.search(text, 0, hour.start):
                continue
            words = text[hour.start : hour.end].strip()
            groups[hour.minutes % HALF_DAY].append(_Moment(statement, words, hour))
        for each in periods(text, statement.published):
            if each.start and each.start == each.end and not _is_news(each.start, statement.published):
                groups[each.start].append(_Moment(statement, each.text))
    for group in groups.values():
        for first, second in combinations(group, 2) if len(group) <= _MOST_ALIKE else ():
            if not set(first.statement.item.origins) & set(second.statement.item.origins):
                yield first, second


def _is_news(day: date, published: date | None) -> bool:
    return published is not None and abs(day - published) <= NEWS_LASTS


def _tie_of_times(first: _Moment, second: _Moment, scene: Scene) -> float | None:
    """How closely the words around them tie what happened at one time, None where it may be two things."""
    a, b = first.statement, second.statement
    if first.hour and second.hour and not (first.hour.same(second.hour) and one_time(a, b)):
        return None
    tie = scene.weight(scene.about(a) & scene.about(b))
    # Hardly two things of one day happen at 23:41.
    telling = first.hour is not None and first.hour.minutes % _ROUND_MINUTES > 0
    return tie if telling or tie >= _MOMENT_TIE else None


def _digits(measure: Measure) -> int:
    return len(measure.high.normalize().as_tuple().digits)


def _of_parts(first: Amount, second: Amount) -> bool:
    """True where what is counted is qualified on one side only, or otherwise: officers, the seriously injured."""
    return (
        first.partial != second.partial
        or first.limits != second.limits
        or bool(first.named and second.named and not first.named & second.named)
    )
