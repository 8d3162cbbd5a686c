"""Reports made by hand, from figures by system, scorer and case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.output import Output
from conspectus.evaluation.report import Report, reported
from conspectus.evaluation.scorers import Score, chosen
from conspectus.evaluation.suite import Outcome, Result
from tests.support.cases import write_case

Figures = Mapping[str, Mapping[str, Mapping[str, float | None]]]


def made_cases(directory: Path, *names: str) -> tuple[LoadedCase, ...]:
    """Cases of these names, loaded."""
    for name in names:
        write_case(directory, name=name)
    return load_cases(directory)


def made_report(cases: tuple[LoadedCase, ...], figures: Figures) -> Report:
    """The report of these figures: system → case → scorer → value."""
    names = list(
        dict.fromkeys(s for by_case in figures.values() for values in by_case.values() for s in values)
    )
    results = [
        Result(
            case,
            system,
            Output(system=system, case=case),
            {
                name: Score(value=values.get(name), explanation="made", details=("a detail",))
                for name in names
            },
        )
        for system, by_case in figures.items()
        for case, values in by_case.items()
    ]
    titles = {system: system.title() for system in figures}
    return reported(cases, Outcome(results), titles, version="0", scorers=chosen(names))
