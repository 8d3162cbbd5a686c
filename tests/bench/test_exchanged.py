"""True claims made false by exchanging a fact."""

from __future__ import annotations

from bench.exchanged import Exchanged, Stock, passes
from conspectus.reading import read_article
from conspectus.verification.evidence_search import EvidenceIndex

ARTICLE = read_article(
    b"""Harbour

The town of Sundby paid 3 million euros for the quay on 4 May because the old one had sunk.
Mayor Ole Brun praised the work on 9 June. The cranes cost 8 million euros.
Vera Lim, the head of the port, expects 40 ships a week at Sundby and 25 at Hauge.
""",
    name="harbour.txt",
    media="text",
)


def _made(claim: str) -> list[Exchanged]:
    return list(Stock([ARTICLE]).exchanges(claim))


def test_a_fact_is_exchanged_for_another_of_its_sort() -> None:
    """An amount for one of the same unit, a day for a day, each from the articles and none for itself."""
    made = {(each.sort, each.fact, each.other) for each in _made("The quay cost 3 million euros on 4 May.")}
    assert made == {
        ("amount: euro", "3 million euros", "8 million euros"),
        ("day: month day", "4 May", "9 June"),
    }


def test_two_facts_of_a_claim_change_places() -> None:
    """Each stands where the other stood; what "and" alone joins says the same either way."""
    turned = [each.claim for each in _made("Ole Brun met Vera Lim.") if each.sort.endswith("turned round")]
    assert turned == ["Vera Lim met Ole Brun."]
    assert not any(each.sort.endswith("turned round") for each in _made("Ole Brun and Vera Lim met."))


def test_the_same_ones_are_made_each_time() -> None:
    """What is taken does not hang on the order of sets, nor on a clock."""
    claim = "Vera Lim expects 40 ships a week at Sundby."
    assert _made(claim) == _made(claim)


def test_a_claim_passes_as_check_supports_it() -> None:
    """The true one does, and one with another's amount does not."""
    index = EvidenceIndex([ARTICLE])
    assert passes("The cranes cost 8 million euros.", (), index)
    assert not passes("The cranes cost 3 million euros.", (), index)
