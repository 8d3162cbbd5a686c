"""Which sentences open an event, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.opening import in_main_language, lead, news, title
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
    assert lead([spoken, opinion, FELL, COST, HURT], {}, DAYS) == (FELL, COST)
    assert lead([spoken, opinion], {}, DAYS) == (spoken, opinion)


def test_what_leans_on_the_sentence_before_opens_nothing() -> None:
    """Where anything else is there."""
    assert lead([weighed(TEXTS[3]), COST], {}, DAYS) == (COST,)
    assert lead([weighed(TEXTS[3])], {}, DAYS) == (weighed(TEXTS[3]),)
    labelled = replace(HURT, claim=said(PAGE, TEXTS[0], text="Weight of load: 40 tonnes, of which 12 fell."))
    assert lead([labelled, COST], {}, DAYS) == (COST,)
    assert news([labelled], [PAGE]) == {}


def test_a_snap_of_few_words_is_no_news_though_a_dash_parts_its_source() -> None:
    """Eight words open an event, seven and a dash do not."""
    for text, opens in (
        ("Crane falls into the Lend - Varn police.", 0),
        ("A crane falls into the Lend - Varn police.", 1),
    ):
        page = written(text, day="2025-03-12")
        item = Weighed(claim=said(page, text), origins=("o1",), standing=Standing.SINGLE_ORIGIN)
        assert len(news([item], [page])) == opens


def test_what_tells_the_news_opens_an_event() -> None:
    """With what tells nearly as much and was not written before it."""
    key, other = COST.claim.id, HURT.claim.id
    assert lead([FELL, COST, HURT], {key: 2.0, other: 1.9}, DAYS) == (COST, HURT)
    assert lead([FELL, COST, HURT], {key: 2.0, other: 0.9}, DAYS) == (COST,)
    text = "A crane of 40 tonnes fell into the Lend on Monday."
    page = written(text, day="2025-03-11")
    older = Weighed(claim=said(page, text), origins=("o2",), standing=Standing.SINGLE_ORIGIN)
    days = {**DAYS, page.id: page.published}
    assert lead([COST, older], {key: 2.0, older.claim.id: 1.9}, days) == (COST,)
    assert lead([COST, older], {key: 1.9, older.claim.id: 2.0}, days) == (older, COST)


def test_what_opens_an_event_is_not_told_twice() -> None:
    """Nor by what is printed in place of the second, which nearly tells as much."""
    again = replace(
        HURT, claim=said(PAGE, TEXTS[0], text="A crane of 40 tonnes fell into the Lend on Monday.")
    )
    told = {FELL.claim.id: 2.0, again.claim.id: 1.9, HURT.claim.id: 1.8}
    assert lead([FELL, again, HURT], told, DAYS) == (FELL, HURT)
    assert lead([FELL, COST], told | {COST.claim.id: 1.9}, DAYS, {COST.claim.id: again.claim}) == (FELL,)


def test_an_outlets_own_matters_and_nobody_in_particular_open_no_event() -> None:
    """Where others tell as much: who “she” is, or “our members” are, a reader can't know."""
    texts = (
        "A crane of 40 tonnes fell onto the quay of Varn on Monday.",
        "A crane of 40 tonnes fell onto our quay of Varn on Monday.",
        "She saw a crane of 40 tonnes fall onto the quay of Varn on Monday.",
        "“We saw it,” said Ilse Brandt of the crane of 40 tonnes that fell in Varn on Monday.",
    )
    pages = [written(text, day="2025-03-11") for text in texts]
    items = [
        Weighed(claim=said(page, text), origins=("o1",), standing=Standing.SINGLE_ORIGIN)
        for page, text in zip(pages, texts, strict=True)
    ]
    third, ours, she, quoted = (news(items, pages).get(item.claim.id, 0.0) for item in items)
    assert third > max(ours, she)
    assert quoted > max(ours, she)


