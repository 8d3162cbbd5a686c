"""Sentences find the claims that carry them, or are not printed."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.model.evidence import Verification
from conspectus.verification.citing import carries, cite, sentence, worded
from tests.support.articles import DAM, said, written

GATES = said(
    DAM,
    "The sluice gates of the Orle dam were opened again on Monday after an inspection that took nine days.",
)
CRACK = said(DAM, "Engineers had found a crack of 14 centimetres in the second pillar.")
FARMS = said(DAM, "At least 60 farms below the dam were without water for a week.")
CLAIMS = (GATES, CRACK, FARMS)
DAYS = {DAM.id: DAM.published}


def test_one_claim_is_cited_where_one_suffices() -> None:
    """The claim that shares most words with the sentence is the only one cited."""
    found = cite("Engineers found a crack of 14 centimetres in the second pillar.", CLAIMS, DAYS)
    assert found is not None
    assert found.claim_ids == (CRACK.id,)
    assert found.verified is Verification.MECHANICAL


def test_two_claims_are_cited_where_one_does_not_carry_it() -> None:
    """A sentence with facts of two claims cites both."""
    found = cite("A crack of 14 centimetres left at least 60 farms without water.", CLAIMS, DAYS)
    assert found is not None
    assert set(found.claim_ids) == {CRACK.id, FARMS.id}


def test_what_only_shares_words_is_not_cited_beside_what_carries_it() -> None:
    """Two early counts have as many of the headline's words as the final one, which alone has the margin."""
    counts = written(
        "In Orle Dovic leads the count at noon.\n\nIn Orle Dovic leads the count by votes from the hills.\n\n"
        "Dovic received 47,812 votes more.",
        day="2025-03-10",
    )
    claims = [said(counts, counts.sentence_text(each)) for each in counts.body]
    days = {counts.id: counts.published}
    found = cite("In Orle Dovic leads by 47,812 votes.", claims, days)
    assert found is not None
    assert found.claim_ids == (claims[2].id,)
    both = cite("Dovic leads in Orle by 47,812 votes from the hills.", claims, days)
    assert both is not None
    assert len(both.claim_ids) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Engineers had found a crack of 15 centimetres in the second pillar.",
        "60 farms below the dam were without water for a month.",
        "Engineers had not found a crack of 14 centimetres.",
        "The sluice gates of the Urle dam were opened again.",
    ],
)
def test_what_no_claim_carries_is_not_cited(text: str) -> None:
    """A figure, a time, a name or a "not" that the evidence does not have is not printed."""
    assert cite(text, CLAIMS, DAYS) is None


def test_without_claims_nothing_can_be_said() -> None:
    """No claims, no sentence."""
    assert cite("The dam was opened.", (), DAYS) is None


def test_the_sources_own_words_are_called_quoted() -> None:
    """Typography and spacing make no difference to that."""
    found = cite("Engineers had  found a crack of 14 centimetres", CLAIMS, DAYS)
    assert found is not None
    assert found.verified is Verification.QUOTED


def test_each_piece_is_dated_by_its_own_article() -> None:
    """A date that follows from one article's day stands, beside evidence of another day."""
    later = written("The Orle dam was closed again on Monday after 3 days of rain.", day="2025-06-17")
    closed = said(later, "The Orle dam was closed again on Monday after 3 days of rain.")
    days = {**DAYS, later.id: later.published}
    pieces = [*GATES.evidence, *closed.evidence]
    assert carries(pieces, "The Orle dam was closed again on 16 June 2025.", days)
    assert not carries(pieces, "The Orle dam was closed again on 2 June 2025.", days)
    assert cite(
        "The Orle dam was opened on 12 May 2025 and closed again on 16 June 2025.", [GATES, closed], days
    )
    assert later.published == date(2025, 6, 17)


def test_a_claim_is_printed_with_its_speaker() -> None:
    """The speaker is added where the words don't name them, and only there."""
    assert worded("The core is sound.", "Bruno Fasel") == "The core is sound, according to Bruno Fasel."
    assert (
        worded("The core is sound, bruno fasel said.", "Bruno Fasel")
        == "The core is sound, bruno fasel said."
    )
    assert worded("The core is sound.", None) == "The core is sound."
    claim = said(DAM, "It does not reach the core", speaker="Bruno Fasel")
    assert sentence(claim).text == "It does not reach the core, according to Bruno Fasel."
    assert sentence(claim).verified is Verification.MECHANICAL
    assert sentence(CRACK).verified is Verification.QUOTED
    assert sentence(CRACK).claim_ids == (CRACK.id,)
