"""The report as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.evaluation.figures import with_interval
from conspectus.evaluation.report import Report, Table

_GAP = "  "


def shown(report: Report) -> str:
    """The table of means, what could not be measured, and nothing else."""
    lines = [
        f"corpus {report.corpus}: {len(report.cases)} cases, {report.articles} articles",
        f"means over {len(report.side_by_side.cases)} of them, with 95 % intervals",
        "",
        *_columns(report.side_by_side, report),
    ]
    if report.unseen.cases and report.unseen.cases != report.side_by_side.cases:
        lines += [
            "",
            f"over the {len(report.unseen.cases)} that nothing was developed on",
            "",
            *_columns(report.unseen, report),
        ]
    lines += [f"no account of {pair}: {why}" for pair, why in report.failures.items()]
    if report.unrecorded:
        lines.append(f"not recorded: {len(report.unrecorded)} of {_pairs(report)} cases and systems")
    return "\n".join(lines) + "\n"


def _pairs(report: Report) -> int:
    systems = set(report.titles) | {system for _, system in report.unrecorded}
    return len(report.cases) * len(systems)


def _columns(table: Table, report: Report) -> Iterator[str]:
    head = ["", *(report.titles[system] for system in table.systems)]
    body = [
        [row.title, *(with_interval(row.cells.get(system), row.unit) for system in table.systems)]
        for row in table.rows
    ]
    yield from aligned([head, *body])


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *rest = [
            text.ljust(width) if not column else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield _GAP.join([first, *rest]).rstrip()
