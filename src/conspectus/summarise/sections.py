"""What a model reports of an article of any length: of the whole, or else of overlapping sections, put together.

A section is halved where it does not fit into the model's window, which costs nothing, or where its answer was cut off
even with twice the tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conspectus.errors import TruncatedAnswerError
from conspectus.model.article import Article, Sentence
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.model.usage import Usage
from conspectus.prompts import Messages
from conspectus.summarise.drafts import SummaryDraft
from conspectus.tasks import gathered

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

OVERLAP = 2
"""Sentences that two neighbouring sections share, so that what refers back has what it refers to."""

_FEWEST = 2 * OVERLAP + 2


@dataclass(frozen=True)
class Drafted:
    """A model's report; `lost` are ledger entries for sections of which there is none."""

    draft: SummaryDraft
    lost: tuple[LedgerEntry, ...] = ()
    usage: Usage = field(default_factory=Usage)


async def drafted(
    article: Article,
    model: LanguageModel,
    messages: Callable[[Sequence[Sentence]], Messages],
    gate: Callable[[SummaryDraft], Sequence[str]],
    *,
    max_output_tokens: int,
) -> Drafted:
    """The report of the whole article; `messages` asks for one of some of its sentences.

    Raises TruncatedAnswerError where not even a short section gets one, and what `LanguageModel.ask` raises.
    """

    async def of(sentences: Sequence[Sentence]) -> Drafted:
        try:
            answer = await model.ask(
                messages(sentences), SummaryDraft, max_output_tokens=max_output_tokens, gate=gate, more=True
            )
        except TruncatedAnswerError as error:
            if len(sentences) < _FEWEST:
                return _nothing(article, sentences, error)
            middle = len(sentences) // 2
            first, second = await gathered(
                [of(sentences[: middle + OVERLAP // 2]), of(sentences[middle - OVERLAP // 2 :])]
            )
            return _together(first, second)
        return Drafted(answer.value, usage=answer.usage)

    result = await of(article.body)
    if not result.draft.claims and result.lost:
        raise TruncatedAnswerError(result.lost[0].detail, where=article.name)
    return result


def _nothing(article: Article, sentences: Sequence[Sentence], error: TruncatedAnswerError) -> Drafted:
    entry = LedgerEntry(
        subject=Subject.SENTENCES,
        reason=Reason.TRUNCATED,
        article_id=article.id,
        detail=error.message,
        sentence_ids=tuple(sentence.id for sentence in sentences),
    )
    return Drafted(SummaryDraft(claims=[], events=[], headline="", gist=""), (entry,))


def _together(first: Drafted, second: Drafted) -> Drafted:
    shift = len(first.draft.claims)
    later = [
        event.model_copy(update={"claims": [position + shift for position in event.claims]})
        for event in second.draft.events
    ]
    return Drafted(
        SummaryDraft(
            claims=[*first.draft.claims, *second.draft.claims],
            events=[*first.draft.events, *later],
            headline=first.draft.headline or second.draft.headline,
            gist=first.draft.gist or second.draft.gist,
        ),
        (*first.lost, *second.lost),
        first.usage + second.usage,
    )
