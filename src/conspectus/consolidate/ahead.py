"""What consolidation is going to ask of every sentence, worked out while the model is still answering."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.consolidate.carrying import answers, covers, questions
from conspectus.consolidate.voices import speaker
from conspectus.model.article import Article


def read_ahead(articles: Sequence[Article]) -> None:
    """The words, facts and speakers of all sentences are known: each of them will be evidence, or bear witness.

    Nothing is decided here. What is asked of a text is kept by its words wherever it is asked.
    """
    for article in articles:
        for sentence in article.body:
            text = article.sentence_text(sentence)
            questions(text)
            answers((text,))
            covers(text, (text,))
            speaker(text)
