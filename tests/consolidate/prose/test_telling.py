"""How much an event says."""

from __future__ import annotations

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.assign import EventClaims
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.prose.compose import Room
from conspectus.consolidate.prose.composing import Composed
from conspectus.consolidate.prose.material import Material
from conspectus.consolidate.prose.telling import Teller
from conspectus.model.briefing import Standing
from conspectus.model.evidence import ClaimKind
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
TELLER = Teller(
    {page.id: page for page in PAGES}, {page.id: page.published for page in PAGES}, {}, {}, {}, Room(16, 80)
)


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
