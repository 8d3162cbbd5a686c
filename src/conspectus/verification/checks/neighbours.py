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
_INSIDE = ("-", "'s")
_JOINING = frozenset(("and", "or", "but", "while"))
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
    unit, own, behind = quantity.unit, quantity.first, quantity.last + 1
    others = [q for q in analysis.quantities if q.unit == unit and q is not quantity]
    for other in others:
        # They stand in order.
        if other.last < own:
            start = other.last + 1
        elif other.first >= behind:
            end = other.first
            break
    if reading.padded[behind] == "of" and end < behind + PART_REACH:
        # "37 of the region's 52 schools": the schools are those of both.
        end = min((q.first for q in others if q.first > end), default=len(lows))
    before = own
    while before > start and lows[before - 1] not in separators:
        before -= 1
    after = behind
    while after < end and lows[after] not in separators:
        after += 1
    words = frozenset(filter(None, analysis.stems[before:own] + analysis.stems[behind:after]))
    anchors: set[str | Parts] = set()
    if analysis.mentions:
        first, last = reading.starts[before], reading.end(max(after, behind) - 1)
        anchors.update([m.parts for m in analysis.mentions if first <= m.start < last])
    for name in analysis.names:
        if before <= name.first < after and not speaks(analysis, name.first):
            anchors.update(name.words)
    return Near(words, frozenset(anchors))


def speaks(analysis: Analysis, index: int) -> bool:
    """True for a token of whom something is attributed to."""
    for said in analysis.of_kind(ATTRIBUTION):
        if said.speaker is not None and said.speaker[0] <= index < said.speaker[1]:
            return True
    return False


def counted_nouns(analysis: Analysis, quantity: Quantity) -> frozenset[str]:
    """The stems of what the quantity counts: the words right behind it, some more of them after "of"."""
    lows, end = analysis.reading.lows, quantity.last + 1
    following = lows[end : end + _NOUN_REACH]
    if following[:1] == ("of",):
        following = lows[end : end + PART_REACH]
    stop = end
    for word in following:
        if not (word[0].isalnum() or word in _INSIDE) or word in _JOINING:
            break
        stop += 1
    return analysis.stems_in(end, stop)


def first_noun(analysis: Analysis, quantity: Quantity) -> str | None:
    """The stem of the word right behind the quantity, None where that has none."""
    stems = analysis.stems[quantity.last + 1 : quantity.last + 2]
    return stems[0] if stems else None
