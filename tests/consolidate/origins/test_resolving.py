"""Who reported it first-hand: articles of one wire, one outlet or one text are one origin."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.consolidate.origins.resolving import find_origins, wire_credit
from conspectus.model.article import Article
from tests.support.articles import DAM, written

FLOOD = (
    "The Lend rose by two metres in a night and flooded 40 cellars in Varn on Monday. Firemen pumped until noon, and "
    "the school stayed closed. Nobody was hurt, said the mayor, Ilse Brandt. The river is expected to fall by Friday."
)
OTHER = (
    "Forty cellars stood under water in Varn after a night of rain, and children had a day off. Ilse Brandt, who is "
    "the mayor, thanked the firemen for what they had done since two in the morning."
)


def groups(*articles: Article) -> list[tuple[str, tuple[str, ...]]]:
    """Each origin's name and the publishers of its articles."""
    by_id = {article.id: article for article in articles}
    return [
        (origin.name, tuple(by_id[each].publisher or "?" for each in origin.article_ids))
        for origin in find_origins(articles)
    ]


def test_outlets_with_words_of_their_own_are_origins_of_their_own() -> None:
    """However much they tell the same."""
    assert groups(written(FLOOD, outlet="Varn Post"), written(OTHER, outlet="Lend Radio")) == [
        ("Varn Post", ("Varn Post",)),
        ("Lend Radio", ("Lend Radio",)),
    ]


def test_one_wire_story_in_two_outlets_is_one_origin() -> None:
    """A credit in the dateline counts, though the outlets cut and reworded it."""
    first = written(f"VARN (Pelagic News Agency) – {FLOOD}", outlet="Varn Post")
    second = written(f"VARN (Pelagic News Agency) – {OTHER}", outlet="Lend Radio")
    assert wire_credit(first) == wire_credit(second) == "Pelagic News Agency"
    assert groups(first, second) == [("Pelagic News Agency", ("Varn Post", "Lend Radio"))]


def test_a_byline_can_name_an_agency_but_not_a_person() -> None:
    """ "Reuters" is one, "Mats Oyen" is none, and neither is a person with a name like one."""
    assert wire_credit(DAM.model_copy(update={"byline": "Reuters"})) == "Reuters"
    assert wire_credit(DAM.model_copy(update={"byline": "Mats Oyen"})) is None
    assert wire_credit(DAM.model_copy(update={"byline": "Ansata Tassilo"})) is None
    assert wire_credit(DAM) is None


def test_one_outlet_is_one_origin_however_it_spells_its_name() -> None:
    """Two reports of one newspaper are not two witnesses."""
    assert groups(written(FLOOD, outlet="Varn Post"), written(OTHER, outlet="VARN POST")) == [
        ("Varn Post", ("Varn Post", "VARN POST"))
    ]


def test_a_copy_without_credit_is_found_by_its_words() -> None:
    """Most of the shorter text in runs of five words is enough, whichever comes first."""
    copy = written(FLOOD.replace("in a night", "overnight") + " More on this soon.", outlet="Lend Radio")
    assert len(find_origins([written(FLOOD, outlet="Varn Post"), copy])) == 1
    assert len(find_origins([copy, written(FLOOD, outlet="Varn Post")])) == 1


def test_an_origin_that_nobody_names_is_called_by_its_article() -> None:
    """It is not made up."""
    (origin,) = find_origins([written(FLOOD, name="flood.md")])
    assert origin.name == "unnamed publisher (flood.md)"


@given(st.permutations(range(5)))
@settings(deadline=None, max_examples=30)
def test_every_article_has_one_origin_in_any_order(order: list[int]) -> None:
    """The groups are the same whatever the order; an outlet's own report is its own."""
    articles = [
        written(f"VARN (Pelagic News Agency) – {FLOOD}", outlet="Varn Post"),
        written(f"VARN (Pelagic News Agency) – {OTHER}", outlet="Lend Radio"),
        written(
            "Lend Radio had 9 visitors from Arden on Sunday, who asked about the masts.", outlet="Lend Radio"
        ),
        written("A mast of 90 metres fell in Arden on Sunday.", outlet="Arden Echo"),
        DAM,
    ]
    found = find_origins([articles[index] for index in order])
    parts = {frozenset(origin.article_ids) for origin in found}
    ids = [article.id for article in articles]
    # The radio's own report is no agency's because it carried an agency once.
    assert parts == {frozenset(ids[:2]), *(frozenset([each]) for each in ids[2:])}
    assert [origin.id for origin in found] == ["o1", "o2", "o3", "o4"]


def test_a_report_that_opens_with_an_agency_is_the_agencys() -> None:
    """ "According to Reuters" at the start tells where all of it is from; in the middle it tells of one sentence."""
    opened = written(f"The Lend rose by two metres, according to Reuters. {OTHER}", outlet="Lend Radio")
    assert wire_credit(opened) == "Reuters"
    later = written(f"{OTHER} It rained on Sunday. The Lend rose, according to Reuters.", outlet="Lend Radio")
    assert wire_credit(later) is None


def test_one_address_is_one_origin() -> None:
    """Two pages that name the same canonical address are one report."""
    first = written(FLOOD, outlet="Varn Post").model_copy(update={"url": "https://varn.example/flood"})
    second = written(OTHER, outlet="Lend Radio").model_copy(update={"url": "https://varn.example/flood"})
    assert len(find_origins([first, second])) == 1


def test_sixty_copies_are_one_origin() -> None:
    """However many carry it."""
    copies = [written(f"{FLOOD} Number {n}.", outlet=f"Outlet {n}") for n in range(60)]
    assert len(find_origins([*copies, DAM])) == 2
