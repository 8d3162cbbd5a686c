"""Every sentence is cited or stands in the ledger, once, with the reason."""

from __future__ import annotations

from datetime import date

from conspectus.consolidate.prose.account import account, cited_claims
from conspectus.model.article import Article, Junk, JunkReason, Role, Span
from conspectus.model.briefing import Event, Standing, TimelineEntry
from conspectus.model.evidence import Claim
from conspectus.model.ledger import Reason, Subject
from conspectus.verification.citing import sentence
from tests.support.articles import said, written
from tests.support.briefings import point

PAGE = written(
    "# The crane of Varn\n\nA crane fell into the Lend on Monday.\n\nNobody was hurt.\n\nIt was red.\n\n"
    "Subscribe to the Varn Post for 3 crowns a week.\n",
    day="2025-03-12",
)
FELL = said(PAGE, "A crane fell into the Lend on Monday.")
HURT = said(PAGE, "Nobody was hurt.")


def event(claim: Claim, *points: Claim) -> Event:
    """An event with that claim as title and lead."""
    led = point(claim.text, claim, standing=Standing.SINGLE_ORIGIN, origins=["o1"])
    return Event(
        id="e1",
        title=claim.text,
        title_claim_ids=(claim.id,),
        article_ids=(PAGE.id,),
        lead=(led,),
        points=tuple(point(p.text, p, standing=Standing.SINGLE_ORIGIN, origins=["o1"]) for p in points),
    )


def test_what_nothing_cites_is_over_budget() -> None:
    """The claim by its id and words; its sentence with the others that the briefing does not rest on."""
    entries = account([PAGE], [event(FELL)], [FELL, HURT])
    (left,) = [entry for entry in entries if entry.subject is Subject.CLAIM]
    assert (left.claim_id, left.text, left.reason) == (HURT.id, HURT.text, Reason.OVER_BUDGET)
    over = {
        PAGE.sentence_text(found)
        for entry in entries
        if entry.subject is Subject.SENTENCES and entry.reason is Reason.OVER_BUDGET
        for number in entry.sentence_ids
        if (found := PAGE.sentence(number)) is not None
    }
    assert over == {"Nobody was hurt.", "It was red."}


def test_what_says_little_new_is_a_repetition_and_no_matter_of_room() -> None:
    """Half of what it is about in one sentence, and no figure or day that the event does not give."""
    texts = [
        "A crane of 40 tonnes fell into the Lend on Monday.",
        "On Monday the crane fell down, into the Lend.",
        "On Tuesday the crane fell down, into the Lend.",
        "The mayor called the crane a monument.",
    ]
    page = written("\n\n".join(texts), day="2025-03-12")
    told, again, *others = (said(page, text) for text in texts)
    shown = event(told).model_copy(update={"article_ids": (page.id,)})
    entries = account([page], [shown], [told, again, *others])
    reasons = {each.claim_id: each.reason for each in entries if each.subject is Subject.CLAIM}
    assert reasons == {again.id: Reason.REPEATED, **{each.id: Reason.OVER_BUDGET for each in others}}
    elsewhere = shown.model_copy(update={"article_ids": (PAGE.id,)})
    assert Reason.REPEATED not in {each.reason for each in account([page], [elsewhere], [told, again])}


def test_every_sentence_stands_once() -> None:
    """Headings and junk with what they are."""
    entries = [
        e for e in account([PAGE], [event(FELL, HURT)], [FELL, HURT]) if e.subject is Subject.SENTENCES
    ]
    numbers = [number for entry in entries for number in entry.sentence_ids]
    cited = {s.id for s in PAGE.sentences if PAGE.sentence_text(s) in {FELL.text, HURT.text}}
    assert sorted(numbers) == [s.id for s in PAGE.sentences if s.id not in cited]
    details = {entry.detail for entry in entries if entry.reason is Reason.BOILERPLATE}
    assert details == {"heading", "front matter", "subscribe"}


def test_junk_without_a_mark_is_called_junk() -> None:
    """A sentence may be known for junk by its role alone; of several marks the first speaks."""
    (body, *_) = PAGE.body
    bare = PAGE.model_copy(
        update={"sentences": (body.model_copy(update={"role": Role.JUNK}),), "junk": ()},
    )
    assert [entry.detail for entry in account([bare], [], [])] == ["junk"]
    marks = tuple(
        Junk(span=Span(start=body.span.start, end=body.span.end), reason=reason)
        for reason in (JunkReason.READING_TIME, JunkReason.BYLINE)
    )
    marked: Article = bare.model_copy(update={"junk": marks})
    assert [entry.detail for entry in account([marked], [], [])] == ["reading time"]


def test_everything_that_cites_counts() -> None:
    """Title, lead, points, context, timeline and the sides of conflicts."""
    told = event(FELL)
    assert cited_claims([told]) == {FELL.id}
    assert cited_claims([event(FELL, HURT)]) == {FELL.id, HURT.id}
    later = TimelineEntry(
        **dict(sentence(HURT)), when="2025-03-10", start=date(2025, 3, 10), end=date(2025, 3, 10)
    )
    assert cited_claims([told.model_copy(update={"timeline": (later,)})]) == {FELL.id, HURT.id}
    assert cited_claims([told.model_copy(update={"context": event(FELL, HURT).points})]) == {FELL.id, HURT.id}
    assert cited_claims([]) == frozenset()


def test_an_article_of_which_nothing_is_cited_stands_whole_in_the_ledger() -> None:
    """No events, no claims: all its sentences are there."""
    numbers = [n for entry in account([PAGE], [], []) for n in entry.sentence_ids]
    assert sorted(numbers) == [found.id for found in PAGE.sentences]
