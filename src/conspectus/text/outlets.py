"""Words that the names of newspapers and stations are made of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

OUTLET = re.compile(
    r"\b(?:advertiser|argus|bulletin|chronicle|courier|daily|dispatch|echo|examiner|express|gazette|globe|guardian|"
    r"herald|independent|journal|ledger|magazine|mail|mercury|mirror|news|newspaper|observer|post|radio|record|"
    r"register|review|standard|star|sun|telegraph|times|tribune|tv|television|weekly|broadcasting|"
    r"\w*zeitung|\w*(?:tag|tage|wochen|volks)blatt|\w*anzeiger|bote|\w*kurier|nachrichten|rundschau|rundfunk|blatt|abendblatt|"
    r"morgenpost|presse|(?:press|news|nachrichten)[ -]?agen(?:cy|tur)|agence de presse|agencia de (?:prensa|noticias)|"
    r"diario|heraldo|correo|faro|gaceta|noticias|prensa|vanguardia|revista|peri[oó]dico|"
    r"gazzetta|corriere|giornale|messaggero|stampa|d[eé]p[eê]che|figaro|parisien|quotidien|t[eé]l[eé]gramme|"
    r"courrier|progr[eè]s|voix|voz|journaux|dagblad|krant|sentinel|reporter|today)\b",
    re.IGNORECASE,
)
"""What newspapers and stations have in their names."""

_ARTICLE = re.compile(r"^\W*(?:the|der|die|das|le|la|les|el|il|l)\b['’]?", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
_FEWEST_INITIALS = 2
# What an agency or a firm's pages add to the name that everybody credits.
_KIND = re.compile(r"(?:\s(?:press|news|wire|newswire|agency|service|newsroom))+$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The letters of a name without article, case and accents: "The Norreys Mirror" → "norreysmirror"."""
    plain = _ARTICLE.sub("", unicodedata.normalize("NFKD", name).casefold())
    return "".join(char for char in plain if char.isalnum())


def one_outlet(first: str, second: str) -> bool:
    """True for one name with an article and without, a name and its initials, and "Varn" and "Varn Press Agency"."""
    if key(first) in {key(second), key(_KIND.sub("", second))} or key(_KIND.sub("", first)) == key(second):
        return True
    short, long = sorted((first, second), key=len)
    initials = "".join(_CAPITAL.findall(_ARTICLE.sub("", long)))
    return len(short) >= _FEWEST_INITIALS and short.isupper() and short == initials
