"""Which sentences of an article matter most, decided by code: a small model can't be asked.

Centrality, with a bonus for standing early, as news is written (Brandow, Mitze and Rau 1995), and for
what a sentence is worth by itself.
"""

from __future__ import annotations

from conspectus.model.article import Article, Sentence
from conspectus.text.salience import centrality, standalone

MOST = 10
"""Sentences that one article can give at the most."""

_SHORTEST = 5
_LONGEST = 70


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
    count = len(text.split())
    return _SHORTEST <= count <= _LONGEST and not text.rstrip(" \"”’'").endswith(("?", ":"))


def _scores(article: Article, body: tuple[Sentence, ...]) -> dict[int, float]:
    texts = {str(sentence.id): article.sentence_text(sentence) for sentence in body}
    central = centrality(texts)
    return {
        int(key): central[key] + 0.8 / (1.0 + 0.4 * order) + standalone(text)
        for order, (key, text) in enumerate(texts.items())
    }
