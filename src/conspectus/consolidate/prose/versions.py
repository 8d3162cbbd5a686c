"""Of two versions that one origin printed of a sentence, the one that was put right or came later."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.numbers.copied import puts_right
from conspectus.consolidate.prose.choosing import numbers_and_days, subjects
from conspectus.model.article import Article
from conspectus.model.evidence import Claim

_SAME = 0.85
_FEWEST = 5


def replaced(items: Iterable[Weighed], articles: Mapping[str, Article]) -> frozenset[str]:
    """The ids of claims that another of the same origin has in the same words, with another number or day.

    The other one stands in a version that says that it puts something right, or was printed on a later day.
    """
    by_origin: defaultdict[str, list[Weighed]] = defaultdict(list)
    for item in items:
        if len(item.origins) == 1:
            by_origin[item.origins[0]].append(item)
    rank = lru_cache(maxsize=None)(lambda article_id: _rank(articles[article_id]))
    found = set()
    for own in by_origin.values():
        for one, other in alike([item.claim for item in own]):
            homes = one.article_ids[0], other.article_ids[0]
            if homes[0] == homes[1] or numbers_and_days(one.text) == numbers_and_days(other.text):
                continue
            ranks = [rank(home) for home in homes]
            if ranks[0] != ranks[1]:
                found.add(one.id if ranks[0] < ranks[1] else other.id)
    return frozenset(found)


def alike(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every two of the claims that differ in hardly a word.

    Such two share one of their rarest words (prefix filter), so that few others are compared.
    """
    about = [subjects(claim.text) for claim in claims]
    users = Counter(chain.from_iterable(about))
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(about):
        if len(words) < _FEWEST:
            continue
        telling = len(words) - int(_SAME * len(words)) + 1
        rarest = sorted(words, key=lambda word: (users[word], word))[:telling]
        for near in sorted({near for word in rarest for near in having[word]}):
            if len(words & about[near]) >= _SAME * len(words | about[near]):
                yield claims[near], claims[number]
        for word in rarest:
            having[word].append(number)


def _rank(article: Article) -> tuple[bool, str]:
    return puts_right(article), str(article.published or "")
