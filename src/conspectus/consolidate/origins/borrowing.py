"""Whose reporting an article passes on: the agency it credits, the outlet that most of it is taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from conspectus.model.article import Article, JunkReason
from conspectus.text.caseless import Caseless
from conspectus.text.outlets import OUTLET, key

RESTS = 0.33
"""Share (0–1) of an article's sentences said to be another outlet's from which all of it counts as that outlet's."""

_KNOWN = (
    r"Reuters|AFP|Agence France-Presse|dpa|Bloomberg|Xinhua|TASS|ANSA|EFE|Kyodo|Yonhap|UPI|Associated Press|PA Media|"
    r"Europa Press|Keystone-SDA|APA"
)
_NAME = r"[^\W\d_a-z][\w’'&.-]*(?: (?:(?:of|de|del|der|du|des|la) )?[^\W\d_a-z][\w’'&-]*){0,4}"
# Letters and a few signs in brackets, and the dash that ends a dateline: "(Reuters) -", "(Efe).-".
_CREDIT = re.compile(r"\((?P<agency>[A-Z][\w.&' -]{1,40})\)\s*\.?\s*[-–—:]")
# "Hohenfurt (dpa/lsw). Drei Menschen …": the German way.
_STOPPED = re.compile(
    r"^[^\W\d_a-z][\w.’/-]*(?: [\w.’/-]+){0,3},?\s\((?P<agency>[\w.&’ -]{2,40})(?:/[\w.&’ /-]{1,20})?\)"
    r"\s*[.:]?\s*[–—-]?\s"
    r"(?=[\"“„«]?[^\W\d_a-z])"
)
_SLASH = re.compile(
    rf"^[^\W\d_a-z][\w .-]{{1,40}}(?:,[^/]{{1,20}})?\s*/\s?(?P<agency>{_KNOWN})\s*/?\s*[-–—:]"
)
_SOURCE = re.compile(
    rf"^\W*(?:(?:Source|Via|Quelle|Fuente|Fonte|Agency|Agentur|Agencia|Text|Texto)\s*:\s*(?P<agency>{_NAME}|dpa)"
    rf"|(?P<bare>{_KNOWN}))\W*$"
)
_WITH = re.compile(
    r"^\W*(?:[Ww]ith (?:reporting|material|files) (?:by|from)|[Mm]it Material (?:von|der)|[Aa]vec|"
    rf"[Cc]on información de) (?:the )?(?P<agency>{_NAME}|dpa)\W*$"
)
# What agencies call themselves; a byline of this form is no person.
_AGENCY = re.compile(
    r"\b(?:wire|newswire|news agency|press agency|news service|press association|associated press|reuters|afp|"
    r"agence france-presse|dpa|bloomberg|xinhua|tass|ansa|efe|kyodo|yonhap|ap|pa media|upi|"
    r"agencia|agencias|agence|agenzia|nachrichtenagentur|presseagentur|europa press)\b",
    re.IGNORECASE,
)
_AGENCY_NAME = (
    rf"{_KNOWN}|(?:[A-Z]\w+ )+(?:Wire|Newswire|News Agency|Press Agency|News Service|Press)"
    r"|(?:Agencia|Agence|Agenzia) [A-Z]\w+"
)
# "…, according to Reuters": said at the start of an article it tells where all of it is from.
_BORROWED = re.compile(
    rf"\b(?:according to|reported by|as|by|laut|wie|selon|según|secondo)"
    r" (?:(?:the|die|der|das|la|l[’']|el|los) )?(?:news agency |Nachrichtenagentur |agencia |agence )?"
    rf"(?P<agency>{_AGENCY_NAME})\b"
)
_ARTICLE = r"(?:the|The|die|Die|der|Der|das|Das|dem|le|Le|la|La|les|el|El|il|Il|l[’'])"
_LEAN = re.compile(
    rf"\b(?:according to|reported (?:by|in)|told|cit(?:ing|ed by)|quoted by|published (?:by|in)|interview with|"
    rf"seen by|obtained by|laut|berichte?t|zufolge|gegenüber|Informationen|Bericht|schreibt|meldet|"
    rf"selon|rapporte|révèle|écrit|déclaré|confié|según|publica|publicó|informa|revela|secondo|riporta|rivela)"
    rf"(?: (?:by|in|to|a|à|au|von|im|in|an|der|des))?(?: {_ARTICLE})?"
    r"(?: (?:newspaper|paper|daily|weekly|Zeitung|journal|diario|periódico))?"
    rf" (?P<after>{_NAME})"
    rf"|(?:{_ARTICLE} )?(?P<before>{_NAME})(?: newspaper)?,? (?:reports|reported|has reported|has learned|revealed|"
    r"writes|wrote|says it|said it|berichtet|berichtete|meldet|schreibt|zufolge|rapporte|révèle|écrit|informa|"
    r"publicó|revela)\b"
)
_GOES_ON = Caseless(
    r"\b(?:the|that) (?:newspaper|paper|outlet|broadcaster|magazine|website|station|daily|weekly|report|agency)\b"
    r"|\b(?:die|der|dem|das) (?:Zeitung|Blatt|Sender|Magazin|Bericht|Agentur)\b"
    r"|\b(?:le|au) (?:journal|quotidien|média)\b"
    r"|\b(?:el|al) (?:diario|periódico|medio|rotativo)\b",
)
_OWN_VOICE = Caseless(
    r"\b(?:this (?:newspaper|paper|magazine|website|reporter|broadcaster)|told us|our (?:reporters?|correspondents?)|"
    r"dieser Zeitung|unserer (?:Zeitung|Redaktion)|este (?:diario|periódico|medio)|notre (?:journal|rédaction))\b",
)
_TOLD = re.compile(
    rf"\b(?:told|sagte|gegenüber|confié à|explicado a) (?:the |der |dem |au |la |el )?(?P<name>{_NAME})"
)
_OPENING = 2
_HEAD = 700
_STAFF = re.compile(r" (?:staff|newsroom|reporters|desk)$", re.IGNORECASE)


