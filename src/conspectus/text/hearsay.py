"""What is passed on and nobody stands by: "rumour has it", "word around the courthouse", a friend's sister's word."""

from __future__ import annotations

import re

from conspectus.text.caseless import Caseless

_SPEECH = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“”]*[“”]?|«[^»]*»?")
_KIN = r"(?:friend|cousin|neighbou?r|sister|brother|brother-in-law|uncle|aunt|colleague|mate|flatmate|acquaintance)s?"
_HEARSAY = Caseless(
    "|".join(
        (
            r"\brumou?rs? ha(?:s|ve) it\b|\bthe rumou?r (?:is|goes|mill)\b|\b(?:is|are|was|were) rumou?red to\b",
            r"\bword (?:is|has it|around|on the street|going round)\b|\bwhispers? (?:is|are) that\b",
            r"\bI(?: have|['’]ve)? (?:also )?(?:hear|heard|am told)(?: it said)? (?:that|the|from)\b|\bso they say\b",
            r"\bsupposedly (?:[a-z]+s|was|were|had|have|are)\b",
            rf"\b(?:a|my|some) {_KIN} (?:of (?:mine|a friend)|whose|who (?:works|knows))\b.*"
            r"\b(?:says?|said|tells?|told|swears?)\b",
            r"\bes wird gemunkelt\b|\bman munkelt\b|\bgerüchteweise\b|\bGerüchten zufolge\b|\bon murmure que\b",
            r"\bla rumeur (?:dit|veut)\b|\bse rumorea\b|\bcorre el rumor\b|\bsi vocifera\b|\bcorre voce\b",
        )
    )
)
_DENIED = Caseless(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|debunk\w*|false|untrue|no truth|no (?:evidence|basis)|baseless|"
    r"dementier\w*|bestritt\w*|falsch|dément\w*|desmint\w*|smentit\w*)\b"
)
_UNPROVEN = Caseless(
    r"\b(?:I|we|you) (?:can(?:not|['’]t)|could(?: not|n['’]t)) (?:prove|confirm|verify|vouch)\b"
    r"|\b(?:nobody|no one) (?:will|would|can|could) (?:confirm|say so)\b"
    r"|\b(?:make|take) of (?:that|this|it) what you will\b|\bdon['’]t quote me\b"
    r"|\btake (?:it|this|that) with a (?:pinch|grain)\b"
)


def hearsay(text: str) -> bool:
    """True where the text passes on what it says nobody stands by; who denies a rumour says something himself."""
    told = _SPEECH.sub(" ", text)
    return bool((_HEARSAY.search(told) or _UNPROVEN.search(told)) and not _DENIED.search(told))


def owns_to_hearsay(text: str) -> bool:
    """True where the text says of what stands before it that nobody can prove it."""
    return _UNPROVEN.search(_SPEECH.sub(" ", text)) is not None
