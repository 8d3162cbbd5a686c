"""Two systems on the same cases: what is better, what is worse, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.evaluation.figures import MISSING, written
from conspectus.evaluation.report import Cell, Report, Row, mean
from conspectus.evaluation.scorers.score import Better, Unit
from conspectus.evaluation.terminal import aligned
from conspectus.model.base import Frozen


class CaseChange(Frozen):
    """One case's figures under both; only where they differ."""

    case: str
    before: float
    after: float


class Change(Frozen):
    """A scorer's paired difference, B less A, over the cases that both have a figure for.

    `difference` has a 95 % bootstrap interval over cases; `verdict` is `better` or `worse` where that leaves out 0,
    `no finding` where it does not, and `differs` where neither direction is good.
    """

    scorer: str
    title: str
    better: Better
    unit: Unit
    a: float
    b: float
    difference: Cell
    verdict: str
    gains: tuple[CaseChange, ...]
    losses: tuple[CaseChange, ...]


class Comparison(Frozen):
    """A and B side by side; what was measured, and for which cases one of them has no account."""

    a: str
    b: str
    cases: tuple[str, ...]
    missing: tuple[str, ...]
    changes: tuple[Change, ...]


def compared(report: Report, a: str, b: str) -> Comparison:
    """The comparison of two systems of a report, by their names there."""
    have = {name: {line.case for line in report.by_case if line.system == name} for name in (a, b)}
    return Comparison(
        a=report.titles.get(a, a),
        b=report.titles.get(b, b),
        cases=tuple(case for case in report.cases if case in have[a] & have[b]),
        missing=tuple(case for case in report.cases if case not in have[a] & have[b]),
        changes=tuple(
            change for row in report.side_by_side.rows if (change := _change(report, row, a, b)) is not None
        ),
    )


def _change(report: Report, row: Row, a: str, b: str) -> Change | None:
    values = {(line.system, line.case): line.value for line in report.by_case if line.scorer == row.scorer}
    pairs = [
        (case, before, after)
        for case in report.cases
        if (before := values.get((a, case))) is not None and (after := values.get((b, case))) is not None
    ]
    if not pairs:
        return None
    difference = mean([after - before for _, before, after in pairs])
    sign = -1 if row.better == "lower" else 1
    changes = [CaseChange(case=case, before=before, after=after) for case, before, after in pairs]
    return Change(
        scorer=row.scorer,
        title=row.title,
        better=row.better,
        unit=row.unit,
        a=sum(before for _, before, _ in pairs) / len(pairs),
        b=sum(after for _, _, after in pairs) / len(pairs),
        difference=difference,
        verdict=_verdict(difference, row.better),
        gains=tuple(one for one in changes if sign * (one.after - one.before) > 0),
        losses=tuple(one for one in changes if sign * (one.after - one.before) < 0),
    )


def _verdict(difference: Cell, better: Better) -> str:
    if difference.low <= 0 <= difference.high:
        return "no finding" if difference.low != difference.high or difference.value else "same"
    if difference.count < _FEWEST:
        return "too few cases"
    if better == "neither":
        return "differs"
    return "better" if (difference.value > 0) == (better == "higher") else "worse"


_FEWEST = 3
"""Cases below which an interval over cases says nothing."""


def signed(value: float, unit: Unit) -> str:
    """A difference with its sign; shares in percentage points."""
    text = written(abs(value), unit)
    if text.strip("0.,$ %s") == "":
        return f"±{text}".replace(" %", " pp")
    return f"{'+' if value > 0 else '−'}{text}".replace(" %", " pp")


def _interval(change: Change) -> str:
    cell = change.difference
    if cell.low == cell.high:
        return signed(cell.value, change.unit)
    low, high = signed(cell.low, change.unit), signed(cell.high, change.unit)
    return f"{signed(cell.value, change.unit)} ({low.removesuffix(' pp')} to {high.removesuffix(' pp')})"


def as_text(comparison: Comparison) -> str:
    """The comparison for a terminal: the differences, then what changed case by case."""
    head = ["", "A", "B", "B − A (95 %)", ""]
    body = [
        [c.title, written(c.a, c.unit), written(c.b, c.unit), _interval(c), c.verdict]
        for c in comparison.changes
    ]
    lines = [f"A: {comparison.a}", f"B: {comparison.b}", f"{len(comparison.cases)} cases", ""]
    lines += [*aligned([head, *body]), "", *_by_case(comparison, "", "  ")]
    return "\n".join(lines) + "\n"


def as_markdown(comparison: Comparison, *, command: str) -> str:
    """The comparison as Markdown."""
    lines = [
        "# Comparison",
        "",
        f"`{command}`",
        "",
        f"- A: {comparison.a}",
        f"- B: {comparison.b}",
        f"- {len(comparison.cases)} cases: {', '.join(comparison.cases) or MISSING}",
    ]
    if comparison.missing:
        lines.append(f"- Without an account by both: {', '.join(comparison.missing)}")
    lines += ["", "| | A | B | B − A (95 %) | |", "| --- | ---: | ---: | ---: | --- |"]
    lines += [
        f"| {c.title} | {written(c.a, c.unit)} | {written(c.b, c.unit)} | {_interval(c)} | {c.verdict} |"
        for c in comparison.changes
    ]
    lines += ["", "## Case by case", "", *_by_case(comparison, "- ", "  - ")]
    return "\n".join(lines) + "\n"


def _by_case(comparison: Comparison, bullet: str, inner: str) -> Iterator[str]:
    """For each scorer that has a good direction, the cases that got better and those that got worse."""
    any_change = False
    for change in comparison.changes:
        if change.better == "neither" or not (change.gains or change.losses):
            continue
        any_change = True
        yield f"{bullet}{change.title}"
        for word, cases in (("better", change.gains), ("worse", change.losses)):
            if cases:
                yield f"{inner}{word}: {_listed(cases, change.unit)}"
    if not any_change:
        yield f"{bullet}no case got better or worse"


def _listed(cases: Sequence[CaseChange], unit: Unit) -> str:
    return ", ".join(f"{one.case} {written(one.before, unit)} → {written(one.after, unit)}" for one in cases)
