"""Which sentences of some articles speak of what a sentence says: found by rare words, names and numbers.

Words weigh what they tell sentences apart by (inverse document frequency, Spärck Jones 1972); numbers and names weigh
double, because it is they that a claim is checked by. Sentences are added while each covers something that the ones
before it do not.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from conspectus.model.article import Article, Sentence
from conspectus.text.facts.names import name_words, names
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.tokens import read
from conspectus.text.facts.words import content_words
from conspectus.text.leaning import leans
from conspectus.text.senses import meant
from conspectus.verification.checks.case import SHARED_BEGINNING, analyse
from conspectus.verification.grounding import sentence_evidence

EARLIER = 3
"""How many sentences before one tell whom its pronouns mean."""
MOST_SENTENCES = 4
"""Sentences that one claim's evidence may have."""
CLOSE = 0.35
"""The share of what a claim's words and names weigh from which evidence is close: it seems to be about the claim."""
_TELLING = 1.8
"""How many words that one sentence alone has weigh as much as a sentence of close evidence shares with a claim."""
_NEARLY_ALL = 0.75
"""The share of a short claim's words and names that is enough in their place."""
_SAME = 0.5
_TELLING_SAME = 2.5
"""Both, where evidence surely speaks of the same thing."""
_UNHEARD = 0.1
"""The share of all sentences that a word which none has is taken to stand in: it may well be said in another word."""

_HEAVY = 2.0
_LEAST_GAIN = 0.12
_NEARLY_AS_GOOD = 0.9
_ALTERNATIVES = 3
_NEAREST = 8
_LONG_NUMBER = re.compile(r"#(?!(?:19|20)\d\d$)[\d.]{3,}$")
"""A number that two texts seldom share by chance: of three digits or more, and no year."""


_SENSE = "={}"


@dataclass(frozen=True)
class Place:
    """A sentence of an article's body."""

    article: Article
    sentence: Sentence

    @property
    def text(self) -> str:
        """Its words as they stand in the article."""
        return self.article.sentence_text(self.sentence)

    @property
    def before(self) -> str:
        """The words of the body's sentence before it, empty for the first."""
        return next(iter(self.earlier), "")

    @property
    def earlier(self) -> tuple[str, ...]:
        """The body's sentences shortly before it, the last of them first."""
        previous = [s for s in self.article.body if s.id < self.sentence.id]
        return tuple(map(self.article.sentence_text, reversed(previous[-EARLIER:])))


@dataclass(frozen=True)
class Found:
    """Sentences that together cover `coverage` (0–1) of what a claim's words, names and numbers weigh.

    `close` says that they seem to speak of what the claim speaks of, whatever its numbers are, `same` that they surely
    do: what they say otherwise contradicts it. They stand in the order of the articles, and of the sentences in each.
    """

    places: tuple[Place, ...]
    coverage: float
    close: bool
    same: bool


