"""A briefing made by hand: invented articles of the kinds that real ones are, and all that cites them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from conspectus.model.article import Certainty, Junk, JunkReason, Provenance, Role, Sentence, Span
from conspectus.model.briefing import (
    BriefedArticle,
    Briefing,
    Conflict,
    ConflictKind,
    Event,
    Origin,
    Point,
    Reconciled,
    Relation,
    RunRecord,
    Side,
    Standing,
    Status,
    TimelineEntry,
)
from conspectus.model.evidence import CitedSentence, Claim, ClaimKind, Evidence, Verification, claim_id
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.model.summary import ArticleSummary, ReportedEvent
from conspectus.model.usage import Usage

Piece = str | tuple[JunkReason, str] | tuple[Role, str]


def article(
    path: str,
    pieces: Sequence[Piece],
    *,
    publisher: str | None,
    published: date | None,
    origin: str | None,
    status: Status = Status.USED,
) -> BriefedArticle:
    """An article of one numbered sentence for each piece; a pair marks a heading or junk."""
    text, sentences, junk = "", [], []
    for number, piece in enumerate(pieces, start=1):
        mark, words = piece if isinstance(piece, tuple) else (Role.BODY, piece)
        span = Span(start=len(text), end=len(text) + len(words))
        role = mark if isinstance(mark, Role) else Role.JUNK
        sentences.append(Sentence(id=number, span=span, role=role))
        if isinstance(mark, JunkReason):
            junk.append(Junk(span=span, reason=mark))
        text += words + "\n"
    headings = [piece[1] for piece in pieces if isinstance(piece, tuple) and piece[0] is Role.HEADING]
    stated = Provenance(certainty=Certainty.STATED, found_in="front matter")
    return BriefedArticle(
        id=article_id(text),
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=headings[0] if headings else None,
        publisher=publisher,
        published=published,
        provenance={"publisher": stated} if publisher else {},
        sentences=tuple(sentences),
        junk=tuple(junk),
        status=status,
        origin=origin,
    )


def article_id(text: str) -> str:
    """The id that an article of this text has."""
    return "a" + hashlib.sha256(text.encode()).hexdigest()[:8]


def evidence(source: BriefedArticle, quote: str) -> Evidence:
    """The quote at its first place in the article's text."""
    start = source.text.index(quote)
    return Evidence(article_id=source.id, start=start, end=start + len(quote), quote=quote)


def claim(
    text: str,
    *places: tuple[BriefedArticle, str],
    kind: ClaimKind = ClaimKind.FACT,
    attributed_to: str | None = None,
    verified: Verification = Verification.MECHANICAL,
    score: float | None = None,
) -> Claim:
    """A claim resting on the given quotes."""
    pieces = tuple(evidence(source, quote) for source, quote in places)
    return Claim(
        id=claim_id(text, attributed_to, pieces),
        text=text,
        kind=kind,
        attributed_to=attributed_to,
        evidence=pieces,
        verified=verified,
        score=score,
    )


def sentence(text: str, *claims: Claim, verified: Verification = Verification.MECHANICAL) -> CitedSentence:
    """A sentence that cites the claims."""
    return CitedSentence(text=text, claim_ids=tuple(c.id for c in claims), verified=verified)


def point(
    text: str,
    *claims: Claim,
    standing: Standing,
    origins: Sequence[str],
    verified: Verification = Verification.MECHANICAL,
) -> Point:
    """A point that cites the claims."""
    cited = tuple(c.id for c in claims)
    return Point(text=text, claim_ids=cited, verified=verified, standing=standing, origins=tuple(origins))


POST_LEAD = (
    "A container crane collapsed at the port of Brannock on Tuesday, injuring at least twelve people, "
    "the port authority said."
)
POST_COST = "The crane, built in 1998, had been inspected in January."
POST_CLOSED = "The port authority closed the northern quay until further notice."
POST_CHIEF = "“We do not yet know why it fell,” said Mara Ellwick, the port’s chief engineer."
POST_SPARE = "Gulls circled over the quay all afternoon."
RADIO_LEAD = "A crane fell onto the northern quay at Brannock on 4 March 2025."
RADIO_CLOSED = "The northern quay is closed until further notice, the port authority said."
RADIO_HURT = "Nine people were injured, according to Brannock General Hospital."
WIRE_LEAD = "A crane at Brannock’s northern quay collapsed on Tuesday."
WIRE_WIND = "Winds reached 90 kilometres an hour that morning, the weather service said."
STRIKE_LEAD = "Ferry crews at Brannock walked out on 11 June 2023 and stayed out for six days."
STRIKE_PAY = "The crews returned after the company agreed to a pay rise of 4.5 percent."

