"""Which blocks of a page are its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from conspectus.reading.blocks import Block, blocks_of, count_words
from conspectus.reading.furniture import folded, furniture
from conspectus.reading.tickers import points_elsewhere

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 0.8
_SHORTEST_TITLE = 3
_TITLES = "//title | //meta[@property='og:title' or @name='twitter:title' or @name='title']/@content"
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$|_[^_]{2,20}$")
_ASKS = re.compile(r"[?？؟][”»\"]?$")


def main_text(tree: HtmlElement, extracted: str) -> str:
    """The article of a page, a paragraph, heading, list item or table row to a line; empty where there is none.

    `extracted` is what the general extractor took for it. The markup decides what is furniture, the extractor
    what else belongs: a block counts if it is running text, or if the extractor has it, or if it is a heading,
    item or row between such blocks; and only within the element that holds most of the running text, or between
    the headline and that. Where blocks find far less than the extractor did, its text stands.
    """
    blocks = blocks_of(tree)
    known = frozenset(folded(line) for line in extracted.split("\n"))
    usable = [block for block in blocks if not block.furniture and not _points_away(block)]
    prose = [block for block in usable if block.is_prose]
    if not prose:
        return extracted
    inside = set(_holder(prose).iter())
    headline = _headline(usable, _titles(tree))
    first = next((at for at, block in enumerate(usable) if block.element in inside), 0)
    start = usable.index(headline) if headline is not None else first
    chosen = [
        block
        for at, block in enumerate(usable)
        if block is headline
        or (block.element in inside and (at >= start or block.is_prose) and _belongs(block, known))
        or (start <= at < first and _belongs(block, known))
    ]
    kept = _with_text_below(chosen, headline)
    text = "\n".join(_line(block) for block in kept)
    return extracted if 2 * count_words(text) < count_words(extracted) else text


def _belongs(block: Block, known: frozenset[str]) -> bool:
    if block.is_prose or (block.is_heading and not block.is_linked):
        return True
    if block.tag in ("li", "tr", "dt", "dd", "blockquote") and not block.is_linked:
        return True
    if _ASKS.search(block.text) and not block.is_linked:
        return True
    return not block.is_linked and any(map(str.isalpha, block.text)) and folded(block.text) in known


def _points_away(block: Block) -> bool:
    """True for a menu, a share row, a pointer to another article; a row of a table looks like a menu and is none."""
    return block.tag != "tr" and (furniture(block.text) is not None or points_elsewhere(block.text))


def _holder(prose: Sequence[Block]) -> HtmlElement:
    """The deepest element that holds most of the running text."""
    total = sum(count_words(block.text) for block in prose)
    held: dict[HtmlElement, int] = {}
    for block in prose:
        words = count_words(block.text)
        for element in _upward(block.element):
            held[element] = held.get(element, 0) + words
    enough = (element for element, words in held.items() if words >= _MOST * total)
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))


def _upward(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _titles(tree: HtmlElement) -> list[str]:
    found = (each if isinstance(each, str) else each.text_content() for each in tree.xpath(_TITLES))
    titles = []
    for title in found:
        words = " ".join(title.split())
        titles += [folded(words), folded(_SITE.sub("", words))]
    return [title for title in titles if title]


def _headline(blocks: Sequence[Block], titles: Sequence[str]) -> Block | None:
    """The block that the page's own title names, or else its only first-class heading."""
    for block in blocks:
        words = folded(block.text)
        if len(words) >= _SHORTEST_TITLE and words in titles and not block.is_linked:
            return block
    parts = [
        block
        for block in blocks
        if len(folded(block.text).split()) >= _SHORTEST_TITLE
        and any(folded(block.text) in title for title in titles)
        and not block.is_linked
    ]
    if parts:
        return max(parts, key=lambda block: len(block.text))
    first = [block for block in blocks if block.tag == "h1" and not block.is_linked]
    return first[0] if len(first) == 1 else None


def _with_text_below(blocks: Sequence[Block], headline: Block | None) -> list[Block]:
    """Without headings that nothing follows but headings: those announced what was left out."""
    end = len(blocks)
    while end and blocks[end - 1].is_heading and blocks[end - 1] is not headline:
        end -= 1
    return list(blocks[:end])


def _line(block: Block) -> str:
    return f"- {block.text}" if block.tag == "li" else block.text
