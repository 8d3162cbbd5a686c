"""What articles in different languages have in common: names however they are spelt, amounts, cognates, days.

Words that begin alike are one word here ("minist", "electr"): between the languages of Europe that is what is left of
them. Towns and lands are known by their names in each language, lands and languages by those that babel has.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from conspectus.consolidate.language.exonyms import adjectives, in_one_word, places, plain
from conspectus.model.article import Article
from conspectus.text.chronology import LEAD, Window
from conspectus.text.facts.names import names
from conspectus.text.language import common_words
from conspectus.text.similarity import Pairs, cosines, vector
from conspectus.verification.foreign_days import names_of_days
from conspectus.verification.foreign_numbers import values

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPELLINGS: Final = (("ph", "f"), ("th", "t"), ("pra", "pre"), ("k", "c"), ("y", "i"), ("j", "i"), ("w", "v"))
_TWICE = re.compile(r"(.)\1")
_COGNATE: Final = 6
_NAME: Final = 7
_SHORTEST_NAME: Final = 3
_COUNTED_EVERYWHERE: Final = 13
_YEARS: Final = range(1900, 2101)
_A_DAYS_NEWS: Final = 100
_UNHEARD: Final = 0.5
_HALVED_IN: Final = 2
_FEWEST: Final = 2
_TELLING: Final = ("name ", "amount ")


@dataclass(frozen=True)
class Marks:
    """What of an article is known again in another language, each with its weight, and the days it is about.

    `when` spans the weekdays that its lead names, or else the day on which it appeared and the one before.
    """

    seen: Counter[str]
    when: Window | None


Marked = Sequence[tuple[str, Marks]]
"""The marks of some articles, each with its article's language."""


def marks_of(article: Article, language: str | None, without: Collection[int] = ()) -> Marks:
    """The article's marks, those of the sentences `without` left out; what the lead names counts twice."""
    language = language or "en"
    body = (article.sentence_text(each) for each in article.body if each.id not in without)
    seen: Counter[str] = Counter()
    days: set[date] = set()
    for order, text in enumerate((article.title or "", *body)):
        named = 2 if order < LEAD else 1
        for mark, weight in _marks(text, language, named):
            seen[mark] = max(seen[mark], weight)
        if article.published and order <= LEAD:
            days.update(_days(text, language, article.published))
    if days:
        return Marks(seen, Window(min(days), max(days)))
    published = article.published
    return Marks(seen, Window(published - timedelta(days=1), published) if published else None)


def alike_abroad(known: Mapping[str, Marked]) -> Pairs:
    """How alike (0–1) groups of articles are in what several languages have; pairs of one language not at all.

    Likeness halves with every two days that lie between their news. A mark's weight is its rarity among a day's news:
    few articles are one sample of that. What only one language has can't be known again, and weighs less.
    """
    having: Counter[str] = Counter()
    spoken: dict[str, set[str]] = {}
    for marked in known.values():
        for language, marks in marked:
            having.update(marks.seen.keys())
            for mark in marks.seen:
                spoken.setdefault(mark, set()).add(language)
    total = max(_A_DAYS_NEWS, sum(map(len, known.values())))
    weights = {
        mark: math.log(1 + total / count) * (_UNHEARD if len(spoken[mark]) == 1 else 1)
        for mark, count in having.items()
    }
    vectors = {}
    for key, marked in known.items():
        seen: Counter[str] = Counter()
        for _, marks in marked:
            seen.update(marks.seen)
        vectors[key] = {mark: value for mark, value in vector(seen, weights).items() if len(spoken[mark]) > 1}
    telling = {
        key: frozenset(mark for mark in own if mark.startswith(_TELLING)) for key, own in vectors.items()
    }
    found = {
        frozenset((one, other)): value * _nearness(*(known[key] for key in sorted((one, other))))
        for one, other, value in cosines(vectors).known()
        if len({language for key in (one, other) for language, _ in known[key]}) > 1
        and len(telling[one] & telling[other]) >= _FEWEST
    }
    return Pairs.of(tuple(known), found)


def _nearness(first: Marked, second: Marked) -> float:
    gaps = [one.when.gap(two.when).days for _, one in first for _, two in second if one.when and two.when]
    return math.exp2(-min(gaps, default=0) / _HALVED_IN)


def _marks(text: str, language: str, named: int) -> Iterator[tuple[str, int]]:
    text = in_one_word(text)
    raised = {plain(word) for name in names(text) for word in name.words}
    towns_and_lands, of_lands, usual = places(language), adjectives(language), _usual(language)
    for word in _WORD.findall(plain(text)):
        if word in usual:
            continue
        if word in raised and word in towns_and_lands:
            yield f"place {towns_and_lands[word]}", named
        elif word in of_lands:
            yield f"of {of_lands[word]}", named
        else:
            sound = _sound(word)
            if word in raised and len(word) >= _SHORTEST_NAME:
                yield f"name {sound[:_NAME]}", named
            if len(sound) >= _COGNATE:
                yield f"word {sound[:_COGNATE]}", 1
    for value in values(text, language):
        whole = value == value.to_integral_value()
        # Small numbers are in every article, and years in many.
        if not whole or (value >= _COUNTED_EVERYWHERE and int(value) not in _YEARS):
            yield f"amount {value:f}", named


@lru_cache(maxsize=32)
def _usual(language: str) -> frozenset[str]:
    return frozenset(map(plain, (*common_words(language), *names_of_days(language))))


def _days(text: str, language: str, published: date) -> Iterator[date]:
    """The days that its weekdays are, none after it was published."""
    weekdays = _weekdays(language)
    for word in _HYPHENED.findall(text.lower()):
        if word in weekdays:
            yield published - timedelta(days=(published.weekday() - weekdays[word]) % 7)


@lru_cache(maxsize=32)
def _weekdays(language: str) -> dict[str, int]:
    from babel import UnknownLocaleError  # noqa: PLC0415  # only articles in several languages need it
    from babel.dates import get_day_names  # noqa: PLC0415

    try:
        return {name.lower(): number for number, name in get_day_names("wide", locale=language).items()}
    except UnknownLocaleError:
        return {}


@lru_cache(maxsize=32768)
def _sound(word: str) -> str:
    """The word as all of the languages would spell it: "elektri" and "electri", "Tomas" and "Thomas" are one."""
    for theirs, ours in _SPELLINGS:
        word = word.replace(theirs, ours)
    return _TWICE.sub(r"\1", word)
