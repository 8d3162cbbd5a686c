# ruff: noqa: SIM905 — a word list reads best as words
"""What an amount counts: the noun behind it."""

from __future__ import annotations

import re

from conspectus.text.facts.words import STOP_WORDS

# "1,900 of the airport's cleaners": a count of cleaners.
OF_ALL = re.compile(r"\s*of (?:the|its|their) (?:[\w-]+['’]s )(?=[a-z])|\s*of (?:its|their)(?= [a-z])")
_AS_THE_NUMBER = re.compile(r"^\s*as the (?:total )?number of")
_PLURALS = frozenset(
    "people children men women staff police fish sheep cattle deer aircraft crew gente pessoas".split()
)
_NO_NOUNS = frozenset(
    "was is has does his its this as less plus us always perhaps yes towards besides".split()
)
_NOUN_WITHIN = 4


def noun_behind(text: str, language: str) -> str:
    """The first noun behind an amount, lower-cased: a plural in English, a capital in German."""
    if whole := OF_ALL.match(text):
        text = f" {text[whole.end() :]}"
    text = _AS_THE_NUMBER.sub("", text)
    run = re.match(r"(?:[\s-]+[^\W\d_][\w’'-]*){1,4}", text)
    if run is None:
        return ""
    for word in run[0].replace("-", " ").split()[:_NOUN_WITHIN]:
        low = word.lower()
        if language == "de":
            if word[0].isupper():
                return low
        elif language != "en":
            return low if len(low) > 2 else ""
        elif low in STOP_WORDS and low not in _PLURALS:
            return ""
        elif low in _PLURALS or (low.endswith("s") and not low.endswith("ss") and low not in _NO_NOUNS):
            return low
    return ""
