"""Copies of one text that differ in a figure: whichever is right, one of them was set wrongly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from conspectus.caching import WHILE_COMPARED
from conspectus.consolidate.conflicts.numbers.amounts import Amount
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.senses import plain
from conspectus.model.article import Article

_PUT_RIGHT = re.compile(
    r"\b(?:Corrects?|CORRECTS?|Corrected|Correcting|berichtigt|korrigiert|Berichtigt|Korrigiert|Rectifie|Corrige|"
    r"corrigé|corregid[oa])\b"
)
_FEWEST = 7
_WORD = re.compile(r"\w+|#")


def copied(first: Amount, second: Amount) -> bool:
    """True where two articles of one origin and day have one sentence, word for word but for this amount or others."""
    a, b = first.statement, second.statement
    if a.article_id == b.article_id or a.published != b.published or a.language != b.language:
        return False
    if not set(a.item.origins) & set(b.item.origins):
        return False
    words = _shape(a.text, a.language)
    if len(words) < _FEWEST or words != _shape(b.text, b.language):
        return False
    before = [
        _shape(each.statement.text, each.statement.language, each.measure.start) for each in (first, second)
    ]
    return before[0] == before[1]


def puts_right(article: Article) -> bool:
    """True where an article says that it corrects an earlier version."""
    return any(_PUT_RIGHT.search(article.sentence_text(each)) for each in article.sentences)


def set_right(a: Statement, b: Statement, articles: Mapping[str, Article]) -> bool:
    """True where two versions are of one origin, and one of them says that it corrects the other."""
    if not set(a.item.origins) & set(b.item.origins):
        return False
    told = [puts_right(articles[each.article_id]) for each in (a, b) if each.article_id in articles]
    return len(told) > 1 and told[0] != told[1]


@WHILE_COMPARED.keep(most=4096)
def _shape(text: str, language: str, until: int | None = None) -> tuple[str, ...]:
    """The words of the text, or of what stands before that place, with a mark for each amount."""
    read, stated = measures(plain(text), language)
    pieces, begun = [], 0
    for each in stated:
        if until is not None and each.start >= until:
            break
        pieces += [read[begun : each.start], "#"]
        begun = each.end
    return tuple(_WORD.findall(" ".join((*pieces, read[begun:until])).casefold()))
