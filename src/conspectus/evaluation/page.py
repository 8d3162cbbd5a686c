"""The report, or a comparison, as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from conspectus.evaluation.charts import bars, scatter
from conspectus.evaluation.comparison import Change, Comparison, signed
from conspectus.evaluation.figures import with_interval, written
from conspectus.evaluation.report import Report, Row, Table

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1f23;--quiet:#5c6570;--line:#d7dce2;--page:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--quiet:#9aa4af;--line:#3a4149;--page:#15181c}}
body{font:16px/1.5 Georgia,"Times New Roman",serif;color:var(--ink);background:var(--page);max-width:60rem;
margin:2rem auto;padding:0 1rem}
h1,h2,h3{line-height:1.2;font-weight:600}h2{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1rem}
table{border-collapse:collapse;font-size:.85rem;display:block;overflow-x:auto}
th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th:first-child,td:first-child{text-align:left}p.quiet,figcaption{color:var(--quiet);font-size:.9rem}
svg{max-width:100%;height:auto;font:13px sans-serif;fill:var(--ink)}figure{margin:1rem 0}
.whisker,.axis{stroke:var(--ink);fill:none}.better{color:#2c7a4b}.worse{color:#b23a2e}
@media(prefers-color-scheme:dark){.better{color:#6cc48f}.worse{color:#ef8b7f}}
details{margin:.5rem 0}code{font-size:.85em}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(report: Report, *, command: str, comparison: Comparison | None = None) -> str:
    """The whole document; every text in it is escaped, and nothing in it runs or is fetched."""
    body = "".join(_body(report, command, comparison))
    title = "Comparison" if comparison else "Evaluation"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Conspectus: {title}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_STYLE}</style></head>'
        f"<body><main><h1>{title}</h1>{body}</main></body></html>\n"
    )


def _body(report: Report, command: str, comparison: Comparison | None) -> Iterator[str]:
    table = report.side_by_side
    yield (
        f'<p class="quiet"><code>{escape(command)}</code> · Conspectus {escape(report.conspectus_version)} · corpus '
        f"<code>{escape(report.corpus)}</code>, {len(report.cases)} cases, {report.articles} articles; means over "
        f"{len(table.cases)} of them with 95 % bootstrap intervals</p>"
    )
    if comparison is not None:
        yield from _comparison(comparison)
    rows = {row.scorer: row for row in table.rows}
    if "coverage_vital" in rows:
        yield "<h2>Coverage against cost</h2>"
        for measure in ("cost", "tokens", "words"):
            if measure in rows and any(cell.value for cell in rows[measure].cells.values()):
                drawn = scatter(rows[measure], rows["coverage_vital"], table.systems, report)
                yield f"<figure>{drawn}</figure>" if drawn else ""
    yield "<h2>Figure by figure</h2>"
    for row in table.rows:
        yield from _drawn(row, table, report)
    yield "<h2>Table</h2>"
    yield _table(table, report)
    yield "<h2>Case by case</h2>"
    yield from _cases(report)


def _drawn(row: Row, table: Table, report: Report) -> Iterator[str]:
    if plot := bars(row, table.systems, report):
        better = {"higher": "More is better.", "lower": "Less is better.", "neither": ""}[row.better]
        yield f"<figure><h3>{escape(row.title)}</h3>{plot}<figcaption>{escape(row.says)} {better}</figcaption></figure>"


def _table(table: Table, report: Report) -> str:
    names = [report.titles[system] for system in table.systems]
    lines = [
        [row.title, *(with_interval(row.cells.get(system), row.unit) for system in table.systems)]
        for row in table.rows
    ]
    return _html_table(["", *names], lines)


def _html_table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    first = "".join(f"<th>{escape(text)}</th>" for text in head)
    rest = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in line) + "</tr>" for line in lines)
    return f"<table><thead><tr>{first}</tr></thead><tbody>{rest}</tbody></table>"


def _cases(report: Report) -> Iterator[str]:
    titles = {row.scorer: row for row in report.side_by_side.rows}
    for case in report.cases:
        lines = [
            line for line in report.by_case if line.case == case and (line.value is not None or line.details)
        ]
        rows = [
            [
                titles[line.scorer].title,
                report.titles[line.system],
                written(line.value, titles[line.scorer].unit),
                " · ".join((line.explanation, *line.details)),
            ]
            for line in lines
        ]
        yield f"<details><summary>{escape(case)}</summary>{_html_table(['', 'system', '', ''], rows)}</details>"


def _comparison(comparison: Comparison) -> Iterator[str]:
    yield f"<p>A: {escape(comparison.a)}<br>B: {escape(comparison.b)}</p>"
    if comparison.missing:
        yield f"<p>Without an account by both: {escape(', '.join(comparison.missing))}</p>"
    yield "<table><thead><tr><th></th><th>A</th><th>B</th><th>B − A</th><th>95 %</th><th></th></tr></thead><tbody>"
    yield from map(_changed, comparison.changes)
    yield "</tbody></table>"
    for change in comparison.changes:
        for word, cases in (("better", change.gains), ("worse", change.losses)):
            if cases and change.better != "neither":
                told = ", ".join(
                    f"{one.case} {written(one.before, change.unit)} → {written(one.after, change.unit)}"
                    for one in cases
                )
                yield f'<p class="quiet">{escape(change.title)}, <span class="{word}">{word}</span>: {escape(told)}</p>'


def _changed(change: Change) -> str:
    cell = change.difference
    texts = (
        change.title,
        written(change.a, change.unit),
        written(change.b, change.unit),
        signed(cell.value, change.unit),
        f"{signed(cell.low, change.unit)} to {signed(cell.high, change.unit)}",
    )
    verdict = f'<td class="{change.verdict.replace(" ", "-")}">{change.verdict}</td>'
    return "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in texts) + verdict + "</tr>"
