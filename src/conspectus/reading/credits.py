"""How pages print who wrote something, for whom and when: patterns that junk and metadata share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conspectus.reading.dates import WEEKDAY, WHOLE_DATE
from conspectus.text.outlets import OUTLET

UPPER = r"[^\W\d_a-z]"
AGENCY = (
    r"(?:The )?(?:Reuters|Thomson Reuters|AP|Associated Press|AFP|Agence France-Presse|UPI|dpa|DPA"
    r"|PA(?: Media)?|Press Association|Bloomberg(?: News)?|ANSA|EFE|Xinhua|TASS|Kyodo(?: News)?|PTI|ANI|IANS"
    r"|CNN|PR ?Newswire|Business ?Wire|BUSINESS WIRE|GLOBE ?NEWSWIRE|GlobeNewswire|AAP|Canadian Press)"
)

_PARTICLE = r"(?:de|del|della|der|den|di|du|da|dos|el|al|bin|ibn|la|le|van|von|ter|zu)"
_PERSON = rf"(?:(?:{_PARTICLE}|{UPPER}[\w’'.-]*)\s+){{1,4}}{UPPER}[\w’'-]*"
_AUTHOR = rf"(?:{AGENCY}(?: [Ss]taff)?|[Ss]taff(?: (?:[Ww]riter|[Rr]eporter)s?)?|{_PERSON})"
_PEOPLE = rf"(?:{_AUTHOR}(?:,\s+{_AUTHOR}){{0,5}},?(?:\s+(?:and|AND)|\s+&)\s+{_AUTHOR}|{_AUTHOR})"
_BYLINE = re.compile(
    r"(?:(?:[Ww]ritten |[Rr]eported |[Ww]ords )?(?:[Bb]y|BY):?\s+|(?:Author|Writer|Reporter)s?:\s+"
    r"|(?:Von|Par|Por|Di):?\s+)"
    rf"(?P<who>{_PEOPLE})(?P<rest>(?:\s*[,|•·–—(-]\s*.{{0,60}})?)$"
)
_BYLINE_ABROAD = re.compile(
    r"(?:بقلم|كتب|كتبت|تقرير)\s*:?\s+(?P<arabic>[\u0620-\u064a]+(?:\s+[\u0620-\u064a]+){1,3})"
    r"|(?:本报记者|记者|記者|作者|撰文|文)\s*[/:：丨| ]\s*"
    r"(?P<han>[\u4e00-\u9fff·]{2,6}(?:\s+[\u4e00-\u9fff·]{2,6}){0,3})"
)
# Headings such as "By the Numbers" begin like a byline and are none.
_NO_NAME = re.compile(
    r"\b(?:the|a|an|numbers|land|sea|air|design|default|accident|contrast|comparison|then|now|far|law|all|any|no"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_DESK_CREDIT = re.compile(
    r"\(?(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) (?:by|from) .{3,160}"
    rf"|(?:Source|Via)s?:\s+{AGENCY}|[—–-]{{1,2}}\s*{AGENCY}(?: Staff| News)?|{AGENCY}|\({AGENCY}\)"
    r"|[A-Z][^.!?]{2,80} contributed (?:to this (?:report|story|article)|reporting)"
    r"(?: from [A-Z][\w ,]{1,40})?)\.?\)?$"
)

_MINUTES = r"\d{1,3}[ -]?min(?:ute)?s?\.?"
_READING = rf"(?:Reading time:?\s*{_MINUTES}|{_MINUTES}\s+(?:read|reading time)\b|{_MINUTES}$)"
_TIME = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|AEST|AEDT|[+-]\d{2}:?\d{2})(?![A-Za-z])"
_LABEL = (
    r"(?:(?:First |Originally |Last |Article )?(?:published|posted|updated|modified|released|created|date)"
    r"(?: on| at)?\s*:?|on\b|at\b|à\b|um\b|a las\b"
    r"|(?:veröffentlicht|erschienen|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato"
    r"|发布时间|更新时间|(?:تاريخ )?النشر|نُ?شر|(?:آخر )?تحديث)(?: am| vom| le| el| il| في| يوم)?\s*[:：]?)"
)
_SEPARATOR = r"[\s,|•·–—/()-]+"
_PART = re.compile(
    rf"(?P<label>{_LABEL})|(?P<date>{WEEKDAY}?{WHOLE_DATE})|(?P<reading>{_READING})|(?P<time>{_TIME})|{_ZONE}|{WEEKDAY}"
    rf"|(?P<ago>\d{{1,2}} (?:minute|hour|day|week)s? ago)|{_SEPARATOR}",
    re.IGNORECASE,
)
_ONLY_MINUTES = re.compile(rf"{_MINUTES}$", re.IGNORECASE)
_PUBLISHER_FIRST = re.compile(
    rf"(?!{WEEKDAY}|(?i:{_LABEL}))(?P<publisher>{UPPER}[\w’'&. -]{{2,40}}?)"
    rf"\s*[,|•·–—-]\s*(?={WEEKDAY}?{WHOLE_DATE})"
)
# "Storm hits coast, 17 July 2025" begins like a publication line; only an outlet's name makes it one.
_OUTLET = re.compile(
    r"\b(?:Advertiser|Argus|BBC|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Express|Gazette|Globe"
    r"|Guardian|Herald|Independent|Journal|Magazine|Mail|Media|Mercury|Mirror|News|Observer|Online|Post|Press"
    r"|Record|Review|Standard|Star|Sun|Telegraph|Times|Today|Tribune|Weekly|Wire)\b|\.(?:com|org|net|news|co\.uk)$"
    rf"|^{AGENCY}$"
)
_SMALL = r"(?:der|die|das|des|für|und|am|im|le|la|les|de|du|et|el|y|del|di)"
# "Varner Tagblatt" and "Le Courrier de Varn", not "Die Presse schreibt".
_NAME_WORD = rf"(?:{_SMALL}|(?:[dl][’'])?{UPPER}[\w’'&.-]*)"
_SET_AS_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}")
_OUTLET_LINE = re.compile(
    rf"(?P<publisher>{UPPER}[\w’'&.-]*(?: (?:of |the )?{UPPER}[\w’'&.-]*){{0,4}})"
    rf"(?P<section>(?:\s*[|•·]\s*{UPPER}[\w &]{{1,30}}){{1,2}})?"
)
# "Tageskurier", and not "Zeitung".
_ONE_WORD = re.compile(
    rf"{UPPER}[a-zäöüß]{{2,}}(?:zeitung|blatt|anzeiger|kurier|bote|rundschau|nachrichten|post|presse)"
)
_GENERIC_NAME = re.compile(
    r"(?:Bad|Breaking|Business|Good|In|International|Latest|Local|More|National|Other|Our|Sports?|Top|UK|US|World)\b",
    re.IGNORECASE,
)
# "Opinion — Jane Doe, Harbour Post, 15 April 2024".
_SORT = (
    r"(?:(?:Opinion|Comment|Analysis|Column|Editorial|Kommentar|Analyse|Meinung|Opinión)[\s*_]*[|:•·–—-]\s*)?"
)
_SORT_OF = re.compile(rf"^{_SORT}")
# "Harbour Post, 15 April 2024. By Jane Doe, politics editor".
_DAY_AND_BYLINE = re.compile(
    rf"(?P<line>.{{2,60}}?{WHOLE_DATE})\s*[.,|•·–—-]\s+(?P<by>(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)\s.+)"
)
_SIGNATURE = re.compile(
    rf"{_SORT}(?P<who>{_PERSON})\s*[,|•·–—-]\s(?P<what>.{{2,60}}?)\s*[,|•·–—-]\s*{WEEKDAY}?{WHOLE_DATE}"
)

_BAR = re.compile(r"\s*[|•·]\s*")
_WHOLE_DAY = re.compile(rf"{WEEKDAY}?{WHOLE_DATE}", re.IGNORECASE)
_WHOLE_PERSON = re.compile(_PERSON)

_YEARS = r"(?:(?P<year>(?:19|20)\d{2})(?:\s*[-–]\s*(?:19|20)\d{2})?)"
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|(?i:copyright\b))\s*(?:©|\([cC]\))?\s*{_YEARS}?,?\s*(?:by\s+)?"
    rf"(?P<owner>{UPPER}[\w’'& -]{{2,50}}?(?:\b(?:Ltd|Inc|Co|Corp)\b)?)?[., ]*"
    rf"(?:{_YEARS.replace('<year>', '<late_year>')}[., ]*)?(?i:All rights reserved)?\.?$"
)
_PUBLISHED_BY = re.compile(
    rf"(?:Published by|Publisher:|Outlet:)\s+(?P<publisher>{UPPER}[\w’'&. -]{{2,40}})$"
)


@dataclass(frozen=True, slots=True)
class PublicationLine:
    """What a line consists of that tells when something was published, and maybe by whom.

    `timed` is true where it has one time of day.
    """

    labelled: bool
    updated: bool
    has_date: bool
    words_for_date: str
    timed: bool
    publisher: str | None


def _is_outlet(name: str) -> bool:
    """True for what has a word of papers and stations in it and, abroad, is set as a name."""
    known = _OUTLET.search(name) or (_SET_AS_NAME.fullmatch(name) and OUTLET.search(name))
    return known is not None


def byline(line: str) -> str | None:
    """The people that a byline names, without "By" and without what follows them; else None."""
    abroad = _BYLINE_ABROAD.fullmatch(line)
    if abroad is not None:
        return str(abroad["arabic"] or abroad["han"])
    found = _BYLINE.match(line)
    if found is None or _NO_NAME.search(found["who"]) or line.endswith(("!", "?")):
        return None
    rest = found["rest"].strip()
    # "By John Smith, 46, of Leeds." is prose; a role, a publisher or a date after the name is not.
    if rest.endswith(".") or len(line.split()) > 20:
        return None
    return found["who"].strip(" ,")


def byline_publisher(line: str) -> str | None:
    """The outlet that stands behind the name in a byline ("By Jane Doe, Harbour Post"), else None."""
    found = _BYLINE.match(line)
    behind = found["rest"].strip(" ,|•·–—()-") if found else ""
    return behind if _is_outlet(behind) and len(behind.split()) <= 5 else None


def outlet_line(line: str, *, credited: bool = False) -> str | None:
    """The outlet in a line that has nothing but its name, and maybe a section after a bar; else None.

    `credited` says that a byline or a day stands right above or below the line, and a headline above it.
    """
    found = _OUTLET_LINE.fullmatch(line)
    if found is None:
        return None
    name = found["publisher"].strip()
    if credited and _ONE_WORD.fullmatch(name):
        return name
    if not 2 <= len(name.split()) <= (4 if name.startswith("The ") else 3):
        return None
    if found["section"] is not None:
        return name if _OUTLET.search(name) else None
    # Without a section beside it, a name in mixed case could as well be a short headline.
    set_as_name = credited or name.isupper() or name.startswith("The ")
    last = name.split()[-1].title()
    called_so = _OUTLET.search(last) or (credited and OUTLET.fullmatch(last))
    return name if set_as_name and not _GENERIC_NAME.match(name) and called_so else None


def is_signature(line: str) -> bool:
    """True for a person, an outlet and a whole date in one line, parted by commas or bars."""
    return len(line.split()) <= 20 and (
        _SIGNATURE.fullmatch(line) is not None or barred(line) is not None or _dated_byline(line) is not None
    )


def signed(line: str) -> tuple[str, str] | None:
    """The person and the outlet in a line that is a signature with both; else None."""
    if (both := _dated_byline(line)) is not None:
        return both
    found = _SIGNATURE.fullmatch(line) if len(line.split()) <= 20 else None
    if found is None or _is_outlet(found["who"]):
        return barred(line)
    named = _is_outlet(found["what"]) and len(found["what"].split()) <= 5
    return (found["who"], found["what"]) if named else None


def _dated_byline(line: str) -> tuple[str, str] | None:
    """The person and the outlet in a line with an outlet, a day and a byline behind it; else None."""
    found = _DAY_AND_BYLINE.fullmatch(line)
    told = publication_line(found["line"]) if found else None
    who = byline(f"{found['by'][0].upper()}{found['by'][1:]}") if found else None
    return (who, told.publisher) if who and told and told.publisher else None


def barred(line: str) -> tuple[str, str] | None:
    """The person and the outlet in a line that has both and a day between bars, in any order; else None."""
    parts = [part.strip() for part in _BAR.split(_SORT_OF.sub("", line))]
    if len(parts) != 3:
        return None
    days = [part for part in parts if _WHOLE_DAY.fullmatch(part)]
    outlets = [part for part in parts if _is_outlet(part) and len(part.split()) <= 5]
    people = [part for part in parts if part not in (*days, *outlets) and _WHOLE_PERSON.fullmatch(part)]
    return (people[0], outlets[0]) if len(days) == len(outlets) == len(people) == 1 else None


def is_desk_credit(line: str) -> bool:
    """True for lines such as "(Reporting by …; editing by …)" and "Source: Reuters"."""
    return len(line) <= 240 and _DESK_CREDIT.match(line) is not None


def publication_line(line: str) -> PublicationLine | None:
    """What a line says about its publication, or None where it also says something else."""
    if len(line) > 160:
        return None
    publisher = _PUBLISHER_FIRST.match(line)
    if publisher and not _is_outlet(publisher["publisher"].strip()):
        return None
    at = publisher.end() if publisher else 0
    label, words, reading, times = "", "", False, 0
    while at < len(line):
        part = _PART.match(line, at)
        if part is None or part.end() == at:
            return None
        label = label or (part["label"] or "").lower()
        words = words or part["date"] or ""
        times += part["time"] is not None
        reading = reading or part["reading"] is not None or part["ago"] is not None
        at = part.end()
    if not (words or reading) or _ONLY_MINUTES.match(line):
        return None
    updated = any(
        word in label
        for word in ("updat", "modif", "aktual", "stand", "jour", "actual", "aggior", "更新", "تحديث")
    )
    labelled = len(label) > 2 or reading
    name = publisher["publisher"].strip() if publisher else None
    return PublicationLine(labelled, updated, bool(words), words, times == 1, name)


def without_reading_time(line: str) -> str:
    """The line without "6 min read"."""
    return re.sub(_READING, "", line, flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Copyright:
    """Who holds the copyright of a page, and for which year, as far as the line says so."""

    owner: str | None
    year: int | None


def copyright_line(line: str) -> Copyright | None:
    """What a copyright footer says, or None where the line is something else."""
    found = _COPYRIGHT.match(line) if len(line) <= 160 else None
    if found is None:
        return None
    year = found["year"] or found["late_year"]
    if line[:1].lower() == "c" and year is None and "©" not in line:
        return None
    return Copyright(owner=(found["owner"] or "").strip(" .,") or None, year=int(year) if year else None)


def published_by(line: str) -> str | None:
    """The publisher that a line such as "Published by The Harbour Post" names, else None."""
    found = _PUBLISHED_BY.match(line)
    return None if found is None else found["publisher"].strip()
