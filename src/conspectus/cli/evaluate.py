"""eval: check cases, and measure what systems make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from conspectus.cli.console import set_up_logging
from conspectus.cli.options import BaseUrl, Model, NoCache, Output, Quiet, Shown, Trust, Verbose
from conspectus.errors import UsageError

CASES = Path("eval/cases")

Directory = Annotated[
    str,
    typer.Argument(
        metavar="DIR", help="A directory of cases, or one case. [default: eval/cases]", show_default=False
    ),
]
Names = Annotated[list[str] | None, typer.Option(metavar="NAME")]


def _named(what: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        metavar="NAME", help=f"Only {what} of this name. Repeatable."
    )
    return option


def evaluate(
    directory: Directory = str(CASES),
    more: Annotated[list[str] | None, typer.Argument(metavar="", hidden=True)] = None,
    lint: Annotated[bool, typer.Option("--lint", help="Only say what is wrong with the cases.")] = False,
    new: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Make a case of that name from articles: --new NAME PATH...; fill it in."
        ),
    ] = None,
    cases: Annotated[list[str] | None, _named("the case")] = None,
    systems: Annotated[list[str] | None, _named("the system")] = None,
    scorers: Annotated[list[str] | None, _named("the scorer")] = None,
    record: Annotated[
        bool,
        typer.Option(
            "--record", help="Ask the embedded model for answers that are not recorded, and keep them."
        ),
    ] = False,
    live: Annotated[
        bool, typer.Option("--live", help="Ask the model in force, instead of replaying recorded answers.")
    ] = False,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B", help="Two models, or two directories of prompts, on the same cases; asks live."
        ),
    ] = None,
    prompts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Prompts from here come before the bundled ones of the same name."),
    ] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="End with 9 where a figure is beneath its floor.")
    ] = False,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Raise the floors of Conspectus to the figures.")
    ] = False,
    lower: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SCORER", help="Lower this scorer's floors to the figures; needs --why. Repeatable."
        ),
    ] = None,
    why: Annotated[
        str, typer.Option(metavar="REASON", help="Why a floor is lowered; kept in the file.")
    ] = "",
    output: Output = None,
    shown: Shown = None,
    model: Model = None,
    base_url: BaseUrl = None,
    profile: Trust = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Measure what is made of cases: articles with what a careful editor finds in them.

    Replays recorded answers unless --live, --compare, --model, --base-url or --prompts asks a model. Ends with 9 where
    --gate finds a figure beneath its floor.
    """
    from conspectus.cli import evaluating  # noqa: PLC0415 - it loads what --help has no use for

    set_up_logging(quiet=quiet, verbose=verbose)
    asked = evaluating.Asked(
        directory=Path(directory),
        cases=tuple(cases or ()),
        systems=tuple(systems or ()),
        scorers=tuple(scorers or ()),
        record=record,
        live=live or bool(model or base_url or prompts or profile),
        compare=compare,
        prompts=prompts,
        gate=gate,
        raise_floors=raise_floors,
        lower=tuple(lower or ()),
        why=why,
        model=model,
        base_url=base_url,
        profile=profile,
        no_cache=no_cache,
    )
    measures = output or shown or asked != evaluating.Asked(directory=asked.directory)
    if new is not None:
        if lint or measures:
            raise UsageError("--new makes a case and measures nothing", hint="leave the other options out")
        evaluating.scaffold(new, [directory, *(more or ())] if directory != str(CASES) or more else [])
        return
    if more:
        raise UsageError(
            f"one directory of cases at a time: {more[0]!r} is too many", hint="choose cases with --cases"
        )
    if lint:
        if measures:
            raise UsageError(
                "--lint reads all cases and measures nothing", hint="leave the other options out"
            )
        evaluating.lint(Path(directory), quiet=quiet)
        return
    evaluating.run(asked, output=output, shown=shown, quiet=quiet, verbose=verbose)
