"""A large model's part: one schema-constrained call for the whole article, then the gates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conspectus.model.article import Article
from conspectus.model.evidence import Claim
from conspectus.model.summary import ArticleSummary, ReportedEvent
from conspectus.prompts import Messages, fence, load
from conspectus.summarise.admit import Admission, admit, complaints, one_line
from conspectus.summarise.drafts import EventDraft, SummaryDraft
from conspectus.summarise.narrow import quoted
from conspectus.summarise.overview import overview
from conspectus.text.facts.words import content_words
from conspectus.verification.faithfulness import examine

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel


async def summarise_richly(
    article: Article, model: LanguageModel, *, max_output_tokens: int
) -> ArticleSummary:
    """What the model reports of the article, as far as the gates let it pass; the rest is in the ledger.

    Raises ModelError where there is no usable answer.
    """
    answer = await model.ask(
        _messages(article),
        SummaryDraft,
        max_output_tokens=max_output_tokens,
        gate=lambda draft: complaints(draft.claims, article),
    )
    admissions = [admit(draft, article) for draft in answer.value.claims]
    # A claim that comes twice, once as a fact and once as a figure, is one claim.
    by_id: dict[str, Claim] = {}
    for admission in admissions:
        if admission.claim is not None:
            by_id.setdefault(admission.claim.id, admission.claim)
    # An article of which nothing passes still speaks for itself.
    claims = tuple(by_id.values()) or quoted(article)
    headline, gist, _ = overview(article, claims, headline=answer.value.headline, gist=answer.value.gist)
    events = (_event(draft, admissions, article) for draft in answer.value.events)
    return ArticleSummary(
        article_id=article.id,
        headline=headline,
        gist=gist,
        events=tuple(event for event in events if event is not None),
        claims=claims,
        ledger=tuple(entry for admission in admissions for entry in admission.ledger),
        usage=answer.usage,
    )


def _messages(article: Article) -> Messages:
    """The prompt: what repeats in every call first, then the article between marks it can't close."""
    lines = "\n".join(
        f"S{sentence.id}: {one_line(article.sentence_text(sentence))}" for sentence in article.body
    )
    known = {"Title": article.title, "Publisher": article.publisher, "Published": article.published}
    metadata = "\n".join(f"{name}: {value}" for name, value in known.items() if value is not None)
    # A title is the publisher's text as much as the sentences are, so it stands inside marks as well.
    return load("summarise").render(
        metadata=fence(metadata or "Nothing is known about the article but its text.", "metadata"),
        sentences=fence(lines),
    )


def _event(draft: EventDraft, admissions: list[Admission], article: Article) -> ReportedEvent | None:
    """The event with every field that its claims' evidence carries; None where no claim stands."""
    named = [admissions[position] for position in draft.claims if 0 <= position < len(admissions)]
    claims = [admission.claim for admission in named if admission.claim is not None]
    if not claims:
        return None
    evidence = [piece.quote for claim in claims for piece in claim.evidence]

    said = {word for quote in evidence for word in content_words(quote)}

    def carried(value: str) -> bool:
        return bool(value.strip()) and examine(value, evidence, published=article.published).supported

    def found(value: str | None) -> str | None:
        # The gate judges statements; of a few words, every one has to be there.
        return value if value and carried(value) and said.issuperset(content_words(value)) else None

    return ReportedEvent(
        what=one_line(draft.what) if carried(draft.what) else claims[0].text,
        when=found(draft.when),
        where=found(draft.where),
        who=tuple(who for who in draft.who if found(who)),
        claim_ids=tuple(dict.fromkeys(claim.id for claim in claims)),
    )
