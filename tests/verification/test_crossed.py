"""Amounts and days of a claim that have changed places."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.checking import check
from conspectus.reading import read_article
from conspectus.verification.crossed import crossed
from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.support import SupportVerdict
from conspectus.verification.verdict import MismatchKind

SHOPS = """Bakery chain shuts shops

Korn & Sohn will close nine of its 41 bakeries by the end of March, the family firm said on Tuesday.
Sales of bread fell by 6 per cent last year, while sales of sandwiches rose by 11 per cent.
The price of flour went from 38 cents a kilo in January to 52 cents in November.
The works council was told on 2 February and the landlords were told on 9 February.
Councillors voted by 18 to 13 against a grant for the firm.
The county paid 700,000 euros of the 3.1 million euros that the factory cost.
Of 260 customers who were asked, 140 buy their bread elsewhere.
The ovens are heated to 200 degrees instead of 230 degrees.
"""
ARTICLE = read_article(SHOPS.encode(), name="shops.txt", media="text").model_copy(
    update={"published": date(2025, 2, 11)}
)
INDEX = EvidenceIndex([ARTICLE])


@pytest.mark.parametrize(
    ("claim", "kind", "one", "other"),
    [
        (
            "Bread sales dropped 11 per cent and sandwich sales grew 6 per cent.",
            MismatchKind.NUMBER,
            "11 per cent",
            "6 per cent",
        ),
        ("The grant was voted down by 13 to 18.", MismatchKind.NUMBER, "13", "18"),
        (
            "The landlords learned of it on 2 February and the works council on 9 February.",
            MismatchKind.DATE,
            "2 February",
            "9 February",
        ),
        (
            "The county paid 3.1 million euros of the 700,000 euros that the factory cost.",
            MismatchKind.NUMBER,
            "3.1 million euros",
            "700,000 euros",
        ),
        ("Of 140 customers asked, 260 buy bread elsewhere.", MismatchKind.NUMBER, "140", "260"),
        (
            "The ovens are heated to 230 degrees rather than 200 degrees.",
            MismatchKind.NUMBER,
            "230 degrees",
            "200 degrees",
        ),
    ],
)
def test_what_has_changed_places_is_named(claim: str, kind: MismatchKind, one: str, other: str) -> None:
    """Two shares, a vote's sides, days, a whole and its part, and what is there in place of what."""
    found = crossed(claim, INDEX)
    assert found is not None
    assert (found.kind, found.one, found.other) == (kind, one, other)


@pytest.mark.parametrize(
    "claim",
    [
        "Bread sales dropped 6 per cent and sandwich sales grew 11 per cent last year.",
        "Sandwiches sold better by 11 per cent last year, bread worse by 6 per cent.",
        "Flour cost 52 cents a kilo in November, up from 38 cents in January.",
        "The landlords learned of it on 9 February, a week after the works council was told on 2 February.",
        "The grant was voted down by 18 to 13.",
        "The county paid 700,000 euros of the 3.1 million euros that the factory cost.",
        "Some 140 of 260 customers buy their bread elsewhere.",
        "The ovens are now at 200 degrees, not at 230 degrees.",
    ],
)
def test_another_order_is_not_another_place(claim: str) -> None:
    """The same in other words, the second amount first, and "up from" for "from … to"."""
    assert crossed(claim, INDEX) is None


def test_a_person_is_shown_the_sentence() -> None:
    """The reason names both, and the sentence that has them where they belong stands first."""
    report = check("The grant was voted down by 13 to 18.", [ARTICLE], entailment="off")
    (sentence,) = report.sentences
    assert sentence.support.verdict is SupportVerdict.CONTRADICTED
    (reason,) = sentence.support.reasons
    assert reason.message.startswith(
        "The articles have “13” and “18” the other way round: “Councillors voted by 18"
    )
    assert sentence.evidence[0].quote.startswith("Councillors voted")
