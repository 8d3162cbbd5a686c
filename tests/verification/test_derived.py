"""Numbers that follow from the evidence by one step, and others that only look like it."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine


@pytest.mark.parametrize(
    ("evidence", "claim", "supported"),
    [
        ("The share rose from 18% to 23%.", "The share rose by five percentage points.", True),
        ("The share rose from 18% to 23%.", "The share rose by four percentage points.", False),
        ("The share is 41%, up nine percentage points.", "The share rose from 32% to 41%.", True),
        ("The school had 210 pupils in 1970 and has 43 now.", "The school has 167 fewer pupils.", True),
        ("The school had 210 pupils in 1970 and has 43 now.", "The school has 167 pupils.", False),
        ("The trust has £38,500 of the £120,000 it needs.", "The trust has nearly a third of it.", True),
        ("The trust has £38,500 of the £120,000 it needs.", "The trust has nearly half of it.", False),
        ("37 of the region's 52 schools shut.", "About 70% of the region's schools shut.", True),
        ("The jury of eight women and three men retired.", "The jury of 11 retired.", True),
        ("Five of the seven members voted for it.", "Two of the seven members voted for it.", False),
        ("The committee rejected it by 7 votes to 4.", "The committee rejected it by 7 votes to 3.", False),
        ("The pressure fell by 31 units, to 954.", "The pressure fell from 985 units to 954.", True),
        ("Six voted for it, two against, one abstained.", "Nine people took part in the vote.", True),
        ("Six voted for it, two against, one abstained.", "Ten people took part in the vote.", False),
        ("The lock was shut from 09:12 to 11:47.", "The lock was shut for 2 hours and 35 minutes.", True),
        ("The lock was shut from 09:12 to 11:47.", "The lock was shut for 2 hours and 53 minutes.", False),
        ("I booked two seats for £318.", "The two seats cost £159 apiece.", True),
        ("I booked two seats for £318.", "The two seats cost £159.", False),
        ("Lind is 24; the paper gave her age as 26.", "Lind is two years younger than the paper said.", True),
        (
            "Lind is 24; the paper gave her age as 26.",
            "Lind is three years younger than the paper said.",
            False,
        ),
        ("Seven of the nine took the stairs.", "Two of the nine did not take the stairs.", True),
        ("Seven of the nine took the stairs.", "Three of the nine did not take the stairs.", False),
        (
            "Of 63 homes we reached, 58 had heard nothing.",
            "All but five of the 63 homes had heard nothing.",
            True,
        ),
        (
            "Of 63 homes we reached, 58 had heard nothing.",
            "All but six of the 63 homes had heard nothing.",
            False,
        ),
        ("Eel numbers fell by more than 80 per cent.", "There are fewer than a fifth as many eels.", True),
        ("Eel numbers fell by more than 80 per cent.", "There are fewer than a sixth as many eels.", False),
        ("You are the third reader to complain.", "Two other readers had complained already.", True),
        ("The mill ran from 1964 to 1989.", "The mill ran for 25 years.", True),
        ("The mill ran from 1964 to 1989.", "The mill ran for 35 years.", False),
        ("Between 5% and 10% of adults cough.", "Between one in twenty and one in ten adults cough.", True),
        (
            "The loss is put at between $380 and $450 million.",
            "The estimates differ by $70 million at most.",
            True,
        ),
        (
            "The loss is put at between $380 and $450 million.",
            "The estimates differ by $50 million at most.",
            False,
        ),
        ("Aid has reached all but two of the 46 villages.", "Aid has reached 44 of the 46 villages.", True),
        ("Aid has reached all but two of the 46 villages.", "Aid has reached 42 of the 46 villages.", False),
        (
            "Strang, 52, drives the lorry he has driven since he was 18.",
            "Strang has driven it for 34 years.",
            True,
        ),
        (
            "Strang, 52, drives the lorry he has driven since he was 18.",
            "Strang has driven it for 43 years.",
            False,
        ),
        (
            "Binder has lost nine tenths of his trade.",
            "Binder has kept no more than a tenth of his trade.",
            True,
        ),
        (
            "Binder has lost nine tenths of his trade.",
            "Binder has kept no more than a fifth of his trade.",
            False,
        ),
        ("It lists 1,150 posts, 640 of them here.", "More than half of the 1,150 posts are here.", True),
        (
            "It lists 1,150 posts, 640 of them here.",
            "More than two thirds of the 1,150 posts are here.",
            False,
        ),
        (
            "It would bring 420,000 euros. It is insured for 3.2 million.",
            "It is insured for over seven times that.",
            True,
        ),
        (
            "It would bring 420,000 euros. It is insured for 3.2 million.",
            "It is insured for over nine times that.",
            False,
        ),
        ("The show ran from 1964 to 1989.", "The show ran for a quarter of a century.", True),
        ("The show ran from 1964 to 1979.", "The show ran for a quarter of a century.", False),
        ("The pad was worn to less than 2mm, against 6mm.", "The pad was worn to less than a third.", True),
        (
            "The pad was worn to less than 2mm, against 6mm.",
            "The pad was worn to less than a quarter.",
            False,
        ),
        (
            "Four of his eleven members were against and two abstained.",
            "Six did not back it: four were against it and two abstained.",
            True,
        ),
        (
            "Four of his eleven members were against and two abstained.",
            "Five did not back it: four were against it and two abstained.",
            False,
        ),
        ("52 had no dose; four had one, seven more are unknown.", "56 had no dose.", False),
    ],
)
def test_one_step_of_arithmetic(evidence: str, claim: str, supported: bool) -> None:
    """A difference, a share or a sum is accepted where the claim tells one, and no other number is."""
    assert examine(claim, [evidence]).supported is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Harrow kept a little over a tenth of the fare.", True),
        ("Harrow kept a little over a fifth of the fare.", False),
        ("About 14% of the flats are affordable.", True),
        ("About 41% of the flats are affordable.", False),
    ],
)
def test_a_share_may_lie_in_two_sentences(claim: str, supported: bool) -> None:
    """Amounts of one unit, or of things that are called alike, are held against each other across sentences."""
    evidence = (
        "The fare was £318.",
        "Harrow kept £36 of it.",
        "It plans 64 flats.",
        "Only nine flats are affordable.",
    )
    assert examine(claim, evidence).supported is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("The 400 tents that came brought their number to 1,000.", True),
        ("The 400 tents that came brought their number to 1,100.", False),
        ("The army's 600 tents were 200 more than those that came later.", True),
        ("Some 9,600 people slept outdoors.", False),
        ("With its debts of about half a million crowns the firm costs 1.9 million.", True),
        ("With its debts of about 0.7 million crowns the firm costs 1.9 million.", False),
        ("The charge of 58 is almost double the firm's figure.", True),
        ("The charge of 58 is almost treble the firm's figure.", False),
        ("It may take about 1,200 trips.", True),
        ("It may take about 1,203 trips.", False),
    ],
)
def test_sums_and_differences_may_lie_in_two_sentences(claim: str, supported: bool) -> None:
    """Two counts of one thing, or two sums of money, are added and compared wherever they stand."""
    evidence = {
        "tents": (
            "About 9,000 people slept outdoors.",
            "The army put up 600 tents.",
            "Another 400 tents came later.",
        ),
        "crowns": ("Its price is 1.4 million.", "With its debts the firm costs 1.9 million."),
        "charge": ("The firm has 31.", "The board has a charge of 58."),
        "trips": (
            "It may take one and a half times as many trips as last year.",
            "There were about 800 then.",
        ),
        "people": ("About 9,000 people slept outdoors.", "The army put up 600 tents."),
    }
    pieces = next(pieces for word, pieces in evidence.items() if word in claim)
    assert examine(claim, pieces).supported is supported
