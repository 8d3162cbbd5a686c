"""What notices of correction take back, where they say it in a clause: "our report said that the mill belongs to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.consolidate.conflicts.told.retractions import is_notice
from conspectus.model.article import Article, Sentence

_THAT = re.compile(r"\b(?:that|dass|daß|que)\b")


@dataclass(frozen=True)
class TakenBack:
    """What an outlet said and says no more, and the sentences that say so: the notice, and what is right instead."""

    words: str
    article: Article
    sentences: tuple[Sentence, ...]


def taken_back(articles: Sequence[Article]) -> Iterator[TakenBack]:
    """Every clause that a notice gives as what its outlet had reported, where a sentence follows that puts it right."""
    for article in articles:
        for notice, right in pairwise(article.body):
            text = article.sentence_text(notice)
            parts = _THAT.split(text, maxsplit=1)
            if len(parts) == 2 and is_notice(text):
                yield TakenBack(parts[1].strip(), article, (notice, right))
