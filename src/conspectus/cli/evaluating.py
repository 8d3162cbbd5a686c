"""What `conspectus eval` does: runs, compares, gates, writes."""

from __future__ import annotations

import asyncio
import shlex
from dataclasses import dataclass
from pathlib import Path

from conspectus import __version__
from conspectus.cli.console import emit, progress_shown, tell
from conspectus.cli.delivery import targets_of
from conspectus.cli.evaluated import Made, deliver_made
from conspectus.cli.files import write_whole
from conspectus.cli.inputs import resumable
from conspectus.cli.options import Format, Profile, settings_of
from conspectus.errors import InputError, UsageError
from conspectus.evaluation import gate, scorers, systems
from conspectus.evaluation.comparison import compared
from conspectus.evaluation.controls import Verdict, controlled
from conspectus.evaluation.linting import examine_case
from conspectus.evaluation.loading import LoadedCase, case_folders, load_cases
from conspectus.evaluation.report import Report, reported
from conspectus.evaluation.scaffold import scaffold as make_case
from conspectus.evaluation.suite import Outcome, replay
from conspectus.evaluation.suite import live as run_live
from conspectus.prompts import overridden
from conspectus.render.safe import visible
from conspectus.render.words import count
from conspectus.settings import Settings

FLOORS = "floors.json"
BY_HAND = "weaknesses.md"
_OURS = "conspectus-"


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    directory: Path
    cases: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()
    record: bool = False
    live: bool = False
    compare: tuple[str, str] | None = None
    prompts: Path | None = None
    gate: bool = False
    raise_floors: bool = False
    lower: tuple[str, ...] = ()
    why: str = ""
    model: str | None = None
    base_url: str | None = None
    profile: Profile | None = None
    no_cache: bool = False

    @property
    def home(self) -> Path:
        """Where floors, results and recordings are: beside the directory of the cases."""
        inside = (self.directory / "case.yaml").is_file()
        return (self.directory.parent if inside else self.directory).resolve().parent

    @property
    def partial(self) -> bool:
        """True where only some cases, systems or scorers are asked for."""
        return bool(self.cases or self.scorers)


def lint(directory: Path, *, quiet: bool) -> None:
    """Every problem of every case stands on the output, one a line; raises InputError where there is any."""
    examined = [examine_case(folder) for folder in case_folders(directory)]
    problems = [problem for case in examined for problem in case.problems]
    for problem in problems:
        emit(f"{visible(str(problem))}\n")
    if problems:
        broken = sum(bool(case.problems) for case in examined)
        raise InputError(
            f"{count(len(problems), 'problem')} in {broken} of {count(len(examined), 'case')}",
            where=str(directory),
        )
    if not quiet:
        articles = sum(len(case.articles) for case in examined)
        emit(f"{count(len(examined), 'case')} with {count(articles, 'article')}: nothing is wrong\n")


def run(asked: Asked, *, output: list[Path] | None, shown: Format | None, quiet: bool, verbose: bool) -> None:
    """The suite runs, its report is written, the floors are kept; raises what stopped it after all is written."""
    _sensible(asked)
    targets = targets_of(output, shown, [], page=True)
    contenders = _contenders(asked)
    chosen = scorers.chosen(asked.scorers)
    cases = load_cases(asked.directory, asked.cases)
    with resumable(contenders[0][1]), progress_shown(quiet=quiet, verbose=verbose) as listener:
        if asked.live or asked.compare:
            outcome = Outcome()
            for system, settings in contenders:
                one = asyncio.run(run_live(cases, system, settings, chosen, listener=listener))
                outcome = outcome.joined(one)
        else:
            outcome = asyncio.run(
                replay(
                    cases,
                    [system for system, _ in contenders],
                    chosen,
                    record=asked.record,
                    settings=contenders[0][1],
                    listener=listener,
                )
            )
    if outcome.trouble and not outcome.results:
        raise outcome.trouble[0]
    titles = {system.name: system.title for system, _ in contenders}
    report = reported(cases, outcome, titles, version=__version__, scorers=chosen)
    comparison = compared(report, *titles) if asked.compare else None
    verdicts = [] if asked.scorers or comparison else _controls(cases, outcome)
    made = Made(report, tuple(verdicts), comparison, _command(asked), asked.home / BY_HAND)
    deliver_made(made, targets, shown, quiet=quiet)
    _unmeasured(outcome, asked)
    _floors(report, asked, quiet=quiet)


