"""How much an event says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle

import pytest

from conspectus.consolidate import consolidate
from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.assign import EventClaims
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.prose.antecedents import with_antecedents
from conspectus.consolidate.prose.compose import Room
from conspectus.consolidate.prose.composing import Composed
from conspectus.consolidate.prose.material import Material
from conspectus.consolidate.prose.reports import Reports
from conspectus.consolidate.prose.telling import Teller
from conspectus.model.briefing import Conflict, ConflictKind, Side, Standing
from conspectus.model.evidence import ClaimKind
from conspectus.summarise import summarise
from conspectus.summarise.admit import quoted_claim
from tests.support.articles import written

TOWNS = (
    "Varn",
    "Orle",
    "Tereb",
    "Kelm",
    "Harnby",
    "Stennet",
    "Corbrook",
    "Marlow",
    "Sund",
    "Wick",
    "Brann",
    "Alder",
    "Selm",
    "Hask",
)
BODY = "\n\n".join(
    f"A lock near {town} let {100 + n} barges of {town} timber through." for n, town in enumerate(TOWNS)
)
PAGES = [written(BODY, day="2025-03-12", outlet=f"Paper {n}") for n in range(1, 13)]
TELLER = Teller(Reports({page.id: page for page in PAGES}, {}, {}, {}), Room(16, 80))


def words(articles: int, number: int = 1) -> int:
    """How many words the event has in lead and points where so many articles tell of it."""
    items = tuple(
        Weighed(quoted_claim(PAGES[0], [sentence], ClaimKind.FACT), ("o1",), Standing.SINGLE_ORIGIN)
        for sentence in PAGES[0].body
    )
    group = EventClaims(tuple(page.id for page in PAGES[:articles]), tuple(i.claim for i in items), ())
    material = Material(group, items, (), (), (), {}, frozenset())
    event = TELLER.event(number, material, Differences(), Composed())
    return sum(len(each.text.split()) for each in (*event.lead, *event.points))


def test_an_event_says_the_more_the_more_articles_tell_of_it() -> None:
    """Of five as much as an event usually may, of two less, of eight or more a fifth more and never beyond."""
    assert words(2) < words(5) <= 80 < words(8) <= 96
    assert words(8) == words(12)


@pytest.mark.parametrize("harm", ["No one was hurt.", "One porter was treated for smoke."])
async def test_whether_anybody_was_hurt_is_told_in_however_few_words(harm: str) -> None:
    """No summary chose it; another sentence as short is left out."""
    texts = (
        "A fire destroyed 31 trams in the depot of Varn early on Monday, the operator said.",
        "The fire broke out shortly after 3am in a hall for repairs, according to the fire brigade.",
        "Seventy firefighters fought it for five hours and saved 40 trams.",
        "The operator said the trams were insured for 9 million crowns.",
        "Services in Varn are cancelled until 19 March, and schools stay shut on Tuesday.",
        "A man was asleep.",
    )
    article = written(
        f"{' '.join(texts[:3])} {harm} {' '.join(texts[3:])}", outlet="Varn Post", day="2025-03-10"
    )
    summary = await summarise(article, None, max_output_tokens=100)
    assert harm not in {claim.text for claim in summary.claims}
    (event,) = (await consolidate([article], [summary], None, max_points=16)).events
    told = {point.text for point in (*event.lead, *event.points)}
    assert harm in told
    assert texts[-1] not in told


async def test_what_tells_little_is_left_out_where_several_tell_of_the_event() -> None:
    """A moral that an outlet draws at its end, though there is room; of two outlets it stays, as in a long briefing."""
    fire = "A fire destroyed 31 trams in the depot of Varn on Monday, the operator said."
    moral = "Nothing is ever certain in a world of sparks."
    bodies = (
        f"{fire} The trams were insured for 9 million crowns, the operator said. {moral}",
        f"{fire} Seventy firefighters fought the fire in the depot for five hours.",
        f"{fire} Services in Varn are cancelled until 19 March, the operator said.",
    )
    articles = [
        written(body, outlet=outlet, day="2025-03-10")
        for body, outlet in zip(bodies, ("Varn Post", "Lend Echo", "Coast Wire"), strict=True)
    ]

    async def told(count: int, length: str) -> set[str]:
        summaries = [await summarise(each, None, max_output_tokens=100) for each in articles[:count]]
        made = await consolidate(articles[:count], summaries, None, max_points=16, length=length)
        return {point.text for event in made.events for point in (*event.lead, *event.points)}

    assert moral in await told(2, "standard")
    assert moral in await told(3, "long")
    assert moral not in await told(3, "standard")


async def test_what_is_told_above_is_not_recalled_again() -> None:
    """Of a memory that leans on a sentence, where that sentence is told, neither stands again."""
    news = "Ilse Varn is to retire as harbour master of Orle at Easter."
    page = written(
        f"{news} She came to Orle in 2004, when the harbour had 90 berths.\n\n"
        "In 1998 the harbour of Orle burnt down, and nine boats sank.",
        day="2025-03-12",
    )
    summary = await summarise(page, None, max_output_tokens=100)
    (event,) = (await consolidate([page], [summary], None, max_points=16)).events
    assert news in {each.text for each in event.lead}
    assert [each.text[:7] for each in event.context] == ["In 1998"]


def test_what_is_not_known_is_told_once() -> None:
    """With the sentence that it leans on, which is no point besides."""
    page = written(
        "A lock burst at Varn on Monday and sank nine boats.\n\nThe boats carried coal. Pilots blamed the frost."
        "\n\nThe harbour master said that the valve had been shut. She would not say by whom.",
        day="2025-03-12",
    )
    items = tuple(
        Weighed(quoted_claim(page, [sentence], ClaimKind.FACT), ("o1",), Standing.SINGLE_ORIGIN)
        for sentence in page.body
    )
    whole = with_antecedents(items, {page.id: page})
    group = EventClaims((page.id,), tuple(i.claim for i in items), ())
    material = Material(group, items, (), (), (), whole, frozenset())
    teller = Teller(Reports({page.id: page}, {}, {}, {}), Room(16, 80))
    event = teller.event(1, material, Differences(), Composed())
    told = {each.text for each in (*event.lead, *event.points)}
    (unknown,) = (each.text for each in event.unknown)
    assert unknown == whole[items[-1].claim.id].text
    assert items[0].claim.text in told
    assert not any(each in unknown for each in told)


def disputed(items: Sequence[Weighed]) -> tuple[Conflict, ...]:
    """A conflict for every two of them, which can't both be right."""
    sides = [
        Side(position=item.claim.text, claim_ids=(item.claim.id,), origins=(origin,))
        for item, origin in zip(items, cycle(("o1", "o2")), strict=False)
    ]
    return tuple(
        Conflict(question="How many?", kind=ConflictKind.NUMBER, sides=pair)
        for pair in zip(sides[::2], sides[1::2], strict=False)
    )


def test_what_conflicts_leave_of_the_room_is_the_points() -> None:
    """The words of their sides are taken off what points may have besides, and no more than that."""
    items = tuple(
        Weighed(quoted_claim(PAGES[0], [sentence], ClaimKind.FACT), ("o1",), Standing.SINGLE_ORIGIN)
        for sentence in PAGES[0].body
    )
    group = EventClaims(tuple(page.id for page in PAGES[:5]), tuple(i.claim for i in items), ())
    material = Material(group, items, (), (), (), {}, frozenset())
    teller = replace(TELLER, room=Room(16, 40, 40))
    told = {
        count: teller.event(1, material, Differences(conflicts=disputed(items[:count])), Composed())
        for count in (0, 2, 8)
    }
    written = {
        count: sum(len(each.text.split()) for each in (*event.lead, *event.points))
        for count, event in told.items()
    }
    assert 60 < written[0] <= 80
    assert 40 < written[2] < written[0] - 10
    assert 30 < written[8] <= 40
