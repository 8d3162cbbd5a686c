"""Untrusted text made safe to show: it stays text in a terminal, in Markdown and in HTML."""

from __future__ import annotations

import html
import re
import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Format characters that writing systems and emoji need, or that are visible signs themselves.
_KEPT_FORMATS = frozenset(
    "\u200c\u200d\u200e\u200f\u061c\u2060\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
)
# These show nothing wherever they stand, so that leaving them out changes nothing that can be seen.
_INVISIBLE = frozenset("\u00ad\u200b\ufeff")
_SPACES = re.compile(r"\s+")
_ODD_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")

_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$^=]")
_MARKDOWN_START = re.compile(r"^(?:[-+:]|(?P<number>[0-9]+)(?=[.)]))")
# What comes before may be any sign: linkifiers take "␟.At" for a host.
_INSIDE_NAME = re.compile(r"(?<=\S)\.(?=[^\W\d_]{2})")
# Backslashes don't keep addresses from turning into links everywhere; a code span does.
_ADDRESS = re.compile(
    r"(?:\w[\w+.-]*://|www\.|(?:mailto|xmpp|javascript|data):(?=\S))[^\s`|\\<>\[\]]*|[^\s`|\\<>\[\]()]{0,80}@[^\s`|\\<>\[\]()]+",
    re.IGNORECASE,
)


def visible(text: str) -> str:
    """The text on one line, with nothing in it that acts instead of being seen.

    Control characters show as their pictures (ESC as ␛) or as U+FFFD, as do direction overrides and
    hidden tag characters; runs of whitespace are one space.
    """
    return _shown(text).strip()


def html_text(text: str) -> str:
    """HTML, for inside an element, that shows exactly the visible text; spaces at its ends stay."""
    return html.escape(_shown(text), quote=False)


def html_value(text: str) -> str:
    """The same for an attribute in double quotes."""
    return html_text(text).replace('"', "&quot;")


def _shown(text: str) -> str:
    # What is printable as a whole is so in every character, and a page's articles mostly are.
    return _SPACES.sub(" ", text if text.isprintable() else "".join(map(_visible_character, text)))


def _visible_character(character: str) -> str:
    if character.isprintable() or character in "\t\n\r":
        return character
    code = ord(character)
    category = unicodedata.category(character)
    if category.startswith("Z"):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if character in _INVISIBLE:
        return ""
    if character in _KEPT_FORMATS or category in {"Co", "Cn"}:
        return character
    return _REPLACEMENT


def markdown_text(text: str) -> str:
    """Markdown that shows exactly the visible text: no markup, HTML, link, image or footnote of its own.

    Addresses stand in code spans, which no renderer turns into links.
    """
    shown = visible(text)
    parts: list[str] = []
    done = 0
    for address in _ADDRESS.finditer(shown):
        parts += [_escaped(shown[done : address.start()]), f"`{address.group()}`"]
        done = address.end()
    parts.append(_escaped(shown[done:]))
    return _MARKDOWN_START.sub(_escaped_start, "".join(parts))


def _escaped(text: str) -> str:
    return _INSIDE_NAME.sub(r"\\.", _MARKDOWN_SIGNS.sub(r"\\\g<0>", text))


def _escaped_start(start: re.Match[str]) -> str:
    # "1. May" would open a list; the number stays and its point loses the meaning.
    return start["number"] + "\\" if start["number"] else "\\" + start.group()


def plain_json(text: str) -> str:
    """The same JSON value, in which no control or direction character stands raw."""
    return _ODD_IN_JSON.sub(_json_escape, text)


def _json_escape(odd: re.Match[str]) -> str:
    units = odd.group().encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
