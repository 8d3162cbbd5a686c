"""A large model's part: one schema-constrained call for the whole article, then the gates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from conspectus.model.article import Article, Sentence
from conspectus.model.summary import ArticleSummary
from conspectus.prompts import Messages, fence, load
from conspectus.summarise.sections import drafted
from conspectus.text.lines import one_line

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel
    from conspectus.summarise.gated import Gates


async def summarise_richly(
    article: Article, model: LanguageModel, *, max_output_tokens: int, alone: bool = True
) -> ArticleSummary:
    """What the model reports of the article, as far as the gates let it pass; the rest is in the ledger.

    `alone` is as for `summarise`. Raises ModelError where there is no usable answer.
    """

    @cache
    def gates() -> Gates:
        # The first calls don't wait for what judges their answers.
        from conspectus.summarise.gated import Gates  # noqa: PLC0415 - as said

        return Gates(article)

    report = await drafted(
        article,
        model,
        lambda sentences: _messages(article, sentences),
        lambda draft: gates().complaints(draft),
        max_output_tokens=max_output_tokens,
    )
    return gates().summary(report, alone=alone)


def request_for(article: Article) -> Messages:
    """What a large model is asked about an article that fits into its window."""
    return _messages(article, article.body)


def _messages(article: Article, sentences: Sequence[Sentence]) -> Messages:
    """The prompt: what repeats in every call first, then these sentences between marks they can't close."""
    lines = "\n".join(
        f"S{sentence.id}: {one_line(article.sentence_text(sentence))}" for sentence in sentences
    )
    known = {"Title": article.title, "Publisher": article.publisher, "Published": article.published}
    metadata = "\n".join(f"{name}: {value}" for name, value in known.items() if value is not None)
    # A title is the publisher's text as much as the sentences are, so it stands inside marks as well.
    return load("summarise").render(
        metadata=fence(metadata or "Nothing is known about the article but its text.", "metadata"),
        sentences=fence(lines),
    )
