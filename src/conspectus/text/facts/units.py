# ruff: noqa: SIM905 — a word list reads best as words
"""Units of measurement: what they measure and how they convert."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit's canonical name, what it measures, and its size in that dimension's base unit."""

    name: str
    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_TABLE = """
percent     share        1          percent pct
points      points       1
dollar      dollar       1          dollar dollars usd
cent        cent         1          cent cents
penny       penny        1          pence
euro        euro         1          euro euros eur
pound       pound        1          pound pounds gbp sterling quid
yen         yen          1          yen jpy
yuan        yuan         1          yuan renminbi rmb cny
rupee       rupee        1          rupee rupees inr
franc       franc        1          franc francs chf
krona       krona        1          krona kronor krone kroner sek nok dkk
won         won          1
real        real         1          reais brl
rouble      rouble       1          rouble roubles ruble rubles rub
lira        lira         1          lira try
peso        peso         1          peso pesos
zloty       zloty        1          zloty zlotys zloties pln
forint      forint       1          forint forints huf
koruna      koruna       1          koruna korunas czk
rand        rand         1          rand zar
dirham      dirham       1          dirham dirhams aed
riyal       riyal        1          riyal riyals
second      time         1          second seconds sec secs
minute      time         60         minute minutes min mins
hour        time         3600       hour hours hr hrs
day         time         86400      day days
week        time         604800     week weeks
fortnight   time         1209600    fortnight fortnights
month       months       1          month months
quarter     months       3          quarters
year        months       12         year years yr yrs
decade      months       120        decade decades
century     months       1200       century centuries
millimetre  length       0.001      mm millimetre millimetres millimeter millimeters
centimetre  length       0.01       cm centimetre centimetres centimeter centimeters
metre       length       1          m metre metres meter meters
kilometre   length       1000       km kms kilometre kilometres kilometer kilometers
inch        length       0.0254     inch inches
foot        length       0.3048     foot feet ft
yard        length       0.9144     yard yards
mile        length       1609.344   mile miles
gram        mass         0.001      gram grams gramme grammes
kilogram    mass         1          kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
tonne       mass         1000       tonne tonnes
ton         mass         907.18     ton tons
ounce       mass         0.02835    ounce ounces
litre       volume       1          litre litres liter liters
gallon      volume       3.785      gallon gallons
barrel      volume       158.99     barrel barrels bpd
hectare     area         10000      hectare hectares ha
acre        area         4046.86    acre acres
sqkm        area         1000000    km2 sqkm
mph         speed        1.609344   mph
kph         speed        1          kph km/h kmh
watt        power        1          watt watts
kilowatt    power        1000       kw kilowatt kilowatts
megawatt    power        1000000    mw megawatt megawatts
gigawatt    power        1000000000 gw gigawatt gigawatts
terawatt    power        1000000000000 tw terawatt terawatts
kilowatthour energy      1          kwh
megawatthour energy      1000       mwh
gigawatthour energy      1000000    gwh
terawatthour energy      1000000000 twh
gigabyte    data         1          gb gigabyte gigabytes
terabyte    data         1000       tb terabyte terabytes
megabyte    data         0.001      mb megabyte megabytes
degree      temperature  1          degree degrees °
"""


def _read_table() -> tuple[dict[str, Unit], dict[str, Unit]]:
    by_name: dict[str, Unit] = {}
    by_word: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        name, dimension, factor, *words = line.split()
        unit = Unit(name, dimension, Decimal(factor))
        by_name[name] = unit
        by_word.update(dict.fromkeys(words, unit))
    return by_name, by_word


UNITS, WORDS = _read_table()
WORDS["°c"] = UNITS["celsius"] = Unit("celsius", "temperature", Decimal(1))
WORDS["°f"] = UNITS["fahrenheit"] = Unit("fahrenheit", "temperature", Decimal("0.5555556"), Decimal(-32))
_COMPOUND = {
    "cubic metre": ("volume", "1000"),
    "cubic centimetre": ("volume", "0.001"),
    "cubic foot": ("volume", "28.317"),
    "square metre": ("area", "1"),
    "square kilometre": ("area", "1000000"),
    "square foot": ("area", "0.0929"),
    "square mile": ("area", "2589988"),
}
UNITS |= {name: Unit(name, measured, Decimal(size)) for name, (measured, size) in _COMPOUND.items()}
SIGNS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "₩": "won",
    "₽": "rouble",
    "₺": "lira",
}
CURRENCIES = frozenset(
    """
    dollar euro pound yen yuan rupee franc krona won real rouble lira peso
    """.split()
)
COINS = frozenset(
    "crown crowns mark marks florin florins shilling shillings dinar dinars dirham ducat ducats guinea guineas".split()
)
"""Money that is no currency of today, as words."""


def dimension(unit: str) -> str | None:
    """What the unit measures, None for what is no unit of measurement."""
    known = UNITS.get(unit)
    return None if known is None else known.dimension


def in_base(value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    """The dimension and the value in its base unit, or None for what is no unit of measurement."""
    known = UNITS.get(unit)
    return None if known is None else (known.dimension, (value + known.offset) * known.factor)