POST = article(
    "harbour-post.txt",
    [
        (Role.HEADING, "Crane collapses at Brannock"),
        (JunkReason.READING_TIME, "2 min read"),
        POST_LEAD,
        POST_COST,
        POST_CLOSED,
        POST_CHIEF,
        POST_SPARE,
        (JunkReason.HEADLINE_TICKER, "Also today: Mayor of Oxley resigns over garden shed"),
    ],
    publisher="Harbour Post",
    published=date(2025, 3, 5),
    origin="o1",
)
RADIO = article(
    "coast-radio.html",
    [(Role.HEADING, "Crane falls in high wind"), RADIO_LEAD, RADIO_CLOSED, RADIO_HURT],
    publisher="Coast Radio",
    published=date(2025, 3, 5),
    origin="o2",
)
LEDGER_PAPER = article(
    "evening-ledger.txt",
    [(JunkReason.DATELINE, "BRANNOCK (Northern Wire)"), WIRE_LEAD, WIRE_WIND],
    publisher="Evening Ledger",
    published=date(2025, 3, 6),
    origin="o3",
)
COURIER = article(
    "valley-courier.txt",
    [WIRE_LEAD, WIRE_WIND, "Northern Wire contributed to this report."],
    publisher="Valley Courier",
    published=date(2025, 3, 6),
    origin="o3",
)
STRIKE = article(
    "ferry-2023.md",
    [(Role.HEADING, "Ferry strike ends"), STRIKE_LEAD, STRIKE_PAY],
    publisher=None,
    published=None,
    origin="o4",
)
COPY = COURIER.model_copy(
    update={"path": "copies/valley-courier.txt", "status": Status.DUPLICATE, "origin": None}
)
FAILED = BriefedArticle(id="a00000000", path="scan.pdf.txt", sha256=None, text="", status=Status.FAILED)

FELL = claim(
    "A crane collapsed at the port of Brannock.",
    (POST, POST_LEAD),
    (RADIO, RADIO_LEAD),
    (LEDGER_PAPER, WIRE_LEAD),
    (COURIER, WIRE_LEAD),
    verified=Verification.ENTAILMENT,
    score=0.97,
)
TWELVE = claim(
    "At least twelve people were injured, the port authority said.",
    (POST, POST_LEAD),
    kind=ClaimKind.FIGURE,
    attributed_to="the port authority",
)
NINE = claim(
    RADIO_HURT,
    (RADIO, RADIO_HURT),
    kind=ClaimKind.FIGURE,
    attributed_to="Brannock General Hospital",
    verified=Verification.QUOTED,
)
CLOSED = claim(
    "The port authority said the northern quay is closed until further notice.",
    (RADIO, RADIO_CLOSED),
    (POST, POST_CLOSED),
    attributed_to="the port authority",
)
BUILT = claim("The crane was built in 1998.", (POST, POST_COST))
UNKNOWN_CAUSE = claim(
    POST_CHIEF,
    (POST, POST_CHIEF),
    kind=ClaimKind.QUOTE,
    attributed_to="Mara Ellwick",
    verified=Verification.QUOTED,
)
WIND = claim(
    "Winds reached 90 kilometres an hour that morning, the weather service said.",
    (LEDGER_PAPER, WIRE_WIND),
    (COURIER, WIRE_WIND),
    kind=ClaimKind.FIGURE,
    attributed_to="the weather service",
    verified=Verification.QUOTED,
)
WALKED_OUT = claim(
    "Ferry crews at Brannock walked out on 11 June 2023 and stayed out for six days.",
    (STRIKE, STRIKE_LEAD),
    verified=Verification.QUOTED,
)
RISE = claim(
    "The crews returned after the company agreed to a pay rise of 4.5 percent.",
    (STRIKE, STRIKE_PAY),
    kind=ClaimKind.FIGURE,
    verified=Verification.QUOTED,
)
CLAIMS = (FELL, TWELVE, NINE, CLOSED, BUILT, UNKNOWN_CAUSE, WIND, WALKED_OUT, RISE)

