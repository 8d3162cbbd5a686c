"""Which groups of articles may be one event, or two, for all that code can tell: what a model is asked about."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from conspectus.consolidate.events.grouping import SAME_SUBJECT, apart
from conspectus.consolidate.events.signatures import Signature
from conspectus.text.similarity import Pairs

MOST_PARTS = 24
"""Groups that are asked about at the most, those of most articles."""

Part = tuple[str, ...]


def doubts(
    events: Sequence[Sequence[str]], signatures: Mapping[str, Signature], alike: Pairs
) -> tuple[Part, ...]:
    """The parts of events (article ids) that may belong together otherwise than they do; empty where none may.

    An event is taken apart by the days that its articles put it on. In doubt are parts of one event, and parts of two
    that are alike enough for one subject and that time does not keep apart. `alike` are the signatures' `likenesses`.
    """
    parts = [(part, number) for number, event in enumerate(events) for part in _by_days(event, signatures)]

    def doubtful(first: tuple[Part, int], second: tuple[Part, int]) -> bool:
        if first[1] == second[1]:
            return True
        pairs = [(a, b) for a in first[0] for b in second[0]]
        if any(apart(signatures[a], signatures[b]) for a, b in pairs):
            return False
        return math.fsum(alike.between(*pair) for pair in pairs) >= SAME_SUBJECT * len(pairs)

    found = {part for pair in combinations(parts, 2) if doubtful(*pair) for part in pair}
    largest = sorted(found, key=lambda part: (-len(part[0]), part[1], part[0]))[:MOST_PARTS]
    return tuple(part for part, _ in parts if any(part == each for each, _ in largest))


def _by_days(event: Sequence[str], signatures: Mapping[str, Signature]) -> list[Part]:
    """The event's articles by when they put it: those whose times touch are together, undated ones with the first."""
    dated = [(main, key) for key in event if (main := signatures[key].time.main) is not None]
    runs: list[list[str]] = []
    end = None
    for main, key in sorted(dated, key=lambda each: (each[0].start, each[0].end)):
        if end is None or main.start > end:
            runs.append([])
        runs[-1].append(key)
        end = main.end if end is None else max(end, main.end)
    undated = [key for key in event if signatures[key].time.main is None]
    first = [*(runs[0] if runs else []), *undated]
    return [tuple(key for key in event if key in run) for run in (first, *runs[1:])]


def regrouped(
    events: Sequence[Sequence[str]],
    told: Sequence[Sequence[Part]],
    signatures: Mapping[str, Signature],
) -> list[list[str]]:
    """The events as somebody told them of the parts; what time keeps apart stays apart, what nobody named as it was.

    `told` has the parts of each event; a part that is told twice counts where it is told first.
    """
    named: set[str] = set()
    joined: list[list[str]] = []
    for parts in told:
        event = [key for part in dict.fromkeys(parts) for key in part if key not in named]
        if event and not any(apart(signatures[a], signatures[b]) for a, b in combinations(event, 2)):
            joined.append(event)
            named.update(event)
    return [*joined, *(left for event in events if (left := [key for key in event if key not in named]))]
