"""Of two versions that one origin printed of a sentence, the one that was put right or came later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.choosing import numbers_and_days, subjects
from conspectus.model.article import Article

_SAME = 0.85
_FEWEST = 5
_PUT_RIGHT = re.compile(
    r"\b(?:Corrects?|CORRECTS?|Corrected|Correcting|berichtigt|korrigiert|Berichtigt|Korrigiert|Rectifie|Corrige|"
    r"corrigé|corregid[oa])\b"
)


def replaced(items: Iterable[Weighed], articles: Mapping[str, Article]) -> frozenset[str]:
    """The ids of claims that another of the same origin has in the same words, with another number or day.

    The other one stands in a version that says that it puts something right, or was printed on a later day.
    """
    by_origin: defaultdict[str, list[Weighed]] = defaultdict(list)
    for item in items:
        if len(item.origins) == 1:
            by_origin[item.origins[0]].append(item)
    found = set()
    for own in by_origin.values():
        for first, second in combinations(own, 2):
            one, other = first.claim, second.claim
            if one.article_ids[0] == other.article_ids[0] or not _versions(one.text, other.text):
                continue
            ranks = [_rank(articles[claim.article_ids[0]]) for claim in (one, other)]
            if ranks[0] != ranks[1]:
                found.add(one.id if ranks[0] < ranks[1] else other.id)
    return frozenset(found)


def _versions(one: str, other: str) -> bool:
    """True where the two differ in a number or a day and in hardly a word."""
    first, second = subjects(one), subjects(other)
    return (
        min(len(first), len(second)) >= _FEWEST
        and len(first & second) >= _SAME * len(first | second)
        and numbers_and_days(one) != numbers_and_days(other)
    )


def _rank(article: Article) -> tuple[bool, str]:
    puts_right = any(_PUT_RIGHT.search(article.sentence_text(each)) for each in article.sentences)
    return puts_right, str(article.published or "")
