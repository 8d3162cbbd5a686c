"""Headline, gist and event of an article: cited, or replaced by what can be."""

from __future__ import annotations

import pytest

from conspectus.summarise.overview import overview
from tests.support.articles import DAM, said

GATES = said(
    DAM,
    "The sluice gates of the Orle dam were opened again on Monday after an inspection that took nine days.",
)
CRACK = said(DAM, "Engineers had found a crack of 14 centimetres in the second pillar.")
CORE = said(DAM, "It does not reach the core", speaker="Bruno Fasel")


def test_a_headline_that_is_carried_stands() -> None:
    """It cites the claim it rests on, and is one line."""
    head, _, _ = overview(DAM, [GATES, CRACK], headline="Crack of 14 centimetres\n found in second pillar")
    assert head is not None
    assert head.text == "Crack of 14 centimetres found in second pillar"
    assert head.claim_ids == (CRACK.id,)


@pytest.mark.parametrize("headline", ["Crack of 41 centimetres found in second pillar", "", " \n", None])
def test_any_other_headline_gives_way_to_the_articles_title(headline: str | None) -> None:
    """An altered figure and a blank are no headline."""
    head, _, _ = overview(DAM, [GATES, CRACK], headline=headline)
    assert head is not None
    assert head.text == DAM.title


def test_without_a_carried_wording_there_is_no_headline() -> None:
    """A title that no claim carries is left out too."""
    odd = DAM.model_copy(update={"title": "Urle: 70 dams opened"})
    assert overview(odd, [GATES], headline="Urle has 71 dams")[0] is None
    assert overview(odd.model_copy(update={"title": None}), [GATES])[0] is None


def test_a_gist_that_is_carried_stands_sentence_by_sentence() -> None:
    """Each of its sentences cites what it rests on."""
    _, gist, _ = overview(
        DAM,
        [GATES, CRACK],
        gist="The Orle dam was opened again after nine days.\nEngineers found a crack of 14 centimetres.",
    )
    assert [part.claim_ids for part in gist] == [(GATES.id,), (CRACK.id,)]


@pytest.mark.parametrize(
    "gist", ["The dam was opened. Engineers found 3 cracks.", "Nothing was opened in Basel.", ""]
)
def test_a_gist_that_is_not_carried_gives_way_to_the_first_claims(gist: str) -> None:
    """All of it, so that no half of an argument stands; a claim of somebody's names them."""
    _, told, _ = overview(DAM, [CORE, GATES, CRACK], gist=gist)
    assert [part.text for part in told] == [
        "It does not reach the core, according to Bruno Fasel.",
        GATES.text,
    ]


def test_the_event_is_the_first_claim_and_names_whom_it_names() -> None:
    """It rests on all claims."""
    _, _, (event,) = overview(DAM, [GATES, CRACK])
    assert event.what == GATES.text
    assert event.who == ("Orle",)
    assert event.claim_ids == (GATES.id, CRACK.id)


def test_no_claims_no_overview() -> None:
    """Nothing is said of an article that gave nothing."""
    assert overview(DAM, [], headline="Dam opened", gist="It was opened.") == (None, (), ())
