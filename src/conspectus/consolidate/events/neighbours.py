"""Which events of articles in several languages are one: what each language's articles make of them, compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final, NamedTuple

from conspectus.consolidate.events.abroad import Marks, alike_abroad
from conspectus.consolidate.events.clusters import agglomerate
from conspectus.consolidate.events.signatures import Signature
from conspectus.text.similarity import Pairs

_ONE_EVENT: Final = 0.125
_CLOSE: Final = 0.12
_NEXT_DAY: Final = timedelta(days=1)


class _Part(NamedTuple):
    """Articles that stay together, the event of their language that they were put into, and its subject."""

    keys: list[str]
    event: int
    subject: int


def across_languages(
    events: Sequence[Sequence[str]],
    subjects: Sequence[int],
    signatures: Mapping[str, Signature],
    near: Pairs,
    *,
    apart: Callable[[str, str], bool],
    settled: frozenset[str],
) -> list[list[str]]:
    """The events, joined where articles in different languages tell of one, and parted where these tell of two.

    `subjects` has for each event the number of its subject: events of one subject are never joined. `near` is how
    alike articles in one language are; two of whom `apart` is true are never in one event. Events with articles that
    are `settled` are not joined with each other, and these articles stay together.

    An event of one language is taken apart by days and by likeness first. Its parts come together again unless articles
    in other languages hold them apart: "the first leg" and "the second" are told apart by who else tells of which.
    """
    parts = [
        _Part(keys, number, subject)
        for number, (event, subject) in enumerate(zip(events, subjects, strict=True))
        for keys in _parts(event, signatures, near, settled)
    ]

    def never(one: Sequence[_Part], two: Sequence[_Part], *, again: bool) -> bool:
        return any(
            (a.subject == b.subject and (again or a.event != b.event))
            or not (settled.isdisjoint(a.keys) or settled.isdisjoint(b.keys))
            or any(apart(x, y) for x in a.keys for y in b.keys)
            for a in one
            for b in two
        )

    def joined(groups: list[list[_Part]], *, again: bool = False) -> list[list[_Part]]:
        named = {str(number): group for number, group in enumerate(groups)}
        alike = alike_abroad({name: _marked(group, signatures) for name, group in named.items()})
        found = agglomerate(
            list(named),
            alike,
            least=_ONE_EVENT,
            forbidden=lambda one, two: never(named[one], named[two], again=again),
        )
        return [[part for name in names for part in named[name]] for names in found]

    # Parts have less in common with those of another language than the events that they make up.
    groups = joined(_reunited(joined([[part] for part in parts]), signatures), again=True)
    return [[key for part in group for key in part.keys] for group in groups]


def _marked(group: Sequence[_Part], signatures: Mapping[str, Signature]) -> list[tuple[str, Marks]]:
    found = (signatures[key] for part in group for key in part.keys)
    return [(each.language, each.marks) for each in found if each.language]


def _reunited(groups: list[list[_Part]], signatures: Mapping[str, Signature]) -> list[list[_Part]]:
    """The groups, with parts of one event together again unless both are with articles in another language.

    Two languages that both have them as one event outweigh that.
    """
    groups = [list(group) for group in groups]
    while True:
        holders: defaultdict[int, list[int]] = defaultdict(list)
        events = [{part.event for part in group} for group in groups]
        alone = [len({language for language, _ in _marked(group, signatures)}) < 2 for group in groups]
        for number, found in enumerate(events):
            for event in found:
                holders[event].append(number)
        for one, two in sorted({pair for held in holders.values() for pair in combinations(held, 2)}):
            if alone[one] or alone[two] or len(events[one] & events[two]) > 1:
                groups[one] += groups.pop(two)
                break
        else:
            return groups


def _parts(
    event: Sequence[str], signatures: Mapping[str, Signature], near: Pairs, settled: frozenset[str]
) -> list[list[str]]:
    """The event's articles by likeness, and those by days: one without news parts them. What is settled is one part."""
    fixed = [key for key in event if key in settled]
    free = [key for key in event if key not in settled]
    parts = [fixed] if fixed else []
    for group in agglomerate(free, near, least=_CLOSE):
        dated = [(when, key) for key in group if (when := signatures[key].marks.when) is not None]
        runs: list[list[str]] = []
        end = None
        for when, key in sorted(dated, key=lambda each: (each[0].start, each[0].end)):
            if end is None or when.start - end > _NEXT_DAY:
                runs.append([])
            runs[-1].append(key)
            end = when.end if end is None else max(end, when.end)
        undated = [key for key in group if signatures[key].marks.when is None]
        parts += [[*(runs[0] if runs else []), *undated], *runs[1:]]
    return parts
