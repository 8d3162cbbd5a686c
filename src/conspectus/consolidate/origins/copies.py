"""Which articles are one text, cut or reworded, by the runs of words that they share outside quotations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from conspectus.model.article import Article, Sentence
from conspectus.model.briefing import Copy
from conspectus.text.similarity import shingles

COVERED = 0.2
"""Share (0–1) of the shorter article's words in common runs of five above which two articles are one text."""

REWORDED = 0.35
"""The same for runs of three, which survive where every sentence was touched; for texts of `_LONG` words."""

_RUN, _SHORT_RUN = 5, 3
# Two reporters hit on six words in a row ("was taken to hospital with burns"), hardly on eight.
_LONGEST = 8
_LONG = 60
_MANY, _MOSTLY, _SURE = 25, 0.5, 0.6
_FEW, _FEW_SHARE = 8, 0.02
_HUBS = 40
_REPEATED = 0.5
_WORD = re.compile(r"\w+")
# Two outlets that quote one statement are no copies. A quotation of several paragraphs closes only the last of them.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)")

# A word's number has so many bits, and a run of words the numbers of its words one behind the other.
_BITS = 24


@dataclass(frozen=True)
class _Runs:
    """A text's runs of `size` words, each a number: in the order of each sentence, and all together."""

    size: int
    by_sentence: tuple[tuple[int, ...], ...]
    all: frozenset[int]


@dataclass(frozen=True)
class _Text:
    """An article's own words, by sentence; each has a number from 1 on, the same in all texts that are compared."""

    article: Article
    sentences: tuple[tuple[Sentence, tuple[int, ...]], ...]

    @cached_property
    def length(self) -> int:
        return sum(len(words) for _, words in self.sentences)

    def told(self) -> set[int]:
        """The runs of `_RUN` words, and each shorter sentence as a run of its own."""
        found: set[int] = set()
        for _, words in self.sentences:
            found.update(_keys(words, _RUN) if len(words) >= _RUN else (_key(words),))
        found.discard(0)
        return found

    def runs(self, size: int) -> frozenset[tuple[int, ...]]:
        """The runs of `size` words within sentences; a shorter sentence is its own run."""
        return frozenset().union(*(shingles(words, size) for _, words in self.sentences))

    @cached_property
    def long_runs(self) -> _Runs:
        """The runs of `_RUN` words."""
        return self._numbered(_RUN)

    @cached_property
    def short_runs(self) -> _Runs:
        """The runs of `_SHORT_RUN` words."""
        return self._numbered(_SHORT_RUN)

    def _numbered(self, size: int) -> _Runs:
        by_sentence = tuple(tuple(_keys(words, size)) for _, words in self.sentences)
        return _Runs(size, by_sentence, frozenset().union(*by_sentence))


def _key(words: Sequence[int]) -> int:
    """The number of a run of words, and of no other."""
    key = 0
    for word in words:
        key = key << _BITS | word
    return key


def _keys(words: Sequence[int], size: int) -> Iterator[int]:
    """The numbers of all runs of so many words, in order."""
    key, within = _key(words[: size - 1]), (1 << _BITS * size) - 1
    for word in words[size - 1 :]:
        key = (key << _BITS | word) & within
        yield key


@dataclass(frozen=True)
class Likeness:
    """Two articles that are one text, and the share (0–1) of the shorter's words that the longer has in a row.

    Of two that are as long the later in the order given counts as the shorter.
    """

    shorter: Article
    longer: Article
    covered: float


def alike(articles: Sequence[Article]) -> tuple[Likeness, ...]:
    """All pairs that are one text; an index of runs of words finds them, so that no other pair is compared."""
    numbers: defaultdict[str, int] = defaultdict(lambda: len(numbers) + 1)
    texts = [_read(article, numbers) for article in {article.id: article for article in articles}.values()]
    # Most runs are in one text alone, and a list for each of these would be most of what is needed here.
    first_of: dict[int, int] = {}
    having: dict[int, list[int]] = {}
    sizes = []
    for number, text in enumerate(texts):
        told = text.told()
        sizes.append(len(told))
        for run in told:
            first = first_of.setdefault(run, number)
            if first != number:
                having.setdefault(run, [first]).append(number)
    usual = max(_FEW, int(_FEW_SHARE * len(texts)))
    stock = frozenset(run for run, texts_with in having.items() if len(texts_with) > usual)
    found = []
    for first, second in _candidates(sizes, having.values(), usual):
        shorter, longer = sorted((first, second), key=lambda each: (texts[each].length, -each))
        covered = _copied(texts[shorter], texts[longer], stock)
        if covered is not None:
            found.append(Likeness(texts[shorter].article, texts[longer].article, covered))
    return tuple(found)


def copies(pairs: Sequence[Likeness]) -> tuple[Copy, ...]:
    """Each article that is a copy of a longer one, with the one that has most of its words, and what it adds."""
    nearest: dict[str, Likeness] = {}
    for pair in pairs:
        best = nearest.get(pair.shorter.id)
        if best is None or pair.covered > best.covered:
            nearest[pair.shorter.id] = pair
    return tuple(
        Copy(article_id=pair.shorter.id, of=pair.longer.id, adds=tuple(_added(pair.shorter, pair.longer)))
        for pair in nearest.values()
    )


