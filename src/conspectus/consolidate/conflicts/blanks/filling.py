"""Blanks put to a model: which amounts and times of two reports are of one thing, because each fills in the other's."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from conspectus.consolidate.conflicts.blanks.gaps import Candidate, Gap, same
from conspectus.consolidate.conflicts.matters.whens import When
from conspectus.consolidate.conflicts.numbers.measures import Measure
from conspectus.errors import ModelError
from conspectus.model.article import Article
from conspectus.prompts import fence, load
from conspectus.tasks import gathered

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

MOST = 12
"""Blanks of one event that are put to the model one way; the other way follows where the answer fits."""
MOST_OF_ALL = 60
"""Blanks of all events together, likewise; those of the first events come first."""

_ANSWER_TOKENS = 12
_STOP = (". ", ", ", '"', "\n")
_log = logging.getLogger(__name__)

_Question = tuple[tuple[str, int], str]
_Value = Measure | When | None


async def confirmed(
    events: Sequence[Sequence[Candidate]], articles: Mapping[str, Article], model: LanguageModel
) -> list[list[Candidate]]:
    """Of each event's candidates those each of whose gaps the other's report fills in with the other's value.

    The likeliest come first in each event, and are asked about first. A question that gets no answer costs its
    candidates and nothing else. Raises ValueError where the model has no `prefill`.
    """
    left = MOST_OF_ALL
    shares: list[dict[_Question, Gap]] = []
    for found in events:
        asked = {_asked(each.first, each.second): each.first for each in found}
        shares.append(dict(list(asked.items())[: min(MOST, left)]))
        left -= len(shares[-1])
    work = [_of_one_event(found, share, articles, model) for found, share in zip(events, shares, strict=True)]
    return await gathered(work)


async def _of_one_event(
    found: Sequence[Candidate],
    forward: Mapping[_Question, Gap],
    articles: Mapping[str, Article],
    model: LanguageModel,
) -> list[Candidate]:
    told = await _filled(forward, articles, model)
    fitting = [each for each in found if same(told.get(_asked(each.first, each.second)), each.second.value)]
    back = {_asked(each.second, each.first): each.second for each in fitting}
    told |= await _filled(back, articles, model)
    return [each for each in fitting if same(told.get(_asked(each.second, each.first)), each.first.value)]


def _asked(gap: Gap, other: Gap) -> _Question:
    """What is asked: that gap, of the other's report."""
    return gap.key, other.statement.article_id


async def _filled(
    asked: Mapping[_Question, Gap], articles: Mapping[str, Article], model: LanguageModel
) -> dict[_Question, _Value]:
    """What each report fills in, one question after the other of a report, whose text the server then knows already."""
    of: defaultdict[str, list[_Question]] = defaultdict(list)
    for question in asked:
        of[question[1]].append(question)

    async def about(article: Article, questions: Sequence[_Question]) -> dict[_Question, _Value]:
        return {each: await _value(asked[each], article, model) for each in questions}

    told = await gathered([about(articles[key], questions) for key, questions in of.items()])
    return {question: value for each in told for question, value in each.items()}


async def _value(gap: Gap, article: Article, model: LanguageModel) -> _Value:
    body = "\n".join(article.sentence_text(each) for each in article.body)
    try:
        answer = await model.go_on(
            load("blank").render(
                article=fence("\n\n".join(filter(None, (article.title, body)))),
                sentence=fence(f'"{gap.sentence}"', "sentence"),
            ),
            f'"{gap.beginning}',
            max_output_tokens=_ANSWER_TOKENS,
            stop=_STOP,
        )
    except ModelError as error:
        _log.warning("a blank was not filled in: %s", error)
        return None
    return gap.filled(answer.value, article.published)
