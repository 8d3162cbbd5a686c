"""The same model with plain map-reduce: a summary of each article, then one briefing of the summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from conspectus.errors import AnswerError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.matching import whole_sentences
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.systems.system import Account, Calls, Run
from conspectus.llm import open_model
from conspectus.model.article import Article
from conspectus.model.base import Frozen
from conspectus.prompts import fence, load
from conspectus.tasks import gathered

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

MAP_TOKENS = 400
REDUCE_TOKENS = 700
POINTS = 12


class SummaryText(Frozen):
    """What the model is asked for about one article."""

    summary: str


class PointsDraft(Frozen):
    """What the model is asked for about all summaries."""

    points: list[str] = Field(max_length=POINTS)


def map_reduce(name: str) -> Account:
    """The points that the second step gives, each citing the evidence that a search finds for it.

    Its sentences name no evidence of their own; the best that `verification.evidence_search` finds in the articles is
    taken for what they cite, where it is close. That is generous: a wrong citation can't happen. An article whose
    summary fails is left out, as such scripts do.
    """

    async def account(case: LoadedCase, run: Run) -> Output:
        calls = Calls()
        async with open_model(run.settings, on_call=calls.call, transport=run.transport) as model:
            assert model is not None  # noqa: S101 - a system with a model
            parts = await gathered([_mapped(article, model) for article in case.by_id.values()])
            summaries = [part for part in parts if part]
            try:
                answer = await model.ask(
                    load("eval-reduce").render(summaries="\n\n".join(fence(s, "summary") for s in summaries)),
                    PointsDraft,
                    max_output_tokens=REDUCE_TOKENS,
                )
            except AnswerError as error:
                return Output(system=name, case=case.id, asked=run.asked(calls), failure=error.message)
        points = tuple(
            Said(text=point, evidence=whole_sentences(found[0]) if found and found[0].close else ())
            for point in answer.value.points
            if point.strip()
            for found in (case.index.search(point),)
        )
        return Output(system=name, case=case.id, sentences=points, asked=run.asked(calls))

    return account


async def _mapped(article: Article, model: LanguageModel) -> str | None:
    body = "\n".join(" ".join(article.sentence_text(sentence).split()) for sentence in article.body)
    try:
        answer = await model.ask(
            load("eval-map").render(article=fence(body)), SummaryText, max_output_tokens=MAP_TOKENS
        )
    except AnswerError:
        return None
    return answer.value.summary