def test_the_news_is_what_articles_open_with() -> None:
    """Not what came of it, what leans on another sentence, or what stands far behind."""
    texts = {
        "fell": "A crane of 40 tonnes fell into the Lend in Varn on Monday.",
        "came": "The quay of Varn was closed on Tuesday after a crane of 40 tonnes fell into the Lend.",
        "leans": "It fell into the Lend in Varn on Monday with 40 tonnes of steel.",
        "mayor": "Ilse Brandt, the mayor of Varn, came to the quay with her dog in the afternoon.",
        "late": "The crane of 40 tonnes that fell into the Lend in Varn was old.",
    }
    first, second = (
        written(
            f"{texts[each]}\n\n{texts['leans']}\n\n{texts['mayor']}\n\n{texts['late']}", day=day, outlet=each
        )
        for each, day in (("fell", "2025-03-11"), ("came", "2025-03-11"))
    )
    items = {
        name: Weighed(
            claim=said(second if name == "came" else first, text),
            origins=("o1",),
            standing=Standing.SINGLE_ORIGIN,
        )
        for name, text in texts.items()
    }
    told = news(list(items.values()), [first, second])
    assert {name for name, item in items.items() if item.claim.id in told} == {"fell", "came", "mayor"}
    assert told[items["fell"].claim.id] > told[items["came"].claim.id] > told[items["mayor"].claim.id]


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The pilot of Varn was still cross after the late arrival of his tug.",
            "The pilot of Varn was still cross after the late arrival of his tug",
        ),
        (
            "Ilse Varn, the pilot who led the first tug into the harbour of Orle by night in a storm, has died.",
            "Ilse Varn, the pilot who led the first tug into the harbour of Orle by night in a storm, has died",
        ),
        (
            "A decision by the council of Varn this week to do away with three of its 22 old cranes on the quay "
            "will be looked at by other harbours.",
            "A decision by the council of Varn this week to do away with three of its 22 old cranes on the quay "
            "will be looked at by other harbours",
        ),
    ],
)
def test_a_cut_headline_says_as_much_as_its_length_allows(text: str, told: str) -> None:
    """And has a verb of its own."""
    page = written(text, day="2025-03-11")
    opening = Weighed(claim=said(page, text), origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    assert title([opening], [opening.claim], (), DAYS).text == told


def test_a_headline_may_rest_on_what_is_spare() -> None:
    """What nobody chose bears it out as well."""
    opening = Weighed(claim=COST.claim, origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    wording = "Crane of 40 tonnes falls into Lend"
    assert title([opening], [COST.claim], [wording], DAYS).text != wording
    found = title([opening], [COST.claim], [wording], DAYS, [FELL.claim])
    assert (found.text, found.claim_ids) == (wording, (FELL.claim.id,))


def test_else_the_openings_main_clause_is() -> None:
    """Cut where the gate lets it be cut."""
    assert _title(FELL.claim) == (
        "A crane of 40 tonnes fell into the Lend in Varn on Monday",
        Verification.MECHANICAL,
    )


def test_a_title_leans_on_nothing() -> None:
    """What an event opens with may be quoted with the sentence before it; its title stands alone."""
    worst = weighed(TEXTS[3])
    found = title([worst], [worst.claim, COST.claim, FELL.claim], [], DAYS)
    assert found.text == "A crane of 40 tonnes fell into the Lend in Varn on Monday"
    assert title([worst], [worst.claim], [], DAYS).text == "It was the worst crane in the world"


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
    assert title([opening], [opening.claim], [], {page.id: page.published}).text == (
        "The Varn Harbour Board sold the quay"
    )


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


def test_a_headline_leaves_asides_out() -> None:
    """And what leads in, but nothing of a list and no speaker."""

    def headline(text: str) -> str:
        page = written(text, day="2025-03-12")
        opening = Weighed(claim=said(page, text), origins=("o1",), standing=Standing.SINGLE_ORIGIN)
        return title([opening], [opening.claim], [], {page.id: page.published}).text

    assert headline(
        "Mina Dorn, who is nine, was lifted out of the Lend on Monday with a broken arm and a wet dog."
    ) == ("Mina Dorn was lifted out of the Lend on Monday")
    listed = "Forty cranes fell into rivers this year, according to the boards of Varn, Orm and Selm."
    assert headline(listed) == listed.removesuffix(".")


def test_a_headline_keeps_whose_word_it_is() -> None:
    """The speaker behind the sentence goes with the clause, and a clause without one is none."""
    text = "A crane fell into the Lend in Varn on Monday, killing two divers and closing the harbour, officials said."
    page = written(text, day="2025-03-12")
    claim = said(page, text)
    item = Weighed(claim=claim, origins=("o1",), standing=Standing.SINGLE_ORIGIN)
    found = title([item], [claim], [], {page.id: page.published})
    assert found.text == "A crane fell into the Lend in Varn on Monday, officials said"


def test_what_was_open_on_an_earlier_day_comes_behind_what_came_of_it() -> None:
    """A count of some of the votes is no news once all are counted."""
    early = "With a tenth of the votes counted, Orla Voss leads the vote for mayor of Varn by 12 points."
    late = "Pell Dray has won the vote for mayor of Varn by 300 votes, the town clerk said."
    pages = [written(early, day="2025-03-09"), written(late, day="2025-03-10")]
    items = [
        Weighed(claim=said(page, text), origins=(f"o{n}",), standing=Standing.SINGLE_ORIGIN)
        for n, (page, text) in enumerate(zip(pages, (early, late), strict=True))
    ]
    told = news(items, pages)
    assert told[items[1].claim.id] > told[items[0].claim.id]
    same_day = [page.model_copy(update={"published": pages[0].published}) for page in pages]
    assert news(items, same_day)[items[0].claim.id] > told[items[0].claim.id]


def test_an_event_opens_in_the_language_of_most_of_its_articles() -> None:
    """However much another's sentence tells; where none of those can open it, another's may."""
    german = written(
        "In Varn fiel am Montag ein Kran in die Lend, und der Kai wurde gesperrt.", day="2025-03-11"
    )
    members = [PAGE, german, written(TEXTS[0], day="2025-03-12", outlet="Orle Mail")]
    abroad = Weighed(
        claim=said(german, german.sentence_text(german.body[0])),
        origins=("o2",),
        standing=Standing.SINGLE_ORIGIN,
    )
    assert in_main_language(members) == [members[0], members[2]]
    assert news([FELL, abroad], members).keys() == {FELL.claim.id}
    assert news([abroad], members).keys() == {abroad.claim.id}


def test_what_will_be_comes_behind_what_came_of_it_in_any_language() -> None:
    """Among reports of two days, what the earlier one expects is open still."""
    texts = (
        "Nando Ruiz jugará en el Atlético Varn la temporada que viene.",
        "Nando Ruiz no juega en el Atlético Varn la temporada que viene.",
        "El Atlético Varn se quedó sin Nando Ruiz, que no firmó el contrato por la noche.",
    )
    pages = [
        written(text, day=f"2025-03-1{number // 2 + 1}", name=f"{number}.md")
        for number, text in enumerate(texts)
    ]
    items = [
        Weighed(claim=said(page, text), origins=(page.id,), standing=Standing.SINGLE_ORIGIN)
        for page, text in zip(pages, texts, strict=True)
    ]
    told = news(items, pages)
    assert told[items[0].claim.id] < told[items[1].claim.id]


def test_whom_it_harmed_is_the_news_though_it_stands_after_what_it_was() -> None:
    """What else came after it is not."""
    first = written(
        "A fire burned down the mill in Varn on Monday.", day="2025-03-12", title="Mill in Varn burns down"
    )
    told: dict[str, float] = {}
    for opening in (
        "Nine people were hurt after a fire at the mill in Varn.",
        "The owner resigned after a fire at the mill in Varn.",
    ):
        page = written(opening, day="2025-03-12")
        item = Weighed(claim=said(page, opening), origins=("o2",), standing=Standing.SINGLE_ORIGIN)
        told[opening.split()[0]] = next(iter(news([item], [first, page]).values()))
    assert told["Nine"] > 2 * told["The"]


def test_what_somebody_had_done_before_is_told_behind_the_news() -> None:
    """An interview that comes days later does not open the event."""
    texts = (
        "The chief of the harbour of Varn resigned on Monday, days after an audit found a hole in its books.",
        "Otto Renk, a clerk at the harbour of Varn until 2021, told the Post that he had warned its chief twice.",
    )
    pages = [written(text, day=day) for text, day in zip(texts, ("2025-03-11", "2025-03-14"), strict=True)]
    items = [
        Weighed(claim=said(page, text), origins=(page.id,), standing=Standing.SINGLE_ORIGIN)
        for page, text in zip(pages, texts, strict=True)
    ]
    found = news(items, pages)
    assert found[items[0].claim.id] > found[items[1].claim.id]


def test_hearsay_opens_no_event() -> None:
    """Where there is anything else: "word on the street" is no news until somebody stands by it."""
    rumour = "Word around the harbour is that the crane of 40 tonnes fell into the Lend in Varn twice."
    page = written("\n\n".join((rumour, TEXTS[0])), day="2025-03-12")
    items = [Weighed(said(page, text), ("o1",), Standing.SINGLE_ORIGIN) for text in (rumour, TEXTS[0])]
    assert set(news(items, [page])) == {items[1].claim.id}
    assert lead(items, {}, {page.id: page.published})[0] is items[1]
