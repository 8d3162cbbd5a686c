"""The same model with instructor's recipe for citations: facts with quotes, each quote looked for in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from conspectus.errors import AnswerError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, Said
from conspectus.evaluation.systems.system import Account, Calls, Run
from conspectus.llm import open_model
from conspectus.model.article import Article
from conspectus.model.base import Frozen
from conspectus.prompts import fence, load
from conspectus.tasks import gathered
from conspectus.verification.grounding import ground

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

OUTPUT_TOKENS = 500
FACTS = 4
QUOTES = 2


class FactDraft(Frozen):
    """A fact and the words it rests on."""

    fact: str
    substring_quotes: list[str] = Field(min_length=1, max_length=QUOTES)


class FactsDraft(Frozen):
    """What the model is asked for about one article."""

    facts: list[FactDraft] = Field(max_length=FACTS)


def cited_facts(name: str) -> Account:
    """The facts of each article in turn, each citing the passages that instructor's `CitationMixin` finds for it.

    A fact of which no quote is found is dropped, as the recipe does; an article whose answer fails is left out.
    Passages that are no part of the article's body (a heading, junk) are cited by nothing here.
    """

    async def account(case: LoadedCase, run: Run) -> Output:
        calls = Calls()
        async with open_model(run.settings, on_call=calls.call, transport=run.transport) as model:
            assert model is not None  # noqa: S101 - a system with a model
            parts = await gathered([_facts(article, model) for article in case.by_id.values()])
        said = tuple(fact for part in parts for fact in part)
        return Output(system=name, case=case.id, sentences=said, asked=run.asked(calls))

    return account


async def _facts(article: Article, model: LanguageModel) -> tuple[Said, ...]:
    from conspectus.llm.citations import located  # noqa: PLC0415 - it loads instructor

    body = "\n".join(" ".join(article.sentence_text(sentence).split()) for sentence in article.body)
    try:
        answer = await model.ask(
            load("eval-cited-facts").render(article=fence(body)), FactsDraft, max_output_tokens=OUTPUT_TOKENS
        )
    except AnswerError:
        return ()
    said = []
    for draft in answer.value.facts:
        passages = located(draft.substring_quotes, body)
        if draft.fact.strip() and passages:
            pieces = (ground(passage, article).evidence for passage in passages)
            said.append(Said(text=draft.fact, evidence=tuple(dict.fromkeys(filter(None, pieces)))))
    return tuple(said)
