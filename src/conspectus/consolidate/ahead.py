"""What consolidation is going to ask of every sentence, worked out while the model is still answering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conspectus.caching import WHILE_WEIGHED
from conspectus.consolidate.agreement.carrying import answers, covers, questions
from conspectus.consolidate.agreement.weighing import compared_ahead
from conspectus.consolidate.ground import Ground
from conspectus.consolidate.language.voices import speaker
from conspectus.model.article import Article


def read_ahead(articles: Sequence[Article]) -> None:
    """The words, facts and speakers of all sentences are known: each of them will be evidence, or bear witness.

    Nothing is decided here. What is asked of a text is kept by its words wherever it is asked.
    """
    for article in articles:
        for sentence in article.body:
            text = article.sentence_text(sentence)
            questions(text)
            answers(text)
            covers(text, (text,))
            speaker(text)


def compared(articles: Sequence[Article], ground: Ground) -> Ground:
    """The ground, and in it which of the articles' sentences about one event carry which."""
    published = {article.id: article.published for article in articles}
    events = [
        [claim for key in group.article_ids for claim in ground.sentences[key].values()]
        for group in ground.groups
    ]
    known = compared_ahead(events, published)
    WHILE_WEIGHED.clear()
    return replace(ground, ahead=known)