class EvidenceIndex:
    """The body sentences of some articles, ready to be searched; built in time linear in their text."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._places = [
            Place(article, sentence)
            for article in articles
            for sentence in article.body
            if sentence_evidence(article, [sentence.id])
        ]
        self._terms = [terms(place.text) for place in self._places]
        self._outlets = frozenset[str]().union(
            *(terms(each.publisher) for each in articles if each.publisher)
        )
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(self._terms):
            for term in found:
                self._postings[term].append(number)

    def search(self, claim: str, *, across: bool = False) -> tuple[Found, ...]:
        """Where the claim may be said, best first; empty where no sentence has any of its words.

        `across` languages it goes by names and numbers, as far as the articles have them. The first is the union of the
        sentences that cover most of the claim, the second that of one article alone, as others may tell of another
        event; the rest are single sentences that cover nearly as much, which may say it alone, or say it otherwise.
        """
        opening = {f"@{name.words[0]}" for name in names(claim) if name.initial and len(name.words) == 1}
        # A capital that opens a sentence makes no name of what no article names.
        # Nor need an article say whose it is, for a claim to name its outlet.
        needless = opening | self._outlets
        asked = [term for term in terms(claim) if term in self._postings or term not in needless]
        searched = [t for t in asked if not across or (t[0] in "#@" and t in self._postings)]
        wanted = {term: self._weight(term) for term in searched}
        total = math.fsum(wanted.values())
        candidates = {number for term in wanted for number in self._postings.get(term, ())}
        if not candidates or not total:
            return ()
        shares = {number: self._gain(number, wanted) / total for number in candidates}
        ranked = sorted(candidates, key=lambda number: (-shares[number], number))
        union = self._union(ranked, dict(wanted), total)
        coverage = self._covered(union, wanted) / total
        first = self._places[ranked[0]].article.id
        within = [number for number in ranked if self._places[number].article.id == first]
        singles = [n for n in ranked[:_ALTERNATIVES] if shares[n] >= _NEARLY_AS_GOOD * coverage]
        chosen = dict.fromkeys(
            map(tuple, (union, self._union(within, dict(wanted), total), *([number] for number in singles)))
        )
        return tuple(self._found(numbers, wanted, total) for numbers in chosen)

    def nearest(self, claim: str) -> tuple[str, ...]:
        """The sentences that share most with the claim, the one with most first."""
        wanted = {term: self._weight(term) for term in terms(claim) if term in self._postings}
        candidates = {number for term in wanted for number in self._postings[term]}
        ranked = sorted(candidates, key=lambda number: (-self._gain(number, wanted), number))
        return tuple(self._places[number].text for number in ranked[:_NEAREST])

    def saying(self, words: Mapping[str, frozenset[str]]) -> list[tuple[float, int]]:
        """The sentences that have some of the words, by number, with the share (0–1) of what all of them weigh.

        `words` are stems and figures with what they may mean; those that no sentence has weigh nothing. The sentence
        that says most stands first.
        """
        having = [self._having(word, senses) for word, senses in words.items()]
        weights = [self._rarity(len(numbers)) if numbers else 0.0 for numbers in having]
        total = math.fsum(weights)
        shares: dict[int, float] = defaultdict(float)
        for numbers, weight in zip(having, weights, strict=True):
            for number in numbers:
                shares[number] += weight / total
        return sorted(
            ((share, number) for number, share in shares.items()), key=lambda each: (-each[0], each[1])
        )

    def place(self, number: int) -> Place:
        """The sentence of that number."""
        return self._places[number]

    def beside(self, number: int, reach: int) -> list[Place]:
        """The sentence of that number, and those of its article up to `reach` sentences before or behind it."""
        article = self._places[number].article.id
        around = self._places[max(0, number - reach) : number + reach + 1]
        return [place for place in around if place.article.id == article]

    def naming(self, article: Article, words: Iterable[str]) -> int:
        """How many of the article's sentences have one of the words as a part of a name."""
        named = {number for word in words for number in self._postings.get(f"@{word}", ())}
        return sum(self._places[number].article.id == article.id for number in named)

    def _having(self, word: str, senses: frozenset[str]) -> set[int]:
        return {
            number
            for key in (_beginning(word), *map(_SENSE.format, senses))
            for number in self._told.get(key, ())
        }

    @cached_property
    def _told(self) -> dict[str, list[int]]:
        """The sentences by how their words begin, and by what those may mean."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, place in enumerate(self._places):
            analysis = analyse(place.text)
            keys = set(map(_beginning, analysis.stem_set))
            keys.update(low for low in analysis.lows if low[0].isdecimal())
            keys.update(map(_SENSE.format, frozenset[str]().union(*meant(place.text).values())))
            for key in keys:
                found[key].append(number)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are a part of names, and neither only open sentences nor stand there in small letters."""
        texts = [place.text for place in self._places]
        named = frozenset[str]().union(*map(name_words, texts))
        return named.difference(*(read(text).words for text in texts))

    def together(self, name: Iterable[str], stems: Iterable[str]) -> bool:
        """True where a sentence has a word of the name and one of these stems, in a name or not."""
        named = {number for word in name for number in self._postings.get(f"@{word}", ())}
        return any(
            not named.isdisjoint(self._postings.get(term, ()))
            for stem in stems
            for term in (stem, f"@{stem}")
        )

    def _found(self, numbers: Sequence[int], wanted: Mapping[str, float], total: float) -> Found:
        # Another number in a sentence that is otherwise alike is a contradiction, not another subject.
        worded = {term: weight for term, weight in wanted.items() if term[0] != "#"}
        share = self._covered(numbers, worded) / math.fsum(worded.values()) if worded else 0.0
        tied = {term: weight for term, weight in wanted.items() if term in worded or _LONG_NUMBER.match(term)}
        telling = max(self._covered(self._as_one(number, numbers), tied) for number in numbers)
        telling /= self._rarity(1)
        # A short claim has little to share.
        most = _NEARLY_ALL * math.fsum(worded.values()) / self._rarity(1)
        return Found(
            tuple(self._places[number] for number in numbers),
            coverage=self._covered(numbers, wanted) / total,
            close=share >= CLOSE and telling >= min(_TELLING, most),
            same=share >= _SAME and telling >= min(_TELLING_SAME, most),
        )

    def _as_one(self, number: int, numbers: Sequence[int]) -> tuple[int, ...]:
        """The sentence, with the one before it where that is found too and tells what its "it" means."""
        place, before = self._places[number], number - 1
        if before not in numbers or self._places[before].article.id != place.article.id:
            return (number,)
        return (before, number) if leans(place.text) else (number,)

    def _covered(self, numbers: Iterable[int], wanted: Mapping[str, float]) -> float:
        found = frozenset[str]().union(*(self._terms[number] for number in numbers))
        return math.fsum(weight for term, weight in wanted.items() if term in found)

    def _union(self, ranked: Sequence[int], left: dict[str, float], total: float) -> list[int]:
        chosen: list[int] = []
        while len(chosen) < MOST_SENTENCES:
            best = max(ranked, key=lambda number: self._gain(number, left))
            gain = self._gain(best, left)
            if chosen and gain < _LEAST_GAIN * total:
                break
            chosen.append(best)
            for term in self._terms[best]:
                left.pop(term, None)
        return sorted(chosen)

    def _gain(self, number: int, wanted: dict[str, float]) -> float:
        # Sets come in another order in each process: an exact sum makes them all one.
        return math.fsum(wanted[term] for term in self._terms[number] if term in wanted)

    def _weight(self, term: str) -> float:
        having = len(self._postings.get(term, ())) or _UNHEARD * len(self._places)
        return self._rarity(max(1.0, having)) * (_HEAVY if term[0] in "#@" else 1.0)

    def _rarity(self, having: float) -> float:
        """What a word weighs that so many sentences have."""
        return math.log(1 + len(self._places) / having)


def terms(text: str) -> frozenset[str]:
    """What a text is found by: stems of its content words, `@` and its names' words, `#` and its numbers."""
    found = set(content_words(text))
    found.update(f"@{word}" for name in names(text) for word in name.words)
    for quantity in quantities(text):
        found.update((f"#{_plain(quantity.low)}", f"#{_plain(quantity.high)}"))
    found.update(f"#{low}" for low in read(text).lows if low[0].isdigit())
    return frozenset(found)


def _beginning(root: str) -> str:
    return root[:SHARED_BEGINNING]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
