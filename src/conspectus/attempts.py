"""All articles' summaries, side by side; and meanwhile what the articles alone decide."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.errors import AnswerError, EndpointError, ModelError
from conspectus.model.article import Article
from conspectus.model.ledger import Reason
from conspectus.model.summary import ArticleSummary
from conspectus.settings import Settings
from conspectus.summarise import JUDGED_TOGETHER, calls_to_judge, judged, summarise
from conspectus.tasks import aside, both, gathered
from conspectus.telemetry import ArticleDone, ArticleStarted, Recorder, Warned

if TYPE_CHECKING:
    from conspectus.consolidate import Ground
    from conspectus.llm import LanguageModel

_SENDING = 0.01
"""Seconds that a call takes to be sent; then there is nothing to do until the first answer comes."""


@dataclass(frozen=True)
class Attempted:
    """A summary for each article that got one, the error of each that did not, and the ground under all of them.

    `extra_calls` is how many were made besides those for the summaries: to judge them, and to settle which articles
    report one event.
    """

    summaries: tuple[ArticleSummary, ...]
    failed: dict[str, ModelError]
    extra_calls: int
    ground: Ground


async def attempted(
    articles: Sequence[Article], model: LanguageModel | None, settings: Settings, recorder: Recorder
) -> Attempted:
    """What became of each article.

    Raises the first error where no article got a summary, or where the endpoint can't be used at all.
    """
    answered = asyncio.Event()

    async def one(article: Article) -> ArticleSummary | ModelError:
        try:
            return await summary_of(article, model, settings, recorder)
        except (AnswerError, EndpointError) as error:
            recorder(ArticleDone(article.name, usable=False))
            recorder(Warned(error.message, where=article.name))
            return error
        finally:
            answered.set()

    async def together(part: Sequence[Article]) -> tuple[list[ArticleSummary], dict[str, ModelError], int]:
        """These articles' summaries, judged as soon as they are there, whatever others wait for."""
        outcomes = await gathered([one(article) for article in part])
        summaries = [outcome for outcome in outcomes if isinstance(outcome, ArticleSummary)]
        failed = {
            article.id: outcome
            for article, outcome in zip(part, outcomes, strict=True)
            if isinstance(outcome, ModelError)
        }
        if not settings.entailment:
            return summaries, failed, 0
        return await judged(summaries, part, model), failed, calls_to_judge(summaries)

    async def laid() -> tuple[Ground, int]:
        # All calls that may go out at once are out by then: the processor would wait with them.
        with suppress(TimeoutError):
            await asyncio.wait_for(answered.wait(), _SENDING * len(articles))
        return await _ground(articles, model if settings.entailment else None)

    parts = [articles[at : at + JUDGED_TOGETHER] for at in range(0, len(articles), JUDGED_TOGETHER)]
    outcomes, (ground, settling) = await both(gathered([together(part) for part in parts]), laid())
    failed = {key: error for _, errors, _ in outcomes for key, error in errors.items()}
    if len(failed) == len(articles):
        raise next(iter(failed.values()))
    return Attempted(
        summaries=tuple(summary for summaries, _, _ in outcomes for summary in summaries),
        failed=failed,
        extra_calls=settling + sum(calls for _, _, calls in outcomes),
        ground=ground,
    )


async def _ground(articles: Sequence[Article], model: LanguageModel | None) -> tuple[Ground, int]:
    """The ground, and how many calls it took: a model that compares has its say in what is one event."""
    # The first calls don't wait for these.
    from conspectus.consolidate import compared, ground_of, read_ahead, settled_ground  # noqa: PLC0415 - as said

    if model is None or not model.profile.compares:
        ground, calls = await aside(lambda: ground_of(articles)), 0
        await aside(lambda: read_ahead(articles))
    else:
        settling = settled_ground(articles, model)
        (ground, calls), _ = await both(settling, aside(lambda: read_ahead(articles)))
    return await aside(lambda: compared(articles, ground)), calls


async def summary_of(
    article: Article, model: LanguageModel | None, settings: Settings, recorder: Recorder
) -> ArticleSummary:
    """The article's verified claims; the recorder is told. Raises what `summarise` raises."""
    recorder(ArticleStarted(article.name))
    summary = await summarise(
        article, model, max_output_tokens=settings.max_output_tokens, entail=settings.entailment
    )
    recorder(ArticleDone(article.name))
    for entry in summary.ledger:
        if entry.reason is Reason.LANGUAGE:
            recorder(Warned(entry.detail, where=article.name))
    return summary
