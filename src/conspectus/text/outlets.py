"""Words that the names of newspapers and stations are made of."""

from __future__ import annotations

import re

OUTLET = re.compile(
    r"\b(?:advertiser|argus|bulletin|chronicle|courier|daily|dispatch|echo|examiner|express|gazette|globe|guardian|"
    r"herald|independent|journal|ledger|magazine|mail|mercury|mirror|news|newspaper|observer|post|radio|record|"
    r"register|review|standard|star|sun|telegraph|times|tribune|tv|television|weekly|broadcasting|"
    r"\w*zeitung|\w*tageblatt|\w*anzeiger|bote|\w*kurier|nachrichten|rundschau|rundfunk|blatt|abendblatt|"
    r"morgenpost|presse|"
    r"diario|heraldo|correo|faro|gaceta|noticias|prensa|vanguardia|revista|peri[oó]dico|"
    r"gazzetta|corriere|giornale|messaggero|stampa|d[eé]p[eê]che|figaro|parisien|quotidien|t[eé]l[eé]gramme|"
    r"courrier|progr[eè]s|voix|voz|journaux|dagblad|krant|sentinel|reporter|today)\b",
    re.IGNORECASE,
)
"""What newspapers and stations have in their names."""
