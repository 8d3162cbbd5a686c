"""Items of a round-up: what it tells under marks or labels, and which of them no other article tells of.

Those are an event of their own each, or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conspectus.model.article import Article, Sentence
from conspectus.text.chronology import paragraphs
from conspectus.text.concepts import concepts

_FEWEST_ITEMS = 2
_FEWEST_LABELLED = 3
_LABEL = 4
_OF_ANOTHER = 0.4
_OF_THE_REST = 0.25
_WORD = re.compile(r"\w+")
# "1990. …" is a year, and "I" alone who speaks.
_MARK = re.compile(
    r"\s*(?:[-*•‣◦▪●]\s|\(?\d{1,2}[.)]\s|[IVX]{1,4}[.)]\s|"
    r"(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|EINS|ZWEI|DREI|UNO|DOS|TRES|UN|DEUX|TROIS)[.:)]\s)"
)


def strays(articles: Sequence[Article]) -> dict[str, tuple[tuple[int, ...], ...]]:
    """For each round-up among the articles the items of another subject, each as the numbers of its sentences.

    A round-up is an article of two or more items that are marked or labelled as such. An item is of another subject
    where no other article has four in ten of its words with content, nor the rest of its own one in four.
    """
    roundups = {article.id: parts for article in articles if len(parts := items(article)) >= _FEWEST_ITEMS}
    if not roundups:
        return {}
    said = {
        article.id: {sentence.id: concepts(article.sentence_text(sentence)) for sentence in article.body}
        for article in articles
    }
    found = {}
    for key, parts in roundups.items():
        away = tuple(
            tuple(sentence.id for sentence in item)
            for item in parts
            if _is_stray(frozenset(sentence.id for sentence in item), key, said)
        )
        if away:
            found[key] = away
    return found


def items(article: Article) -> list[list[Sentence]]:
    """The items of a round-up: what begins with a mark, to the next one or the end of the paragraph.

    Or its paragraphs that begin with a label ("Port closed. …"), where three do and no fewer than half.
    """
    return _marked(article) or _labelled(article)


def _labelled(article: Article) -> list[list[Sentence]]:
    parts = list(paragraphs(article))
    found = [
        list(part)
        for part in parts
        if len(part) > 1 and len(_WORD.findall(article.sentence_text(part[0]))) <= _LABEL
    ]
    return found if len(found) >= _FEWEST_LABELLED and len(found) * 2 >= len(parts) else []


def _marked(article: Article) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for paragraph in paragraphs(article):
        current: list[Sentence] | None = None
        for sentence in paragraph:
            line = article.text.rfind("\n", 0, sentence.span.start) + 1
            if _MARK.match(article.text, line) and not article.text[line : sentence.span.start].strip(
                "-*•‣◦▪● "
            ):
                current = []
                found.append(current)
            if current is not None:
                current.append(sentence)
    return found


def _is_stray(item: frozenset[int], own: str, said: Mapping[str, Mapping[int, frozenset[str]]]) -> bool:
    about = frozenset[str]().union(*(said[own][number] for number in item))
    rest = frozenset[str]().union(*(words for number, words in said[own].items() if number not in item))
    most = max(
        (
            len(about & frozenset[str]().union(*sentences.values()))
            for key, sentences in said.items()
            if key != own
        ),
        default=0,
    )
    return most < _OF_ANOTHER * len(about) and len(about & rest) < _OF_THE_REST * len(about)
