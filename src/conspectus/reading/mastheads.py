"""The lines at the very top of a text that say which paper or station it is from, and of which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.model.article import Span
from conspectus.reading.credits import (
    byline,
    publication_line,
)
from conspectus.reading.datelines import dateline, names_agency
from conspectus.reading.dates import whole_dates
from conspectus.reading.furniture import plain
from conspectus.text.outlets import OUTLET
from conspectus.text.sentences import is_headline

_MOST_LINES = 4
_LONGEST_NAME = 6
_LONGEST_HEADLINE = 20
_SURE_HEADLINE = 12
_MOST_BESIDE_DAY = 8
_LONGEST_LINE = 160
_NAME_HEADLINE_CREDIT = 3
_FEWEST_OF_A_HEADLINE = 3
_SEPARATOR = re.compile(r"\s*(?:[|•·]|,\s|\s/\s|\s[–—-]\s)\s*")
_WORD = re.compile(r"[\w’'.&-]+")
_SMALL = frozenset(
    (
        *("the", "of", "and", "for", "in", "on", "at", "an", "a"),
        *("der", "die", "das", "des", "und", "von", "für", "im"),
        *("de", "del", "la", "las", "los", "el", "y", "e", "le", "les", "du", "et", "di", "da", "do", "dos"),
    )
)
_ELIDED = re.compile(r"^[ld]['’]")
_SITE = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|news|info|example|co\.\w\w|[a-z]{2})$", re.IGNORECASE
)
# With its kind first, but for an article, or last: "Le Courrier de Varn", "Varner Tagblatt".
_CALLED_SO = re.compile(rf"^(?:\w{{2,3}}\s)?{OUTLET.pattern}|{OUTLET.pattern}$", re.IGNORECASE)
# What stands above an article and is nobody's name.
_LABEL = re.compile(
    r"(?:breaking|update[ds]?|flash|live|exclusive|opinion|analysis|comment|editorial|feature|report|news|latest"
    r"|in brief|(?:press|media) release|for (?:immediate release|publication)|statement|interview|correction|business"
    r"|politics|sports?|world|local|markets?|eilmeldung|exklusiv|kommentar|analyse|politik|wirtschaft|panorama"
    r"|pressemitteilung|avance|última hora|urgente|exclusiva|comunicado|nota de prensa|alerte|urgent"
    r"|communiqué(?: de presse)?|exclusif|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:morning|evening|sunday|online|print|late) edition)\b"
    r"(?: news\b)?\W*$",
    re.IGNORECASE,
)
# Set in capitals as names, and not shouted.
_INITIALS = re.compile(
    r"[^AEIOUYÄÖÜÉÈÁÍÓÚ]+$|(?:ABC|AFP|AP|ARD|BBC|EFE|FM|ORF|RAI|SRF|TVE|UPI|USA|UK|EU|AM)$"
)


@dataclass(frozen=True)
class Masthead:
    """How many lines the masthead has, the outlet's name, and the words that tell the day, where they do."""

    lines: int
    name: str
    day: str | None


def masthead(text: str, spans: Sequence[Span], head: int) -> Masthead | None:
    """What the first lines say, if they are a masthead: a name, with a day beside or below it, and a text after that.

    `spans` are the text's lines; `head` of them stand above its first line of prose. The masthead ends at the first
    empty line, or behind a day that stands alone below that. Where no headline follows, only what is called as papers
    and stations are is a masthead: it could as well be a headline with its day. Above a headline that has its byline
    or day below it, an outlet's name needs no day.
    """
    return _parted_off(text, spans, head) or _on_top(text, spans, head)


def _parted_off(text: str, spans: Sequence[Span], head: int) -> Masthead | None:
    count = _block(text, spans, 0)
    if not 0 < count < len(spans) or count > max(head, 1):
        return None
    if any(span.end - span.start > _LONGEST_LINE for span in spans[:count]):
        return None
    name, *beside = _SEPARATOR.split(plain(spans[0].of(text)))
    name = name.strip(" .:*#")
    if not is_name(name) or is_label(name):
        return None
    if not any(True for span in spans[:count] for _ in whole_dates(span.of(text))):
        short = _block(text, spans, count) == 1 and spans[count].end - spans[count].start <= _LONGEST_LINE
        dated = short and any(True for _ in whole_dates(spans[count].of(text)))
        count += 1 if dated and len(spans[count].of(text).split()) <= _MOST_BESIDE_DAY else 0
    lines = [plain(span.of(text)) for span in spans[:count]]
    # "8. März 2026" begins as items of a list do.
    days = [words for span in spans[:count] for _, words in whole_dates(span.of(text))]
    outlet = OUTLET.search(name) is not None or _SITE.match(name) is not None
    signed = any(byline(line) for line in lines[1:])
    # "The Barge Post Is Closed / By Ada Finch" is a headline with its byline.
    if (signed and not _CALLED_SO.search(name)) or len({*days}) > 1:
        return None
    below = headline_below(text, spans, count)
    # A short first sentence stands alone too; what is a paper's for sure has a headline below it.
    headed = below is not None and (is_headline(below.rstrip("?!")) or outlet or spans[0].of(text).isupper())
    # A headline in the block itself, between name and day, is none of the masthead's lines.
    if signed and not headed:
        return None
    whole = (
        headed or count == 1 or all(any(True for _ in whole_dates(span.of(text))) for span in spans[1:count])
    )
    # A headline with its byline below it leaves little else that a name above both could be.
    credited = outlet and headed and count == 1 and _is_credit(text, spans, 2)
    if not whole or not (days or credited or (outlet and beside)) or not (outlet or headed):
        return None
    return Masthead(count, settled(name), days[0] if days else None)


