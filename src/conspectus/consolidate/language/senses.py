# ruff: noqa: SIM905 — a word list reads best as words
"""What a sentence's words are about, coarse enough that two outlets' wordings of one thing meet.

Families are of general English, one idea a line, and wider than `text.concepts`, which vouches for agreement: here
they only bring two sentences together, and something else has to show that they contradict each other. Other languages
have stems and no families.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from conspectus.caching import WHILE_COMPARED, kept
from conspectus.text.alternatives import sooner
from conspectus.text.concepts import concept, concepts
from conspectus.text.facts.words import stem
from conspectus.text.language import detect_language
from conspectus.text.spaceless import pairs
from conspectus.text.stemmers import stemmer

_FAMILIES = """
    injure hurt wound injury hospitalise hospital casualty
    evacuate evacuation evacuee
    attend attendance turnout crowd marcher demonstrator protester participant spectator audience visitor fan
    march demonstration protest rally parade demonstrate
    strike walkout
    cost price bill
    worth value
    fee transfer
    fine penalty
    pay paid payment
    flood inundate submerge
    collapse fail failure break burst rupture fell snap
    arrive reach arrival
    inform notify brief aware unaware
    hear consult consultation
    refund reimburse repay
    close closure shut shutdown
    resign resignation leave quit depart departure
    order command instruct
    find discover notice spot detect
    call phone telephone dial ring
    stop halt suspend suspension pause abort cease
    begin start launch
    open reopen inaugurate
    steal theft thief stole burglar robbery rob
    entry enter
    contract deal agreement sign
    complaint complain
    siren alarm
    warn warning caution
    power electricity supply current
    outage blackout cut
    train tram
    speed fast travel drive
    seat belt
    student pupil schoolchild
    teacher head headteacher principal
    test trial
    dam dyke levee embankment
    hacker hack breach break-in
    ransom extortion
    password credential
    crash collision accident collide
    gun weapon firearm pistol rifle
    shoot shot fire
    drug medicine medication
    meet meeting met
    talk negotiation negotiate
    offer bid propose proposal
    approve approval authorise permit permission licence license
    inspect inspection check examine
    water drink drinkable
    toxic poison poisonous contaminate contamination pollute pollution
    leak spill escape
    plan scheme project
    lie deceive mislead
    smell odour stench
    sleep asleep
    drunk alcohol drink
    quarrel argument dispute row
    money cash
    worker staff
    area region district zone
    road street motorway
    building house block home apartment
    tree forest wood
    delay late postpone
    cancel scrap axe
    support back favour
    film movie
    song sing
    goal score
    referee umpire
    match game
    incident case matter episode
    merger marriage partnership
    deliver hand send
    brewery factory plant works
