# ruff: noqa: SIM905 — a word list reads best as words
"""What tells an article's event from others: the words, names and time of its own news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from conspectus.consolidate.events.abroad import Marks, marks_of
from conspectus.consolidate.language.senses import keys
from conspectus.model.article import Article
from conspectus.text.chronology import LEAD, Chronology, chronology
from conspectus.text.facts.names import name_words, names
from conspectus.text.facts.words import content_words
from conspectus.text.language import common_words, detect_language

_ANCHORS = 4
# Days, currencies and magnitudes are in every article, and where few are in a language they look rare.
_DATES_AND_AMOUNTS = frozenset(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august
    september oktober november dezember uhr euro prozent million millionen milliarde milliarden mio mrd
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre
    novembre décembre euros pourcent millions milliard milliards
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre millón millones
    lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre
    ottobre dicembre milione milioni miliardo miliardi
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira feira janeiro fevereiro março maio junho julho
    setembro outubro novembro dezembro milhão milhões
    """.split()
)
_AROUND = '.,;:!?()"“”„«»'
_SPOKEN = re.compile(r"[“\"][^”\"]{40,}[”\"]")


@dataclass(frozen=True)
class Signature:
    """What tells an article's event from others: its words, its names and its time; `language` is None if unknown.

    `anchors` are the words of names that its news repeats most, `mentioned` those of all its names.
    """

    words: Counter[str]
    names: Counter[str]
    time: Chronology
    language: str | None = None
    anchors: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()
    news: Callable[[], Marks] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def marks(self) -> Marks:
        """What a reader of another language would know again; found when first asked for."""
        return self.news() if self.news else Marks(Counter(), None)


def signature(article: Article, without: Collection[int] = ()) -> Signature:
    """The article's own news: without what it recalls, what spokespeople always say, and the sentences `without`."""
    time = chronology(article)
    language = detect_language(article.text)
    usual = _usual(language)
    words: Counter[str] = Counter()
    named: Counter[str] = Counter()
    repeated: Counter[str] = Counter()
    mentioned = {part for name in names(article.title or "") for part in name.words}
    if article.title:
        words.update(_content(article.title, language))
    for order, sentence in enumerate(each for each in article.body if each.id not in without):
        whole = article.sentence_text(sentence)
        parts = name_words(whole)
        mentioned |= parts
        if sentence.id in time.recalled:
            continue
        repeated.update(sorted(parts))
        text = _SPOKEN.sub(" ", whole)
        for word in _content(text, language):
            words[word] += 2 if order < LEAD else 1
        named.update({part for name in names(text) for part in name.text.casefold().split()})
    for word in usual:
        del named[word]
    anchors = [part for part, count in repeated.most_common(_ANCHORS) if count > 1]
    return Signature(
        words=words,
        names=named,
        time=time,
        language=language,
        anchors=frozenset(anchors),
        mentioned=frozenset(mentioned),
        news=lambda: marks_of(article, language, frozenset(without) | time.recalled.keys()),
    )


def _content(text: str, language: str | None) -> frozenset[str]:
    """The stems of the words that say what the text is about, in its own language."""
    if language in {None, "en"}:
        return frozenset(content_words(text))
    return keys(
        " ".join(word for word in text.split() if word.casefold().strip(_AROUND) not in _usual(language)),
        language,
    )


@lru_cache(maxsize=32)
def _usual(language: str | None) -> frozenset[str]:
    """The words of every article in the language; of English ones only function words, which are no names."""
    if language in {None, "en"}:
        return common_words(language or "")
    return common_words(language) | _DATES_AND_AMOUNTS
