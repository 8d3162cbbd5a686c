"""The harbour briefing with what few briefings have: an update, something unknown, a month, a right-to-left article."""

from __future__ import annotations

from datetime import date

from conspectus.model.article import Role
from conspectus.model.briefing import (
    Briefing,
    Origin,
    Reconciled,
    Relation,
    Side,
    Standing,
    TimelineEntry,
)
from conspectus.model.evidence import ClaimKind, Verification
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from tests.support.briefings import TWELVE, article, claim, harbour_briefing, point

PIER_FIRST = "Four ships were waiting outside the harbour on Tuesday evening, the pilots said."
PIER_LATER = "Eleven ships were waiting outside the harbour on Thursday, the pilots said."
PIER_UNKNOWN = "Nobody has said what the collapse will cost."
PIER_LICENCE = "The crane’s licence was renewed in September 2024."
QUAY_ARABIC = "انهارت رافعة في ميناء برانوك يوم الثلاثاء."
QUAY_ARABIC_REST = "قالت السلطات إن الرصيف الشمالي مغلق."

PIER = article(
    "pier-and-tide.md",
    [(Role.HEADING, "Ships wait at Brannock"), PIER_FIRST, PIER_LATER, PIER_UNKNOWN, PIER_LICENCE],
    publisher="Pier & Tide",
    published=date(2025, 3, 7),
    origin="o5",
)
QUAY = article(
    "al-rasif.html",
    [(Role.HEADING, "رافعة برانوك"), QUAY_ARABIC, QUAY_ARABIC_REST],
    publisher="الرصيف",
    published=date(2025, 3, 5),
    origin="o6",
).model_copy(update={"language": "ar", "url": "https://rasif.example/brannock"})

FOUR = claim(PIER_FIRST, (PIER, PIER_FIRST), kind=ClaimKind.FIGURE, verified=Verification.QUOTED)
ELEVEN = claim(PIER_LATER, (PIER, PIER_LATER), kind=ClaimKind.FIGURE, verified=Verification.QUOTED)
NO_COST = claim(PIER_UNKNOWN, (PIER, PIER_UNKNOWN), verified=Verification.QUOTED)
LICENCE = claim(PIER_LICENCE, (PIER, PIER_LICENCE), verified=Verification.QUOTED)
ARABIC = claim(QUAY_ARABIC, (QUAY, QUAY_ARABIC), verified=Verification.QUOTED)
UNUSED = tuple(
    LedgerEntry(
        subject=Subject.SENTENCES,
        reason=Reason.BOILERPLATE if number == 1 else Reason.OVER_BUDGET,
        article_id=each.id,
        detail="Heading." if number == 1 else "No claim rests on it.",
        sentence_ids=(number,),
    )
    for each, number in ((PIER, 1), (QUAY, 1), (QUAY, 3))
)


def wide_briefing() -> Briefing:
    """The harbour briefing, wider: every part that a page can have, in two directions of writing."""
    briefing = harbour_briefing()
    crane, strike = briefing.events

    def single(text: str, origin: str, *claims: str) -> dict[str, object]:
        return {"text": text, "origins": (origin,), "claim_ids": claims}

    arabic = point(
        QUAY_ARABIC,
        ARABIC,
        standing=Standing.SINGLE_ORIGIN,
        origins=("o6",),
        verified=Verification.QUOTED,
    )
    unknown = arabic.model_copy(update=single(PIER_UNKNOWN, "o5", NO_COST.id))
    update = Reconciled(
        question="How many ships were waiting?",
        relation=Relation.UPDATE,
        sides=(
            Side(position=PIER_FIRST, claim_ids=(FOUR.id,), as_of=date(2025, 3, 4), origins=("o5",)),
            Side(position=PIER_LATER, claim_ids=(ELEVEN.id,), as_of=date(2025, 3, 6), origins=("o5",)),
        ),
    )
    renewed = TimelineEntry(
        text=PIER_LICENCE,
        claim_ids=(LICENCE.id,),
        verified=Verification.QUOTED,
        when="2024-09",
        start=date(2024, 9, 1),
        end=date(2024, 9, 30),
    )
    wider = crane.model_copy(
        update={
            "article_ids": (*crane.article_ids, PIER.id, QUAY.id),
            "points": (
                crane.points[0].model_copy(update={"refined_by": (TWELVE.id,)}),
                *crane.points[1:],
                arabic,
            ),
            "reconciled": (update,),
            "unknown": (unknown,),
            "timeline": (renewed, *crane.timeline),
        }
    )
    return briefing.model_copy(
        update={
            "articles": (*briefing.articles, PIER, QUAY),
            "origins": (
                *briefing.origins,
                Origin(id="o5", name="Pier & Tide", article_ids=(PIER.id,)),
                Origin(id="o6", name="الرصيف", article_ids=(QUAY.id,)),
            ),
            "ledger": (*briefing.ledger, *UNUSED),
            "claims": (*briefing.claims, FOUR, ELEVEN, NO_COST, LICENCE, ARABIC),
            "events": (wider, strike),
        }
    )
