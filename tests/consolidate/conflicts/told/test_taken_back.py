"""What a notice of correction takes back, and what it says against a claim."""

from __future__ import annotations

from conspectus.consolidate.conflicts.told.taken_back import taken_back
from conspectus.verification.support import SupportVerdict
from tests.support.articles import written

NOTICE = (
    "Correction: our report on Monday said that the mill belongs to Orle Foods and makes flour for bakers."
)
RIGHT = "It belongs to the town."
PAGE = written(f"Flour is dear in Varn this spring.\n\n{NOTICE} {RIGHT}", outlet="Post", day="2025-03-12")


def test_a_claim_of_what_was_taken_back_is_contradicted_with_the_notice() -> None:
    """Both of its sentences are the evidence, and what is right stands in the reason."""
    (taken,) = taken_back([PAGE])
    against = taken.against("The mill belongs to Orle Foods and makes flour for bakers.")
    assert against is not None
    support, evidence = against
    assert support.verdict is SupportVerdict.CONTRADICTED
    assert RIGHT in support.reasons[0].message
    assert [piece.quote for piece in evidence] == [NOTICE, RIGHT]


def test_a_claim_that_only_shares_words_with_it_is_another() -> None:
    """The gate would let it pass, but a third of its words are its own."""
    (taken,) = taken_back([PAGE])
    assert taken.against("Bakers want flour.") is None
    assert taken.against("The mill belongs to nobody.") is None
