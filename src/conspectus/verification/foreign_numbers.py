"""The numbers of a text in another language than English: in digits, in words where text2num reads it, with bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import regex

from conspectus.verification.foreign_amounts import measure

COUNTED = ("de", "fr", "es", "it", "pt", "nl", "da")
"""Languages whose number words text2num reads."""
MAGNITUDES = {
    word: Decimal(10) ** power
    for power, words in {
        3: "tausend mille mil mila thousand duizend тысяч тысячи",
        6: "million millionen mio millions millón millones milione milioni milhão milhões miljoen miljoner miljon "
        "миллион миллиона миллионов مليون ملايين",
        9: "milliarde milliarden mrd milliard milliards miliardo miliardi mld miljard miljarder billion billions bn "
        "миллиард миллиарда миллиардов مليار",
    }.items()
    for word in words.split()
}
_READ_APART = re.compile(r"(\d) (1000(?:000){0,2})(?!\d)")
_ROMANCE = ("fr", "es", "it", "pt")
_NO_NUMBER = re.compile(
    r"(?<=illones) y (?=una? )|(?<=illions) et (?=une? )|(?<=ilioni) e (?=un)|(?<=ilhões) e (?=um)|\bun[oa]s "
)
"""What joins another thing to so many millions, and the "some" of "unos siete": neither is a one."""
_IN_LETTERS = {4: "mil", 7: "millones", 10: "milliarden"}
_UNSPACED = {"萬": 4, "万": 4, "億": 8, "亿": 8}
_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
_GROUPED = re.compile(r"[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_BOUNDS = {
    language: regex.compile(rf"(?:^|[\s(])(?:{words})\s(?:\p{{L}}+\s)?$", regex.IGNORECASE)
    for language, words in {
        "de": "bis zu|höchstens|maximal|mindestens|wenigstens|rund|etwa|circa|ca[.]|ungefähr|gut|knapp|fast|nahezu|"
        "beinahe|über|mehr als|weniger als|unter|schätzungsweise|an die|gegen",
        "fr": "jusqu'à|au plus|au moins|environ|près d[e']|quelque|plus d[e']|moins d[e']|autour d[e']|presque",
        "es": "hasta|como máximo|al menos|por lo menos|unos|unas|cerca de|alrededor de|más de|menos de|casi",
        "it": "fino a|al massimo|almeno|circa|quasi|oltre|più di|meno di",
        "pt": "até|no máximo|pelo menos|cerca de|quase|mais de|menos de|uns|umas",
        "nl": "tot|hoogstens|maximaal|minstens|ongeveer|circa|zo'n|bijna|ruim|meer dan|minder dan",
    }.items()
}
_LOOKED_BACK = 40


def values(text: str, language: str, *, in_words: bool = False) -> dict[Decimal, str]:
    """The numbers of a text, with the words that each stands in.

    Those in words are read in the languages that `compare` reads them in, or with `in_words` in this one too.
    """
    return {value: words for value, words, _ in _counted(_in_digits(text, language, in_words=in_words))}


def _counted(text: str) -> Iterator[tuple[Decimal, str, str]]:
    """Each number in digits with its words and with what follows it."""
    # "45 millones" comes as "45 1000000" out of what reads number words.
    text = _READ_APART.sub(lambda apart: f"{apart[1]} {_IN_LETTERS[len(apart[2])]}", text)
    for match in _NUMBER.finditer(text):
        value = Decimal(_GROUPED.sub("", match[0]).replace(",", "."))
        after = text[match.end() :].lstrip()
        word = _WORD.match(after)
        value *= MAGNITUDES.get(word[0].lower(), 1) if word else 1
        value *= 10 ** _UNSPACED.get(after[:1], 0)
        past = len(word[0]) if word and word[0].lower() in MAGNITUDES else 0
        yield value.normalize(), match[0], after[past:]


def bounded(text: str, language: str) -> Iterator[tuple[Decimal, bool]]:
    """The numbers of a text, each with whether it is bounded."""
    text = _in_digits(text, language)
    for match in _NUMBER.finditer(text):
        value = Decimal(_GROUPED.sub("", match[0]).replace(",", "."))
        yield value.normalize(), _is_bounded(text, match.start(), language)


def _is_bounded(text: str, start: int, language: str) -> bool:
    """True where what stands before the number at `start` bounds it, or says that it is not exact."""
    bounds = _BOUNDS.get(language)
    return bounds is not None and bounds.search(text, max(0, start - _LOOKED_BACK), start) is not None


def measures(text: str, language: str) -> dict[Decimal, tuple[str, Decimal]]:
    """What the numbers that have a unit measure."""
    found = {value: measure(value, after) for value, _, after in _counted(_in_digits(text, language))}
    return {value: measured for value, measured in found.items() if measured is not None}


def _apart(match: re.Match[str]) -> str:
    return "cerca de " if match[0].endswith("s ") else " – "


def _in_digits(text: str, language: str, *, in_words: bool = False) -> str:
    if in_words or language in COUNTED:
        from text_to_num import alpha2digit  # noqa: PLC0415  # English alone needs no second language

        return str(alpha2digit(_NO_NUMBER.sub(_apart, text) if language in _ROMANCE else text, language))
    return text
