"""The lines of a text as its writer meant them: a paragraph, heading or list item each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from conspectus.model.article import Span

LIST_MARKER = re.compile(r"(?:[-*+•‣◦▪●–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
TERMINAL = re.compile(r"""[.!?…。！？؟۔:;][\s"'”’»)\]*_]*$""")

_NARROWEST, _WIDEST = 40, 120
_ENOUGH_PAIRS = 3
_MOSTLY = 0.85
_RULED = r"#{1,6}\s|\||(?:-{3,}|={3,}|\*{3,}|_{3,})$"
_STANDS_ALONE = re.compile(_RULED)
_STARTS_ANEW = re.compile(rf"{_RULED}|>|(?:Q|A|Question|Answer):\s|{LIST_MARKER.pattern}")
_WORD = re.compile(r"\S+")
# No heading and no item ends so: the sentence goes on, whatever the next line begins with.
_DANGLING = re.compile(
    r"(?:,|\b(?:the|an?|of|to|in|and|or|for|with|by|at|on|from|that|which|who|whose|his|her|its|their|is|are|was|"
    r"were|has|had|be|as|than))$"
)
_OPENING = "\"'“‘«(["
# "… an inquiry. In March it fined": no heading ends one sentence and begins another.
_SECOND_BEGUN = re.compile(r"(?<=[^\W\d_]{4})[.?!]\s+[A-Z][^.?!]*\s[a-z][\w’'-]*$")

_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    after_blank: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def logical_lines(text: str) -> tuple[Span, ...]:
    """Ordered, disjoint spans, trimmed of outer whitespace, that cover every other character.

    Line breaks separate, except where the text is hard-wrapped: a break is undone when the first
    word of the next line would not have fitted into the column width that the text keeps to, or
    when the line stops in the middle of a sentence: the next one goes on in lower case, be it behind a
    mark that opens, or it ends in a
    comma or a word that nothing ends in, or in a month of which the next one gives the year, or it has ended one
    sentence and begun another.
    Offsets are characters. Takes time linear in the length of the text.
    """
    lines = _physical_lines(text)
    width = _wrap_width(text, lines)
    joined: list[Span] = []
    previous: _Line | None = None
    for line in lines:
        if previous is not None and _goes_on(text, previous, line, width):
            joined[-1] = Span(start=joined[-1].start, end=line.end)
        else:
            joined.append(Span(start=line.start, end=line.end))
        previous = line
    return tuple(joined)


def _physical_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    offset, blank = 0, True
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            start = offset + len(raw) - len(raw.lstrip())
            lines.append(_Line(start, start + len(body), blank))
        blank = not body
        offset += len(raw)
    return lines


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The column at which the text was wrapped, or None where it was not.

    In wrapped text nearly every line that has a successor in its block is full: the successor's
    first word would have passed the margin. Blocks of one line tell nothing.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if _may_go_on(text, a, b)]
    lengths = [line.length for pair in pairs for line in pair if " " in text[line.start : line.end]]
    if len(pairs) < _ENOUGH_PAIRS or not lengths:
        return None
    width = max(lengths)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(text, a, b, width) for a, b in pairs)
    # A run of headlines can be evenly long by chance, but its lines all begin with a capital.
    lower = sum(text[b.start].islower() for _, b in pairs)
    return width if full >= _MOSTLY * len(pairs) and 4 * lower >= len(pairs) else None


def _may_go_on(text: str, line: _Line, following: _Line) -> bool:
    if following.after_blank:
        return False
    return not (
        _STARTS_ANEW.match(text, following.start, following.end)
        or _STANDS_ALONE.match(text, line.start, line.end)
    )


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    first_word = _WORD.match(text, following.start, following.end)
    return first_word is not None and line.length + 1 + len(first_word[0]) > width


def _goes_on(text: str, line: _Line, following: _Line, width: int | None) -> bool:
    if not _may_go_on(text, line, following):
        return False
    if width is not None and _is_full(text, line, following, width):
        return True
    if line.length >= _NARROWEST and _DANGLING.search(text, max(line.start, line.end - 8), line.end):
        return True
    if line.length >= _NARROWEST and _SECOND_BEGUN.search(text, line.start, line.end):
        return True
    if _MONTH.search(text, max(line.start, line.end - 10), line.end) and _YEAR.match(text, following.start):
        return True
    unended = not TERMINAL.search(text, max(line.start, line.end - 8), line.end)
    begins = following.start + (text[following.start] in _OPENING)
    head = text[begins : begins + 2]
    lower = head[:1].islower() and not head[1:].isupper()
    return unended and lower and _NARROWEST <= line.length <= _WIDEST and following.length <= _WIDEST


def one_line(text: str) -> str:
    """The text with every run of white space as one space; the very same text where that changes nothing."""
    line = " ".join(text.split())
    return text if line == text else line
