"""What can be checked of a translation without knowing either language's grammar.

Numbers, months and weekdays, names where capitals show them in both languages, and whether anything is denied: each in
both directions, for a translation must neither add nor drop. What is right and refused here stays in the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

import regex

from conspectus.text.language import detect_language
from conspectus.text.normalise import fold
from conspectus.verification.foreign import CAPITALS_ARE_NAMES, NEGATIONS
from conspectus.verification.foreign_days import names_of_days
from conspectus.verification.foreign_numbers import values
from conspectus.verification.verdict import Mismatch, MismatchKind, Verdict

Checked = Literal["numbers", "dates", "names", "negation"]

_COUNTS: Final = frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))
"""Languages whose number words are read."""
_UNSPACED: Final = frozenset(("zh", "ja", "th"))
"""Languages in which a month or weekday can't be found as a word."""
_LONGEST: Final = 2.5
_SLACK: Final = 60
_SMALL: Final = 3
_HALF_NAME: Final = 4
_CLOCK = re.compile(r"(?<!\d)(?:(\d{1,2})\.(\d{2})(?= Uhr| h\b)|(\d{1,2})h(\d{2})\b)")
_SENTENCE_START = regex.compile(r"(?:^|[.!?:…]\s+|[“„«\"‘(\[]\s*)$")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*")
_CONTRACTED = re.compile(r"\b(?:ca|wo|sha)?n['’]t\b|n['’]t\b", re.IGNORECASE)
# What English writes with a capital and others don't, and forms of address, which are translated.
_NO_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "i mr mrs ms dr sir mayor president minister chancellor prime judge professor king queen prince princess pope "
        "bishop general colonel captain senator governor lord saint st monsieur madame mme señor señora sr sra don",
    )
)
_ABBREVIATIONS: Final = tuple(
    frozenset(group.split())
    for group in ("eu ue", "un uno onu", "nato otan", "us usa eeuu eua", "uk gb", "who oms", "aids sida")
)


def checked(mine: str, theirs: str) -> tuple[Checked, ...]:
    """What `examine_translation` compares between these two languages, in the order in which it is told."""
    found: list[Checked] = ["numbers"]
    if names_of_days(mine) and names_of_days(theirs) and _UNSPACED.isdisjoint((mine, theirs)):
        found.append("dates")
    if _latin(mine) and _latin(theirs) and not {mine, theirs}.isdisjoint(CAPITALS_ARE_NAMES):
        found.append("names")
    if mine in NEGATIONS and theirs in NEGATIONS:
        found.append("negation")
    return tuple(found)


def examine_translation(translation: str, original: str, *, mine: str, theirs: str) -> Verdict:
    """The verdict on a translation into `mine` of a sentence in `theirs` (ISO 639-1)."""
    new, old = fold(translation).text, fold(original).text
    reasons: list[Mismatch] = []
    if not new.strip():
        reasons.append(_fault(MismatchKind.CONTENT, new, "The translation is empty."))
    if detect_language(new) not in (None, mine):
        reasons.append(_fault(MismatchKind.CONTENT, new, "The translation is in another language."))
    if len(new) > _LONGEST * len(old) + _SLACK:
        reasons.append(_fault(MismatchKind.CONTENT, new, "The translation says more than the original."))
    what = checked(mine, theirs)
    for kind, check in _CHECKS.items():
        if kind in what:
            reasons += check(new, old, mine, theirs)
    return Verdict(reasons=tuple(reasons))


def _numbers(new: str, old: str, mine: str, theirs: str) -> Iterator[Mismatch]:
    added, dropped = _values(new, mine), _values(old, theirs)
    for value, words in added.items():
        if value not in dropped:
            yield _added(MismatchKind.NUMBER, words)
    for value, words in dropped.items():
        if value not in added:
            yield _dropped(MismatchKind.NUMBER, words)


def _values(text: str, language: str) -> dict[Decimal, str]:
    # "20.30 Uhr", "20h30" and "20:30" are one time of day, and a full hour's zeros are no number of their own.
    timed = _CLOCK.sub(lambda at: f"{at[1] or at[3]}:{at[2] or at[4]}", text).replace(":00", "")
    read = values(timed, language, in_words=language in _COUNTS)
    # One and two are articles and pronouns as well, so that only their digits can be told.
    return {
        value: words for value, words in read.items() if value >= _SMALL or words[:1].isdigit() or value % 1
    }


def _dates(new: str, old: str, mine: str, theirs: str) -> Iterator[Mismatch]:
    added, dropped = _calendar(new, mine), _calendar(old, theirs)
    for meant, word in added.items():
        if meant not in dropped:
            yield _added(MismatchKind.DATE, word)
    for meant, word in dropped.items():
        if meant not in added:
            yield _dropped(MismatchKind.DATE, word)


