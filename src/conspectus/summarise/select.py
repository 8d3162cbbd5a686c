"""Which sentences of an article matter most, decided by code: a small model can't be asked.

Degree centrality over weighted word overlap, after Erkan and Radev (2004), "LexRank", with a bonus for
standing early, as news is written (Brandow, Mitze and Rau 1995), and for carrying facts.
"""

from __future__ import annotations

import re
from collections import Counter

from conspectus.model.article import Article, Sentence
from conspectus.text.facts.names import names
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words
from conspectus.text.similarity import cosine, rarity, vector

MOST = 10
"""Sentences that one article can give at the most."""

_SHORTEST = 5
_LONGEST = 70
# What such a sentence says can't be understood without the one before it.
_LEANING = re.compile(
    r"\s*[\"“‘']?(?:this|these|those|that|it|its|they|their|he|she|his|her|such|both|neither|either|there|then|here|so|"
    r"instead|still|yet|but|and|or|nor|however|meanwhile|moreover|furthermore|nonetheless|nevertheless|also|"
    r"another|others|asked|nothing|one|some|on that|at that|among them|the same|even|not)\b",
    re.IGNORECASE,
)
_ADDRESSES_READER = re.compile(r"\b(?:you|your|we|our|us|I|my|let's)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]+[”\"]")


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
    texts = {sentence.id: article.sentence_text(sentence) for sentence in body}
    words = {number: content_words(text) for number, text in texts.items()}
    weights = rarity(words.values(), smooth=True)
    vectors = {number: vector(Counter(found), weights) for number, found in words.items()}
    centrality = {
        number: sum(cosine(own, other) for rest, other in vectors.items() if rest != number)
        for number, own in vectors.items()
    }
    highest = max(centrality.values(), default=0.0) or 1.0
    return {
        number: centrality[number] / highest + _position(order) + _facts(text) - _dependence(text)
        for order, (number, text) in enumerate(texts.items())
    }


def _position(order: int) -> float:
    return 1.0 / (1.0 + 0.5 * order)


def _facts(text: str) -> float:
    return min(0.6, 0.2 * len(quantities(text)) + 0.1 * len(names(text)))


def _dependence(text: str) -> float:
    outside = _QUOTED.sub(" ", text)
    leaning = 0.5 if _LEANING.match(text) else 0.0
    return leaning + (0.5 if _ADDRESSES_READER.search(outside) else 0.0)
