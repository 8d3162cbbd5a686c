"""Amounts as comparable values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.conflicts.numbers.measure import compatible
from conspectus.consolidate.conflicts.numbers.measures import measures


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The tram went 48 kilometres an hour.", "en", [("speed", 48)]),
        ("It cost 14 million crowns.", "en", [("money:crown", 14_000_000)]),
        ("It took forty minutes.", "en", [("time", 2400)]),
        ("It lasted two months.", "en", [("time", 2 * 2_629_800)]),
        ("He signed for four years.", "en", [("time", 4 * 31_557_600)]),
        ("In four years all will be gone.", "en", []),
        ("Line 9 stopped at ten to five.", "en", []),
        ("The QuickPot 6 was recalled.", "en", []),
        ("Velm left its figure at 3.8 million; the guild laughed.", "en", [("count", 3_800_000)]),
        ("It began at five; the guild laughed.", "en", []),
        ("It lies 9 km north of Orle.", "en", []),
        ("Ten minutes later it fell, half an hour after the storm.", "en", []),
        (
            "The firm was fined £480 after a fall, and lost 12 per cent before noon.",
            "en",
            [("money:pound", 480), ("share:percent", 12)],
        ),
        (
            "Nach der Flut fielen 30 Tonnen vor dem Tor an, 40 Euro später mehr.",
            "de",
            [("mass", 30_000), ("money:euro", 40)],
        ),
        ("Zwölf Minuten später fiel er.", "de", []),
        ("Er brauchte drei Minuten.", "de", [("time", 180)]),
        ("Brannock won 3-1.", "en", []),
        ("It stood for two hours and ten minutes.", "en", [("time", 7800)]),
        ("He was held for three hours before it moved.", "en", [("time", 10_800)]),
        ("She clocked 2hr 44min 18sec, he 2:41:18.", "en", [("time", 9858), ("time", 9678)]),
        ("It took two hours and, for once, ten hours.", "en", [("time", 7200), ("time", 36_000)]),
        ("The ram made 4,000 guineas.", "en", [("money:guinea", 4000)]),
        ("A frost of minus six hit Varn.", "en", []),
        ("Au moins 300 personnes ont défilé.", "fr", [("count", 300)]),
        ("Al menos 300 personas marcharon.", "es", [("count", 300)]),
        ("Neun Menschen wurden verletzt.", "de", [("count", 9)]),
        ("Die Kirche kostet 4,2 Millionen Euro.", "de", [("money:euro", 4_200_000)]),
        ("1 200 personnes ont défilé.", "fr", [("count", 1200)]),
        ("Acudieron 18.000 personas.", "es", [("count", 18_000)]),
        ("Foi em 2019.", "pt", []),
        ("Four out of five buses stood still.", "en", [("share:percent", 80)]),
        ("Children were a third as likely to fall ill.", "en", []),
        ("Beschäftigt sind zur Zeit 280 Menschen.", "de", [("count", 280)]),
        ("La taxe monte de neuf pour cent.", "fr", [("share:percent", 9)]),
        ("Le feu a pris 3 000 mètres carrés.", "fr", [("area", 3000)]),
        ("Han recogido 41 millones de kilos de uva.", "es", [("mass", 41_000_000)]),
    ],
)
def test_an_amount_has_a_dimension_and_a_value(
    text: str, language: str, wanted: list[tuple[str, int]]
) -> None:
    """Names, hours, scores, ages, dates and places that hold a number are no amounts."""
    assert [(each.dimension, int(each.low)) for each in measures(text, language)[1]] == wanted


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        ("38 people", "41 people", False),
        ("262 jobs", "268 jobs", False),
        ("262 jobs", "260 jobs", True),
        ("12,000 people", "12,340 people", True),
        ("about 50 people", "46 people", True),
        ("at least 17 people", "11 people", False),
        ("more than 60 letters", "400 letters", True),
        ("fewer than 700 people", "1,900 people", False),
        ("61% of voters", "48% of voters", False),
        ("48% of voters", "48.3% of voters", True),
    ],
)
def test_digits_say_how_precise_they_are(first: str, second: str, *, fits: bool) -> None:
    """A round number leaves room for its neighbours, an exact one none; bounds are open to one side."""
    one, other = (measures(text)[1][0] for text in (first, second))
    assert compatible(one, other) is fits
    assert compatible(other, one) is fits


@given(st.integers(min_value=0, max_value=10**9))
def test_every_amount_fits_itself(value: int) -> None:
    """Whatever its digits."""
    for text in (f"{value} people", f"about {value:,} people"):
        for each in measures(text)[1]:
            assert compatible(each, each)
            assert each.reach[0] <= Decimal(each.low) <= each.reach[1]
