"""Where sentences end in languages that the trained splitter does not know: by their marks, and by what vetoes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import regex

_CLOSERS = "”’»“›\"')\\]』」》〉】）"
_OPENERS = "“„‘‚«‹\"'(\\[¿¡『「《〈【（–—-"
_SPACED = regex.compile(rf"(?P<mark>[.!?…؟۔।]+)(?P<close>\s?»|[{_CLOSERS}]*)(?P<gap>\s+)(?=(?P<next>\S+))")
_UNSPACED = regex.compile(r"[。！？｡]+…*[”’»\"')）\]』」》〉】]*|…{2,}[”’』」]*(?=\p{Han})")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.’'-]+$")
_FIRST_LETTER = regex.compile(rf"[{_OPENERS}\s]*(\w)")
_INITIAL = regex.compile(r"(?:\p{Lu}|\p{Lu}\.-?\p{Lu})$")
_SAYS: Final = regex.compile(r"[^。！？，]{0,8}[说道称问答喊表示指出曰]+[。，]")

_ABBREVIATIONS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "de": "abs abt allg art aufl bd bspw betr bzgl bzw c ca co d.h dr etc ev evtl fr gem ggf gr hr hrn ing inkl "
        "insb jh jhd jr kap kath max min mind mio mrd msgr nr o.ä o.g prof red rd s.o s.u sog st stellv str "
        "tel u.a u.ä u.s.w usw v.a v.chr n.chr vgl vs z.b z.t zzgl zz z b d h u a o v i t so di mi do sa "
        "jan feb apr aug sept okt nov dez dipl geb gest verh rer nat jur med phil",
        "fr": "m mm me mgr dr pr st ste etc cf p pp art av apr env ex fig hab j.-c janv févr avr juil sept oct "
        "nov déc no n° chap éd vol réf tél bd boul fg ibid id op éts ets sté cie",
        "es": "sr sra srta sres dr dra dres d dña da prof profa ing lic gral cap col tte sgto st sta sto etc ej "
        "p.ej p pág págs art núm n.º no vol cap av avda c ee.uu ee uu aa vv ss mm a.c d.c aprox máx mín tel "
        "ud uds vd vds fdo admón cía dto dpto",
        "it": "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch geom on mons ecc es p pag pagg art "
        "n num vol cap ca tel s ss sen gen col",
        "pt": "sr sra srta dr dra drs prof profa eng d exmo exma etc ex p pág págs art n núm vol cap av r tel gen "
        "cel aprox",
        "nl": "dhr mevr mw dr drs ir ing mr prof bv bijv ca d.w.z enz etc evt incl excl i.v.m m.b.t nl nr o.a p.m "
        "resp st t.a.v vgl z.g zgn",
        "ar": "د أ م ج ص س ت هـ ق أ.د",
    }.items()
}
_ORDINALS: Final = frozenset({"de", "da", "no", "cs", "pl", "fi", "hu"})
# A number with a full stop before one of these words has ended its sentence; before any other it counts something.
_STARTERS: Final = frozenset(
    str.split(
        "Der Die Das Ein Eine Er Sie Es Wir Ich Ihr Im In Am An Auf Aus Bei Mit Nach Seit Von Vor Zu Zum Zur Für Durch "
        "Dabei Dort Da Damit Danach Dann Doch Aber Und Auch Als Wenn Wer Was Wie Wo Wann Warum Insgesamt Zwei Drei Nun "
        "Diese Dieser Dieses Seine Ihre Alle Viele Nur Noch Laut Den Dem Man Bis Weil Ob"
    )
)
_BEFORE_ORDINAL: Final = frozenset(
    str.split(
        "am der dem den des die das im vom zum zur bis ab seit und jeder jede jedes sein ihr ihre seine ihrem"
    )
)

RULED: Final = frozenset(str.split("de fr es it pt nl sv da no ar fa ur he zh ja hi"))
"""Languages whose sentences are divided by these rules."""


def endings(line: str, language: str) -> Iterator[int]:
    """Offsets in the line at which a sentence begins, the line's own beginning left out.

    A mark ends a sentence unless an abbreviation, an initial or an ordinal number stands before it, or the text
    goes on in lower case. Full-width marks need no space behind them.
    """
    for match in _UNSPACED.finditer(line):
        if match.end() < len(line) and not _is_attributed(line, match):
            yield match.end()
    for match in _SPACED.finditer(line):
        if not _is_vetoed(line, match, language):
            yield match.end("gap")


def _is_attributed(line: str, match: regex.Match[str]) -> bool:
    """True for a quotation that its speaker follows: “……。”他说。"""
    return match[0][-1] in "”』」" and _SAYS.match(line, match.end()) is not None


def _is_vetoed(line: str, match: regex.Match[str], language: str) -> bool:
    following = _FIRST_LETTER.match(line, match.end("gap"))
    if following is not None and following[1].islower():
        return True
    if match["mark"] != "." or match["close"].strip():
        return False
    found = _LAST_WORD.search(line, max(0, match.start() - 40), match.start())
    if found is None:
        return False
    word = found[0]
    known = _ABBREVIATIONS.get(language, frozenset())
    # What is abbreviated may be the end of a compound: "St.-Anna-Str. 12", "Bahnhofstr. 3".
    last = word.rpartition("-")[2].strip(".").casefold()
    if _INITIAL.match(word) or word.strip(".").casefold() in known or last in known:
        return True
    if language == "de" and last.endswith("str") and match["next"][0].isdigit():
        return True
    return language in _ORDINALS and word.isdigit() and len(word) <= 2 and _counts(line, found.start(), match)


def _counts(line: str, start: int, match: regex.Match[str]) -> bool:
    """True where a number with a full stop is an ordinal: "am 3. März", "der 2. Preis"."""
    before = line[max(0, start - 12) : start].split()
    if before and before[-1].casefold() in _BEFORE_ORDINAL:
        return True
    return match["next"].strip(",.;:") not in _STARTERS
