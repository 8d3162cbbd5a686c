"""Stretches of a sentence that other origins tell too: for each of its words they have one of the same sense.

Outlets hardly ever say all of one another's sentences, and yet most tell of the same acts. A stretch has a verb and at
least three words with content, and stands in one part of each sentence, denied or doubted in both or in neither. In
English, whose words have senses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conspectus.consolidate.agreement.carrying import at_other_times, doubts, parts
from conspectus.consolidate.conflicts.counts import one_time
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.shared import Telling
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.clauses import VERB
from conspectus.consolidate.language.senses import keys
from conspectus.text.facts.numbers import Bound, Quantity, quantities
from conspectus.text.senses import meant, phrases
from conspectus.verification.figures import Told, tells

_FEWEST_WORDS = 4
_COUNTED_WITHIN = 2
_PLAIN = frozenset((Bound.EXACT, Bound.ABOUT))
_TIE = 0.7
"""How closely its words have to tie two sentences, where 1 is a word that only they share."""
_OWNING = re.compile(r"['’]s?$")
# What stands behind is told of something else.
_NEXT = re.compile(r"(?:and|but|or) that\b|whether\b")
_TOKEN = re.compile(r"[\w’'-]+(?:[.,]\d+)*")


class _Token(NamedTuple):
    """A word at `start` to `end`: what it may mean, or the amount that it gives; neither where it says nothing."""

    start: int
    end: int
    senses: frozenset[str] = frozenset()
    amount: Quantity | None = None
    phrase: bool = False

    @property
    def speaks(self) -> bool:
        """True where it says something by itself."""
        return bool(self.senses) or self.amount is not None

    def is_told(self, others: Sequence[_Token]) -> bool:
        """True where one of the others has the same amount, or a word of the same sense."""
        return any(self.same(other) for other in others)

    def same(self, other: _Token) -> bool:
        """True for one amount within the same bounds, or words of one sense."""
        if self.amount is None or other.amount is None:
            return not self.senses.isdisjoint(other.senses)
        one, two = self.amount, other.amount
        bounds = {one.bound, two.bound}
        return (one.low, one.high) == (two.low, two.high) and (len(bounds) == 1 or bounds <= _PLAIN)


def stretches(scene: Scene) -> Iterator[Telling]:
    """For each statement and each of another origin that tells part of it: the longest such stretch of its words."""
    for statement in scene.said:
        if statement.language != "en":
            continue
        for other in scene.near(scene.about(statement)):
            if set(statement.item.origins) & set(other.item.origins) or other.language != "en":
                continue
            shared = scene.about(statement) & scene.about(other)
            if scene.weight(shared) < _TIE or not _at_one_time(statement, other):
                continue
            found = [
                (count, tie, words)
                for words, count in _common(statement.text, other.text)
                if (tie := scene.weight(keys(words, "en") & shared)) >= _TIE
            ]
            told = [Told(piece.quote, other.published) for piece in other.item.claim.evidence]
            if found and tells(told, (best := max(found))[2]):
                _, tie, words = best
                yield Telling(statement, other, words, tie)


def _at_one_time(one: Statement, other: Statement) -> bool:
    days = {each.item.claim.article_ids[0]: each.published for each in (one, other)}
    return one_time(one, other) and not at_other_times(
        one.item.claim.evidence, other.item.claim.evidence, days
    )


def _common(text: str, other: str) -> Iterator[tuple[str, int]]:
    """Every stretch of the text that a part of the other tells, with how many of its words have content."""
    for part in parts(text):
        for told in parts(other):
            if doubts(part) == doubts(told):
                yield from _runs(part, _tokens(part), _tokens(told))


def _runs(part: str, tokens: Sequence[_Token], others: Sequence[_Token]) -> Iterator[tuple[str, int]]:
    run: list[_Token] = []
    number_before = False
    for token in (*tokens, None):
        told = token is not None and (not token.speaks or token.is_told(others))
        if token and told and not (run and _NEXT.match(part, token.start)):
            run.append(token)
            continue
        # Of 340 whom the other has as 350 nothing is told by both.
        number_here = token is not None and not told and token.amount is not None
        if not number_before and not number_here:
            yield from _whole(part, run, others)
        run = [token] if token and told else []
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
    if VERB.search(words) or any(token.phrase for token in full):
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


@lru_cache(maxsize=2048)
def _tokens(part: str) -> tuple[_Token, ...]:
    read = [*phrases(part)]
    numbers = [each for each in quantities(part) if not each.vague]
    found = []
    for match in _TOKEN.finditer(part):
        start, end = match.span()
        amount = next((each for each in numbers if each.start < end and start < each.end), None)
        phrase = next((meaning for first, last, meaning in read if first < end and start < last), None)
        meaning = meant(match[0]) if phrase is None else phrase
        found.append(
            _Token(start, end, frozenset[str]().union(*meaning.values()), amount, phrase is not None)
        )
    return tuple(found)
