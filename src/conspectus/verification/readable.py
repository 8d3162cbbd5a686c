"""Reasons as a person reads them: the quoted words set as text is, the sentence without a stumble.

What a model is asked keeps the plain tokens: a space more or less would be another request.
"""

from __future__ import annotations

import re

from conspectus.verification.verdict import Mismatch

_QUOTED = re.compile("“([^“”]*)”")
_BEFORE_MARK = re.compile(r" (?=[,.;:!?%)\]]|['’]s\b|['’] |(?:st|nd|rd|th)\b)")
_AFTER_MARK = re.compile(r"(?<=[(\[£$€]) ")
_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_EDGES = ' ,;:.-–[]"'
_SPEAKS_OF = re.compile("speaks of a (?=“([^”]*)”)")
_NAMED_TWICE = re.compile("The claim names “([^”]*)”; “\\1” is not in the evidence\\.")
_LEFT_OUT = re.compile("The evidence says “([^”]*)”; the claim leaves that out\\.")
_DENIED = re.compile("“([^”]*)” in the claim is nowhere in the evidence\\.")
_ASSERTED = re.compile("“([^”]*)” in the claim is said of something that the evidence asserts\\.")
_VOWELS = tuple("aeioAEIO")


def readable(reason: Mismatch) -> Mismatch:
    """The reason with its words set as text is: “full-year” for “full - year”, and “2030” apart from “Tuesday”."""
    evidence = reason.in_evidence
    return reason.model_copy(
        update={
            "message": readable_message(reason.message),
            "in_claim": _set(reason.in_claim),
            "in_evidence": None if evidence is None else _set(evidence),
        }
    )


def readable_message(message: str) -> str:
    """The sentence of a reason for a person."""
    told = _NAMED_TWICE.sub("The claim names “\\1”, which the evidence does not.", message)
    told = _LEFT_OUT.sub("The evidence says “… \\1 …”; the claim leaves that out.", told)
    told = _DENIED.sub("The claim says “… \\1 …”; the evidence denies nothing of the kind.", told)
    told = _ASSERTED.sub("The claim says “… \\1 …” of what the evidence asserts.", told)
    told = _SPEAKS_OF.sub(lambda found: f"speaks of {_article(found[1])}", told)
    return _QUOTED.sub(_quoted, told)


def _quoted(found: re.Match[str]) -> str:
    parts = [_set(part).strip(_EDGES) for part in re.split(r"(?<! ); ", found[1])]
    return ", ".join(f"“{part}”" for part in parts if part) or found[0]


def _set(words: str) -> str:
    """Words that were joined by spaces, as text has them."""
    return _HYPHEN.sub("-", _AFTER_MARK.sub("", _BEFORE_MARK.sub("", words)))


def _article(words: str) -> str:
    """The article before the words: none before a plural."""
    if words.endswith("s") and not words.endswith("ss"):
        return ""
    return "an " if words.startswith(_VOWELS) else "a "