def _contenders(asked: Asked) -> list[tuple[systems.System, Settings]]:
    """The systems to run, each with its settings; raises UsageError or SettingsError for what can't be told apart."""

    def live(name: str, settings: Settings, title: str) -> tuple[systems.System, Settings]:
        return systems.System(name, title, "", systems.conspectus(name)), settings

    a, b = asked.compare or ("", "")
    if asked.compare and a == b:
        raise UsageError("would be compared with itself", where=a)
    directories = bool(asked.compare) and Path(a).is_dir() and Path(b).is_dir()
    if asked.compare and not directories:
        if asked.model is not None:
            raise UsageError(
                "--compare A B names the models", hint="leave --model out, or compare prompt directories"
            )
        both = [_settings(asked, name, asked.prompts) for name in (a, b)]
        return [live(name, settings, _called(settings)) for name, settings in zip("AB", both, strict=True)]
    if directories:
        both = [_settings(asked, asked.model, Path(directory)) for directory in (a, b)]
        return [
            live(name, settings, f"{_called(settings)}, prompts {settings.prompts_dir}")
            for name, settings in zip("AB", both, strict=True)
        ]
    usual = _settings(asked, asked.model, asked.prompts)
    if asked.live:
        return [live("conspectus", usual, f"Conspectus, {_called(usual)}")]
    return [(system, usual) for system in systems.chosen(asked.systems)]


def _settings(asked: Asked, model: str | None, prompts: Path | None) -> Settings:
    settings = settings_of(model, asked.base_url, asked.no_cache, asked.profile)
    if prompts is None:
        return settings
    with overridden(prompts):
        return settings.model_copy(update={"prompts_dir": prompts})


def _sensible(asked: Asked) -> None:
    if asked.record and asked.live:
        raise UsageError(
            "--record keeps the embedded model's answers, --live asks another", hint="choose one"
        )
    if (asked.gate or asked.raise_floors or asked.lower) and (asked.partial or asked.live):
        raise UsageError("floors hold for all cases and scorers, replayed", hint="leave the selection out")
    scorers.chosen(asked.lower)
    for each in asked.lower:
        gate.check_reason(each, asked.why)
    if asked.why and not asked.lower:
        raise UsageError("--why belongs to --lower SCORER")
    if asked.compare and (asked.record or asked.gate or asked.raise_floors or asked.lower):
        raise UsageError("a comparison asks live; it records nothing and has no floors")
    if (asked.live or asked.compare) and asked.systems:
        raise UsageError("--systems chooses among recorded systems; live there is one", hint="leave it out")


def _called(settings: Settings) -> str:
    kind, name = settings.target
    return "no model" if name == "none" else f"{name} ({kind})"


def _controls(cases: tuple[LoadedCase, ...], outcome: Outcome) -> list[Verdict]:
    by_id = {case.id: case for case in cases}
    ours = [result for result in outcome.results if result.system.startswith("conspectus")]
    return [verdict for result in ours for verdict in controlled(by_id[result.case], result.output)]


def _command(asked: Asked) -> str:
    """The command that gives these figures, without what only says where they go."""
    words = ["conspectus", "eval"]
    words += [] if asked.directory == Path("eval/cases") else [str(asked.directory)]
    for option, names in (
        ("--cases", asked.cases),
        ("--systems", asked.systems),
        ("--scorers", asked.scorers),
    ):
        words += [word for name in names for word in (option, name)]
    words += ["--compare", *asked.compare] if asked.compare else ["--live"] * asked.live
    words += ["--model", asked.model] if asked.model else []
    words += ["--prompts", str(asked.prompts)] if asked.prompts else []
    return shlex.join(words)


def _unmeasured(outcome: Outcome, asked: Asked) -> None:
    """Raises the first trouble; asked for by name, what was never recorded is trouble too."""
    for error in outcome.trouble[1:]:
        tell(f"error: {error}")
    if outcome.trouble:
        raise outcome.trouble[0]
    if outcome.unrecorded and asked.systems and not asked.record:
        case, system = outcome.unrecorded[0]
        raise InputError(
            f"nothing is recorded for {count(len(outcome.unrecorded), 'case')}",
            where=f"case {case}, system {system}",
            hint=f"conspectus eval {asked.directory} --record --systems {system}",
        )


def _floors(report: Report, asked: Asked, *, quiet: bool) -> None:
    path = asked.home / FLOORS
    if not (asked.gate or asked.raise_floors or asked.lower):
        return
    floors = gate.load_floors(path)
    for each in asked.lower:
        floors = gate.let_down(report, floors, each, asked.why)
    if asked.raise_floors:
        floors = gate.raised(report, floors, [name for name in report.titles if name.startswith(_OURS)])
    if asked.lower or asked.raise_floors:
        write_whole(path, gate.dumped(floors))
        if not quiet:
            tell(f"written: {path}")
    if asked.gate:
        gate.checked(report, floors, where=str(path))


def scaffold(name: str, paths: list[str]) -> None:
    """A new case of that name stands in eval/cases, with the articles and places to fill in."""
    folder = make_case(Path("eval/cases"), name, paths)
    emit(
        f"made {visible(str(folder))}: fill in case.yaml, then `conspectus eval --lint {visible(str(folder))}`\n"
    )
