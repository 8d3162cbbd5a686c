"""A large model's part: one schema-constrained call for the whole article, then the gates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conspectus.model.article import Article, Sentence
from conspectus.model.evidence import Claim
from conspectus.model.summary import ArticleSummary, ReportedEvent
from conspectus.prompts import Messages, fence, load
from conspectus.summarise.admit import Admission, Examined, admit, complaints, one_line
from conspectus.summarise.drafts import EventDraft
from conspectus.summarise.narrow import quoted
from conspectus.summarise.overview import carried, overview, placed
from conspectus.summarise.sections import drafted

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel


async def summarise_richly(
    article: Article, model: LanguageModel, *, max_output_tokens: int, alone: bool = True
) -> ArticleSummary:
    """What the model reports of the article, as far as the gates let it pass; the rest is in the ledger.

    `alone` is as for `summarise`. Raises ModelError where there is no usable answer.
    """
    examined = Examined(article)
    report = await drafted(
        article,
        model,
        lambda sentences: _messages(article, sentences),
        lambda draft: complaints(draft.claims, article, examined),
        max_output_tokens=max_output_tokens,
    )
    draft = report.draft
    admissions = [admit(claim, article, examined) for claim in draft.claims]
    # A claim that comes twice, once as a fact and once as a figure, is one claim.
    by_id: dict[str, Claim] = {}
    for admission in admissions:
        if admission.claim is not None:
            by_id.setdefault(admission.claim.id, admission.claim)
    # An article of which nothing passes still speaks for itself.
    claims = tuple(by_id.values()) or quoted(article)
    headline, gist, _ = (
        overview(article, claims, headline=draft.headline, gist=draft.gist) if alone else (None, (), ())
    )
    events = (_event(event, admissions, article, alone) for event in draft.events)
    return ArticleSummary(
        article_id=article.id,
        headline=headline,
        gist=gist,
        events=tuple(event for event in events if event is not None),
        claims=claims,
        ledger=(*report.lost, *(entry for admission in admissions for entry in admission.ledger)),
        usage=report.usage,
    )


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


def _event(
    draft: EventDraft, admissions: list[Admission], article: Article, alone: bool
) -> ReportedEvent | None:
    """The event with every field that its claims' evidence carries; None where no claim stands."""
    named = [admissions[position] for position in draft.claims if 0 <= position < len(admissions)]
    claims = [admission.claim for admission in named if admission.claim is not None]
    if not claims:
        return None
    event = ReportedEvent(what=draft.what, when=draft.when, where=draft.where, who=tuple(draft.who))
    return carried(event, claims, article) if alone else placed(event, claims, article)
