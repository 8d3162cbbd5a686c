# ruff: noqa: SIM905 — a word list reads best as words
"""What newsrooms count and measure, and the words that say so, in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PEOPLE = {
    "dead": "dead deaths death died die dies killed killing kill fatalities fatal bodies lives toll drowned perished "
    "culled cull culling slaughtered "
    "=tot =tote =toten =tödlich getötet todesopfer =mort =morts =morte =mortes =mortos =muertos tués tuées fallecidos "
    "=morti vittime doden =döda gestorben starben =starb verstorben décédé décès =péri murieron murió "
    "fallecieron falleció",
    "missing": "missing unaccounted vermisst disparus desaparecid dispersi vermist",
    "injured": "injured hurt wounded injuries injury injuring burnt burned burns treated hospitalised hospitalized "
    "casualties verletzt bless herid ferid ferit gewond skadad",
    "arrested": "arrested arrests arrest detained detentions custody festgenomm verhaft interpell arrêté detenid detid "
    "arrestat fermat aangehouden detenc festnahm interpellation arrestation prisões",
    "evacuated": "evacuated evacuees evacuation evakuier évacu evacuad evacuat",
    "rescued": "rescued rescue saved rescuing gerettet sauvé rescatad resgatad salvat",
    "aboard": "aboard",
    "present": "onduty",
    "attended": "asistentes asistent acudieron acudi comparec attended attend attendance turnout "
    "crowd marched marchers demonstrators demonstrated protesters "
    "protested participants participated spectators audience gathered rallied joined "
    "marching march demonstration protest rally vigil parade concert teilgenommen teilnehm "
    "demonstrant demonstrier manifestant manifestad défil particip besucher zuschauer spectateur asistent espectador",
    "striking": "strike strikers walkout streik grév grève grevist greve huelg sciop",
    "jobs": "job jobs position positions post posts role roles dismissed laid "
    "layoffs redundancies redundant stellen arbeitspl emploi emplois empleos empregos",
    "ill": "ill sick sickened infected infections infection poisoned fever erkrankt malades enferm doentes",
    "homeless": "homeless displaced obdachlos",
    "hostages": "hostages hostage",
}
_MONEY = {
    "cost": "cost costs costing price bill budget expense kosten kostet koste "
    "coût coûte coûter custo custa costo costa",
    "worth": "worth value valued values fetch market wert valeur valor",
    "fee": "fee transfer signed signing",
    "fine": "fine fined penalty penalties geldstrafe amende multa",
    "damage": "damage damages losses sachschaden schaden dégâts danos daños danni",
    "profit": "profit profits earnings gewinn bénéfice lucro beneficio",
    "revenue": "revenue revenues sales turnover umsatz recettes receita",
    "debt": "debt debts owes owed owe schulden dette dívida deuda",
    "loss": "loss lost deficit",
    "raised": "raised donations donated spenden",
    "ransom": "ransom",
    "pay": "salary wage wages paid pay earns earned",
    "investment": "invest invested investment investing",
}
MOVING = frozenset({"dead", "missing", "injured", "arrested", "evacuated", "rescued", "ill", "homeless"})
"""What is counted again as a story goes on, so that figures of two days may both have been right."""

LASTING = frozenset({"dead", "injured", "rescued", "arrested"})
"""What happened to somebody for good: later counts of it are larger, unless somebody was wrong."""

QUESTIONS = {
    "dead": "How many people died",
    "missing": "How many people were missing",
    "injured": "How many people were injured",
    "arrested": "How many people were arrested",
    "evacuated": "How many people were evacuated",
    "rescued": "How many people were rescued",
    "aboard": "How many people were aboard",
    "present": "How many people were there",
    "attended": "How many people took part",
    "striking": "How many people went on strike",
    "jobs": "How many jobs",
    "ill": "How many people fell ill",
    "homeless": "How many people lost their homes",
    "hostages": "How many hostages were there",
    "cost": "How much does it cost",
    "worth": "How much is it worth",
    "fee": "How much was the fee",
    "fine": "How high was the fine",
    "damage": "How high is the damage",
    "profit": "How much was the profit",
    "revenue": "How much was the revenue",
    "debt": "How much is owed",
    "loss": "How much was lost",
    "raised": "How much was raised",
    "ransom": "How much was the ransom",
    "pay": "How much is paid",
    "investment": "How much is invested",
}
"""What a reader would ask, without the question mark."""

ANYBODY = frozenset(
    "people person persons others members passengers travellers men women residents inhabitants civilians villagers "
    "islanders protesters victims demonstrators marchers participants spectators visitors fans patients volunteers "
    "menschen personen leute verletzte verletzten tote toten teilnehmer personnes gens manifestants personas pessoas "
    "manifestantes persone mensen".split()
)
"""Nouns that say no more than that people are counted."""

PERSONS = ANYBODY | frozenset(
    "customers crew staff workers employees fans villagers pupils students children drivers soldiers officers guests "
    "families shoppers neighbours tenants firefighters sailors fishermen miners skiers holidaymakers motorists".split()
)
"""Nouns that say that people are counted."""

GENERIC = frozenset(
    "people person persons others men women personen menschen leute personnes gens personas pessoas".split()
)

LIFELESS = frozenset(
    "homes houses buildings flats apartments barns sheds shops cars vehicles lorries trucks buses boats ships trees "
    "windows doors roads bridges schools häuser gebäude wohnungen autos fahrzeuge bäume maisons immeubles voitures "
    "véhicules arbres casas edificios viviendas coches vehículos árboles prédios carros veículos case edifici auto "
    "alberi huizen woningen gebouwen bomen".split()
)
"""What can burn or be counted, and not be hurt or killed."""

PARTS = frozenset(
    "children child officers policemen policewomen firefighters crew soldiers pupils students tourists foreigners "
    "minors teenagers journalists reporters guards police nurses doctors seriously critically severely gravely badly "
    "slightly lightly kinder polizisten beamte schwer leicht enfants policiers grièvement niños policías crianças "
    "polícias bambini agenti".split()
)
"""Words that make a count one of a part."""


def _patterns(table: dict[str, str]) -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Whole words and beginnings (of other languages' words, five letters or more), each to its role; English ones.

    A short word without "=" is English alone: German's "die" kills nobody.
    """
    whole: dict[str, str] = {}
    english = set()
    for role, words in table.items():
        for word in words.split():
            whole.setdefault(word.lstrip("="), role)
            if len(word) < _BEGINNING and not word.startswith("="):
                english.add(word)
    begins = {word: role for word, role in whole.items() if len(word) >= _BEGINNING}
    return whole, begins, frozenset(english)


