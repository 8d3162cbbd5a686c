"""Words that tell two things of one name apart: the harbour plan and the school plan, the first half and the second."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from conspectus.caching import WHILE_COMPARED, kept
from conspectus.consolidate.language.senses import keys, language_of
from conspectus.text.caseless import Caseless
from conspectus.text.facts.words import STOP_WORDS, stem

_WORD = re.compile(r"[^\W\d_](?:[\w-]|[’'](?=\w{2}))*|\d+|[.,;:()–—]")
# "Dépenses de fonctionnement", "the number of pupils".
_OF = frozenset(("of", "de", "du", "des", "del", "di", "da", "do"))
_PART = re.compile(
    r"\b(?P<order>first|second|third|fourth|fifth|opening|closing|final|last|upper|lower)[ -](?P<noun>[a-z]{3,})",
    re.IGNORECASE,
)
# "Phase two", "round 3": of something that comes in numbers.
_NUMBERED = re.compile(
    r"\b(?P<noun>phase|round|stage|part|line|unit|block|section|division|leg|heat|volume) "
    r"(?P<order>one|two|three|four|five|six|\d{1,2}|[IV]{1,3}|[A-F])\b"
)
_STRETCHES = dict.fromkeys(("half", "quarter", "trimester", "semester", "term"), "stretch")
_NO_PART = frozenset(str.split("time times week month year night day morning evening minute moment season"))
_ALONE = Caseless(
    r"\b(?:alone|itself|including|excluding|not counting|counting only|allein|ohne|einschließlich|inklusive|y compris|"
    r"sans compter|sumando|incluyendo|incluid[oa]s|sin contar)\b",
)
_WHOLE = Caseless(
    r"\b(?:across (?:all|(?:the )?(?:whole |entire )?(?:country|county|state|region|nation|city|province|valley|"
    r"basin|island|district|continent|world))|taken together|combined|nationwide|worldwide|landesweit|bundesweit)\b",
)
_EACH = Caseless(
    r"\b(?:each|average|median|per (?:head|person|share|capita|household|customer)|par habitant|je Einwohner|"
    r"por habitante)\b",
)

_EVERY = Caseless(
    rf"{_EACH.pattern}|\b(?:every|apiece|a (?:head|person|share|kilo|piece|household|month|year))\b"
)


def other_part(first: str, second: str) -> bool:
    """True where the words say that one is of another part than the other: another half, all but the crew."""
    one, other = _parts(first), _parts(second)
    if one and other and not one & other and {noun for _, noun in one} & {noun for _, noun in other}:
        return True
    if _alone(first, second) or _alone(second, first):
        return True
    mine, theirs = _extent(first), _extent(second)
    if (mine.each and not theirs.every) or (theirs.each and not mine.every):
        return True
    return mine.whole != theirs.whole


class _Extent(NamedTuple):
    """Whether a text speaks of a part alone, which `alone` names, of each one, of every one, and of all together."""

    alone: frozenset[str] | None
    each: bool
    every: bool
    whole: bool


@WHILE_COMPARED.keep(most=8192)
def _extent(text: str) -> _Extent:
    found = _ALONE.search(text)
    return _Extent(
        None if found is None else keys(" ".join(text[: found.start()].split()[-1:])),
        _EACH.stands_in(text),
        _EVERY.stands_in(text),
        _WHOLE.stands_in(text),
    )


def _alone(first: str, second: str) -> bool:
    """True where the first is of a part alone ("in the capital alone"), which the second has no word of."""
    alone = _extent(first).alone
    return alone is not None and _extent(second).alone is None and alone.isdisjoint(keys(second))


@WHILE_COMPARED.keep(most=8192)
def _parts(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (
            f"{found['order']} {found['noun']}".lower(),
            _STRETCHES.get(found["noun"].lower(), stem(found["noun"].lower())),
        )
        for pattern in (_PART, _NUMBERED)
        for found in pattern.finditer(text)
        if found["noun"].lower() not in _NO_PART
    )


def side_by_side(first: str, second: str) -> bool:
    """True where a noun of both stands beside a word that only the one has, and one that only the other has."""
    one, other = _neighbours(first), _neighbours(second)
    mine, theirs = _stems(first), _stems(second)
    return any(
        bool(one[noun] - theirs) and bool(other[noun] - mine) and not one[noun] & other[noun]
        for noun in one.keys() & other.keys()
    )


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return kept(stem(found[0].lower()) for found in _WORD.finditer(text))


@lru_cache(maxsize=8192)
def _neighbours(text: str) -> dict[str, frozenset[str]]:
    """For each word with content, the word with content right before it, or behind an "of"."""
    words = [found[0].lower() for found in _WORD.finditer(text)]
    english = language_of(text) == "en"
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number, word in enumerate(words):
        if not _tells(word):
            continue
        if english and number and _tells(words[number - 1]):
            found[stem(word)].add(stem(words[number - 1]))
        after = words[number + 1 : number + 3]
        if len(after) > 1 and after[0] in _OF and _tells(after[1]):
            found[stem(word)].add(stem(after[1]))
    return {noun: kept(beside) for noun, beside in found.items()}


def _tells(word: str) -> bool:
    """True for a word with content that is no number and no time."""
    return word[0].isalpha() and len(word) > 2 and word not in STOP_WORDS and bool(keys(word))
