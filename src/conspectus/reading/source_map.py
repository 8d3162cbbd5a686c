"""Where the text that was taken from a page stood in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from conspectus.model.article import SourceSpan, Span

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*")
_UNSEEN = frozenset(("script", "style", "template", "noscript", "title", "textarea"))
_PART = re.compile(r"(?:(?! \| )[^\n])*[^\s|](?:(?! \| )[^\n])*")
_WORD = re.compile(r"\S+")
# How far words are looked for beyond the last ones that were found, in characters without white space.
_REACH = 20_000
_RUN = 3


def source_spans(markup: str, text: str) -> tuple[SourceSpan, ...]:
    """Where the words of a text stand in the markup that they come from, in runs without a tag between.

    A run is as long in the source as in the text, character for character, except that its white space may be
    of another kind; a character reference is a run of its own. What the page does not have (the mark of a list
    item, bars between cells) is in none. Offsets are characters. Takes time linear in the markup where the text
    keeps to its order.
    """
    page = _Page(markup)
    found: list[SourceSpan] = []
    at = 0
    for start, end in _lines(text):
        bare = _bare(text[start:end])
        whole = page.find(bare, at)
        stretches = (
            [(start, end, whole)] if whole is not None else list(_stretches(page, text, start, end, at))
        )
        for first, last, place in stretches:
            found.extend(page.runs(text, first, last, place))
            at = place + len(_bare(text[first:last]))
    return tuple(found)


class _Page:
    """The characters of a page that are no white space, in one string, with where each came from."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for shown, start, end in _characters(markup):
            parts.append(shown)
            self.starts.append(start)
            self.ends.append(end)
        self.bare = "".join(parts)

    def find(self, words: str, at: int, *, near: bool = False) -> int | None:
        """Where the words next stand near `at`, or else anywhere behind it, or else anywhere; None where nowhere."""
        if not words:
            return None
        found = self.bare.find(words, at, at + len(words) + _REACH)
        if found < 0 and not near:
            found = self.bare.find(words, at)
        if found < 0 and not near:
            found = self.bare.find(words)
        return found if found >= 0 else None

    def runs(self, text: str, start: int, end: int, at: int) -> Iterator[SourceSpan]:
        """The stretch of text whose characters stand from `at` on, in runs that are as long in the source."""
        run: tuple[int, int, int, int] | None = None
        for offset in range(start, end):
            if text[offset].isspace():
                continue
            first, last = self.starts[at], self.ends[at]
            at += 1
            if run is not None and self._follows(run, offset, first, last):
                run = (run[0], offset + 1, run[2], last)
                continue
            if run is not None:
                yield _source_span(*run)
            run = (offset, offset + 1, first, last)
        if run is not None:
            yield _source_span(*run)

    def _follows(self, run: tuple[int, int, int, int], offset: int, first: int, last: int) -> bool:
        gap = self.markup[run[3] : first]
        alike = len(gap) == offset - run[1] and (not gap or gap.isspace())
        return alike and last - first == 1 and run[3] - run[2] == run[1] - run[0]


def _characters(markup: str) -> Iterator[tuple[str, int, int]]:
    for start, end in _texts(markup):
        at = start
        while at < end:
            if markup[at] == "&" and (reference := _REFERENCE.match(markup, at, end)):
                meant = unescape(reference[0])
                if meant != reference[0]:
                    yield from ((shown, at, reference.end()) for shown in meant if not shown.isspace())
                    at = reference.end()
                    continue
            if not markup[at].isspace():
                yield markup[at], at, at + 1
            at += 1


def _texts(markup: str) -> Iterator[tuple[int, int]]:
    """The stretches of the markup between tags, without comments and what is never shown."""
    at, length = 0, len(markup)
    last: dict[str, int] = {}
    while at < length:
        opened = markup.find("<", at)
        if opened < 0:
            yield at, length
            return
        if markup.startswith("<!--", opened):
            yield at, opened
            at = _after(markup, "-->", opened + 4, last)
        elif (name := _NAME.match(markup, opened + 1)) is not None or markup[
            opened + 1 : opened + 2
        ] in "/!?":
            yield at, opened
            at = _after(markup, ">", opened + 1, last)
            unseen = name[0].lower() if name else ""
            if unseen in _UNSEEN and markup[at - 2 : at] != "/>":
                at = _closing(markup, unseen, at)
        else:
            yield at, opened + 1
            at = opened + 1


def _after(markup: str, mark: str, at: int, last: dict[str, int]) -> int:
    """The place behind the next mark; the end where there is none, which is looked for only once."""
    if last.get(mark) == -1:
        return len(markup)
    found = markup.find(mark, at)
    last[mark] = found
    return len(markup) if found < 0 else found + len(mark)


def _closing(markup: str, name: str, at: int) -> int:
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(markup, at)
    return found.start() if found else len(markup)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The parts of the text that can stand on a page in one piece: lines without their mark, cells of a row."""
    for match in _PART.finditer(text):
        words = match[0].removeprefix("- ")
        start = match.end() - len(words.lstrip())
        yield start, start + len(words.strip())


def _bare(text: str) -> str:
    return "".join(text.split())


def _source_span(start: int, end: int, first: int, last: int) -> SourceSpan:
    return SourceSpan(text=Span(start=start, end=end), source=Span(start=first, end=last))


def _stretches(page: _Page, text: str, start: int, end: int, at: int) -> Iterator[tuple[int, int, int]]:
    """The line word by word: from where to where words follow each other on the page, and where they do."""
    words = [(start + match.start(), start + match.end()) for match in _WORD.finditer(text[start:end])]
    number = 0
    while number < len(words):
        first, last = words[number][0], min(number + _RUN, len(words))
        ahead = _bare(text[first : words[last - 1][1]])
        found = page.find(ahead, at, near=True)
        if found is None:
            number += 1
            continue
        behind = found + len(ahead)
        while last < len(words) and page.bare.startswith(text[slice(*words[last])], behind):
            behind += words[last][1] - words[last][0]
            last += 1
        yield first, words[last - 1][1], found
        at, number = behind, last