def _on_top(text: str, spans: Sequence[Span], head: int) -> Masthead | None:
    """An outlet's name right above a headline that has its byline or day right below it, with no line left free."""
    count = _block(text, spans, 0)
    if not _NAME_HEADLINE_CREDIT <= count <= max(head, 1) or count == len(spans):
        return None
    lines = [span.of(text).strip() for span in spans[:count]]
    name, headline = (plain(line) for line in lines[:2])
    headed = _FEWEST_OF_A_HEADLINE <= len(headline.split()) <= _LONGEST_HEADLINE and is_headline(
        headline.rstrip("?!")
    )
    if not is_name(name) or OUTLET.search(name) is None or not headed or _credit(headline):
        return None
    # "11. November 2026" begins as items of a list do.
    credited = all(_credit(plain(line)) or _credit(line) for line in lines[2:])
    return Masthead(1, settled(name), None) if credited else None


def _credit(line: str) -> bool:
    return byline(line) is not None or publication_line(line) is not None


def _is_credit(text: str, spans: Sequence[Span], at: int) -> bool:
    """True where the line at `at` tells who wrote what is below it, or when, or begins as an agency's does."""
    line = plain(spans[at].of(text)) if at < len(spans) - 1 else ""
    begins = dateline(line)
    return _credit(line) or (begins is not None and names_agency(begins))


def is_label(line: str) -> bool:
    """True for what stands above an article and is nobody's name: "FOR IMMEDIATE RELEASE", "Breaking news"."""
    return _LABEL.match(line) is not None


def headline_below(text: str, spans: Sequence[Span], at: int) -> str | None:
    """The line at `at` where it stands as headlines do: short, no byline, an empty line above it and a text below.

    It may end as a sentence does.
    """
    if not 0 < at < len(spans) - 1 or not _parted(text, spans[at - 1], spans[at]):
        return None
    line = " ".join(plain(spans[at].of(text)).split())
    count = len(line.split())
    if byline(line) is not None or not 2 <= count <= _LONGEST_HEADLINE:
        return None
    # What is longer and ends as a sentence is rather the text's first.
    return line if is_headline(line) or count <= _SURE_HEADLINE else None


def settled(name: str) -> str:
    """The name, not shouted: "THE NORREYS MIRROR" → "The Norreys Mirror"; initials stay as they are."""
    if _SITE.match(name) or not name.isupper():
        return name
    words = name.split()
    return " ".join(
        word.lower()
        if index and word.casefold() in _SMALL
        else word
        if _INITIALS.match(word) and word.casefold() not in _SMALL
        else word.capitalize()
        for index, word in enumerate(words)
    )


def _block(text: str, spans: Sequence[Span], start: int) -> int:
    """How many lines there are from `start` to the first empty one, `_MOST_LINES` at the most; else 0."""
    for index in range(start, min(start + _MOST_LINES, len(spans) - 1)):
        if _parted(text, spans[index], spans[index + 1]):
            return index + 1 - start
    return 0


def _parted(text: str, first: Span, second: Span) -> bool:
    return text[first.end : second.start].count("\n") > 1


def is_name(text: str) -> bool:
    """True for a few words with capitals, or a site's host."""
    if _SITE.match(text):
        return True
    words = text.split()
    return (
        0 < len(words) <= _LONGEST_NAME
        and all(_WORD.fullmatch(word) for word in words)
        and any(char.isalpha() for char in words[0])
        and all(
            _ELIDED.sub("", word)[:1].isupper()
            or word[0].isdigit()
            or word == "&"
            or word.casefold() in _SMALL
            for word in words
        )
        and not any(True for _ in whole_dates(text))
    )
