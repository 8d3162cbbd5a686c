# ruff: noqa: SIM905 — a word list reads best as words
"""Who says it, in languages other than English."""

from __future__ import annotations

import re

from conspectus.caching import WHILE_RUNNING

_LITTLE = frozenset(
    """
    el la los las lo un una unos unas de del al a en y que su sus por con se le les un une du des d l et à au aux qui
    son sa ses leur leurs der die das den dem des ein eine einer einem von vom zur zum im in am und er sie es auch aber
    o os as um uma do da dos das no na nos nas e ao pelo pela il gli i uno dei della dello delle dal nel het een van te
    ne pero mais mas ma también además aussi zudem también ya hoy ayer hier gestern heute lunes martes miércoles jueves
    viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag
    freitag samstag sonntag hat haben ha han a ont
    """.split()
)
# "Le directeur de l'hôpital" is one.
_LINKS = frozenset("de del d du des der do da di van von l la le el los las the".split())
_SHORTEST = 3
_CUES = {
    "es": (
        r"[Ss]egún|[Dd]e acuerdo con",
        "dijo dice asegura aseguró aseguran sostiene sostuvo sostienen afirma afirmó afirman mantiene "
        "mantienen niega negó calcula calculó cifra cifró contabilizó contó precisó informó replicó "
        "replica explica explicó denuncia denunció denuncian confirmó confirma señaló señala admite "
        "admitió insiste insistió reconoce reconoció añadió estima estiman estimó responde respondió "
        "desmintió desmiente anunció rebate rebatió",
    ),
    "fr": (
        r"[Ss]elon|[Dd][’']après|[Aa]ux dires de|[Dd]e source",
        "affirme affirment dit disent déclare assure assurent estime estiment compte comptent avance "
        "avancent annonce annoncent indique indiquent précise précisent dénonce dénoncent conteste "
        "contestent dément démentent nie nient répond répondent explique expliquent reconnaît soutient "
        "soutiennent ajoute affirmé déclaré assuré estimé compté avancé annoncé indiqué précisé dénoncé "
        "contesté démenti répondu rétorque rétorquent réplique répliquent riposte ripostent "
        "expliqué reconnu soutenu ajouté promis recensé",
    ),
    "de": (
        r"[Ll]aut|[Nn]ach (?:Angaben|Darstellung|Worten|Aussage|Auskunft|Schätzung)(?: von)?",
        "sagte sagt sagten sagen erklärte erklärt erklärten teilte teilt teilten behauptet behauptete "
        "bestreitet bestritt bestätigte bestätigt berichtete berichtet meint meinte zählte zählt schätzt "
        "schätzte nannte nennt spricht sprach betonte betont widersprach widerspricht kündigte "
        "versicherte vermutet entgegnete entgegnet erwiderte erwidert konterte kontert",
    ),
    "pt": (
        r"[Ss]egundo|[Dd]e acordo com|[Cc]onforme",
        "disse diz afirma afirmou afirmam garante garantiu nega negou calcula calculou informou explica "
        "explicou confirmou confirma admite admitiu estima estimou respondeu anunciou sustenta "
        "acrescentou declarou",
    ),
    "it": (
        r"[Ss]econdo|[Aa] detta di",
        "detto dice dicono afferma affermano sostiene sostengono assicura nega negato smentisce calcola "
        "stima stimato spiega spiegato conferma confermato annunciato risponde risposto aggiunto "
        "dichiarato ammette ribatte replica",
    ),
    "nl": (
        r"[Vv]olgens",
        "zei zegt zeggen meldt meldde verklaarde verklaart ontkent ontkende schat schatte telde telt "
        "bevestigt bevestigde stelt stelde denkt vindt",
    ),
}
# "Laut Polizei": before the speaker; "«…», dice un portavoz": between; "la préfecture a compté": behind.
_BEFORE = {key: re.compile(rf"\b(?:{before})\s") for key, (before, _) in _CUES.items()}
# "Sagte unserem Sender", "dijo a este diario": who was told speaks not.
_TO = r"(?!\d|unser\w*\s|dieser Zeitung|(?:a|al|à|au|aux|alla|ao|aan)\s)"
_BETWEEN = {
    key: re.compile(rf"[,»”“\"]\s?(?:a |ont |ha |han |hat |haben |so )?(?:{'|'.join(verbs.split())})\s{_TO}")
    for key, (_, verbs) in _CUES.items()
}
_BEHIND = {key: re.compile(rf",?\s(?:{'|'.join(verbs.split())})\b") for key, (_, verbs) in _CUES.items()}
_ENDS = re.compile(r"[,.;:()«»„“”\"—–]")
_ASIDE = re.compile(r", (?:que|qui|dont|où|der|die|das|deren|dessen|che|wie|die|dat) [^,.;«»„“]*,")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 4


@WHILE_RUNNING.keep(most=8192)
def speaker_abroad(text: str, language: str) -> frozenset[str]:
    """The words that name who says it in a text of that language, lower-cased; empty where nobody is named."""
    if language not in _CUES:
        return frozenset()
    text = _ASIDE.sub(",", text)
    for pattern in (_BETWEEN[language], _BEFORE[language]):
        for found in pattern.finditer(text):
            if words := _leading(_ENDS.split(text[found.end() :], maxsplit=1)[0], language):
                return words
    for found in _BEHIND[language].finditer(text):
        if words := _leading(" ".join(_ENDS.split(text[: found.start()])[-1].split()[-_LONGEST:]), language):
            return words
    return frozenset()


def _leading(phrase: str, language: str) -> frozenset[str]:
    """The first words with content of a phrase, up to the first little word behind them."""
    kept: list[str] = []
    for word in _WORD.findall(phrase):
        low = word.lower()
        # A German speaker is a noun, and has a capital.
        if low in _LITTLE or len(word) < _SHORTEST or (language == "de" and low == word):
            if kept and low not in _LINKS:
                break
            continue
        if len(kept) == _LONGEST:
            break
        kept.append(low)
    return frozenset(kept)
