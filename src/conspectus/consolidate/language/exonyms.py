"""Towns, regions, lands and their languages by the names that other languages have for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_ENDINGS = {
    "de": ("", "e", "en", "er", "es", "em"),
    "fr": ("", "s", "e", "es"),
    "es": ("", "s", "a", "os", "as"),
    "pt": ("", "s", "a", "os", "as"),
    "it": ("", "i", "a", "e"),
}
_SHORTEST = 4
_CODE = 2

_PLACES = """
    aachen aquisgran aquisgrana aix
    alexandria alexandrie alejandria alessandria
    algiers alger algier argel algeri
    antwerp antwerpen anvers amberes anversa antuerpia
    athens athen athenes atenas atene
    augsburg augsbourg augusta
    avignon avinon avignone
    baghdad bagdad
    barcelona barcelone barcellona
    basel bale basilea basileia
    beijing peking pekin pechino pequim
    belgrade belgrad belgrado
    berlin berlino berlim
    bern berne berna
    bordeaux burdeos bordeus
    bratislava pressburg
    bruges brugge brugge brujas
    brussels brussel bruxelles bruselas bruxelas
    bucharest bukarest bucarest bucureste
    cairo kairo caire
    coimbra coimbre
    cologne koln colonia
    copenhagen kopenhagen copenhague copenaghen
    damascus damaskus damas damasco
    dresden dresde dresda
    dublin dublino dublim
    dunkirk dunkerque dunkirchen dunquerque
    edinburgh edinburg edimbourg edimburgo
    florence florenz florencia firenze florenca
    frankfurt francfort francoforte
    freiburg fribourg friburgo
    geneva genf geneve ginebra ginevra genebra
    genoa genua genes genova
    ghent gent gand gante
    hague haag haye haya aia haia
    hamburg hambourg hamburgo amburgo
    hanover hannover hanovre
    havana havanna havane habana avana
    heidelberg heidelberga
    helsinki helsingfors
    istanbul estambul istambul
    izmir smyrna smyrne esmirna smirne
    jerusalem gerusalemme jerusalen
    krakow krakau cracovie cracovia
    kyiv kiew kiev
    lausanne losanna lausana
    leghorn livorno livourne
    leipzig lipsia
    lisbon lissabon lisbonne lisboa lisbona
    liege luttich lieja liegi
    ljubljana laibach lubiana
    london londres londra
    lucerne luzern lucerna
    lviv lemberg leopol leopoli
    lyon lione
    madrid madri
    mainz mayence maguncia magonza
    mantua mantova mantoue
    marseille marsella marsiglia marselha
    mecca mekka meca
    milan mailand milano
    moscow moskau moscou moscu mosca moscovo
    mulhouse mulhausen
    munich munchen monaco munique
    naples neapel napoles napoli
    nice nizza niza
    nicosia nikosia nicosie
    nuremberg nurnberg norimberga
    oporto porto
    padua padova padoue
    palermo palerme
    paris parigi
    prague prag praga
    regensburg ratisbonne ratisbona
    rome rom roma
    rotterdam roterdao
    salzburg salzbourg salzburgo salisburgo
    santiago saint-jacques
    sarajevo serajevo
    seville sevilla siviglia sevilha
    sofia sofja
    stockholm estocolmo stoccolma
    strasbourg strassburg estrasburgo strasburgo
    stuttgart stoccarda
    syracuse syrakus siracusa
    thessaloniki saloniki salonique salonica salonicco
    tokyo tokio toquio
    toulouse tolosa
    trent trient trento trente
    trier treves treveris treviri
    trieste triest
    tripoli tripolis
    tunis tunisi tunez
    turin torino
    valencia valence
    venice venedig venise venecia venezia veneza
    verona verone
    vienna wien vienne viena
    vilnius wilna vilna
    warsaw warschau varsovie varsovia varsavia
    wroclaw breslau breslavia
    zagreb agram zagabria
    zaragoza saragossa saragosse
    zurich zurigo zurique
    bavaria bayern baviere baviera bavarian bavarois
    brittany bretagne bretana bretagna
    catalonia katalonien catalogne cataluna catalogna catalunha
    corsica korsika corse corcega
    crete kreta creta
    cyprus zypern chypre chipre cipro
    galicia galicien galice galiza
    lombardy lombardei lombardie lombardia
    piedmont piemont piamonte piemonte
    sardinia sardinien sardaigne cerdena sardegna sardenha
    saxony sachsen saxe sajonia sassonia
    sicily sizilien sicile sicilia
    tuscany toskana toscane toscana
    andalusia andalusien andalousie andalucia
    danube donau danubio
    rhine rhein rhin reno
    thames themse tamise tamesis tamigi
"""

_SEVERAL_WORDS: Final = {
    "Monaco di Baviera": "Munich",
    "Den Haag": "Haag",
    "The Hague": "Haag",
    "La Haye": "Haag",
    "La Haya": "Haag",
}
_SEVERAL = re.compile("|".join(_SEVERAL_WORDS), re.IGNORECASE)
_ONE_WORD = {several.lower(): one for several, one in _SEVERAL_WORDS.items()}


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """The text lower-cased and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def in_one_word(text: str) -> str:
    """The text with names of places that take several words in another language put into one."""
    return _SEVERAL.sub(lambda found: _ONE_WORD[found[0].lower()], text)


@lru_cache(maxsize=32)
def places(language: str) -> dict[str, str]:
    """From the plain names that a language has for towns, regions and lands to one name for each."""
    found: dict[str, str] = {}
    for line in _PLACES.strip().splitlines():
        names = line.split()
        for name in names:
            for form in _forms(name):
                found.setdefault(form, names[0])
    for place, name in _of_babel(language):
        found.setdefault(plain(name), place)
        if language in {"de", "en"}:
            found.setdefault(f"{plain(name)}s", place)
    return found


def _forms(name: str) -> Iterator[str]:
    """The name and what German makes of it: "Turins", "Turiner", "Münchner"."""
    yield from (name, f"{name}s", f"{name}er")
    if name.endswith("en"):
        yield from (f"{name[:-2]}er", f"{name[:-2]}ner")


def _of_babel(language: str) -> Iterator[tuple[str, str]]:
    """Lands by their codes, and the towns that time zones are named after by their English names; of one word each."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # only articles in several languages need it

    try:
        locale = Locale(language)
    except UnknownLocaleError:
        return
    for code, name in locale.territories.items():
        if code.isalpha() and " " not in name:
            yield code, name
    for zone, told in locale.time_zones.items():
        if " " not in told.get("city", " "):
            yield zone.rpartition("/")[2].lower(), told["city"]


@lru_cache(maxsize=32)
def adjectives(language: str) -> dict[str, str]:
    """From a language's plain words for languages, with endings ("griega", "griechische"), to the codes of these."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # only articles in several languages need it

    try:
        named = Locale(language).languages
    except UnknownLocaleError:
        return {}
    found: dict[str, str] = {}
    for code, name in named.items():
        word = plain(name)
        if len(code) != _CODE or len(word) < _SHORTEST or " " in word:
            continue
        for ending in _ENDINGS.get(language, ("",)):
            found.setdefault(word + ending, code)
            if word.endswith("o") and language in {"es", "pt", "it"}:
                found.setdefault(word[:-1] + ending, code)
    return found
