"""Prints how many true claims still pass as `check` does it once a fact of theirs is exchanged for another.

Each amount, day, name, description and cause of a true claim that passes is exchanged for others of its sort from the
same articles, and for the claim's own other one (`python -m bench.exchanged`; `--unopened` for totals of the sets that
nobody opens, `--sample N` to read some that pass). Nearly all of what this makes is false, which needs no label.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from conspectus.evaluation.pairs import load_pairs
from conspectus.evaluation.searching import labelled_articles, pair_articles
from conspectus.evaluation.summaries import SummarySplit, load_summaries
from conspectus.model.article import Article
from conspectus.text.facts.dates import Mention
from conspectus.text.facts.names import Name
from conspectus.verification.checks.case import Analysis, analyse
from conspectus.verification.checks.descriptions import descriptions
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.checks.parts import own_words
from conspectus.verification.claimed import facts_of
from conspectus.verification.evidence_search import EARLIER, EvidenceIndex
from conspectus.verification.support import combine
from conspectus.verification.telling import told_by

_ROOT = Path("eval/verification")
_OPENED = ("dev", "dev2", "dev3", "dev4", "dev5", "dev6", "dev7")
_UNOPENED = ("test", "held4", "held6", "held7")
_EACH = 2
"""Others that one fact is exchanged for."""
_WHERE = frozenset(("in", "at", "near", "outside"))
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_LISTED = re.compile(r",? (?:(?:and|or|nor) )?")
_TURNED = ", turned round"
_CAUSE = re.compile(r"\b(because of|because|due to|after|owing to|thanks to) ([^,.;:“”\"]{12,90})(?=[,.;]|$)")


class Exchanged(NamedTuple):
    """A claim with one fact in another's place: the fact's sort, the claim as it was and as it is, and both facts."""

    sort: str
    before: str
    claim: str
    fact: str
    other: str


class _Found(NamedTuple):
    """A fact: its sort, its words, where they stand, and what tells whether another is the same."""

    sort: str
    text: str
    start: int
    end: int
    key: frozenset[object]


class Claims(NamedTuple):
    """True claims with the sentences before each, the last first; the facts of their articles, and what is searched."""

    told: tuple[tuple[str, tuple[str, ...]], ...]
    stock: Stock
    searched: EvidenceIndex


class Stock:
    """The facts of some articles, by sort."""

    def __init__(self, articles: Sequence[Article]) -> None:
        texts = [analyse(article.sentence_text(each)) for article in articles for each in article.body]
        self._names = EvidenceIndex(articles).names
        self._people, self._places = _sorts(texts)
        self._facts: dict[str, dict[str, _Found]] = {}
        for text in texts:
            for fact in self._of(text):
                self._facts.setdefault(fact.sort, {})[fact.text] = fact

    def exchanges(self, claim: str) -> Iterator[Exchanged]:
        """The claim with each of its facts exchanged for others of their sort, the same ones each time."""
        mine = sorted(self._of(analyse(claim)), key=lambda fact: fact.start)
        for fact in mine:
            known = frozenset[object]().union(*(each.key for each in mine if each.sort == fact.sort))
            others = [
                each.text for each in self._facts.get(fact.sort, {}).values() if known.isdisjoint(each.key)
            ]
            ranked = sorted(
                others, key=lambda other: (crc32(f"{claim}\n{fact.text}\n{other}".encode()), other)
            )
            for text in ranked[:_EACH]:
                yield _put(claim, fact.sort, [(fact, text)])
        for one, other in combinations(mine, 2):
            apart = one.end <= other.start and not _LISTED.fullmatch(claim[one.end : other.start])
            if one.sort == other.sort and apart and one.key.isdisjoint(other.key):
                yield _put(claim, f"{one.sort}{_TURNED}", [(one, other.text), (other, one.text)])

    def _of(self, text: Analysis) -> Iterator[_Found]:
        for fact in facts_of(text):
            start, end = text.reading.raw_range(fact.first, fact.last)
            if isinstance(fact.what, Name):
                own = own_words(fact.what)
                if own <= self._names and not text.reading.low(fact.last + 1)[:1].isdecimal():
                    the = text.reading.padded[fact.first - 1] == "the"
                    yield _Found(self._sort(own, the=the), text.text[start:end], start, end, own)
            elif isinstance(fact.what, Mention):
                parts = fact.what.parts
                given = " ".join(n for n, part in zip(parts._fields, parts, strict=True) if part is not None)
                yield _Found(f"day: {given}", text.text[start:end], start, end, _key(parts))
            elif fact.what.unit:
                key = _key(fact.what.low)
                yield _Found(f"amount: {fact.what.unit}", text.text[start:end], start, end, key)
            else:
                start, end = fact.what.start, fact.what.end
                yield _Found("count", text.text[start:end], start, end, _key(fact.what.low))
        for name, _, first, last in descriptions(text):
            own = own_words(name)
            if own <= self._people and (first > name.last or text.reading.lows[first] in _ARTICLES):
                start, end = text.reading.raw_range(first, last)
                where = "behind" if first > name.last else "before"
                yield _Found(f"role: {where}", text.text[start:end], start, end, own)
        for match in _CAUSE.finditer(text.text):
            stems = frozenset[object](analyse(match[2]).stem_set)
            yield _Found(f"cause: {match[1]}", match[2], *match.span(2), stems)

    def _sort(self, own: frozenset[str], *, the: bool) -> str:
        if own <= self._people:
            return "person"
        return "place" if own <= self._places else f"other name: {'the' if the else ''}"


def _sorts(texts: Iterable[Analysis]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of names of people, who are told to be one, and of places that something is in."""
    people: set[str] = set()
    places: set[str] = set()
    for text in texts:
        lows = text.reading.padded
        offices = {
            each.name.first
            for each in descriptions(text)
            if not OFFICE_WORDS.isdisjoint(lows[each.first : each.last + 1])
        }
        for name in text.names:
            told = lows[name.last + 1] == "who" or lows[name.last + 2] == "who" or name.first in offices
            titled = not OFFICE_WORDS.isdisjoint(name.words) or lows[name.first - 1] in OFFICE_WORDS
            if lows[name.first - 1] in _WHERE:
                places |= own_words(name)
            elif (told or titled) and lows[name.first - 1] != "the" and "of" not in name.text.split():
                people |= own_words(name)
    return frozenset(people - places), frozenset(places)


