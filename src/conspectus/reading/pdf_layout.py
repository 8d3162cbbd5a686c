"""The reading order of a printed page: from words in their places to lines of text.

Pure: places are in points, from the lower left corner of the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conspectus.reading.pdf_lines import lines_of
from conspectus.reading.pdf_tables import SEPARATOR, rows_as_lines
from conspectus.reading.printed import Box, Sheet
from conspectus.text.lines import TERMINAL

_EDGE = 0.12
_FEWEST_A_COLUMN = 3
_ENOUGH_LINES = 4
_SAME_LINE = 0.5
_AS_LONG = 0.03
_ALIKE = 0.15
_SOME_WORDS = 4
_MANY_WORDS = 8
_HYPHENS = "-\x02\u00ad\u2010\ufffe"
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página|pagina|s\.)\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)
# Compounds whose hyphen is their own, wherever the line breaks.
_OWN_HYPHEN = re.compile(
    r"(?:^|\W)(?:self|well|non|ex|half|all|cross|vice|so|long|short|high|low|co)$", re.IGNORECASE
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


def text_of(sheets: Sequence[Sheet]) -> tuple[str, tuple[str, ...]]:
    """The text of the pages, a paragraph to a line, and the lines at their edges that were left out."""
    pages = [lines_of(sheet.boxes) for sheet in sheets]
    furniture = _furniture(sheets, pages)
    left_out = dict.fromkeys(pages[page][index].text for page, index in sorted(furniture))
    ordered: list[list[Box]] = []
    for number, lines in enumerate(pages):
        kept = [line for index, line in enumerate(lines) if (number, index) not in furniture]
        ordered.extend(column for column in _columns(kept) if column)
    words, leading = _vocabulary(ordered), _leading(ordered)
    paragraphs: list[str] = []
    above: list[Box] = []
    for column in ordered:
        for number, paragraph in enumerate(_paragraphs(column, leading)):
            text = _joined(paragraph, words)
            if number == 0 and paragraphs and _goes_on(paragraphs[-1], text, full=_is_full(above, column)):
                paragraphs[-1] = _join(paragraphs[-1], text, words)
            else:
                paragraphs.append(text)
        above = column
    return "\n".join(paragraphs), tuple(left_out)


def _furniture(sheets: Sequence[Sheet], pages: Sequence[Sequence[Box]]) -> set[tuple[int, int]]:
    """Page numbers, and lines that at least two pages, and half of them, have at one place of their edge."""
    found: set[tuple[int, int]] = set()
    places: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, (sheet, lines) in enumerate(zip(sheets, pages, strict=True)):
        lowest = min((line.bottom for line in lines), default=0.0)
        highest = max((line.top for line in lines), default=0.0)
        for index, line in enumerate(lines):
            edge = _EDGE * sheet.height
            if edge < line.bottom and line.top < sheet.height - edge:
                continue
            if _PAGE_NUMBER.fullmatch(line.text) and (line.bottom == lowest or line.top == highest):
                found.add((number, index))
            pattern = re.sub(r"\d+", "#", line.text.casefold())
            places[pattern, round(line.bottom / 12)].append((number, index))
    for (pattern, _), where in places.items():
        count = len({number for number, _ in where})
        if count >= 2 and 2 * count >= len(pages) and pattern:
            found.update(where)
    # Left and right pages alternate, so a running head may be on every second page only.
    return found


def _columns(lines: Sequence[Box]) -> Iterator[list[Box]]:
    """The lines in reading order, in runs that stand below each other; each row of a table is a run."""
    runs = rows_as_lines(lines)
    if any(table for table, _ in runs):
        for table, run in runs:
            yield from ([row] for row in run) if table else _columns(run)
        return
    # From above, and what stands on one line from the left.
    ordered = list(lines)
    gutter = _gutter(ordered)
    if gutter is None:
        yield ordered
        return
    band: list[Box] = []
    for line in ordered:
        if line.left < gutter < line.right:
            yield from _sides(band, gutter)
            band = []
            yield [line]
        else:
            band.append(line)
    yield from _sides(band, gutter)


def _sides(band: Sequence[Box], gutter: float) -> Iterator[list[Box]]:
    yield from _columns([line for line in band if line.right <= gutter])
    yield from _columns([line for line in band if line.left >= gutter])


def _gutter(lines: Sequence[Box]) -> float | None:
    """Where a column begins that has another to its left: the place that the fewest lines cross."""
    best: tuple[int, float] | None = None
    for start in sorted({round(line.left) for line in lines}):
        at = start - 2.0
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        flush = sum(abs(line.left - start) <= 2 for line in right)
        if len(left) < _FEWEST_A_COLUMN or flush < _FEWEST_A_COLUMN or 2 * flush < len(right):
            continue
        beside = min(left[0].top, right[0].top) - max(left[-1].bottom, right[-1].bottom)
        if beside < 2 * left[0].height or 4 * (len(lines) - len(left) - len(right)) > len(lines):
            continue
        crossing = len(lines) - len(left) - len(right)
        if best is None or crossing < best[0]:
            best = (crossing, at)
    return None if best is None else best[1]


def _leading(columns: Sequence[Sequence[Box]]) -> float:
    """Points from one line of a paragraph to the next: a small step, as gaps between short paragraphs may be most."""
    steps = sorted(
        one.bottom - two.bottom
        for column in columns
        for one, two in pairwise(column)
        if one.bottom - two.bottom > _SAME_LINE * one.height
    )
    return steps[len(steps) // 8] if steps else 0.0


def _paragraphs(column: Sequence[Box], usual: float) -> Iterator[list[Box]]:
    leading = _leading([column]) if len(column) > _ENOUGH_LINES else usual
    margin = min((line.left for line in column), default=0.0)
    width = max((line.right for line in column), default=0.0) - margin
    paragraph: list[Box] = []
    for line in column:
        if paragraph and _begins(paragraph[-1], line, leading, margin, width):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(previous: Box, line: Box, leading: float, margin: float, width: float) -> bool:
    """True where a line begins a paragraph: by a gap, another size, an indent, or after a short last line."""
    if previous.bottom - line.bottom > 1.35 * leading or not 0.6 < line.height / previous.height < 1.7:
        return True
    indented = line.left - margin > 0.6 * line.height and previous.left - margin < 0.6 * line.height
    if indented and line.left - margin < 0.25 * width:
        return True
    short = previous.right < margin + 0.8 * width
    return short and TERMINAL.search(previous.text) is not None


def _is_full(column: Sequence[Box], following: Sequence[Box]) -> bool:
    """True where a column of several lines ends with one as long as all, and the next has as long and as high ones."""
    if len(column) < _FEWEST_A_COLUMN or not following:
        return False
    (left, right), (start, end) = (
        (min(line.left for line in each), max(line.right for line in each)) for each in (column, following)
    )
    last, first = column[-1], following[0]
    return (
        right - last.right <= _AS_LONG * (right - left)
        and abs((right - left) - (end - start)) <= _ALIKE * (right - left)
        and abs(last.height - first.height) <= _ALIKE * last.height
    )


def _goes_on(text: str, following: str, *, full: bool = False) -> bool:
    """True where a paragraph goes on in the next column or on the next page; a `full` line may do before a capital."""
    return (
        not TERMINAL.search(text)
        and SEPARATOR not in f"{text}{following}"
        and len(text.split()) > (_SOME_WORDS if following[:1].islower() else _MANY_WORDS)
        and (following[:1].islower() or text[-1:] in _HYPHENS or len(text) > 200 or full)
    )


def _vocabulary(columns: Sequence[Sequence[Box]]) -> frozenset[str]:
    return frozenset(
        word.strip(".,;:!?“”\"'()").casefold()
        for column in columns
        for line in column
        for word in line.text.split()
    )


def _joined(lines: Sequence[Box], words: frozenset[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = _join(text, line.text, words)
    return _clean(text)


def _clean(text: str) -> str:
    return text.replace("\u00ad", "").replace("\x02", "-").replace("\ufffe", "-")


def _join(text: str, following: str, words: frozenset[str]) -> str:
    """Two lines as one: a hyphen that only the line's end called for goes, a compound's own stays."""
    if text and text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalnum():
        stem = text[:-1]
        head = following[:1]
        if text[-1] == "\u00ad":
            return stem + following
        if not head.islower():
            # "Anglo-" and "2024-" keep theirs; so does a dash that is none of the word's.
            return f"{stem}-{following}"
        first = re.split(r"\s", stem)[-1].lstrip("“\"'(").casefold()
        last = re.split(r"\s", following)[0].rstrip(".,;:!?”\"')").casefold()
        whole = first + last in words
        compound = f"{first}-{last}" in words or bool(_OWN_HYPHEN.search(first))
        return f"{stem}-{following}" if compound and not whole else stem + following
    if text and following and _CJK.match(text[-1]) and _CJK.match(following[0]):
        return text + following
    return f"{text} {following}"
