"""HTML elements in which every plain string is text: only what was made here is markup."""

from __future__ import annotations

import re

from conspectus.render.safe import html_text, html_value

# Browsers take quadratic time to break a word that is longer than many lines, unless they are told where they may.
# South-east and east Asian scripts, which are written without spaces, they break by rules of their own.
_ENDLESS = re.compile(
    "[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{200,}"
)
_STRETCH = 40

# What an attribute may hold without quotation marks; hundreds of notes have five attributes each.
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9#][A-Za-z0-9#._%-]*")

# Latin letters, digits and punctuation: whatever order they are in, their neighbours keep theirs.
_TAME = re.compile(r"[ -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20ac]*")

_VOID = frozenset({"meta", "path", "rect", "circle", "use"})


class Html(str):
    """A string that is HTML already and stands as it is."""

    __slots__ = ()


NOTHING = Html("")


def element(tag: str, /, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """The element with its children, escaped unless they are Html; None leaves a child or an attribute out.

    An underscore in an attribute's name is a hyphen, one at its end keeps it from being a Python keyword;
    True gives an attribute without a value.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in _VOID:
        return Html(f"<{tag}{said}>") if tag == "meta" else Html(f"<{tag}{said} />")
    return Html(f"<{tag}{said}>{joined(*children)}</{tag}>")


# Where a paragraph or an item ends can be told from what comes next; browsers have always read it so.
_PARAGRAPH_ENDS = re.compile(
    r"</p>(?=\s*(?:<(?:p|div|ul|ol|dl|h[1-6]|section|details|blockquote)[ >]"
    r"|</(?:div|li|section|header|footer|details|blockquote)>))"
)
_ITEM_ENDS = re.compile(r"</li>(?=\s*(?:<li[ >]|</[ou]l>))")


def lean(body: Html) -> Html:
    """The same elements without the end tags that HTML lets go without saying."""
    return Html(_ITEM_ENDS.sub("", _PARAGRAPH_ENDS.sub("", body)))


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    said = str(value)
    return f" {name}={said}" if _PLAIN_VALUE.fullmatch(said) else f' {name}="{html_value(said)}"'


def joined(*children: str | None) -> Html:
    """The children after each other, escaped unless they are Html."""
    return Html("".join(child if isinstance(child, Html) else _text(child) for child in children if child))


def _text(text: str) -> str:
    parts, done = [], 0
    for word in _ENDLESS.finditer(text):
        parts.append(html_text(text[done : word.start()]))
        starts = range(word.start(), word.end(), _STRETCH)
        parts.append("<wbr>".join(html_text(text[at : min(at + _STRETCH, word.end())]) for at in starts))
        done = word.end()
    return "".join(parts) + html_text(text[done:])


def isolated(text: str, lang: str | None = None) -> Html:
    """The text in a direction of its own, which cannot spill over into its neighbours."""
    return element("bdi", text, lang=lang)


def named(text: str) -> Html:
    """The text among words that run from left to right; isolated only where it could spill over into them."""
    return joined(text) if _TAME.fullmatch(text) else isolated(text)
