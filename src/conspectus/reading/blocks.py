"""A page as blocks of text, each with what its markup says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from conspectus.text.lines import TERMINAL

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_TEXT: Final = frozenset(
    str.split(
        "head script style template noscript svg iframe button select option textarea input form object video "
        "audio canvas amp-ad amp-embed amp-sidebar amp-social-share amp-img map dialog"
    )
)
_FURNITURE_TAGS: Final = frozenset(("nav", "footer", "aside", "menu", "figcaption"))
_INLINE: Final = frozenset(
    str.split(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp "
        "small span strike strong sub sup time tt u var wbr img nobr"
    )
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FURNITURE_NAMES: Final = frozenset(
    str.split(
        "ad ads adbox advert adverts advertisement advertising sponsor sponsored promo promotion publi "
        "publicidad anzeige share sharing sharebar social comment comments commentlist respond disqus "
        "newsletter nl signup subscribe subscription paywall related recommended recommendation "
        "recommendations recirc trending popular mostread cookie cookies consent cmp gdpr breadcrumb "
        "breadcrumbs crumb crumbs pagination pager nav navigation navbar menu footer sidebar rail tags "
        "tagcloud taglist byline author authors bio credit credits meta toc pullquote colophon legal imprint "
        "boilerplate copyright login overlay impressum"
    )
)
_FURNITURE_PAIRS: Final = (
    ("read", "also"), ("read", "more"), ("most", "read"), ("up", "next"), ("load", "more"), ("pull", "quote"),
    ("link", "list"), ("key", "events"), ("lire", "a"), ("mas", "leidas"), ("more", "recipes"), ("live", "links"),
)  # fmt: skip
_ROLES: Final = frozenset(
    ("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu")
)
_NAME = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = regex.compile(r"\p{Han}|[\p{L}\p{M}\p{N}]+")
# An element with more of the page than this is no furniture, whatever it is called.
_MOST_OF_A_PAGE = 0.4
_FEWEST_PROSE_WORDS = 8


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, heading, list item or table row of a page.

    `element` is the element that it stands in, `linked` the number of its characters that are links;
    `furniture` says that the markup around it names it as something else than the article.
    """

    text: str
    tag: str
    element: HtmlElement
    linked: int = 0
    furniture: bool = False

    @property
    def is_heading(self) -> bool:
        """True for a heading by its tag."""
        return self.tag in _HEADINGS

    @property
    def is_linked(self) -> bool:
        """True where at least half of it is links."""
        return 2 * self.linked >= len(self.text)

    @property
    def is_prose(self) -> bool:
        """True where it reads like running text: long enough, ended like a sentence, not a link."""
        return (
            not self.is_linked
            and count_words(self.text) >= _FEWEST_PROSE_WORDS
            and TERMINAL.search(self.text) is not None
        )


def count_words(text: str) -> int:
    """The number of words; a Chinese character counts as one."""
    return len(_WORD.findall(text))


def blocks_of(tree: HtmlElement) -> list[Block]:
    """The page's blocks in its order, without those that a browser would not show.

    A row of a table of short cells is one block, its cells divided by bars; two line breaks divide blocks.
    """
    walk = _Walk(tree)
    walk.run()
    return walk.blocks


class _Walk:
    """One pass over the tree, without recursion: pages nest deeper than Python's stack."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.blocks: list[Block] = []
        self.words = _words_below(tree)
        self.all = max(self.words.get(tree, 0), 1)
        self.parts: list[str] = []
        self.linked = 0
        self.breaks = 0
        self.links = 0
        self.furniture = 0
        self.row: list[str] | None = None
        self.holder: HtmlElement = tree

    def run(self) -> None:
        from lxml import etree  # noqa: PLC0415 - lxml comes with the extractor, and texts do without it

        steps = etree.iterwalk(self.tree, events=("start", "end"))
        for event, element in steps:
            tag = element.tag
            if event == "start":
                if _is_silent(element):
                    steps.skip_subtree()
                    continue
                self._start(element, tag)
            else:
                if not _is_silent(element):
                    self._end(element, tag)
                if element is not self.tree:
                    self._add(element.tail)
        self._flush()

    def _start(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self.breaks += 1
            if self.breaks == 2:
                self._flush()
            self.parts.append("\n")
            return
        if tag not in _INLINE:
            self._flush()
            self.holder = element
        if tag == "a":
            self.links += 1
        if self._is_furniture(element, tag):
            if not self.furniture:
                self._flush()
            self.furniture += 1
        if tag == "tr" and self.row is None and _is_data(element):
            self.row = []
        self._add(element.text)

    def _end(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            return
        if tag == "a":
            self.links -= 1
        if tag in ("td", "th") and self.row is not None:
            self.row.append(" ".join("".join(self.parts).split()))
            self.parts.clear()
        elif tag == "tr" and self.row is not None:
            cells, self.row = self.row, None
            self.parts.append(" | ".join(cell for cell in cells if cell))
            self._flush()
        elif tag not in _INLINE:
            self._flush()
        if self._is_furniture(element, tag):
            if self.furniture == 1:
                self._flush()
            self.furniture -= 1
        if tag not in _INLINE:
            parent = element.getparent()
            self.holder = parent if parent is not None else self.tree

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if text.strip():
            self.breaks = 0
            if self.links:
                self.linked += len(text.strip())
        self.parts.append(text)

    def _flush(self) -> None:
        if self.row is not None:
            self.parts.append(" ")
            return
        text = " ".join("".join(self.parts).split())
        if text:
            tag = self.holder.tag if isinstance(self.holder.tag, str) else ""
            self.blocks.append(Block(text, tag, self.holder, self.linked, self.furniture > 0))
        self.parts.clear()
        self.linked = 0
        self.breaks = 0

    def _is_furniture(self, element: HtmlElement, tag: str) -> bool:
        named = tag in _FURNITURE_TAGS or _is_named_furniture(element)
        return named and self.words.get(element, 0) <= _MOST_OF_A_PAGE * self.all


def _is_silent(element: HtmlElement) -> bool:
    """True for what shows no text of the article: comments, scripts, what is hidden, the mark of a footnote."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NO_TEXT:
        return True
    if tag == "sup" and any(
        child.tag == "a" and (child.get("href") or "").startswith("#") for child in element
    ):
        return True
    return bool(
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "")
    )


def _is_named_furniture(element: HtmlElement) -> bool:
    if element.get("role") in _ROLES:
        return True
    given = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    for name in given.split():
        words = [word.lower() for word in _NAME.findall(name)]
        if not _FURNITURE_NAMES.isdisjoint(words):
            return True
        if any(one in words and two in words for one, two in _FURNITURE_PAIRS):
            return True
    return False


def _is_data(row: HtmlElement) -> bool:
    """True for a row of a table that holds data; a table with paragraphs, or one that lays out a page, holds none."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2:
        return False
    return not any(
        isinstance(inner.tag, str)
        and inner.tag in ("p", "table", "div", "ul", "h1", "h2", "h3", "br", "article")
        for cell in cells
        for inner in cell.iter()
        if inner is not cell
    )


def _words_below(tree: HtmlElement) -> dict[HtmlElement, int]:
    """How many words stand in each element that could be furniture or hold it."""
    found: dict[HtmlElement, int] = {}
    for element in _backward(tree):
        if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
            continue
        count = count_words(element.text or "")
        for child in element:
            count += found.get(child, 0) + count_words(child.tail or "")
        found[element] = count
    return found


def _backward(tree: HtmlElement) -> Iterator[HtmlElement]:
    yield from reversed(list(tree.iter()))
