"""Who published an article, as its own lines tell: masthead, byline, footer, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.article import Article, JunkReason, Role
from conspectus.text.outlets import OUTLET, key

_LINES = 4
_TAIL = 3
_TAIL_LENGTH = 160
_LONGEST_NAME = 6
_FEWEST_LETTERS = 4
_MOST_NAMES = 4
_PART = re.compile(r"\s*(?:[|•·,/:]|\s[–—-]\s|\bfor\b|\bof\b|\bvon\b|\bde\b|\bpour\b|\bpara\b)\s*")
_SEPARATOR = re.compile(r"\s*(?:[|•·]|,\s|\s[–—-]\s)\s*")
_DAY = re.compile(r"\b(?:19|20)\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'&.-]*(?: [\w’'&.-]+){0,5}")
# What stands above an article and is nobody's name.
_LABEL = re.compile(
    r"(?:breaking|update|updated|flash|live|exclusive|opinion|analysis|comment|editorial|feature|report|news|latest|"
    r"press release|for immediate release|statement|interview|correction|business|politics|sports?|world|local|"
    r"eilmeldung|exklusiv|kommentar|analyse|politik|wirtschaft|panorama|pressemitteilung|nachrichten|"
    r"avance|última hora|urgente|exclusiva|comunicado|nota de prensa|alerte|urgent|communiqué(?: de presse)?|exclusif)"
    r"(?: news)?\W*",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff|reporters?|newsroom|writers?|correspondents?|editors?|desk|redaktion|redaktionsteam|redacción|"
    r"rédaction|la rédaction|redazione|the|our)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\.(?:example|com|org|net|news)$| (?:newsroom|staff|reporters|redaktion|redacción|rédaction)$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:©|\([cC]\)|\b(?:[Cc]opyright|[Pp]ublished by|[Pp]art of|[Hh]erausgegeben von|[Pp]ublié par|[Ee]ditado por))"
    r"\s*(?:(?:19|20)\d{2}(?:\s*[–-]\s*(?:19|20)\d{2})?,?\s*)?(?:by |the |der |die |das |le |la |el )?"
    r"(?P<name>[^\W\d_a-z][\w’'&-]*(?: [\w’'&-]+){0,4})"
)
# "The Echo is a title of Lend Media", "Infonoria es un medio del Grupo Litoral".
_BELONGS = re.compile(
    r"\b(?:is|ist|est|es|è) (?:a|an|one|part|ein|eine|un|une|una|uno|parte)\b[^.]{0,40}?"
    r"\b(?:of|von|der|des|du|de|del|della|di)\b (?:the )?"
    r"(?P<name>[^\W\d_a-z][\w’'&-]*(?: [^\W\d_a-z][\w’'&-]*){1,4})\s*\.?$"
)
_SUBSCRIBE = r"\b(?:[Ss]ubscribe to|[Aa]bonnieren Sie|[Aa]bonnez-vous (?:à|au)|[Ss]uscr[ií]b(?:ete|ase) a)"
_EXPLAINED = re.compile(
    r",\s(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'&.-]*(?: [^\W\d_a-zß-öø-ÿ][\w’'&.-]*){0,3})\s?[:,(–—-]\s?"
    r"(?:the|an?|das|die|der|eine?|l[ae]|une?|el|una) [^.,;:()]{0,40}\b(?:daily|weekly|monthly|newspaper|newsletter|"
    r"magazine|magazin|journal|broadcaster|news (?:site|agency)|\w*zeitung|quotidien|hebdomadaire|diario|"
    r"semanario|revista)\b"
)
_TITLE_OF = re.compile(r"^(?:an? )| (?:title|publication|company|newspaper|production)$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\b(?:read|share|related|subscribe|newsletter|comments?|more|follow|advertisement|print|copyright|reserved|contact|"
    r"home|top|most|back|next|previous|photos?|video|gallery|ends?|teilen|mehr|anzeige|partager|compartir)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_HOST = re.compile(r"(?:https?://|www\.)(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})
_HOSTERS = frozenset(
    str.split("gmail outlook hotmail yahoo proton icloud gmx twitter facebook instagram youtube")
)


@dataclass(frozen=True)
class House:
    """Names that an article has for its publisher, folded by `key`.

    `name` is the one to show, None where there is none. `strong` are names that stand where a publisher's does;
    `weak` ones may be something else, and tell only where another article is known to be of a publisher of that
    name. `authors` are the people of the byline.
    """

    name: str | None
    strong: frozenset[str]
    weak: frozenset[str]
    authors: frozenset[str]


def house(article: Article) -> House:
    """What the article's metadata and its own lines say of its publisher; what is stated in metadata comes first."""
    lines, head = _edges(article)
    tail = [line for line in lines[-_TAIL:] if len(line) <= _TAIL_LENGTH]
    mastheads = list(_mastheads(lines, head, article))
    stated = _ENDING.sub("", article.publisher) if article.publisher else None
    if not stated and not mastheads:
        mastheads = list(filter(None, (_fronted(article), _explained(article))))
    named = stated or next(iter(mastheads), None)
    strong = [stated] if stated else mastheads
    strong += [name for line in lines[-1:] if (name := _signed(line, article))]
    strong += [
        found["name"] for line in tail for found in (_OWNER.search(line), _BELONGS.search(line)) if found
    ]
    weak = () if article.publisher else (*_weak(article, head, tail),)
    return House(name=named, strong=_keys(strong), weak=_keys(weak), authors=_authors(article))