CRANE_EVENT = Event(
    id="e1",
    title="Crane collapsed at the port of Brannock",
    title_claim_ids=(FELL.id,),
    when="4 March 2025",
    where="Brannock",
    article_ids=(POST.id, RADIO.id, LEDGER_PAPER.id, COURIER.id),
    lead=(
        point(
            "A crane collapsed at the port of Brannock on 4 March 2025.",
            FELL,
            standing=Standing.CORROBORATED,
            origins=("o1", "o2", "o3"),
            verified=Verification.ENTAILMENT,
        ),
        point(
            RADIO_CLOSED,
            CLOSED,
            standing=Standing.CORROBORATED,
            origins=("o1", "o2"),
            verified=Verification.QUOTED,
        ),
    ),
    points=(
        point(
            "The northern quay is closed until further notice, the port authority said.",
            CLOSED,
            standing=Standing.CORROBORATED,
            origins=("o1", "o2"),
            verified=Verification.QUOTED,
        ),
        point(
            "At least twelve people were injured, the port authority said.",
            TWELVE,
            standing=Standing.DISPUTED,
            origins=("o1",),
        ),
        point(
            POST_CHIEF,
            UNKNOWN_CAUSE,
            standing=Standing.SINGLE_ORIGIN,
            origins=("o1",),
            verified=Verification.QUOTED,
        ),
        point(
            WIRE_WIND,
            WIND,
            standing=Standing.SINGLE_ORIGIN,
            origins=("o3",),
            verified=Verification.QUOTED,
        ),
    ),
    context=(point("The crane was built in 1998.", BUILT, standing=Standing.SINGLE_ORIGIN, origins=("o1",)),),
    conflicts=(
        Conflict(
            question="How many people were injured?",
            kind=ConflictKind.NUMBER,
            sides=(
                Side(
                    position="At least twelve people were injured, the port authority said.",
                    claim_ids=(TWELVE.id,),
                ),
                Side(position=RADIO_HURT, claim_ids=(NINE.id,)),
            ),
        ),
    ),
    timeline=(
        TimelineEntry(
            text="A crane collapsed at the port of Brannock.",
            claim_ids=(FELL.id,),
            verified=Verification.ENTAILMENT,
            when="4 March 2025",
            start=date(2025, 3, 4),
            end=date(2025, 3, 4),
        ),
    ),
)
STRIKE_EVENT = Event(
    id="e2",
    title="Ferry crews at Brannock walked out",
    title_claim_ids=(WALKED_OUT.id,),
    when="11 June 2023",
    where="Brannock",
    article_ids=(STRIKE.id,),
    lead=(
        point(
            STRIKE_LEAD,
            WALKED_OUT,
            standing=Standing.SINGLE_ORIGIN,
            origins=("o4",),
            verified=Verification.QUOTED,
        ),
    ),
    points=(
        point(
            STRIKE_PAY,
            RISE,
            standing=Standing.SINGLE_ORIGIN,
            origins=("o4",),
            verified=Verification.QUOTED,
        ),
    ),
)
LEDGER = (
    LedgerEntry(
        subject=Subject.ARTICLE, reason=Reason.FAILED, article_id=FAILED.id, detail="The file is empty."
    ),
    LedgerEntry(
        subject=Subject.ARTICLE,
        reason=Reason.DUPLICATE,
        article_id=COPY.id,
        detail="copies/valley-courier.txt has the same text as valley-courier.txt",
    ),
    LedgerEntry(
        subject=Subject.SENTENCES,
        reason=Reason.BOILERPLATE,
        article_id=POST.id,
        detail="Reading time and headlines of other articles.",
        sentence_ids=(2, 8),
    ),
    *(
        LedgerEntry(
            subject=Subject.SENTENCES,
            reason=Reason.BOILERPLATE,
            article_id=each.id,
            detail="Heading or dateline.",
            sentence_ids=(1,),
        )
        for each in (POST, RADIO, LEDGER_PAPER, STRIKE)
    ),
    LedgerEntry(
        subject=Subject.SENTENCES,
        reason=Reason.OVER_BUDGET,
        article_id=POST.id,
        detail="No claim rests on it.",
        sentence_ids=(7,),
    ),
    LedgerEntry(
        subject=Subject.SENTENCES,
        reason=Reason.BOILERPLATE,
        article_id=COURIER.id,
        detail="It credits the wire.",
        sentence_ids=(3,),
    ),
    LedgerEntry(
        subject=Subject.CLAIM,
        reason=Reason.UNSUPPORTED,
        article_id=POST.id,
        detail="Its number 14 is not in the evidence.",
        sentence_ids=(3,),
        text="Fourteen people were injured.",
    ),
)
RUN = RunRecord(
    conspectus_version="0.1.0",
    started=datetime(2025, 3, 7, 8, 30, tzinfo=UTC),
    seconds=372.4,
    stages={"reading": 0.3, "summarise": 300.0, "consolidate": 72.1},
    model="embedded:1.5b",
    profile="small",
    prompts={"rewrite": "0123456789ab", "support": "ba9876543210"},
    usage=Usage(
        calls=41, cached=3, reasks=2, input_tokens=51_234, cached_input_tokens=12_000, output_tokens=3_210
    ),
    usage_by_stage={
        "summarise": Usage(
            calls=40,
            cached=3,
            reasks=2,
            input_tokens=50_000,
            cached_input_tokens=12_000,
            output_tokens=3_000,
            waiting_seconds=290.0,
        ),
        "consolidate": Usage(calls=1, input_tokens=1_234, output_tokens=210),
    },
)


