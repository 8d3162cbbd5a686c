"""Which sentences of an article matter most, decided by code: a small model can't be asked.

Centrality, with a bonus for standing early, as news is written (Brandow, Mitze and Rau 1995), and for
what a sentence is worth by itself; what an article recalls of an earlier time comes behind its news.
"""

from __future__ import annotations

from conspectus.model.article import Article, Sentence
from conspectus.text.chronology import chronology
from conspectus.text.salience import centrality, standalone
from conspectus.text.spaceless import word_count

MOST = 10
"""Sentences that one article can give at the most."""

_SHORTEST = 5
_LONGEST = 70
_CENTRAL = 0.5
_EARLY = 0.4
_RECALLED = 0.5


def select(article: Article, most: int = MOST) -> tuple[Sentence, ...]:
    """The sentences to report, in the article's order: about half of them, `most` at the most.

    An article whose every sentence is unusable (a question, a fragment) gives its first body sentence.
    """
    body = article.body
    usable = [sentence for sentence in body if _usable(article.sentence_text(sentence))]
    if not usable:
        return body[:1]
    scores = _scores(article, body)
    budget = min(most, max(3, (len(body) + 1) // 2))
    ranked = sorted(usable, key=lambda sentence: (-scores[sentence.id], sentence.id))
    return tuple(sorted(ranked[:budget], key=lambda sentence: sentence.id))


def _usable(text: str) -> bool:
    count = word_count(text)
    return _SHORTEST <= count <= _LONGEST and not text.rstrip(" \"”’'」』").endswith(("?", ":", "？", "："))


def _scores(article: Article, body: tuple[Sentence, ...]) -> dict[int, float]:
    texts = {sentence.id: article.sentence_text(sentence) for sentence in body}
    central = centrality({str(number): text for number, text in texts.items()})
    recalled = chronology(article).recalled
    return {
        number: _CENTRAL * central[str(number)]
        + _EARLY / (1.0 + 0.4 * order)
        + standalone(text)
        - (_RECALLED if number in recalled else 0.0)
        for order, (number, text) in enumerate(texts.items())
    }
