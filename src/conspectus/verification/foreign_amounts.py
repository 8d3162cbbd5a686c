"""Numbers in other languages than English that follow from the evidence: converted, added up, a year resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

import regex

_UNIT = {
    word: (measured, Decimal(size))
    for measured, sizes in {
        "volume": {
            "1": "liter litern litro litros litre litres litri l",
            "100": "hektoliter hectolitro hectolitros hectolitre hectolitres",
            "1000": "kubikmeter kubikmetern m³ m3 metro·cúbico metros·cúbicos mètre·cube mètres·cubes metri·cubi "
            "metros·cubicos kubieke·meter",
            "1000000000": "hectómetro·cúbico hectómetros·cúbicos hm³ hm3",
        },
        "length": {
            "0.001": "millimeter millimetern milímetro milímetros millimètre millimètres millimetri mm",
            "0.01": "zentimeter zentimetern centímetro centímetros centimètre centimètres centimetri centimeter cm",
            "1": "meter metern metro metros mètre mètres metri m",
            "1000": "kilometer kilometern kilómetro kilómetros kilomètre kilomètres chilometri quilómetros km",
        },
        "mass": {
            "0.001": "gramm gramo gramos gramme grammes grammi gramas gram g",
            "1": "kilo kilos kilogramm kilogramo kilogramos kilogramme kilogrammes chili kilogram kg",
            "1000": "tonne tonnen tonelada toneladas tonnes tonnellate ton t",
        },
        "area": {
            "1": "quadratmeter quadratmetern m² m2 metros·cuadrados mètres·carrés metri·quadrati",
            "10000": "hektar hectárea hectáreas hectare hectares ettari ha",
            "1000000": "quadratkilometer km² km2 kilómetros·cuadrados kilomètres·carrés",
        },
        "time": {
            "1": "minute minuten minuto minutos minutes minuti minuut",
            "60": "stunde stunden hora horas heure heures ore ora uur",
            "1440": "tag tage tagen día días jour jours giorni dias dagen",
            "10080": "woche wochen semana semanas semaine semaines settimane weken",
        },
        "months": {
            "1": "monat monate monaten mes meses mois mesi maanden",
            "12": "jahr jahre jahren año años an ans année années anni anos jaar",
        },
    }.items()
    for size, words in sizes.items()
    for word in words.split()
}
_SHARE = {
    word: Decimal(percent)
    for percent, words in {
        "50": "hälfte mitad moitié metà metade helft halb halbe",
        "25": "viertel cuarta quart quarto kwart",
        "20": "fünftel quinta cinquième quinto",
        "10": "zehntel décima dixième decimo",
    }.items()
    for word in words.split()
}
_PERCENT = frozenset(("prozent", "pourcent", "cent", "ciento", "cento", "procent"))
_STEP = frozenset(
    str.split(
        "mehr weniger höher niedriger teurer billiger gestiegen gesunken más menos plus moins più meno mais "
        "meer minder diferencia différence unterschied sube subió baja bajó augmenté baissé"
    )
)
_TOTAL = frozenset(
    str.split(
        "insgesamt zusammen gesamt total conjunto suman entre ensemble complessivamente totale totaal samen"
    )
)
_YEARS = {
    **dict.fromkeys(
        str.split("vergangenen vergangenes letzten letztes vorigen voriges vorjahr pasado dernier"), -1
    ),
    **dict.fromkeys(str.split("dernière scorso scorsa passado vorig vorige"), -1),
    **dict.fromkeys(str.split("nächsten nächstes kommenden próximo prochain prochaine prossimo volgend"), 1),
}
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*[²³23]?")
_ROUNDING = Decimal("0.005")


def measure(value: Decimal, after: str) -> tuple[str, Decimal] | None:
    """What a number measures, and how much in that dimension's base unit, by the words after it."""
    words = [word.lower() for word in _WORD.findall(after[:40])[:3]]
    for unit in ("·".join(words[:2]), *words[:1], "·".join(words[1:3]), *words[1:2]):
        known = _UNIT.get(unit)
        if known is not None:
            return known[0], value * known[1]
    return None


def follows(
    value: Decimal,
    measured: tuple[str, Decimal] | None,
    claim: str,
    pieces: Sequence[str],
    stated: Iterable[Decimal],
    measures: Iterable[tuple[str, Decimal]],
    published: date | None,
) -> bool:
    """True where the evidence gives the number in another unit, as a share in words, by one step, or as "last year"."""
    if measured is not None and any(
        measured[0] == kind and abs(measured[1] - size) <= _ROUNDING * abs(size) for kind, size in measures
    ):
        return True
    own = {word.lower() for word in _WORD.findall(claim)}
    theirs = {word.lower() for piece in pieces for word in _WORD.findall(piece)}
    if ("%" in claim or not own.isdisjoint(_PERCENT)) and any(_SHARE.get(word) == value for word in theirs):
        return True
    if published is not None and any(published.year + _YEARS.get(word, 9) == value for word in theirs):
        return True
    if _STEP.isdisjoint(own) and _TOTAL.isdisjoint(own):
        return False
    amounts = list(stated)
    return any(
        value in ((abs(a - b),) if not _STEP.isdisjoint(own) else ())
        or (value == a + b and not _TOTAL.isdisjoint(own))
        for a, b in combinations(amounts, 2)
    )
