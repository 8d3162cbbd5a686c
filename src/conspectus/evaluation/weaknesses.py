"""What the figures say we are bad at, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.evaluation.figures import written
from conspectus.evaluation.report import Line, Report, Row

_WORST_SCORERS = 5
_WORST_CASES = 2
_DETAILS = 3
_GATED = "share"


def weaknesses(report: Report, system: str) -> Iterator[str]:
    """A line for each of the system's five worst shares, with the cases where it is worst and what was missed there.

    And a line for each other system that is surely better at something: their intervals don't meet.
    """
    rows = [row for row in report.side_by_side.rows if row.unit == _GATED and row.better != "neither"]
    mine = [row for row in rows if system in row.cells]
    for row in sorted(mine, key=lambda row: _goodness(row, system))[:_WORST_SCORERS]:
        if _goodness(row, system) < 1:
            yield _told(row, report, system)
    for row in mine:
        for other in report.side_by_side.systems:
            if other in row.cells and _surely_better(row, other, system):
                theirs, ours = (written(row.cells[name].value, row.unit) for name in (other, system))
                yield (
                    f"**{report.titles[other]} is better at {row.title}**: {theirs} against {ours}, "
                    "and the intervals do not meet."
                )


def _goodness(row: Row, system: str) -> float:
    value = row.cells[system].value
    return value if row.better == "higher" else 1 - value


def _surely_better(row: Row, other: str, system: str) -> bool:
    one, two = row.cells[other], row.cells[system]
    return one.low > two.high if row.better == "higher" else one.high < two.low


def _told(row: Row, report: Report, system: str) -> str:
    lines = [
        line
        for line in report.by_case
        if line.system == system and line.scorer == row.scorer and line.value is not None
    ]
    worst = sorted(lines, key=lambda line: (_of(row, line), line.case))[:_WORST_CASES]
    cases = "; ".join(_case(line, row) for line in worst if _of(row, line) < 1)
    return f"**{row.title}: {written(row.cells[system].value, row.unit)}** in the mean. Worst: {cases}."


def _of(row: Row, line: Line) -> float:
    value = line.value or 0.0
    return value if row.better == "higher" else 1 - value


def _case(line: Line, row: Row) -> str:
    shown = _joined(line.details[:_DETAILS])
    more = f" and {len(line.details) - _DETAILS} more" if len(line.details) > _DETAILS else ""
    return f"`{line.case}` with {written(line.value, row.unit)}{f' ({shown}{more})' if shown else ''}"


def _joined(details: Sequence[str]) -> str:
    return " · ".join(detail.replace("|", "¦").rstrip(".") for detail in details)
