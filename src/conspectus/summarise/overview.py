"""What stands above an article's claims: headline, gist and event, each citing the claims it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.caching import cached_property
from conspectus.model.article import Article
from conspectus.model.evidence import CitedSentence, Claim
from conspectus.model.summary import ReportedEvent
from conspectus.text.facts.names import names
from conspectus.text.facts.words import content_words
from conspectus.text.sentences import split_sentences
from conspectus.verification.citing import cite, sentence
from conspectus.verification.faithfulness import holds

Overview = tuple[CitedSentence | None, tuple[CitedSentence, ...], tuple[ReportedEvent, ...]]

_GIST = 2


def overview(
    article: Article, claims: Sequence[Claim], *, headline: str | None = None, gist: str | None = None
) -> Overview:
    """Headline, gist and main event of an article with these claims.

    A wording that the claims' evidence does not carry gives way: the headline to the article's own
    title if that is carried, the gist to the first claims.
    """
    if not claims:
        return None, (), ()
    published = {article.id: article.published}
    wordings = [" ".join(wording.split()) for wording in (headline, article.title) if wording]
    heads = (cite(wording, claims, published) for wording in wordings if wording)
    head = next((found for found in heads if found is not None), None)
    gist = " ".join((gist or "").split())
    parts = [cite(part.span.of(gist), claims, published) for part in split_sentences(gist)]
    cited = tuple(part for part in parts if part is not None)
    if not cited or len(cited) < len(parts):
        cited = tuple(sentence(claim) for claim in claims[:_GIST])
    event = ReportedEvent(
        what=claims[0].text,
        who=tuple(dict.fromkeys(name.text for name in names(claims[0].text))),
        claim_ids=tuple(claim.id for claim in claims),
    )
    return head, cited, (event,)


def carried(event: ReportedEvent, claims: Sequence[Claim], article: Article) -> ReportedEvent:
    """The event as far as the evidence of these claims carries it; what it is called gives way to the first claim."""
    shown = _Shown(claims, article)
    return ReportedEvent(
        what=" ".join(event.what.split()) if shown.carries(event.what) else claims[0].text,
        when=shown.has(event.when),
        where=shown.has(event.where),
        who=tuple(who for who in event.who if shown.has(who)),
        claim_ids=tuple(dict.fromkeys(claim.id for claim in claims)),
    )


def placed(event: ReportedEvent, claims: Sequence[Claim], article: Article) -> ReportedEvent:
    """The event as its first claim has it, and where it was as far as the evidence of these claims carries that."""
    return ReportedEvent(
        what=claims[0].text,
        where=_Shown(claims, article).has(event.where),
        claim_ids=tuple(dict.fromkeys(claim.id for claim in claims)),
    )


class _Shown:
    """The evidence of an article's claims."""

    def __init__(self, claims: Sequence[Claim], article: Article) -> None:
        self._evidence = [piece.quote for claim in claims for piece in claim.evidence]
        self._published = article.published

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset(word for quote in self._evidence for word in content_words(quote))

    def carries(self, text: str) -> bool:
        return bool(text.strip()) and holds(text, self._evidence, published=self._published)

    def has(self, value: str | None) -> str | None:
        """The value where it is there: the gate judges statements, and of a few words every one has to be."""
        return (
            value if value and self._said.issuperset(content_words(value)) and self.carries(value) else None
        )
