"""What a sentence says, without what marks it up: list markers, emphasis, link targets, reference numbers."""

from __future__ import annotations

import re

QUOTED = re.compile(r"^[ \t]*(?:>(?!\s?\d)[ \t]?){1,9}", re.MULTILINE)
"""The marks of a line that quotes, as mail and Markdown have them; "> 90 people" are more than 90."""
# Bounded, and without nested repetition, so that no text takes them long.
_LIST_MARKER = re.compile(r"\A\s*(?:[-*+•–·]|\(?\d{1,3}[.)]|#{1,6}|\[\^?\d{1,3}\]:)\s+")
_REFERENCES = re.compile(r"\s?\[\^?\d{1,3}(?:\s?[,;–-]\s?\^?\d{1,3}){0,20}\]")
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\([^()\s]{0,2000}\)")
_STRONG = re.compile(r"(\*{1,3}|__|`)(?=\S)([^*_`]{1,2000}?)(?<=\S)\1")


def unmarked(sentence: str) -> str:
    """The sentence as it would be read aloud, on one line.

    Taken off are the marks of quoted lines, a list marker, heading sign or footnote's number in front, emphasis, code
    marks, the target of a link and reference marks such as [1], [^2] or [3, 4]; everything else stays as it is.
    """
    text = _REFERENCES.sub("", _LINK.sub(r"\1", _LIST_MARKER.sub("", QUOTED.sub("", sentence))))
    return " ".join(_STRONG.sub(r"\2", text).split())
