"""One article's verified summary."""

from __future__ import annotations

from conspectus.model.base import Frozen
from conspectus.model.evidence import CitedSentence, Claim
from conspectus.model.ledger import LedgerEntry
from conspectus.model.rendering import Renderable
from conspectus.model.usage import Usage


class ReportedEvent(Frozen):
    """Something that an article says happened, in the article's own terms.

    Every field that is set was found in the evidence of the claims it lists.
    """

    what: str
    when: str | None = None
    where: str | None = None
    who: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()


class ArticleSummary(Renderable):
    """What one article says, as verified claims; what failed verification is in `ledger`."""

    article_id: str
    headline: CitedSentence | None = None
    gist: tuple[CitedSentence, ...] = ()
    events: tuple[ReportedEvent, ...] = ()
    claims: tuple[Claim, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    usage: Usage = Usage()