def _key(value: object) -> frozenset[object]:
    return frozenset((value,))


def _put(claim: str, sort: str, put: Sequence[tuple[_Found, str]]) -> Exchanged:
    made = claim
    for fact, text in reversed(put):
        made = made[: fact.start] + text + made[fact.end :]
    return Exchanged(sort, claim, made[:1].upper() + made[1:], put[0][0].text, put[0][1])


def passes(claim: str, before: Sequence[str], index: EvidenceIndex) -> bool:
    """True where `check` supports the claim."""
    _, verdict = told_by(claim, index, before)
    return verdict is not None and combine(verdict, claim=claim).supported


def counted(sets: Iterable[Claims]) -> Iterator[tuple[Exchanged, bool]]:
    """Every exchange in true claims that pass, and whether it passes."""
    for claims in sets:
        for claim, before in claims.told:
            if passes(claim, before, claims.searched):
                for made in claims.stock.exchanges(claim):
                    yield made, passes(made.claim, before, claims.searched)


def of_pairs(splits: Sequence[str]) -> Iterator[Claims]:
    """The true claims of these splits' pairs, by article; all articles of the split are searched."""
    pairs = [pair for pair in load_pairs(_ROOT) if pair.split in splits]
    articles = pair_articles(_ROOT, pairs)
    for split in splits:
        of_split = [pair for pair in pairs if pair.split == split]
        slugs = sorted({pair.article for pair in of_split})
        index = EvidenceIndex([articles[slug] for slug in slugs])
        for slug in slugs:
            if articles[slug].language != "en":
                continue
            told = [(p.claim, ()) for p in of_split if p.article == slug and p.label == "supported"]
            yield Claims(tuple(told), Stock([articles[slug]]), index)


def of_summaries(splits: tuple[SummarySplit, ...]) -> Iterator[Claims]:
    """The true sentences of these splits' summaries, with those before them."""
    for summary in load_summaries(_ROOT, splits):
        articles = list(labelled_articles(_ROOT, summary.articles).values())
        texts = [sentence.text for sentence in summary.sentences]
        told = [
            (sentence.text, tuple(reversed(texts[max(0, at - EARLIER) : at])))
            for at, sentence in enumerate(summary.sentences)
            if sentence.label == "supported"
        ]
        if {article.language for article in articles} == {"en"}:
            yield Claims(tuple(told), Stock(articles), EvidenceIndex(articles))


def main() -> None:
    """Prints the counts by sort, or in all, or some exchanges that pass."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unopened", action="store_true", help="totals of the sets that nobody opens")
    parser.add_argument("--sample", type=int, default=0, help="print so many that pass, to read them")
    given = parser.parse_args()
    if given.unopened:
        sets = [*of_pairs(_UNOPENED), *of_summaries(("held9",))]
    else:
        sets = [*of_pairs(_OPENED), *of_summaries(("dev8", "dev9"))]
    made = list(counted(sets))
    passing = [each for each, passed in made if passed]
    if given.sample and not given.unopened:
        ranked = sorted(passing, key=lambda each: crc32(each.claim.encode()))
        for each in ranked[: given.sample]:
            print(f"{each.sort}: {each.fact} → {each.other}\n  {each.before}\n  {each.claim}")  # noqa: T201
    every, left = Counter(_broad(each) for each, _ in made), Counter(map(_broad, passing))
    for sort in sorted(every):
        print(f"{sort}: {left[sort]} of {every[sort]} pass")  # noqa: T201
    print(f"all: {left.total()} of {every.total()} pass")  # noqa: T201


def _broad(made: Exchanged) -> str:
    sort, turned, _ = made.sort.partition(_TURNED)
    return sort.split(":")[0] + turned


if __name__ == "__main__":
    main()
