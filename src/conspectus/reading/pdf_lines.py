"""The lines of a printed page: boxes that stand beside each other, put together where they are of one column.

Pure: places are in points, from the lower left corner of the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from conspectus.reading.printed import Box

_FEWEST_A_COLUMN = 3
_SAME_LINE = 0.5
_WORD_GAP = 1.6
_MARK = 0.35
_GUTTER = 0.8
_CLEAR = 5


def lines_of(boxes: Sequence[Box]) -> list[Box]:
    """Neighbours on one line, put together: a change of font divides a line into boxes."""
    lines: list[Box] = []
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: -(box.bottom + box.top)):
        for row in rows[-6:]:
            if _overlap(row[0], box) >= _SAME_LINE * min(row[0].height, box.height):
                row.append(box)
                break
        else:
            rows.append([box])
    rows = [sorted(row, key=lambda box: box.left) for row in rows]
    starts = _starts(rows)
    for number, row in enumerate(rows):
        merged: Box | None = None
        for box in row:
            if (
                merged is not None
                and box.left - merged.right <= _WORD_GAP * _letter(merged, box)
                and not _begins_column(merged, box, number, starts)
            ):
                # A full stop is low, so that the higher of both says how large the letters are.
                space = "" if box.left - merged.right < 0.12 * max(merged.height, box.height) else " "
                merged = Box(
                    f"{merged.text}{space}{box.text}",
                    merged.left,
                    min(merged.bottom, box.bottom),
                    max(merged.right, box.right),
                    max(merged.top, box.top),
                )
                continue
            if merged is not None:
                lines.append(merged)
            merged = box
        if merged is not None:
            lines.append(merged)
    return lines


def _starts(rows: Sequence[Sequence[Box]]) -> list[tuple[float, int, int]]:
    """Where columns begin that have others close to their left: the place, and the first and last row that break there.

    At least three rows do, and hardly any between them goes across.
    """
    breaks: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for one, two in pairwise(row):
            if two.left - one.right >= _GUTTER * _letter(one, two):
                breaks[round(two.left)].append(number)
    found = []
    for at in sorted(breaks):
        where = sorted({*breaks[at], *breaks.get(at + 1, ())})
        if len(where) < _FEWEST_A_COLUMN:
            continue
        between = rows[where[0] : where[-1] + 1]
        crossing = sum(any(box.left < at - 2 and at + 2 < box.right for box in row) for row in between)
        inside = sum(any(at - 1 <= box.left <= at + 2 for box in row) for row in between)
        if _CLEAR * crossing <= len(where) and 2 * inside >= len(between):
            found.append((float(at), where[0], where[-1]))
    return found


def _begins_column(one: Box, two: Box, row: int, starts: Sequence[tuple[float, int, int]]) -> bool:
    return two.left - one.right >= _GUTTER * _letter(one, two) and any(
        first <= row <= last and at - 1 <= two.left <= at + 2 for at, first, last in starts
    )


def _letter(one: Box, two: Box) -> float:
    """How high the smaller letters of two boxes are; a full stop or a dot alone does not tell."""
    low, high = sorted((one.height, two.height))
    return low if low > _MARK * high else high


def _overlap(one: Box, two: Box) -> float:
    return min(one.top, two.top) - max(one.bottom, two.bottom)