def harbour_briefing() -> Briefing:
    """Two events, a conflict, a timeline, junk, a wire story carried twice, a copy and a failed article.

    It keeps every promise.
    """
    return Briefing(
        title="Brannock: a crane collapse, and a strike",
        articles=(POST, RADIO, LEDGER_PAPER, COURIER, STRIKE, COPY, FAILED),
        origins=(
            Origin(id="o1", name="Harbour Post", article_ids=(POST.id,)),
            Origin(id="o2", name="Coast Radio", article_ids=(RADIO.id,)),
            Origin(id="o3", name="Northern Wire", article_ids=(LEDGER_PAPER.id, COURIER.id)),
            Origin(id="o4", name="ferry-2023.md", article_ids=(STRIKE.id,)),
        ),
        events=(CRANE_EVENT, STRIKE_EVENT),
        claims=CLAIMS,
        ledger=LEDGER,
        run=RUN,
    )


def reconciled_briefing() -> Briefing:
    """The harbour briefing where the two counts are an update, one thing is unknown and one point is refined."""
    briefing = harbour_briefing()
    counts = Reconciled(
        question="How many people were injured?",
        relation=Relation.UPDATE,
        sides=(
            Side(position=RADIO_HURT, claim_ids=(NINE.id,), as_of=date(2025, 3, 4), origins=("o2",)),
            Side(
                position="At least twelve people were injured, the port authority said.",
                claim_ids=(TWELVE.id,),
                as_of=date(2025, 3, 5),
                origins=("o1",),
            ),
        ),
    )
    # The radio's count is a day older here.
    articles = tuple(
        article.model_copy(update={"published": date(2025, 3, 4)}) if article.id == RADIO.id else article
        for article in briefing.articles
    )
    lead, points = CRANE_EVENT.lead, CRANE_EVENT.points
    crane = CRANE_EVENT.model_copy(
        update={
            "lead": (lead[0].model_copy(update={"refined_by": (TWELVE.id,)}), *lead[1:]),
            "points": tuple(
                each.model_copy(update={"standing": Standing.SINGLE_ORIGIN})
                if each.standing is Standing.DISPUTED
                else each
                for each in points
                if each.text != POST_CHIEF
            ),
            "conflicts": (),
            "reconciled": (counts,),
            "unknown": tuple(each for each in points if each.text == POST_CHIEF),
            "certainty": 0.9,
        }
    )
    return briefing.model_copy(update={"events": (crane, STRIKE_EVENT), "articles": articles})


RADIO_AT = datetime(2025, 3, 5, 10, 5, tzinfo=UTC)
POST_AT = datetime(2025, 3, 5, 17, 40, tzinfo=timezone(timedelta(hours=1)))


def updated_briefing() -> Briefing:
    """The harbour briefing where the two counts are of one day, told apart by the hours of their articles."""
    briefing = reconciled_briefing()
    hours = {RADIO.id: RADIO_AT, POST.id: POST_AT}
    articles = tuple(
        article.model_copy(update={"published": date(2025, 3, 5), "published_at": hours[article.id]})
        if article.id in hours
        else article
        for article in briefing.articles
    )
    (counts,) = briefing.events[0].reconciled
    sides = tuple(
        side.model_copy(update={"as_of": date(2025, 3, 5), "at": at})
        for side, at in zip(counts.sides, hours.values(), strict=True)
    )
    crane = briefing.events[0].model_copy(
        update={"reconciled": (counts.model_copy(update={"sides": sides}),)}
    )
    return briefing.model_copy(update={"events": (crane, *briefing.events[1:]), "articles": articles})


def post_summary() -> ArticleSummary:
    """The summary of one of the briefing's articles."""
    fell = claim("A container crane collapsed at the port of Brannock.", (POST, POST_LEAD))
    return ArticleSummary(
        article_id=POST.id,
        headline=sentence("A container crane collapsed at the port of Brannock.", fell),
        gist=(sentence(TWELVE.text, TWELVE),),
        events=(
            ReportedEvent(what="crane collapsed", when="Tuesday", where="Brannock", claim_ids=(fell.id,)),
        ),
        claims=(fell, TWELVE, BUILT, UNKNOWN_CAUSE),
        ledger=(LEDGER[-3], LEDGER[-1]),
        usage=Usage(calls=2, input_tokens=900, output_tokens=120, cost_usd=None),
    )
