"""One article in, its verified summary out, by the strategy that the model's profile allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conspectus.model.article import Article
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.model.summary import ArticleSummary
from conspectus.summarise.rich import summarise_richly
from conspectus.summarise.second_gate import JUDGED_TOGETHER, calls_foreseen, calls_to_judge, judged, stands
from conspectus.text.language import language_name

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

__all__ = ["JUDGED_TOGETHER", "calls_foreseen", "calls_to_judge", "judged", "stands", "summarise"]


async def summarise(
    article: Article,
    model: LanguageModel | None,
    *,
    max_output_tokens: int,
    entail: bool = True,
    alone: bool = True,
) -> ArticleSummary:
    """What the article says, as verified claims; what did not pass is in the summary's ledger.

    A model that its profile trusts to select and cite gets one call for the whole article; a smaller
    one gets narrow calls; without a model the article's own sentences are selected. With `entail` a small
    model's wording also has to pass the model's own support check. Where the summary is not read `alone` it has what
    a briefing takes: no headline, no gist, and of events where they were. Raises ModelError where a model is
    there and gives no usable answer. A model is not asked about an article in a language that it can't do: its
    own sentences stand, and the ledger says so.
    """
    speaks = model is None or model.profile.speaks(article.language)
    if model is not None and speaks and model.profile.selects and model.profile.cites:
        return await summarise_richly(article, model, max_output_tokens=max_output_tokens, alone=alone)
    # It brings the gates along, for which a large model's first calls don't wait.
    from conspectus.summarise.narrow import summarise_narrowly  # noqa: PLC0415 - as said

    if not speaks:
        summary = await summarise_narrowly(article, None, alone=alone)
        return summary.model_copy(update={"ledger": (_unspoken(article), *summary.ledger)})
    return await summarise_narrowly(article, model, entail=entail, alone=alone)


def _unspoken(article: Article) -> LedgerEntry:
    language = language_name(article.language or "")
    detail = f"the model can't do {language}: the article is quoted in its own words only"
    return LedgerEntry(subject=Subject.ARTICLE, reason=Reason.LANGUAGE, article_id=article.id, detail=detail)
