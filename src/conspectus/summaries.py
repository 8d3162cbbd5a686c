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
from conspectus.summarise import (
    JUDGED_TOGETHER,
    calls_foreseen,
    calls_to_judge,
    judged,
    stands,
    summarise,
)
from conspectus.tasks import Beside, aside, both, gathered
from conspectus.telemetry import ArticleDone, ArticleStarted, Recorder, Warned

if TYPE_CHECKING:
    from conspectus.consolidate import Early, Ground
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
    early: Early | None = None


async def attempted(
    articles: Sequence[Article],
    model: LanguageModel | None,
    settings: Settings,
    recorder: Recorder,
    beside: Beside | None = None,
) -> Attempted:
    """What became of each article.

    What can be asked about events before all summaries are there is asked `beside`, where that is given. Raises the
    first error where no article got a summary, or where the endpoint can't be used at all.
    """
    answered = asyncio.Event()
    ahead = (
        _Ahead(articles, model, settings, beside) if beside is not None and _asks(model, settings) else None
    )

    async def one(article: Article) -> ArticleSummary | ModelError:
        try:
            return await summary_of(article, model, settings, recorder, alone=False)
        except (AnswerError, EndpointError) as error:
            recorder(ArticleDone(article.name, usable=False))
            recorder(Warned(error.message, where=article.name))
            if ahead is not None:
                # Without the article, events and origins may be others.
                ahead.end()
            return error
        finally:
            answered.set()

    async def told(article: Article, part: int) -> ArticleSummary | ModelError:
        outcome = await one(article)
        if ahead is not None and isinstance(outcome, ArticleSummary):
            ahead.summarised(outcome, part)
        return outcome

    async def together(
        number: int, part: Sequence[Article]
    ) -> tuple[list[ArticleSummary], dict[str, ModelError], int]:
        """These articles' summaries, judged as soon as they are there, whatever others wait for."""
        outcomes = await gathered([told(article, number) for article in part])
        summaries = [outcome for outcome in outcomes if isinstance(outcome, ArticleSummary)]
        failed = {
            article.id: outcome
            for article, outcome in zip(part, outcomes, strict=True)
            if isinstance(outcome, ModelError)
        }
        if not settings.entailment:
            return summaries, failed, 0
        final = await judged(summaries, part, model)
        if ahead is not None:
            ahead.judged(final)
        return final, failed, calls_to_judge(summaries)

    async def laid() -> tuple[Ground, int]:
        # All calls that may go out at once are out by then: the processor would wait with them.
        with suppress(TimeoutError):
            await asyncio.wait_for(answered.wait(), _SENDING * len(articles))
        ground, settling = await _ground(articles, model if settings.entailment else None)
        if ahead is not None:
            ahead.laid(ground, settling)
        return ground, settling

    parts = _parts(articles)
    work = gathered([together(number, part) for number, part in enumerate(parts)])
    outcomes, (ground, settling) = await both(work, laid())
    if ahead is not None:
        await ahead.settled()
        ahead.end()
    failed = {key: error for _, errors, _ in outcomes for key, error in errors.items()}
    if len(failed) == len(articles):
        raise next(iter(failed.values()))
    return Attempted(
        summaries=tuple(summary for summaries, _, _ in outcomes for summary in summaries),
        failed=failed,
        extra_calls=settling + sum(calls for _, _, calls in outcomes),
        ground=ground,
        early=ahead.early if ahead is not None else None,
    )


def _parts(articles: Sequence[Article]) -> list[Sequence[Article]]:
    """The articles whose summaries are judged together."""
    return [articles[at : at + JUDGED_TOGETHER] for at in range(0, len(articles), JUDGED_TOGETHER)]


def _asks(model: LanguageModel | None, settings: Settings) -> bool:
    """True where accounts may be asked for early: with a limit, summaries go before them."""
    limited = settings.max_cost is not None or settings.max_tokens is not None
    return model is not None and model.profile.composes and settings.entailment and not limited


class _Ahead:
    """Hands summaries on, each when it is its article's last word, as soon as the ground is laid."""

    _SPARE = 1
    """Calls left for judging more than is foreseen, unless a model has only quoted in many summaries."""

    def __init__(
        self, articles: Sequence[Article], model: LanguageModel | None, settings: Settings, beside: Beside
    ) -> None:
        self._articles = articles
        self._model = model
        self._settings = settings
        self._beside = beside
        self._parts: list[tuple[int, list[ArticleSummary]]] = [(len(part), []) for part in _parts(articles)]
        self._final: dict[str, ArticleSummary] = {}
        self._settling = 0
        self._over = False
        self.early: Early | None = None

    def summarised(self, summary: ArticleSummary, part: int) -> None:
        """An article of that part has its summary."""
        self._parts[part][1].append(summary)
        if stands(summary, self._model):
            self._take(summary)

    def judged(self, summaries: Sequence[ArticleSummary]) -> None:
        """These are final."""
        for summary in summaries:
            if summary.article_id not in self._final:
                self._take(summary)

    def laid(self, ground: Ground, settling: int) -> None:
        """The ground is known, and how many calls it took."""
        from conspectus.consolidate import Early, room  # noqa: PLC0415 - as in `_ground`

        assert self._model is not None  # noqa: S101 - `_asks` has looked
        self._settling = settling
        space = room(self._settings.length, self._settings.max_points)
        self.early = Early(self._articles, ground, self._model, space, calls=self._calls, beside=self._beside)
        if self._over:
            self.early.end()
        for summary in self._final.values():
            self.early.summarised(summary)

    async def settled(self) -> None:
        """What can be asked of the summaries handed on is asked."""
        if self.early is not None:
            await self.early.settled()

    def end(self) -> None:
        """Nothing is asked early from now on."""
        self._over = True
        if self.early is not None:
            self.early.end()

    def _take(self, summary: ArticleSummary) -> None:
        self._final[summary.article_id] = summary
        if self.early is not None:
            self.early.summarised(summary)

    def _calls(self) -> int:
        from conspectus.consolidate import calls_to_compose  # noqa: PLC0415 - as in `_ground`

        judging = calls_foreseen(self._parts)
        if judging or sum(len(known) for _, known in self._parts) < JUDGED_TOGETHER:
            judging += self._SPARE
        return calls_to_compose(len(self._articles), self._settling + judging)


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
    article: Article,
    model: LanguageModel | None,
    settings: Settings,
    recorder: Recorder,
    *,
    alone: bool = True,
) -> ArticleSummary:
    """The article's verified claims; the recorder is told. `alone` is as for `summarise`, which says what is raised."""
    recorder(ArticleStarted(article.name))
    summary = await summarise(
        article,
        model,
        max_output_tokens=settings.max_output_tokens,
        entail=settings.entailment,
        alone=alone,
    )
    recorder(ArticleDone(article.name))
    for entry in summary.ledger:
        if entry.reason is Reason.LANGUAGE:
            recorder(Warned(entry.detail, where=article.name))
    return summary
