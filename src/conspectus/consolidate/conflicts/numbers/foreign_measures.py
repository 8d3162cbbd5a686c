"""Amounts in other languages than English: digits and, where text2num knows them, number words."""

from __future__ import annotations

import re
from decimal import Decimal

from conspectus.consolidate.conflicts.numbers.measure import Measure, measured
from conspectus.consolidate.conflicts.numbers.no_amounts import is_no_amount, is_point
from conspectus.text.caseless import Caseless
from conspectus.text.facts.numbers import Bound

_DIGITS = re.compile(r"(?<![\w.,-])\d+(?:[.'’\u00a0\u202f ]\d{3}(?!\d))*(?:,\d+|\.\d+)?(?![\w-])")
_GROUPED = re.compile(r"[.'’\u00a0\u202f ](?=\d{3}(?!\d))")
_MAGNITUDE = Caseless(
    r"\s*(?P<k>tausend|mille|mil|mila|duizend)\b|\s*(?P<m>million\w*|mio\.?|millon\w*|millón|milion\w*|"
    r"milh\w*|miljoen)\b"
    r"|\s*(?P<g>milliard\w*|mrd\.?|miliard\w*|mld\.?|miljard|bilh\w*)\b",
)
_UNIT = Caseless(
    r"\s*(?:d['’]|de |di )?\s*(?:(?P<percent>%|prozent|pour cent|por ciento|por cento|per cento|procent)"
    r"|(?P<euro>€|euros?\b)|(?P<dollar>\$|dollar\w*|dólar\w*)|(?P<franc>franken|francs?)|(?P<real>rea(?:l|is)\b)"
    r"|(?P<crown>kronen|couronnes|coronas|coroas|corone)|(?P<minute>minut\w*)|(?P<hour>stunden?|heures?|"
    r"horas?|or[ae]\b|uur)"
    r"|(?P<day>tagen?|jours?|días?|dias?|giorn[oi]|dagen)|(?P<year>jahr\w*|ans?\b|années?|años?|anos?|ann[oi]\b|jaar)"
    r"|(?P<area>(?:quadratmeter\w*|m²|m2\b|(?:mètres?|metros?|metri) (?:carrés?|cuadrados?|quadrad\w*|quadrat\w)))"
    r"|(?P<kilometre>kilometer\w*|kilom\w+|quil\w+|chilom\w+|km\b)|(?P<metre>meter\w*|mètres?|metros?|metri)"
    r"|(?P<kilogram>kilos?\b|kilogram\w*|kg\b)|(?P<tonne>tonn\w*|tonelad\w*))",
)
_BOUND = Caseless(
    r"(?:(?P<about>rund|etwa|circa|ca\.|gut|environ|quelque|près de|unos|unas|cerca de|aproximadamente|"
    r"por volta de|circa"
    r"|ongeveer)|(?P<least>mindestens|au moins|al menos|pelo menos|ao menos|almeno|minstens|mehr als|über|"
    r"plus de|más de|"
    r"mais de|più di|meer dan)|(?P<most>höchstens|bis zu|weniger als|knapp|moins de|jusqu['’]à|menos de|"
    r"hasta|até|meno di"
    r"|fino a|minder dan))\s+$",
)
_LARGE = re.compile(r"\b(?:milli|mio|mrd|mill|mil[ah]|tausend|mille?\b|milj|bilh|mld)\w*", re.IGNORECASE)
# The hundred of "per cent" is no number of its own.
_PER_CENT = re.compile(r"\b(?:pour cent|por cien(?:to)?|por cento|per cento|procent)\b", re.IGNORECASE)
_COUNTING = ("de", "fr", "es", "it", "pt", "nl", "da")
_LARGEST_YEAR = 2100
_SMALLEST_YEAR = 1900


def foreign_measures(text: str, language: str) -> tuple[str, tuple[Measure, ...]]:
    """The text with its number words as digits, and the amounts in it, in order."""
    if language in _COUNTING:
        from text_to_num import alpha2digit  # noqa: PLC0415  # English alone needs no second language

        # text2num would read "4,2 Millionen" as 4, 2 and a million.
        text = _LARGE.sub(lambda found: f"{found[0][0]}§{found[0][1:]}", _PER_CENT.sub("%", text))
        text = str(alpha2digit(text, language)).replace("§", "")
    found = []
    for match in _DIGITS.finditer(text):
        value = Decimal(_GROUPED.sub("", match[0]).replace(",", "."))
        end = match.end()
        if magnitude := _MAGNITUDE.match(text, end):
            value *= Decimal(10) ** {"k": 3, "m": 6, "g": 9}[str(magnitude.lastgroup)]
            end = magnitude.end()
        unit = ""
        if named := _UNIT.match(text, end):
            unit, end = str(named.lastgroup), named.end()
        before = text[: match.start()]
        bound, start = Bound.EXACT, match.start()
        if hedged := _BOUND.search(before):
            start = hedged.start()
            bound = {"about": Bound.ABOUT, "least": Bound.AT_LEAST, "most": Bound.AT_MOST}[
                str(hedged.lastgroup)
            ]
        bare = unit == "" and "." not in match[0] and _SMALLEST_YEAR < value < _LARGEST_YEAR
        if unit == "year" or bare or is_no_amount(text, match.start(), match.end(), unit, language):
            continue
        if is_point(text, end, unit):
            continue
        if re.match(r"\.? (?:Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember|janvier|"
                    r"février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|de [a-zç]+o\b|"
                    r"gennaio|febbraio|marzo|aprile|maggio|giugno|luglio)", text[end:]):  # fmt: skip
            continue
        found.append(measured(value, value, unit, bound, start, end))
    return text, tuple(found)
