"""A large model's part in grouping: it says which reports are of one event where code can't tell."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from pydantic import create_model

from conspectus.consolidate.events.doubts import Part
from conspectus.errors import AnswerError, EndpointError
from conspectus.model.article import Article
from conspectus.prompts import fence, load
from conspectus.summarise.drafts import SameEventDraft

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_HEADLINES = 3
_LEAD_CHARACTERS = 280
_LEAST_LEAD = 120
_ANSWER_TOKENS = 512
_log = logging.getLogger(__name__)


async def told_apart(
    parts: Sequence[Part], articles: Mapping[str, Article], model: LanguageModel
) -> list[list[Part]]:
    """The parts of each event, as one call to the model has them; empty where it gave no usable answer."""
    names = {f"r{number}": part for number, part in enumerate(parts, start=1)}
    reports = "\n\n".join(
        f"{name} {_report([articles[key] for key in part])}" for name, part in names.items()
    )
    try:
        answer = await model.ask(
            load("same-event").render(reports=fence(reports, "reports")),
            _draft_of(tuple(names)),
            max_output_tokens=_ANSWER_TOKENS,
            more=True,
            # Everything that is said of events waits for this.
            first=True,
        )
    except (AnswerError, EndpointError) as error:
        _log.warning("which articles report one event was not asked: %s", error)
        return []
    return [[names[name] for name in event] for event in answer.value.events]


def _draft_of(names: tuple[str, ...]) -> type[SameEventDraft]:
    """The answer's type, in which a report can only be one that was shown."""
    one: Any = Literal[names]
    return create_model("SameEventDraft", __base__=SameEventDraft, events=(list[list[one]], ...))


def _report(articles: Sequence[Article]) -> str:
    """What is shown of articles that are together already: days, outlets, headlines, and how the first begins.

    The more is known by headlines, the less is shown of how it begins.
    """
    days = sorted({str(article.published) for article in articles if article.published})
    outlets = dict.fromkeys(article.publisher for article in articles if article.publisher)
    told = list(dict.fromkeys(article.title for article in articles if article.title))[:_HEADLINES]
    first = articles[0]
    lead = " ".join(first.sentence_text(sentence) for sentence in first.body[: 1 if told else 2])
    lead = " ".join(lead.split())
    room = max(_LEAST_LEAD, _LEAD_CHARACTERS - sum(map(len, told[1:])))
    if len(lead) > room:
        lead = lead[:room].rsplit(" ", 1)[0] + " …"
    where = ", ".join([*days, *list(outlets)[:_HEADLINES]]) or "unnamed"
    return f"[{where}]: {' / '.join([*told, lead])}"
