"""Which sentences open an event, and what it is called."""

from __future__ import annotations

from datetime import date

from conspectus.consolidate.agreement import Weighed
from conspectus.consolidate.opening import lead, title
from conspectus.model.briefing import Standing
from conspectus.model.evidence import Claim, ClaimKind, Verification
from tests.support.articles import said, written

TEXTS = (
    "A crane of 40 tonnes fell into the Lend in Varn on Monday, while children watched from the quay.",
    "The crane that fell into the Lend in Varn cost 9 million crowns.",
    "“Cranes do not fall, they are dropped,” said Ilse Brandt.",
    "It was the worst crane in the world.",
    "Nobody was hurt by the crane.",
)
PAGE = written("\n\n".join(TEXTS), day="2025-03-12")
DAYS = {PAGE.id: PAGE.published}


def weighed(text: str, *, origins: int = 1, kind: ClaimKind = ClaimKind.FACT) -> Weighed:
    """The sentence as a claim that so many origins carry."""
    standing = Standing.CORROBORATED if origins > 1 else Standing.SINGLE_ORIGIN
    names = tuple(f"o{n}" for n in range(1, origins + 1))
    return Weighed(claim=said(PAGE, text, kind=kind), origins=names, standing=standing)


FELL, COST, HURT = (weighed(TEXTS[number]) for number in (0, 1, 4))


def test_neither_quotation_nor_opinion_opens_an_event() -> None:
    """Where there is anything else; two sentences open at the most."""
    spoken = weighed(TEXTS[2], kind=ClaimKind.QUOTE)
    opinion = weighed(TEXTS[3], kind=ClaimKind.OPINION)
    assert lead([spoken, opinion, FELL, COST, HURT]) == (FELL, COST)
    assert lead([spoken, opinion]) == (spoken, opinion)


def test_what_the_headlines_tell_opens_an_event() -> None:
    """What outlets agree on in passing does not; where no headline tells anything, the order stands."""
    aside = weighed(TEXTS[4], origins=3)
    assert lead([aside, FELL], ["Crane of 40 tonnes falls into the Lend"]) == (FELL,)
    assert lead([aside, FELL], ["Morning briefing"]) == (aside, FELL)
    assert lead([COST, FELL], ["Crane of 40 tonnes falls into the Lend"]) == (FELL, COST)


def _title(first: Claim, *titles: str) -> tuple[str, Verification]:
    opening = Weighed(claim=first, origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    found = title([opening], [first, COST.claim], titles, DAYS)
    assert set(found.claim_ids) <= {first.id, COST.claim.id}
    return found.text, found.verified


def test_an_articles_own_headline_that_is_carried_is_the_title() -> None:
    """The first that passes; those that say what no claim does are passed over."""
    assert _title(FELL.claim, "Crane of 50 tonnes falls into Lend", "Crane of 40 tonnes falls into Lend")[
        0
    ] == ("Crane of 40 tonnes falls into Lend")


def test_else_the_openings_main_clause_is() -> None:
    """Cut where the gate lets it be cut."""
    assert _title(FELL.claim) == (
        "A crane of 40 tonnes fell into the Lend in Varn on Monday",
        Verification.MECHANICAL,
    )


def test_what_was_taken_from_a_sentence_is_too_bare_for_a_headline() -> None:
    """The sentence that it is a part of is cut instead."""
    part = said(PAGE, TEXTS[0], "A crane fell into the Lend.")
    opening = Weighed(claim=part, origins=("o1", "o2"), standing=Standing.CORROBORATED)
    found = title([opening], [part, FELL.claim], [], DAYS)
    assert (found.text, found.claim_ids) == (
        "A crane of 40 tonnes fell into the Lend in Varn on Monday",
        (FELL.claim.id,),
    )


def test_a_headline_has_a_verb() -> None:
    """What leads in, and whom it is about, say nothing yet."""
    text = "In an unexpected move on Monday, the Varn Harbour Board, which owns the crane, sold the quay."
    page = written(text, day="2025-03-12")
    opening = Weighed(claim=said(page, text), origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    assert title([opening], [opening.claim], [], {page.id: page.published}).text == text.removesuffix(".")


def test_else_the_whole_opening_is_without_its_full_stop() -> None:
    """Too short or too long a clause is no headline, nor is one that drops a denial or a speaker."""
    assert _title(HURT.claim) == ("Nobody was hurt by the crane", Verification.QUOTED)
    spoken = said(PAGE, TEXTS[2], "Cranes are dropped.", speaker="Ilse Brandt")
    assert _title(spoken) == ("Cranes are dropped, according to Ilse Brandt", Verification.MECHANICAL)
    denied = "The crane of the Lend fell by itself, which is not true, said Ilse Brandt, the mayor."
    page = written(denied, day="2025-03-12")
    claim = said(page, denied)
    opening = Weighed(claim=claim, origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    days: dict[str, date | None] = {page.id: page.published}
    assert title([opening], [claim], [], days).text != "The crane of the Lend fell by itself"
