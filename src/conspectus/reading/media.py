"""Which formats are read, and how they are told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final, Literal

Media = Literal["text", "markdown", "html", "pdf", "docx", "eml", "json", "jsonl"]

MEDIA: Final[Mapping[str, Media]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
SUPPORTED: Final = ".txt, .md, .html, .pdf, .docx, .eml, .json and .jsonl files are read"
ROWS: Final[frozenset[Media]] = frozenset({"json", "jsonl"})
"""Formats in which one file holds several articles."""

_SNIFFED = 4096
_PAGE = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype html|html|head)\b", re.I | re.S
)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]")
_MAIL_HEADERS = frozenset({b"from", b"date", b"subject", b"message-id", b"mime-version", b"received", b"to"})


def media_of(name: str) -> Media | None:
    """The format that the suffix of a file's name or of an address's path stands for; None for any other."""
    return MEDIA.get(PurePath(name).suffix.lower())


def sniff(data: bytes) -> Media:
    """The format that the bytes begin like; what begins like none of the others is text.

    JSON has to begin with an object or a list of objects, and an email with three or more of the headers that
    every email has, so that no article in brackets is taken for data and none with a "From:" for a message.
    """
    opening = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if opening.startswith(b"%PDF-"):
        return "pdf"
    if opening.startswith(b"PK\x03\x04"):
        return "docx"
    if _PAGE.match(opening):
        return "html"
    if re.match(rb"\[\s*\{\s*\"", opening):
        return "json"
    if re.match(rb"\{\s*\"", opening):
        return "jsonl" if _has_rows(data) else "json"
    return "eml" if _is_mail(opening) else "text"


def _has_rows(data: bytes) -> bool:
    first, _, rest = data.strip().partition(b"\n")
    return first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")


def _is_mail(opening: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", opening, maxsplit=1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    found = [match[1].lower() for line in lines if (match := _HEADER.match(line))]
    return len(found) >= len(lines) - 1 and len(_MAIL_HEADERS.intersection(found)) >= 3
