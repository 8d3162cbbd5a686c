"""What stands beside a number: the words, dates and names that tell whose it is."""

from __future__ import annotations

from typing import NamedTuple

from conspectus.text.facts.numbers import Quantity
from conspectus.text.facts.operators import ATTRIBUTION
from conspectus.text.facts.resolving import Parts
from conspectus.verification.checks.case import Analysis

_NOUN_REACH = 3
PART_REACH = 6
"""How many tokens after the number of a part its whole stands, at most."""
FULL_STOP = frozenset(".")
_SEPARATORS = frozenset(", ; : – ( ) . while but and against from whereas compared".split())  # noqa: SIM905


class Near(NamedTuple):
    """What stands beside a number: content words, and the dates and names that tell whose number it is."""

    words: frozenset[str]
    anchors: frozenset[str | Parts]


def likeness(mine: Near, theirs: Near) -> tuple[int, int]:
    """How many anchors, then how many words, stand beside both: the more telling of two is the greater one."""
    return len(mine.anchors & theirs.anchors), len(mine.words & theirs.words)


def neighbourhood(analysis: Analysis, quantity: Quantity, separators: frozenset[str] = _SEPARATORS) -> Near:
    """What stands closer to the quantity than to any other of the same unit, in its clause."""
    reading = analysis.reading
    lows = reading.lows
    start, end = 0, len(lows)
    others = [q for q in analysis.quantities if q is not quantity and q.unit == quantity.unit]
    for other in others:
        if other.last < quantity.first:
            start = max(start, other.last + 1)
        if other.first > quantity.last:
            end = min(end, other.first)
    if reading.low(quantity.last + 1) == "of" and end - quantity.last <= PART_REACH:
        # "37 of the region's 52 schools": the schools are those of both.
        end = min((q.first for q in others if q.first > end), default=len(lows))
    before = quantity.first
    while before > start and lows[before - 1] not in separators:
        before -= 1
    after = quantity.last + 1
    while after < end and lows[after] not in separators:
        after += 1
    beside = analysis.stems[before : quantity.first] + analysis.stems[quantity.last + 1 : after]
    words = frozenset(filter(None, beside))
    anchors: set[str | Parts] = set()
    if analysis.mentions:
        first, last = reading.starts[before], reading.end(max(after - 1, quantity.last))
        anchors.update([m.parts for m in analysis.mentions if first <= m.start < last])
    for name in analysis.names:
        if before <= name.first < after and not speaks(analysis, name.first):
            anchors.update(name.words)
    return Near(words, frozenset(anchors))


def speaks(analysis: Analysis, index: int) -> bool:
    """True for a token of whom something is attributed to."""
    said = analysis.of_kind(ATTRIBUTION)
    return bool(said) and any(o.speaker is not None and o.speaker[0] <= index < o.speaker[1] for o in said)


def counted_nouns(analysis: Analysis, quantity: Quantity) -> frozenset[str]:
    """The stems of what the quantity counts: the words right behind it, some more of them after "of"."""
    end = quantity.last + 1
    stop = end
    part = analysis.reading.low(end) == "of"
    reach = PART_REACH if part else _NOUN_REACH
    while stop < len(analysis.reading) and stop < end + reach:
        word = analysis.reading.lows[stop]
        if not (word[0].isalnum() or word in ("-", "'s")) or word in ("and", "or", "but", "while"):
            break
        stop += 1
    return analysis.stems_in(end, stop)


def first_noun(analysis: Analysis, quantity: Quantity) -> str | None:
    """The stem of the word right behind the quantity, None where that has none."""
    stems = analysis.stems[quantity.last + 1 : quantity.last + 2]
    return stems[0] if stems else None
