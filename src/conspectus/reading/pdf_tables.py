"""Tables on a printed page: rows of short cells that stand under each other.

Pure: places are in points, from the lower left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from conspectus.reading.printed import Box

_FEWEST_ROWS = 3
_ALIGNED = 3.0
# Columns of running text are filled up to their gutter, and have more words in a line; cells rarely are.
_FILLED = 0.75
_MOST_WORDS = 5
SEPARATOR = " | "
"""What stands between the cells of a row."""
_DIGIT = re.compile(r"\d")


def rows_as_lines(lines: Sequence[Box]) -> list[tuple[bool, list[Box]]]:
    """The lines from top to bottom in runs: a table's rows, each as one line with bars between its cells, or others."""
    runs: list[tuple[bool, list[Box]]] = []
    rows = list(_rows(lines))
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and len(rows[at]) > 1 and _same_columns(rows[at], rows[end]):
            end += 1
        table = _is_table(rows[at:end])
        end = end if table else at + 1
        boxes = [_row(row) for row in rows[at:end]] if table else list(rows[at])
        if runs and not table and not runs[-1][0]:
            runs[-1][1].extend(boxes)
        else:
            runs.append((table, boxes))
        at = end
    return runs


def _rows(lines: Sequence[Box]) -> Iterator[list[Box]]:
    """Lines that stand beside each other, from left to right."""
    row: list[Box] = []
    for line in sorted(lines, key=lambda line: -(line.bottom + line.top)):
        if row and min(row[0].top, line.top) - max(row[0].bottom, line.bottom) < 0.5 * line.height:
            yield sorted(row, key=lambda box: box.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda box: box.left)


def _same_columns(one: Sequence[Box], two: Sequence[Box]) -> bool:
    """True where each cell stands under one: at its left edge, its right edge or its middle."""
    edges: tuple[Callable[[Box], float], ...] = (
        lambda box: box.left,
        lambda box: box.right,
        lambda box: (box.left + box.right) / 2,
    )
    return len(one) == len(two) and all(
        any(abs(edge(a) - edge(b)) <= _ALIGNED for edge in edges) for a, b in zip(one, two, strict=True)
    )


def _is_table(rows: Sequence[Sequence[Box]]) -> bool:
    """True for enough rows of cells that are too short for running text; two columns of words alone are none."""
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < 2:
        return False
    columns = list(zip(*rows, strict=True))
    if any(median(len(box.text.split()) for box in column) > _MOST_WORDS for column in columns):
        return False
    for column, following in pairwise(columns):
        pitch = min(box.left for box in following) - min(box.left for box in column)
        if pitch <= 0 or median(box.right - box.left for box in column) > _FILLED * pitch:
            return False
    cells = [box for column in columns[1:] for box in column]
    numbered = sum(_DIGIT.search(box.text) is not None for box in cells)
    return 2 * numbered >= len(cells)


def _row(row: Sequence[Box]) -> Box:
    return Box(
        SEPARATOR.join(box.text for box in row),
        row[0].left,
        min(box.bottom for box in row),
        row[-1].right,
        max(box.top for box in row),
    )
