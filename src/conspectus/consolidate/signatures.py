"""What tells an article's event from others: the words, names and time of its own news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from conspectus.consolidate.senses import keys
from conspectus.model.article import Article
from conspectus.text.chronology import LEAD, Chronology, chronology
from conspectus.text.facts.names import names
from conspectus.text.facts.words import content_words
from conspectus.text.language import common_words, detect_language

_ANCHORS = 4
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


def signature(article: Article, without: Collection[int] = ()) -> Signature:
    """The article's own news: without what it recalls, what spokespeople always say, and the sentences `without`."""
    time = chronology(article)
    language = detect_language(article.text)
    usual = common_words(language or "")
    words: Counter[str] = Counter()
    named: Counter[str] = Counter()
    repeated: Counter[str] = Counter()
    mentioned = {part for name in names(article.title or "") for part in name.words}
    if article.title:
        words.update(_content(article.title, language))
    for order, sentence in enumerate(each for each in article.body if each.id not in without):
        whole = article.sentence_text(sentence)
        parts = {
            part for name in names(whole) if len(name.words) > 1 or not name.initial for part in name.words
        }
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
    )


def _content(text: str, language: str | None) -> frozenset[str]:
    """The stems of the words that say what the text is about, in its own language."""
    if language in {None, "en"}:
        return frozenset(content_words(text))
    return keys(
        " ".join(word for word in text.split() if word.casefold() not in common_words(language)), language
    )
