"""Stretches of a sentence that other origins tell too: for each of its words they have one of the same sense.

Outlets hardly ever say all of one another's sentences, and yet most tell of the same acts. A stretch has a verb and at
least three words with content, and stands in one part of each sentence, denied or doubted in both or in neither. In
English, whose words have senses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from conspectus.consolidate.agreement.carrying import at_other_times, doubts, parts
from conspectus.consolidate.conflicts.numbers.counts import one_time
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.shared import Telling, bounds_agree
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.clauses import VERB
from conspectus.consolidate.language.senses import keys
from conspectus.text.facts.numbers import Quantity, quantities
from conspectus.text.senses import meant, phrases
from conspectus.verification.figures import Told, tells

_FEWEST_WORDS = 4
_COUNTED_WITHIN = 2
_TIE = 0.7
"""How closely its words have to tie two sentences, where 1 is a word that only they share."""
_OWNING = re.compile(r"['’]s?$")
# What stands behind is told of something else.
_NEXT = re.compile(
    r"(?:and|but|or) that\b|whether\b|"
    r"(?:said|says?|told \w+|added|claim(?:s|ed)?|report(?:s|ed)?|wrote|writes?|warn(?:s|ed)?|argued?) that\b"
)
# Phrases that are read as one word and tell of no act.
_TITLES = frozenset(("ceo", "ai", "interest"))
_TOKEN = re.compile(r"[\w’'-]+(?:[.,]\d+)*")


class _Token(NamedTuple):
    """A word at `start` to `end`: what it may mean, or the amount that it gives; neither where it says nothing."""

    start: int
    end: int
    senses: frozenset[str] = frozenset()
    amount: Quantity | None = None
    acts: bool = False

    @property
    def speaks(self) -> bool:
        """True where it says something by itself."""
        return bool(self.senses) or self.amount is not None

    def same(self, other: _Token) -> bool:
        """True for one amount within the same bounds, or words of one sense."""
        if self.amount is None or other.amount is None:
            return not self.senses.isdisjoint(other.senses)
        one, two = self.amount, other.amount
        return (one.low, one.high) == (two.low, two.high) and bounds_agree(one.bound, two.bound)


class _Part(NamedTuple):
    """A part of a statement, what denies or doubts it, and all that its words may mean."""

    text: str
    tokens: tuple[_Token, ...]
    doubts: frozenset[str]
    senses: frozenset[str]

    def tells(self, token: _Token) -> bool:
        """True where it has the token's amount, or a word of its sense."""
        if token.amount is not None:
            return any(token.same(other) for other in self.tokens if other.amount is not None)
        return not token.senses.isdisjoint(self.senses)


def stretches(scene: Scene) -> Iterator[Telling]:
    """For each statement and each of another origin that tells part of it: the longest such stretch of its words."""
    said = [each for each in scene.said if each.language == "en"]
    # Few are tied to another closely enough to be read.
    read = cache(lambda text: [_part(part) for part in parts(text)])
    met: set[tuple[int, int]] = set()
    for first in said:
        one, about, origins = id(first), scene.about(first), frozenset(first.item.origins)
        for second in scene.near(about):
            other = id(second)
            pair = (one, other) if one < other else (other, one)
            if second.language != "en" or pair in met:
                continue
            met.add(pair)
            if not origins.isdisjoint(second.item.origins):
                continue
            shared = about & scene.about(second)
            if scene.weight(shared) < _TIE:
                continue
            found = [
                Telling(one, other, words, tie)
                for one, other in ((first, second), (second, first))
                for words, tie in _longest(read(one.text), read(other.text), scene, shared)
            ]
            if found and _at_one_time(first, second):
                yield from filter(_is_told, found)


def _longest(
    mine: Sequence[_Part], theirs: Sequence[_Part], scene: Scene, shared: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """The longest stretch of the one that the other tells, and how closely its words tie the two, if there is any."""
    found = [
        (count, tie, words)
        for words, count in _common(mine, theirs)
        if (tie := scene.weight(keys(words, "en") & shared)) >= _TIE
    ]
    if found:
        _, tie, words = max(found)
        yield words, tie


def _is_told(telling: Telling) -> bool:
    pieces = telling.other.item.claim.evidence
    return tells([Told(piece.quote, telling.other.published) for piece in pieces], telling.words)


def _at_one_time(one: Statement, other: Statement) -> bool:
    days = {each.item.claim.article_ids[0]: each.published for each in (one, other)}
    return one_time(one, other) and not at_other_times(
        one.item.claim.evidence, other.item.claim.evidence, days
    )


def _common(mine: Sequence[_Part], theirs: Sequence[_Part]) -> Iterator[tuple[str, int]]:
    """Every stretch of the one that a part of the other tells, with how many of its words have content."""
    for part in mine:
        for told in theirs:
            if part.doubts == told.doubts:
                yield from _runs(part, told)


def _runs(part: _Part, other: _Part) -> Iterator[tuple[str, int]]:
    senses = other.senses
    told = [
        not token.senses.isdisjoint(senses) if token.amount is None else other.tells(token)
        for token in part.tokens
    ]
    if sum(told) < _FEWEST_WORDS:
        return
    run: list[_Token] = []
    number_before = False
    for token, is_told in (*zip(part.tokens, told, strict=True), (None, False)):
        if token and (is_told or not token.speaks) and not (run and _NEXT.match(part.text, token.start)):
            run.append(token)
            continue
        # Of 340 whom the other has as 350 nothing is told by both.
        number_here = token is not None and not is_told and token.amount is not None
        if not number_before and not number_here:
            yield from _whole(part.text, run, other.tokens)
        run = [token] if token and is_told else []
        number_before = number_here


def _whole(part: str, run: Sequence[_Token], others: Sequence[_Token]) -> Iterator[tuple[str, int]]:
    """The run without what says nothing at its ends, where it tells of an act."""
    full = [token for token in run if token.speaks]
    # "According to the company's": of what, the run does not tell.
    while full and _OWNING.search(part, full[-1].start, full[-1].end):
        full.pop()
    if len(full) < _FEWEST_WORDS or not all(_counts(one, two, others) for one, two in pairwise(full)):
        return
    words = part[full[0].start : full[-1].end]
    if VERB.search(words) or any(token.acts for token in full):
        yield words, len(full)


def _counts(token: _Token, after: _Token, others: Sequence[_Token]) -> bool:
    """False where the token is a number, and the other does not count with it what stands behind it here."""
    if token.amount is None or after.amount is not None:
        return True
    told = [each for each in others if each.speaks]
    return any(
        token.same(one) and any(after.same(each) for each in told[place + 1 : place + 1 + _COUNTED_WITHIN])
        for place, one in enumerate(told)
    )


def _part(text: str) -> _Part:
    read = [*phrases(text)]
    numbers = [each for each in quantities(text) if not each.vague]
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        amount = next((each for each in numbers if each.start < end and start < each.end), None)
        phrase = next((meaning for first, last, meaning in read if first < end and start < last), None)
        meaning = meant(match[0]) if phrase is None else phrase
        acts = phrase is not None and _TITLES.isdisjoint(phrase)
        found.append(_Token(start, end, frozenset[str]().union(*meaning.values()), amount, acts))
    senses = frozenset[str]().union(*(token.senses for token in found))
    return _Part(text, tuple(found), doubts(text), senses)
