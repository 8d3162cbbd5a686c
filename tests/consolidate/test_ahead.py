"""What is worked out before the summaries are there."""

from __future__ import annotations

from conspectus.consolidate import read_ahead
from conspectus.consolidate.agreement import weigh
from conspectus.consolidate.carrying import questions
from tests.support.articles import said, written

SENTENCES = (
    "The quarry at Tolsby flooded on Tuesday after the pumps had failed.",
    "Water filled the quarry at Tolsby on Tuesday, said the owner.",
)


def test_what_was_read_ahead_is_not_read_again() -> None:
    """Weighing the articles' own sentences asks nothing of a text that is not known."""
    articles = [written(text, outlet=f"Paper {text[:5]}", day="2025-03-12") for text in SENTENCES]
    claims = [said(article, text) for article, text in zip(articles, SENTENCES, strict=True)]
    read_ahead(articles)
    before = questions.cache_info().misses
    weigh(claims, {article.id: article.id for article in articles}, {})
    assert questions.cache_info().misses == before
