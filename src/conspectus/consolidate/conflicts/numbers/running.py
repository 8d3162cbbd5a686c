# ruff: noqa: SIM905 — a word list reads best as words
"""What is measured again as a story goes on, besides people: homes without power, burnt ground, votes counted."""

from __future__ import annotations

from conspectus.consolidate.conflicts.numbers.measure import COUNT, SHARE, Measure
from conspectus.text.caseless import Caseless

_AREA = "area"
# How many lost their power in all is counted once, how many have none is counted again.
_CUT_OFF = Caseless(
    r"\b(?:without|ha(?:d|ve|s) no|lack(?:ed|s|ing)?)\s"
    r"(?:electric(?:al|ity)?|power|heat(?:ing)?|gas|(?:running |drinking |tap )?water)\b"
    r"|\bohne (?:Strom|Wasser|Gas|Heizung|Elektrizität)\b"
    r"|\b(?:sans|privée?s? (?:de |d['’]))\s?(?:électricité|courant|eau|gaz|chauffage)\b"
    r"|\bsin (?:luz|electricidad|suministro|agua|gas|corriente)\b"
    r"|\bsem (?:luz|energia|eletricidade|água)\b|\bsenza (?:luce|corrente|elettricità|acqua)\b",
)
_BURNT = Caseless(
    r"\b(?:burn\w*|scorch\w*|char(?:red|s)|blacken\w*|(?:wild|bush|forest )?fires?|blazes?|flames)\b"
    r"|\b(?:\w*brand(?:es|s)?|\w*feuer\w*|verbrann\w*|abgebrannt|Flammen)\b"
    r"|\b(?:brûl\w+|incendie\w*|feux?|flammes|partis? en fumée)\b"
    r"|\b(?:quema\w*|incendios?|fuego|llamas|arrasa\w*|calcina\w*|queimad\w*|incêndios?|fogo|incendi\w*|brucia\w*)\b",
)
# The size of what burns is not how much of it has burnt.
_GROUNDS = Caseless(
    r"\b(?:parks?|reserves?|estates?|farms?|sites?|plantations?|parc|réserve|domaine|parque|reserva|finca)\b"
    r".{0,12}\b(?:of|von|de|d['’])\s*(?:\w+ )?\d|\d-(?:hectare|acre)\b",
)
_FLOODED = Caseless(
    r"\b(?:flood\w*|under water|überflut\w*|unter Wasser|inond\w+|inunda\w*|alaga\w*|allaga\w*)\b",
)
_COUNTED = Caseless(
    r"\b(?:votes?|ballots?|precincts?|polling stations?)\b.{0,40}\b(?:counted|tallied|reporting)\b"
    r"|\b(?:counted|tallied)\b.{0,40}\b(?:votes|ballots)\b"
    r"|\b(?:Stimmen|Wahllokale|Wahlbezirke)\b.{0,40}\bausgezählt|\bausgezählt\w*\b.{0,40}\bStimm"
    r"|\bdépouill\w+|\bbulletins\b.{0,30}\bcomptés\b|\bescrutad\w+|\bvotos contados\b|\bapuradas?\b|\bscrutinat\w+",
)

_SUPPLIED = frozenset(
    "homes households houses flats customers consumers properties premises people residents families users subscribers "
    "businesses haushalte haushalten kunden menschen wohnungen foyers logements abonnés clients personnes hogares "
    "viviendas usuarios clientes personas abonados familias lares famílias utenze famiglie".split()
)
VOTES = frozenset(
    "votes ballots precincts stations stimmen wahllokale wahlbezirke bulletins suffrages votos papeletas mesas urnas "
    "schede seggi".split()
)


def goes_on(amount: Measure, noun: str, clause: str, text: str) -> bool:
    """True where such an amount of that noun, told in that clause of the text, is another one some hours later."""
    if _is_area(amount, noun):
        return bool(_BURNT.search(text) or _FLOODED.search(text)) and not _GROUNDS.search(clause)
    if amount.dimension == COUNT:
        cut_off, cast = noun in _SUPPLIED, noun in VOTES
        return bool((cut_off and _CUT_OFF.search(text)) or (cast and _COUNTED.search(clause)))
    return amount.dimension.startswith(SHARE) and _COUNTED.search(text) is not None


def only_grows(amount: Measure, noun: str, text: str) -> bool:
    """True where a later one is larger, unless somebody was wrong: what is burnt stays burnt."""
    return _is_area(amount, noun) and _BURNT.search(text) is not None


def _is_area(amount: Measure, noun: str) -> bool:
    # In other languages than English a hectare is counted like anything.
    return amount.dimension == _AREA or (amount.dimension == COUNT and noun.startswith(("hect", "hekt")))