_BEGINNING = 5
_WORD = re.compile(r"[^\W\d_]+")
# What it finds is no longer, and stands right before a word.
_REACH = 3
_WITHIN = re.compile(r"(?:^|[\w,;)’'](?<!['’]s))\s$")
_PEOPLE_WORDS, _PEOPLE_STEMS, _ENGLISH = _patterns(_PEOPLE)
_MONEY_WORDS, _MONEY_STEMS, _ENGLISH_MONEY = _patterns(_MONEY)


def role_of(word: str, language: str, *, money: bool = False) -> str | None:
    """What a lower-cased word says is counted, None for other words."""
    whole, stems = (_MONEY_WORDS, _MONEY_STEMS) if money else (_PEOPLE_WORDS, _PEOPLE_STEMS)
    if language != "en" and word in (_ENGLISH_MONEY if money else _ENGLISH):
        return None
    if word in whole or language == "en":
        return whole.get(word)
    return next((role for known, role in stems.items() if word.startswith(known)), None)


def roles(words: Iterable[str], language: str = "en") -> list[str]:
    """What the words say is counted, in their order, each once."""
    found = (role_of(word, language) for word in words)
    return list(dict.fromkeys(role for role in found if role))


def words_of(text: str, language: str = "en") -> list[str]:
    """The words of the text, lower-cased, without those whose capital says that they are part of a name.

    "The Post has spoken to nine people" counts no posts, and "8 March" no marchers.
    """
    return [
        found[0].lower()
        for found in _WORD.finditer(text)
        if language == "de"
        or not (found[0].istitle() and _WITHIN.search(text, max(0, found.start() - _REACH), found.start()))
    ]
