"""What a briefing would take, said before anything is spent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from conspectus.consolidate import calls_to_compose
from conspectus.llm import open_model
from conspectus.model.article import Article
from conspectus.render import words
from conspectus.running import Source, aread, run
from conspectus.settings import Settings
from conspectus.summarise import JUDGED_TOGETHER
from conspectus.summarise.drafts import SummaryDraft
from conspectus.summarise.rich import request_for
from conspectus.summarise.select import select

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_ASKS_A_SENTENCE = 2
_SENTENCE_TOKENS = (400, 150)


@dataclass(frozen=True)
class Plan:
    """What a run would take, at most where that is not known beforehand.

    `cached` calls are answered already. Tokens are estimates of prompts and limits of answers; re-asks come on top.
    `cost_usd` is None where the price is not known.
    """

    articles: int
    unreadable: int
    model: str
    calls: int
    cached: int
    input_tokens: int
    output_tokens: int
    cost_usd: float | None

    def __str__(self) -> str:
        unreadable = f", {self.unreadable} unreadable" if self.unreadable else ""
        cost = "price not known" if self.cost_usd is None else f"at most ${self.cost_usd:.4f}"
        return (
            f"{words.count(self.articles, 'article')}{unreadable}, with {self.model}\n"
            f"calls: about {self.calls}, and {self.cached} answered from the cache\n"
            f"tokens: about {self.input_tokens:,} of prompts, at most {self.output_tokens:,} of answers\n"
            f"cost: {cost}; re-asks come on top, and --max-cost and --max-tokens keep a limit"
        )


def plan(sources: Sequence[Source] | Source, settings: Settings, stdin: BinaryIO | None = None) -> Plan:
    """What a briefing of the sources would take; asks no model, and raises what `read` and `open_model` raise."""
    return run(lambda: aplan(sources, settings, stdin))


async def aplan(
    sources: Sequence[Source] | Source, settings: Settings, stdin: BinaryIO | None = None
) -> Plan:
    """`plan` for callers that await."""
    reading = await aread(sources, settings, stdin)
    articles = reading.articles
    async with open_model(settings) as model:
        if model is None:
            return Plan(len(articles), len(reading.failures), "no model", 0, 0, 0, 0, 0.0)
        calls, cached, asked, answered = await _calls(articles, model, settings)
        cost = model.price(asked, 0, answered) if calls else 0.0
        return Plan(len(articles), len(reading.failures), model.name, calls, cached, asked, answered, cost)


async def _calls(
    articles: Sequence[Article], model: LanguageModel, settings: Settings
) -> tuple[int, int, int, int]:
    if not (model.profile.selects and model.profile.cites):
        count = sum(len(select(article)) for article in articles) * _ASKS_A_SENTENCE
        asked, answered = _SENTENCE_TOKENS
        return count, 0, count * asked, count * answered
    calls = cached = asked = 0
    for article in articles:
        tokens, known = await model.foreseen(
            request_for(article), SummaryDraft, max_output_tokens=settings.max_output_tokens
        )
        if known:
            cached += 1
        else:
            calls, asked = calls + 1, asked + tokens
    judging = math.ceil(len(articles) / JUDGED_TOGETHER) if settings.entailment and calls else 0
    # And, where the model may judge, what is one event, where that is in doubt, and the accounts of events.
    later = judging + (len(articles) > 1) if judging else 0
    later += calls_to_compose(len(articles), later) if later else 0
    if settings.language and calls:
        # One translates and one judges that, as far as anything is in another language.
        later += 1 + settings.entailment
    return (
        calls + later,
        cached,
        asked + later * settings.max_output_tokens,
        (calls + later) * settings.max_output_tokens,
    )
