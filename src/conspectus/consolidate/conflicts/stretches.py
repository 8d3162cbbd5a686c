"""What two reports tell alike: the words of one's sentence for each of which the other has one of the same sense.

Outlets hardly ever say all of one another's sentences, and yet most tell of the same things. Whether words that two
sentences have in common tell of one thing in both no rule proves; a logistic regression over a few plain features says
how likely it is. Its weights are fitted by `scripts/fit_stretches.py` on cases that rules may be written on, and
`eval/README.md` has the figures. What would set the two against each other is not weighed and excludes it: another
number, day or time, what one of them denies, doubts or only expects, names the other way round. In English, whose words
have senses.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product
from typing import NamedTuple

from conspectus.consolidate.agreement.carrying import at_other_times
from conspectus.consolidate.conflicts.cores import Core, agree, cores, counted
from conspectus.consolidate.conflicts.numbers.counts import one_time
from conspectus.consolidate.conflicts.reading import Part, Read, read
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.shared import Telling
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.verification.figures import Told, given

WEIGHTS: Mapping[str, float] = {
    "always": -2.81,
    "covered": 2.76,
    "covered of one": 1.24,
    "amounts": 0.88,
    "large": 2.32,
    "other names": -0.17,
    "counted": 1.78,
    "tie": 0.77,
    "choice": -0.76,
}
"""How much each of the features adds to the log-odds that two statements tell of one thing."""
LIKELY = 0.7
"""How likely that has to be for the words that both have to be shown as told by both."""

_FEWEST = 2
_MOST_ALIKE = 60
_MOST_AMOUNTS = 2.0
_MOST_NAMES = 3.0
_MOST_TIE = 4.0
_SHORT = 8
_ROUNDING = 1e-9


class Pair(NamedTuple):
    """Two statements of two origins, the words of each that the other has too, and what says whether of one thing.

    `compatible` is false where these words say nothing, or something else in each.
    """

    first: Statement
    second: Statement
    mine: Core
    theirs: Core
    features: Mapping[str, float]
    compatible: bool

    @property
    def likelihood(self) -> float:
        """How likely (0–1) it is that both tell of one thing."""
        return 1 / (1 + math.exp(-_told(self.features)))

    def tellings(self) -> tuple[Telling, ...]:
        """What each of the two tells of the other, where neither speaks against it."""
        if not self.compatible or not _at_one_time(self.first, self.second):
            return ()
        tie = self.features["tie"]
        found = (
            Telling(self.first, self.second, self.mine.quoted(self.first.text), tie),
            Telling(self.second, self.first, self.theirs.quoted(self.second.text), tie),
        )
        return found if all(map(_is_told, found)) else ()


def stretches(scene: Scene) -> Iterator[Telling]:
    """For each statement and each of another origin that is likely to tell of the same: the words that both have."""
    for each in pairs(scene, least=LIKELY):
        if each.compatible and each.likelihood >= LIKELY:
            yield from each.tellings()


def pairs(scene: Scene, fewest: int = _FEWEST, least: float = 0.0) -> Iterator[Pair]:
    """Every two statements of two origins with so many words in common, compatible or not.

    Those that are less likely than `least` to tell of one thing may be left out.
    """
    said = [each for each in scene.said if each.language == "en"]
    sizes = Counter(article for each in scene.said for article in each.item.claim.article_ids)
    known = [read(each.text) for each in said]
    about = [scene.wide(each) for each in said]
    origins = [frozenset(each.item.origins) for each in said]
    bounds = _Bounds(known)
    wanted = math.log(least / (1 - least)) - _ROUNDING if least else -math.inf
    size = [sizes[each.article_id] for each in said]
    choices = {
        both: max(0.0, math.log(math.sqrt(both) / _SHORT))
        for both in {one * other for one, other in product({*size}, repeat=2)}
    }
    most_tied = WEIGHTS["tie"] * _MOST_TIE
    for one, other in _near(known, fewest):
        if not origins[one].isdisjoint(origins[other]):
            continue
        choice = choices[size[one] * size[other]]
        # Hardly any two are likely to tell of one thing, and that costs little to see.
        at_most = WEIGHTS["choice"] * choice + bounds.between(one, other)
        if at_most + most_tied < wanted:
            continue
        tie = min(_MOST_TIE, scene.weight(about[one] & about[other]))
        if at_most + WEIGHTS["tie"] * tie < wanted:
            continue
        first, second = said[one], said[other]
        common = cores(known[one], known[other])
        if common is None or len(common[0].words) < fewest:
            continue
        one_amount = counted(known[one], known[other])
        features = {
            **_features(*common),
            "counted": float(one_amount or False),
            "tie": tie,
            "choice": choice,
        }
        if _told(features) >= wanted:
            yield Pair(first, second, *common, features, one_amount is not None and agree(*common))


def _told(features: Mapping[str, float]) -> float:
    return math.fsum(WEIGHTS[name] * value for name, value in features.items())


class _Sorts(NamedTuple):
    """How many words a part has, the sorts of them and those that may be the same, a bit for each sort.

    `again` are the words of a sort that is there already.
    """

    words: int
    own: int
    like: int
    again: int


class _Bounds:
    """The most that the words of two statements can add to the log-odds: words of one sense are taken for the same."""

    def __init__(self, known: Sequence[Read]) -> None:
        sorts: dict[frozenset[object], int] = {}
        having: defaultdict[object, int] = defaultdict(int)
        self._amounts = self._large = 0
        for word in chain.from_iterable(each.words for each in known):
            bit = sorts.setdefault(word.keys, 1 << len(sorts))
            for key in word.keys:
                having[key] |= bit
            if word.amount:
                self._amounts |= bit
            if word.is_large:
                self._large |= bit

        def of(part: Part) -> _Sorts:
            own = like = 0
            for word in part.words:
                own |= sorts[word.keys]
            for key in part.keys:
                like |= having[key]
            return _Sorts(len(part.words), own, like, len(part.words) - own.bit_count())

        self._of = [tuple(map(of, each.parts)) for each in known]

    def between(self, one: int, other: int) -> float:
        """What the words of these two can add, by their numbers."""
        most = counted = 0.0
        for mine in self._of[one]:
            for theirs in self._of[other]:
                met = mine.like & theirs.own
                if not met:
                    continue
                count = met.bit_count() + theirs.again
                first, second = min(1.0, count / mine.words), min(1.0, count / theirs.words)
                told = WEIGHTS["covered"] * min(first, second) + WEIGHTS["covered of one"] * max(
                    first, second
                )
                if amounts := met & self._amounts:
                    counted = WEIGHTS["counted"]
                    told += WEIGHTS["amounts"] * min(_MOST_AMOUNTS, amounts.bit_count() + theirs.again)
                    told += WEIGHTS["large"] * bool(met & self._large)
                most = max(most, told)
        return WEIGHTS["always"] + most + counted


def _near(known: Sequence[Read], fewest: int) -> Iterator[tuple[int, int]]:
    """The numbers of every two that have so many things in common, but for what too many have."""
    index: defaultdict[object, list[int]] = defaultdict(list)
    for number in reversed(range(len(known))):
        for key in known[number].keys:
            index[key].append(number)
    most = max(_MOST_ALIKE, len(known) // 4)
    few = {key: later for key, later in index.items() if len(later) <= most}
    for number, each in enumerate(known):
        having = [few[key] for key in each.keys if key in few]
        # Itself, for those before it are gone.
        for later in having:
            later.pop()
        met = Counter(chain.from_iterable(having))
        yield from ((number, other) for other, times in sorted(met.items()) if times >= fewest)


def _features(first: Core, second: Core) -> dict[str, float]:
    amounts = first.amounts, second.amounts
    return {
        "always": 1.0,
        "covered": min(first.covered, second.covered),
        "covered of one": max(first.covered, second.covered),
        "amounts": min(_MOST_AMOUNTS, *map(len, amounts)),
        "large": float(all(any(word.is_large for word in each) for each in amounts)),
        "other names": min(_MOST_NAMES, first.unnamed, second.unnamed),
    }


def _at_one_time(one: Statement, other: Statement) -> bool:
    days = {each.item.claim.article_ids[0]: each.published for each in (one, other)}
    return one_time(one, other) and not at_other_times(
        one.item.claim.evidence, other.item.claim.evidence, days
    )


def _is_told(telling: Telling) -> bool:
    """True where an audit finds it told."""
    statement, other = telling.statement, telling.other
    pieces = [Told(piece.quote, other.published) for piece in other.item.claim.evidence]
    return given(pieces, telling.words, Told(statement.text, statement.published))