def _calendar(text: str, language: str) -> dict[tuple[str, int], str]:
    """Months and weekdays with the words for them; in English "may" and "march" are none without a capital."""
    names = names_of_days(language)
    return {
        names[word.lower()]: word
        for word in _WORD.findall(text)
        if word.lower() in names and (language != "en" or word[0].isupper())
    }


def _names(new: str, old: str, mine: str, theirs: str) -> Iterator[Mismatch]:
    if mine in CAPITALS_ARE_NAMES:
        there = _known(old)
        for word in _capitals(new, mine):
            if not _is_among(word, there, mine, theirs):
                yield _added(MismatchKind.NAME, word)
    if theirs in CAPITALS_ARE_NAMES:
        here = _known(new)
        for word in _capitals(old, theirs):
            if not _is_among(word, here, theirs, mine):
                yield _dropped(MismatchKind.NAME, word)


def _capitals(text: str, language: str) -> Iterator[str]:
    """Words with a capital that no sentence's start gives them, and that are no address, month or weekday."""
    for match in _WORD.finditer(text):
        word = match[0]
        if not word[0].isupper() or _SENTENCE_START.search(text[: match.start()]):
            continue
        if word.lower() in _NO_NAMES or _calendar(word, language):
            continue
        yield word


def _known(text: str) -> frozenset[str]:
    return frozenset(
        _plain(part) for word in _WORD.findall(text) for part in (word, *re.split("[-’']", word))
    )


def _is_among(word: str, others: frozenset[str], language: str, their_language: str) -> bool:
    """True where the other sentence has the name: as it is, inflected, or as its language calls that country."""
    parts = [_plain(part) for part in re.split("[-’']", word) if len(part) > 1] or [_plain(word)]
    return all(_has(part, others, language, their_language) for part in parts)


def _has(word: str, others: frozenset[str], language: str, their_language: str) -> bool:
    if any(_alike(word, other) for other in others):
        return True
    if any(word in group and not group.isdisjoint(others) for group in _ABBREVIATIONS):
        return True
    return any(
        _alike(word, name) and any(_alike(theirs, other) for other in others)
        for name, theirs in _countries(language, their_language)
    )


def _alike(one: str, other: str) -> bool:
    """True for one word, or two that begin alike for long enough to be forms of one name."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return (
        shorter >= _HALF_NAME and one[: max(_HALF_NAME, shorter - 2)] == other[: max(_HALF_NAME, shorter - 2)]
    )


@lru_cache(maxsize=16)
def _countries(language: str, other: str) -> tuple[tuple[str, str], ...]:
    """The names of countries in two languages, word by word where they have several."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # a quarter of a second that few runs need

    try:
        mine, theirs = Locale(language).territories, Locale(other).territories
    except UnknownLocaleError:
        return ()
    return tuple(
        (_plain(word), _plain(there))
        for code, name in mine.items()
        if code.isalpha() and code in theirs
        for word in _WORD.findall(name)
        for there in _WORD.findall(theirs[code])
        if len(word) >= _HALF_NAME and len(there) >= _HALF_NAME
    )


def _negation(new: str, old: str, mine: str, theirs: str) -> Iterator[Mismatch]:
    denies, denied = _denies(new, mine), _denies(old, theirs)
    if denies and not denied:
        yield _fault(MismatchKind.NEGATION, new, "The translation denies what the original says.")
    if denied and not denies:
        yield _fault(MismatchKind.NEGATION, new, "The translation leaves out a “not”.")


def _denies(text: str, language: str) -> bool:
    if language in ("zh", "ja"):
        return not NEGATIONS[language].isdisjoint(text)
    plain = _CONTRACTED.sub(" not ", text) if language == "en" else text
    found = {part for word in _WORD.findall(plain.lower()) for part in (word, *re.split("[-’']", word))}
    return not NEGATIONS[language].isdisjoint(found)


_CHECKS: Final[dict[Checked, Callable[[str, str, str, str], Iterator[Mismatch]]]] = {
    "numbers": _numbers,
    "dates": _dates,
    "names": _names,
    "negation": _negation,
}


def _latin(language: str) -> bool:
    return language not in (
        "ar",
        "be",
        "el",
        "fa",
        "he",
        "hi",
        "ja",
        "ko",
        "ru",
        "sr",
        "th",
        "uk",
        "ur",
        "zh",
    )


def _plain(word: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign)
    )


def _added(kind: MismatchKind, words: str) -> Mismatch:
    return _fault(kind, words, f"The translation says “{words}”, which the original does not.")


def _dropped(kind: MismatchKind, words: str) -> Mismatch:
    return _fault(kind, words, f"The translation leaves out “{words}”.")


def _fault(kind: MismatchKind, words: str, message: str) -> Mismatch:
    return Mismatch(kind=kind, in_claim=words, message=message)
