"""`RESULTS.md`, written from the report alone: the same recordings and the same code give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.evaluation.controls import CONTROLS, Verdict
from conspectus.evaluation.figures import MISSING, with_interval, written
from conspectus.evaluation.report import Report, Table
from conspectus.evaluation.weaknesses import weaknesses


def results(
    report: Report, controls: Sequence[Verdict], *, command: str, system: str, by_hand: str = ""
) -> str:
    """The whole document; `system` is the one whose weaknesses are told, `by_hand` what a person adds about them."""
    parts = [
        "# Results",
        f"Written by `{command}`; don't edit. What each figure counts stands [below](#what-the-figures-count), what is "
        "measured and how in [README.md](README.md).",
        _facts(report),
        "## Side by side",
        _over(report.side_by_side, report),
        _table(report.side_by_side, report),
        *_unseen(report),
    ]
    if set(report.complete.systems) - set(report.side_by_side.systems) or (
        report.complete.systems and report.complete.cases != report.side_by_side.cases
    ):
        parts += [
            "## All cases",
            f"Those systems that have an account of each of the {len(report.complete.cases)} cases.",
            _table(report.complete, report),
        ]
    if report.kinds:
        parts += [
            "### Conflicts by kind",
            "Shown of those there are, right of those shown, and F1, over all these cases together; a system that "
            "names no kinds is right about none.",
            _by_kind(report),
        ]
    told = "\n".join(f"- {line}" for line in weaknesses(report, system)) if system in report.titles else ""
    parts += [
        "## What we are bad at",
        f"From the figures of “{report.titles.get(system, system)}”:",
        told or "- Nothing was measured.",
        by_hand.strip(),
        "## Controls",
        "Accounts of Conspectus, spoilt on purpose. A scorer that does not see it measures nothing.",
        _controls(controls),
        "## What the figures count",
        _counted(report),
        "## Case by case",
        *_cases(report, system),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(report: Report) -> str:
    lines = [
        f"- Conspectus {report.conspectus_version}{f', sumy {report.sumy_version}' if report.sumy_version else ''}; "
        f"corpus `{report.corpus}`: {len(report.cases)} cases, {report.articles} articles.",
        *(
            f"- {model.name} (sha256 `{model.sha256[:12]}…`), answers recorded {_between(model.first, model.last)}."
            for model in report.models
        ),
    ]
    if report.prompts:
        named = ", ".join(f"`{name}` {which}" for name, which in report.prompts.items())
        lines.append(f"- Prompts by version and fingerprint: {named}.")
    for pair, failure in report.failures.items():
        lines.append(f"- No account of {pair}: {failure}.")
    missing: dict[str, list[str]] = {}
    for case, system in report.unrecorded:
        missing.setdefault(system, []).append(case)
    for system, cases in missing.items():
        named = "any case" if len(cases) == len(report.cases) else ", ".join(cases)
        lines.append(f"- Not recorded for `{system}`: {named}.")
    return "\n".join(lines)


def _between(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _over(table: Table, report: Report) -> str:
    which = (
        f"all {len(table.cases)} cases"
        if len(table.cases) == len(report.cases)
        else f"the {len(table.cases)} cases of which every system here has an account ({', '.join(table.cases)})"
    )
    return (
        f"Means over {which}, with 95 % intervals from a bootstrap over cases. ↑ more is better, ↓ less is. "
        f"{MISSING}: the system makes no such thing, or there was nothing to measure."
    )


def _unseen(report: Report) -> Iterator[str]:
    """The table over the cases that nothing was developed on, where there are others as well."""
    if report.unseen.cases and report.unseen.cases != report.side_by_side.cases:
        yield "### Without the cases that were developed on"
        yield (
            f"The same over the {len(report.unseen.cases)} cases that nobody who wrote rules had looked into "
            f"({', '.join(report.unseen.cases)}). What to expect of articles that nobody has tuned anything on "
            "is here and not above."
        )
        yield _table(report.unseen, report)


_ARROWS = {"higher": " ↑", "lower": " ↓", "neither": ""}


def _table(table: Table, report: Report) -> str:
    names = [report.titles[system] for system in table.systems]
    lines = [f"| | {' | '.join(names)} |", f"| --- |{' ---: |' * len(names)}"]
    for row in table.rows:
        cells = [
            with_interval(row.cells.get(system), row.unit, cases=len(table.cases)) for system in table.systems
        ]
        lines.append(f"| {row.title}{_ARROWS[row.better]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _by_kind(report: Report) -> str:
    systems = [system for system in report.titles if system in report.kinds]
    kinds = sorted({kind for system in systems for kind in report.kinds[system]})
    names = [report.titles[system] for system in systems]
    lines = [f"| | {' | '.join(names)} |", f"| --- |{' ---: |' * len(names)}"]
    for kind in kinds:
        cells = []
        for system in systems:
            counts = report.kinds[system].get(kind)
            cells.append(
                f"{counts.found} of {counts.wanted}, {counts.right} of {counts.shown}, {written(counts.f1, 'share')}"
                if counts
                else MISSING
            )
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _controls(controls: Sequence[Verdict]) -> str:
    lines = ["| spoilt | scorer | lost in | mean before | mean after |", "| --- | --- | ---: | ---: | ---: |"]
    for control in CONTROLS:
        for scorer in control.scorers:
            mine = [v for v in controls if v.control == control.name and v.scorer == scorer]
            if not mine:
                lines.append(f"| {control.name}: {control.what} | {scorer} | no account to spoil | | |")
                continue
            before = sum(v.before for v in mine) / len(mine)
            after = sum(v.after for v in mine) / len(mine)
            lost = sum(v.lost for v in mine)
            lines.append(
                f"| {control.name}: {control.what} | {scorer} | {lost} of {len(mine)} | {before:.2f} | {after:.2f} |"
            )
    return "\n".join(lines)


def _counted(report: Report) -> str:
    return "\n".join(f"- **{row.title}**: {row.says}" for row in report.side_by_side.rows)


def _cases(report: Report, system: str) -> Iterator[str]:
    rows = {row.scorer: row for row in report.side_by_side.rows}
    for case in report.cases:
        systems = [
            s for s in report.titles if any(ln.case == case and ln.system == s for ln in report.by_case)
        ]
        values = {(ln.system, ln.scorer): ln for ln in report.by_case if ln.case == case}
        names = [report.titles[system] for system in systems]
        lines = [f"| | {' | '.join(names)} |", f"| --- |{' ---: |' * len(names)}"]
        for scorer, row in rows.items():
            cells = [written(values[system, scorer].value, row.unit) for system in systems]
            lines.append(f"| {row.title} | {' | '.join(cells)} |")
        yield f"### {case}"
        yield "\n".join(lines)
        if told := _told(case, system, report):
            yield f"<details><summary>What {report.titles[system]} missed</summary>\n\n{told}\n\n</details>"


def _told(case: str, system: str, report: Report) -> str:
    titles = {row.scorer: row.title for row in report.side_by_side.rows}
    lines = [
        f"- {titles[line.scorer]}: {detail}"
        for line in report.by_case
        if line.case == case and line.system == system and line.scorer != "coverage_vital"
        for detail in line.details
    ]
    return "\n".join(dict.fromkeys(line.replace("<", "&lt;") for line in lines))
