"""The ledger's bookkeeping: every sentence of every article is cited, or stands here with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conspectus.consolidate.agreement.witnesses import NOTHING_WITHHELD, Withheld
from conspectus.consolidate.prose.choosing import REPEATS, numbers_and_days
from conspectus.model.article import Article, Role, Span
from conspectus.model.briefing import Event
from conspectus.model.evidence import CitedSentence, Claim
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.text.concepts import concepts

_NO_ROOM = "verified, but others tell more or took the room"
_WITHHELD = "what was to rest on it did not stand up to the audit of the finished briefing"
_AGAIN = "verified, but it says little that the briefing does not say"


def cited_claims(events: Iterable[Event]) -> frozenset[str]:
    """The ids of all claims that something in the events cites."""
    ids: set[str] = set()
    for event in events:
        ids.update(event.title_claim_ids)
        sentences: tuple[CitedSentence, ...] = (
            *event.lead,
            *event.points,
            *event.context,
            *event.unknown,
            *event.timeline,
        )
        for sentence in sentences:
            ids.update(sentence.claim_ids)
        points = (*event.lead, *event.points)
        ids.update(each for point in points for shared in point.shared for each in shared.claim_ids)
        ids.update(each for point in points for each in point.alongside)
        for asked in (event.conflicts, event.reconciled):
            ids.update(each for question in asked for side in question.sides for each in side.claim_ids)
    return frozenset(ids)


@dataclass(frozen=True)
class _Told:
    """What the sentences and sides of an event say: what each is about, and all their figures and days."""

    articles: frozenset[str]
    about: tuple[frozenset[object], ...]
    facts: frozenset[object]

    @classmethod
    def of(cls, event: Event) -> _Told:
        points = (*event.lead, *event.points, *event.context, *event.unknown)
        sides = [
            side for asked in (event.conflicts, event.reconciled) for each in asked for side in each.sides
        ]
        texts = [*(each.text for each in (*points, *event.timeline)), *(side.position for side in sides)]
        return cls(
            frozenset(event.article_ids),
            tuple(concepts(text) for text in texts),
            frozenset(fact for text in texts for fact in numbers_and_days(text)),
        )

    def has(self, text: str) -> bool:
        """True where one of them is about half of what the text is about, and they give its figures and days."""
        words = concepts(text)
        return (
            any(len(words & each) >= REPEATS * len(words) for each in self.about)
            and numbers_and_days(text) <= self.facts
        )


def account(
    articles: Sequence[Article],
    events: Sequence[Event],
    claims: Sequence[Claim],
    withheld: Withheld = NOTHING_WITHHELD,
) -> tuple[LedgerEntry, ...]:
    """An entry for each claim that no event cites, and for the sentences that no cited claim rests on."""
    cited = cited_claims(events)
    told = [_Told.of(event) for event in events]
    entries = []
    for claim in claims:
        if claim.id in cited:
            continue
        again = any(claim.article_ids[0] in each.articles and each.has(claim.text) for each in told)
        reason, detail = (Reason.REPEATED, _AGAIN) if again else (Reason.OVER_BUDGET, _NO_ROOM)
        entries.append(
            LedgerEntry(
                subject=Subject.CLAIM,
                reason=reason,
                article_id=claim.article_ids[0],
                claim_id=claim.id,
                detail=detail,
                text=claim.text,
            )
        )
    used = [claim for claim in claims if claim.id in cited]
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for claim in used:
        for piece in claim.evidence:
            spans[piece.article_id].append(piece.span)
    for article in articles:
        entries += _sentences(article, spans[article.id], withheld.get(article.id, frozenset()))
    return tuple(entries)


def _sentences(article: Article, spans: Sequence[Span], withheld: frozenset[int]) -> list[LedgerEntry]:
    left: dict[tuple[Reason, str], list[int]] = defaultdict(list)
    for sentence in article.sentences:
        if sentence.role is Role.HEADING:
            left[Reason.BOILERPLATE, "heading"].append(sentence.id)
        elif sentence.role is Role.JUNK:
            marks = [junk.reason.value for junk in article.junk if junk.span.overlaps(sentence.span)]
            left[Reason.BOILERPLATE, (marks or ["junk"])[0].replace("_", " ")].append(sentence.id)
        elif sentence.id in withheld:
            left[Reason.UNSUPPORTED, _WITHHELD].append(sentence.id)
        elif not any(span.overlaps(sentence.span) for span in spans):
            left[Reason.OVER_BUDGET, "not among the sentences that the briefing rests on"].append(sentence.id)
    return [
        LedgerEntry(
            subject=Subject.SENTENCES,
            reason=reason,
            article_id=article.id,
            detail=detail,
            sentence_ids=tuple(numbers),
        )
        for (reason, detail), numbers in left.items()
    ]