def _keys(names: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(found for name in names if len(found := key(name)) >= _FEWEST_LETTERS)


def _edges(article: Article) -> tuple[list[str], list[str]]:
    """The lines of the text, and those of them that stand above the title or the body."""
    start = max((junk.span.end for junk in article.junk if junk.reason is JunkReason.FRONT_MATTER), default=0)
    lines = [line.strip(" \t*_#>-") for line in article.text[start:].splitlines()]
    lines = [line for line in lines if line]
    title = article.title or ""
    head: list[str] = []
    for index, line in enumerate(lines[:_LINES]):
        # A masthead in mixed case was perhaps taken for the title; below its day the real headline follows.
        if title and key(line) == key(title) and not (index == 0 and _tops(lines, article)):
            break
        head.append(line)
    return lines, head


def _tops(lines: list[str], article: Article) -> bool:
    """True where the first line stands above a day of publication, and is an outlet's name or has a heading below."""
    days = [index for index in (0, 1, 2) if index < len(lines) and _DAY.search(lines[index])]
    headings = {
        key(article.sentence_text(sentence))
        for sentence in article.sentences
        if sentence.role is Role.HEADING
    }
    below = lines[days[0] + 1 : days[0] + 3] if days else []
    return bool(days) and (
        OUTLET.search(lines[0]) is not None or any(key(line) in headings for line in below)
    )


def _mastheads(lines: list[str], head: list[str], article: Article) -> Iterator[str]:
    """Names at the very top that stand with a day of publication, or that say that they are an outlet's."""
    for index, line in enumerate(head[:2]):
        parts = _SEPARATOR.split(line)
        name = parts[0].strip(" .:")
        if _LABEL.fullmatch(name) or not _is_name(name) or (article.byline and name in article.byline):
            continue
        below = " ".join(line for line in lines[index + 1 : index + 3] if len(line) <= _TAIL_LENGTH)
        dated = index == 0 and (_DAY.search(line) or _DAY.search(below))
        alone = len(parts) > 1 or len(line.split()) <= _LONGEST_NAME
        # "According to Sandel News, the weir …" is a sentence, whatever its first words look like.
        called = len(line.split()) <= 2 * _LONGEST_NAME and OUTLET.search(name)
        if alone and (dated or (called and (name.isupper() or _is_capitalised(name)))):
            yield _ENDING.sub("", name)
            return


def _is_name(text: str) -> bool:
    return (
        _NAME.fullmatch(text) is not None
        and not _DAY.search(text)
        and not re.fullmatch(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", text, re.IGNORECASE)
        and len(text.split()) <= _LONGEST_NAME
    )


def _is_capitalised(text: str) -> bool:
    return all(word[0].isupper() or len(word) <= 3 for word in text.split())


def _fronted(article: Article) -> str | None:
    """The name in front of the headline, where the text asks its readers to subscribe to that very name."""
    name, colon, _ = (article.title or "").partition(": ")
    if not colon or not _is_name(name) or _LABEL.fullmatch(name):
        return None
    return name if re.search(rf"{_SUBSCRIBE} {re.escape(name)}(?![\w’'-])", article.text) else None


def _explained(article: Article) -> str | None:
    """The name that a byline explains: "Jane Doe, Stallholder: the market traders' weekly"."""
    credits = [junk.span.of(article.text) for junk in article.junk if junk.reason is JunkReason.BYLINE]
    found = (_EXPLAINED.search(line) for line in credits)
    return next((each["name"] for each in found if each and not _STAFF.search(each["name"])), None)


def _signed(line: str, article: Article) -> str | None:
    """The name that is all there is in the last line: "A LEND MEDIA TITLE", "Lend Media"."""
    name = _TITLE_OF.sub("", line).strip(" .")
    shouted = name.isupper() and name != line.strip(" .")
    if _LABEL.fullmatch(name) or _FURNITURE.search(name) or not _is_name(name) or name == article.byline:
        return None
    return name if 1 < len(name.split()) <= _LONGEST_NAME and (shouted or _is_capitalised(name)) else None


def _weak(article: Article, head: list[str], tail: list[str]) -> Iterator[str]:
    for line in (*head, *tail):
        if len(line.split()) <= 2 * _LONGEST_NAME:
            yield line
            yield from _SEPARATOR.split(line)
    credits = [junk.span.of(article.text) for junk in article.junk if junk.reason is JunkReason.BYLINE]
    for line in filter(None, (article.byline, *credits)):
        bare = _STAFF.sub(" ", line)
        yield bare
        yield from _PART.split(bare)
    for line in (*head, *tail, *credits):
        for found in (*_MAIL.finditer(line), *_HOST.finditer(line)):
            yield from _label(found["host"])
    if article.url and (address := _HOST.match(article.url)):
        yield from _label(address["host"])


def _label(host: str) -> Iterator[str]:
    """What stands before the ending of a host: "www.norreysmirror.co.uk" → "norreysmirror"."""
    labels = host.casefold().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    if labels and labels[-1] not in _HOSTERS:
        yield labels[-1].replace("-", "")


def _authors(article: Article) -> frozenset[str]:
    """The people of the byline, as keys; a single word is no full name."""
    parts = re.split(r",| and | und | et | y | & ", article.byline or "")
    people = [part for part in parts if not _STAFF.search(part) and not OUTLET.search(part)]
    return frozenset(key(part) for part in people if 1 < len(part.split()) <= _MOST_NAMES)