def wire_credit(
    article: Article, agencies: frozenset[str] = frozenset(), own: str | None = None
) -> str | None:
    """The agency that a byline, a dateline, a credit line or the opening names, or None where there is none.

    `agencies` are keys of names that other articles' datelines credit: a byline of such a name is no person. `own` is
    what the article's own outlet is called.
    """
    named = _STAFF.sub("", article.byline) if article.byline else None
    if named and (_AGENCY.search(named) or key(named) in agencies):
        return named
    if (credited := dateline_credit(article)) is not None:
        return credited
    people = bool(named) and not OUTLET.search(named or "")
    for line in _lines(article):
        if (source := _SOURCE.match(line)) is not None:
            return source["agency"] or source["bare"]
        # What an agency added to the work of named people is not all of it.
        if (
            (helped := _WITH.match(line)) is not None
            and not people
            and _is_agency(helped["agency"], agencies)
        ):
            return str(helped["agency"])
    for sentence in article.body[:_OPENING]:
        if (borrowed := _BORROWED.search(article.sentence_text(sentence))) is not None:
            return None if _own_voice(article, own) else borrowed["agency"]
    return None


def dateline_credit(article: Article) -> str | None:
    """The agency in brackets before the dash of a dateline: nobody else stands there."""
    heads = [junk.span.of(article.text) for junk in article.junk if junk.reason is JunkReason.DATELINE]
    heads += [article.sentence_text(sentence)[:120] for sentence in article.body[:2]]
    # A dateline with a full stop can look like a sentence of its own.
    heads += [line[:120] for line in article.text[:_HEAD].splitlines()]
    for head in heads:
        if (credit := _CREDIT.search(head) or _SLASH.search(head) or _STOPPED.match(head)) is not None:
            return str(credit["agency"]).strip()
    return None


def lender(article: Article, outlets: Mapping[str, str], own: str | None = None) -> str | None:
    """The outlet that most of the article is said to be taken from, None where it reports itself.

    `outlets` are names by key of the outlets whose articles are at hand, the article's own left out; others count
    where their names say that they are newspapers or stations. The name of one at hand is given as it is there.
    """
    said: dict[str, int] = {}
    current: str | None = None
    opened: str | None = None
    sentences = [article.sentence_text(sentence) for sentence in article.body]
    for index, text in enumerate(sentences):
        named = next(_named(text, outlets), None)
        if named is not None:
            current = named
            opened = named if index == 0 else opened
        elif current is None or not _GOES_ON.search(text):
            continue
        said[current] = said.get(current, 0) + 1
    if not said or _own_voice(article, own):
        return None
    most = max(said, key=lambda name: said[name])
    return most if said[most] >= RESTS * len(sentences) or (opened == most and said[most] > 1) else None


def _named(text: str, outlets: Mapping[str, str]) -> Iterator[str]:
    """The outlets that the sentence says its news is from."""
    for found in _LEAN.finditer(text):
        name = (found["after"] or found["before"]).strip(" .’'")
        if (known := _known(name, outlets)) is not None:
            yield known
        elif OUTLET.search(name) and len(name.split()) > 1:
            yield name


def _known(name: str, outlets: Mapping[str, str]) -> str | None:
    """The outlet at hand that is called so, in full or by a part that no other of them has."""
    folded = key(name)
    if folded in outlets:
        return outlets[folded]
    words = {key(word) for word in name.split()} - {""}
    having = [
        full
        for full in outlets.values()
        if words <= {key(word) for word in full.split()} and OUTLET.search(name)
    ]
    return having[0] if len(having) == 1 else None


def _own_voice(article: Article, own: str | None) -> bool:
    """True where the article says that somebody spoke to its own people."""
    names = {key(word) for word in (own or "").split()}
    for sentence in article.body:
        text = article.sentence_text(sentence)
        if _OWN_VOICE.search(text):
            return True
        for told in _TOLD.finditer(text):
            if {key(word) for word in told["name"].split()} <= names:
                return True
    return False


def _is_agency(name: str, agencies: frozenset[str]) -> bool:
    return _AGENCY.search(name) is not None or key(name) in agencies


def _lines(article: Article) -> Sequence[str]:
    lines = [line.strip(" \t*_#>()[]") for line in article.text.splitlines() if line.strip()]
    return [line for line in (*lines[:4], *lines[-3:]) if len(line) <= 80]
