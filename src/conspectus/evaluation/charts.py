"""Plots as inline SVG: no script, no font, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from conspectus.evaluation.figures import with_interval, written
from conspectus.evaluation.report import Cell, Report, Row

_WIDTH = 640
_BAR = 22
_LABEL = 190
_COLORS = ("#2f5d8a", "#b4552d", "#3f7d58", "#7a5195", "#8a7a2f", "#57606a", "#a23b5c")


def color(index: int) -> str:
    """The colour of the system of that number, the same in every plot."""
    return _COLORS[index % len(_COLORS)]


def bars(row: Row, systems: Sequence[str], report: Report) -> str:
    """A bar for each system with its interval as a line; shares from 0 to 100 %, the rest up to the largest."""
    present = [system for system in systems if system in row.cells]
    if not present:
        return ""
    top = 1.0 if row.unit == "share" else max(row.cells[s].high for s in present)
    span = _WIDTH - _LABEL - 130
    scale = span / top if top else 0.0
    height = _BAR * len(present) + 8
    parts = []
    for number, system in enumerate(present):
        cell, y = row.cells[system], number * _BAR + 4
        told = with_interval(cell, row.unit)
        parts.append(
            f'<text x="{_LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(report.titles[system])}</text>'
            f'<rect x="{_LABEL}" y="{y + 3}" width="{max(1.0, min(cell.value * scale, span)):.1f}" height="14" '
            f'fill="{color(list(report.titles).index(system))}"/>{_whisker(cell, scale, y + 10, span)}'
            f'<text x="{_LABEL + span + 10}" y="{y + 14}">{escape(told)}</text>'
        )
    described = "; ".join(f"{report.titles[s]} {with_interval(row.cells[s], row.unit)}" for s in present)
    return _svg(height, f"{row.title}: {described}", "".join(parts))


def _whisker(cell: Cell, scale: float, y: float, span: float) -> str:
    if cell.low == cell.high:
        return ""
    low, high = (_LABEL + min(value * scale, span) for value in (cell.low, cell.high))
    return f'<path d="M{low:.1f} {y}H{high:.1f}M{low:.1f} {y - 4}v8M{high:.1f} {y - 4}v8" class="whisker"/>'


def scatter(across: Row, up: Row, systems: Sequence[str], report: Report) -> str:
    """Each system as a dot, one figure against another; systems that lack one of them are not there."""
    present = [system for system in systems if system in across.cells and system in up.cells]
    if not present:
        return ""
    left, right, head, foot = 60, _WIDTH - 170, 20, 280
    widest = max(across.cells[s].value for s in present) or 1.0
    parts = [
        f'<path d="M{left} {head}V{foot}H{right}" class="axis"/>',
        f'<text x="{left - 6}" y="{foot + 4}" text-anchor="end">{written(0, up.unit)}</text>',
        f'<text x="{left - 6}" y="{head + 4}" text-anchor="end">{written(1, up.unit)}</text>',
        f'<text x="{left}" y="{foot + 18}" text-anchor="middle">{written(0, across.unit)}</text>',
        f'<text x="{right}" y="{foot + 18}" text-anchor="middle">{written(widest, across.unit)}</text>',
        f'<text x="{(left + right) / 2}" y="{foot + 36}" text-anchor="middle">{escape(across.title)}</text>',
        f'<text x="{left}" y="{head - 8}">{escape(up.title)}</text>',
    ]
    taken: list[float] = []
    for system in sorted(present, key=lambda s: -up.cells[s].value):
        x = left + across.cells[system].value / widest * (right - left)
        y = foot - up.cells[system].value * (foot - head)
        # Names keep a line's distance from those above them.
        name_y = max([y + 4, *(other + 15 for other in taken if abs(other - y - 4) < 15)])
        taken.append(name_y)
        shade = color(list(report.titles).index(system))
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{shade}"/>'
            f'<text x="{x + 10:.1f}" y="{name_y:.1f}">{escape(report.titles[system])}</text>'
        )
    return _svg(foot + 44, f"{up.title} against {across.title}", "".join(parts))


def _svg(height: float, described: str, content: str) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH}" role="img" aria-label="{escape(described)}">'
        f"{content}</svg>"
    )
