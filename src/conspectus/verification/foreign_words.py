"""Small numbers, and most of something, in other languages than English."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import regex

_SPELLED = {
    language: {word: Decimal(value) for value, word in enumerate(words.split(), start=2)}
    for language, words in {
        "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
        "pt": "dois três quatro cinco seis sete oito nove dez onze doze",
        "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "da": "to tre fire fem seks syv otte ni ti elleve tolv",
    }.items()
}
_MOST = {
    "de": "meisten mehrheit mehrzahl großteil",
    "fr": "plupart majorité",
    "es": "mayoría",
    "it": "maggioranza maggior",
    "pt": "maioria",
    "nl": "meeste merendeel meerderheid",
}
_MOST_WORDS = {language: frozenset(words.split()) for language, words in _MOST.items()}
_COMPOUND = regex.compile(
    rf"({'|'.join(_SPELLED['de'])})(?:köpfig|fach|tägig|jährig|monatig|stündig|wöchig|minütig|stellig|stöckig|teilig|malig|seitig)"
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*")


def spelled(text: str, language: str) -> frozenset[Decimal]:
    """The numbers from two to twelve that the text has in words, which what reads number words may pass over."""
    known = _SPELLED.get(language, {})
    words = list(map(str.lower, _WORD.findall(text)))
    # "Vierköpfig", "dreistündig"
    words += [match[1] for word in words if language == "de" and (match := _COMPOUND.match(word))]
    return frozenset(known[word] for word in words if word in known)


def says_most(text: str, language: str) -> str | None:
    """The word with which the text speaks of most of something, None where it has none."""
    wanted = _MOST_WORDS.get(language, frozenset())
    return next((word for word in _WORD.findall(text) if word.lower() in wanted), None)


def is_minority(numbers: Iterable[Decimal]) -> bool:
    """True for two numbers of which the one is at most half of the other."""
    found = sorted(set(numbers))
    return len(found) == 2 and 2 * found[0] <= found[1]
