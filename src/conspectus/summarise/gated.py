"""What the gates let pass of a large model's report."""

from __future__ import annotations

from conspectus.model.article import Article
from conspectus.model.evidence import Claim
from conspectus.model.summary import ArticleSummary, ReportedEvent
from conspectus.summarise.admit import Admission, Examined, admit, complaints
from conspectus.summarise.drafts import EventDraft, SummaryDraft
from conspectus.summarise.narrow import quoted
from conspectus.summarise.overview import carried, overview, placed
from conspectus.summarise.sections import Drafted


class Gates:
    """Judges what a model reports of one article, each claim once."""

    def __init__(self, article: Article) -> None:
        """Nothing is judged yet."""
        self._article = article
        self._examined = Examined(article)

    def complaints(self, draft: SummaryDraft) -> list[str]:
        """What is wrong with the report's claims, each in a sentence that the model can act on."""
        return complaints(draft.claims, self._article, self._examined)

    def summary(self, report: Drafted, *, alone: bool) -> ArticleSummary:
        """What passes, as the article's summary, and in its ledger what does not; `alone` is as for `summarise`."""
        draft, article = report.draft, self._article
        admissions = [admit(claim, article, self._examined) for claim in draft.claims]
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
