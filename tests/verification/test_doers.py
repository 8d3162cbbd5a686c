"""Of whom the evidence tells what the claim tells of another."""

from __future__ import annotations

import pytest

from conspectus.verification.checks import doers
from conspectus.verification.checks.case import Case, analyse
from conspectus.verification.faithfulness import examine

POOL = (
    "Voss Lifting's managing director, Pieter Claes, denied that the firm had received the letter before the flood.",
    "A colleague, Stefan Moroz, was hurt in the leg and thanked the nurses.",
    "Governor Dale Hutchens, who came by boat, called the pool the biggest gift that the valley had seen.",
    "The other lane was won by Ines Caro, who retired with a cold when she was trailing.",
)


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        (
            "Stefan Moroz, the managing director, denied that the firm had had the letter before the flood.",
            "Pieter Claes",
        ),
        ("Stefan Moroz called the pool the biggest gift the valley had seen.", "Governor Dale Hutchens"),
        ("Stefan Moroz retired with a cold when he was trailing.", "Ines Caro"),
    ],
)
def test_what_is_told_of_another_by_name_is_refused(claim: str, other: str) -> None:
    """The reason names whom the evidence tells it of."""
    pieces = tuple(map(analyse, POOL))
    case = Case(analyse(claim), pieces, pieces, (), (None,) * len(pieces), None)
    (reason,) = doers.check(case)
    assert reason.in_evidence == other
    assert not examine(claim, POOL).supported


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Pieter Claes denied that the firm had had the letter before the flood.", POOL),
        ("Stefan Moroz was hurt in the leg and thanked the nurses.", POOL),
        # Somebody who only says it is not whom it is said of.
        (
            "According to her lawyer, Ann Loe had been gambling with the money of the club.",
            (
                "Ann Loe, 51, was fined in May.",
                "Simon Fair, her lawyer, said his client had been gambling with club money.",
            ),
        ),
        # Nor is one who stands in an aside, or in a clause of its own.
        (
            "Tarn Paper employs 340 people at the old mill.",
            (
                "Tarn Paper closed on Monday.",
                "The company, owned by Anna Tolk, employs 340 people at the old mill.",
            ),
        ),
        (
            "Ann Loe painted the council's room green.",
            (
                "Mayor Ann Loe took office in May.",
                "Tom Bell left in June, and the mayor painted the council's room green.",
            ),
        ),
    ],
)
def test_what_may_be_told_of_the_same_is_not_refused(claim: str, evidence: tuple[str, ...]) -> None:
    """Where the evidence tells it of them, or does not tell of whom."""
    assert not [
        reason.message for reason in examine(claim, evidence).reasons if "says this of" in reason.message
    ]


HOUSES = ("Tom Bell runs the council of Wend.", "A study by Greta Oakes counts 41 empty houses in Wend.")


@pytest.mark.parametrize(
    ("claim", "sound"),
    [("Greta Oakes has counted 41 empty houses.", True), ("Tom Bell has found 41 empty houses.", False)],
)
def test_a_figure_is_his_whose_work_gives_it(claim: str, sound: bool) -> None:
    """What stands behind "by Greta Oakes" is told of her, and a figure tells more than a word."""
    assert examine(claim, HOUSES).supported is sound