def _candidates(
    sizes: Sequence[int], index: Iterable[Sequence[int]], usual: int
) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by number, that have most runs in common, or enough of those that few others have.

    `sizes` has how many runs each text has, `index` the texts of each run of several; more than `usual` are many.
    """
    # Runs that overlap are in the same texts.
    groups = Counter(map(tuple, index))
    shared: list[defaultdict[int, int]] = [defaultdict(int) for _ in sizes]
    rare: list[defaultdict[int, int]] = [defaultdict(int) for _ in sizes]
    for having, count in groups.items():
        # What very many share is linked through the first of them.
        for place, first in enumerate(having[:_HUBS]):
            for kind in (shared, rare) if len(having) <= usual else (shared,):
                row = kind[first]
                for second in having[place + 1 :]:
                    row[second] += count
    for first, row in enumerate(shared):
        for second, count in sorted(row.items()):
            fewest = min(sizes[first], sizes[second])
            # A common run covers five words; with half of what is needed the exact share is worth computing.
            few = rare[first].get(second, 0)
            if count >= _SURE / 2 * fewest or few * _RUN >= COVERED / 2 * fewest:
                yield first, second


def _read(article: Article, numbers: Mapping[str, int]) -> _Text:
    return _Text(
        article,
        tuple(
            (sentence, tuple(numbers[word] for word in _WORD.findall(words)))
            for sentence, words in zip(article.body, _unquoted(article), strict=True)
        ),
    )


def _unquoted(article: Article) -> Iterator[str]:
    """The body's sentences in lower case without what stands in quotation marks, which may open in one before."""
    gone = [found.span() for line in _paragraphs(article) for found in _quotations(article.text, *line)]
    for sentence in article.body:
        start, end = sentence.span.start, sentence.span.end
        text = article.text[start:end]
        for first, last in gone:
            if first < end and start < last:
                low, high = max(first - start, 0), min(last - start, end - start)
                text = text[:low] + " " * (high - low) + text[high:]
        yield text.casefold()


def _paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in re.finditer(r"\n\s*\n", article.text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(article.text)


def _quotations(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from _QUOTED.finditer(text, start, end)


def _copied(shorter: _Text, longer: _Text, stock: frozenset[int]) -> float | None:
    """The share of the shorter text's words that the longer has in the same order; None where they are no copies."""
    if shorter.length < _LONGEST:
        same = shorter.length > 0 and shorter.runs(_LONGEST) <= longer.runs(_LONGEST)
        return 1.0 if same else None
    covered, longest = _coverage(shorter, shorter.long_runs, longer.long_runs)
    if covered >= _SURE and longest >= _LONGEST:
        return covered
    # Sentences that many have in common are stock phrases, and make no copy.
    if not stock.isdisjoint(shorter.long_runs.all):
        covered, longest = _coverage(shorter, shorter.long_runs, longer.long_runs, stock)
        if covered < COVERED / 2:
            return None
    loosely, _ = _coverage(shorter, shorter.short_runs, longer.short_runs)
    if longest >= _LONGEST:
        # In a brief of two sentences one common clause is a fifth of it.
        same = covered >= COVERED and covered * shorter.length >= _MANY
        return max(covered, loosely) if same or loosely >= _MOSTLY else None
    return loosely if shorter.length >= _LONG and loosely >= REWORDED else None


def _coverage(
    text: _Text, own: _Runs, other: _Runs, stock: frozenset[int] = frozenset()
) -> tuple[float, int]:
    """The share of the text's words in runs that the other has too, and the longest stretch of such words.

    Runs that are `stock` count as nobody's.
    """
    common = (own.all & other.all) - stock
    total = longest = 0
    for runs in own.by_sentence:
        if common.isdisjoint(runs):
            continue
        begun = ended = -1
        for start, run in enumerate(runs):
            if run not in common:
                continue
            if start > ended:
                begun = ended = start
            total += start + own.size - ended
            ended = start + own.size
            if ended - begun > longest:
                longest = ended - begun
    return (total / text.length if text.length else 0.0), longest


def _marked(words: Sequence[str], runs: frozenset[tuple[str, ...]], size: int) -> list[bool]:
    marked = [False] * len(words)
    for start in range(len(words) - size + 1):
        if tuple(words[start : start + size]) in runs:
            marked[start : start + size] = [True] * size
    return marked


def _added(shorter: Article, longer: Article) -> Iterator[int]:
    """The numbers of the shorter text's sentences that the longer has not, quotations and figures compared as well."""
    there = frozenset().union(*(shingles(words, _SHORT_RUN) for words in _whole(longer).values()))
    given = frozenset(word for words in _whole(longer).values() for word in words if word.isdecimal())
    for number, words in _whole(shorter).items():
        figures = frozenset(word for word in words if word.isdecimal())
        said = sum(_marked(words, there, min(_SHORT_RUN, len(words)))) if words else 0
        if said < _REPEATED * len(words) or not figures <= given:
            yield number


def _whole(article: Article) -> Mapping[int, tuple[str, ...]]:
    return {
        sentence.id: tuple(_WORD.findall(article.sentence_text(sentence).casefold()))
        for sentence in article.body
    }
