"""What a run of the suite says: means with their intervals, system beside system, and case by case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version as distribution_version
from statistics import fmean

from conspectus.evaluation.loading import LoadedCase, corpus_digest
from conspectus.evaluation.scorers import SCORERS, Scorer
from conspectus.evaluation.scorers.conflicts import Kind, by_kind
from conspectus.evaluation.scorers.score import Better, Unit
from conspectus.evaluation.statistics import bootstrap
from conspectus.evaluation.suite import Outcome, Result
from conspectus.model.base import Frozen
from conspectus.prompts import load, names


class Cell(Frozen):
    """A mean over `count` cases with its 95 % bootstrap interval over cases; a single case has no interval."""

    value: float
    low: float
    high: float
    count: int


class Row(Frozen):
    """One scorer's figures, by system; a system for which there is nothing to measure is not there."""

    scorer: str
    title: str
    says: str
    better: Better
    unit: Unit
    cells: Mapping[str, Cell]


class Table(Frozen):
    """Figures over the same cases for every system."""

    cases: tuple[str, ...]
    systems: tuple[str, ...]
    rows: tuple[Row, ...]


class Line(Frozen):
    """One system's figure on one case, with what stands behind it."""

    case: str
    system: str
    scorer: str
    value: float | None
    explanation: str
    details: tuple[str, ...]


class ModelUsed(Frozen):
    """A model whose answers were used: the sha256 of its weights, and the days between which it answered."""

    name: str
    sha256: str
    first: str
    last: str


class Report(Frozen):
    """Everything that a run says; the same recordings and the same code give the same report."""

    conspectus_version: str
    sumy_version: str | None
    corpus: str
    cases: tuple[str, ...]
    articles: int
    titles: Mapping[str, str]
    models: tuple[ModelUsed, ...]
    prompts: Mapping[str, str]
    side_by_side: Table
    complete: Table
    unseen: Table
    by_case: tuple[Line, ...]
    kinds: Mapping[str, Mapping[str, Kind]]
    failures: Mapping[str, str]
    unrecorded: tuple[tuple[str, str], ...]


def reported(
    cases: Sequence[LoadedCase],
    outcome: Outcome,
    titles: Mapping[str, str],
    *,
    version: str,
    scorers: Sequence[Scorer] = SCORERS,
) -> Report:
    """The report of a run; `titles` say what systems are called, in the order in which they stand.

    `side_by_side` is over the cases for which every system has a result, those that have one for fewer than half of the
    cases left out, where others have more; `complete` has only those systems that have one for every case; `unseen` is
    `side_by_side` without the cases that were developed on.
    """
    results = outcome.results
    present = [name for name in titles if any(result.system == name for result in results)]
    done = {name: {r.case for r in results if r.system == name} for name in present}
    # A recording that has only begun would leave the others hardly a case to be compared on.
    compared = [name for name in present if 2 * len(done[name]) >= len(cases)] or present
    common = [case.id for case in cases if all(case.id in done[name] for name in compared)]
    whole = [name for name in present if len(done[name]) == len(cases)]
    return Report(
        conspectus_version=version,
        sumy_version=distribution_version("sumy") if "lexrank" in present else None,
        corpus=corpus_digest(cases),
        cases=tuple(case.id for case in cases),
        articles=sum(len(case.articles) for case in cases),
        titles={name: titles[name] for name in present},
        models=_models(results),
        prompts=_prompts(results),
        side_by_side=table(results, common, compared, scorers),
        complete=table(results, [case.id for case in cases], whole, scorers),
        unseen=table(
            results, [c.id for c in cases if c.id in common and not c.case.developed_on], compared, scorers
        ),
        by_case=tuple(_lines(results, scorers)),
        kinds=_kinds(cases, results, common),
        failures={f"{r.case}, {r.system}": r.output.failure for r in results if r.output.failure},
        unrecorded=tuple(outcome.unrecorded),
    )


def table(
    results: Sequence[Result], cases: Sequence[str], systems: Sequence[str], scorers: Sequence[Scorer]
) -> Table:
    """Each scorer's mean over these cases for each of these systems."""
    rows = []
    for scorer in scorers:
        cells = {}
        for system in systems:
            values = [
                value
                for result in results
                if result.system == system and result.case in set(cases)
                if (value := result.scores[scorer.name].value) is not None
            ]
            if values:
                cells[system] = mean(values)
        rows.append(
            Row(
                scorer=scorer.name,
                title=scorer.title,
                says=scorer.says,
                better=scorer.better,
                unit=scorer.unit,
                cells=cells,
            )
        )
    return Table(cases=tuple(cases), systems=tuple(systems), rows=tuple(rows))


def mean(values: Sequence[float]) -> Cell:
    """The mean of one value a case, with its 95 % interval from 2,000 bootstrap resamples of the cases."""
    if len(set(values)) == 1:
        return Cell(value=values[0], low=values[0], high=values[0], count=len(values))
    interval = bootstrap(values, fmean)
    return Cell(value=interval.value, low=interval.low, high=interval.high, count=len(values))


def _prompts(results: Sequence[Result]) -> dict[str, str]:
    """The version and the fingerprint of each prompt that was used; of one that is not bundled, the fingerprint."""
    used: dict[str, list[str]] = {}
    for name, fingerprint in sorted({pair for r in results for pair in r.output.asked.prompts.items()}):
        used.setdefault(name, []).append(_versioned(name, fingerprint))
    return {name: " and ".join(which) for name, which in used.items()}


def _versioned(name: str, fingerprint: str) -> str:
    if name not in names():
        return fingerprint
    bundled = load(name)
    return f"v{bundled.version} {fingerprint}" if bundled.fingerprint == fingerprint else fingerprint


def _models(results: Sequence[Result]) -> tuple[ModelUsed, ...]:
    headers = [result.recorded for result in results if result.recorded is not None]
    names = {header.sha256: header.model for header in headers}
    return tuple(
        ModelUsed(
            name=name,
            sha256=sha256,
            first=min(header.recorded for header in headers if header.sha256 == sha256),
            last=max(header.recorded for header in headers if header.sha256 == sha256),
        )
        for sha256, name in sorted(names.items(), key=lambda item: item[1])
    )


def _kinds(
    cases: Sequence[LoadedCase], results: Sequence[Result], common: Sequence[str]
) -> dict[str, dict[str, Kind]]:
    """For each system that shows conflicts, the counts by kind over these cases, all added up."""
    by_id = {case.id: case for case in cases}
    totals: dict[str, dict[str, Kind]] = {}
    for result in results:
        if result.output.conflicts is not None and result.case in common:
            mine = totals.setdefault(result.system, {})
            for kind, counts in by_kind(by_id[result.case], result.output).items():
                mine[kind] = mine[kind] + counts if kind in mine else counts
    return {system: dict(sorted(mine.items())) for system, mine in totals.items()}


def _lines(results: Sequence[Result], scorers: Sequence[Scorer]) -> list[Line]:
    return [
        Line(
            case=result.case,
            system=result.system,
            scorer=scorer.name,
            value=result.scores[scorer.name].value,
            explanation=result.scores[scorer.name].explanation,
            details=result.scores[scorer.name].details,
        )
        for result in sorted(results, key=lambda result: result.case)
        for scorer in scorers
    ]
