"""Floors under the figures: they rise on request, and sink only with a reason that stays in the file."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from conspectus.errors import FloorError, InputError, UsageError
from conspectus.evaluation.report import Line, Report, Row
from conspectus.model.base import Frozen

_TOLERANCE = 5e-5


class Lowered(Frozen):
    """A floor that was let down, and why."""

    system: str
    scorer: str
    before: float
    after: float
    why: str = Field(pattern=r"\S")


class SystemFloors(Frozen):
    """A system's floors by scorer (a ceiling where less is better), and the cases they were measured on."""

    cases: tuple[str, ...]
    floors: Mapping[str, float]


class Floors(Frozen):
    """All floors, the digest of the cases and articles they hold for, and every floor that was ever let down."""

    corpus: str = ""
    systems: Mapping[str, SystemFloors] = {}
    lowered: tuple[Lowered, ...] = ()


def load_floors(path: Path) -> Floors:
    """The floors in a file; none where there is no file. Raises InputError where it holds something else."""
    if not path.is_file():
        return Floors()
    try:
        return Floors.model_validate_json(path.read_text(encoding="utf-8"))
    except (ValidationError, OSError, UnicodeDecodeError) as error:
        raise InputError(f"holds no floors: {error}", where=str(path)) from error


def dumped(floors: Floors) -> str:
    """The floors as they stand in their file."""
    return floors.model_dump_json(indent=2) + "\n"


def gated(row: Row) -> bool:
    """True for figures that have a floor: shares that are better one way."""
    return row.unit == "share" and row.better != "neither" and row.scorer != "reasks"


def breaches(report: Report, floors: Floors) -> Iterator[str]:
    """A sentence for each floor that the figures are beneath, or that they can't be held against."""
    if not floors.systems:
        yield "there are no floors: set them with --raise-floors"
        return
    if floors.corpus != report.corpus:
        yield (
            f"the floors are those of corpus {floors.corpus}, the cases are {report.corpus}: look at the figures, "
            "then --raise-floors"
        )
        return
    for pair, failure in report.failures.items():
        if pair.rpartition(", ")[2] in floors.systems:
            # What was never measured must not lift a mean.
            yield f"{pair}: there is no account: {failure}"
    for system, mine in floors.systems.items():
        found = _measured(report, system)
        if found is None:
            yield f"{system} has floors, and no figures: run it too, or record its answers"
            continue
        if found.cases != mine.cases:
            changed = ", ".join(sorted(set(found.cases) ^ set(mine.cases)))
            yield f"{system} was measured on other cases than its floors ({changed}): --raise-floors"
            continue
        for scorer, floor in mine.floors.items():
            row = _row(report, scorer)
            value = found.floors.get(scorer)
            if value is None or row is None:
                yield f"{system}: {scorer} has a floor of {floor:.4f}, and no figure"
            elif _worse(value, floor, row):
                yield f"{system}: {scorer} is {value:.4f}, and its floor {floor:.4f}"


def checked(report: Report, floors: Floors, *, where: str) -> None:
    """Passes where no figure is beneath its floor; raises FloorError naming the first, and how many there are."""
    found = list(breaches(report, floors))
    if found:
        more = f"; and {len(found) - 1} more" if len(found) > 1 else ""
        raise FloorError(f"{found[0]}{more}", where=where)


def raised(report: Report, floors: Floors, systems: Sequence[str]) -> Floors:
    """The floors at the figures of these systems where those are better; the others stay where they are.

    Floors of another corpus, or of other cases, can't be compared: they are set anew, and where that lets one down,
    it is kept with that reason.
    """
    fresh: dict[str, SystemFloors] = dict(floors.systems) if floors.corpus == report.corpus else {}
    lowered = list(floors.lowered)
    for system in systems:
        found = _measured(report, system)
        if found is None:
            continue
        before = floors.systems.get(system)
        same = before is not None and floors.corpus == report.corpus and before.cases == found.cases
        risen = {}
        for scorer, value in found.floors.items():
            row = _row(report, scorer)
            old = before.floors.get(scorer) if before else None
            keeps = old is not None and row is not None and _worse(value, old, row)
            if keeps and same and old is not None:
                risen[scorer] = old
                continue
            risen[scorer] = value
            if keeps and old is not None:
                why = f"the cases changed from corpus {floors.corpus} to {report.corpus}"
                lowered.append(Lowered(system=system, scorer=scorer, before=old, after=value, why=why))
        fresh[system] = SystemFloors(cases=found.cases, floors=risen)
    return Floors(corpus=report.corpus, systems=fresh, lowered=tuple(lowered))


def let_down(report: Report, floors: Floors, scorer: str, why: str) -> Floors:
    """The floors of one scorer at the figures where those are worse, with the reason kept.

    Raises UsageError where no reason is given, or where no floor of that scorer is above its figure.
    """
    check_reason(scorer, why)
    systems, lowered = dict(floors.systems), list(floors.lowered)
    for system, mine in floors.systems.items():
        found, row = _measured(report, system), _row(report, scorer)
        old = mine.floors.get(scorer)
        if found is None or row is None or old is None or scorer not in found.floors:
            continue
        if _worse(found.floors[scorer], old, row):
            new = found.floors[scorer]
            systems[system] = mine.model_copy(update={"floors": {**mine.floors, scorer: new}})
            lowered.append(Lowered(system=system, scorer=scorer, before=old, after=new, why=why.strip()))
    if len(lowered) == len(floors.lowered):
        raise UsageError("no figure is beneath its floor", where=scorer, hint="nothing has to be lowered")
    return Floors(corpus=floors.corpus, systems=systems, lowered=tuple(lowered))


def check_reason(scorer: str, why: str) -> None:
    """Raises UsageError where a scorer's floors would be lowered without a reason."""
    if not why.strip():
        raise UsageError("a floor is lowered only with a reason", where=scorer, hint='--why "…"')


def _measured(report: Report, system: str) -> SystemFloors | None:
    """The system's means over every case that it has an account of."""
    cases = tuple(case for case in report.cases if any(_is(line, case, system) for line in report.by_case))
    if not cases:
        return None
    means = {}
    for row in filter(gated, report.side_by_side.rows):
        values = [
            line.value
            for line in report.by_case
            if line.system == system and line.scorer == row.scorer and line.value is not None
        ]
        if values:
            means[row.scorer] = round(math.fsum(values) / len(values), 4)
    return SystemFloors(cases=cases, floors=means)


def _is(line: Line, case: str, system: str) -> bool:
    return (line.case, line.system) == (case, system)


def _row(report: Report, scorer: str) -> Row | None:
    return next((row for row in report.side_by_side.rows if row.scorer == scorer), None)


def _worse(value: float, floor: float, row: Row) -> bool:
    return value < floor - _TOLERANCE if row.better == "higher" else value > floor + _TOLERANCE