"""
# Several words that mean what one does.
_PHRASES = {
    r"(?:taken|brought|rushed|admitted) to (?:the )?hospitals?|(?:needed|received) (?:hospital |medical )?treatment"
    r"|treated (?:in|at) hospital": "injured",
    r"to (?:the |a )?hospitals?(?= in| with| after|[,.]|$)": "hospitalised",
    r"(?:taken|brought|led|moved) to safety|(?:had to|forced to) leave their homes": "evacuated",
    r"(?:took|takes?|taking|taken) part|turned out|took to the streets": "attended",
    r"walked out|downed tools|stayed away|(?:went|gone|are|were) on strike": "strike",
    r"gave way|caved in|came down": "collapsed",
    r"on board|were on the (?:bus|train|plane|ship|boat|ferry|tram|coach)": "aboard",
    r"on shift|at work|on duty": "onduty",
    r"money back": "refund",
    r"under water": "flooded",
    r"(?:were|was|are|is) cut off|(?:lost|without|no) (?:power|electricity)": "power outage",
    r"got in|came in|broke in|made their way in": "entered",
    r"put out of action": "failed",
    r"turned down": "rejected",
    r"called off|broke off|broken off|breaks? off|walked off": "stopped",
    r"set off|gave rise to": "triggered",
    r"(?:lost|lose|losing) their (?:lives|life)": "died",
    r"(?:stepped|steps|stepping) down": "resigned",
    r"laid off": "dismissed",
    r"(?<=be )put down|(?<=been )put down|(?<=being )put down|(?<=were )put down|(?<=was )put down": "culled",
    r"(?:burned|burnt|beaten|crushed|stabbed|froze|frozen|starved|choked) to death": "died",
    r"(?:went|goes|go) off": "sounded",
    r"(?:their|his|her|its) (?:wares|goods)": "goods",
    r"carried out": "did",
    r"put up for sale": "sell",
    r"signed off": "approved",
    r"(?<=nothing )left|(?<=anything )left|(?<=something )left|(?<=what is )left|(?<=what was )left"
    r"|left (?:standing|over)|(?:was|were|is|are|been) left(?= (?:in|of|standing|over|on|at)\b)": "leftover",
}
_PHRASE = re.compile(
    "|".join(rf"\b(?P<p{n}>{pattern})\b" for n, pattern in enumerate(_PHRASES)), re.IGNORECASE
)
_WORDS = tuple(_PHRASES.values())
# Most texts have none, which is far quicker to see where case counts; what has to stand before is looked at later.
_ANY_PHRASE = re.compile(sooner(r"\b(?:" + re.sub(r"\(\?<=[^)]*\)", "", "|".join(_PHRASES)) + r")\b"))

# What stands in any report, and ties no two sentences together.
_GENERAL = frozenset(
    concept(stem(word))
    for word in """
    people person persons others man woman men women thing way part time say set come see know use new old good first
    last make take give put get go want think according official spokesman spokeswoman spokesperson statement report
    reporter newspaper paper radio told news figure number total count counted counts estimate estimated claim insist
    deny reject dispute confirm announce explain add state speak spoke call describe believe expect show appear seem
    anybody anyone anything nobody everybody everyone something somebody remain keep try hold held big large
    small great whole full several dozens later earlier ago yesterday today
    tomorrow just around left crown euro dollar pound franc percent cent kilometre metre mile tonne million mille
    billion milliard mio
    """.split()
)
_SNOWBALL = {
    "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "nl": "dutch",
    "sv": "swedish", "da": "danish", "no": "norwegian", "fi": "finnish", "hu": "hungarian", "ro": "romanian",
    "ru": "russian", "tr": "turkish", "ar": "arabic", "el": "greek", "ca": "catalan", "hi": "hindi",
}  # fmt: skip
_STOPS = frozenset(
    """
    der die das den dem des ein eine einen einem einer und oder aber nicht von mit nach bei aus auf für ist
    sind war waren
    wurde wurden werden worden hat haben hatte hatten sich als wie dass auch noch nur über unter vor zum zur vom beim
    sagte sagt teilte laut angaben dafür damit er sie es ihr ihre sein seine
    le la les un une des du de et ou mais dans par pour sur avec est sont était ont avait été qui que selon dit affirme
    ce cette ces son sa ses leur leurs elle il ils elles au aux en ne pas plus
    el los las una unos y o pero en por para con es son fue fueron ha han había que según dijo su sus al del se no
    o os as um uma uns e em no na nos nas por para com é são foi foram disse segundo seu sua ao à pelo pela não
    il lo gli i uno di da in con su per tra è sono era erano ha hanno che secondo detto suo sua al del non
    de het een en van met op voor door is zijn was waren heeft hebben niet volgens zei
    """.split()
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _FAMILIES.strip().splitlines():
        words = line.split()
        for word in words:
            table.setdefault(concept(stem(word)), concept(stem(words[0])))
    return table


_FAMILY = _table()


@lru_cache(maxsize=8192)
def family(word: str) -> str:
    """The family of a lower-cased English word."""
    key = concept(stem(word))
    return _FAMILY.get(key, key)


@WHILE_COMPARED.keep(most=8192)
def plain(text: str) -> str:
    """The text with set phrases replaced by the one word that means the same; offsets change."""
    if _ANY_PHRASE.search(text.lower()) is None:
        return text
    return _PHRASE.sub(lambda found: _WORDS[int(str(found.lastgroup)[1:])], text)


def keys(text: str, language: str = "en") -> frozenset[str]:
    """What the text is about: families of its content words, without what stands in any report."""
    # Whoever names the language and whoever does not ask the same.
    return _keys(text) if language == "en" else _keys_abroad(text, language)


@WHILE_COMPARED.keep(most=8192)
def _keys_abroad(text: str, language: str) -> frozenset[str]:
    return kept(_foreign(text, language))


@WHILE_COMPARED.keep(most=16384)
def _keys(text: str) -> frozenset[str]:
    return kept(frozenset(_FAMILY.get(each, each) for each in concepts(plain(text))) - _GENERAL)


def _foreign(text: str, language: str) -> Iterable[str]:
    if not text.isascii():
        yield from pairs(text)
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if word not in _STOPS and not word.startswith(("milli", "milh")) and not pairs(word):
            # Participles and plurals that the stemmer keeps apart begin alike.
            yield _stemmed(word, language)[:7]


@lru_cache(maxsize=32768)
def _stemmed(word: str, language: str) -> str:
    return str(_stemmer(language).stemWord(word))


@lru_cache(maxsize=16)
def _stemmer(language: str) -> Any:
    return stemmer(_SNOWBALL.get(language, "english"))


@WHILE_COMPARED.keep(most=4096)
def language_of(text: str) -> str:
    """The language of an article's text; English where it can't be told."""
    return detect_language(text) or "en"
