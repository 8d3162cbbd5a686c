"""The lines of a page that is written from right to left, told from where each of its letters stands.

A PDF holds such letters in the order of writing, of drawing, or of both by turns, so their order in it says nothing;
where they stand does. Pure: places are in points, from the lower left corner of the page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

# In sizes of the font: a gap that parts two words, one that parts two columns, and how far a mark may be raised.
_SPACE = 0.15
_COLUMN = 1.6
_SAME_LINE = 0.5
_RIGHT = frozenset({"R", "AL"})
_NUMBER = frozenset({"EN", "AN"})
_BRACKETS = dict(zip("()[]{}«»‹›", ")(][}{»«›‹", strict=True))
_OPENING = frozenset("([{«‹")


class Glyph(NamedTuple):
    """A letter in its place: from where to where it goes, the size of its font, and its base line."""

    text: str
    left: float
    right: float
    size: float
    base: float


Line = tuple[str, float, float, float, float]


def is_right_to_left(text: str) -> bool:
    """True where most of the letters are of scripts that run from right to left."""
    kinds = [unicodedata.bidirectional(sign) for sign in text if sign.isalpha()]
    return 2 * sum(kind in _RIGHT for kind in kinds) > len(kinds)


def right_to_left_lines(glyphs: Iterable[Glyph], width: float) -> list[Line]:
    """The lines as (text, left, bottom, right, top), their text in the order in which it is read.

    The page is mirrored, so that who lays out lines from left to right reads its columns and indents as they are
    meant.
    """
    found = []
    for row in _rows(glyphs):
        size = _size(row)
        for part in _parts(row, _COLUMN * size):
            text = _logical(_with_spaces(part, _SPACE * size))
            if text:
                left, right = min(each.left for each in part), max(each.right for each in part)
                base = part[0].base
                found.append((text, width - right, base - 0.25 * size, width - left, base + 0.75 * size))
    return found


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Letters on one base line, from the top of the page down."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: -each.base):
        if row and row[0].base - glyph.base > _SAME_LINE * max(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _size(row: Sequence[Glyph]) -> float:
    return median(glyph.size for glyph in row) or 0.1


def _parts(row: Sequence[Glyph], gap: float) -> Iterator[list[Glyph]]:
    """The row from right to left, divided where columns are."""
    part: list[Glyph] = []
    for glyph in _in_order(row):
        if part and min(each.left for each in part[-4:]) - glyph.right > gap:
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def _in_order(row: Sequence[Glyph]) -> list[Glyph]:
    """From right to left, each mark behind the letter that it stands on, lam before the alef it is one glyph with."""
    letters = sorted(
        (each for each in row if not unicodedata.combining(each.text[0])),
        key=lambda each: (-(each.left + each.right), each.text[0] != "ل"),
    )
    marks: dict[int, list[Glyph]] = {}
    for mark in row:
        if unicodedata.combining(mark.text[0]) and letters:
            middle = mark.left + mark.right
            near = min(range(len(letters)), key=lambda at: abs(letters[at].left + letters[at].right - middle))
            marks.setdefault(near, []).append(mark)
    return [each for at, letter in enumerate(letters) for each in (letter, *marks.get(at, ()))]


def _with_spaces(part: Sequence[Glyph], gap: float) -> str:
    text = ""
    reached = part[0].right
    for glyph in part:
        if reached - glyph.right > gap and not unicodedata.combining(glyph.text[0]):
            text += " "
        text += glyph.text
        reached = min(reached, glyph.left)
    return " ".join(text.split())


def _logical(text: str) -> str:
    """The line, given from right to left, with what runs from left to right the right way round again.

    Those are words of other scripts with what stands between them, and numbers: the inverse of what Unicode's
    bidirectional algorithm does to a paragraph from right to left.
    """
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    signs = list(text)
    after_arabic = False
    at = 0
    while at < len(signs):
        if kinds[at] in _RIGHT:
            after_arabic = kinds[at] == "AL"
        end = _end_of_run(kinds, at, after_arabic=after_arabic)
        if end > at:
            signs[at:end] = reversed(signs[at:end])
        elif signs[at] in _BRACKETS:
            signs[at] = _facing(signs, at)
        at = max(end, at + 1)
    return "".join(signs)


def _end_of_run(kinds: Sequence[str], start: int, *, after_arabic: bool) -> int:
    """Where the run from left to right that begins there ends; `start` where none does."""
    has_letters, end, at = False, start, start
    while at < len(kinds) and kinds[at] not in _RIGHT:
        if kinds[at] == "L" or kinds[at] in _NUMBER:
            has_letters |= kinds[at] == "L"
            end = at + 1
        at += 1
    if kinds[start] != "L" and kinds[start] not in _NUMBER | {"ET"}:
        return start
    return end if has_letters else _end_of_number(kinds, start, after_arabic=after_arabic)


def _end_of_number(kinds: Sequence[str], start: int, *, after_arabic: bool) -> int:
    # Behind Arabic letters a percent sign stands on the other side of its number, and a hyphen parts two.
    inside = {"CS"} if after_arabic else {"CS", "ES"}
    at = start
    while not after_arabic and at < len(kinds) and kinds[at] == "ET":
        at += 1
    first = at
    while at < len(kinds) and (
        kinds[at] in _NUMBER
        or (first < at < len(kinds) - 1 and kinds[at] in inside and kinds[at + 1] in _NUMBER)
    ):
        at += 1
    if at == first:
        return start
    while not after_arabic and at < len(kinds) and kinds[at] == "ET":
        at += 1
    return at


def _facing(signs: Sequence[str], at: int) -> str:
    """The bracket as its neighbours ask for it: readers of PDFs mirror some, and not others."""
    before = signs[at - 1] if at else " "
    behind = signs[at + 1] if at + 1 < len(signs) else " "
    opens = not before.isalnum() and behind.isalnum()
    closes = not behind.isalnum() and before not in " ([{«‹"
    if opens == closes:
        return signs[at]
    return signs[at] if (signs[at] in _OPENING) is opens else _BRACKETS[signs[at]]
